"""What every kind of roster is read as: numbered rows of cells, each a text or a fault."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple, Protocol

from handouts.problems import ContentError, Problem

# More than any clinic's; a file beyond them is not a roster.
MOST_BYTES = 100_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 5_000


class Fault(NamedTuple):
    """What is wrong with a cell, and what to do."""

    message: str
    hint: str = ""


Cell = str | Fault


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with the number that a spreadsheet shows beside it; cells at its end may be missing."""

    number: int
    cells: tuple[Cell, ...]


class Table(Protocol):
    """Rows that can be read more than once."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def sheet(self) -> str | None:
        """The sheet of a workbook."""

    @property
    def delimiter(self) -> str:
        """What parts the cells of a text; a comma for a workbook."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not empty, the headings first; raise ContentError."""


def trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    """Return cells without the empty ones at the end."""
    while cells and cells[-1] == "":
        cells.pop()
    return tuple(cells)


def refuse_unfit_file(path: Path) -> None:
    """Raise ContentError unless the path is an ordinary file of a size that a roster can have."""
    try:
        state = path.stat()
        if S_ISREG(state.st_mode):
            path.open("rb").close()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = (
            "there is no such file."
            if missing
            else f"the file cannot be read: {(error.strerror or '').lower()}."
        )
        raise ContentError([Problem(path, 0, 0, message)]) from error
    if not S_ISREG(state.st_mode):
        what = "a folder" if S_ISDIR(state.st_mode) else "a pipe or a device"
        raise ContentError([Problem(path, 0, 0, f"this is {what}, not a file.")])
    if state.st_size == 0:
        raise ContentError([Problem(path, 0, 0, "the file is empty.")])
    if state.st_size > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES // 1_000_000} MB, which no roster is."
        raise ContentError([Problem(path, 0, 0, message)])


def refuse_more_rows(path: Path, number: int) -> None:
    """Raise ContentError beyond the last row that a roster can have."""
    if number > MOST_ROWS:
        message = f"there are more than {MOST_ROWS} rows."
        raise ContentError([Problem(path, 0, 0, message, "Split the roster, or delete the empty rows.")])
