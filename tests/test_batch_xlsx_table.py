"""A sheet of a workbook becomes rows as a spreadsheet shows them, or the reason why not."""

import datetime
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from rosters import HEADINGS, SOLEUS, refused, write_text, write_xlsx

from handouts.batch.roster import open_roster
from handouts.batch.table import CellFault

pytestmark = pytest.mark.usefixtures("folder")


def cells(path: Path, sheet: str | None = None) -> list[list[str | CellFault]]:
    return [[*row.cells] for row in open_roster(path, sheet).rows()]


def first_row(*values: object) -> list[str | CellFault]:
    """Return what is read of one row of a workbook."""
    headings = ("patient.id", "note", "goal", "date", "review")[: len(values)]
    return cells(write_xlsx([headings, values]))[0]


def rewrite_sheet(path: Path, pattern: bytes, text: bytes) -> None:
    """Change the XML of the first sheet once."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet], count = re.subn(pattern, text, parts[sheet], count=1)
    assert count == 1
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def hide(*rows: int, path: Path) -> Path:
    workbook = load_workbook(path)
    for row in rows:
        workbook.worksheets[0].row_dimensions[row].hidden = True
    workbook.save(path)
    return path


def test_a_cell_that_begins_like_a_formula_is_text() -> None:
    assert first_row("1", "'=SUM(A1:A9)")[1] == "'=SUM(A1:A9)"


def test_numbers_of_a_workbook_are_as_they_are_shown() -> None:
    assert first_row(4711, 4711.0, 1.5) == ["4711", "4711", "1.5"]


def test_zeros_that_a_format_puts_before_a_number_are_kept() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["patient.id"])
    sheet.append([471])
    sheet["A2"].number_format = "00000"
    workbook.save("roster.xlsx")
    assert cells(Path("roster.xlsx")) == [["00471"]]


def test_a_number_too_long_for_a_spreadsheet_is_told() -> None:
    (problem,) = refused(write_xlsx([HEADINGS, (12345678901234567890, "", SOLEUS, "left")]))
    assert problem == (
        "roster.xlsx sheet `March` row 2, column `patient.id`: a spreadsheet keeps only 15 digits of a"
        " number. Format the column as text and type it again."
    )


def test_dates_of_a_workbook_are_dates() -> None:
    day = datetime.date(2026, 11, 20)
    moment = datetime.datetime(2026, 11, 20)
    assert first_row("1", "", "", day, moment)[3:] == ["2026-11-20", "2026-11-20"]


def test_a_sheet_is_found_by_its_name() -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["nothing"])
    sheet = workbook.create_sheet("April")
    sheet.append(["patient.id"])
    sheet.append(["4711"])
    workbook.save("roster.xlsx")
    assert cells(Path("roster.xlsx"), "April") == [["4711"]]
    assert refused(Path("roster.xlsx"), "--sheet", "Aprli") == [
        "roster.xlsx: there is no sheet `Aprli`. Did you mean `April`?"
    ]


def test_a_hidden_sheet_is_read_only_by_its_name() -> None:
    workbook = Workbook()
    for sheet, name in ((workbook.worksheets[0], "old"), (workbook.create_sheet("now"), "new")):
        sheet.append(["patient.id"])
        sheet.append([name])
    workbook.worksheets[0].sheet_state = "hidden"
    workbook.active = 1
    workbook.save("roster.xlsx")
    assert cells(Path("roster.xlsx")) == [["new"]]
    assert cells(Path("roster.xlsx"), "Sheet") == [["old"]]


def test_rows_that_are_hidden_are_not_printed_without_a_word() -> None:
    rows = [HEADINGS, *((str(number), "", SOLEUS, "left") for number in range(4)), (), ()]
    assert refused(hide(3, 5, 7, path=write_xlsx(rows))) == [
        "roster.xlsx: 2 rows of `March` are hidden, by a filter or by hand."
        " Show all rows, or copy those that are wanted into a new workbook."
    ]


def test_hidden_headings_and_hidden_rows_without_cells_are_read_as_ever() -> None:
    path = hide(1, 3, 4, path=write_xlsx([("patient.id", "side"), ("1", "left"), (), ()]))
    assert cells(path) == [["1", "left"]]


def test_hidden_rows_far_down_in_a_long_sheet_are_counted() -> None:
    rows = [("patient.id", "note"), *((number, "a text that takes up room") for number in range(20_000))]
    (problem,) = refused(hide(15_000, 20_001, path=write_xlsx(rows)))
    assert problem.startswith("roster.xlsx: 2 rows of `March` are hidden")


def test_empty_rows_of_a_workbook_are_passed_over_and_counted() -> None:
    path = write_xlsx([("patient.id",), (), ("1",), (None,), ("2",)])
    assert [row.number for row in open_roster(path).rows()] == [3, 5]


def test_a_formula_without_a_value_is_told() -> None:
    path = write_xlsx([HEADINGS, ("1", '="a"&"b"', SOLEUS, "left")])
    assert refused(path) == [
        "roster.xlsx sheet `March` row 2, column `patient.name`: the formula of this cell has no value yet."
        " Open the file, let it compute, and save it."
    ]


def test_a_formula_with_a_value_is_what_it_shows() -> None:
    path = write_xlsx([("patient.id",), ('="a"&"b"',)])
    rewrite_sheet(path, rb"</f><v ?/?>(</v>)?", b"</f><v>4711</v>")
    assert cells(path) == [["4711"]]


def test_merged_cells_are_told() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (["patient.id", "side"], ["1", "left"], ["2", None]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    workbook.save("roster.xlsx")
    write_text(f"condition: {SOLEUS}\nside: right\n", "base.yaml")
    assert refused(Path("roster.xlsx"), "--plan", "base.yaml") == [
        "roster.xlsx sheet `Sheet` row 3, column `side`: the cells B2:B3 are merged, so only the first of"
        " them has a value. Unmerge them and fill in each."
    ]


def test_rows_that_stand_in_another_order_in_the_file_are_told() -> None:
    write_xlsx([["patient.id", "side"], ["1", "left"], ["2", "right"]], "right.xlsx")
    with zipfile.ZipFile("right.xlsx") as right, zipfile.ZipFile("roster.xlsx", "w") as wrong:
        for part in right.namelist():
            content = right.read(part)
            if part.startswith("xl/worksheets/sheet"):
                first, second = (b'<row r="%d">' % number for number in (2, 3))
                assert first in content
                content = content.replace(first, b"<row>").replace(second, first).replace(b"<row>", second)
            wrong.writestr(part, content)
    (problem,) = refused(Path("roster.xlsx"))
    assert problem.startswith("roster.xlsx: row 2 of `March` is not in its place in the file")


def test_a_workbook_that_is_broken_is_told() -> None:
    Path("roster.xlsx").write_bytes(b"PK\x03\x04 broken")
    (problem,) = refused(Path("roster.xlsx"))
    assert problem.startswith("roster.xlsx: this is no Excel workbook, or a damaged or encrypted one.")


def test_entities_within_entities_are_not_unfolded() -> None:
    path = write_xlsx([("patient.id",), ("1",)])
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    rewrite_sheet(path, rb"<worksheet", f'<!DOCTYPE x [<!ENTITY e0 "boom">{entities}]><worksheet'.encode())
    rewrite_sheet(path, rb"patient\.id", b"&e9;")
    (problem,) = refused(path)
    assert problem.startswith("roster.xlsx: this is no Excel workbook")
