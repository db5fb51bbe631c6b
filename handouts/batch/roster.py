"""Turn a roster, CSV or Excel, into rows whose cells are values of a plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from handouts.batch.columns import KEYS, REASON, Renames, collapsed, name_columns
from handouts.batch.csv_table import open_csv
from handouts.batch.table import AS_TEXT, MOST_COLUMNS, NO_VALUE, Cell, CellFault, Dated, RosterRow, Table
from handouts.problems import ContentError, Problem

# Where a date or a time of a spreadsheet is one.
DATED = ("date", "review", "goal", "note", "private_note")

# Kinds of spreadsheet that are not read, and what to do.
OTHER_KINDS = {
    ".xls": "an old Excel workbook",
    ".xlsm": "a workbook with macros",
    ".xlsb": "a binary Excel workbook",
    ".ods": "an OpenDocument sheet",
    ".numbers": "a Numbers sheet",
}


@dataclass(frozen=True)
class Roster:
    """A table whose columns are known: the headings as they stand there, and the key of each."""

    table: Table
    headings: tuple[str, ...]
    keys: tuple[str | None, ...]

    @property
    def path(self) -> Path:
        """The file."""
        return self.table.path

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows below the headings that say anything, one at a time; raise ContentError."""
        rows = self.table.rows()
        next(rows, None)
        return (row for row in rows if any(self.said(row)))

    def said(self, row: RosterRow) -> Iterator[tuple[int, str, str | CellFault]]:
        """Yield the column, key and content of each cell that says something of a plan."""
        pairs = zip_longest(self.keys, row.cells, fillvalue=None)
        for column, (key, cell) in enumerate(pairs, start=1):
            if cell and key and key != REASON:
                yield column, key, _meant(cell, key)

    def value(self, row: RosterRow, key: str) -> str:
        """Return the text of a row's cell in the column of a key, or nothing."""
        return next((cell for _, of, cell in self.said(row) if of == key and isinstance(cell, str)), "")

    def refuse_stray_cells(self, row: RosterRow) -> None:
        """Raise ContentError for a row that has more cells than there are headings for them."""
        strays = (
            column
            for column, cell in enumerate(row.cells, start=1)
            if cell and (column > len(self.headings) or not self.headings[column - 1])
        )
        column = next(strays, 0)
        if column or len(row.cells) > len(self.headings):
            more = "the row has more cells than there are headings."
            message = "this cell is below no heading." if column else more
            hint = f"Put text that has a `{self.table.delimiter}` in it in quotes."
            problem = self.problem(row.number, column, message, hint if self.table.sheet is None else "")
            raise ContentError([problem])

    def problem(self, number: int, column: int, message: str, hint: str = "") -> Problem:
        """Return a problem with a cell, or with a row where the column is 0."""
        return self.in_cell(Problem(self.path, number, column, message, hint))

    def in_cell(self, problem: Problem) -> Problem:
        """Return a problem at a row and column of this roster with the words for them."""
        sheet = f"sheet `{self.table.sheet}` " if self.table.sheet is not None else ""
        # Without a key it is no heading that is known: it may be a cell of somebody's row.
        is_known = 0 < problem.column <= len(self.headings) and self.keys[problem.column - 1] in KEYS
        heading = self.headings[problem.column - 1] if is_known else ""
        column = (
            f", column `{heading}`" if heading else f", column {problem.column}" if problem.column else ""
        )
        return replace(problem, path=self.path, cell=f"{sheet}row {problem.line}{column}")


def open_roster(path: Path, sheet: str | None = None, *, renames: Renames) -> Roster:
    """Return a roster with its columns; raise ContentError for a file or for headings that are no use."""
    table = _open_table(path, sheet)
    first = next(table.rows(), None)
    if first is None:
        raise ContentError([Problem(path, 0, 0, "the roster is empty.")])
    headings = tuple(collapsed(cell.text if isinstance(cell, CellFault) else cell) for cell in first.cells)
    keys, problems = name_columns(headings, renames)
    roster = Roster(table, headings, keys)
    if len(headings) > MOST_COLUMNS:
        message = f"there are more than {MOST_COLUMNS} columns."
        raise ContentError([roster.problem(first.number, 0, message)])
    if problems:
        raise ContentError([roster.in_cell(replace(one, line=first.number)) for one in problems])
    _refuse_hidden_rows(table, below=first.number)
    return roster


def _refuse_hidden_rows(table: Table, *, below: int) -> None:
    """Raise ContentError where rows below the headings are hidden that hold something.

    Whoever has filtered a sheet wants the others; whoever forgot a filter wants all: only they know.
    """
    count = sum(number > below for number in table.hidden)
    if count:
        rows = "1 row" if count == 1 else f"{count} rows"
        message = f"{rows} of `{table.sheet}` {'is' if count == 1 else 'are'} hidden, by a filter or by hand."
        hint = "Show all rows, or copy those that are wanted into a new workbook."
        raise ContentError([Problem(table.path, 0, 0, message, hint)])


def _meant(cell: Cell, key: str) -> Cell:
    """Return a cell, or its fault where a spreadsheet has taken something else for a date or a time."""
    if isinstance(cell, Dated) and key not in DATED:
        message = "a spreadsheet has made a date or a time of what was typed here."
        return CellFault(message, AS_TEXT, NO_VALUE)
    return cell


def _open_table(path: Path, sheet: str | None) -> Table:
    kind = path.suffix.lower()
    if kind in OTHER_KINDS:
        message = f"this is {OTHER_KINDS[kind]}, which is not read."
        raise ContentError([Problem(path, 0, 0, message, "Save it as .xlsx or as CSV UTF-8.")])
    if kind == ".xlsx":
        # The library for workbooks is only loaded for one.
        from handouts.batch.xlsx_table import open_xlsx

        return open_xlsx(path, sheet)
    if sheet is not None:
        raise ContentError([Problem(path, 0, 0, "a CSV file has no sheets.", "Leave out `--sheet`.")])
    return open_csv(path)
