"""Nothing a plan says is lost: it is in the text of the PDF, or the plan is refused with its key named."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
import yaml
from commands import handouts
from pydantic.fields import FieldInfo

from handouts.library import CONTENT, LAYOUTS
from handouts.library.layouts import find_layout
from handouts.schema.base import FileName, Language
from handouts.schema.exercise import Chosen
from handouts.schema.plan import BLOCKS, Patient, Plan

pytestmark = pytest.mark.usefixtures("folder")

CONDITION = "soleus-trigger-points"
PLACES = sorted(path.stem for path in LAYOUTS.glob("*.yaml") if path.stem != "base")
EVERY_BLOCK = sorted(
    {*BLOCKS}
    | {path.stem for path in (CONTENT / "advice").glob("*.yaml")}
    | {*yaml.safe_load((CONTENT / "conditions" / f"{CONDITION}.yaml").read_text("utf-8"))["texts"]}
)
# What becomes of words depends on the block and on the arrangement of the layout, so that each layout needs
# these, and each block one layout of each arrangement that has room for it, the layouts in turn.
FEW: list[list[str] | None] = [None, ["summary"], ["exercises"], ["diary"], ["pain-rule"], ["safety"]]
ARRANGED = {
    arrangement: [one for one in PLACES if find_layout(one, (LAYOUTS,)).arrangement == arrangement]
    for arrangement in ("handout", "plan-sheet")
}
CHOSEN: list[tuple[list[str] | None, str]] = [
    *((blocks, one) for one in PLACES for blocks in FEW),
    *(
        ([block], layouts[turn % len(layouts)])
        for layouts in ARRANGED.values()
        for turn, block in enumerate(EVERY_BLOCK)
        if [block] not in FEW
    ),
]

# Keys that name files or say how to print, and what is for the clinic alone: `test_cautions.py` holds what
# becomes of facts about a person and of decisions, `test_rewording.py` that other words are printed or told.
NOT_FOR_PAPER = {
    *("clinic", "previous", "language", "layout", "paper", "condition", "country"),
    *("private_note", "accepted", "facts", "texts"),
}
# Said elsewhere where there is more to say: a person with a name is called by it.
INSTEAD = {"initials"}
# Own words for a text are printed with it, and told where it is not printed: tests/test_rewording.py.
WITH_A_BLOCK = {"texts"}


def spoken_keys(model: type, start: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield where in a plan somebody may write words or a date for paper."""
    for key, field in model.model_fields.items():
        is_path = (*start, key)
        if key in NOT_FOR_PAPER | INSTEAD | WITH_A_BLOCK or _is(field, FileName) or _is(field, Language):
            continue
        if _inner(field) in (Patient, Chosen):
            begin = (*is_path, 0) if _inner(field) is Chosen else is_path
            yield from spoken_keys(_inner(field), begin)
        elif re.search(r"\bstr\b|date", str(field.annotation)) and "Literal" not in str(field.annotation):
            yield is_path


def _inner(field: FieldInfo) -> Any:
    found = re.findall(r"(Patient|Chosen)\b", str(field.annotation))
    return {"Patient": Patient, "Chosen": Chosen}.get(found[0]) if found else None


def _is(field: FieldInfo, kind: Any) -> bool:
    return str(kind.__metadata__) in f"{field.metadata} {field.annotation}"


def plan(blocks: list[str] | None, layout: str, **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "condition": CONDITION,
        "patient": {"name": "Sample Marker", "id": "markid"},
        "date": "2026-11-20",
        "review": "2027-02-13",
        "side": "left",
        "goal": "Walk to the markgoal",
        "note": "Do set 2 on the marknote",
        "layout": layout,
        "exercises": [
            {
                "exercise": "heel-raise",
                "sets": 3,
                "reps": 12,
                "load": "a markbag",
                "note": "Hold the markrail",
            }
        ],
    }
    made |= {"blocks": blocks} if blocks else {}
    made |= changes
    return {key: value for key, value in made.items() if value is not None}


# What stands on paper for each key.
MARKERS = {
    ("patient", "name"): "Sample Marker",
    ("patient", "id"): "markid",
    ("date",): "20 November",
    ("review",): "13 February",
    ("goal",): "markgoal",
    ("note",): "marknote",
    ("exercises", 0, "load"): "markbag",
    ("exercises", 0, "note"): "markrail",
}


