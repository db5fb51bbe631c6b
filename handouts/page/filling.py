"""Pages are filled from the top down with pieces in their order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, takewhile

from handouts.page.block import Block, LayoutError
from handouts.page.flow import SLACK_MM, Piece, loosened, needed, section_height
from handouts.page.handout_page import Placed
from handouts.page.style import Style


@dataclass
class Filling:
    """Sides being filled with the least gaps, which then grow as far as each side has room.

    `y` is where the last block ends, `room_ends` where the live area does. A section that fits on a page
    is left `whole` where this makes no hole.
    """

    style: Style
    whole: bool = True
    sides: list[list[Placed]] = field(default_factory=list)
    y: float = 0
    room_ends: float = 0
    # How much more of a gap each block of the last side is to have above it.
    _wanted: list[float] = field(default_factory=list)

    def begin_side(self) -> None:
        """Begin the next page."""
        self.finish()
        self.sides.append([])
        self._wanted = []
        self.y, self.room_ends = self.style.top_mm, self.style.bottom_mm

    def place(self, block: Block, y: float, *, name: str = "", section: str = "", wanted: float = 0) -> None:
        """Put a block at a height of the last page, and go on after it."""
        self.sides[-1].append(Placed(block, self.style.left_mm, y, name, section))
        self._wanted.append(wanted)
        self.y = y + block.height

    def add(self, pieces: Iterable[Piece]) -> None:
        """Put pieces one after the other, on as many pages as they need.

        Raises LayoutError for a piece that fits no page.
        """
        waiting = list(pieces)
        if waiting and not self.sides:
            self.begin_side()
        while waiting:
            if not self.fits(waiting) or self._is_better_overleaf(waiting):
                self._turn_over(waiting)
            rest = self._place_piece(waiting.pop(0))
            if rest:
                waiting.insert(0, rest)
                self.begin_side()

    def fits(self, pieces: Sequence[Piece]) -> bool:
        """Return whether the first piece, with all it must stay with, fits on the last page."""
        return self._gap(pieces[0]) + needed(pieces) <= self.room_ends - self.y + SLACK_MM

    def finish(self) -> None:
        """Let the gaps of the last page grow to what they are to be, or as far as there is room."""
        total = sum(self._wanted)
        if not total:
            return
        share = min(1.0, max(0.0, self.room_ends - self.y) / total)
        down = accumulate(wanted * share for wanted in self._wanted)
        side = self.sides[-1]
        side[:] = [replace(placed, y=placed.y + by) for placed, by in zip(side, down, strict=True)]
        self._wanted = [0.0] * len(side)
        self.y += total * share

    def _is_better_overleaf(self, pieces: Sequence[Piece]) -> bool:
        """Return whether the first piece begins a section that would be torn to fill no more than a hole."""
        section, side = pieces[0].section, self.sides[-1]
        if not self.whole or not section or not side or side[-1].section == section:
            return False
        height, room = section_height(pieces), self.room_ends - self.y - self._gap(pieces[0])
        page = self.style.bottom_mm - self.style.top_mm
        return room + SLACK_MM < height <= page and room <= self.style.measures.flow.largest_hole

    def _place_piece(self, piece: Piece) -> Piece | None:
        """Put as much of a piece as fits, and return the rest."""
        gap = self._gap(piece)
        top = self.y + gap
        block, rest = piece.fit(self.room_ends - top)
        if block is None:
            raise self._too_long(piece)
        wanted = piece.gap - gap if self.sides[-1] else 0
        self.place(block, top, name=piece.name, section=piece.section, wanted=wanted)
        return rest

    def _gap(self, piece: Piece) -> float:
        """Return the least gap above a piece."""
        return least_gap(piece, self.style) if self.sides[-1] else 0.0

    def _turn_over(self, pieces: list[Piece]) -> None:
        """Begin a page that has room for the first piece, which is parted anywhere if it fits no page.

        Of pieces that no page holds together, the last ones follow on the next.
        """
        if self.sides[-1]:
            self.begin_side()
        if not self.fits(pieces):
            kept = sum(1 for _ in takewhile(lambda piece: piece.keep, pieces))
            pieces[: kept + 1] = map(loosened, pieces[: kept + 1])
            while kept and not self.fits(pieces):
                kept -= 1
                pieces[kept] = replace(pieces[kept], keep=False)
        if not self.fits(pieces):
            raise self._too_long(pieces[0], needed(pieces))

    def _too_long(self, piece: Piece, height: float = 0) -> LayoutError:
        limit = self.room_ends - self.style.top_mm
        return LayoutError(piece.name, limit=limit, overflow=max(height, piece.least) - limit)


def least_gap(piece: Piece, style: Style) -> float:
    """Return the gap above a piece where room is short."""
    return min(piece.gap, style.measures.flow.least_gap)
