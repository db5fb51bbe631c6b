"""Which rows of a roster are wanted, and in which order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from handouts.batch.roster import Roster
from handouts.batch.row_maker import CheckedRow, RowTask

_RANGE = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?", re.ASCII)
# What an id begins with among the numbers of rows.
ID = "id:"
_NUMBERS = re.compile(r"(\d+)", re.ASCII)


class WrongSelection(ValueError):
    """Words that name no rows."""


@dataclass(frozen=True)
class Selection:
    """Rows by their numbers and ids; none means all.

    `first` is the one to begin with, in the order of the run, which is the roster's or that of the cells in
    the column of the key `sort`.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    first: int = 0
    sort: str | None = None
    ids: tuple[str, ...] = ()

    def has(self, number: int, id: str) -> bool:
        """Return whether a row is wanted, as far as its number and id tell."""
        is_before = self.sort is None and number < self.first
        is_named = any(low <= number <= high for low, high in self.ranges) or id.casefold() in self.ids
        return not is_before and (is_named or not (self.ranges or self.ids))

    @property
    def is_part(self) -> bool:
        """Whether not all rows are wanted."""
        return bool(self.ranges or self.ids or self.first)

    def missing(self, last: int, *, right: set[int], wrong: set[int], ids: set[str]) -> Iterator[str]:
        """Yield what to say of rows that are wanted and are not there, or that no run can begin with."""
        wanted = [*self.ranges, *([(self.first, self.first)] if self.first else [])]
        for low, high in wanted:
            if not any(low <= number <= high for number in right | wrong):
                rows = f"row {low}" if low == high else f"row from {low} to {high}"
                yield f"there is no {rows}; the last is row {last}."
        known = {one.casefold() for one in ids}
        for id in self.ids:
            if id not in known and not wrong:
                yield f"there is no row with the id `{id}`."
        if self.sort and self.first in wrong:
            yield f"row {self.first} is wrong, so it has no place from which to begin."

    def in_order(self, rows: Sequence[CheckedRow]) -> Sequence[CheckedRow]:
        """Return rows in the order of the run, from the first that is wanted."""
        if self.sort is None:
            return rows
        ordered = sorted(rows, key=_rank)
        return [*dropwhile(lambda one: self.first not in (0, one.row), ordered)]

    def tasks(self, checked: Sequence[CheckedRow], roster: Roster) -> Iterator[RowTask]:
        """Yield rows as the roster has them now; those that are gone from it last.

        Rows are held in memory only where they must be in another order.
        """
        wanted = {one.row: one for one in checked}
        found = (row for row in roster.rows() if row.number in wanted)
        if self.sort is None:
            yield from (RowTask(wanted.pop(row.number), row) for row in found)
            yield from (RowTask(one, None) for one in wanted.values())
        else:
            rows = {row.number: row for row in found}
            yield from (RowTask(one, rows.get(one.row)) for one in checked)


def read_selection(only: str | None, first: int | None, *, sort: str | None = None) -> Selection:
    """Return the rows of a text such as `57-60,63,id:4009`; raise WrongSelection."""
    parts = [part.strip() for part in only.split(",")] if only is not None else []
    ids = tuple(part[len(ID) :].strip().casefold() for part in parts if part.lower().startswith(ID))
    if "" in ids:
        raise WrongSelection("`id:` names no one; write the id after it, like id:4009.")
    ranges = tuple(_range(part) for part in parts if not part.lower().startswith(ID))
    return Selection(ranges, first or 0, sort, ids)


def _range(text: str) -> tuple[int, int]:
    found = _RANGE.fullmatch(text.strip())
    low, high = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if low > high:
        raise WrongSelection(f"`{text.strip()}` names no rows; write them like 57-60,63 or id:4009.")
    return low, high


def _rank(checked: CheckedRow) -> list[tuple[int, int, str]]:
    """Return what sorts 998 before 4711, and capitals with small letters; equal ones stay as they are."""
    return [*_ranks(_NUMBERS.split(checked.sort_by.casefold()))]


def _ranks(parts: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    for part in parts:
        if part:
            is_number = part.isascii() and part.isdigit()
            yield (0, int(part), "") if is_number else (1, 0, part)
