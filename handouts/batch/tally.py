"""Compose the slip before a handout of a stack and the tally at its end; by row and ID, never by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handouts.batch.row_maker import CheckedRow
from handouts.characters import made_plain
from handouts.compose.handout import Field, Slip, Tally
from handouts.library.words import Speech, fill
from handouts.page.type import missing_characters
from handouts.schema.papers import BODY_PT, Need

# More rows than this are not named one by one.
MOST_NAMED = 20
# As many handouts as one side of paper lists; of a longer stack the record says where each stands.
MOST_LISTED = 300


@dataclass(frozen=True, slots=True)
class Counted:
    """One handout of a stack and its pages on paper, once; and the number of its copies."""

    checked: CheckedRow
    pages: int
    copies: int


@dataclass(frozen=True, slots=True)
class NeedCount:
    """How many people need something of their paper, and the rows of those whose paper does not meet it."""

    need: Need
    people: int
    unmet: tuple[int, ...]


def count_needs(rows: Iterable[CheckedRow]) -> list[NeedCount]:
    """Return what the people of some rows need, and who does not get it."""
    asked = [(need, one) for one in rows for need in one.needs]
    return [
        NeedCount(need, len(of), tuple(one.row for one in of if not one.is_as_needed))
        for need in BODY_PT
        if (of := [one for which, one in asked if which == need])
    ]


def person_of(checked: CheckedRow, speech: Speech) -> str:
    """Return what a person is called on paper that lies about."""
    words = speech.words.stack
    return fill(words.person if checked.id else words.row, row=checked.row, id=checked.id)


def compose_slip(one: Counted, speech: Speech) -> Slip:
    """Return the slip before a handout."""
    words = speech.words.stack
    lines = (speech.count(words.pages, one.pages), speech.count(words.copies, one.copies))
    return Slip(speech.words.language, person_of(one.checked, speech), lines)


def compose_tally(
    stack: Sequence[Counted],
    *,
    roster: str,
    sides: int,
    sheets: int,
    left_out: Sequence[int],
    speech: Speech,
) -> Tally:
    """Return what a stack holds."""
    words = speech.words.stack
    figures = [
        (words.roster, _as_far_as_printable(roster)),
        (words.handouts, str(len(stack))),
        (words.sides, str(sides)),
        (words.sheets, str(sheets)),
        (words.first, person_of(stack[0].checked, speech)),
        (words.last, person_of(stack[-1].checked, speech)),
    ]
    for one in count_needs(one.checked for one in stack):
        label = words.large_print if one.need == "large-print" else words.giant_print
        message = words.as_needed if not one.unmet else words.not_as_needed
        figures.append((label, fill(message, n=one.people, rows=_rows(one.unmet))))
    if left_out:
        figures.append((words.left_out, _rows(left_out)))
    listed = stack if len(stack) <= MOST_LISTED else ()
    return Tally(
        language=speech.words.language,
        heading=words.tally,
        figures=tuple(Field(label, value) for label, value in figures),
        order_heading=words.order if listed else "",
        order=tuple(map(_line, listed)),
    )


def _rows(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:MOST_NAMED])) + ("…" if len(rows) > MOST_NAMED else "")


def _as_far_as_printable(name: str) -> str:
    """Return the name of a file with a question mark for each character that no typeface has."""
    plain = made_plain(name)
    return plain.translate({ord(character): "?" for character in missing_characters(plain)})


def _line(one: Counted) -> str:
    times = f"× {one.copies}" if one.copies > 1 else ""
    return "  ".join(part for part in (str(one.checked.row), one.checked.id, times) if part)
