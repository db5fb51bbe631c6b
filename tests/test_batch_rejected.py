"""`rejected.csv` holds all that a wrong row says, and a row in it that is not mended is refused again."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from commands import handouts
from rosters import NAME, SOLEUS, made, pdfs, person, write_csv, write_text, write_xlsx

pytestmark = pytest.mark.usefixtures("folder", "no_clinic")

HEADINGS = ("patient.id", "condition", "side", "exercises", "note")


def rejected(roster: Path, *words: str) -> list[list[str]]:
    """Return the rows of what is left out, of which a run that mends nothing prints nothing."""
    written = Path(made(roster, "--skip-bad", *words)["rejected"])
    printed = pdfs()
    again = handouts("batch", written, "-o", "out", "--skip-bad", *words)
    assert again.exit_code == 1
    assert pdfs() == printed
    with written.open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file)
    assert headings[0] == "reason"
    return rows


def workbook(**cells: Any) -> Path:
    """Return a workbook with a row that has other cells and one that is right."""
    right = {"id": "1", "condition": SOLEUS, "side": "left", "exercises": "heel-raise", "note": ""}
    rows: list[Sequence[Any]] = [[*({**right, **cells}).values()], [*({**right, "id": "2"}).values()]]
    return write_xlsx([HEADINGS, *rows])


def test_text_beyond_the_headings_is_kept_beside_what_it_was_cut_from() -> None:
    text = f"patient.id,condition,side,note\n1,{SOLEUS},left,Do not jump, until the X-ray, is back\n"
    ((reason, *cells),) = rejected(write_text(f"{text}2,{SOLEUS},left,ok\n"))
    assert cells == ["1", SOLEUS, "left", "Do not jump", "until the X-ray", "is back"]
    assert reason.startswith("this cell is below no heading. Put text")


def test_a_row_with_an_empty_cell_too_many_keeps_it() -> None:
    text = f"patient.id,patient.name,note,goal\n1,Quillfeather, Zephyrine,Do not jump,\n2,{NAME},a,b\n"
    write_text(f"condition: {SOLEUS}\nside: left\n", "base.yaml")
    ((_, *cells),) = rejected(write_text(text), "--plan", "base.yaml")
    assert cells == ["1", "Quillfeather", "Zephyrine", "Do not jump", ""]


def test_text_below_an_empty_heading_is_kept() -> None:
    text = f"patient.id,,condition,side\n1,stray,{SOLEUS},left\n2,,{SOLEUS},left\n"
    ((_, *cells),) = rejected(write_text(text))
    assert cells == ["1", "stray", SOLEUS, "left"]


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ({"note": "#N/A"}, "#N/A"),
        ({"exercises": "#REF!"}, "#REF!"),
        ({"exercises": '="toe-touch"&""'}, "#N/A"),
        ({"note": "a" * 5_001}, "a" * 5_001),
        ({"id": 1234567890123456}, "1.234567890123456E+15"),
        ({"id": -1234567890123456}, "'-1.234567890123456E+15"),
    ],
)
def test_a_cell_of_a_workbook_that_cannot_be_read_is_not_left_empty(
    cells: dict[str, Any], written: str
) -> None:
    ((_, *found),) = rejected(workbook(**cells))
    assert written in found


def test_a_row_that_lacks_nothing_but_its_value_can_be_mended() -> None:
    made(workbook(exercises="#N/A"), "--skip-bad")
    path = Path("out", "rejected.csv")
    path.write_text(path.read_text("utf-8-sig").replace(",#N/A,", ",toe-touch,"), "utf-8")
    assert made(path)["made"] == 1
    assert len(pdfs()) == 2


def test_a_heading_that_begins_like_a_formula_is_written_as_text_and_still_mapped() -> None:
    write_text('"=cmd": patient.id\n"+n, m": note\n', "map.yaml")
    roster = write_text(f'=cmd;"+n, m";condition;side\n1;;{SOLEUS};up\n2;;{SOLEUS};left\n')
    written = Path(made(roster, "--skip-bad", "--map", "map.yaml")["rejected"])
    text = written.read_text("utf-8-sig")
    assert text.splitlines()[0] == '"reason";"\'=cmd";"\'+n, m";"condition";"side"'
    written.write_text(text.replace(";up", ";right"), "utf-8")
    assert made(written, "--map", "map.yaml")["made"] == 1


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(sign: str) -> None:
    row = person(1, note=f"{sign}cmd|' /C calc'!A0", goal=f"{sign}1", side=f"{sign}up")
    for cells in rejected(write_csv([row])):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_delimiter_that_the_first_line_names_parts_the_rejected_cells_too() -> None:
    roster = write_text(f"sep=;\npatient.id;condition;side\n1;{SOLEUS};up\n2;{SOLEUS};left\n")
    written = Path(made(roster, "--skip-bad")["rejected"])
    assert written.read_text("utf-8-sig").splitlines()[1].endswith(f";1;{SOLEUS};up")
    assert handouts("batch", written, "-o", "out").stderr.startswith(f"{written} row 2, column `side`")


def test_what_is_mended_has_the_clinic_and_the_last_plan_that_were_beside_the_roster() -> None:
    write_text("name: Our Clinic\n", "clinic.yaml")
    write_text(f"condition: {SOLEUS}\nside: left\nexercises: [heel-raise]\n", "last.yaml")
    wrong = person(1, previous="last.yaml", side="lft")
    written = Path(made(write_csv([wrong, person(2)]), "--skip-bad")["rejected"])
    written.write_text(written.read_text("utf-8").replace("lft", "left"), "utf-8")
    made(written)
    found = pdfs()
    made(write_csv([wrong | {"side": "left"}, person(2)]), folder="undisturbed")
    assert found == pdfs("undisturbed")


def test_of_two_rows_with_one_id_neither_is_printed() -> None:
    rows = rejected(write_csv([person(1), person(1, side="right"), person(2)]))
    assert [[*row[1:2], row[4]] for row in rows] == [["1", "left"], ["1", "right"]]


def test_folders_beside_the_roster_are_named_for_the_next_run() -> None:
    Path("content").mkdir()
    result = handouts("batch", write_csv([person(1, side="lft")]), "-o", "out", "--skip-bad")
    assert result.stderr.splitlines()[-1] == (
        f"Mend {Path('out', 'rejected.csv')} and run it like the roster, with `--content content`."
    )


def test_a_row_without_a_clinic_of_its_own_keeps_the_usual_one() -> None:
    write_text("name: Our Clinic\n", "clinic.yaml")
    write_text("name: Their Clinic\n", "theirs.yaml")
    rows = [person(1, side="lft", clinic=""), person(2, clinic="theirs.yaml")]
    written = Path(made(write_csv(rows), "--skip-bad")["rejected"])
    written.write_text(written.read_text("utf-8").replace("lft", "left"), "utf-8")
    made(written)
    found = pdfs()
    made(write_csv([rows[0] | {"side": "left"}, rows[1]]), folder="undisturbed")
    assert found == pdfs("undisturbed")


def test_a_clinic_that_is_beside_the_plan_is_not_named_again() -> None:
    write_text("name: Our Clinic\n", "clinic.yaml")
    base = write_text("side: left\n", "base.yaml")
    written = Path(made(write_csv([person(1, side="lft")]), "--skip-bad", "--plan", str(base))["rejected"])
    assert "clinic" not in written.read_text("utf-8")
