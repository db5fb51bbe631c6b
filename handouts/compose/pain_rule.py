"""Turn the pain rule of a condition into its lights, and into what to do next."""

from collections.abc import Sequence

from handouts.compose.blocks import Light, PainRule
from handouts.compose.doses import Prescription
from handouts.compose.text import text_of
from handouts.compose.text_blocks import Say
from handouts.library.words import Speech, fill
from handouts.schema import condition as written


def compose_pain_rule(
    rule: written.PainRule, given: Sequence[Prescription], *, say: Say, speech: Speech
) -> PainRule:
    """Return the traffic light; a next step that the dose has already reached is left out."""
    fine, care, stop = (_light(band, speech) for band in rule.bands)
    strength = [one for one in given if one.exercise.group == "strengthen"]
    more = tuple(text_of(rung.text) for rung in rule.more if not _reached(rung, strength))
    return PainRule(
        heading=rule.heading,
        scale=rule.scale,
        short_heading=speech.words.pain.short_heading,
        short_scale=speech.words.pain.short_scale,
        lights=(fine, care, stop),
        less_heading=rule.less_heading,
        less=say(rule.less),
        more_heading=rule.more_heading if strength else "",
        more=more if strength else (),
    )


def _reached(rung: written.NextRung, given: Sequence[Prescription]) -> bool:
    """Return whether someone's dose already is at or past what a rung would raise it to."""
    reps = max((one.dose.reps or 0 for one in given), default=0)
    sets = max((one.dose.sets or 0 for one in given), default=0)
    return bool(rung.reps and reps >= rung.reps or rung.sets and sets >= rung.sets)


def _light(band: written.Band, speech: Speech) -> Light:
    heard = fill(speech.words.pain.light, low=band.low, high=band.high, word=band.word)
    return Light(band.meaning, f"{band.low}\u2013{band.high}", band.word, band.text, band.short, heard)
