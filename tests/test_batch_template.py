"""`handouts new roster`: a roster to begin with, which the batch reads."""

from pathlib import Path

import pytest
from commands import handouts, here
from openpyxl import load_workbook
from rosters import SOLEUS, made, pdfs

from handouts.batch.template import COLUMNS

pytestmark = pytest.mark.usefixtures("folder")


def test_a_csv_roster_has_the_headings_alone() -> None:
    result = handouts("new", "roster", "clinic.csv")
    assert (result.exit_code, result.stdout) == (0, "clinic.csv\n")
    assert result.stderr == "Next: handouts batch clinic.csv -o out\n"
    assert Path("clinic.csv").read_text("utf-8-sig") == ",".join(COLUMNS) + "\n"


def test_without_a_name_it_is_a_workbook() -> None:
    assert handouts("new", "roster").stdout == "roster.xlsx\n"
    assert handouts("batch", "roster.xlsx", "-o", "out").stderr.startswith("roster.xlsx: there are no rows")


def test_a_workbook_that_is_filled_in_is_printed() -> None:
    handouts("new", "roster")
    workbook = load_workbook("roster.xlsx")
    row = {"patient.id": "0471", "condition": SOLEUS, "side": "left", "date": "2026-11-20"}
    workbook["roster"].append([row.get(column) for column in COLUMNS])
    workbook.save("roster.xlsx")
    assert made(Path("roster.xlsx"))["made"] == 1
    assert [*pdfs()] == ["0471-2026-11-20.pdf"]


@pytest.mark.parametrize(
    ("key", "offered", "open_to_more"),
    [
        ("side", ["left", "right", "both"], False),
        ("condition", [SOLEUS], False),
        ("layout", ["clinic", "plan-sheet"], False),
        ("exercises", ["bent-knee-wall-stretch", "heel-raise"], True),
    ],
)
def test_cells_offer_what_can_stand_there(key: str, offered: list[str], open_to_more: bool) -> None:
    handouts("new", "roster")
    workbook = load_workbook("roster.xlsx")
    letter = workbook["roster"].cell(1, COLUMNS.index(key) + 1).column_letter
    (rule,) = [one for one in workbook["roster"].data_validations.dataValidation if f"{letter}2" in one.sqref]
    cells = workbook["lists"][rule.formula1.removeprefix("lists!").replace("$", "")]
    assert set(offered) <= {cell.value for (cell,) in cells}
    assert rule.showErrorMessage is not open_to_more


def test_a_roster_that_is_there_is_left_alone() -> None:
    handouts("new", "roster", "clinic.csv")
    assert handouts("new", "roster", "clinic.csv").exit_code == 1
    assert handouts("new", "roster", "clinic.csv", "--force").exit_code == 0


def test_other_kinds_of_files_are_wrong_use() -> None:
    assert handouts("new", "roster", "clinic.ods").exit_code == 2
    assert handouts("new", "plan.yaml", "clinic.csv").exit_code == 2
    assert here() == set()
