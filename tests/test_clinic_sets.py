"""A clinic names sets of exercises, which a plan, an option or a cell of a roster chooses by name."""

from pathlib import Path

import pytest
from commands import handouts, write_plan
from own_content import PLAN
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

CLINIC = "name: Sample Clinic\ncountry: gb\nsets:\n  week-2:\n    - heel-raise 3x10\n    - toe-touch\n"
USUAL = PLAN.replace("country: gb\n", "")


@pytest.fixture(autouse=True)
def clinic(folder: Path) -> Path:
    path = Path("clinic.yaml")
    path.write_text(CLINIC, "utf-8")
    return path


def made(*words: str) -> str:
    result = handouts("make", *words, "-o", "made.pdf", "--force")
    assert (result.exit_code, result.stderr) == (0, "")
    return page_text(Path("made.pdf").read_bytes())


@pytest.mark.parametrize("chosen", ["week-2", "[week-2]", "[week-2, knee-to-wall left]"])
def test_a_plan_chooses_a_set_alone_or_with_more(chosen: str) -> None:
    write_plan(f"{USUAL}exercises: {chosen}\n")
    words = made("plan.yaml")
    assert "3 sets of 10" in words and "toe touch" in words.lower()
    assert ("Knee" in words[words.index("Your exercises") :]) == ("knee" in chosen)
    assert handouts("check", "plan.yaml", "clinic.yaml").exit_code == 0
    assert handouts("verify", "made.pdf", "--plan", "plan.yaml").exit_code == 0


def test_an_option_and_a_roster_choose_one() -> None:
    write_plan(f"{USUAL}exercises: [knee-to-wall]\n")
    assert "3 sets of 10" in made("plan.yaml", "--exercise", "week-2")
    Path("list.csv").write_text("patient.id,side,exercises\n57,left,week-2\n", "utf-8")
    Path("base.yaml").write_text("condition: soleus-trigger-points\ndate: 2026-11-20\n", "utf-8")
    assert handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out").exit_code == 0
    assert "3 sets of 10" in page_text(Path("out/57-2026-11-20.pdf").read_bytes())


def test_the_last_plan_may_name_a_set_too() -> None:
    write_plan(f"{USUAL}exercises: [heel-raise 2x8]\n")
    write_plan(f"{USUAL}exercises: week-2\n".replace("2026-11-20", "2026-11-06"), "last.yaml")
    words = made("plan.yaml", "--since", "last.yaml")
    assert "Toe touch" in words and "3 sets of 10" in words


FAULTS = {
    "{heel-raise: [toe-touch]}": "clinic.yaml:3:8: `heel-raise` is the name of an exercise.",
    "{week-2: [heel-rise 3x10]}": "Did you mean `heel-raise`?",
    "{week-2: [heel-raise 3y10]}": "clinic.yaml:3:17: `3y10` is not understood.",
    "{week-2: []}": "clinic.yaml:3:",
}


@pytest.mark.parametrize("sets", FAULTS)
def test_a_fault_of_a_set_is_told_in_the_clinics_file(sets: str, clinic: Path) -> None:
    clinic.write_text(f"name: Sample Clinic\ncountry: gb\nsets: {sets}\n", "utf-8")
    write_plan(f"{USUAL}exercises: [toe-touch]\n")
    for words in (("check", "clinic.yaml"), ("make", "plan.yaml", "-o", "x.pdf")):
        result = handouts(*words)
        assert (result.exit_code, FAULTS[sets] in result.stdout + result.stderr) == (1, True)
