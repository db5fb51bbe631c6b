"""Headings are keys of a plan, by themselves or by a map, or each is told with what it may have meant."""

from pathlib import Path

import pytest
from commands import handouts
from rosters import NAME, SOLEUS, person, refused, write_csv, write_text

pytestmark = pytest.mark.usefixtures("folder")


def test_all_wrong_columns_are_told_with_the_nearest_right_name() -> None:
    problems = refused(write_text(f"patient.id,names,sides,condition,side,side\n4711,{NAME},left\n"))
    rename = "A file for `--map` can rename it, or leave it out."
    assert problems == [
        "roster.csv row 1, column 2: this heading is no key of a plan."
        f" Did you mean `patient.name`? {rename}",
        f"roster.csv row 1, column 3: this heading is no key of a plan. Did you mean `side`? {rename}",
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


def test_headings_that_are_all_wrong_are_told_with_the_nearest_names_and_not_repeated() -> None:
    hint = "Write such as `patient.id` above each column; a file for `--map` can rename other headings."
    for headings, near in (
        ("Patients.ID, Sides ,CONDITIONS", "`patient.id`, `side` and `condition`"),
        ("Patients ID,Conditio,Exercise", "`patient.id`, `condition` and `exercises`"),
    ):
        assert refused(write_text(f"{headings}\n4711,left,{SOLEUS}\n")) == [
            f"roster.csv row 1: no heading here is a key of a plan. Did you mean {near}? {hint}"
        ]
    assert refused(write_text(f"4711,{NAME}\n4712,{NAME}\n")) == [
        f"roster.csv row 1: no heading here is a key of a plan. {hint}"
    ]


def test_a_wrong_heading_is_compared_without_capitals_and_spaces() -> None:
    first, second = refused(write_text(f"PATIENTS ID,EXER CIS,condition\n4711,,{SOLEUS}\n"))
    assert "this heading is no key of a plan. Did you mean `patient.id`?" in first
    assert "this heading is no key of a plan. Did you mean `exercises`?" in second


def test_a_map_takes_headings_as_they_are_copied() -> None:
    path = write_text(
        f'"Patient\nNo","Name  des Patienten",Verdachts\u00a0Diagnose,Pru\u0308fung,Seite\n'
        f"4711,{NAME},{SOLEUS},2026-12-04,left\n"
    )
    write_text(
        '"Patient\\nNo": patient.id\nName  des Patienten: patient.name\nVerdachts\u00a0Diagnose: condition\n'
        "Pr\u00fcfung: review\nSeite : side\n",
        "map.yaml",
    )
    assert handouts("batch", path, "-o", "out", "--map", "map.yaml").stderr == "1 handout made\n"


def test_a_line_of_the_map_that_is_nearly_a_heading_is_offered() -> None:
    path = write_text(f"patient.id,Nach Name,condition,side\n4711,{NAME},{SOLEUS},left\n")
    write_text("Nachnamen: patient.name\nNot there: note\n", "map.yaml")
    assert refused(path, "--map", "map.yaml") == [
        "roster.csv row 1, column 2: this heading is no key of a plan."
        " The map has `Nachnamen`; write both the same."
    ]


def test_wrong_headings_do_not_hide_what_is_wrong_in_the_rows() -> None:
    path = write_text(f"MRN,Name,condition,Sidde,exercises\n1,{NAME},{SOLEUS},lefft,heel-raise 3y12\n")
    problems = refused(path)
    assert [problem.partition(": ")[0] for problem in problems] == [
        "roster.csv row 1, column 1",
        "roster.csv row 1, column 4",
        "roster.csv row 2, column 4",
        "roster.csv row 2, column `exercises`",
    ]
    assert ["Did you mean `patient.id`?" in problems[0], "Did you mean `left`?" in problems[2]] == [
        True,
        True,
    ]
