"""Turn one row over the base plan into the source of one person's plan."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from handouts.batch.columns import COPIES
from handouts.batch.headings import PERSON
from handouts.batch.roster import Roster
from handouts.batch.table import CellFault, RosterRow
from handouts.characters import forbidden_characters, made_plain, named, what_to_do
from handouts.problems import Problem
from handouts.schema.shorthand import LISTS, split_items
from handouts.source import Data, Location, Place, Source

MOST_COPIES = 20
# What a plan says of one patient: a row that says nothing there would be printed with it.
OF_ONE: tuple[Location, ...] = (
    ("patient", "name"),
    ("patient", "initials"),
    ("patient", "id"),
    ("previous",),
)


def said_of_one(base: Source) -> list[Location]:
    """Return where a plan that is meant for all rows says whose it is."""
    return [at for at in OF_ONE if at in base.places]


def _of_one_patient(base: Source) -> list[Problem]:
    """Return what makes a plan for all rows one patient's: others would get it under that name."""
    message = "this is one patient's, and the plan is for all rows."
    hint = "Take it out of the plan, and give the roster a column for it."
    return [base.problem(at, message, hint, at_key=True) for at in said_of_one(base)]


def row_source(row: RosterRow, roster: Roster, *, base: Source) -> tuple[Source, list[Problem]]:
    """Return the plan of a row, not yet checked, and the faults of its cells and of a base for one patient.

    An empty cell leaves the value of the base plan; what is missing altogether is missing in the row.
    Raise ContentError for stray cells, and say no more: the others may have slid into wrong columns.
    """
    roster.refuse_stray_cells(row)
    places = {at: place._replace(path=place.path or base.path) for at, place in base.places.items()}
    places[()] = Place(row.number, 0)
    source = replace(base, path=roster.path, places=places)
    problems = [*_of_one_patient(base), *_of_nobody(row, roster)]
    for column, key, cell in roster.said(row):
        faults = _faults(cell)
        problems += [roster.problem(row.number, column, fault.message, fault.hint) for fault in faults]
        if isinstance(cell, str) and not faults and key != COPIES:
            source = _put(source, key, cell, Place(row.number, column))
    return source, problems


def _of_nobody(row: RosterRow, roster: Roster) -> Iterator[Problem]:
    """Yield what is wrong with a row that names nobody where others do: it may go on with the one above."""
    if {*PERSON} & {*roster.keys} and not {*PERSON} & {key for _, key, _ in roster.said(row)}:
        hint = "Write whose it is. Exercises of one person stand in one cell, parted by `;`."
        yield roster.problem(row.number, 0, "this row names nobody.", hint)


def copies_of(row: RosterRow, roster: Roster) -> tuple[int, list[Problem]]:
    """Return how many copies a row asks for, one where it says nothing, and what is wrong with its cell."""
    for column, key, cell in roster.said(row):
        if key == COPIES and isinstance(cell, str):
            if re.fullmatch(r"\d{1,3}", cell, re.ASCII) and 1 <= int(cell) <= MOST_COPIES:
                return int(cell), []
            message = f"`{COPIES}` is a number from 1 to {MOST_COPIES}."
            return 1, [roster.problem(row.number, column, message)]
    return 1, []


def _put(source: Source, key: str, cell: str, place: Place) -> Source:
    parts: Location = tuple(key.split("."))
    if len(parts) > 1:
        above = source.data.get(parts[0])
        if above is None:
            source = source.put(parts[:1], {}, places={parts[:1]: place})
        elif not isinstance(above, Mapping):
            # A fault of the base plan, which its check must find as it stands.
            return source
    value, places = _value(key, cell, parts=parts, place=place)
    return source.put(parts, value, places=places)


def _value(key: str, cell: str, *, parts: Location, place: Place) -> tuple[Data, dict[Location, Place]]:
    if key in LISTS:
        items = split_items(made_plain(cell), key)
        return items, {parts: place, **{(*parts, index): place for index in range(len(items))}}
    # A line break in a cell of a spreadsheet is no more than the end of its width.
    return " ".join(made_plain(cell).split()), {parts: place}


def _faults(cell: str | CellFault) -> list[CellFault]:
    if isinstance(cell, CellFault):
        return [cell]
    return [
        CellFault(f"there is a hidden character here: {named(found[0])}.", what_to_do(found[0]))
        for found in forbidden_characters(cell)
    ]
