"""What is said of a dose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.compose.doses import dose_cells, dose_sentence
from handouts.compose.prescription import Prescription, prescribe
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.dose import Dose, Side
from handouts.schema.exercise import parse_chosen

LIBRARY = Library(CONTENT)
ENGLISH = find_words("en", [CONTENT])


def prescribed(notation: str, side: Side | None = "left") -> Prescription:
    chosen = parse_chosen(notation)
    return prescribe(chosen, LIBRARY.find_exercise(chosen.exercise), number=1, side=side)


@pytest.mark.parametrize(
    ("notation", "sentence"),
    [
        ("bent-knee-wall-stretch 3x hold 30s 2/day", "3 times, hold 30 seconds, twice a day, left leg"),
        ("heel-raise 3x12 hold 2s 1/day 7/week", "3 sets of 12, hold 2 seconds, once a day, both legs"),
        ("heel-raise 1x8 mon,fri", "1 set of 8, hold 2 seconds, once a day on Monday and Friday, both legs"),
        (
            "heel-raise x10 hold 0s 3/week",
            "2 sets of 10, slow, no hold, once a day, 3 days a week, both legs",
        ),
        ("foam-roller-release x1 right", "1 spot, hold 30 seconds, once a day, right leg"),
        (
            "seated-soleus-stretch both 3/day tue,sat",
            "3 times, hold 30 seconds, 3 times a day on Tuesday and Saturday, each leg",
        ),
    ],
)
def test_a_dose_is_said_as_a_sentence(notation: str, sentence: str) -> None:
    assert dose_sentence(prescribed(notation), ENGLISH) == sentence


def test_sets_alone_of_a_stretch_are_that_many_times() -> None:
    assert dose_sentence(prescribed("bent-knee-wall-stretch 5x"), ENGLISH).startswith("5 times,")


def test_sets_alone_of_what_has_a_time_are_so_many_times_of_it() -> None:
    for times in ("3 sets", "3x", "x3", "1x3"):
        said = dose_sentence(prescribed(f"rest-calves-up {times}"), ENGLISH)
        assert said == "3 times, for 5 to 10 minutes each, twice a day"


@pytest.mark.parametrize("dose", ["tempo 2-1-3", "3 sets until tired", "x100", "3x hold 600s", "3 sets"])
def test_whatever_a_dose_says_there_is_a_prescription_of_every_exercise(dose: str) -> None:
    for one in LIBRARY.ids("exercises"):
        assert prescribed(f"{one} {dose}").dose


def test_sets_alone_of_a_counted_exercise_keep_its_usual_repetitions() -> None:
    assert dose_sentence(prescribed("heel-raise 3 sets"), ENGLISH).startswith("3 sets of 12,")


def test_a_plan_without_a_side_says_the_sore_leg() -> None:
    assert dose_sentence(prescribed("bent-knee-wall-stretch", None), ENGLISH).endswith("sore leg")


def test_the_side_glyph_lights_the_legs_that_work() -> None:
    lit = [dose_cells(prescribed(f"toe-touch {side}"), ENGLISH)[3] for side in ("left", "right", "both")]
    assert [(cell.left, cell.right) for cell in lit] == [(True, True)] * 3
    lit = [
        dose_cells(prescribed(f"single-leg-balance {side}"), ENGLISH)[3] for side in ("left", "right", "both")
    ]
    assert [(cell.left, cell.right) for cell in lit] == [(True, False), (False, True), (True, True)]


def test_named_days_of_ones_own_replace_the_usual_ones() -> None:
    assert prescribed("heel-raise sun").sessions == (0, 0, 0, 0, 0, 0, 1)
    assert prescribed("heel-raise 2/week").sessions == (1, 1, 1, 1, 1, 1, 1)


def test_minutes_count_sets_holds_and_rests() -> None:
    # 2 sets of 12 at 2 up, 3 down and 2 held, and a minute's rest: 228 seconds.
    assert prescribed("heel-raise 2x12 hold 2s rest 60s").minutes == 4


def test_one_leg_after_the_other_takes_twice_as_long() -> None:
    one, both = prescribed("bent-knee-wall-stretch"), prescribed("bent-knee-wall-stretch both")
    assert both.minutes in (2 * one.minutes - 1, 2 * one.minutes, 2 * one.minutes + 1)
    assert both.minutes > one.minutes


@given(
    st.builds(
        Dose,
        sets=st.none() | st.integers(1, 10),
        reps=st.integers(1, 100),
        hold_seconds=st.integers(0, 180),
        times_per_day=st.integers(1, 10),
        days=st.none() | st.sets(st.sampled_from(["mon", "wed", "sun"]), min_size=1).map(tuple),
    )
)
def test_every_number_of_a_dose_is_printed(dose: Dose) -> None:
    chosen = parse_chosen("heel-raise").model_copy(update=dose.model_dump(exclude_none=True))
    cells = dose_cells(prescribe(chosen, LIBRARY.find_exercise("heel-raise"), number=1, side="left"), ENGLISH)
    figures = [word.text for word in cells[0].long if word.kind == "figure"]
    assert figures == [str(dose.sets or 2), str(dose.reps)]
    held = [word.text for word in cells[1].long if word.kind == "figure"]
    assert held == ([str(dose.hold_seconds)] if dose.hold_seconds else [])