def text_of(path: Path) -> str:
    with pdfium.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def lost(said: dict[str, Any], markers: dict[tuple[Any, ...], str]) -> list[str]:
    """Return the keys of a plan that are neither on its paper nor named by the refusal to print it."""
    Path("plan.yaml").write_text(yaml.safe_dump(said), "utf-8")
    made = handouts("make", "plan.yaml", "-o", "out.pdf", "--force")
    if made.exit_code:
        keys = {str(location[0]) for location in markers if "exercises" in location}
        assert any(f"`{key}`" in made.output for key in keys), made.output
        return []
    text = text_of(Path("out.pdf"))
    return [".".join(map(str, location)) for location, marker in markers.items() if marker not in text]


def test_every_key_of_a_plan_that_is_meant_for_paper_has_a_marker_here() -> None:
    assert {*spoken_keys(Plan, ())} - {("exercises", 0, "exercise")} == {*MARKERS}


@pytest.mark.parametrize(
    ("blocks", "layout"), CHOSEN, ids=lambda one: one if isinstance(one, str) else one[0] if one else "usual"
)
def test_every_word_of_a_plan_is_printed_or_the_plan_is_refused(
    blocks: list[str] | None, layout: str
) -> None:
    assert lost(plan(blocks, layout), MARKERS) == []


@pytest.mark.parametrize("layout", PLACES)
@pytest.mark.parametrize("blocks", [None, ["diary"], ["contact"], ["safety"]])
def test_a_plan_with_the_usual_exercises_keeps_its_words_for_one_or_for_nobody_in_particular(
    blocks: list[str] | None, layout: str
) -> None:
    own = {location: marker for location, marker in MARKERS.items() if "exercises" not in location}
    assert lost(plan(blocks, layout, exercises=None), own) == []
    nobody = {location: marker for location, marker in own.items() if len(location) == 1}
    del nobody["date",]
    assert lost(plan(blocks, layout, exercises=None, patient=None), nobody) == []


@pytest.mark.parametrize("blocks", [None, ["summary"], ["exercises"], ["overview"], ["pain-rule"]])
def test_a_plan_without_exercises_keeps_its_words_too(blocks: list[str] | None) -> None:
    own = {location: marker for location, marker in MARKERS.items() if "exercises" not in location}
    assert lost(plan(blocks, "clinic", exercises=[]), own) == []


def test_a_plan_sheet_without_exercises_is_refused_and_names_them() -> None:
    Path("plan.yaml").write_text(yaml.safe_dump(plan(None, "plan-sheet", exercises=[])), "utf-8")
    made = handouts("make", "plan.yaml")
    assert made.exit_code == 1 and "at least one exercise" in made.output


@pytest.mark.parametrize(
    ("blocks", "named"),
    [(["diary"], "the note of `heel-raise`"), (["pain-rule"], "`exercises` are chosen")],
)
def test_words_on_a_card_that_is_not_printed_are_refused_at_their_place(
    blocks: list[str], named: str
) -> None:
    Path("plan.yaml").write_text(yaml.safe_dump(plan(blocks, "clinic")), "utf-8")
    made = handouts("make", "plan.yaml")
    assert made.exit_code == 1 and named in made.output and "Add `exercises` to `blocks`" in made.output
    assert re.search(r"plan\.yaml:\d+:\d+", made.output)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"blocks": ["changes", "exercises"]}, "`changes` is left out"),
        ({"blocks": ["diary", "exercises"], "exercises": []}, "`diary` is left out, since the plan has no"),
        ({"blocks": ["overview"], "layout": "plan-sheet"}, "`overview` is left out: the layout `plan-sheet`"),
        ({"blocks": ["diary"], "exercises": ["heel-raise 3x12"]}, "the doses stand on the cards"),
    ],
)
def test_what_a_plan_says_without_effect_is_told(changes: dict[str, Any], named: str) -> None:
    said = plan(None, "clinic", note=None, exercises=["heel-raise"]) | changes
    Path("plan.yaml").write_text(yaml.safe_dump(said), "utf-8")
    for command in (("make", "plan.yaml"), ("check", "plan.yaml")):
        told = handouts(*command)
        assert told.exit_code == 0 and named in told.output, told.output


def test_an_ordinary_plan_has_no_such_warning() -> None:
    Path("plan.yaml").write_text(yaml.safe_dump(plan(None, "clinic")), "utf-8")
    assert "warning" not in handouts("make", "plan.yaml").output
