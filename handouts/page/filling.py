"""Pages are filled from the top down with pieces in their order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from handouts.page.block import Block, LayoutError
from handouts.page.flow import SLACK_MM, Piece, needed
from handouts.page.handout_page import Placed
from handouts.page.style import Style, mm


@dataclass
class Filling:
    """Sides being filled; `room_ends` is where the live area of the last one ends."""

    style: Style
    tight: bool = False
    sides: list[list[Placed]] = field(default_factory=list)
    y: float = 0
    room_ends: float = 0

    def begin_side(self) -> None:
        """Begin the next page."""
        self.sides.append([])
        self.y, self.room_ends = self.style.top_mm, self.style.bottom_mm

    def place(self, block: Block, y: float, *, name: str = "", section: str = "") -> None:
        """Put a block at a height of the last page, and go on after it."""
        self.sides[-1].append(Placed(block, self.style.left_mm, y, name, section))
        self.y = y + block.height

    def add(self, pieces: Iterable[Piece]) -> None:
        """Put pieces one after the other, on as many pages as they need.

        Raises LayoutError for a piece that fits no page.
        """
        waiting = list(pieces)
        if waiting and not self.sides:
            self.begin_side()
        while waiting:
            if not self.fits(waiting):
                self._turn_over(waiting)
            piece = waiting.pop(0)
            top = self.y + self._gap(piece)
            block, rest = piece.fit(self.room_ends - top)
            if block is None:
                raise self._too_long(piece)
            self.place(block, top, name=piece.name, section=piece.section)
            if rest:
                waiting.insert(0, rest)
                self.begin_side()

    def fits(self, pieces: Sequence[Piece]) -> bool:
        """Return whether the first piece, with all it must stay with, fits on the last page."""
        return self._gap(pieces[0]) + needed(pieces) <= self.room_ends - self.y + SLACK_MM

    def _gap(self, piece: Piece) -> float:
        if not self.sides[-1]:
            return 0.0
        return min(piece.gap, mm(self.style.measures.flow.least_gap_pt)) if self.tight else piece.gap

    def _turn_over(self, pieces: Sequence[Piece]) -> None:
        if self.sides[-1]:
            self.begin_side()
        if not self.fits(pieces):
            raise self._too_long(pieces[0], needed(pieces))

    def _too_long(self, piece: Piece, height: float = 0) -> LayoutError:
        limit = self.room_ends - self.style.top_mm
        return LayoutError(piece.name, limit=limit, overflow=max(height, piece.least) - limit)
