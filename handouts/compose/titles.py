"""Tell apart exercises that stand in a plan twice: by the side, the time, the note or the dose."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from handouts.compose.doses import how_long, how_many, named_parts, own_words, which_days
from handouts.compose.prescription import Prescription
from handouts.compose.text import plain, text_of
from handouts.library.words import Speech, fill

# A longer note is no mark to tell rows apart by.
LONGEST_MARK = 30


def told_apart(given: Sequence[Prescription], speech: Speech) -> tuple[Prescription, ...]:
    """Return the exercises, those that are there twice with a title that no other has."""
    return tuple(
        replace(one, title=_title(one, alike, speech)) if len(alike) > 1 else one
        for one in given
        for alike in [[other for other in given if other.exercise.id == one.exercise.id]]
    )


def _title(one: Prescription, alike: Sequence[Prescription], speech: Speech) -> str:
    """Return the title with as many marks as part it from its namesakes."""
    marks = [tuple(_marks(other, alike, speech)) for other in alike]
    # Only what is not the same for all of them tells them apart.
    telling = [at for at, mark in enumerate(zip(*marks, strict=True)) if len({*mark}) > 1]
    for some in accumulate(([at] for at in telling), lambda before, at: before + at):
        chosen = [[mark[at] for at in some] for mark in marks]
        if len({*map(tuple, chosen)}) == len(alike):
            own = ", ".join(mark for mark in chosen[alike.index(one)] if mark)
            return fill(speech.words.card.apart, title=one.exercise.title, mark=own) if own else one.title
    return one.title


def _marks(one: Prescription, alike: Sequence[Prescription], speech: Speech) -> Iterator[str]:
    """Yield what can tell an exercise from its namesakes, the most telling first."""
    short, dose = all(len(other.note or "") <= LONGEST_MARK for other in alike), speech.words.dose
    often = speech.count(dose.per_day, one.times)
    yield speech.side(one.said_side, one.exercise.limb).limb
    yield named_parts(one, speech) or often
    yield plain(text_of(which_days(one, speech))) or dose.every_days.one
    yield one.note or "" if short else ""
    yield plain(text_of(how_many(one, speech)))
    yield plain(text_of(how_long(one, speech)[0]))
    yield often
    yield " ".join(own_words(one, speech))
    yield one.note or ""
