"""Turn a roster, CSV or Excel, into rows whose cells are values of a plan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handouts.batch.columns import KEYS, REASON, ColumnMap, guessed, letters_of, name_columns
from handouts.batch.debris import meant
from handouts.batch.headings import ABOVE, TableBody, find_headings, headings_of, is_of_people, look_through
from handouts.batch.kinds import open_table
from handouts.batch.table import MOST_COLUMNS, CellFault, RosterRow, Table, trimmed
from handouts.problems import ContentError, Problem, file_error, listed


@dataclass(frozen=True)
class Roster:
    """A table whose columns are known: the headings as they stand in the row `top`, and the key of each.

    `width` is how many cells that row has; `notices` are what is to be said of the roster. With `faults`,
    which are wrong with its headings, the keys are the likely ones: to tell what else is wrong, and no more.
    """

    table: Table
    headings: tuple[str, ...]
    keys: tuple[str | None, ...]
    column_map: ColumnMap = ColumnMap()
    top: int = 0
    width: int = 0
    body: TableBody = TableBody()
    notices: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()

    @property
    def path(self) -> Path:
        """The file."""
        return self.table.path

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows of people, one at a time; raise ContentError."""
        return (row for row in self.rows_below() if row.number not in self.body.passed)

    def rows_below(self) -> Iterator[RosterRow]:
        """Yield the rows below the headings that say anything; raise ContentError."""
        for row in self.table.rows():
            is_wider = len(row.cells) not in (self.width, self.width + self.body.extra)
            if len(row.cells) <= self.width or not is_wider:
                row = RosterRow(row.number, trimmed(row.cells))
            if row.number > self.top and (any(self.said(row)) or self._stray(row)):
                yield row

    def said(self, row: RosterRow) -> Iterator[tuple[int, str, str | CellFault]]:
        """Yield the column, key and content of each cell that says something of a plan.

        Cells that the map joins are one, at the column of the first.
        """
        parts: dict[str, list[int]] = {}
        for at, (key, cell) in enumerate(zip(self.keys, row.cells, strict=False)):
            if cell and key and key != REASON:
                parts.setdefault(key, []).append(at)
        for key, places in parts.items():
            cells = [meant(row.cells[at], key) for at in self._in_order(key, places)]
            fault = next((cell for cell in cells if isinstance(cell, CellFault)), None)
            text = " ".join(cell for cell in cells if cell and isinstance(cell, str))
            if fault or text:
                yield places[0] + 1, key, fault or self.column_map.meaning(key, text)

    def _in_order(self, key: str, places: Sequence[int]) -> Sequence[int]:
        """Return the places of cells that are joined in the order of the map."""
        if len(places) == 1:
            return places
        order = [*map(letters_of, self.column_map.joins[key])]
        return sorted(places, key=lambda at: order.index(letters_of(self.headings[at])))

    def value(self, row: RosterRow, key: str) -> str:
        """Return the text of a row's cell in the column of a key, or nothing."""
        return next((cell for _, of, cell in self.said(row) if of == key and isinstance(cell, str)), "")

    def _stray(self, row: RosterRow) -> int:
        """Return the column of the first cell that is below no heading, or 0."""
        strays = (
            column
            for column, cell in enumerate(row.cells, start=1)
            if cell and (column > len(self.headings) or not self.headings[column - 1])
        )
        return next(strays, 0)

    def refuse_stray_cells(self, row: RosterRow) -> None:
        """Raise ContentError for a row that has more cells than there are headings for them."""
        column = self._stray(row)
        if row.number in self.body.unclear:
            message = "this row has a single cell, and all others have more."
            hint = "Delete it if it is a note; else fill in the others."
            raise ContentError([self.problem(row.number, 0, message, hint)])
        if column or len(row.cells) > max(self.width, len(self.headings)):
            more = "the row has more cells than there are headings."
            message = "this cell is below no heading." if column else more
            hint = f"Put text that has a `{self.table.delimiter}` in it in quotes."
            problem = self.problem(row.number, column, message, hint if self.table.sheet is None else "")
            raise ContentError([problem])

    def problem(self, number: int, column: int, message: str, hint: str = "") -> Problem:
        """Return a problem with a cell, or with a row where the column is 0."""
        return self.in_cell(Problem(self.path, number, column, message, hint))

    def gathered(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems with those that are the same in several rows as one."""
        alike: dict[Problem, list[int]] = {}
        for one in problems:
            is_own = one.path == self.path and one.line > 0
            alike.setdefault(replace(one, line=0, cell="") if is_own else one, []).append(one.line)
        return [
            self.in_cell(replace(one, line=min(rows)), rows) if one.path == self.path and rows[0] else one
            for one, rows in alike.items()
        ]

    def in_cell(self, problem: Problem, rows: Sequence[int] = ()) -> Problem:
        """Return a problem at a row, or in several, and a column of this roster with the words for them."""
        sheet = f"sheet `{self.table.sheet}` " if self.table.sheet is not None else ""
        # Without a key it is no heading that is known: it may be a cell of somebody's row.
        heading = self.headings[problem.column - 1] if 0 < problem.column <= len(self.headings) else ""
        heading = heading if self.column_map.key(heading) in KEYS else ""
        column = (
            f", column `{heading}`" if heading else f", column {problem.column}" if problem.column else ""
        )
        where = numbered([*{*rows}] or [problem.line])
        return replace(problem, path=self.path, cell=f"{sheet}{where}{column}")


def open_roster(
    path: Path, sheet: str | None = None, *, column_map: ColumnMap | None = None, as_far: bool = False
) -> Roster:
    """Return a roster with its columns; raise ContentError for a file or for headings that are no use."""
    return roster_of(open_table(path, sheet), column_map or ColumnMap(), as_far=as_far)


def roster_of(table: Table, column_map: ColumnMap, *, as_far: bool = False) -> Roster:
    """Return the roster that a table is; raise ContentError for headings that are no use.

    With `as_far`, faults of headings some of which are known are kept in the roster.
    """
    path = table.path
    first, above = find_headings(table, column_map)
    if first is None:
        raise file_error(path, "the roster is empty.", _other_sheets(table, column_map))
    headings = headings_of(first)
    keys, problems = name_columns(headings, column_map)
    roster = Roster(table, headings, keys, column_map, first.number, len(first.cells))
    if len(headings) > MOST_COLUMNS:
        message = f"there are more than {MOST_COLUMNS} columns."
        raise ContentError([roster.problem(first.number, 0, message)])
    if problems:
        other = _other_sheets(table, column_map) if not any(key in KEYS for key in keys) else ""
        placed = [roster.in_cell(replace(one, line=first.number)) for one in problems]
        faults = tuple(replace(one, hint=f"{one.hint} {other}".strip()) for one in placed)
        roster = replace(roster, keys=guessed(keys), faults=faults)
    if problems and not (as_far and any(key in KEYS for key in keys)):
        raise ContentError(roster.faults)
    _refuse_hidden_rows(table, below=first.number)
    body = look_through(roster.rows_below(), headings, roster.keys, width=len(first.cells))
    notices = [
        *_notices(roster, above, body),
        *filter(None, [_other_sheets(table, column_map), table.remark]),
    ]
    told = (Problem(path, 0, 0, notice) for notice in notices)
    return replace(roster, body=body, notices=tuple(told))


def _notices(roster: Roster, above: Sequence[int], body: TableBody) -> Iterator[str]:
    """Yield what is said of rows that are passed over."""
    reasons = {**dict.fromkeys(above, ABOVE), **body.passed}
    for reason in dict.fromkeys(reasons.values()):
        numbers = [number for number, why in reasons.items() if why == reason]
        yield f"{numbered(numbers)} {reason[len(numbers) > 1]}: passed over."


def _other_sheets(table: Table, column_map: ColumnMap) -> str:
    """Return what is said of the other sheets of a workbook that are rosters, too."""
    found = []
    for other in table.others():
        first, _ = find_headings(other, column_map)
        if first and is_of_people(headings_of(first), column_map):
            found.append(str(other.sheet))
    if not found:
        return ""
    fit = "fits" if len(found) == 1 else "fit"
    return f"The sheet {listed(found, last='and')} {fit}, too: name it with `--sheet`."


def numbered(numbers: Sequence[int]) -> str:
    """Return rows by their numbers as a text, such as `rows 4-60, 71`."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    said = ", ".join("-".join(map(str, one)) for one in ranges)
    return f"{'row' if len(numbers) == 1 else 'rows'} {said}"


def _refuse_hidden_rows(table: Table, *, below: int) -> None:
    """Raise ContentError where rows below the headings are hidden that hold something.

    Whoever has filtered a sheet wants the others; whoever forgot a filter wants all: only they know.
    """
    count = sum(number > below for number in table.hidden)
    if count:
        rows = "1 row" if count == 1 else f"{count} rows"
        message = f"{rows} of `{table.sheet}` {'is' if count == 1 else 'are'} hidden, by a filter or by hand."
        hint = "Show all rows, or copy those that are wanted into a new workbook."
        raise file_error(table.path, message, hint)
