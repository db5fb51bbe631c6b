"""People of a roster are told apart: without ids, there twice, by the row, by the id and by their paper."""

import csv
import os
from pathlib import Path

import pytest
from commands import handouts
from rosters import SOLEUS, made, pdfs, person, printed, record, refused, write_csv, write_text

pytestmark = pytest.mark.usefixtures("folder")

DAY = "2026-11-20"


def nameless(*people: str, **other: str) -> list[dict[str, str]]:
    """Return rows without an id."""
    usual = {"condition": SOLEUS, "side": "left", "date": DAY} | other
    return [usual | {"patient.name": name} for name in people]


def test_rows_without_ids_and_with_equal_initials_get_numbered_files() -> None:
    made(write_csv(nameless("Sam Patient", "Sue Person", "Sid Pupil")))
    found = printed()
    assert [*found] == [f"SP-{DAY}-2.pdf", f"SP-{DAY}-3.pdf", f"SP-{DAY}.pdf"]
    assert ("Sue Person" in found[f"SP-{DAY}-2.pdf"], "Sam Patient" in found[f"SP-{DAY}.pdf"]) == (True, True)


def test_who_has_a_file_keeps_it_when_rows_come_and_go() -> None:
    people = nameless("Sam Patient", "Sue Person", "Sid Pupil")
    made(write_csv(people))
    before = pdfs()
    assert made(write_csv(people[::-1]))["unchanged"] == 3
    assert made(write_csv(people[1:]))["unchanged"] == 2
    assert made(write_csv([*nameless("Sol Poe"), *people]))["made"] == 1
    assert {name: pdfs()[name] for name in before} == before


def test_a_person_without_an_id_takes_nobodys_file() -> None:
    made(write_csv([*nameless("Sam Patient"), person(1, patient_id="SP")]))
    assert ("ID SP" in printed()[f"SP-{DAY}.pdf"], "Sam Patient" in printed()[f"SP-{DAY}-2.pdf"]) == (
        True,
        True,
    )


@pytest.mark.parametrize(
    "rows",
    [[person(1), person(2), person(1)], [*nameless("Sam Patient"), person(2), *nameless("Sam Patient")]],
)
def test_one_of_two_rows_that_say_the_same_is_kept_where_bad_ones_may_be_skipped(
    rows: list[dict[str, str]],
) -> None:
    (problem,) = refused(write_csv(rows))
    assert "row 4" in problem
    assert problem.endswith("this row says the same as row 2. Delete it, or leave it out with `--skip-bad`.")
    said = made(write_csv(rows), "--skip-bad")
    assert (said["made"], said["left_out"]) == (2, 1)


@pytest.mark.parametrize("other", [{"side": "right"}, {"copies": "2"}, {"patient.name": "Other Patient"}])
def test_two_rows_of_one_id_that_differ_are_both_left_out(other: dict[str, str]) -> None:
    said = made(write_csv([person(1), person(2), person(1) | other]), "--skip-bad")
    assert (said["made"], said["left_out"]) == (1, 2)


def test_faults_that_repeat_are_told_once_with_their_rows() -> None:
    rows = [person(number, side="lft" if number in (3, 4, 5, 8) else "left") for number in range(10)]
    rows[9]["date"] = "2026-13-01"
    first, second = refused(write_csv(rows))
    assert first.startswith("roster.csv rows 5-7, 10, column `side`: ")
    assert second.startswith("roster.csv row 11, column `date`: ")
    told = handouts("batch", "roster.csv", "-o", "out", "--skip-bad").stderr
    assert told.count("column `side`") == 1
    with Path("out", "rejected.csv").open(encoding="utf-8-sig", newline="") as file:
        reasons = [row["reason"] for row in csv.DictReader(file)]
    assert [reason.split(":")[0] for reason in reasons] == ["side"] * 4 + ["date"]
    problems = made(Path("roster.csv"), "--skip-bad")["problems"]
    assert [problem["line"] for problem in problems] == [5, 6, 7, 10, 11]


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        ("id:3", [3]),
        ("ID: 3 ,id:5", [3, 5]),
        ("2,id:4", [1, 4]),
        ("2-3", [1, 2]),
        ("id:03", None),
        ("id:3,99", None),
    ],
)
def test_rows_are_chosen_by_their_ids_and_numbers(only: str, ids: list[int] | None) -> None:
    roster = write_csv([person(number) for number in range(1, 7)])
    if ids is None:
        (problem,) = refused(roster, "--only", only)
        assert problem.startswith("roster.csv: there is no row ")
    else:
        made(roster, "--only", only)
        assert pdfs().keys() == {f"{one}-{DAY}.pdf" for one in ids}


def test_an_id_of_no_letters_names_nobody() -> None:
    assert handouts("batch", write_csv([person(1)]), "-o", "out", "--only", "id:").exit_code == 2


def put_lp() -> None:
    for name, text in (("lp", 'echo "$@" >> printed'), ("lpstat", "echo system default destination: front")):
        path = write_text(f"#!/bin/sh\n{text}\n", name)
        path.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="prints as CUPS does")
def test_each_paper_has_a_stack_of_its_own_and_the_printer_hears_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_lp()
    monkeypatch.setenv("PATH", f"{Path.cwd()}{os.pathsep}{os.environ['PATH']}")
    papers = ["a4", "letter", "a4"]
    roster = write_csv([person(number, paper=paper) for number, paper in enumerate(papers)])
    result = handouts("batch", roster, "--merge", "stack.pdf", "--print")
    assert result.stdout.split() == ["stack-a4.pdf", "stack-letter.pdf"]
    lines = Path("printed").read_text("utf-8").splitlines()
    assert ["media=A4" in lines[0], "media=Letter" in lines[1]] == [True, True]
    assert [line["file"] for line in record(".") if "file" in line] == ["stack-a4.pdf"] * 2 + [
        "stack-letter.pdf"
    ]
    result = handouts("batch", write_csv([person(1)]), "--merge", "stack.pdf")
    assert result.stdout.split() == ["stack.pdf"]
    assert "stack-letter.pdf: an earlier run made this, not this one." in result.stderr
