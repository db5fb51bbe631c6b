"""A clinic's short words stand for what it often writes, and are never printed as they stand."""

from pathlib import Path

import pytest
from commands import handouts, made_pdf, write_plan
from page_text import page_text

pytestmark = pytest.mark.usefixtures("folder")

CLINIC = """\
name: Example Clinic
country: gb
macros:
  rest: 'Rest for two days, "fully".'
  no-running: No running.
texts: {soleus-trigger-points.overview: "Your calf is sore. <<rest>>"}
sets: {week-1: [heel-raise 3x10]}
"""
PLAN = "condition: soleus-trigger-points\nside: left\ndate: 2026-11-20\n"


@pytest.fixture(autouse=True)
def clinic(folder: Path) -> None:
    Path("clinic.yaml").write_text(CLINIC, "utf-8")


def printed(plan: str, *options: str) -> str:
    said = " ".join(page_text(made_pdf(write_plan(PLAN + plan), *options)).split())
    assert "<<" not in said
    return said


def test_a_macro_says_its_text_wherever_a_plan_has_own_words() -> None:
    said = printed(
        "note: <<rest>> Then walk.\n"
        "goal: Run. << No running >> now.\n"
        "private_note: <<no-running>>\n"
        "exercises: [week-1, {exercise: toe-touch, note: <<rest>>}]\n"
        "texts: {what-to-expect: <<rest>>}\nblocks: [overview, what-to-expect, summary, exercises]\n",
        *("--copy", "clinic"),
    )
    assert 'Rest for two days, "fully". Then walk.' in said
    assert "Run. No running. now." in said
    assert "Your calf is sore. Rest for two days" in said
    assert said.count("Rest for two days") == 4
    assert said.count("No running.") == 2


def test_an_option_and_a_roster_have_macros_and_a_saved_plan_their_texts() -> None:
    assert "Rest for two days" in printed("", "--note", "<<rest>>", "--save-plan", "saved.yaml")
    assert "<<" not in Path("saved.yaml").read_text("utf-8")
    Path("base.yaml").write_text(PLAN, "utf-8")
    Path("list.csv").write_text("patient.id,note\n1,<<rest>>\n2,<<rst>>\n", "utf-8")
    result = handouts("batch", "list.csv", "--plan", "base.yaml", "-o", "out", "--skip-bad")
    assert "Did you mean `rest`?" in result.stderr
    assert "Rest for two days" in page_text(Path("out/1-2026-11-20.pdf").read_bytes())
    assert not Path("out/2-2026-11-20.pdf").exists()


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("note: <<rst>>\n", "plan.yaml:4:7: there is no macro"),
        ("note: <<rst>>\n", "Did you mean `rest`?"),
        ("goal: <<holiday>>\n", "There is `rest` and `no-running`."),
        ("note: <<rest> now\n", "`<<` begins a macro, and nothing ends it."),
        ("exercises: [heel-raise note '<<rest>>']\n", "a macro can stand in note"),
        ("patient: {name: <<rest>>}\n", "a macro can stand in note"),
    ],
)
def test_what_is_no_macro_is_told_and_nothing_printed(plan: str, said: str) -> None:
    result = handouts("make", write_plan(PLAN + plan), "-o", "made.pdf")
    assert result.exit_code == 1
    assert said in result.stderr
    assert not Path("made.pdf").exists()


def test_without_a_clinic_a_macro_is_told_and_what_is_none_is_printed() -> None:
    Path("clinic.yaml").unlink()
    result = handouts("make", write_plan(PLAN + "country: gb\nnote: <<rest>>\n"), "-o", "made.pdf")
    assert "A clinic's file has them: `macros:`." in result.stderr
    assert "5 < 6 > 4" in printed("country: gb\nnote: 5 < 6 > 4\n")


def test_what_is_wrong_with_the_macros_of_a_clinic_is_told() -> None:
    wrong = CLINIC.replace("No running.", "No running. <<rest>>").replace("sore. <<rest>>", "sore. <<rset>>")
    Path("clinic.yaml").write_text(wrong, "utf-8")
    said = handouts("check", "clinic.yaml").stdout
    assert "clinic.yaml:5:15: a macro can stand in note" in said
    assert "clinic.yaml:6:41: there is no macro `rset`. Did you mean `rest`?" in said
    # A clinic that cannot be read hides nothing of what else is wrong, and blames no macro.
    told = handouts("make", write_plan(PLAN + "note: <<rest>>\nlayot: clinic\n"), "-o", "made.pdf").stderr
    assert "layot" in told
    assert "plan.yaml:4" not in told
