"""Write the rows that were not printed into a roster of their own, each with the reason, to be mended."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from handouts.batch.columns import REASON
from handouts.batch.csv_table import FORMULA_SIGNS
from handouts.batch.roster import Roster
from handouts.batch.table import NO_VALUE, Cell, Fault, Row, text_cell
from handouts.pdf.write import write_whole
from handouts.problems import Problem

NAME = "rejected"


def write_rejected(roster: Roster, wrong: Mapping[int, Sequence[Problem]], *, folder: Path) -> Path:
    """Return the file with the wrong rows; one of another run, perhaps half mended, is never replaced."""
    # A spreadsheet needs the mark at the beginning to know the encoding.
    content = _text(roster, wrong).encode("utf-8-sig")
    path = next(path for path in _names(folder) if not path.exists() or path.read_bytes() == content)
    write_whole(content, path)
    return path


def _text(roster: Roster, wrong: Mapping[int, Sequence[Problem]]) -> str:
    """Return the headings and the wrong rows as CSV.

    The reason stands first. At the end, a text with a delimiter that lacks its quotes would slide below it,
    where nothing is read.
    """
    kept = [index for index, key in enumerate(roster.keys) if key != REASON]
    text = StringIO(newline="")
    # In quotes no delimiter of a heading is taken for that of the file.
    headings = csv.writer(text, delimiter=roster.table.delimiter, quoting=csv.QUOTE_ALL)
    headings.writerow(map(_harmless, [REASON, *(roster.headings[index] for index in kept)]))
    writer = csv.writer(text, delimiter=roster.table.delimiter)
    for row in roster.rows():
        if row.number in wrong:
            cells = [*(_cell(row, index) for index in kept), *row.cells[len(roster.keys) :]]
            writer.writerow(map(_harmless, [_reason(wrong[row.number], roster), *map(_shown, cells)]))
    return text.getvalue()


def _names(folder: Path) -> Iterator[Path]:
    yield folder / f"{NAME}.csv"
    number = 2
    while True:
        yield folder / f"{NAME}-{number}.csv"
        number += 1


def _cell(row: Row, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else ""


def _shown(cell: Cell) -> str:
    """Return what a cell shows; what was a fault is still one when it is read again."""
    if isinstance(cell, str):
        return cell
    return cell.text if isinstance(text_cell(cell.text), Fault) else NO_VALUE


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _reason(problems: Sequence[Problem], roster: Roster) -> str:
    return " ".join(dict.fromkeys(_sentence(problem, roster) for problem in problems))


def _sentence(problem: Problem, roster: Roster) -> str:
    heading = roster.headings[problem.column - 1] if 0 < problem.column <= len(roster.headings) else ""
    words = [f"{heading}:" if heading else "", problem.message, problem.hint]
    return " ".join(word for word in words if word)
