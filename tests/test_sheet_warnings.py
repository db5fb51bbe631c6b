"""A plan sheet carries every warning sign, with its three questions in front: in the text of the PDF."""

import io
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import yaml
from commands import handouts

from handouts.library import CONTENT
from handouts.library.content import Library

pytestmark = pytest.mark.usefixtures("folder")

# Those of the leg: an exercise of another part has other signs.
EXERCISES = [
    one
    for one in Library(CONTENT).ids("exercises")
    if (found := Library(CONTENT).find_exercise(one)).limb == "leg" and found.safety in (None, "lower-leg")
]


def pages(count: int, **changes: object) -> list[str]:
    """Return the words of each page of a sheet with so many exercises."""
    plan = {
        "condition": "soleus-trigger-points",
        "patient": {"name": "Sample Patient", "id": "4711"},
        "date": "2026-11-20",
        "side": "left",
        "layout": "plan-sheet",
        "exercises": EXERCISES[:count],
        **changes,
    }
    Path("plan.yaml").write_text(yaml.safe_dump(plan), "utf-8")
    made = handouts("make", "plan.yaml", "-o", "out.pdf")
    assert made.exit_code == 0, made.output
    with pdfium.PdfDocument(io.BytesIO(Path("out.pdf").read_bytes())) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


@cache
def signs() -> tuple[str, ...]:
    safety = Library(CONTENT).find_safety("lower-leg")
    said = (*safety.emergency, *safety.hospital, *safety.today, safety.foot)
    return tuple(sign.text.replace("**", "") for sign in said)


@cache
def questions() -> tuple[str, ...]:
    safety = Library(CONTENT).find_safety("lower-leg")
    return tuple(sign.text for sign in (safety.strip_emergency, safety.strip_today, safety.strip_hospital))


@pytest.mark.parametrize("count", range(1, 13))
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_warning_sign_is_on_the_sheet_whatever_the_number_of_exercises(count: int, paper: str) -> None:
    front, *others = pages(count, paper=paper, note="Stop if it hurts at night. " * 4)
    assert [sign for sign in signs() if sign not in " ".join([front, *others])] == []
    assert [question for question in questions() if question not in front] == []
    if not any(sign in front for sign in signs()):
        back = next(number for number, page in enumerate([front, *others], 1) if signs()[0] in page)
        assert f"See page {back}." in front


def test_a_sheet_with_room_has_them_in_front_and_points_to_no_other_page() -> None:
    (front,) = pages(1, patient={}, exercises=["seated-heel-raise"])
    assert all(sign in front for sign in signs()) and "See page" not in front


def test_a_full_sheet_has_them_on_its_back_with_whom_to_ask() -> None:
    front, back = pages(6)
    assert signs()[0] in back and "Questions?" in back and "Questions?" not in front


def test_in_large_type_lines_to_write_on_stand_under_the_pain_rule_and_the_signs_are_last() -> None:
    Path("layouts").mkdir()
    large = {"id": "large", "extends": "plan-sheet", "title": "Large", "type": {"scale": 1.5}}
    Path("layouts/large.yaml").write_text(yaml.safe_dump(large), "utf-8")
    blocks = ["exercises", "diary", "pain-rule", "questions"]
    *_, lines, last = pages(4, layout="large", paper="a4", blocks=blocks)
    assert "How much pain?" in lines and "My questions" in lines
    assert all(sign in last for sign in signs())


@pytest.mark.parametrize("weeks", [1, 4])
def test_a_sheet_of_any_length_has_them_once(weeks: int) -> None:
    said = pages(6, blocks=[{"diary": {"weeks": weeks}}])
    assert sum(signs()[0] in page for page in said) == 1


@pytest.mark.parametrize(
    ("condition", "own", "other"),
    [
        ("shoulder-pain", "Shoulder-tip pain with belly pain", "seeing double"),
        ("neck-shoulder-tension", "seeing double", "Shoulder-tip pain with belly pain"),
    ],
)
def test_an_exercise_for_two_parts_has_the_signs_of_the_part_that_a_plan_is_for(
    condition: str, own: str, other: str
) -> None:
    words = " ".join(pages(0, condition=condition, exercises=["band-row"]))
    assert own in words
    assert other not in words
