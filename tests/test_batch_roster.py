"""A roster of any kind becomes rows, or every reason why not with sheet, row and column."""

import datetime
import re
import zipfile
from pathlib import Path

import pytest
from commands import folder, handouts
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from rosters import HEADINGS, NAME, SOLEUS, person, refused, write_csv, write_text, write_xlsx

from handouts.batch.roster import open_roster
from handouts.batch.row_plan import split_items
from handouts.batch.table import Fault

__all__ = ["folder"]
pytestmark = pytest.mark.usefixtures("folder")

HEAD = "patient.id,patient.name,side,condition,note\n"
ROW = f"4711,{NAME},left,{SOLEUS},Café\n"


def cells(path: Path, sheet: str | None = None) -> list[list[str | Fault]]:
    return [[*row.cells] for row in open_roster(path, sheet, renames={}).rows()]


def first_row(*values: object) -> list[str | Fault]:
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


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    path = write_text((HEAD + ROW).replace(",", delimiter))
    assert cells(path) == [["4711", NAME, "left", SOLEUS, "Café"]]


def test_a_byte_order_mark_is_not_part_of_the_first_heading() -> None:
    assert cells(write_text(HEAD + ROW, encoding="utf-8-sig"))[0][4] == "Café"


def test_windows_1252_is_told_with_its_first_letter_and_what_to_do() -> None:
    assert refused(write_text(HEAD + ROW, encoding="cp1252")) == [
        "roster.csv:2:1: the file is not UTF-8; it looks like Windows-1252, where this is `é`."
        " In a spreadsheet: Save as, CSV UTF-8. In a text editor: save with the encoding UTF-8."
    ]


def test_utf_16_is_told() -> None:
    (problem,) = refused(write_text(HEAD + ROW, encoding="utf-16"))
    assert problem.startswith("roster.csv: the file is UTF-16 text. In a spreadsheet: Save as, CSV UTF-8.")


def test_quoted_delimiters_quotes_and_line_breaks_stay_in_their_cell() -> None:
    path = write_text(HEAD + f'4711,"{NAME}, ""Z""",left,{SOLEUS},"first\r\nsecond"\n')
    assert cells(path)[0] == ["4711", f'{NAME}, "Z"', "left", SOLEUS, "first\r\nsecond"]


def test_a_line_break_in_a_text_is_printed_as_a_space() -> None:
    path = write_text(HEAD + f'4711,{NAME},left,{SOLEUS},"first\nsecond"\n')
    assert handouts("batch", path, "-o", "out", "--dry-run").exit_code == 0


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    path = write_text(HEAD + '1,,left,,"two\nlines"\n\n,,,,\n2,,left\n')
    assert [row.number for row in open_roster(path, renames={}).rows()] == [2, 5]


@pytest.mark.parametrize("broken", ['4711,"open', '4711,"a"b,left', '4711,"a'])
def test_broken_quotes_are_told_with_their_row(broken: str) -> None:
    (problem,) = refused(write_text(f"{HEAD}1,,left,{SOLEUS}\n{broken}\n"))
    assert problem.startswith("roster.csv row 3: the quotes of a cell are not closed.")


def test_a_cell_below_no_heading_is_told() -> None:
    (problem,) = refused(write_text(f"{HEAD}4711,{NAME},left,{SOLEUS},one, two\n"))
    assert problem == (
        "roster.csv row 2, column 6: this cell is below no heading. Put text that has a `,` in it in quotes."
    )


def test_all_wrong_columns_are_told_with_the_nearest_right_name() -> None:
    problems = refused(write_text(f"patient.id,name,sides,condition,side,side\n4711,{NAME},left\n"))
    rename = "A file for `--map` can rename it, or leave it out."
    assert problems == [
        "roster.csv row 1, column `name`: there is no key `name` in a plan."
        f" Did you mean `patient.name`? {rename}",
        f"roster.csv row 1, column `sides`: there is no key `sides` in a plan. Did you mean `side`? {rename}",
        "roster.csv row 1, column `side`: the column `side` is there twice. Keep one of them.",
    ]


def test_a_map_renames_headings_and_leaves_columns_out() -> None:
    path = write_text(f"Pat.-Nr.,Surname,Ward,side,condition\n4711,{NAME},7B,left,{SOLEUS}\n")
    write_text("Pat.-Nr.: patient.id\nSurname: patient.name\nWard:\nNot there: note\n", "map.yaml")
    assert handouts("batch", path, "-o", "out", "--map", "map.yaml").exit_code == 0
    assert [one.name[:5] for one in Path("out").glob("*.pdf")] == ["4711-"]


def test_a_map_to_an_unknown_key_is_told() -> None:
    write_text("Pat.-Nr.: patientid\n", "map.yaml")
    assert refused(write_csv([person(1)]), "--map", "map.yaml") == [
        "map.yaml:1:11: there is no key `patientid` in a plan. Did you mean `patient.id`?"
    ]


def test_problems_in_cells_name_row_and_column() -> None:
    rows = [
        person(1, side="rigth", exercises="heel-raise 3x12; heel-rise 3x"),
        person(2, date="20.11.2026"),
        person(3, exercises="heel-raise hold 2s hold 3s", condition="soleus"),
        person(4, copies="many"),
    ]
    problems = refused(write_csv(rows))
    assert [problem.split(". ")[0] for problem in problems] == [
        "roster.csv row 2, column `side`: `side` is `rigth`; it must be `left`, `right` or `both`",
        "roster.csv row 2, column `exercises`: there is no exercise `heel-rise`",
        "roster.csv row 3, column `date`: `20.11.2026` is not a date; write it as 2026-11-20.",
        "roster.csv row 4, column `condition`: there is no condition `soleus`",
        "roster.csv row 4, column `exercises`: `hold_seconds` is given twice, as `hold 2s` and as `hold 3s`",
        "roster.csv row 5, column `copies`: `copies` is a number from 1 to 20.",
    ]


