"""Turn the exercises of the last plan and of this one into what changed, in plain words."""

from collections.abc import Iterator, Sequence

from handouts.compose.doses import extra_steps, how_long, how_many, how_often, side_words
from handouts.compose.information_blocks import Paragraph, TextBlock, TextList
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, string_of, text_of
from handouts.library.words import Speech, fill

Pair = tuple[Prescription | None, Prescription | None]


def compose_changes(
    before: Sequence[Prescription], now: Sequence[Prescription], *, speech: Speech
) -> TextBlock:
    """Return what is new, different and stopped, in the order of the plan that is printed."""
    words = speech.words.changes
    items = tuple(text for pair in _pairs(before, now) if (text := _told(pair, speech)))
    part = TextList(items) if items else Paragraph(text_of(words.none))
    return TextBlock("changes", words.heading, (part,))


def changed_exercises(
    before: Sequence[Prescription], now: Sequence[Prescription], *, speech: Speech
) -> dict[int, str]:
    """Return, by the number of each exercise that is new or done in another way, how its card says so."""
    words = speech.words.changes
    return {
        new.number: words.card_changed if old else words.card_new
        for old, new in _pairs(before, now)
        if new and _told((old, new), speech)
    }


def _pairs(before: Sequence[Prescription], now: Sequence[Prescription]) -> Iterator[Pair]:
    """Yield the exercises of now with what they were, then those that are stopped.

    An exercise that is there twice is paired with the one of the same leg, time, days and note, or with the
    one that has most of them in common with it.
    """
    waiting = list(before)
    for one in now:
        namesakes = [other for other in waiting if other.exercise.id == one.exercise.id]
        alone = len(namesakes) == 1 == sum(other.exercise.id == one.exercise.id for other in now)
        same_leg = [other for other in namesakes if alone or other.side == one.side]
        old = max(same_leg, key=lambda other: _in_common(other, one), default=None)
        if old:
            waiting.remove(old)
        yield old, one
    yield from ((one, None) for one in waiting)


def _in_common(old: Prescription, new: Prescription) -> int:
    keys = ("times_of_day", "days", "every_days", "sets", "reps")
    same = (getattr(old.dose, key) == getattr(new.dose, key) for key in keys)
    return sum(map(bool, same)) + int(old.note == new.note)


def _told(pair: Pair, speech: Speech) -> Text:
    words, (old, new) = speech.words.changes, pair
    if old is None and new is not None:
        return text_of(words.new, exercise=new.title)
    if old is not None and new is None:
        return text_of(words.stopped, exercise=old.title)
    if old is None or new is None:
        return ()
    changes = " ".join(_changes(old, new, speech))
    return text_of(words.exercise, exercise=new.title, changes=changes) if changes else ()


def _changes(old: Prescription, new: Prescription, speech: Speech) -> Iterator[str]:
    words = speech.words.changes
    reps, were = new.dose.reps, old.dose.reps
    others = all(getattr(old.dose, key) == getattr(new.dose, key) for key in ("sets", "load", "effort"))
    same_sets = new.dose.sets and others and reps and were and reps != were
    if same_sets and reps and were:
        yield fill(words.reps_now_was, now=speech.amount(reps), was=speech.amount(were))
    parts = list(zip(_parts(old, speech), _parts(new, speech), strict=True))
    for was, now in parts[1:] if same_sets else parts:
        if now and was != now:
            yield fill(words.now_was, now=now, was=was) if was else fill(words.now, now=now)
    if new.dose.weeks and old.dose.weeks != new.dose.weeks:
        yield fill(words.now, now=speech.count(speech.words.card.weeks, new.dose.weeks))
    told = set(extra_steps(old, speech))
    yield from (step for step in extra_steps(new, speech) if step not in told)
    if new.note and old.note != new.note:
        yield words.note


def _parts(given: Prescription, speech: Speech) -> list[str]:
    """Return how many, how long, how often and which side, as they stand in the middle of a sentence.

    Each is empty where nothing says it.
    """
    said = (how_many(given, speech), how_long(given, speech)[0], how_often(given, speech)[0])
    return [*(string_of(text_of(one)) for one in said), side_words(given, speech, "limb")]
