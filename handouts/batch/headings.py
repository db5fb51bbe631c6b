"""Find the headings of a table, and the rows around and below them that are nobody's."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from handouts.batch.columns import KEYS, REASON, ColumnMap, collapsed, letters_of
from handouts.batch.table import MOST_COLUMNS, CellFault, RosterRow, Table

# Titles above the headings take no more rows that hold something.
MOST_ABOVE = 30
# So many known headings are no accident.
ENOUGH = 2
# Whose name or number it is; a sheet without any of them is no roster.
PERSON = ("patient.id", "patient.name", "patient.initials")

# How a row begins that sums up the others, and a note below a table.
_TOTAL = re.compile(
    r"(?:(?:grand |sub|sub-)?totals?|sums?|counts?|number of \w+|average|mean|summe|gesamt(?:zahl|summe)?"
    r"|anzahl|somme|nombre|suma|totale|totaal|aantal)(?![^\W\d_])",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[\d\s.,:=()%-]*(?:(?<=\d)\s[a-z]+(?: [a-z]+){0,2})?[)\s]*")
_NOTE = re.compile(
    r"(?:\*|notes?\b|nb\b|printed|page \d|end of|list\b|report\b|generated|exported|created|confidential"
    r"|legend|key:|source|filters?\b|prepared|as of|last updated|copyright|©|do not|please"
    r"|for (?:internal )?use|thank)",
    re.IGNORECASE,
)

# Why a row is passed over, as it is said of one and of several.
Reason = tuple[str, str]
ABOVE: Reason = ("stands above the headings", "stand above the headings")
REPEATS: Reason = ("repeats the headings", "repeat the headings")
SUMS: Reason = ("sums up the others", "sum up the others")
NOTE: Reason = ("is a note", "are notes")
BESIDE: Reason = ("stands beside the columns", "stand beside the columns")


@dataclass(frozen=True)
class TableBody:
    """What is known of the rows of a table: what is said of those that are passed over, by their numbers.

    `unclear` are those that may be a person or a note; `extra` is how many empty cells each has more than
    the headings, which a delimiter at its end makes.
    """

    passed: Mapping[int, Reason] = field(default_factory=dict)
    unclear: frozenset[int] = frozenset()
    extra: int = 0


def find_headings(table: Table, column_map: ColumnMap) -> tuple[RosterRow | None, list[int]]:
    """Return the row with the headings, else the first row, and the numbers of the rows above it."""
    rows = [*islice(table.rows(), MOST_ABOVE)]
    counts = [sum(key in KEYS for key in map(column_map.key, headings_of(row))) for row in rows]
    enough = (at for at, count in enumerate(counts) if count >= ENOUGH)
    at = next(enough, next((at for at, count in enumerate(counts) if count), 0))
    return (rows[at] if rows else None), [row.number for row in rows[:at]]


def headings_of(row: RosterRow) -> tuple[str, ...]:
    """Return the headings of a row, without the empty ones at its end."""
    found = [collapsed(cell.text if isinstance(cell, CellFault) else cell) for cell in row.cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def is_of_people(headings: Iterable[str], column_map: ColumnMap) -> bool:
    """Return whether a table with these headings is a roster."""
    return any(column_map.key(heading) in PERSON for heading in headings)


def look_through(
    rows: Iterable[RosterRow], headings: Sequence[str], keys: Sequence[str | None], *, width: int
) -> TableBody:
    """Return what is known of the rows below the headings, which had `width` cells; raise ContentError."""
    passed: dict[int, Reason] = {}
    alone: dict[int, str] = {}
    lengths: Counter[int] = Counter()
    fewest = MOST_COLUMNS
    letters = [*map(letters_of, headings)]
    for row in rows:
        said = [*_said(row, keys)]
        if _repeats(row, letters):
            passed[row.number] = REPEATS
        elif not said:
            passed[row.number] = BESIDE
        elif _is_total(row, said):
            passed[row.number] = SUMS
        elif len(said) == 1 and len([*filter(None, row.cells)]) == 1:
            alone[row.number] = said[0]
        else:
            fewest = min(fewest, len(said))
            lengths[len(row.cells) if len(row.cells) > width and not row.cells[-1] else width] += 1
    # Where all others say more, a person with a single cell would be strange.
    others = alone if ENOUGH <= fewest < MOST_COLUMNS else {}
    notes = {number for number, text in others.items() if _is_note(text, keys)}
    passed |= dict.fromkeys(notes, NOTE)
    unclear = frozenset(others.keys() - notes) if fewest > ENOUGH else frozenset()
    length, count = lengths.popitem() if len(lengths) == 1 else (width, 0)
    return TableBody(passed, unclear, length - width if count > 1 else 0)


def _said(row: RosterRow, keys: Sequence[str | None]) -> Iterator[str]:
    """Yield the texts of a row in the columns of keys."""
    for key, cell in zip(keys, row.cells, strict=False):
        if cell and key and key != REASON:
            yield cell.text if isinstance(cell, CellFault) else cell


def _repeats(row: RosterRow, letters: Sequence[str]) -> bool:
    found = [letters_of(heading) for heading in headings_of(row)]
    same = [cell == heading for cell, heading in zip(found, letters, strict=False) if cell]
    return len(found) <= len(letters) and all(same) and 2 * len(same) >= len(letters)


def _is_total(row: RosterRow, said: Sequence[str]) -> bool:
    """Return whether the first text of a row names a sum, and nothing but figures stands beside it."""
    texts = ["0" if isinstance(cell, CellFault) else cell for cell in row.cells if cell]
    found = _TOTAL.match(texts[0])
    rest = [texts[0][found.end() :] if found else "", *texts[1:]]
    return bool(found) and len(said) <= 2 and all(map(_FIGURES.fullmatch, rest))


def _is_note(text: str, keys: Sequence[str | None]) -> bool:
    """Return whether a text that stands alone in its row is plainly no person."""
    words = text.split()
    is_sentence = len(words) > 1 and text.endswith((".", ":", "!", ")"))
    first = next(filter(None, keys), "")
    is_long = len(words) > (2 if first == "patient.id" else 4)
    return bool(_NOTE.match(text)) or is_sentence or is_long
