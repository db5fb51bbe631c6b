"""A roster of any kind becomes rows, or every reason why not with sheet, row and column."""

from pathlib import Path

import pytest
from commands import handouts
from hypothesis import given
from hypothesis import strategies as st
from rosters import NAME, SOLEUS, person, refused, write_csv, write_text

from handouts.batch.csv_table import open_csv
from handouts.batch.roster import open_roster
from handouts.batch.table import CellFault
from handouts.schema.shorthand import split_items

pytestmark = pytest.mark.usefixtures("folder")

HEAD = "patient.id,patient.name,side,condition,note\n"
ROW = f"4711,{NAME},left,{SOLEUS},Café\n"


def cells(path: Path) -> list[list[str | CellFault]]:
    return [[*row.cells] for row in open_roster(path).rows()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    path = write_text((HEAD + ROW).replace(",", delimiter))
    assert cells(path) == [["4711", NAME, "left", SOLEUS, "Café"]]


@pytest.mark.parametrize(
    ("headings", "delimiter"),
    [
        ('"Pat.-Nr.";"Name, Vorname"', ";"),
        ("Pat.-Nr.;Name, Vorname", ";"),
        ('"Name, Vorname, Titel"\t"Pat.-Nr."', "\t"),
        ('"Name;\nVorname;",Pat.-Nr.', ","),
        ('Pat.-Nr.;"The ""good"", or left, leg"', ";"),
        ("Pat.-Nr.", ","),
    ],
)
def test_delimiters_in_quotes_are_part_of_a_heading(headings: str, delimiter: str) -> None:
    assert open_csv(write_text(f"{headings}\n1{delimiter}2\n")).delimiter == delimiter


def test_lists_in_cells_do_not_part_a_roster_whose_headings_are_known() -> None:
    """Each row has one semicolon, and not each the same number of commas."""
    rows = [f"{one},heel-raise; toe-touch{',up' * (one % 3)}\n" for one in range(9)]
    path = write_text("patient.id,exercises,note,goal\n" + "".join(rows))
    assert open_csv(path).delimiter == ","
    assert cells(path)[1] == ["1", "heel-raise; toe-touch", "up"]


@pytest.mark.parametrize("first", ["sep=;\r\n", "\ufeffSEP=;\n", '"sep=;"\n'])
def test_a_first_line_that_names_the_delimiter_is_not_shown_as_a_row(first: str) -> None:
    path = write_text(f"{first}patient.id;note\n1;a, b, c\n2;up\n")
    assert [(row.number, *row.cells) for row in open_roster(path).rows()] == [
        (2, "1", "a, b, c"),
        (3, "2", "up"),
    ]


def test_a_byte_order_mark_is_not_part_of_the_first_heading() -> None:
    assert cells(write_text(HEAD + ROW, encoding="utf-8-sig"))[0][4] == "Café"


def test_windows_1252_is_told_with_its_first_letter_and_what_to_do() -> None:
    assert refused(write_text(HEAD + ROW, encoding="cp1252")) == [
        "roster.csv:2:1: the file is not UTF-8; it looks like Windows-1252, where this is `é`."
        " In a spreadsheet: Save as, CSV UTF-8. In a text editor: save with the encoding UTF-8."
    ]


def test_quoted_delimiters_quotes_and_line_breaks_stay_in_their_cell() -> None:
    path = write_text(HEAD + f'4711,"{NAME}, ""Z""",left,{SOLEUS},"first\r\nsecond"\n')
    assert cells(path)[0] == ["4711", f'{NAME}, "Z"', "left", SOLEUS, "first\r\nsecond"]


def test_a_line_break_in_a_text_is_printed_as_a_space() -> None:
    path = write_text(HEAD + f'4711,{NAME},left,{SOLEUS},"first\nsecond"\n')
    assert handouts("batch", path, "-o", "out", "--dry-run").exit_code == 0


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    path = write_text(HEAD + '1,,left,,"two\nlines"\n\n,,,,\n2,,left\n')
    assert [row.number for row in open_roster(path).rows()] == [2, 5]


@pytest.mark.parametrize("broken", ['4711,"open', '4711,"a"b,left', '4711,"a'])
def test_broken_quotes_are_told_with_their_row(broken: str) -> None:
    (problem,) = refused(write_text(f"{HEAD}1,,left,{SOLEUS}\n{broken}\n"))
    assert problem.startswith("roster.csv row 3: the quotes of a cell are not closed.")


def test_a_cell_below_no_heading_is_told() -> None:
    (problem,) = refused(write_text(f"{HEAD}4711,{NAME},left,{SOLEUS},one, two\n"))
    assert problem == (
        "roster.csv row 2, column 6: this cell is below no heading. Put text that has a `,` in it in quotes."
    )


def test_a_row_that_has_slid_is_told_without_what_its_cells_hold() -> None:
    assert refused(write_text(f"{HEAD}4711,Quillfeather, Zephyrine,left,{SOLEUS},ok\n")) == [
        "roster.csv row 2, column 6: this cell is below no heading. Put text that has a `,` in it in quotes."
    ]


def test_a_row_that_has_slid_and_ends_empty_is_told_too() -> None:
    assert refused(write_text(f"{HEAD}4711,Quillfeather, Zephyrine,left,{SOLEUS},\n")) == [
        "roster.csv row 2: the row has more cells than there are headings."
        " Put text that has a `,` in it in quotes."
    ]


def test_empty_cells_are_no_more_cells_where_the_headings_have_them_too() -> None:
    assert cells(write_text("patient.id,side,,\n4711,left,,\n")) == [["4711", "left"]]


@pytest.mark.parametrize("shown", ["#N/A", "#NV", "#DIV/0!", "#WERT!", "Err:502", "########"])
def test_a_cell_in_which_a_formula_failed_is_told(shown: str) -> None:
    (problem,) = refused(write_csv([person(1, note=shown)]))
    assert problem == (
        f"roster.csv row 2, column `note`: the cell says `{shown}`. Mend its formula, or type the value."
    )


@pytest.mark.parametrize("shown", ["1.23457E+15", "1,23457E+15", "4E+12"])
def test_an_id_that_a_spreadsheet_has_shortened_is_told(shown: str) -> None:
    (problem,) = refused(write_csv([person(1, patient_id=shown)]))
    assert problem == (
        "roster.csv row 2, column `patient.id`: a spreadsheet has shortened this number."
        " Format the column as text and type it again."
    )


@pytest.mark.parametrize("text", ["#1", "# of steps: 12!", "4E-12", "1E10", "Err: 12"])
def test_other_texts_with_such_signs_are_texts(text: str) -> None:
    assert cells(write_csv([person(1, note=text)]))[0][-1] == text


def test_problems_in_cells_name_row_and_column() -> None:
    rows = [
        person(1, side="rigth", exercises="heel-raise 3x12; heel-rise 3x"),
        person(2, date="20.11.26"),
        person(3, exercises="heel-raise hold 2s hold 3s", condition="soleuss"),
        person(4, copies="many"),
    ]
    problems = refused(write_csv(rows))
    assert [problem.split(". ")[0] for problem in problems] == [
        "roster.csv row 2, column `side`: `side` is `rigth`; it must be `left`, `right` or `both`",
        "roster.csv row 2, column `exercises`: there is no exercise `heel-rise`",
        "roster.csv row 3, column `date`: `20.11.26` is not a date; write it as year-month-day, "
        "like 2026-12-31.",
        "roster.csv row 4, column `condition`: there is no condition `soleuss`",
        "roster.csv row 4, column `exercises`: `hold_seconds` is given twice, as `hold 2s` and as `hold 3s`",
        "roster.csv row 5, column `copies`: `copies` is a number from 1 to 20.",
    ]


def test_a_problem_of_the_base_plan_is_told_once() -> None:
    write_text("condition: soleus-trigger-points\ngoaal: walk\n", "base.yaml")
    assert refused(write_csv([person(1), person(2)]), "--plan", "base.yaml") == [
        "base.yaml:2:1: there is no key `goaal` here. Did you mean `goal`?"
    ]


def test_a_person_in_the_base_plan_that_is_a_word_is_told_though_rows_have_their_own() -> None:
    write_text("condition: soleus-trigger-points\npatient: Bob\n", "base.yaml")
    (problem,) = refused(write_csv([person(1), person(2)]), "--plan", "base.yaml")
    assert problem.startswith("base.yaml:2:10: `patient`")


def test_a_row_that_lacks_what_the_base_plan_leaves_out_is_named() -> None:
    write_text("condition: soleus-trigger-points\n", "base.yaml")
    rows = [person(1, condition=""), person(2, condition="", side="")]
    (problem,) = refused(write_csv(rows), "--plan", "base.yaml")
    assert problem.startswith("roster.csv row 3: base.yaml:1:1: `side` is missing")


def test_rows_of_one_id_or_one_file_are_told() -> None:
    same_id = [person(1), person(1, side="right"), person(1)]
    same_file = [person(2, patient_id="A/1"), person(3, patient_id="a.1")]
    keep = "Put the exercises of one person into one cell, parted by `;`, or print the other by itself."
    give = "Give each row a `patient.id` of its own."
    assert refused(write_csv([*same_id, *same_file])) == [
        f"roster.csv row 2, column `patient.id`: this id is in row 3 too. {keep}",
        f"roster.csv rows 3-4, column `patient.id`: this id is in row 2 too. {keep}",
        f"roster.csv row 5, column `patient.id`: this would be the same file as row 6. {give}",
        f"roster.csv row 6, column `patient.id`: this would be the same file as row 5. {give}",
    ]


@pytest.mark.usefixtures("folder")
def test_rows_of_one_name_without_an_id_are_told_and_made() -> None:
    sides = ("left", "right")
    rows = [
        f"{name},soleus-trigger-points,{side}" for side in sides for name in ("Sample Patient", "S. Person")
    ]
    write_text("\n".join(["name,condition,side", *rows, "SAMPLE patient,low-back-pain,"]) + "\n")
    write_text("country: gb\n", "base.yaml")
    result = handouts("batch", "roster.csv", "--plan", "base.yaml", "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert "roster.csv rows 2, 4, 6: one name stands in 3 rows without an id" in result.stderr
    assert "roster.csv rows 3, 5: one name stands in 2 rows without an id" in result.stderr
    assert "sample" not in result.stderr.lower()


def test_a_roster_with_headings_alone_is_told() -> None:
    assert refused(write_text(HEAD)) == ["roster.csv: there are no rows below the headings."]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_cell_that_begins_like_a_formula_is_text(sign: str) -> None:
    text = f"{sign}SUM(A1:A9)"
    assert cells(write_csv([person(1, note=text)]))[0][-1] == text


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


def test_a_plan_of_one_patient_is_refused_for_all_without_the_name() -> None:
    write_text(
        f"condition: {SOLEUS}\npatient:\n  name: First Person\n  facts: [pregnant]\nside: left\n", "base.yaml"
    )
    roster = write_text("patient.id\n4711\n")
    result = handouts("batch", roster, "--plan", "base.yaml", "--merge", "stack.pdf")
    assert result.exit_code == 1 and "First Person" not in result.stderr
    assert "base.yaml:3:3: this is one patient's, and the plan is for all rows." in result.stderr
    assert not Path("stack.pdf").exists()
