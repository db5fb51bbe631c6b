"""Look through every row before the first file is written: tickets of the right, problems of the wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice

from handouts.batch.pool import Crew, WorkerLost, processors
from handouts.batch.roster import Roster
from handouts.batch.row_maker import CheckedRow, RowMaker
from handouts.batch.selection import Selection
from handouts.batch.table import Row
from handouts.problems import ContentError, Problem

# A name shorter than this is part of too many words to be looked for in a sentence.
SHORTEST_NAME = 3

# Rows that are looked through at a time; a roster of no more is not worth the start of a worker.
AT_A_TIME = 100


@dataclass(frozen=True)
class Checked:
    """The right rows in the order of the roster, and the problems of the wrong ones by their number.

    `problems` are those that no single row is to blame for; nothing can be made while there are any.
    `stamp` is that of what all rows share, before any row was looked at.
    """

    tickets: Sequence[CheckedRow]
    wrong: Mapping[int, Sequence[Problem]]
    problems: Sequence[Problem]
    warnings: Sequence[Problem]
    stamp: tuple[object, ...]

    def all_problems(self) -> list[Problem]:
        """Return every problem of the roster."""
        return [*self.problems, *(one for problems in self.wrong.values() for one in problems)]


@dataclass
class _Found:
    """What is right and what is wrong with some rows."""

    tickets: list[CheckedRow] = field(default_factory=list)
    wrong: dict[int, list[Problem]] = field(default_factory=dict)
    warnings: set[Problem] = field(default_factory=set)

    def add(self, other: "_Found") -> None:
        self.tickets += other.tickets
        self.wrong |= other.wrong
        self.warnings |= other.warnings


def check_rows(crew: Crew[RowMaker], selection: Selection, *, workers: int | None = None) -> Checked:
    """Return what is right and what is wrong with the selected rows; raise ContentError for a broken roster.

    Rows that are not selected need not be right. `workers` are as many as there are processors, if not said.
    """
    roster, stamp = crew.tool.run.roster, crew.tool.stamp()
    last = 0

    def selected() -> Iterator[Row]:
        nonlocal last
        for row in roster.rows():
            last = row.number
            if selection.has(last):
                yield row

    found = _look_through(crew, selected(), sort=selection.sort, workers=workers or processors())
    right = {ticket.row for ticket in found.tickets}
    missing = selection.missing(last, right=right, wrong={*found.wrong})
    shared = _shared(found.wrong, len(found.tickets) + len(found.wrong), roster=roster)
    problems = [*sorted(shared), *(Problem(roster.path, 0, 0, message) for message in missing)]
    wrong = {number: _of_row(number, told, shared, roster=roster) for number, told in found.wrong.items()}
    checked = Checked(found.tickets, wrong, problems, sorted(found.warnings), stamp)
    return _without_equals(checked, roster)


def _look_through(crew: Crew[RowMaker], rows: Iterator[Row], *, sort: str | None, workers: int) -> _Found:
    """Return what is found in rows, in their order; raise WorkerLost."""
    some = iter(lambda: [*islice(rows, AT_A_TIME)], [])
    found = {}
    done = crew.map(partial(_look_at, sort=sort), some, workers=workers)
    for looked, what in chain.from_iterable(done):
        if what is None:
            raise WorkerLost
        found[looked[0].number] = what
    whole = _Found()
    for first in sorted(found):
        whole.add(found[first])
    return whole


def _look_at(press: RowMaker, rows: Iterable[Row], *, sort: str | None) -> _Found:
    roster = press.run.roster
    found = _Found(warnings=press.warnings)
    for row in rows:
        try:
            ticket = press.check(row)
            found.tickets.append(replace(ticket, sort_by=roster.value(row, sort)) if sort else ticket)
        except ContentError as error:
            name = roster.value(row, "patient.name")
            found.wrong[row.number] = [_nameless(problem, name) for problem in error.problems]
    return found


def _nameless(problem: Problem, name: str) -> Problem:
    """Return a problem that does not repeat a person's name."""
    if len(name) < SHORTEST_NAME or name not in problem.message + problem.hint:
        return problem
    message, hint = (text.replace(name, "…") for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def _shared(wrong: Mapping[int, Sequence[Problem]], count: int, *, roster: Roster) -> set[Problem]:
    """Return the problems of other files, such as the base plan, that all rows have."""
    found = Counter(problem for problems in wrong.values() for problem in {*problems})
    return {problem for problem, times in found.items() if problem.path != roster.path and times == count}


def _of_row(
    number: int, problems: Sequence[Problem], shared: set[Problem], *, roster: Roster
) -> list[Problem]:
    """Return the problems of a row; one in another file is told with the row that it comes up in."""
    return [
        one if one.path == roster.path else roster.problem(number, 0, f"{replace(one, hint='')}", one.hint)
        for one in problems
        if one not in shared
    ]


def _without_equals(checked: Checked, roster: Roster) -> Checked:
    """Return what is checked with all rows of one id or one file as wrong: who knows which is right?"""
    alike: dict[str, list[CheckedRow]] = {}
    for ticket in checked.tickets:
        for mark in _marks(ticket):
            alike.setdefault(mark, []).append(ticket)
    wrong: dict[int, list[Problem]] = {}
    for first, second, *others in (found for found in alike.values() if len(found) > 1):
        for ticket, other in [(first, second), *((later, first) for later in (second, *others))]:
            wrong.setdefault(ticket.row, [_equal(ticket, other, roster)])
    tickets = [ticket for ticket in checked.tickets if ticket.row not in wrong]
    return replace(checked, tickets=tickets, wrong={**checked.wrong, **wrong})


def _marks(ticket: CheckedRow) -> Iterator[str]:
    """Yield what no two rows may share; some systems take names for equal that differ in capitals only."""
    if ticket.id:
        yield f"id {ticket.id}".casefold()
    yield f"file {ticket.file}".casefold()


def _equal(ticket: CheckedRow, other: CheckedRow, roster: Roster) -> Problem:
    column = roster.keys.index("patient.id") + 1 if "patient.id" in roster.keys else 0
    if ticket.id and ticket.id.casefold() == other.id.casefold():
        message = f"the id `{ticket.id}` is in row {other.row} too."
        return roster.problem(ticket.row, column, message, "Keep one of them, or print the other by itself.")
    message = f"this would be the same file as row {other.row}, `{ticket.file}`."
    return roster.problem(ticket.row, column, message, "Give each row a `patient.id` of its own.")
