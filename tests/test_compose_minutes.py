"""What a plan asks of a person in a day."""

from handouts.compose.prescription import minutes_on_fullest_day
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.schema.exercise import parse_chosen
from handouts.schema.plan import Plan

LIBRARY = Library(CONTENT)


def minutes(*notations: str) -> int:
    exercises = tuple(parse_chosen(notation) for notation in notations)
    plan = Plan(condition=("soleus-trigger-points",), side="left", exercises=exercises)
    return minutes_on_fullest_day(plan, LIBRARY)


def test_sessions_of_one_day_add_up() -> None:
    assert minutes("heel-raise 2x12 hold 2s rest 60s 3/day 7/week") == 12


def test_exercises_of_different_days_do_not() -> None:
    assert minutes("heel-raise mon", "seated-heel-raise 2x12 tue") == 4


def test_no_exercises_take_no_time() -> None:
    assert minutes() == 0
