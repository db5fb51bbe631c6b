"""Turn a sheet of an Excel workbook into rows of what it shows, one at a time."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900
from openpyxl.utils.escape import unescape

from handouts.batch.debris import no_value
from handouts.batch.table import (
    MOST_COLUMNS,
    NO_VALUE,
    Cell,
    CellFault,
    Dated,
    RosterRow,
    Table,
    refuse_more_rows,
    trimmed,
)
from handouts.batch.xlsx_package import Attributes, Package, opened
from handouts.batch.xlsx_sheet import STRUCK, RawCell, RawRow, SheetReader, Span, read_texts
from handouts.batch.xlsx_shown import show_number, show_text
from handouts.problems import did_you_mean, file_error, listed

# The last that a sheet can have.
LAST_ROW = 1_048_576
# So many sheets are looked at for another roster.
MOST_SIBLINGS = 10
COLUMN_HIDDEN = (
    "this column is hidden, and this cell of it holds something.",
    "Show the column, or delete it.",
)
CROSSED_OUT = ("some of this text is struck through.", "Delete what does not hold, and take the line away.")
# What a sheet has beside its cells when somebody has commented on them.
COMMENTS = ("comments", "threadedComment")


class Sheet(NamedTuple):
    """A sheet of a workbook: its title, its part, and whether it is shown."""

    title: str
    part: str
    is_shown: bool


@dataclass(frozen=True, kw_only=True)
class XlsxTable(Table):
    """One sheet of a workbook.

    `texts` is the part with the shared texts, `formats` has the format of each style, `struck` are the styles
    that strike through, dates are counted from `epoch`; `siblings` are the other sheets that are shown, and
    `last` is the last row that holds something.
    """

    part: str
    texts: str
    formats: tuple[str, ...]
    struck: frozenset[int]
    epoch: datetime.datetime
    siblings: tuple[Sheet, ...] = ()
    last: int = LAST_ROW
    hidden_columns: tuple[tuple[int, int], ...] = ()
    merged: tuple[Span, ...] = ()

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows that are not empty; raise ContentError."""
        with opened(self.path) as package:
            texts = read_texts(package, self.texts) if self.texts else []
            for number, row in enumerate(_raw_rows(package, self.part, self.last), start=1):
                refuse_more_rows(self.path, number)
                found = trimmed([*self._cells(row, texts)])
                if found:
                    yield RosterRow(row.number, found)

    def others(self) -> Iterator["XlsxTable"]:
        """Yield the other sheets that are shown, not yet looked through."""
        for one in self.siblings:
            yield replace(self, sheet=one.title, part=one.part, last=LAST_ROW, hidden_columns=(), merged=())

    def _cells(self, row: RawRow, texts: list[str]) -> Iterator[Cell]:
        merged = self._merged(row.number) if self.merged else {}
        for column in range(1, max([*row.cells, *merged]) + 1):
            raw = row.cells.get(column)
            cell = self._cell(raw, texts) if raw else ""
            if column in merged:
                yield _merged(merged[column], cell)
            elif cell and any(first <= column <= last for first, last in self.hidden_columns):
                yield CellFault(*COLUMN_HIDDEN, cell.text if isinstance(cell, CellFault) else cell)
            else:
                yield cell

    def _merged(self, row: int) -> dict[int, Span]:
        """Return the merged cells of a row by their columns, the first of each left out: it has the value."""
        return {
            column: span
            for span in self.merged
            if span[1] <= row <= span[3]
            for column in range(span[0], min(span[2], MOST_COLUMNS) + 1)
            if (column, row) != span[:2]
        }

    def _cell(self, raw: RawCell, texts: list[str]) -> Cell:
        text = texts[int(raw.text)] if raw.kind == "s" else raw.text
        if text.startswith(STRUCK) or (text.strip() and raw.style in self.struck):
            return CellFault(*CROSSED_OUT, text.removeprefix(STRUCK))
        if raw.is_computed and raw.kind == "n" and not text:
            message = "the formula of this cell has no value yet."
            return CellFault(message, "Open the file, let it compute, and save it.", NO_VALUE)
        number_format = self.formats[raw.style] if raw.style < len(self.formats) else "General"
        match raw.kind:
            case "s" | "inlineStr" | "str":
                return show_text(unescape(text), number_format)
            case "e":
                return no_value(text)
            case "b":
                return "true" if text.strip() == "1" else "false"
            case "d":
                return Dated(datetime.datetime.fromisoformat(text).isoformat(" ").removesuffix(" 00:00:00"))
        return show_number(float(text), number_format, self.epoch) if text.strip() else ""


