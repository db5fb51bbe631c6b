"""Plans with all that can be in them: what they say, what a listener hears, and that both are lawful.

`pytest --update-golden` writes the files beside each plan anew; read what has changed before you commit it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from handout_text import handout_text
from judge import faults
from printed import CASES, Printed, printed
from tag_tree import tag_tree

Golden = Callable[[Path, str], None]
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@every_case
def test_a_case_says_what_it_said(case: Path, golden: Golden) -> None:
    golden(case / "handout.txt", handout_text(printed(case / "plan.yaml").handout))


@every_case
def test_a_case_is_heard_as_it_was(case: Path, golden: Golden) -> None:
    golden(case / "tags.txt", tag_tree(printed(case / "plan.yaml").pdf))


@every_case
def test_a_case_is_accessible_and_archivable(case: Path) -> None:
    assert faults(printed(case / "plan.yaml").pdf) == []


@every_case
def test_a_case_printed_again_is_the_same_to_the_byte(case: Path) -> None:
    assert Printed(case / "plan.yaml").pdf == printed(case / "plan.yaml").pdf
