"""How a stack for the printer is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


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

    def part(self, number: int) -> Path:
        """Return the file of a part, counted from 1."""
        if self.most_pages is None and self.most_bytes is None:
            return self.target
        return self.target.with_name(f"{self.target.stem}-{number}{self.target.suffix}")

    def older_parts(self, count: int) -> Iterator[Path]:
        """Yield the parts of an earlier run with more parts than `count`."""
        number = count + 1
        while self.part(number) != self.target and self.part(number).is_file():
            yield self.part(number)
            number += 1
