"""Put the handouts of a run into one stack for the printer, or into numbered parts of a bounded size."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from handouts.batch.entries import RecordEntry
from handouts.batch.parts import Bundle, Overfull, PageRange, Parts, StackPlan, paint_papers
from handouts.batch.row_maker import CheckedRow, LaidOutRow, RowMaker, RowTask
from handouts.batch.run import Outcome
from handouts.batch.tally import Counted, compose_slip, compose_tally, person_of
from handouts.library.words import Speech
from handouts.page.printer_pages import lay_out_slip, lay_out_tally
from handouts.pdf.fonts import NoGlyphError
from handouts.pipeline import faults_told
from handouts.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class StackedRow:
    """A handout in a stack, and where it stands there."""

    checked: CheckedRow
    code: str
    pages: PageRange


class StackWriter:
    """Writes the handouts of rows into the parts of a stack, each as often as wanted, then their tally.

    After that, `paths` are its files, `rows` tells which row stands where, and `warnings` what is to be said.
    """

    def __init__(self, plan: StackPlan, maker: RowMaker, *, folder: Path) -> None:
        """Write nothing yet; plans are kept in a folder."""
        self.rows: list[StackedRow] = []
        self.warnings: list[Problem] = []
        self.paths: list[Path] = []
        self._plan = plan
        self._folder = folder
        self._maker = maker
        self._parts = Parts(plan)
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
        self.warnings = [_warning(one, self._maker) for one in self._parts.overfull]

    def entries(self) -> Iterator[RecordEntry]:
        """Yield the lines of the record."""
        hashes = [_sha256(path) for path in self.paths]
        for one in self.rows:
            part = one.pages.part - 1
            yield RecordEntry.of(
                one.checked,
                self._maker,
                file=self.paths[part].name,
                sha256=hashes[part],
                code=one.code,
                pages=f"{one.pages.first}-{one.pages.last}",
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
        self.rows.append(StackedRow(checked, one.code, pages))
        self._counted.append(counted)
        self._last = one
        return Outcome(checked.row)

    def _paint(self, one: LaidOutRow, counted: Counted) -> Bundle:
        """Return a handout painted, with its slip and copies; raise ContentError for faults in content."""
        checked, speech = one.checked, self._speech(one)
        with faults_told(self._maker.library, NoGlyphError):
            papers = [paint_papers(one.laid_out, self._plan)] * counted.copies
            if self._plan.slips:
                slip = lay_out_slip(compose_slip(counted, speech), one.style)
                papers.insert(0, paint_papers(replace(one.laid_out, pages=(slip,)), self._plan))
        return Bundle(checked.row, person_of(checked, speech), checked.id or str(checked.row), papers)

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
            papers = [paint_papers(laid_out, self._plan)]
        self._parts.add(Bundle(0, tally.heading, tally.heading, papers))

    def _speech(self, one: LaidOutRow) -> Speech:
        return self._maker.library.in_language(one.laid_out.language).speech


def _warning(overfull: Overfull, maker: RowMaker) -> Problem:
    path, row = overfull.path, overfull.row
    what = "this handout" if row else "the tally"
    message = (
        f"warning: {what} alone takes {overfull.taken}, more than a part may have; it is all of `{path}`."
    )
    return maker.run.roster.problem(row, 0, message) if row else Problem(path, 0, 0, message)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
