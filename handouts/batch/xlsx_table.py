"""Turn a sheet of an Excel workbook into rows, one at a time and with bounds on what is unpacked.

Relied on in openpyxl 3.1: `ReadOnlyWorksheet._worksheet_path`.
"""

import datetime
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from handouts.batch.table import (
    AS_TEXT,
    MOST_COLUMNS,
    NO_VALUE,
    Cell,
    CellFault,
    RosterRow,
    no_value,
    refuse_more_rows,
    refuse_unfit_file,
    text_cell,
    trimmed,
)
from handouts.batch.xlsx_sheet import look_through
from handouts.problems import ContentError, Problem, did_you_mean, listed

# Unpacked, a workbook of a thousand parts or 200 MB is a trap; its texts are held in memory all at once.
MOST_PARTS = 1_000
MOST_UNPACKED = 200_000_000
MOST_TEXT = 50_000_000
TEXTS = "xl/sharedStrings.xml"
# How the parts of a workbook are packed; no spreadsheet program uses others.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# A spreadsheet keeps 15 digits of a number.
MOST_DIGITS = 15
LEADING_ZEROS = re.compile("0+")
# What openpyxl and the libraries below it raise for files that are no workbooks, or broken ones.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    SyntaxError,
    RuntimeError,
    OSError,
)


@dataclass(frozen=True)
class XlsxTable:
    """One sheet of a workbook; `computed` is whether any cell of it is a formula."""

    path: Path
    sheet: str
    computed: bool
    delimiter: str = ","

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows that are not empty, the headings first; raise ContentError."""
        with _opened(self.path) as shown, _opened(self.path, formulas=True) as written:
            values = _rows(shown, self.sheet)
            formulas = _rows(written, self.sheet) if self.computed else repeat(())
            for number, (cells, behind) in enumerate(zip(values, formulas, strict=False), start=1):
                refuse_more_rows(self.path, number)
                found = trimmed([*_read_cells(cells, behind)])
                if found:
                    yield RosterRow(number, found)


def open_xlsx(path: Path, sheet: str | None) -> XlsxTable:
    """Return the named sheet of a workbook, else the first that is shown; raise ContentError."""
    refuse_unfit_file(path)
    _refuse_trap(path)
    with _opened(path) as workbook:
        part = _find_sheet(workbook, path, sheet)
        name = part.title
        seen = look_through(path, part._worksheet_path)
    table = XlsxTable(path, name, seen.computed)
    if seen.merged:
        message = f"the cells {seen.merged} of `{name}` are merged, so only the first of them has a value."
        raise ContentError([Problem(path, 0, 0, message, "Unmerge them and fill in each.")])
    if seen.misplaced:
        message = f"row {seen.misplaced} of `{name}` is not in its place in the file, which hides other rows."
        raise ContentError(
            [Problem(path, 0, 0, message, "Open it in a spreadsheet program and save it again.")]
        )
    if seen.hidden:
        _refuse_hidden_rows(table, seen.hidden)
    return table


def _find_sheet(workbook: Any, path: Path, name: str | None) -> Any:
    """Return the sheet of a name, else the first that is shown; raise ContentError."""
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    if name is None:
        name = next((title for title, sheet in sheets.items() if sheet.sheet_state == "visible"), None)
        if name is None:
            raise ContentError([Problem(path, 0, 0, "there is no sheet with cells.")])
    if name not in sheets:
        hint = did_you_mean(name, sheets) or f"There is {listed(sheets, last='and')}."
        raise ContentError([Problem(path, 0, 0, f"there is no sheet `{name}`.", hint)])
    return sheets[name]


def _refuse_hidden_rows(table: XlsxTable, hidden: Set[int]) -> None:
    """Raise ContentError where rows below the headings are hidden that have cells.

    Whoever has filtered a sheet wants the others; whoever forgot a filter wants all: only they know.
    """
    count = sum(row.number in hidden for row in islice(table.rows(), 1, None))
    if count:
        rows = "1 row" if count == 1 else f"{count} rows"
        message = f"{rows} of `{table.sheet}` {'is' if count == 1 else 'are'} hidden, by a filter or by hand."
        hint = "Show all rows, or copy those that are wanted into a new workbook."
        raise ContentError([Problem(table.path, 0, 0, message, hint)])


@contextmanager
def _opened(path: Path, *, formulas: bool = False) -> Iterator[Any]:
    """Give the workbook with the values that it shows, or with its formulas; raise ContentError."""
    # Opened here, because openpyxl leaves a file open that it cannot read.
    with _refusing(path), path.open("rb") as file, warnings.catch_warnings():
        # They tell of parts that openpyxl leaves out, such as styles and validation.
        warnings.simplefilter("ignore")
        workbook = load_workbook(file, read_only=True, data_only=not formulas, keep_links=False)
        with closing(workbook):
            yield workbook


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Raise ContentError where the file cannot be read as a workbook."""
    try:
        yield
    except UNREADABLE as error:
        message = "this is no Excel workbook, or a damaged or encrypted one."
        hint = "Save it again as .xlsx, without a password."
        raise ContentError([Problem(path, 0, 0, message, hint)]) from error


def _rows(workbook: Any, name: str) -> Iterator[tuple[Any, ...]]:
    sheet = workbook[name]
    # What a file says of its own size is often wrong.
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_col=MOST_COLUMNS + 1)
    return rows


def _read_cells(cells: tuple[Any, ...], behind: tuple[Any, ...]) -> Iterator[Cell]:
    formulas = [cell.data_type == "f" for cell in behind]
    for index, cell in enumerate(cells):
        if cell.value is None and index < len(formulas) and formulas[index]:
            message = "the formula of this cell has no value yet."
            yield CellFault(message, "Open the file, let it compute, and save it.", NO_VALUE)
        else:
            yield _cell(cell)


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return no_value(str(value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return text_cell(str(value))


def _number(value: float, number_format: str) -> Cell:
    """Return a number as it is shown: 4711, not 4711.0, with the zeros that its format puts before it."""
    if abs(value) >= 10**MOST_DIGITS:
        # With an exponent it is read as what it is, a number that was shortened.
        return CellFault(
            f"a spreadsheet keeps only {MOST_DIGITS} digits of a number.", AS_TEXT, f"{value:.15E}"
        )
    if value != int(value):
        return repr(value)
    text = str(int(value))
    return text.zfill(len(number_format)) if LEADING_ZEROS.fullmatch(number_format) else text


def _refuse_trap(path: Path) -> None:
    """Raise ContentError for a workbook that would unpack to more than a roster can be.

    No part can unpack to more than its entry says; the unpacking itself sees to that.
    """
    with _refusing(path), zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if any(part.compress_type not in METHODS for part in parts):
            raise zipfile.BadZipFile
    sizes = {part.filename: part.file_size for part in parts}
    if len(sizes) > MOST_PARTS or sum(sizes.values()) > MOST_UNPACKED or sizes.get(TEXTS, 0) > MOST_TEXT:
        message = "unpacked, this workbook is far larger than any roster."
        hint = "Copy the rows into a new workbook, or save them as CSV."
        raise ContentError([Problem(path, 0, 0, message, hint)])
