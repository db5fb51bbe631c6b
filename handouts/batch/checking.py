"""Look through every row before the first file is written: which are right, and what is wrong with others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice

from handouts.batch.roster import Roster
from handouts.batch.row_maker import CheckedRow, RowMaker
from handouts.batch.selection import Selection
from handouts.batch.table import RosterRow
from handouts.batch.workers import WorkerLost, Workers, processors
from handouts.problems import ContentError, Problem

# Rows that are looked through at a time; a roster of no more is not worth the start of a worker.
AT_A_TIME = 100


@dataclass(frozen=True)
class RosterCheck:
    """The right rows in the order of the roster, and the problems of the wrong ones by their number.

    `problems` are those that no single row is to blame for; nothing can be made while there are any.
    `stamp` is that of what all rows share, before any row was looked at.
    """

    rows: Sequence[CheckedRow]
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

    rows: list[CheckedRow] = field(default_factory=list)
    wrong: dict[int, list[Problem]] = field(default_factory=dict)
    warnings: set[Problem] = field(default_factory=set)

    def add(self, other: "_Found") -> None:
        self.rows += other.rows
        self.wrong |= other.wrong
        self.warnings |= other.warnings


def check_rows(workers: Workers[RowMaker], selection: Selection, *, count: int | None = None) -> RosterCheck:
    """Return what is right and what is wrong with the selected rows; raise ContentError for a broken roster.

    Rows that are not selected need not be right. They are looked through by `count` workers, else by as many
    as there are processors.
    """
    roster, stamp = workers.tool.run.roster, workers.tool.stamp()
    last = 0

    def selected() -> Iterator[RosterRow]:
        nonlocal last
        for row in roster.rows():
            last = row.number
            if selection.has(last, roster.value(row, "patient.id") if selection.ids else ""):
                yield row

    found = _look_through(workers, selected(), sort=selection.sort, count=count or processors())
    right = {one.row for one in found.rows}
    ids = {one.id for one in found.rows}
    missing = selection.missing(last, right=right, wrong={*found.wrong}, ids=ids)
    shared = _shared(found.wrong, len(found.rows) + len(found.wrong), roster=roster)
    problems = [*sorted(shared), *(Problem(roster.path, 0, 0, message) for message in missing)]
    wrong = {number: _of_row(number, told, shared, roster=roster) for number, told in found.wrong.items()}
    if roster.faults:
        problems = [*roster.faults, *problems]
        wrong = {number: [*filter(_is_in_cell, told)] for number, told in wrong.items()}
    told = [*roster.gathered(sorted(found.warnings)), *_namesakes(found.rows, roster)]
    warnings = [*roster.notices, *sorted(told)]
    checked = RosterCheck(found.rows, wrong, problems, warnings, stamp)
    return _without_equals(checked, roster)


def _look_through(
    workers: Workers[RowMaker], rows: Iterator[RosterRow], *, sort: str | None, count: int
) -> _Found:
    """Return what is found in rows, in their order; raise WorkerLost."""
    some = iter(lambda: [*islice(rows, AT_A_TIME)], [])
    found = {}
    done = workers.map(partial(_look_at, sort=sort), some, workers=count)
    for looked, what in chain.from_iterable(done):
        if what is None:
            raise WorkerLost
        found[looked[0].number] = what
    whole = _Found()
    for first in sorted(found):
        whole.add(found[first])
    return whole


def _look_at(maker: RowMaker, rows: Iterable[RosterRow], *, sort: str | None) -> _Found:
    roster = maker.run.roster
    found = _Found(warnings=maker.warnings)
    for row in rows:
        try:
            checked = maker.check(row)
            found.rows.append(replace(checked, sort_by=roster.value(row, sort)) if sort else checked)
        except ContentError as error:
            found.wrong[row.number] = [*error.problems]
    return found


def _shared(wrong: Mapping[int, Sequence[Problem]], count: int, *, roster: Roster) -> set[Problem]:
    """Return the problems of other files, such as the base plan, that all rows have."""
    found = Counter(problem for problems in wrong.values() for problem in {*problems})
    return {problem for problem, times in found.items() if problem.path != roster.path and times == count}


def _is_in_cell(problem: Problem) -> bool:
    """Return whether a problem holds whatever the headings mean: what is missing may be below a wrong one."""
    return problem.column > 0 and " is missing" not in problem.message


def _of_row(
    number: int, problems: Sequence[Problem], shared: set[Problem], *, roster: Roster
) -> list[Problem]:
    """Return the problems of a row; one in another file is told with the row that it comes up in."""
    return [
        one if one.path == roster.path else roster.problem(number, 0, f"{replace(one, hint='')}", one.hint)
        for one in problems
        if one not in shared
    ]


def _namesakes(rows: Iterable[CheckedRow], roster: Roster) -> Iterator[Problem]:
    """Yield which rows have one name and no id: they may be two people, or one person twice."""
    alike: dict[str, list[int]] = {}
    for one in rows:
        if one.name:
            alike.setdefault(one.name, []).append(one.row)
    hint = "For one person, put all exercises into one cell, parted by `;`."
    for found in alike.values():
        if len(found) > 1:
            message = (
                f"one name stands in {len(found)} rows without an id, so {len(found)} handouts are made."
            )
            yield roster.in_cell(Problem(roster.path, found[0], 0, message, hint), found)


def _without_equals(checked: RosterCheck, roster: Roster) -> RosterCheck:
    """Return what is checked without rows that are there again, and without all that differ under one id."""
    alike: dict[str, list[CheckedRow]] = {}
    for one in checked.rows:
        for mark in _marks(one):
            alike.setdefault(mark, []).append(one)
    wrong: dict[int, list[Problem]] = {}
    for first, *others in (found for found in alike.values() if len(found) > 1):
        is_same = len({(one.key, one.copies) for one in (first, *others)}) == 1
        # Who knows which is right? Where all say the same, the first is as good as any.
        pairs = [] if is_same else [(first, others[0])]
        for one, other in [*pairs, *((later, first) for later in others)]:
            wrong.setdefault(one.row, [_equal(one, other, roster, is_same=is_same)])
    rows = [one for one in checked.rows if one.row not in wrong]
    return replace(checked, rows=rows, wrong={**checked.wrong, **wrong})


def _marks(one: CheckedRow) -> Iterator[str]:
    """Yield what no two rows may share; some systems take names for equal that differ in capitals only.

    Rows without an id get files of their own, so two of them are one too many only if they say the same.
    """
    if one.id:
        yield f"id {one.id}".casefold()
        yield f"file {one.file}".casefold()
    else:
        yield f"key {one.key}"


def _equal(one: CheckedRow, other: CheckedRow, roster: Roster, *, is_same: bool) -> Problem:
    column = roster.keys.index("patient.id") + 1 if "patient.id" in roster.keys else 0
    if is_same:
        message = f"this row says the same as row {other.row}."
        return roster.problem(one.row, column, message, "Delete it, or leave it out with `--skip-bad`.")
    if one.id.casefold() == other.id.casefold():
        message = f"this id is in row {other.row} too."
        hint = "Put the exercises of one person into one cell, parted by `;`, or print the other by itself."
        return roster.problem(one.row, column, message, hint)
    message = f"this would be the same file as row {other.row}."
    return roster.problem(one.row, column, message, "Give each row a `patient.id` of its own.")
