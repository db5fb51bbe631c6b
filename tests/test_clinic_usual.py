"""A clinic's usual doses stand where a plan says none, and in the place of those of a condition."""

from pathlib import Path

import pytest
from commands import handouts, write_plan
from own_content import PLAN
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

USUAL = PLAN.replace("country: gb\n", "")
CLINIC = "name: Sample Clinic\ncountry: gb\nusual: {Heel raise: 4x7 hold 9s, toe-touch: x5}\n"


@pytest.fixture(autouse=True)
def clinic(folder: Path) -> Path:
    path = Path("clinic.yaml")
    path.write_text(CLINIC, "utf-8")
    return path


def made(*words: str) -> str:
    result = handouts("make", *words, "-o", "made.pdf", "--force")
    assert (result.exit_code, result.stderr) == (0, "")
    return " ".join(page_text(Path("made.pdf").read_bytes()).split())


@pytest.mark.parametrize(
    "chosen",
    [
        "heel-raise",
        "[calf raise]",
        "[heel-raise note 'with the rail']",
        "[{exercise: heel-raise}]",
        "[{exercise: Heel raise, note: with the rail}]",
    ],
)
def test_what_has_no_dose_has_the_clinics(chosen: str) -> None:
    write_plan(f"{USUAL}exercises: {chosen}\n")
    words = made("plan.yaml")
    assert "4 sets of 7 hold 9 seconds" in words
    assert ("with the rail" in words) == ("with the rail" in chosen)
    assert handouts("verify", "made.pdf", "--plan", "plan.yaml").exit_code == 0


@pytest.mark.parametrize("chosen", ["heel-raise 3x12", "[{exercise: heel-raise, sets: 3, reps: 12}]"])
def test_a_dose_of_the_plan_wins(chosen: str) -> None:
    write_plan(f"{USUAL}exercises: {chosen}\n")
    words = made("plan.yaml")
    assert "3 sets of 12 hold 2 seconds" in words


def test_the_usual_exercises_of_a_condition_have_it_too() -> None:
    write_plan(USUAL)
    Path("clinic.yaml").write_text(CLINIC.replace("Heel raise", "seated-heel-raise"), "utf-8")
    assert handouts("make", "plan.yaml", "-o", "made.pdf").exit_code == 0
    assert "4 sets of 7 hold 9 seconds" in " ".join(page_text(Path("made.pdf").read_bytes()).split())


def test_an_option_and_a_roster_have_it_too() -> None:
    write_plan(f"{USUAL}exercises: [knee-to-wall]\n")
    assert "4 sets of 7" in made("plan.yaml", "--exercise", "heel-raise")
    Path("list.csv").write_text("patient.id,side,exercises\n57,left,heel-raise\n", "utf-8")
    Path("base.yaml").write_text("condition: soleus-trigger-points\ndate: 2026-11-20\n", "utf-8")
    assert handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out").exit_code == 0
    assert "4 sets of 7" in " ".join(page_text(Path("out/57-2026-11-20.pdf").read_bytes()).split())


FAULTS = {
    "{heel-rise: 3x10}": "clinic.yaml:3:20: there is no exercise `heel-rise`. Did you mean `heel-raise`?",
    "{heel-raise: 3y10}": "clinic.yaml:3:21: `3y10` is not understood.",
}


@pytest.mark.parametrize("usual", FAULTS)
def test_a_fault_of_a_usual_dose_is_told_in_the_clinics_file(usual: str, clinic: Path) -> None:
    clinic.write_text(f"name: Sample Clinic\ncountry: gb\nusual: {usual}\n", "utf-8")
    write_plan(f"{USUAL}exercises: [toe-touch]\n")
    for words in (("make", "plan.yaml"), ("check", "clinic.yaml")):
        result = handouts(*words)
        assert result.exit_code == 1
        assert FAULTS[usual] in result.stdout + result.stderr
