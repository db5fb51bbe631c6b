"""Look through every row before the first file is written: tickets of the right, problems of the wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handouts.batch.press import Press, Ticket
from handouts.batch.roster import Roster
from handouts.batch.selection import Selection
from handouts.problems import ContentError, Problem

# A name shorter than this is part of too many words to be looked for in a sentence.
SHORTEST_NAME = 3


@dataclass(frozen=True)
class Checked:
    """The right rows in the order of the roster, and the problems of the wrong ones by their number.

    `problems` are those that no single row is to blame for; nothing can be made while there are any.
    """

    tickets: Sequence[Ticket]
    wrong: Mapping[int, Sequence[Problem]]
    problems: Sequence[Problem]

    def all_problems(self) -> list[Problem]:
        """Return every problem of the roster."""
        return [*self.problems, *(one for problems in self.wrong.values() for one in problems)]


def check_rows(press: Press, selection: Selection, *, sort: str | None = None) -> Checked:
    """Return what is right and what is wrong with the selected rows; raise ContentError for a broken roster.

    Rows that are not selected need not be right. `sort` is the key whose cells give the rows their rank.
    """
    roster = press.setting.roster
    tickets: list[Ticket] = []
    wrong: dict[int, list[Problem]] = {}
    last = 0
    for row in roster.rows():
        last = row.number
        if not selection.has(row.number):
            continue
        try:
            ticket = press.check(row)
            tickets.append(replace(ticket, rank=roster.value(row, sort)) if sort else ticket)
        except ContentError as error:
            name = roster.value(row, "patient.name")
            wrong[row.number] = [_nameless(problem, name) for problem in error.problems]
    missing = selection.missing(last, {ticket.row for ticket in tickets} | wrong.keys())
    shared = _shared(wrong, len(tickets) + len(wrong), roster=roster)
    problems = [*sorted(shared), *(Problem(roster.path, 0, 0, message) for message in missing)]
    wrong = {number: _of_row(number, found, shared, roster=roster) for number, found in wrong.items()}
    return _without_equals(Checked(tickets, wrong, problems), roster)


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
    """Return what is checked with every row but the first of those with one id or one file as wrong."""
    seen: dict[str, Ticket] = {}
    again = {ticket.row: [*_equals(ticket, roster, seen)] for ticket in checked.tickets}
    wrong = {row: problems for row, problems in again.items() if problems}
    tickets = [ticket for ticket in checked.tickets if ticket.row not in wrong]
    return replace(checked, tickets=tickets, wrong={**checked.wrong, **wrong})


def _equals(ticket: Ticket, roster: Roster, seen: dict[str, Ticket]) -> Iterator[Problem]:
    # Some systems take names for equal that differ in capitals only.
    marks = [f"id {ticket.id}".casefold()] if ticket.id else []
    marks.append(f"file {ticket.file}".casefold())
    first = next((seen[mark] for mark in marks if mark in seen), None)
    seen |= {mark: ticket for mark in marks if mark not in seen}
    if first is None:
        return
    column = roster.keys.index("patient.id") + 1 if "patient.id" in roster.keys else 0
    if ticket.id and ticket.id.casefold() == first.id.casefold():
        message = f"the id `{ticket.id}` is in row {first.row} too."
        yield roster.problem(ticket.row, column, message, "Keep one of them, or print the other by itself.")
    else:
        message = f"this would be the same file as row {first.row}, `{ticket.file}`."
        yield roster.problem(ticket.row, column, message, "Give each row a `patient.id` of its own.")
