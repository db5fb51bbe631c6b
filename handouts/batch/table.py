"""What every kind of roster is read as: numbered rows of cells, each a text or a fault."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from handouts.files import open_plain
from handouts.problems import ContentError, file_error
from handouts.source import unreadable

# More than any clinic's; a file beyond them is not a roster.
MOST_BYTES = 100_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 5_000

# What a spreadsheet shows where it has no value.
NO_VALUE = "#N/A"
AS_TEXT = "Format the column as text and type it again."


class CellFault(NamedTuple):
    """What is wrong with a cell, what to do, and what the cell shows."""

    message: str
    hint: str = ""
    text: str = ""


class Dated(str):
    """What a cell shows that a spreadsheet holds as a date or a time; something else may have been typed."""

    __slots__ = ()


Cell = str | CellFault


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row, with the number that a spreadsheet shows beside it.

    Empty cells at its end are left out, unless a text has more of them here than in its headings.
    """

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of a file that can be read more than once.

    `sheet` is that of a workbook, and `hidden` are the rows that hold something and are not shown;
    `delimiter` is what parts the cells of a text, and `remark` what no row shows.
    """

    path: Path
    sheet: str | None = None
    hidden: frozenset[int] = frozenset()
    delimiter: str = ","
    remark: str = ""

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows that are not empty; raise ContentError."""
        raise NotImplementedError

    def others(self) -> Iterator["Table"]:
        """Yield the other sheets of a workbook that are shown, not yet looked through."""
        return iter(())


def trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return cells without the empty ones at the end."""
    end = len(cells)
    while end and cells[end - 1] == "":
        end -= 1
    return tuple(cells[:end])


def refuse_unfit_file(path: Path) -> None:
    """Raise ContentError unless the path is an ordinary file of a size that a roster can have."""
    try:
        with open_plain(path) as file:
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise ContentError([unreadable(path, error)]) from error
    if size == 0:
        raise file_error(path, "the file is empty.")
    if size > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES // 1_000_000} MB, which no roster is."
        raise file_error(path, message)


def refuse_more_rows(path: Path, number: int) -> None:
    """Raise ContentError beyond the last row that a roster can have."""
    if number > MOST_ROWS:
        message = f"there are more than {MOST_ROWS} rows."
        raise file_error(path, message, "Split the roster, or delete the empty rows.")