def test_a_problem_of_the_base_plan_is_told_once() -> None:
    write_text("condition: soleus-trigger-points\ngoaal: walk\n", "base.yaml")
    assert refused(write_csv([person(1), person(2)]), "--plan", "base.yaml") == [
        "base.yaml:2:1: there is no key `goaal` here. Did you mean `goal`?"
    ]


def test_a_row_that_lacks_what_the_base_plan_leaves_out_is_named() -> None:
    write_text("condition: soleus-trigger-points\n", "base.yaml")
    rows = [person(1, condition=""), person(2, condition="", side="")]
    (problem,) = refused(write_csv(rows), "--plan", "base.yaml")
    assert problem.startswith("roster.csv row 3: base.yaml:1:1: `side` is missing")


def test_two_rows_of_one_id_or_one_file_are_told() -> None:
    rows = [person(1), person(1), person(2, patient_id="A/1"), person(3, patient_id="a.1")]
    assert refused(write_csv(rows)) == [
        "roster.csv row 3, column `patient.id`: the id `1` is in row 2 too."
        " Keep one of them, or print the other by itself.",
        "roster.csv row 5, column `patient.id`: this would be the same file as row 4,"
        " `a-1-2026-11-20.pdf`. Give each row a `patient.id` of its own.",
    ]


def test_a_roster_with_headings_alone_is_told() -> None:
    assert refused(write_text(HEAD)) == ["roster.csv: there are no rows below the headings."]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_cell_that_begins_like_a_formula_is_text(sign: str) -> None:
    text = f"{sign}SUM(A1:A9)"
    assert cells(write_csv([person(1, note=text)]))[0][-1] == text
    assert first_row("1", f"'{text}")[1] == f"'{text}"


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


def test_empty_rows_of_a_workbook_are_passed_over_and_counted() -> None:
    path = write_xlsx([("patient.id",), (), ("1",), (None,), ("2",)])
    assert [row.number for row in open_roster(path, renames={}).rows()] == [3, 5]


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
    (problem,) = refused(Path("roster.xlsx"))
    assert problem.startswith("roster.xlsx: the cells B2:B3 of `Sheet` are merged")


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


@pytest.mark.parametrize("kind", ["xls", "xlsm", "ods"])
def test_other_kinds_of_spreadsheets_are_told_what_to_do(kind: str) -> None:
    (problem,) = refused(write_text("x", f"roster.{kind}"))
    assert problem.endswith("which is not read. Save it as .xlsx or as CSV UTF-8.")


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 a password", b"text"])
def test_a_workbook_that_is_none_is_told(content: bytes) -> None:
    Path("roster.xlsx").write_bytes(content)
    (problem,) = refused(Path("roster.xlsx"))
    assert problem.startswith("roster.xlsx: this is no Excel workbook, or a damaged or encrypted one.")


def test_a_workbook_that_unpacks_to_far_more_is_not_opened() -> None:
    path = write_xlsx([("patient.id",), ("1",)])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/media/{number}.bin", bytes(45_000_000))
    (problem,) = refused(path)
    assert problem.startswith("roster.xlsx: unpacked, this workbook is far larger than any roster.")


def test_entities_within_entities_are_not_unfolded() -> None:
    path = write_xlsx([("patient.id",), ("1",)])
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    rewrite_sheet(path, rb"<worksheet", f'<!DOCTYPE x [<!ENTITY e0 "boom">{entities}]><worksheet'.encode())
    rewrite_sheet(path, rb"patient\.id", b"&e9;")
    (problem,) = refused(path)
    assert problem.startswith("roster.xlsx: this is no Excel workbook")


def test_a_roster_that_is_not_there_or_is_a_folder_is_told() -> None:
    assert refused(Path("nowhere.csv")) == ["nowhere.csv: there is no such file."]
    Path("folder.csv").mkdir()
    assert refused(Path("folder.csv")) == ["folder.csv: this is a folder, not a file."]


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("heel-raise 3x12; toe-touch", ("heel-raise 3x12", "toe-touch")),
        ("heel-raise note 'slow; then stop'; toe-touch", ("heel-raise note 'slow; then stop'", "toe-touch")),
        ('heel-raise note "don\'t; stop"', ('heel-raise note "don\'t; stop"',)),
        ("heel-raise note 'don't stop; rest'; b", ("heel-raise note 'don't stop; rest'", "b")),
        ("a\nb;;c;", ("a", "b", "c")),
        ("a note 'never closed; b", ("a note 'never closed", "b")),
    ],
)
def test_exercises_are_parted_outside_quoted_notes(cell: str, items: tuple[str, ...]) -> None:
    assert split_items(cell) == items


@given(st.text(alphabet="ab;'\"‘’ \nnote", max_size=60))
def test_no_letter_is_lost_where_items_are_parted(cell: str) -> None:
    kept = "".join(cell.split()).replace(";", "")
    assert "".join("".join(split_items(cell)).split()).replace(";", "") == kept