def open_xlsx(path: Path, sheet: str | None) -> XlsxTable:
    """Return the named sheet of a workbook, else the first that is shown; raise ContentError."""
    with opened(path) as package:
        books = (part for kind, part in package.relations("").values() if kind == "officeDocument")
        book = next(books, "")
        relations = package.relations(book)
        sheets = _sheets(package, book)
        found = _find_sheet(sheets, path, sheet)
        parts = {kind: part for kind, part in relations.values() if package.has(part)}
        properties = package.elements(book, "workbookPr")
        formats, struck = _styles(package, parts["styles"]) if "styles" in parts else ((), frozenset[int]())
        table = XlsxTable(
            path=path,
            sheet=found.title,
            part=found.part,
            texts=parts.get("sharedStrings", ""),
            formats=formats,
            struck=struck,
            epoch=_epoch(properties[0][1] if properties else {}),
            siblings=tuple(one for one in sheets if one.is_shown and one != found)[:MOST_SIBLINGS],
        )
        return _looked_through(table, package)


def _epoch(properties: Attributes) -> datetime.datetime:
    is_from_1904 = properties.get("date1904") in ("1", "true")
    return CALENDAR_MAC_1904 if is_from_1904 else CALENDAR_WINDOWS_1900


def _looked_through(table: XlsxTable, package: Package) -> XlsxTable:
    """Return a table with what its rows alone do not show; raise ContentError."""
    reader = SheetReader()
    hidden: set[int] = set()
    last = 0
    for _ in reader.read(package, table.part):
        last = reader.rows[-1].number if reader.rows else last
        hidden |= {row.number for row in reader.rows if row.hidden}
        reader.rows.clear()
    if reader.misplaced:
        row = f"row {reader.misplaced} of `{table.sheet}`"
        message = f"{row} is not in its place in the file, which hides other rows."
        hint = "Open it in a spreadsheet program and save it again."
        raise file_error(table.path, message, hint)
    is_noted = any(kind in COMMENTS for kind, _ in package.relations(table.part).values())
    return replace(
        table,
        remark="The comments on cells are not read: put what matters into a cell." if is_noted else "",
        last=last,
        hidden=frozenset(hidden),
        hidden_columns=tuple(reader.hidden_columns),
        merged=tuple(reader.merged),
    )


def _sheets(package: Package, book: str) -> list[Sheet]:
    """Return the sheets with cells of a workbook."""
    relations = package.relations(book)
    return [
        Sheet(one["name"], relations[one["id"]][1], one.get("state", "visible") == "visible")
        for _, one in package.elements(book, "sheet")
        if relations.get(one.get("id", ""), ("", ""))[0] == "worksheet"
    ]


def _find_sheet(sheets: list[Sheet], path: Path, name: str | None) -> Sheet:
    """Return the sheet of a name, else the first that is shown; raise ContentError."""
    found = next((one for one in sheets if (one.is_shown if name is None else one.title == name)), None)
    if found is None and name is None:
        raise file_error(path, "there is no sheet with cells.")
    if found is None:
        titles = [one.title for one in sheets]
        hint = did_you_mean(str(name), titles) or f"There is {listed(titles, last='and')}."
        raise file_error(path, f"there is no sheet `{name}`.", hint)
    return found


def _styles(package: Package, part: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the number format of each style of a cell, and the styles that strike it through."""
    own: dict[int, str] = {}
    found: list[str] = []
    fonts, struck_fonts, struck = -1, set[int](), set[int]()
    is_of_cells = False
    tags = ("numFmt", "font", "strike", "cellStyleXfs", "cellXfs", "xf")
    for tag, one in package.elements(part, *tags, kind="styles"):
        if tag == "numFmt" and "formatCode" in one:
            own[int(one["numFmtId"])] = one["formatCode"]
        elif tag == "font":
            fonts += 1
        elif tag == "strike":
            struck_fonts |= {fonts} if one.get("val", "1") in ("1", "true") else set()
        elif tag == "xf" and is_of_cells:
            number = int(one.get("numFmtId", 0))
            struck |= {len(found)} if int(one.get("fontId", 0)) in struck_fonts else set()
            found.append(own.get(number) or BUILTIN_FORMATS.get(number, "General"))
        else:
            is_of_cells = tag == "cellXfs"
    return tuple(found), frozenset(struck)


def _raw_rows(package: Package, part: str, last: int) -> Iterator[RawRow]:
    """Yield the rows of a sheet that hold something, to the last."""
    reader = SheetReader()
    for _piece in reader.read(package, part):
        yield from reader.rows
        if reader.rows and reader.rows[-1].number >= last:
            return
        reader.rows.clear()


def _merged(span: Span, cell: Cell) -> CellFault:
    first, last = (f"{get_column_letter(span[at])}{span[at + 1]}" for at in (0, 2))
    message = f"the cells {first}:{last} are merged, so only the first of them has a value."
    shown = cell.text if isinstance(cell, CellFault) else cell
    return CellFault(message, "Unmerge them and fill in each.", shown or NO_VALUE)
