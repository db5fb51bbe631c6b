"""How a stack for the printer is wanted."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import count, islice, takewhile
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class StackPlan:
    """How a stack is wanted; `copies` is for all, else each row says its own.

    With `duplex` each person begins on a sheet of paper of their own. A limit on pages or bytes splits the
    stack into numbered parts, between two people.
    """

    target: Path
    duplex: bool = False
    slips: bool = False
    copies: int | None = None
    most_pages: int | None = None
    most_bytes: int | None = None

    def sides(self, pages: int) -> int:
        """Return how many sides of paper so many pages take."""
        return pages + pages % 2 if self.duplex else pages

    def sheets(self, sides: int) -> int:
        """Return how many sheets of paper so many sides are, when each person begins a sheet."""
        return sides // 2 if self.duplex else sides

    def part(self, number: int) -> Path:
        """Return the file of a part, counted from 1."""
        if self.most_pages is None and self.most_bytes is None:
            return self.target
        return self.target.with_name(f"{self.target.stem}-{number}{self.target.suffix}")

    def older(self, written: Collection[Path]) -> Iterator[Path]:
        """Yield what an earlier run with more parts than those that were written now has left."""
        found = takewhile(Path.is_file, map(self.part, count(len(written) + 1)))
        if self.part(1) != self.target:
            yield from found
        elif not written:
            yield from islice(found, 1)
