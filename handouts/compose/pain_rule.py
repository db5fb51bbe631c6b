"""Turn the pain rule of a condition into its lights, and into what to do next."""

from collections.abc import Sequence

from handouts.compose.guidance import Light, PainRule
from handouts.compose.prescription import Prescription
from handouts.compose.text import text_of
from handouts.compose.text_blocks import Say
from handouts.library.words import Speech, fill
from handouts.schema import condition as written


def compose_pain_rule(
    rule: written.PainRule, given: Sequence[Prescription], *, say: Say, us: str, speech: Speech
) -> PainRule:
    """Return the traffic light, and how each strength exercise of the plan becomes harder."""
    fine, care, stop = (_light(band, speech) for band in rule.bands)
    strength = [one for one in given if one.exercise.group == "strengthen"]
    more = tuple(
        text_of(speech.words.pain.harder, number=one.number, step=fill(one.next_step, us=us))
        for one in strength
        if one.next_step
    )
    return PainRule(
        heading=rule.heading,
        scale=rule.scale,
        short_heading=speech.words.pain.short_heading,
        short_scale=speech.words.pain.short_scale,
        lights=(fine, care, stop),
        less_heading=rule.less_heading,
        less=say(rule.less),
        more_heading=rule.more_heading if more else "",
        more=more,
    )


def _light(band: written.Band, speech: Speech) -> Light:
    heard = fill(speech.words.pain.light, low=band.low, high=band.high, word=band.word)
    return Light(band.meaning, f"{band.low}\u2013{band.high}", band.word, band.text, band.short, heard)
