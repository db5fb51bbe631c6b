"""Pieces of a page in their order: blocks that stay whole, and text that may go on overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from handouts.page.block import Block
from handouts.page.columns import Columns, Passage, in_columns


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

    @property
    def height(self) -> float:
        """How much of a page all of it needs."""
        return self.block.height

    def fit(self, room: float) -> "tuple[Block | None, Piece | None]":
        """Return the block if it fits, else itself as what is left."""
        fits = self.block.height <= room + SLACK_MM
        return (self.block, None) if fits else (None, self)


@dataclass(frozen=True, slots=True)
class Flowing:
    """Passages that may be parted between two pages; `ends` says after how many of them, the last is all.

    After `last_ends` they may be parted where they fit no page otherwise.
    """

    passages: tuple[Passage, ...]
    pitch: float
    count: int
    name: str
    gap: float
    ends: tuple[int, ...]
    last_ends: tuple[int, ...]
    section: str = ""
    keep: bool = False

    @property
    def least(self) -> float:
        """How much of a page its first passages need."""
        return self._columns(self.ends[0]).height

    @property
    def height(self) -> float:
        """How much of a page all of it needs."""
        return self._columns(self.ends[-1]).height

    def fit(self, room: float) -> "tuple[Block | None, Piece | None]":
        """Return as many passages as fit, and the rest."""
        for end in reversed(self.ends):
            columns = self._columns(end)
            if columns.height <= room + SLACK_MM:
                return columns, self._after(end)
        return None, self

    def _columns(self, end: int) -> Columns:
        return in_columns(self.passages[:end], pitch=self.pitch, count=self.count)

    def _after(self, end: int) -> "Flowing | None":
        ends, last = (tuple(at - end for at in of if at > end) for of in (self.ends, self.last_ends))
        return replace(self, passages=self.passages[end:], ends=ends, last_ends=last) if ends else None


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


def loosened(piece: Piece) -> Piece:
    """Return a piece that is parted wherever it may be as a last resort."""
    return replace(piece, ends=piece.last_ends) if isinstance(piece, Flowing) else piece


def section_height(pieces: Sequence[Piece]) -> float:
    """Return the height of the first piece with all that follows of its section."""
    of_one = list(takewhile(lambda piece: piece.section == pieces[0].section, pieces))
    return sum(piece.height + piece.gap for piece in of_one) - of_one[0].gap
