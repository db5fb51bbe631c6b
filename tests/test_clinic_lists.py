"""A clinic names sets of exercises that plans choose, and its usual doses stand where a plan says none."""

from pathlib import Path

import pytest
from commands import handouts, write_plan
from own_content import PLAN
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

NAMED = "name: Sample Clinic\ncountry: gb\n"
SETS = "sets: {week-2: [heel-raise 3x10, toe-touch]}\n"
DOSES = "usual: {Heel raise: 4x7 hold 9s, toe-touch: x5}\n"
USUAL = PLAN.replace("country: gb\n", "")


@pytest.fixture(autouse=True)
def clinic(folder: Path) -> Path:
    path = Path("clinic.yaml")
    path.write_text(NAMED + SETS + DOSES, "utf-8")
    return path


def words_of(path: str) -> str:
    return " ".join(page_text(Path(path).read_bytes()).split())


def made(*words: str) -> str:
    result = handouts("make", *words, "-o", "made.pdf", "--force")
    assert (result.exit_code, result.stderr) == (0, "")
    return words_of("made.pdf")


@pytest.mark.parametrize(("exercises", "said"), [("week-2", "3 sets of 10"), ("heel-raise", "4 sets of 7")])
def test_an_option_and_a_roster_have_both(exercises: str, said: str) -> None:
    write_plan(f"{USUAL}exercises: [knee-to-wall]\n")
    assert said in made("plan.yaml", "--exercise", exercises)
    Path("list.csv").write_text(f"patient.id,side,exercises\n57,left,{exercises}\n", "utf-8")
    Path("base.yaml").write_text("condition: soleus-trigger-points\ndate: 2026-11-20\n", "utf-8")
    assert handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out").exit_code == 0
    assert said in words_of("out/57-2026-11-20.pdf")


@pytest.mark.parametrize("chosen", ["week-2", "[week-2]", "[week-2, knee-to-wall left]"])
def test_a_plan_chooses_a_set_alone_or_with_more(chosen: str) -> None:
    write_plan(f"{USUAL}exercises: {chosen}\n")
    words = made("plan.yaml")
    assert "3 sets of 10" in words and "toe touch" in words.lower()
    assert ("Knee" in words[words.index("Your exercises") :]) == ("knee" in chosen)
    assert handouts("check", "plan.yaml", "clinic.yaml").exit_code == 0
    assert handouts("verify", "made.pdf", "--plan", "plan.yaml").exit_code == 0


def test_the_last_plan_may_name_a_set_too() -> None:
    write_plan(f"{USUAL}exercises: [heel-raise 2x8]\n")
    write_plan(f"{USUAL}exercises: week-2\n".replace("2026-11-20", "2026-11-06"), "last.yaml")
    words = made("plan.yaml", "--since", "last.yaml")
    assert "Toe touch" in words and "3 sets of 10" in words


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
    Path("clinic.yaml").write_text(NAMED + DOSES.replace("Heel raise", "seated-heel-raise"), "utf-8")
    assert handouts("make", "plan.yaml", "-o", "made.pdf").exit_code == 0
    assert "4 sets of 7 hold 9 seconds" in words_of("made.pdf")


FAULTS = {
    "sets: {heel-raise: [toe-touch]}": "clinic.yaml:3:8: `heel-raise` is the name of an exercise.",
    "sets: {week-2: [heel-rise 3x10]}": "Did you mean `heel-raise`?",
    "sets: {week-2: [heel-raise 3y10]}": "clinic.yaml:3:17: `3y10` is not understood.",
    "sets: {week-2: []}": "clinic.yaml:3:",
    "usual: {heel-rise: 3x10}": "clinic.yaml:3:20: there is no exercise `heel-rise`.",
    "usual: {heel-raise: 3y10}": "clinic.yaml:3:21: `3y10` is not understood.",
}


@pytest.mark.parametrize("said", FAULTS)
def test_a_fault_of_them_is_told_in_the_clinics_file(said: str, clinic: Path) -> None:
    clinic.write_text(f"{NAMED}{said}\n", "utf-8")
    write_plan(f"{USUAL}exercises: [toe-touch]\n")
    for words in (("check", "clinic.yaml"), ("make", "plan.yaml", "-o", "x.pdf")):
        result = handouts(*words)
        assert (result.exit_code, FAULTS[said] in result.stdout + result.stderr) == (1, True)
