"""Plans with all that can be in them: what they say, what a listener hears, and that both are lawful.

`pytest --update-golden` writes the files beside each plan anew; read what has changed before you commit it.
"""

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from judge import faults
from page_text import page_text
from printed import CASES, Printed, printed
from tag_tree import tag_tree

Golden = Callable[[Path, str], None]
# The usual handout, one with all that can be in it, and a one-page sheet, for a person to read.
READ = [case for case in CASES if case.name in ("usual-plan", "everything", "plan-sheet")]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
read_case = pytest.mark.parametrize("case", READ, ids=lambda case: case.name)


@read_case
def test_a_case_says_what_it_said(case: Path, golden: Golden) -> None:
    golden(case / "handout.txt", page_text(printed(case / "plan.yaml").pdf))


@read_case
def test_a_case_is_heard_as_it_was(case: Path, golden: Golden) -> None:
    golden(case / "tags.txt", tag_tree(printed(case / "plan.yaml").pdf))


@pytest.mark.parametrize(("plan", "count"), [("usual-plan", 4), ("letter-usual", 5)])
def test_the_usual_plan_of_six_exercises_takes_few_pages(plan: str, count: int) -> None:
    with pdfium.PdfDocument(printed(CASES[0].parent / plan / "plan.yaml").pdf) as pdf:
        assert len(pdf) == count


@every_case
def test_a_case_is_accessible_and_archivable(case: Path) -> None:
    assert faults(printed(case / "plan.yaml").pdf) == []


@every_case
def test_a_case_printed_again_is_the_same_to_the_byte(case: Path) -> None:
    assert Printed(case / "plan.yaml").pdf == printed(case / "plan.yaml").pdf
