"""How a stack is wanted, and its parts, filled one by one: none is over its limit if it can be helped."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice, takewhile
from pathlib import Path
from types import TracebackType

from handouts.batch.printer import Media
from handouts.batch.row_maker import CheckedRow
from handouts.page.pages import LaidOut, Page
from handouts.pdf.pages import PaintedPages, paint_pages
from handouts.pdf.stack import Stack
from handouts.schema.printer import FlipEdge

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class StackPlan:
    """How a stack is wanted; `copies` is for all, else each row says its own.

    With `duplex` each person begins on a sheet of paper of their own, which is turned over on its `edge`. A
    limit on pages or bytes splits the stack into numbered parts, between two people.
    """

    target: Path
    duplex: bool = False
    slips: bool = False
    copies: int | None = None
    most_pages: int | None = None
    most_bytes: int | None = None
    edge: FlipEdge = "long"

    @property
    def flip(self) -> FlipEdge | None:
        """The edge on which its sheets are turned over, if they are."""
        return self.edge if self.duplex else None

    def sides(self, pages: int) -> int:
        """Return how many sides of paper so many pages take."""
        return pages + pages % 2 if self.duplex else pages

    def sheets(self, sides: int) -> int:
        """Return how many sheets of paper so many sides are, when each person begins a sheet."""
        return sides // 2 if self.duplex else sides

    def of_media(self, media: Media) -> "StackPlan":
        """Return the same stack with the name of a paper in its own."""
        return replace(
            self, target=self.target.with_stem(f"{self.target.stem}-{media.name}"), edge=media.edge
        )

    def media(self, row: CheckedRow) -> Media:
        """Return the paper that a row's stack is printed on.

        A file has one edge on which its sheets turn, so those of leaflets have a stack of their own.
        """
        return row.media if self.duplex else Media(row.media.paper)

    def by_media(self, rows: Iterable[CheckedRow]) -> dict[Media, "StackPlan"]:
        """Return the stack of each paper; where there are several, the paper is part of the name."""
        found = [*dict.fromkeys(map(self.media, rows))] or [Media("")]
        if len(found) == 1:
            return {found[0]: replace(self, edge=found[0].edge)}
        return {media: self.of_media(media) for media in found}

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


@dataclass(frozen=True, slots=True)
class Bundle:
    """What stays together in one part: the slip and the copies of a row, or the tally, whose row is 0."""

    row: int
    title: str
    label: str
    papers: Sequence[PaintedPages]

    @property
    def sides(self) -> int:
        """How many sides of paper it takes."""
        return sum(len(paper.pages) for paper in self.papers)


@dataclass(frozen=True, slots=True)
class PageRange:
    """A part of a stack, counted from 1, and the first and the last page there."""

    part: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Overfull:
    """A part that is over its limit, with the row that is alone in it and what it takes."""

    path: Path
    row: int
    taken: str


def paint_papers(laid_out: LaidOut, plan: StackPlan) -> PaintedPages:
    """Return pages painted, with a blank side after them where the next must not stand on their back.

    Raises ValueError for what cannot be tagged or set.
    """
    pages = laid_out.pages
    blank = [Page((), pages[0].style)] * (plan.sides(len(pages)) - len(pages))
    return paint_pages(replace(laid_out, pages=(*pages, *blank)))


class Parts:
    """The parts of a stack, one open at a time."""

    def __init__(self, plan: StackPlan) -> None:
        """Begin without a part."""
        self.paths: list[Path] = []
        self.overfull: list[Overfull] = []
        self.all_sides = 0
        self._plan = plan
        self._stack: Stack | None = None
        self._sides = 0
        self._row = 0

    def __enter__(self) -> "Parts":
        """Return the parts."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the open part, or leave nothing of it behind after a failure."""
        if self._stack and kind is None:
            self._end(self._stack)
        elif self._stack:
            self._stack.__exit__(kind, error, trace)

    def add(self, bundle: Bundle) -> PageRange:
        """Add what stays together, to the next part where this one has no room for it; raises OSError."""
        if self._stack and not self._has_room(self._stack, bundle):
            self._end(self._stack)
        stack = self._stack = self._stack or self._begin()
        for paper in bundle.papers:
            stack.add(paper, title=bundle.title, label=bundle.label)
        first, self._row = self._sides + 1, bundle.row
        self._sides += bundle.sides
        self.all_sides += bundle.sides
        return PageRange(len(self.paths), first, self._sides)

    def _has_room(self, stack: Stack, bundle: Bundle) -> bool:
        most_pages, most_bytes = self._plan.most_pages, self._plan.most_bytes
        if most_pages is not None and self._sides + bundle.sides > most_pages:
            return False
        return most_bytes is None or stack.size_with(bundle.papers) <= most_bytes

    def _begin(self) -> Stack:
        self.paths.append(self._plan.part(len(self.paths) + 1))
        return Stack(self.paths[-1], of=self._plan.target.name, flip=self._plan.flip)

    def _end(self, stack: Stack) -> None:
        stack.close()
        over = [Overfull(self.paths[-1], self._row, taken) for taken in self._too_much()]
        self.overfull += over[:1]
        self._stack, self._sides = None, 0

    def _too_much(self) -> Iterator[str]:
        """Yield what the part that was written takes too much of."""
        size = self.paths[-1].stat().st_size
        if self._plan.most_pages is not None and self._sides > self._plan.most_pages:
            yield f"{self._sides} pages"
        if self._plan.most_bytes is not None and size > self._plan.most_bytes:
            yield f"{size / MEGABYTE:.2f} MB"
