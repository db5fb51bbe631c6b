"""A table is read as it comes: headings in any case, titles above, sums and notes below, a map."""

from pathlib import Path

import pytest
from commands import handouts
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from rosters import SOLEUS, made, pdfs, printed, refused, write_text, write_xlsx

pytestmark = pytest.mark.usefixtures("folder")

HEAD = ("patient.id", "patient.name", "condition", "side")
ONE, TWO = ("1", "Sample Patient", SOLEUS, "left"), ("2", "Sample Patient", SOLEUS, "right")
IN_DATE = "condition: soleus-trigger-points\ndate: 2026-11-20\nside: left\n"


def told(path: Path, *words: str) -> list[str]:
    """Return what a run says that prints two handouts and passes rows over."""
    result = handouts("batch", path, "-o", "out", *words)
    assert (result.exit_code, len(pdfs())) == (0, 2)
    return [line.removeprefix(f"{path}: ") for line in result.stderr.splitlines()[:-1]]


@pytest.mark.parametrize(
    "headings",
    [
        "Patient.ID,PATIENT.NAME,Condition,SIDE",
        "Patient ID,Patient_Name,condition ,  side",
        "ID,Name,Condition,Side",
        "patientid,Patient-Name,\xa0CONDITION,\ufeffSide",
        '"Patient\nID","patient  name",Condition:,side*',
    ],
)
def test_headings_are_known_in_any_case_and_with_stray_spaces(headings: str) -> None:
    rows = "".join(f"{','.join(row)}\n" for row in (ONE, TWO))
    assert told(write_text(f"{headings}\n{rows}")) == []


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (
            [("Department of Physiotherapy, list of 20/11/2026",)],
            "row 1 stands above the headings: passed over.",
        ),
        (
            [("Clinic list",), ("Printed:", "20.11.2026"), ()],
            "rows 1-2 stand above the headings: passed over.",
        ),
        ([(), (), ("Side", "B"), ("Room 4",)], "rows 3-4 stand above the headings: passed over."),
    ],
)
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_titles_above_the_headings_are_passed_over(
    above: list[tuple[str, ...]], said: str, kind: str
) -> None:
    rows = [*above, HEAD, ONE, TWO]
    text = "\n".join(";".join(row) for row in rows)
    path = write_xlsx([[*row] for row in rows]) if kind == "xlsx" else write_text(text)
    assert told(path) == [said]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (HEAD, "repeats the headings"),
        (("Patient ID", "PATIENT.NAME", "", "Side"), "repeats the headings"),
        (("Total: 2 patients",), "sums up the others"),
        (("Total", "2"), "sums up the others"),
        (("", "Grand total", "", "2"), "sums up the others"),
        (("Summe", "", "", "2"), "sums up the others"),
        (("Count = 2",), "sums up the others"),
        (("* Please hand out with the leaflet",), "is a note"),
        (("Printed on 20.11.2026 by reception",), "is a note"),
        (
            (
                "",
                "Note: ring the ward first",
            ),
            "is a note",
        ),
        (("Page 1 of 1",), "is a note"),
        (("End of report",), "is a note"),
    ],
)
def test_a_row_that_is_nobody_is_passed_over_and_told(row: tuple[str, ...], reason: str) -> None:
    path = write_xlsx(
        [HEAD, ONE, [*row], TWO] if reason == "repeats the headings" else [HEAD, ONE, TWO, (), [*row]]
    )
    number = 3 if reason == "repeats the headings" else 5
    assert told(path) == [f"row {number} {reason}: passed over."]


def test_rows_of_one_kind_are_told_together() -> None:
    path = write_xlsx([HEAD, ONE, HEAD, HEAD, TWO, HEAD])
    assert told(path) == ["rows 3-4, 6 repeat the headings: passed over."]


def test_a_single_cell_that_may_be_a_person_is_refused_and_not_printed() -> None:
    write_text(IN_DATE, "base.yaml")
    (problem,) = refused(write_xlsx([HEAD, ONE, TWO, ("", "Room seven")]), "--plan", "base.yaml")
    assert problem.startswith(
        "roster.xlsx sheet `March` row 4: this row has a single cell, and all others have more."
    )


def test_people_who_are_one_cell_each_are_people() -> None:
    write_text(IN_DATE, "base.yaml")
    assert told(write_text("patient.id\n4711\n4712\n"), "--plan", "base.yaml") == []


def test_a_roster_whose_rows_alone_end_with_a_delimiter_is_read() -> None:
    assert told(write_text(f"patient.id,condition,side\n1,{SOLEUS},left,\n2,{SOLEUS},right,\n")) == []


