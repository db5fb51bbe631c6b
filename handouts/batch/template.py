"""Make an empty roster to begin with: CSV headings, or a workbook whose cells offer what can stand there."""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, get_args

from handouts.batch.columns import COPIES
from handouts.library.content import Library
from handouts.schema.dose import Side
from handouts.schema.papers import Need

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    "patient.id",
    "patient.name",
    "patient.initials",
    "condition",
    "side",
    "exercises",
    "note",
    "goal",
    "date",
    "review",
    "layout",
    "needs",
    "language",
    COPIES,
)
DATES = ("date", "review")
# Other text may stand there too: a dose, and more exercises.
OPEN_LISTS = ("exercises", "needs")
LAST_ROW = 5_000
WIDTHS = {"exercises": 60, "note": 40, "goal": 40, "patient.name": 24, "condition": 26}
USUAL_WIDTH = 16


def csv_template() -> bytes:
    """Return a CSV file with the headings alone."""
    text = StringIO(newline="")
    csv.writer(text).writerow(COLUMNS)
    return text.getvalue().encode("utf-8-sig")


def xlsx_template(library: Library, layouts: Sequence[str]) -> bytes:
    """Return a workbook whose first sheet is the roster and whose second has the lists that it offers."""
    from openpyxl import Workbook

    workbook = Workbook()
    roster = workbook.worksheets[0]
    roster.title = "roster"
    roster.append(COLUMNS)
    roster.freeze_panes = "A2"
    offered = {
        "condition": library.ids("conditions"),
        "side": [*get_args(Side)],
        "exercises": library.ids("exercises"),
        "layout": layouts,
        "needs": [*get_args(Need)],
        "language": library.ids("words"),
    }
    lists = workbook.create_sheet("lists")
    for column, (key, ids) in enumerate(offered.items(), start=1):
        for row, text in enumerate([key, *ids], start=1):
            lists.cell(row, column, text)
    for number, key in enumerate(COLUMNS, start=1):
        _set_up(roster, number, key, offered=offered)
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _set_up(roster: "Worksheet", number: int, key: str, *, offered: Mapping[str, Sequence[str]]) -> None:
    """Give a column its width, its format and what its cells offer."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(number)
    cells = f"{letter}2:{letter}{LAST_ROW}"
    roster.column_dimensions[letter].width = WIDTHS.get(key, USUAL_WIDTH)
    # As text an ID keeps its zeros, and what begins with a sign is no formula.
    roster.column_dimensions[letter].number_format = "yyyy-mm-dd" if key in DATES else "@"
    if key in offered:
        source = get_column_letter([*offered].index(key) + 1)
        formula = f"lists!${source}$2:${source}${len(offered[key]) + 1}"
        rule = DataValidation(
            "list", formula1=formula, allow_blank=True, showErrorMessage=key not in OPEN_LISTS
        )
        rule.add(cells)
        roster.add_data_validation(rule)
