"""Pieces of a page in their order: blocks that stay whole, and text that may go on overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.page.block import Block
from handouts.page.columns import TOGETHER, Columns, Passage, in_columns


@dataclass(frozen=True, slots=True)
class Whole:
    """A block that is never split; `keep` holds it to what follows, `name` is what a person calls it.

    Neighbours of one `section` on a page are one section to a listener.
    """

    block: Block
    name: str
    gap: float
    keep: bool = False
    section: str = ""

    @property
    def least(self) -> float:
        """How much of a page it needs to begin on it."""
        return self.block.height

    def fit(self, room: float) -> "tuple[Block | None, Piece | None]":
        """Return the block if it fits, else itself as what is left."""
        fits = self.block.height <= room + SLACK_MM
        return (self.block, None) if fits else (None, self)


@dataclass(frozen=True, slots=True)
class Flowing:
    """Passages that may be parted between two pages."""

    passages: tuple[Passage, ...]
    pitch: float
    count: int
    name: str
    gap: float
    section: str = ""
    keep: bool = False

    @property
    def least(self) -> float:
        """How much of a page its first passages need."""
        return self._columns(self._ends()[0]).height

    def fit(self, room: float) -> "tuple[Block | None, Piece | None]":
        """Return as many passages as fit, and the rest."""
        for end in reversed(self._ends()):
            columns = self._columns(end)
            if columns.height <= room + SLACK_MM:
                rest = self.passages[end:]
                return columns, replace(self, passages=rest) if rest else None
        return None, self

    def _columns(self, end: int) -> Columns:
        return in_columns(self.passages[:end], pitch=self.pitch, count=self.count)

    def _ends(self) -> list[int]:
        """Return after how many passages a page may end: not after a heading, nor near either end."""
        lines = [len(passage.text.lines) for passage in self.passages]
        few = TOGETHER * self.count
        return [
            at
            for at in range(1, len(lines) + 1)
            if at == len(lines)
            or (self.passages[at - 1].role != "H3" and sum(lines[:at]) >= few and sum(lines[at:]) >= few)
        ]


Piece = Whole | Flowing

# Sums of rounded heights differ by less than this.
SLACK_MM = 0.05


def needed(pieces: Sequence[Piece]) -> float:
    """Return the room that the first piece needs, with all that it must stay with."""
    room = 0.0
    for number, piece in enumerate(pieces):
        room += piece.least + (piece.gap if number else 0)
        if not piece.keep:
            break
    return room
