"""Whatever mark a text of content may hold is filled in wherever it is printed; faults are told in time."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import handouts
from stacks import texts

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

MARKED = " {side} {limb} {us}."
PLAN = """\
condition: soleus-trigger-points
patient: {name: Sample Patient}
date: 2026-11-20
side: left
show: [needs, easier, harder]
exercises: [heel-raise 3x12, knee-to-wall 2x8 left]
"""


def marked(data: Any) -> Any:
    """Return content in which each statement ends with all the marks that it may hold."""
    if isinstance(data, dict):
        return {
            key: f"{value.rstrip('.')}{MARKED}" if key == "text" and "sources" in data else marked(value)
            for key, value in data.items()
        }
    return [*map(marked, data)] if isinstance(data, list) else data


def own(kind: str, name: str, keys: tuple[str, ...]) -> None:
    path = Path("content", kind, f"{name}.yaml")
    data = yaml.safe_load((CONTENT / kind / path.name).read_text("utf-8"))
    data |= {key: marked(data[key]) for key in keys}
    for step in data.get("steps", []):
        step["text"] += " {limb}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_every_mark_of_a_statement_is_filled(layout: str) -> None:
    statements = ("purpose", "feel", "avoid", "ask_first", "easier", "harder")
    for exercise in ("heel-raise", "knee-to-wall"):
        own("exercises", exercise, statements)
    own("conditions", "soleus-trigger-points", ("aim", "usual_time", "what_helps", "texts", "pain_rule"))
    Path("plan.yaml").write_text(PLAN, "utf-8")
    made = handouts("make", "plan.yaml", "-o", "a.pdf", "-l", layout)
    assert made.exit_code == 0, made.stderr
    printed = " ".join(" ".join(texts("a.pdf")).split())
    assert not re.findall(r"\S*[{}]\S*", printed)
    assert "left left leg us" in printed or layout == "plan-sheet"


@pytest.mark.parametrize("number", ["01632\u2007960\u2007999", "9\u20079\u20079", "01632 960 999"])
@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_an_emergency_number_is_printed_as_it_is(number: str, layout: str) -> None:
    Path("plan.yaml").write_text(PLAN, "utf-8")
    Path("clinic.yaml").write_text(
        f"name: Sample Clinic\ncountry: gb\nemergency: {{ambulance: '{number}', advice: '{number}'}}\n",
        "utf-8",
    )
    made = handouts("make", "plan.yaml", "-o", "a.pdf", "-l", layout)
    assert made.exit_code == 0, made.stderr
    digits = re.sub(r"\s", "", number)
    printed = re.sub(r"\s", "", "".join(texts("a.pdf")))
    assert printed.count(f"Call{digits}") >= 2
    assert not re.search(rf"Call(?!{digits}|your)\d", printed)


def test_words_that_yaml_cuts_off_are_not_repeated_where_they_may_be_a_name() -> None:
    Path("plan.yaml").write_text(f"{PLAN}note: Ring the ward #Zephyrine Quillfeather before\n", "utf-8")
    said = handouts("make", "plan.yaml", "-o", "a.pdf").stderr
    assert "YAML takes what follows for a comment" in said
    assert "Zephyrine" not in said


def test_a_figure_that_cannot_be_drawn_is_told_before_anything_is_made() -> None:
    own("exercises", "toe-touch", ())
    path = Path("content/exercises/toe-touch.yaml")
    exercise = yaml.safe_load(path.read_text("utf-8"))
    del exercise["shows"]
    path.write_text(yaml.safe_dump(exercise, allow_unicode=True), "utf-8")
    figure = (CONTENT / "figures" / "toe-touch.yaml").read_text("utf-8")
    Path("content/figures").mkdir(parents=True)
    # No arm reaches so far.
    far = figure.replace("hand_at: [16, 18]", "hand_at: [160, 18]")
    assert far != figure
    Path("content/figures/toe-touch.yaml").write_text(far, "utf-8")
    Path("roster.csv").write_text(
        "patient.id,condition,exercises,date\n1,soleus-trigger-points,toe-touch,2026-11-20\n", "utf-8"
    )
    for words in (("--dry-run",), ()):
        ran = handouts("batch", "roster.csv", "-o", "out", *words)
        assert ran.exit_code == 1
        assert "content/figures/toe-touch.yaml" in ran.stderr
        assert not Path("out").exists()
