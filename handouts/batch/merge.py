"""Put the handouts of a run into one stack for the printer, or into numbered parts of a bounded size."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from handouts.batch.parts import Bundle, Overfull, Parts, Place, paint_papers
from handouts.batch.record import Entry
from handouts.batch.row_maker import CheckedRow, LaidOutRow, RowMaker
from handouts.batch.run import Outcome, changed, entry_of, unforeseen
from handouts.batch.stack_plan import StackPlan
from handouts.batch.table import Row
from handouts.batch.tally import Counted, compose_slip, compose_tally, person_of
from handouts.library.words import Speech, find_words
from handouts.page.printer_pages import lay_out_slip, lay_out_tally
from handouts.pipeline import faults_told
from handouts.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Stacked:
    """A handout in a stack, and where it stands there."""

    ticket: CheckedRow
    code: str
    place: Place


@dataclass(frozen=True)
class Merged:
    """The files of a stack, which row stands where, and what is to be said of them."""

    paths: list[Path]
    stacked: list[Stacked]
    warnings: list[Problem]

    def entries(self, press: RowMaker) -> Iterator[Entry]:
        """Yield the lines of the record."""
        hashes = [_sha256(path) for path in self.paths]
        for one in self.stacked:
            yield entry_of(
                one.ticket,
                press.run.roster.path.name,
                file=self.paths[one.place.part - 1].name,
                sha256=hashes[one.place.part - 1],
                code=one.code,
                content=press.content,
                pages=f"{one.place.first}-{one.place.last}",
            )


def write_stack(
    plan: StackPlan,
    press: RowMaker,
    *,
    rows: Iterable[tuple[CheckedRow, Row | None]],
    left_out: Sequence[int],
    told: Callable[[Outcome], None],
) -> Merged:
    """Return the stack that was written; `told` hears of each row, and of what is wrong with it.

    A row is None where it is gone from the roster. Each part appears whole. Raises OSError where it cannot
    be written, and ContentError where the tally cannot be set.
    """
    missing = [*left_out]
    with Parts(plan) as parts:
        writer = _Writer(plan, press, parts)
        for ticket, row in rows:
            outcome = _stacked(ticket, row, press, writer=writer)
            missing += [ticket.row] if outcome.problems else []
            told(outcome)
        writer.end(missing)
    return Merged(parts.paths, writer.stacked, [_warning(one, press) for one in parts.overfull])


def _stacked(ticket: CheckedRow, row: Row | None, press: RowMaker, *, writer: "_Writer") -> Outcome:
    if row is None:
        return Outcome(ticket, (changed(ticket, press.run),))
    try:
        printed = press.lay_out(row)
        if printed.checked.key != ticket.key:
            return Outcome(ticket, (changed(ticket, press.run),))
        person = writer.painted(replace(printed, checked=ticket))
    except ContentError as error:
        return Outcome(ticket, tuple(error.problems))
    except Exception as error:
        return Outcome(ticket, (unforeseen(row, error, run=press.run),))
    writer.add(person)
    return Outcome(ticket)


def _warning(overfull: Overfull, press: RowMaker) -> Problem:
    path, row = overfull.path, overfull.row
    what = "this handout" if row else "the tally"
    message = (
        f"warning: {what} alone takes {overfull.taken}, more than a part may have; it is all of `{path}`."
    )
    return press.run.roster.problem(row, 0, message) if row else Problem(path, 0, 0, message)


@dataclass(frozen=True, slots=True)
class _Person:
    """The handout of a row, painted."""

    printed: LaidOutRow
    counted: Counted
    bundle: Bundle


class _Writer:
    """Adds people to the parts, each as often as wanted, and the tally of them all."""

    def __init__(self, plan: StackPlan, press: RowMaker, parts: Parts) -> None:
        self.stacked: list[Stacked] = []
        self._plan = plan
        self._press = press
        self._parts = parts
        self._counted: list[Counted] = []
        self._last: LaidOutRow | None = None
        self._speeches: dict[str, Speech] = {}

    def painted(self, printed: LaidOutRow) -> _Person:
        """Return a handout painted, with its slip and copies; raise ContentError for faults in content."""
        ticket = printed.checked
        counted = Counted(ticket, len(printed.pages.sheets), self._plan.copies or ticket.copies)
        speech = self._speech(printed)
        with faults_told(self._press.library):
            papers = [paint_papers(printed.pages, self._plan)] * counted.copies
            if self._plan.slips:
                slip = lay_out_slip(compose_slip(counted, speech), printed.style)
                papers.insert(0, paint_papers(replace(printed.pages, sheets=(slip,)), self._plan))
        title, label = person_of(ticket, speech), ticket.id or str(ticket.row)
        return _Person(printed, counted, Bundle(ticket.row, title, label, papers))

    def add(self, person: _Person) -> None:
        """Add a person's handout; raises OSError."""
        printed = person.printed
        place = self._parts.add(person.bundle)
        self._counted.append(person.counted)
        self._last = printed
        self.stacked.append(Stacked(printed.checked, printed.code, place))

    def end(self, left_out: Sequence[int]) -> None:
        """Add the tally, unless no one was printed; raises OSError and ContentError."""
        if self._last is None:
            return
        last, sides = self._last, self._parts.all_sides
        tally = compose_tally(
            self._counted,
            roster=self._press.run.roster.path.name,
            sides=sides,
            sheets=self._plan.sheets(sides),
            left_out=sorted(left_out),
            speech=self._speech(last),
        )
        with faults_told(self._press.library):
            pages = replace(last.pages, sheets=lay_out_tally(tally, last.style))
            papers = [paint_papers(pages, self._plan)]
        self._parts.add(Bundle(0, tally.heading, tally.heading, papers))

    def _speech(self, printed: LaidOutRow) -> Speech:
        language = printed.pages.language
        if language not in self._speeches:
            self._speeches[language] = find_words(language, self._press.library.folders)
        return self._speeches[language]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
