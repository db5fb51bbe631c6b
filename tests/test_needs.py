"""What a person needs of the paper, such as large print, chooses its layout and is counted."""

from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan
from rosters import made, people, person, refused, write_csv
from stacks import merged, texts

from handouts.pdf.finished import read_origin

pytestmark = pytest.mark.usefixtures("folder")


def layout_of(name: str) -> str:
    return read_origin(Path(name), password=None).layout


def test_a_need_chooses_the_layout_and_the_paper_has_its_code() -> None:
    said = handouts("make", write_plan(f"{PLAN}needs: Large print\n"), "-o", "a.pdf")
    assert (said.exit_code, said.stderr) == (0, "")
    assert layout_of("a.pdf") == "large-print"
    handouts("make", write_plan(), "-o", "b.pdf", "-l", "large-print")
    assert read_origin(Path("a.pdf"), password=None).code == read_origin(Path("b.pdf"), password=None).code


def test_a_need_may_be_an_option_and_a_new_plan_keeps_it() -> None:
    handouts("new", "plan.yaml", "--condition", "soleus-trigger-points", "--side", "left", "--need", "18 pt")
    assert "needs:\n  - large-print\n" in Path("plan.yaml").read_text("utf-8")
    handouts("make", "plan.yaml", "--need", "giant-print", "-o", "a.pdf")
    assert layout_of("a.pdf") == "giant-print"


def test_a_layout_with_larger_text_than_is_needed_stays() -> None:
    handouts("make", write_plan(f"{PLAN}needs: [18 pt]\nlayout: giant-print\n"), "-o", "a.pdf")
    assert layout_of("a.pdf") == "giant-print"


def test_the_plans_own_layout_gives_way_and_an_option_does_not_and_both_are_told() -> None:
    plan = write_plan(f"{PLAN}needs: [giant-print]\nlayout: plan-sheet\n")
    found = handouts("check", plan)
    assert "the layout `plan-sheet` is not used: it has a body text of 12 pt" in found.stdout + found.stderr
    said = handouts("make", plan, "-l", "fridge", "-o", "a.pdf")
    assert layout_of("a.pdf") == "fridge"
    assert "--layout: warning: the layout `fridge` has a body text of 12 pt, and `needs` asks" in said.stderr


def test_what_no_sheet_can_be_is_refused_at_its_place() -> None:
    said = handouts("make", write_plan(f"{PLAN}needs:\n  - braille\n"))
    assert said.exit_code == 1
    assert "plan.yaml:8:5: this is no need" in said.stderr
    (problem,) = refused(write_csv([person(1, needs="easy-read")]))
    assert "row 2, column `needs`: this is no need that a sheet can meet; it can meet `large" in problem


def test_a_batch_counts_who_needs_what_and_the_tally_says_it() -> None:
    roster = write_csv([person(1, needs="LARGE PRINT"), person(2, needs="large-print"), person(3)])
    write_plan("layout: plan-sheet\n", "base.yaml")
    said = handouts("batch", roster, "--plan", "base.yaml", "--merge", "stack.pdf")
    assert "2 people need large print: printed so.\n" in said.stderr
    assert "not used" not in said.stderr
    assert "Need large print 2, printed so" in texts()[-1]


def test_who_does_not_get_it_is_named_by_row() -> None:
    roster = write_csv([*people(1), person(1, needs="large-print")])
    said = made(roster, "-l", "plan-sheet")
    assert said["needs"] == {"large-print": {"people": 1, "unmet": [3]}}
    merged(roster, "-l", "plan-sheet")
    assert "Need large print 1, not printed so: row 3" in texts()[-1]
