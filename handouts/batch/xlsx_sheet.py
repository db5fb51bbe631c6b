"""Turn the XML of a workbook's sheet, and of its shared texts, into rows of raw cells, a piece at a time."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from handouts.batch.table import MOST_COLUMNS
from handouts.batch.xlsx_package import Attributes, Package, TooLarge, local

# A million empty rows or cells is looked at in half a second; Excel has no more columns.
MOST_ELEMENTS = 3_200_000
MOST_FILLED = 150_000
MOST_IN_ROW = 16_384
MOST_TEXTS = 150_000
MOST_MERGED = 300
MOST_MERGED_CELLS = 20_000
# No cell of Excel holds a longer text.
LONGEST_TEXT = 32_767
# Nobody sees rows of such a height in points, or columns of such a width in digits.
UNSEEN_HEIGHT = 2.0
UNSEEN_WIDTH = 0.2
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# What a text begins with, some of which is struck through; no text of a workbook has it.
STRUCK = "\ufffe"
# They stand after the cells, and hold elements that are called like parts of cells.
AFTER = ("mergeCells", "conditionalFormatting", "dataValidations", "extLst")

# The first and the last column and row of merged cells.
Span = tuple[int, int, int, int]


@dataclass(slots=True)
class RawCell:
    """A cell as the file has it: its kind, the number of its style, and what it holds."""

    kind: str
    style: int
    text: str = ""
    is_computed: bool = False

    def take(self, text: str) -> None:
        """Take in what the cell holds."""
        self.text = text


@dataclass(slots=True)
class RawRow:
    """A row as the file has it: its cells by their columns from 1, those that hold something alone."""

    number: int
    hidden: bool
    cells: dict[int, RawCell]


class SheetReader:
    """Hears the elements of a sheet; `rows` has those that hold something since it was last emptied."""

    def __init__(self) -> None:
        """Begin before the first row."""
        self.rows: list[RawRow] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[Span] = []
        self.misplaced = 0
        self._number = 0
        self._last = 0
        self._row: Attributes = {}
        self._cells: dict[int, RawCell] = {}
        self._cell: Attributes | None = None
        self._column = 0
        self._raw: RawCell | None = None
        self._is_low = False
        self._elements = self._in_row = self._filled = self._merged_cells = 0
        self._names: dict[str, str] = {}
        self._heard = {
            "col": self._look_at_column,
            "mergeCell": self._look_at_merged,
            "sheetFormatPr": self._look_at_usual,
        }

    def read(self, package: Package, part: str) -> Iterator[None]:
        """Read a sheet, and give way after each piece; raise TooLarge, and what a package raises."""
        for _piece in package.read(part, "sheet", self._listen):
            if self._elements + self._in_row > MOST_ELEMENTS:
                raise TooLarge(f"it has more than {MOST_ELEMENTS:,} rows and cells")
            yield
        self._end_row()
        yield

    def _listen(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        self._text = _Text(parser)

    def _start(self, tag: str, attributes: Attributes) -> None:
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = local(tag)
        # A sheet may have a million empty rows, so no more is done with one than must be.
        if name == "c":
            self._in_row += 1
            self._begin_cell(attributes)
        elif name == "row":
            if self._cells:
                self._end_row()
            number = attributes.get("r")
            self._number = int(number) if number else self._number + 1
            self._elements += self._in_row + 1
            self._row, self._cell, self._column, self._in_row = attributes, None, 0, 0
        elif name in ("v", "f", "is") and self._cell is not None:
            self._fill(name)
        elif name in self._heard:
            self._heard[name](attributes)
        elif name in AFTER:
            self._cell = None

    def _end_row(self) -> None:
        """Keep the row that was heard, if it holds anything."""
        if not self._cells:
            return
        if self._number <= self._last:
            self.misplaced = self.misplaced or self._number
        self._last = self._number
        height = self._row.get("ht")
        is_hidden = _is_true(self._row.get("hidden")) or (_is_low(height) if height else self._is_low)
        self.rows.append(RawRow(self._number, is_hidden, self._cells))
        self._cells = {}

    def _begin_cell(self, attributes: Attributes) -> None:
        if "r" not in attributes:
            # It stands beside the one before it.
            self._column = self._column_of_cell() + 1
        if self._in_row > MOST_IN_ROW:
            raise TooLarge(f"a row of it has more than {MOST_IN_ROW:,} cells")
        self._cell, self._raw = attributes, None

    def _column_of_cell(self) -> int:
        """Return the column of the last cell that began."""
        reference = self._cell and self._cell.get("r")
        if not reference:
            return self._column
        self._column, row = _place(reference)
        if row != self._number:
            self.misplaced = self.misplaced or row
        return self._column

    def _fill(self, name: str) -> None:
        """Take in what is in a cell, once it is heard."""
        assert self._cell is not None
        if self._raw is None:
            column = self._column_of_cell()
            if column in self._cells:
                raise ValueError
            self._raw = RawCell(self._cell.get("t", "n"), int(self._cell.get("s", 0)))
            self._filled += 1
            if self._filled > MOST_FILLED:
                raise TooLarge(f"it has more than {MOST_FILLED:,} cells that hold something")
            if column <= MOST_COLUMNS + 1:
                self._cells[column] = self._raw
        raw = self._raw
        if name == "f":
            raw.is_computed = True
        else:
            self._text.hear(name, raw.take)

    def _look_at_column(self, attributes: Attributes) -> None:
        width = attributes.get("width")
        if _is_true(attributes.get("hidden")) or (width is not None and float(width) < UNSEEN_WIDTH):
            self.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def _look_at_merged(self, attributes: Attributes) -> None:
        if len(self.merged) >= MOST_MERGED:
            raise TooLarge(f"it has more than {MOST_MERGED:,} merged cells")
        first, _, last = attributes["ref"].partition(":")
        left, top, right, bottom = span = (*_place(first), *_place(last or first))
        self._merged_cells += (min(right, MOST_COLUMNS) - left + 1) * (bottom - top + 1)
        if self._merged_cells > MOST_MERGED_CELLS:
            raise TooLarge(f"more than {MOST_MERGED_CELLS:,} cells of it are merged")
        self.merged.append(span)

    def _look_at_usual(self, attributes: Attributes) -> None:
        self._is_low = _is_low(attributes.get("defaultRowHeight"))


class _Text:
    """Hears the text of one element after the other, the reading aids of Japanese words left out."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        """Remember what hears the elements around."""
        self._parser = parser
        self._around = parser.StartElementHandler
        self._pieces: list[str] = []
        self._inside: list[str] = []
        self._struck = ""

    def hear(self, tag: str, done: Callable[[str], None]) -> None:
        """Call `done` with the text of the element that has begun, at its end."""
        self._pieces, self._inside, self._struck, self._done = [], [tag], "", done
        parser = self._parser
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add

    def _begin(self, tag: str, attributes: Attributes) -> None:
        self._inside.append(local(tag))
        if self._inside[-1] == "strike" and _is_true(attributes.get("val", "1")):
            self._struck = STRUCK

    def _add(self, text: str) -> None:
        if self._inside[-1] in ("v", "t") and "rPh" not in self._inside:
            self._pieces.append(text)

    def _end(self, _: str) -> None:
        self._inside.pop()
        if not self._inside:
            parser = self._parser
            parser.StartElementHandler = self._around
            parser.EndElementHandler = parser.CharacterDataHandler = None
            self._done(self._struck + "".join(self._pieces)[:LONGEST_TEXT])


def read_texts(package: Package, part: str) -> list[str]:
    """Return the texts that the cells of a workbook share; raise TooLarge, and what a package raises."""
    texts: list[str] = []

    def listen(parser: expat.XMLParserType) -> None:
        def start(tag: str, _: Attributes) -> None:
            if local(tag) == "si":
                if len(texts) >= MOST_TEXTS:
                    raise TooLarge(
                        f"its part `{posixpath.basename(part)}` has more than {MOST_TEXTS:,} texts"
                    )
                heard.hear("si", texts.append)

        parser.StartElementHandler = start
        heard = _Text(parser)

    for _ in package.read(part, "texts", listen):
        pass
    return texts


def _place(reference: str) -> tuple[int, int]:
    """Return the column and row of a cell that is called such as `B7`; raise ValueError."""
    found = REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError
    return column_index_from_string(found[1]), int(found[2])


def _is_true(value: str | None) -> bool:
    return value is not None and value.strip() in ("1", "true")


def _is_low(height: str | None) -> bool:
    return height is not None and float(height) < UNSEEN_HEIGHT
