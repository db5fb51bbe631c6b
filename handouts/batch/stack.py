"""Put the handouts of a run into one stack for the printer, or into numbered parts of a bounded size."""

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice, takewhile
from pathlib import Path
from types import TracebackType

from handouts.batch.printer import Media
from handouts.batch.record import Line, entry_of, sha256_of
from handouts.batch.row_maker import CheckedRow, LaidOutRow, RowMaker, RowTask
from handouts.batch.run import Outcome
from handouts.batch.tally import Counted, compose_slip, compose_tally, person_of
from handouts.library.words import Speech
from handouts.page.pages import LaidOut, Page
from handouts.page.printer_pages import lay_out_slip, lay_out_tally
from handouts.pdf.fonts import NoGlyphError
from handouts.pdf.pages import PaintedPages, paint_pages
from handouts.pdf.stack import Stack
from handouts.pipeline import faults_told
from handouts.problems import ContentError, Problem
from handouts.schema.papers import FlipEdge

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
class _Bundle:
    """What stays together in one part: the slip and the copies of a row, or the tally, whose row is 0."""

    row: int
    title: str
    label: str
    papers: Sequence[PaintedPages]

    @property
    def sides(self) -> int:
        """How many sides of paper it takes."""
        return sum(len(paper.pages) for paper in self.papers)