def test_columns_are_joined_translated_and_left_out_by_a_map() -> None:
    write_text(
        "patient.name: [First name, Last name]\nMRN: patient.id\nLaterality: side\n"
        'side: {L: left, links: left, re: right}\nWard: ignore\n"*": ignore\n',
        "map.yaml",
    )
    write_text("condition: soleus-trigger-points\ndate: 2026-11-20\n", "base.yaml")
    path = write_text(
        "MRN;LAST NAME;DOB;first  name;Sex;Ward;Laterality;Notes\n"
        "1;Patient;1960-01-02;Sample;f;7B;LINKS;secret\n2;Patient;;;m;;Re;\n"
    )
    assert told(path, "--plan", "base.yaml", "--map", "map.yaml") == []
    first, second = printed().values()
    assert "Sample Patient" in first
    assert "secret" not in first
    assert ("left" in first, "right" in second) == (True, True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("name: [First, Last]", "only a key of a plan has a list of headings, or values for its cells."),
        ("Side: {L: left}", "only a key of a plan has a list of headings, or values for its cells."),
        ("side: {L: [left]}", "each of these is one heading, or one value for a cell."),
        ('"*": note', "`*` is for the rest of the columns."),
        (
            "patient.name: [First name, Last name]",
            "the map joins columns for `patient.name`, and `First name` is not",
        ),
    ],
)
def test_a_line_of_the_map_that_means_nothing_is_told(line: str, said: str) -> None:
    write_text(f"{line}\n", "map.yaml")
    problems = refused(write_text(f"patient.id,Last name,condition\n1,x,{SOLEUS}\n"), "--map", "map.yaml")
    assert any(said in problem for problem in problems)


def test_two_columns_of_one_key_are_told_how_to_be_joined() -> None:
    write_text("First name: patient.name\nLast name: patient.name\n", "map.yaml")
    path = write_text(f"First name,Last name,condition,side\nSample,Patient,{SOLEUS},left\n")
    (problem,) = refused(path, "--map", "map.yaml")
    assert problem.endswith("Join them in the map: `patient.name: [First name, Last name]`.")


def test_rejected_rows_of_a_joined_roster_are_read_with_the_same_map() -> None:
    write_text("patient.name: [First, Last]\n", "map.yaml")
    path = write_text(
        f"patient.id,First,Last,condition,side\n1,Sample,Patient,{SOLEUS},up\n2,A,B,{SOLEUS},left\n"
    )
    rejected = Path(made(path, "--skip-bad", "--map", "map.yaml")["rejected"])
    rejected.write_text(rejected.read_text("utf-8-sig").replace(",up", ",right"), "utf-8")
    assert made(rejected, "--map", "map.yaml")["made"] == 1


def test_a_row_that_names_nobody_is_refused_where_others_are_named() -> None:
    rows = [("1", "Sample Patient", SOLEUS, "left", "heel-raise"), ("", "", SOLEUS, "left", "toe-touch")]
    text = "".join(f"{','.join(row)}\n" for row in [(*HEAD, "exercises"), *rows])
    assert refused(write_text(text)) == [
        "roster.csv row 3: this row names nobody. Write whose it is."
        " Exercises of one person stand in one cell, parted by `;`."
    ]


@pytest.mark.parametrize("number", ["1-Feb", "Mar-05", "7.0"])
def test_a_number_that_a_spreadsheet_has_changed_is_refused(number: str) -> None:
    (problem,) = refused(write_text(f"{','.join(HEAD)}\n{number},Sample Patient,{SOLEUS},left\n"))
    assert "column `patient.id`: a program seems to have made a date or a fraction of this number." in problem


def test_what_is_struck_through_is_refused_and_comments_are_told() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    half = CellRichText("Sample ", TextBlock(InlineFont(strike=True), "Patient"))
    for row in (HEAD, (1, half, SOLEUS, "left"), TWO):
        sheet.append([*row])
    sheet["B3"].font = Font(strike=True)
    sheet["C2"].comment = Comment("Not on stairs", "Sample Clinic")
    workbook.save("roster.xlsx")
    (problem,) = refused(Path("roster.xlsx"))
    assert "rows 2-3, column `patient.name`: some of this text is struck through." in problem
    sheet["B2"], sheet["B3"].font = "Sample Patient", Font(strike=False)
    workbook.save("roster.xlsx")
    assert told(Path("roster.xlsx")) == ["The comments on cells are not read: put what matters into a cell."]


def test_columns_that_are_swapped_are_told_and_quotes_may_follow_a_space() -> None:
    (problem,) = refused(write_text(f"patient.name, patient.id,condition,side\n4711,Sample,{SOLEUS},left\n"))
    assert "column `patient.name`: there is no letter in this name." in problem
    rows = "".join(f'{number}, "Patient, Sample", {SOLEUS}, left\n' for number in (1, 2))
    assert told(write_text(f"{', '.join(HEAD)}\n{rows}")) == []
    assert all("Patient, Sample" in text for text in printed().values())


def test_what_stands_beside_the_columns_is_told() -> None:
    path = write_text(f"{','.join(HEAD)}\n{','.join(ONE)}\n{','.join(TWO)}\n,,,,,ring the ward first\n")
    assert told(path) == ["row 4 stands beside the columns: passed over."]
