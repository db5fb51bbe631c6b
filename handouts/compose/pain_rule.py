"""Turn the pain rule of a condition into its lights, and into what to do next."""

from collections.abc import Sequence

from handouts.compose.blocks import Light, PainRule
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, text_of
from handouts.compose.text_blocks import Say
from handouts.library.words import Speech, fill
from handouts.schema import condition as written
from handouts.schema.amount import highest


def compose_pain_rule(
    rule: written.PainRule, given: Sequence[Prescription], *, say: Say, speech: Speech
) -> PainRule:
    """Return the traffic light, and how each strength exercise of the plan becomes harder."""
    fine, care, stop = (_light(band, speech) for band in rule.bands)
    strength = [one for one in given if one.exercise.group == "strengthen"]
    more = tuple(text for one in strength if (text := _harder(one, speech)))
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


def _harder(given: Prescription, speech: Speech) -> Text:
    """Return the next thing to do after an exercise, without a dose that this one has come to."""
    rung, dose = given.exercise.harder, given.dose
    sets, reps = highest(dose.sets or 1), highest(dose.reps or 0)
    named = rung.sets is not None or rung.reps is not None
    past = sets > (rung.sets or sets) or reps > (rung.reps or reps)
    reached = sets == (rung.sets or sets) and reps == (rung.reps or reps)
    step = rung.then if named and (past or reached or dose.reps is None) else rung.text
    return text_of(speech.words.pain.harder, number=given.number, step=step) if step else ()


def _light(band: written.Band, speech: Speech) -> Light:
    heard = fill(speech.words.pain.light, low=band.low, high=band.high, word=band.word)
    return Light(band.meaning, f"{band.low}\u2013{band.high}", band.word, band.text, band.short, heard)
