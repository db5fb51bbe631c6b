"""Put the handouts of a run into one stack for the printer, or into numbered parts of a bounded size."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path
from typing import Any

from handouts.batch.press import Press, Printed, Ticket
from handouts.batch.record import Entry
from handouts.batch.run import Outcome, changed, entry_of
from handouts.batch.stack_plan import StackPlan
from handouts.batch.table import Row
from handouts.batch.tally import Counted, compose_slip, compose_tally, person_of
from handouts.page.printer_pages import BlankSide, lay_out_slip, lay_out_tally
from handouts.page.sheet import Pages
from handouts.pdf.stack import Stack
from handouts.problems import ContentError
from handouts.words import Speech, find_words


@dataclass(frozen=True, slots=True)
class Stacked:
    """A handout in a stack: its part, counted from 1, and its first and last page there."""

    ticket: Ticket
    code: str
    part: int
    first: int
    last: int


@dataclass(frozen=True)
class Merged:
    """The files of a stack, and which row stands where."""

    paths: list[Path]
    stacked: list[Stacked]

    def entries(self, press: Press) -> Iterator[Entry]:
        """Yield the lines of the record."""
        hashes = [_sha256(path) for path in self.paths]
        for one in self.stacked:
            yield entry_of(
                one.ticket,
                press.setting.roster.path.name,
                file=self.paths[one.part - 1].name,
                sha256=hashes[one.part - 1],
                code=one.code,
                content=press.content,
                pages=f"{one.first}-{one.last}",
            )


def write_stack(
    plan: StackPlan,
    press: Press,
    *,
    rows: Iterable[tuple[Ticket, Row | None]],
    left_out: Sequence[int],
    told: Callable[[Outcome], None],
) -> Merged:
    """Return the stack that was written; `told` hears of each row, and of what is wrong with it.

    A row is None where it is gone from the roster.

    Each part appears whole. Raises OSError where it cannot be written.
    """
    missing = [*left_out]
    with _Parts(plan) as parts:
        writer = _Writer(plan, press, parts)
        for ticket, row in rows:
            outcome = _stacked(ticket, row, press, writer=writer)
            missing += [ticket.row] if outcome.problems else []
            told(outcome)
        writer.end(missing)
    return Merged(parts.paths, writer.stacked)


def _stacked(ticket: Ticket, row: Row | None, press: Press, *, writer: "_Writer") -> Outcome:
    if row is None:
        return Outcome(ticket, (changed(ticket, press.setting),))
    try:
        printed = press.print(row)
    except ContentError as error:
        return Outcome(ticket, tuple(error.problems))
    if printed.ticket.key != ticket.key:
        return Outcome(ticket, (changed(ticket, press.setting),))
    writer.add(replace(printed, ticket=ticket))
    return Outcome(ticket)


class _Parts:
    """The parts of a stack, one open at a time."""

    def __init__(self, plan: StackPlan) -> None:
        self.paths: list[Path] = []
        self.sides = 0
        self.all_sides = 0
        self.all_sheets = 0
        self._plan = plan
        self._stack: Stack | None = None
        self._largest = 0

    def __enter__(self) -> "_Parts":
        return self

    def __exit__(self, *failure: Any) -> None:
        if self._stack:
            self._stack.__exit__(*failure)

    def make_room(self, sides: int) -> None:
        """Begin the next part where this one cannot take so many more sides, or the largest person so far."""
        plan, stack = self._plan, self._stack
        if stack and self.sides:
            too_many = plan.most_pages is not None and self.sides + sides > plan.most_pages
            too_large = plan.most_bytes is not None and stack.size + self._largest > plan.most_bytes
            if not too_many and not too_large:
                return
            stack.close()
        self.paths.append(plan.part(len(self.paths) + 1))
        self._stack = Stack(self.paths[-1], duplex=plan.duplex)
        self.sides = 0

    def add(self, pages: Pages, *, title: str, label: str) -> None:
        """Add pages, with a blank side after them where the next ones must not stand on their back."""
        assert self._stack
        size = self._stack.size
        first = pages.sheets[0]
        sides = self._plan.sides(len(pages.sheets))
        blank = [BlankSide(first.width, first.height)] * (sides - len(pages.sheets))
        self._stack.add(replace(pages, sheets=(*pages.sheets, *blank)), title=title, label=label)
        self.sides += sides
        self.all_sides += sides
        self.all_sheets += sides // 2 if self._plan.duplex else sides
        self._largest = max(self._largest, self._stack.size - size)


class _Writer:
    """Adds people to the parts, each as often as wanted, and the tally of them all."""

    def __init__(self, plan: StackPlan, press: Press, parts: _Parts) -> None:
        self.stacked: list[Stacked] = []
        self._plan = plan
        self._press = press
        self._parts = parts
        self._counted: list[Counted] = []
        self._last: Printed | None = None
        self._speeches: dict[str, Speech] = {}

    def add(self, printed: Printed) -> None:
        """Add a person's handout."""
        ticket, parts = printed.ticket, self._parts
        one = Counted(ticket, len(printed.pages.sheets), self._plan.copies or ticket.copies)
        speech = self._speech(printed)
        title, label = person_of(ticket, speech), ticket.id or str(ticket.row)
        slip_sides = self._plan.sides(1) if self._plan.slips else 0
        parts.make_room(slip_sides + one.copies * self._plan.sides(one.pages))
        first = parts.sides + 1
        if self._plan.slips:
            slip = lay_out_slip(compose_slip(one, speech), printed.style)
            parts.add(replace(printed.pages, sheets=(slip,)), title=title, label=label)
        for _ in range(one.copies):
            parts.add(printed.pages, title=title, label=label)
        self._counted.append(one)
        self._last = printed
        code = printed.handout.origin.code if printed.handout.origin else ""
        self.stacked.append(Stacked(ticket, code, len(parts.paths), first, parts.sides))

    def end(self, left_out: Sequence[int]) -> None:
        """Add the tally, unless no one was printed."""
        if self._last is None:
            return
        parts, last, speech = self._parts, self._last, self._speech(self._last)
        tally = compose_tally(
            self._counted,
            roster=self._press.setting.roster.path.name,
            sides=parts.all_sides,
            sheets=parts.all_sheets,
            left_out=sorted(left_out),
            speech=speech,
        )
        sheets = lay_out_tally(tally, last.style)
        parts.make_room(self._plan.sides(len(sheets)))
        parts.add(replace(last.pages, sheets=sheets), title=tally.heading, label=tally.heading)

    def _speech(self, printed: Printed) -> Speech:
        language = printed.pages.language
        if language not in self._speeches:
            self._speeches[language] = find_words(language, self._press.library.folders)
        return self._speeches[language]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
