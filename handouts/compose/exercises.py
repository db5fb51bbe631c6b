"""Turn the prescribed exercises into cards."""

from collections.abc import Sequence

from handouts.compose.blocks import DrawnFigure, ExerciseCard, Exercises, Note
from handouts.compose.doses import dose_cells, dose_sentence, extra_steps, own_words
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, as_typed, text_of
from handouts.library.words import Speech, fill
from handouts.schema.exercise import Step


def compose_exercises(
    given: Sequence[Prescription], pictures: Sequence[DrawnFigure], *, stop: Text, speech: Speech
) -> Exercises:
    """Return the cards in the order of the plan."""
    cards = (_card(one, picture, speech) for one, picture in zip(given, pictures, strict=True))
    words = speech.words.card
    return Exercises(
        heading=words.heading,
        range_words=words.range,
        place_words=words.place,
        cards=tuple(cards),
        stop=stop,
        side_letters=speech.words.sides.letters,
        continued=words.continued,
    )


def _card(given: Prescription, picture: DrawnFigure, speech: Speech) -> ExerciseCard:
    exercise, words = given.exercise, speech.words.card
    steps = [_step(step, given, speech) for step in exercise.steps]
    steps += map(text_of, extra_steps(given, speech))
    return ExerciseCard(
        number=given.number,
        title=given.title,
        kicker=_kicker(given, speech),
        dose=dose_cells(given, speech),
        beside=tuple(map(text_of, own_words(given, speech))),
        spoken=dose_sentence(given, speech),
        steps=tuple(steps),
        feel=text_of(fill(words.feel, text=_sided(exercise.feel.text, given, speech))),
        avoid=text_of(fill(words.avoid, text=_sided(exercise.avoid.text, given, speech))),
        notes=tuple(_notes(given, speech)),
        picture=picture,
        caption=exercise.caption,
    )


def _notes(given: Prescription, speech: Speech) -> list[Note]:
    words, notes = speech.words.card, []
    if given.exercise.ask_first:
        text = text_of(_sided(given.exercise.ask_first.text, given, speech))
        notes.append(Note("ask-first", words.ask_first, text))
    if given.note:
        notes.append(Note("changed", words.note, as_typed(given.note)))
    return notes


def _kicker(given: Prescription, speech: Speech) -> str:
    words, weeks = speech.words.card, given.dose.weeks
    group = getattr(speech.words.groups, given.exercise.group)
    minutes = speech.count(words.minutes, given.minutes)
    if weeks is None:
        return fill(words.kicker, group=group, minutes=minutes)
    return fill(words.kicker_weeks, group=group, minutes=minutes, weeks=speech.count(words.weeks, weeks))


def _step(step: Step, given: Prescription, speech: Speech) -> Text:
    said = (given.side == "both" and step.both) or step.text
    # A time in place of repetitions leaves the hold open.
    if not given.dose.hold_seconds and not given.dose.seconds and step.no_hold:
        said = step.no_hold
    return text_of(_sided(said, given, speech))


def _sided(message: str, given: Prescription, speech: Speech) -> str:
    said = speech.side(given.side if given.side in ("left", "right") else "sore")
    tempo = given.dose.tempo
    go, back = (tempo[0], tempo[2]) if tempo else given.exercise.move_seconds or (0, 0)
    return fill(message, side=said.side, leg=said.leg, go=go, back=back)
