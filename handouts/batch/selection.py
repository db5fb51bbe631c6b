"""Which rows of a roster are wanted, and in which order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from handouts.batch.press import Ticket

_RANGE = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?", re.ASCII)
_NUMBERS = re.compile(r"(\d+)", re.ASCII)


class WrongSelection(ValueError):
    """Words that name no rows."""


@dataclass(frozen=True)
class Selection:
    """Rows by their numbers; none means all. `first` is the one to begin with, in the order of the stack."""

    ranges: tuple[tuple[int, int], ...] = ()
    first: int = 0

    def has(self, number: int) -> bool:
        """Return whether a row is wanted."""
        return not self.ranges or any(low <= number <= high for low, high in self.ranges)

    @property
    def is_part(self) -> bool:
        """Whether not all rows are wanted."""
        return bool(self.ranges or self.first)

    def missing(self, last: int, found: set[int]) -> Iterator[str]:
        """Yield what to say of rows that are wanted and are not there."""
        wanted = [*self.ranges, *([(self.first, self.first)] if self.first else [])]
        for low, high in wanted:
            if not any(low <= number <= high for number in found):
                rows = f"row {low}" if low == high else f"row from {low} to {high}"
                yield f"there is no {rows}; the last is row {last}."

    def in_order(self, tickets: Sequence[Ticket], *, by_rank: bool) -> list[Ticket]:
        """Return tickets in the order of the roster, or of their ranks, from the first that is wanted."""
        ordered = sorted(tickets, key=_rank) if by_rank else tickets
        return [*dropwhile(lambda ticket: self.first not in (0, ticket.row), ordered)]


def read_selection(only: str | None, first: int | None) -> Selection:
    """Return the rows of a text such as `57-60,63`; raise WrongSelection."""
    ranges = tuple(map(_range, only.split(","))) if only else ()
    return Selection(ranges, first or 0)


def _range(text: str) -> tuple[int, int]:
    found = _RANGE.fullmatch(text.strip())
    low, high = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if low > high:
        raise WrongSelection(f"`{text.strip()}` names no rows; write them like 57-60,63.")
    return low, high


def _rank(ticket: Ticket) -> list[tuple[int, int, str]]:
    """Return what sorts 998 before 4711, and capitals with small letters; equal ones stay as they are."""
    return [*_ranks(_NUMBERS.split(ticket.rank.casefold()))]


def _ranks(parts: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    for part in parts:
        if part:
            is_number = part.isascii() and part.isdigit()
            yield (0, int(part), "") if is_number else (1, 0, part)
