"""A roster with other texts in some of its cells, while its file stays as it is."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from handouts.batch.debris import text_cell
from handouts.batch.table import RosterRow, Table, trimmed

# Texts of cells by the number of their row and of their column, both counted from 1.
Cells = Mapping[int, Mapping[int, str]]


@dataclass(frozen=True)
class MendedTable:
    """A table and the texts that stand in place of some cells; all but its rows is that of the table."""

    table: Table
    cells: Cells

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
            if typed := self.cells.get(row.number):
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
