"""Look through the roster of a form on the calls of `handouts batch`; it is on the disk for one answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import islice
from pathlib import Path

from handouts.batch.checking import RosterCheck, check_rows
from handouts.batch.columns import ColumnMap, column_map_of, lines_with
from handouts.batch.debris import text_cell
from handouts.batch.headings import find_headings, headings_of
from handouts.batch.kinds import open_table
from handouts.batch.roster import Roster, roster_of
from handouts.batch.row_maker import RowMaker, RunOptions
from handouts.batch.selection import Selection
from handouts.batch.table import MOST_COLUMNS, Cell, CellFault, RosterRow, Table, trimmed
from handouts.batch.workers import Workers
from handouts.library.plan_options import PlanOptions
from handouts.page.style import Printing
from handouts.problems import ContentError, Problem, file_error
from handouts.source import Data, Source, parse_source, read_source
from handouts.web.desk import COLOURS, Desk, Refused, spoken
from handouts.web.plans import MAP
from handouts.web.roster_form import CODED, Cells, RosterForm

# What all rows have in common, as problems call it.
BASE = Path("the plan")
# More are looked through in minutes; those are for the command line.
MOST_ROWS = 2_000
MOST_EXAMPLES = 20
EVERYBODY = Selection()


@dataclass(frozen=True, kw_only=True)
class MendedTable(Table):
    """A table and the texts that stand in place of some cells, while its file stays as it is."""

    table: Table
    cells: Cells

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


@dataclass(frozen=True)
class Looked:
    """A roster with what is right and wrong with it; `checked` is None where its headings must change first.

    `examples` are the first texts below the headings, and `lines` those of the map.
    """

    table: MendedTable
    headings: tuple[str, ...]
    keys: tuple[str | None, ...]
    examples: tuple[str, ...]
    lines: Mapping[str, Data]
    maker: RowMaker | None = None
    checked: RosterCheck | None = None
    problems: Sequence[Problem] = ()

    @property
    def wrong(self) -> Mapping[int, Sequence[Problem]]:
        """What is wrong with rows, by their numbers."""
        return self.checked.wrong if self.checked else {}


def look_through(desk: Desk, form: RosterForm, folder: Path) -> Looked:
    """Return what is found in the roster of a form; its file is written into a folder, from which it is read.

    Raises Refused for a file that is no roster.
    """
    (folder / "roster").mkdir()
    path = folder / "roster" / form["file_name"]
    path.write_bytes(form.content)
    try:
        return _look(desk, form, open_table(path, form["sheet"] or None))
    except ContentError as error:
        raise Refused({"list": spoken(error.problems)}) from None


def saved_lines(desk: Desk) -> Mapping[str, Data]:
    """Return the lines of the map that is kept in the folder of plans, if any; raise Refused."""
    path = desk.plans / MAP if desk.plans else None
    if path is None or not path.exists():
        return {}
    try:
        source = read_source(path)
        column_map_of(source)
    except ContentError as error:
        raise Refused({"list": [f"{MAP}:{one}" for one in spoken(error.problems)]}) from None
    return source.data if isinstance(source.data, Mapping) else {}


def shown(cell: Cell) -> str:
    """Return what the field of a cell has."""
    return cell.text if isinstance(cell, CellFault) else cell


def _look(desk: Desk, form: RosterForm, file: Table) -> Looked:
    lines = saved_lines(desk)
    first, _ = find_headings(file, _map_of(lines))
    headings = headings_of(first) if first else ()
    if form.keys:
        coded = {line for line, said in lines.items() if line in CODED and isinstance(said, Mapping)}
        kept = {line: said for line, said in lines.items() if line not in coded}
        lines = {**lines_with(kept, headings, form.keys), **form.values}
    column_map = _map_of(lines)
    of_file = {one.name: getattr(file, one.name) for one in fields(Table)}
    table = MendedTable(**of_file, table=file, cells=_mended(form, file))
    keys = tuple(map(column_map.key, headings))
    looked = Looked(table, headings, keys, _examples(file, first, len(headings)), lines)
    try:
        roster = roster_of(table, column_map)
        if sum(1 for _ in islice(roster.rows(), MOST_ROWS + 1)) > MOST_ROWS:
            message = f"there are more than {MOST_ROWS} rows."
            raise file_error(file.path, message, "Make them with `handouts batch`.")
        maker = RowMaker(_run_options(desk, form, roster))
        with Workers(maker) as workers:
            checked = check_rows(workers, EVERYBODY, count=1)
    except ContentError as error:
        return replace(looked, problems=error.problems)
    return replace(looked, maker=maker, checked=checked, problems=checked.problems)


def _run_options(desk: Desk, form: RosterForm, roster: Roster) -> RunOptions:
    colour = next((one for one in COLOURS if one == form["colour"]), None)
    return RunOptions(
        roster=roster,
        base=parse_source(form["plan"], BASE) if form["plan"] else Source(BASE, {}, {}),
        options=PlanOptions(layout=form["layout"] or None, paper=form["paper"] or None),
        files=desk.files,
        printing=Printing(colour),
        today=desk.today(),
    )


def _map_of(lines: Mapping[str, Data]) -> ColumnMap:
    return column_map_of(Source(Path(MAP), lines, {}))


def _mended(form: RosterForm, file: Table) -> dict[int, dict[int, str]]:
    """Return the cells that are mended: those that were before, and what is typed now.

    A field that says what the file does mends nothing, and stays as right or as wrong as it is there.
    """
    cells = form.mended
    if not form.typed:
        return cells
    for row in file.rows():
        for column, text in form.typed.get(row.number, {}).items():
            said = shown(row.cells[column - 1]) if 0 < column <= len(row.cells) else ""
            # A field of one line has no line breaks.
            if text.split() != said.split() and 0 < column <= MOST_COLUMNS:
                cells.setdefault(row.number, {})[column] = text
            else:
                cells.get(row.number, {}).pop(column, None)
    return {number: of for number, of in cells.items() if of}


def _examples(file: Table, first: RosterRow | None, count: int) -> tuple[str, ...]:
    """Return the first text that stands below each heading, among the first rows."""
    below = (row.cells for row in file.rows() if first and row.number > first.number)
    found = [""] * count
    for cells in islice(below, MOST_EXAMPLES):
        for at, cell in enumerate(cells[:count]):
            found[at] = found[at] or shown(cell)
    return tuple(found)
