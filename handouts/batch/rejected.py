"""Write the rows that were not printed into a roster of their own, each with the reason, to be mended."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from handouts.batch.columns import REASON
from handouts.batch.csv_table import guarded
from handouts.batch.debris import DATED, text_cell
from handouts.batch.roster import Roster
from handouts.batch.table import NO_VALUE, Cell, CellFault, Dated, RosterRow
from handouts.files import holds, numbered, write_whole
from handouts.problems import Problem
from handouts.request import InputFiles
from handouts.source import called_from

NAME = "rejected.csv"

# Keys whose cells name a file, which is looked up from the folder of the roster.
FILES = ("clinic", "previous")


def write_rejected(
    roster: Roster, wrong: Mapping[int, Sequence[Problem]], *, folder: Path, around: InputFiles | None
) -> Path:
    """Return the file with the wrong rows; one of another run, perhaps half mended, is never replaced.

    `around` is where a roster finds files beside itself, which are named from the other folder; None where
    a plan names them.
    """
    # A spreadsheet needs the mark at the beginning to know the encoding.
    content = rejected_text(roster, wrong, folder=folder, around=around).encode("utf-8-sig")
    path = next(path for path in numbered(folder / NAME) if not path.exists() or holds(path, content))
    write_whole(content, path)
    return path


def rejected_text(
    roster: Roster, wrong: Mapping[int, Sequence[Problem]], *, folder: Path, around: InputFiles | None
) -> str:
    """Return the headings and the wrong rows as CSV.

    The reason stands first. At the end, a text with a delimiter that lacks its quotes would slide below it,
    where nothing is read.
    """
    kept = [index for index, key in enumerate(roster.keys) if key != REASON]
    clinic = _clinic(roster, folder, around)
    text = StringIO(newline="")
    # In quotes no delimiter of a heading is taken for that of the file.
    headings = csv.writer(text, delimiter=roster.table.delimiter, quoting=csv.QUOTE_ALL)
    headings.writerow(map(guarded, [REASON, *clinic, *(roster.headings[index] for index in kept)]))
    writer = csv.writer(text, delimiter=roster.table.delimiter)
    for row in roster.rows():
        if row.number in wrong:
            cells = [_moved(_cell(row, index, roster), roster.keys[index], folder, around) for index in kept]
            reasons = dict.fromkeys(_sentence(problem, roster) for problem in wrong[row.number])
            first = [" ".join(reasons), *clinic.values()]
            shown = map(_shown, [*cells, *row.cells[len(roster.keys) :]])
            writer.writerow(map(guarded, [*first, *shown]))
    return text.getvalue()


def _clinic(roster: Roster, folder: Path, around: InputFiles | None) -> dict[str, str]:
    """Return the column that names the clinic, if the roster has none."""
    if around is None or around.clinic is None or "clinic" in roster.keys:
        return {}
    return {"clinic": called_from(folder, around.clinic)}


def _moved(cell: Cell, key: str | None, folder: Path, around: InputFiles | None) -> Cell:
    """Return a cell that names a file as the file is called from another folder."""
    if around is None or key not in FILES or not isinstance(cell, str):
        return cell
    if key == "clinic" and not cell and around.clinic:
        return called_from(folder, around.clinic)
    file = around.beside / cell
    return called_from(folder, file) if file.is_file() else cell


def _cell(row: RosterRow, index: int, roster: Roster) -> Cell:
    cell = row.cells[index] if index < len(row.cells) else ""
    # As a text, what a spreadsheet has taken for a date would be right.
    return NO_VALUE if isinstance(cell, Dated) and roster.keys[index] not in DATED else cell


def _shown(cell: Cell) -> str:
    """Return what a cell shows; what was a fault is still one when it is read again."""
    if isinstance(cell, str):
        return cell
    return cell.text if isinstance(text_cell(cell.text), CellFault) else NO_VALUE


def _sentence(problem: Problem, roster: Roster) -> str:
    heading = roster.headings[problem.column - 1] if 0 < problem.column <= len(roster.headings) else ""
    words = [f"{heading}:" if heading else "", problem.message, problem.hint]
    return " ".join(word for word in words if word)
