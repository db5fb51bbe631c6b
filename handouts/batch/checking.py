"""Look through every row before the first file is written: tickets of the right, problems of the wrong."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from handouts.batch.press import Press, Ticket
from handouts.batch.selection import Selection
from handouts.batch.table import Row
from handouts.problems import ContentError, Problem

# A name shorter than this is part of too many words to be looked for in a sentence.
SHORTEST_NAME = 3


@dataclass
class Checked:
    """The right rows in the order of the roster, and the problems of the wrong ones by their number.

    `problems` are those that no single row is to blame for; nothing can be made while there are any.
    """

    tickets: list[Ticket] = field(default_factory=list)
    wrong: dict[int, list[Problem]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def all_problems(self) -> list[Problem]:
        """Return every problem of the roster."""
        return [*self.problems, *(one for problems in self.wrong.values() for one in problems)]


def check_rows(press: Press, selection: Selection, *, sort: str | None = None) -> Checked:
    """Return what is right and what is wrong with the selected rows; raise ContentError for a broken roster.

    Rows that are not selected need not be right. `sort` is the key whose cells give the rows their rank.
    """
    checked = Checked()
    last = 0
    for row in press.setting.roster.rows():
        last = row.number
        if selection.has(row.number):
            _check_row(row, press, checked, sort=sort)
    _blame(checked, press)
    _refuse_equals(checked, press)
    missing = selection.missing(last, {ticket.row for ticket in checked.tickets} | checked.wrong.keys())
    checked.problems += [Problem(press.setting.roster.path, 0, 0, message) for message in missing]
    return checked


def _check_row(row: Row, press: Press, checked: Checked, *, sort: str | None) -> None:
    roster = press.setting.roster
    try:
        ticket = press.check(row)
        checked.tickets.append(replace(ticket, rank=roster.value(row, sort)) if sort else ticket)
    except ContentError as error:
        name = roster.value(row, "patient.name")
        checked.wrong[row.number] = [_nameless(problem, name) for problem in error.problems]


def _nameless(problem: Problem, name: str) -> Problem:
    """Return a problem that does not repeat a person's name."""
    if len(name) < SHORTEST_NAME or name not in problem.message + problem.hint:
        return problem
    message, hint = (text.replace(name, "…") for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)


def _blame(checked: Checked, press: Press) -> None:
    """Say a problem of another file, such as the base plan, once if all rows have it, else with each row."""
    roster = press.setting.roster
    elsewhere: Mapping[Problem, set[int]] = defaultdict(set)
    for number, problems in checked.wrong.items():
        for problem in problems:
            if problem.path != roster.path:
                elsewhere[problem].add(number)
    count = len(checked.tickets) + len(checked.wrong)
    shared = {problem for problem, rows in elsewhere.items() if len(rows) == count}
    checked.problems += sorted(shared)
    for number, problems in checked.wrong.items():
        own = [problem for problem in problems if problem not in shared]
        checked.wrong[number] = [
            one
            if one.path == roster.path
            else roster.problem(number, 0, f"{replace(one, hint='')}", one.hint)
            for one in own
        ]


def _refuse_equals(checked: Checked, press: Press) -> None:
    """Move every row but the first of those with one id or one file to the wrong ones."""
    seen: dict[str, Ticket] = {}
    for ticket in checked.tickets:
        for problem in _equals(ticket, press, seen):
            checked.wrong.setdefault(ticket.row, []).append(problem)
    checked.tickets = [ticket for ticket in checked.tickets if ticket.row not in checked.wrong]


def _equals(ticket: Ticket, press: Press, seen: dict[str, Ticket]) -> Iterator[Problem]:
    # Some systems take names for equal that differ in capitals only.
    marks = [f"id {ticket.id}".casefold()] if ticket.id else []
    marks.append(f"file {ticket.file}".casefold())
    first = next((seen[mark] for mark in marks if mark in seen), None)
    seen |= {mark: ticket for mark in marks if mark not in seen}
    if first is None:
        return
    roster = press.setting.roster
    column = roster.keys.index("patient.id") + 1 if "patient.id" in roster.keys else 0
    if ticket.id and ticket.id.casefold() == first.id.casefold():
        message = f"the id `{ticket.id}` is in row {first.row} too."
        yield roster.problem(ticket.row, column, message, "Keep one of them, or print the other by itself.")
    else:
        message = f"this would be the same file as row {first.row}, `{ticket.file}`."
        yield roster.problem(ticket.row, column, message, "Give each row a `patient.id` of its own.")
