"""A roster with some of its cells mended, and some of its rows left out, while its file stays as it is."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from handouts.batch.debris import text_cell
from handouts.batch.table import RosterRow, Table, trimmed


@dataclass(frozen=True)
class Mends:
    """What is typed in place of cells, by the numbers of row and column, and the rows that are left out."""

    cells: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    without: Set[int] = frozenset()


@dataclass(frozen=True)
class MendedTable:
    """A table and what mends it; all but its rows is that of the table."""

    table: Table
    mends: Mends

    @property
    def path(self) -> Path:
        """The file."""
        return self.table.path

    @property
    def sheet(self) -> str | None:
        """The sheet of a workbook."""
        return self.table.sheet

    @property
    def hidden(self) -> Set[int]:
        """The rows that hold something and are not shown."""
        return self.table.hidden

    @property
    def delimiter(self) -> str:
        """What parts the cells of a text."""
        return self.table.delimiter

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows that are not empty, as they are mended; raise ContentError."""
        for row in self.table.rows():
            if row.number in self.mends.without:
                continue
            if typed := self.mends.cells.get(row.number):
                width = max(len(row.cells), *typed)
                cells = [*row.cells, *[""] * (width - len(row.cells))]
                for column, text in typed.items():
                    cells[column - 1] = text_cell(text)
                row = RosterRow(row.number, trimmed(cells))
            if row.cells:
                yield row

    def others(self) -> Iterator[Table]:
        """Yield the other sheets of a workbook that are shown."""
        return self.table.others()
