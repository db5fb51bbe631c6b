"""A code stands for what is printed: any change of it changes the code, and nobody's name is in it."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.compose.handout import Handout
from handouts.compose.origin import letters_of
from handouts.compose.person import compose_handout
from handouts.library import CONTENT, LAYOUTS
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.schema.clinic import Clinic
from handouts.schema.exercise import parse_chosen
from handouts.schema.origin import LETTERS, Origin, read_code
from handouts.schema.plan import Patient, Plan

LIBRARY = Library(CONTENT)
DAY = datetime.date(2026, 11, 20)
PLAN = Plan(
    condition=("soleus-trigger-points",),
    patient=Patient(name="Sample Patient", initials="S.P.", id="4711"),
    date=DAY,
    side="left",
    exercises=(parse_chosen("heel-raise 3x12 hold 2s"),),
)


def made(
    layout: str = "clinic", *, clinic: Clinic | None = None, logo: bytes | None = None, **changes: Any
) -> Handout:
    today = changes.pop("today", DAY)
    return compose_handout(
        PLAN.model_copy(update=changes),
        LIBRARY,
        clinic=clinic,
        logo=logo,
        layout=find_layout(layout, [LAYOUTS]),
        today=today,
    )


def origin(*words: str, **how: Any) -> Origin:
    found = made(*words, **how).origin
    assert found is not None
    return found


CODE = origin().code


def test_a_code_is_two_groups_of_four_letters_that_cannot_be_mixed_up() -> None:
    assert re.fullmatch(f"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}", CODE)
    assert not set("ILOU") & set(LETTERS)


def test_the_same_handout_has_the_same_code() -> None:
    assert origin().code == CODE


@pytest.mark.parametrize(
    "changes",
    [
        {"side": "right"},
        {"goal": "Walk"},
        {"note": "Slowly"},
        {"review": datetime.date(2026, 12, 4)},
        {"date": datetime.date(2026, 11, 21)},
        {"exercises": (parse_chosen("heel-raise 3x13 hold 2s"),)},
        {"exercises": (parse_chosen("heel-raise 3x12 hold 2s note 'x'"),)},
        {"exercises": None},
    ],
)
def test_a_change_of_the_plan_changes_both_halves(changes: dict[str, Any]) -> None:
    changed = origin(**changes).code
    assert changed[:4] != CODE[:4]
    assert changed[5:] != CODE[5:]


@pytest.mark.parametrize(
    "changes",
    [
        {"layout": "plan-sheet"},
        {"clinic": Clinic(name="Sample Clinic")},
        {"clinic": Clinic(name="Sample Clinic"), "logo": b"\x89PNG"},
    ],
)
def test_a_change_of_look_or_clinic_changes_the_second_half_alone(changes: dict[str, Any]) -> None:
    changed = origin(**changes).code
    assert changed[:4] == CODE[:4]
    assert changed[5:] != CODE[5:]


@pytest.mark.parametrize(
    "changes",
    [
        {"patient": Patient(name="Other Person", id="1")},
        {"patient": Patient(initials="O.P.")},
        {"private_note": "For the clinic."},
        {"today": datetime.date(2031, 1, 1)},
    ],
)
def test_who_it_is_for_and_when_it_is_printed_change_nothing(changes: dict[str, Any]) -> None:
    assert origin(**changes).code == CODE


def test_a_plan_without_a_date_has_one_code_on_every_day() -> None:
    codes = {origin(date=None, today=day).code for day in (DAY, datetime.date(2031, 1, 1))}
    assert len(codes) == 1


def test_a_leaflet_for_nobody_is_not_a_persons_plan() -> None:
    assert origin(patient=None).code != CODE


def test_an_origin_names_nobody_and_repeats_no_free_text() -> None:
    chosen = parse_chosen("heel-raise note 'Ask Bo'")
    found = origin(goal="Walk with Bo", note="Bo helps", private_note="Bo worries", exercises=(chosen,))
    written = found.model_dump_json()
    assert not any(word in written for word in ("Sample", "Patient", "S.P.", "4711", "Bo"))
    assert Origin.model_validate_json(written) == found


def test_the_doses_of_an_origin_are_those_that_are_printed() -> None:
    (given,) = origin(exercises=(parse_chosen("knee-to-wall"),)).exercises
    assert given.dose == "knee-to-wall 2x10 hold 0s 1/day pain<=3"


def test_a_mark_tells_like_things_apart() -> None:
    marks = {
        letters_of(thing) for thing in ("", "a", ("a",), ("a", "b"), ("ab",), {"a": 1}, 1, "1", None, b"a")
    }
    assert len(marks) == 9 + 1


@given(st.text(max_size=20))
def test_anything_typed_is_a_code_or_none(typed: str) -> None:
    code = read_code(typed)
    assert code is None or re.fullmatch(f"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}", code)


@pytest.mark.parametrize("typed", ["7f3k2q9d", "7F3K-2Q9D", " 7F3K 2Q9D ", "7f3k-2q9d"])
def test_a_code_may_be_typed_in_many_ways(typed: str) -> None:
    assert read_code(typed) == "7F3K-2Q9D"


@pytest.mark.parametrize("typed", ["7F3K-2Q9", "7F3K-2Q9DD", "7F3K-2Q9U", "7F3K-2Q9Ä", ""])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_letters_that_look_like_digits_are_digits() -> None:
    assert read_code("oOlL-iI00") == "0011-1100"


def status_of(handout: Handout) -> str:
    (imprint,) = (block for block in handout.content.blocks if type(block).__name__ == "Imprint")
    return "".join(span.text for span in imprint.status)  # type: ignore[union-attr]


def test_content_past_its_review_says_so_and_keeps_its_code() -> None:
    condition = LIBRARY.find_condition("soleus-trigger-points")
    late = condition.check_by + datetime.timedelta(days=1)
    assert "Check again by November 2028." in status_of(made(date=None, today=condition.check_by))
    overdue = made(date=None, today=late)
    assert status_of(overdue).endswith("This content was due for review in November 2028.")
    assert overdue.origin == origin(date=None)
