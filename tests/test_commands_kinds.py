"""A file that is not what a command takes is called what it is, with what takes it."""

import shutil
from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan

from handouts.library import CONTENT, LAYOUTS

pytestmark = pytest.mark.usefixtures("folder")

EXAMPLES = Path(__file__).parents[1] / "examples"
OTHERS = {
    "clinic.yaml": (
        EXAMPLES,
        "this is a clinic, not a plan. Give it as `--clinic clinic.yaml`, with a plan.",
    ),
    "roster.csv": (EXAMPLES, "this is a roster, not a plan. `handouts batch roster.csv -o out` makes"),
    "plan-sheet.yaml": (LAYOUTS, "this is a layout, not a plan. Put it into a folder `layouts` beside"),
    "heel-raise.yaml": (
        CONTENT / "exercises",
        "this is an exercise, not a plan. Put it into `content/exercises`",
    ),
    "soleus.yaml": (CONTENT / "muscles", "this is a muscle, not a plan. Put it into `content/muscles`"),
    "soleus-trigger-points.yaml": (CONTENT / "conditions", "this is a condition, not a plan."),
    "sitting-check.yaml": (CONTENT / "advice", "this is a file of advice, not a plan."),
}


def problem(*words: str) -> str:
    """Return the only problem of a `make` that writes nothing."""
    before = here()
    result = handouts("make", *words)
    assert (result.exit_code, result.stdout, here()) == (1, "", before)
    told, count = result.stderr.splitlines()
    assert count == "1 problem"
    return told


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_plan_says_what_it_is_and_what_takes_it(name: str) -> None:
    place, told = OTHERS[name]
    shutil.copy(place / name, name)
    assert problem(name).startswith(f"{name}: {told}")


def test_what_is_no_clinic_says_what_it_is() -> None:
    write_plan()
    write_plan(name="my plan.yaml")
    assert problem("plan.yaml", "--clinic", "my plan.yaml") == (
        "my plan.yaml: this is a plan, not a clinic. `handouts make 'my plan.yaml'` makes its handout."
    )


def test_a_handout_is_no_plan() -> None:
    handouts("make", write_plan(), "-o", "old.pdf")
    assert problem("old.pdf").startswith(
        "old.pdf: this is a PDF, not a plan. `handouts verify old.pdf --plan"
    )


def test_a_plan_with_faults_stays_one_wherever_it_is() -> None:
    Path("exercises").mkdir()
    write_plan(PLAN + "goaal: Walk\n", "exercises/plan.yaml")
    assert "there is no key `goaal` here" in problem("exercises/plan.yaml")


def test_a_paper_is_not_compared_with_what_is_no_plan() -> None:
    handouts("make", write_plan(), "-o", "old.pdf")
    shutil.copy(EXAMPLES / "clinic.yaml", "other.yaml")
    result = handouts("verify", "old.pdf", "--plan", "other.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("other.yaml: this is a clinic, not a plan.")


def test_what_is_checked_and_no_yaml_says_what_takes_it() -> None:
    shutil.copy(EXAMPLES / "roster.csv", "roster.csv")
    handouts("make", write_plan(), "-o", "old.pdf")
    said = handouts("check", "roster.csv", "old.pdf", "plan.yaml")
    assert said.exit_code == 1
    assert "roster.csv: this is a roster, not a plan. `handouts batch roster.csv -o out`" in said.stdout
    assert "old.pdf: this is a PDF, not a plan." in said.stdout
    assert handouts("check", ".").exit_code == 0


@pytest.mark.parametrize("name", ["x.png", "x.docx", "x", "x.tar.gz", "x.pdf.html"])
def test_a_name_that_is_no_pdfs_is_refused_with_one_that_is(name: str) -> None:
    write_plan()
    path = Path(name).with_suffix(".pdf")
    told = f"{name}: a handout is a PDF, and this name does not end so. Write `{path}`."
    assert problem("plan.yaml", "-o", name) == told


def test_a_pdf_may_be_called_so_in_capitals_and_a_folder_as_it_likes() -> None:
    write_plan()
    Path("out.png").mkdir()
    assert handouts("make", "plan.yaml", "-o", "X.PDF").stdout == "X.PDF\n"
    assert handouts("make", "plan.yaml", "-o", "out.png").exit_code == 0


@pytest.mark.parametrize("name", ["x.docx", "nowhere/x.pdf", "plan.yaml"])
def test_a_name_that_is_no_handouts_hides_no_fault_of_the_plan(name: str) -> None:
    write_plan(PLAN.replace("heel-raise 3x12", "heel-rise 3x12"))
    refused = handouts("make", "plan.yaml", "-o", name)
    assert refused.exit_code == 1
    assert "there is no exercise `heel-rise`. Did you mean `heel-raise`?" in refused.stderr
    assert any(line.startswith(f"{name}: ") for line in refused.stderr.splitlines())
    assert refused.stderr.endswith("2 problems\n")