class _Parts:
    """The parts of a stack, one open at a time; `overfull` is said of those over their limit, by row."""

    def __init__(self, plan: StackPlan) -> None:
        self.paths: list[Path] = []
        self.overfull: list[Problem] = []
        self.all_sides = 0
        self._plan = plan
        self._stack: Stack | None = None
        self._sides = 0
        self._row = 0

    def __enter__(self) -> "_Parts":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the open part, or leave nothing of it behind after a failure."""
        if self._stack and kind is None:
            self._end(self._stack)
        elif self._stack:
            self._stack.__exit__(kind, error, trace)

    def add(self, bundle: _Bundle) -> str:
        """Return the pages, such as `3-4`, of what stays together in the last part; raises OSError.

        It is the next part where the open one has no room.
        """
        if self._stack and not self._has_room(self._stack, bundle):
            self._end(self._stack)
        stack = self._stack = self._stack or self._begin()
        for paper in bundle.papers:
            stack.add(paper, title=bundle.title, label=bundle.label)
        first, self._row = self._sides + 1, bundle.row
        self._sides += bundle.sides
        self.all_sides += bundle.sides
        return f"{first}-{self._sides}"

    def _has_room(self, stack: Stack, bundle: _Bundle) -> bool:
        most_pages, most_bytes = self._plan.most_pages, self._plan.most_bytes
        if most_pages is not None and self._sides + bundle.sides > most_pages:
            return False
        return most_bytes is None or stack.size_with(bundle.papers) <= most_bytes

    def _begin(self) -> Stack:
        self.paths.append(self._plan.part(len(self.paths) + 1))
        return Stack(self.paths[-1], of=self._plan.target.name, flip=self._plan.flip)

    def _end(self, stack: Stack) -> None:
        stack.close()
        path, plan, taken = self.paths[-1], self._plan, ""
        size = path.stat().st_size
        if plan.most_pages is not None and self._sides > plan.most_pages:
            taken = f"{self._sides} pages"
        elif plan.most_bytes is not None and size > plan.most_bytes:
            taken = f"{size / MEGABYTE:.2f} MB"
        if taken:
            what = "this handout" if self._row else "the tally"
            message = f"{what} alone takes {taken}, more than a part may have; it is all of `{path}`."
            self.overfull.append(Problem(path, self._row, 0, f"warning: {message}"))
        self._stack, self._sides = None, 0


class StackWriter:
    """Writes the handouts of rows into the parts of a stack, each as often as wanted, then their tally.

    After that, `paths` are its files, and `warnings` what is to be said.
    """

    def __init__(self, plan: StackPlan, maker: RowMaker, *, folder: Path) -> None:
        """Write nothing yet; plans are kept in a folder."""
        self.warnings: list[Problem] = []
        self.paths: list[Path] = []
        self._plan = plan
        self._folder = folder
        self._maker = maker
        self._parts = _Parts(plan)
        # The part, the row, the code and the pages of each handout: its whole line takes far more memory.
        self._printed: list[tuple[Path, CheckedRow, str, str]] = []
        self._counted: list[Counted] = []
        self._last: LaidOutRow | None = None

    def write(self, tasks: Iterable[RowTask], *, left_out: Sequence[int]) -> Generator[Outcome]:
        """Yield what becomes of each row; the tally names those that are `left_out` and those that fail.

        Each part appears whole, and nothing is left of one that is not ended. Raises OSError where it cannot
        be written, and ContentError where the tally cannot be set.
        """
        missing = [*left_out]
        with self._parts:
            for task in tasks:
                outcome = self._add(task)
                missing += [outcome.row] if outcome.problems else []
                yield outcome
            self._add_tally(missing)
        self.paths = self._parts.paths
        roster = self._maker.run.roster
        self.warnings = [roster.in_cell(one) if one.line else one for one in self._parts.overfull]

    def entries(self) -> Iterator[Line]:
        """Yield the lines of the record."""
        hashes = {path: sha256_of(path) for path in self.paths}
        for path, row, code, pages in self._printed:
            yield entry_of(
                row, self._maker, file=path.name, sha256=hashes[path] or "", code=code, pages=pages
            )

    def _add(self, task: RowTask) -> Outcome:
        """Add the handout of a row, unless something is wrong with it; raises OSError."""
        checked = task.checked
        try:
            with self._maker.program_faults_told(task):
                one = self._maker.lay_out(task)
                counted = Counted(checked, len(one.laid_out.pages), self._plan.copies or checked.copies)
                bundle = self._paint(one, counted)
                self._maker.keep_plan(one, self._folder)
        except ContentError as error:
            return Outcome(checked.row, error.problems)
        pages = self._parts.add(bundle)
        self._printed.append((self._parts.paths[-1], checked, one.code, pages))
        self._counted.append(counted)
        self._last = one
        return Outcome(checked.row)

    def _paint(self, one: LaidOutRow, counted: Counted) -> _Bundle:
        """Return a handout painted, with its slip and copies; raise ContentError for faults in content."""
        checked, speech = one.checked, self._speech(one)
        with faults_told(self._maker.library, NoGlyphError):
            papers = [self._papers(one.laid_out)] * counted.copies
            if self._plan.slips:
                slip = lay_out_slip(compose_slip(counted, speech), one.style)
                papers.insert(0, self._papers(replace(one.laid_out, pages=(slip,))))
        return _Bundle(checked.row, person_of(checked, speech), checked.id or str(checked.row), papers)

    def _add_tally(self, left_out: Sequence[int]) -> None:
        """Add the tally, unless no one was printed; raises OSError and ContentError."""
        if self._last is None:
            return
        last, sides = self._last, self._parts.all_sides
        tally = compose_tally(
            self._counted,
            roster=self._maker.run.roster.path.name,
            sides=sides,
            sheets=self._plan.sheets(sides),
            left_out=sorted(left_out),
            speech=self._speech(last),
        )
        with faults_told(self._maker.library, NoGlyphError):
            laid_out = replace(last.laid_out, pages=lay_out_tally(tally, last.style))
            papers = [self._papers(laid_out)]
        self._parts.add(_Bundle(0, tally.heading, tally.heading, papers))

    def _papers(self, laid_out: LaidOut) -> PaintedPages:
        """Return pages painted, with a blank side after them where the next must not stand on their back.

        Raises ValueError for what cannot be tagged or set.
        """
        pages = laid_out.pages
        blank = [Page((), pages[0].style)] * (self._plan.sides(len(pages)) - len(pages))
        return paint_pages(replace(laid_out, pages=(*pages, *blank)))

    def _speech(self, one: LaidOutRow) -> Speech:
        return self._maker.library.in_language(one.laid_out.language).speech
