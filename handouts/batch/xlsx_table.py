"""Turn a sheet of an Excel workbook into rows, one at a time and with bounds on what is unpacked.

Relied on in openpyxl 3.1: `ReadOnlyWorksheet._worksheet_path`.
"""

import datetime
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from handouts.batch.table import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Cell,
    Fault,
    Row,
    refuse_more_rows,
    refuse_unfit_file,
    trimmed,
)
from handouts.problems import ContentError, Problem, did_you_mean, listed

# Unpacked, a workbook of a thousand parts or 200 MB is a trap; its texts are held in memory all at once.
MOST_PARTS = 1_000
MOST_UNPACKED = 200_000_000
MOST_TEXT = 50_000_000
TEXTS = "xl/sharedStrings.xml"
# How the parts of a workbook are packed; no spreadsheet program uses others.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

CHUNK = 1 << 20
OVERLAP = 200
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
ROW = re.compile(rb'<(?:\w+:)?row\s(?:[^>]*?\s)?r="(\d{1,9})"')
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')

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
AS_TEXT = "Format the column as text and type it again."


@dataclass(frozen=True)
class XlsxTable:
    """One sheet of a workbook; `computed` is whether any cell of it is a formula."""

    path: Path
    sheet: str
    computed: bool
    delimiter: str = ","

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not empty, the headings first; raise ContentError."""
        with _opened(self.path) as shown, _opened(self.path, formulas=True) as written:
            values = _rows(shown, self.sheet)
            formulas = _rows(written, self.sheet) if self.computed else repeat(())
            for number, (cells, behind) in enumerate(zip(values, formulas, strict=False), start=1):
                refuse_more_rows(self.path, number)
                found = trimmed([*_read_cells(cells, behind)])
                if found:
                    yield Row(number, found)


def open_xlsx(path: Path, sheet: str | None) -> XlsxTable:
    """Return the named sheet of a workbook, else its first; raise ContentError."""
    refuse_unfit_file(path)
    _refuse_trap(path)
    with _opened(path) as workbook:
        names = [one.title for one in workbook.worksheets]
        if sheet is not None and sheet not in names:
            hint = did_you_mean(sheet, names) or f"There is {listed(names, last='and')}."
            raise ContentError([Problem(path, 0, 0, f"there is no sheet `{sheet}`.", hint)])
        if not names:
            raise ContentError([Problem(path, 0, 0, "there is no sheet with cells.")])
        name = sheet if sheet is not None else names[0]
        seen = _look_through(path, workbook[name]._worksheet_path)
    if seen.merged:
        message = f"the cells {seen.merged} of `{name}` are merged, so only the first of them has a value."
        raise ContentError([Problem(path, 0, 0, message, "Unmerge them and fill in each.")])
    if seen.misplaced:
        message = f"row {seen.misplaced} of `{name}` is not in its place in the file, which hides other rows."
        raise ContentError(
            [Problem(path, 0, 0, message, "Open it in a spreadsheet program and save it again.")]
        )
    return XlsxTable(path, name, seen.computed)


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
            yield Fault(
                "the formula of this cell has no value yet.", "Open the file, let it compute, and save it."
            )
        else:
            yield _cell(cell)


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return Fault(f"the cell says `{value}`.", "Mend its formula, or type the value.")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value, cell.number_format)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    text = str(value).strip(" \t\r\n")
    if len(text) > LONGEST_CELL:
        return Fault(f"the cell has more than {LONGEST_CELL} characters.", "Shorten it.")
    return text


def _number(value: float, number_format: str) -> Cell:
    """Return a number as it is shown: 4711, not 4711.0, with the zeros that its format puts before it."""
    if abs(value) >= 10**MOST_DIGITS:
        return Fault(f"a spreadsheet keeps only {MOST_DIGITS} digits of a number.", AS_TEXT)
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


@dataclass
class _Seen:
    """What a sheet has that its rows alone do not show.

    Formulas, the first merged cells below the first row, the last row, and the first that stands after one
    with a greater number or the same: openpyxl would pass over it without a word.
    """

    computed: bool = False
    merged: str = ""
    last: int = 0
    misplaced: int = 0


def _look_through(path: Path, part: str) -> _Seen:
    seen, tail = _Seen(), b""
    with zipfile.ZipFile(path) as archive, archive.open(part) as sheet:
        while chunk := sheet.read(CHUNK):
            text = tail + chunk
            _look_at(text, seen, fresh=len(tail))
            tail = text[-OVERLAP:]
    return seen


def _look_at(text: bytes, seen: _Seen, *, fresh: int) -> None:
    """Add what a piece of a sheet shows; what ends before `fresh` was in the piece before it, too."""
    seen.computed = seen.computed or bool(FORMULA.search(text))
    spans = (found.groups() for found in MERGED.finditer(text))
    seen.merged = seen.merged or next((_span(span) for span in spans if int(span[3]) > 1), "")
    for number in (int(found[1]) for found in ROW.finditer(text) if found.end() > fresh):
        if number <= seen.last:
            seen.misplaced = seen.misplaced or number
        seen.last = max(seen.last, number)


def _span(found: tuple[bytes, ...]) -> str:
    first, top, last, bottom = (part.decode("ascii") for part in found)
    return f"{first}{top}:{last}{bottom}"
