"""Turn the prescribed exercises into cards."""

from collections.abc import Iterator, Sequence

from handouts.compose.blocks import DrawnFigure, ExerciseCard, Exercises, Note
from handouts.compose.doses import dose_cells, dose_sentence, extra_steps, own_words
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, as_typed, text_of
from handouts.library.words import Speech, fill
from handouts.schema.exercise import Step
from handouts.schema.plan import Shown


def compose_exercises(
    given: Sequence[Prescription],
    pictures: Sequence[DrawnFigure],
    *,
    stop: Text,
    show: Sequence[Shown],
    practised: bool,
    us: str,
    speech: Speech,
) -> Exercises:
    """Return the cards in the order of the plan, with what else the plan shows on them.

    `practised` is whether a box is wanted to tick what was done together, `us` whom the reader can ask.
    """
    words = speech.words.card
    tick = words.practised if practised else ""
    cards = (
        _card(one, picture, speech, show=show, tick=tick, us=us)
        for one, picture in zip(given, pictures, strict=True)
    )
    return Exercises(
        heading=words.heading,
        range_words=words.range,
        place_words=words.place,
        cards=tuple(cards),
        stop=stop,
        side_letters=speech.words.sides.letters,
        continued=words.continued,
    )


def _card(
    given: Prescription, picture: DrawnFigure, speech: Speech, *, show: Sequence[Shown], tick: str, us: str
) -> ExerciseCard:
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
        purpose=text_of(_sided(exercise.purpose.text, given, speech)),
        steps=tuple(steps),
        feel=text_of(fill(words.feel, text=_sided(exercise.feel.text, given, speech))),
        avoid=text_of(fill(words.avoid, text=_sided(exercise.avoid.text, given, speech))),
        notes=(*_notes(given, speech, us), *_shown(given, speech, show, us)),
        picture=picture,
        caption=exercise.caption,
        practised=tick,
    )


def _notes(given: Prescription, speech: Speech, us: str) -> list[Note]:
    words, notes = speech.words.card, []
    if given.exercise.ask_first:
        text = text_of(_sided(given.exercise.ask_first.text, given, speech))
        notes.append(Note("ask-first", fill(words.ask_first, us=us), text))
    if given.note:
        notes.append(Note("changed", words.note, as_typed(given.note)))
    return notes


def _shown(given: Prescription, speech: Speech, show: Sequence[Shown], us: str) -> Iterator[Note]:
    """Yield what else a plan wants said of an exercise, in one order whatever the plan's."""
    exercise, words = given.exercise, speech.words.card
    needs = ", ".join(exercise.equipment)
    if "needs" in show and needs:
        yield Note("shown", words.needs, text_of(f"{needs}."))
    if "easier" in show:
        yield Note("shown", words.easier, text_of(exercise.easier.text, us=us))
    if "harder" in show and given.next_step:
        yield Note("shown", words.harder, text_of(given.next_step, us=us))


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
    said = speech.side(given.side if given.side in ("left", "right") else "sore", given.exercise.limb)
    tempo = given.dose.tempo
    go, back = (tempo[0], tempo[2]) if tempo else given.exercise.move_seconds or (0, 0)
    return fill(message, side=said.side, limb=said.limb, go=go, back=back)
