"""Pieces are put onto pages in their order: blocks that stay whole, and text that may go on overleaf."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, takewhile

from handouts.page.columns import Columns, Passage, in_columns
from handouts.page.drawable import Drawable, LayoutError, Placed
from handouts.page.parting import SLACK_MM, Whole
from handouts.page.style import Style
from handouts.page.typesetting import TOGETHER


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

    def fit(self, room: float) -> "tuple[Drawable | None, Piece | None]":
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


def page_ends(
    passages: Sequence[Passage], *, most: float, columns: int, steps: bool = False
) -> tuple[int, ...]:
    """Return after how many passages a page may end, the last being all of them.

    What stands under one heading is parted only where it is taller than `most` millimetres of `columns`
    columns: then between two passages, though not right after what leads to a list, nor in a list of steps
    unless `steps` may be parted.
    """
    few = TOGETHER * columns
    lines = [len(passage.text.lines) for passage in passages]
    inner = [at for at in range(1, len(lines)) if sum(lines[:at]) >= few and sum(lines[at:]) >= few]
    ends, begin = [], 0
    for end in [*(at for at in inner if passages[at].role == "H3"), len(lines)]:
        if sum(one.gap + one.height for one in passages[begin:end]) > most * columns:
            ends += [at for at in inner if begin < at < end and _may_part(passages, at, steps=steps)]
        ends.append(end)
        begin = end
    return tuple(ends)


def _may_part(passages: Sequence[Passage], at: int, *, steps: bool) -> bool:
    """Return whether a page may end before a passage: a list leaves no item alone on either page."""
    above, below = passages[at - 1], passages[at]
    if not below.list_number:
        return above.role != "H3"
    lists = [one.list_number for one in passages]
    earlier = at - lists.index(below.list_number)
    later = lists.count(below.list_number) - earlier
    return (steps or below.numbering != "Decimal") and min(earlier, later) >= TOGETHER


def needed(pieces: Sequence[Piece]) -> float:
    """Return the room that the first piece needs, with all that it must stay with."""
    room = 0.0
    for number, piece in enumerate(pieces):
        room += piece.least + (piece.gap if number else 0)
        if not piece.keep:
            break
    return room


def least_gap(piece: Piece, style: Style) -> float:
    """Return the gap above a piece where room is short."""
    return min(piece.gap, style.measures.flow.least_gap)


@dataclass
class Flow:
    """Pages being filled with the least gaps, which then grow as far as each page has room.

    `y` is where the last block ends, `room_ends` where the live area does. A section that fits on a page
    is left `whole` where this makes no hole.
    """

    style: Style
    whole: bool = True
    pages: list[list[Placed]] = field(default_factory=list)
    y: float = 0
    room_ends: float = 0
    # How much more of a gap each block of the last page is to have above it.
    _wanted: list[float] = field(default_factory=list)

    def begin_page(self) -> None:
        """Begin the next page."""
        self.finish()
        self.pages.append([])
        self._wanted = []
        self.y, self.room_ends = self.style.top_mm, self.style.bottom_mm

    def place(
        self, block: Drawable, y: float, *, name: str = "", section: str = "", wanted: float = 0
    ) -> None:
        """Put a block at a height of the last page, and go on after it."""
        self.pages[-1].append(Placed(block, self.style.left_mm, y, name, section))
        self._wanted.append(wanted)
        self.y = y + block.height

    def add(self, pieces: Iterable[Piece]) -> None:
        """Put pieces one after the other, on as many pages as they need.

        Raises LayoutError for a piece that fits no page.
        """
        waiting = list(pieces)
        if waiting and not self.pages:
            self.begin_page()
        while waiting:
            if not self._fits(waiting) or self._is_better_overleaf(waiting):
                self._turn_over(waiting)
            rest = self._place_piece(waiting.pop(0))
            if rest:
                waiting.insert(0, rest)
                self.begin_page()

    def finish(self) -> None:
        """Let the gaps of the last page grow to what they are to be, or as far as there is room."""
        total = sum(self._wanted)
        if not total:
            return
        share = min(1.0, max(0.0, self.room_ends - self.y) / total)
        down = accumulate(wanted * share for wanted in self._wanted)
        page = self.pages[-1]
        page[:] = [placed._replace(y=placed.y + by) for placed, by in zip(page, down, strict=True)]
        self._wanted = [0.0] * len(page)
        self.y += total * share

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        """Return whether the first piece, with all it must stay with, fits on the last page."""
        return self._gap(pieces[0]) + needed(pieces) <= self.room_ends - self.y + SLACK_MM

    def _is_better_overleaf(self, pieces: Sequence[Piece]) -> bool:
        """Return whether the first piece begins a section that would be torn to fill no more than a hole."""
        section, page = pieces[0].section, self.pages[-1]
        if not self.whole or not section or not page or page[-1].section == section:
            return False
        of_section = list(takewhile(lambda piece: piece.section == section, pieces))
        height = sum(piece.height + piece.gap for piece in of_section) - pieces[0].gap
        room = self.room_ends - self.y - self._gap(pieces[0])
        fits_a_page = height <= self.style.bottom_mm - self.style.top_mm
        return room + SLACK_MM < height and fits_a_page and room <= self.style.measures.flow.largest_hole

    def _place_piece(self, piece: Piece) -> Piece | None:
        """Put as much of a piece as fits, and return the rest."""
        gap = self._gap(piece)
        top = self.y + gap
        block, rest = piece.fit(self.room_ends - top)
        if block is None:
            raise self._too_long(piece)
        wanted = piece.gap - gap if self.pages[-1] else 0
        self.place(block, top, name=piece.name, section=piece.section, wanted=wanted)
        return rest

    def _gap(self, piece: Piece) -> float:
        """Return the least gap above a piece."""
        return least_gap(piece, self.style) if self.pages[-1] else 0.0

    def _turn_over(self, pieces: list[Piece]) -> None:
        """Begin a page that has room for the first piece, which is parted anywhere if it fits no page.

        Of pieces that no page holds together, the last ones follow on the next.
        """
        if self.pages[-1]:
            self.begin_page()
        if not self._fits(pieces):
            kept = sum(1 for _ in takewhile(lambda piece: piece.keep, pieces))
            for at, piece in enumerate(pieces[: kept + 1]):
                if isinstance(piece, Flowing):
                    pieces[at] = replace(piece, ends=piece.last_ends)
            while kept and not self._fits(pieces):
                kept -= 1
                pieces[kept] = replace(pieces[kept], keep=False)
        if not self._fits(pieces):
            raise self._too_long(pieces[0], needed(pieces))

    def _too_long(self, piece: Piece, height: float = 0) -> LayoutError:
        limit = self.room_ends - self.style.top_mm
        return LayoutError(piece.name, limit=limit, overflow=max(height, piece.least) - limit)
