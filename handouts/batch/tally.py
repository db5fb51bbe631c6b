"""Compose the slip before a handout of a stack and the tally at its end; by row and ID, never by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.batch.row_maker import CheckedRow
from handouts.characters import made_plain
from handouts.compose.handout import Field, Slip, Tally
from handouts.library.words import Speech, fill
from handouts.page.type import missing_characters

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
    if left_out:
        more = "…" if len(left_out) > MOST_NAMED else ""
        figures.append((words.left_out, ", ".join(map(str, left_out[:MOST_NAMED])) + more))
    listed = stack if len(stack) <= MOST_LISTED else ()
    return Tally(
        language=speech.words.language,
        heading=words.tally,
        figures=tuple(Field(label, value) for label, value in figures),
        order_heading=words.order if listed else "",
        order=tuple(map(_line, listed)),
    )


def _as_far_as_printable(name: str) -> str:
    """Return the name of a file with a question mark for each character that no typeface has."""
    plain = made_plain(name)
    return plain.translate({ord(character): "?" for character in missing_characters(plain)})


def _line(one: Counted) -> str:
    times = f"× {one.copies}" if one.copies > 1 else ""
    return "  ".join(part for part in (str(one.checked.row), one.checked.id, times) if part)
