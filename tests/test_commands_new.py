"""`handouts new`: questions or options become a short plan."""

import datetime
from pathlib import Path

import pytest
from commands import folder, handouts, here

from handouts.library.content import Library
from handouts.library.folders import CONTENT
from handouts.library.plans import read_plan
from handouts.schema.plan import Plan

__all__ = ["folder"]
pytestmark = pytest.mark.usefixtures("folder")

ENTER = "\n" * 9


def plan(name: str = "plan.yaml") -> Plan:
    return read_plan(Path(name), Library(CONTENT))


def test_enter_to_every_question_gives_a_plan_that_can_be_made() -> None:
    result = handouts("new", "plan.yaml", typed=ENTER)
    assert (result.exit_code, result.stdout) == (0, "plan.yaml\n")
    assert handouts("make", "plan.yaml").exit_code == 0


def test_the_usual_answers_stay_out_of_the_plan() -> None:
    handouts("new", "plan.yaml", typed=ENTER)
    today = datetime.date.today()
    assert plan() == Plan(
        condition="soleus-trigger-points",
        side="left",
        date=today,
        review=today + datetime.timedelta(weeks=2),
        layout="clinic",
    )


def test_answers_are_numbers_or_ids() -> None:
    typed = "1\n4711\nS.P.\nSample Patient\nright\n4, heel-raise 2\nWalk = run\nplan-sheet\n2099-01-31\n+30\n"
    handouts("new", "plan.yaml", typed=typed)
    found = plan()
    assert found.patient is not None
    assert (found.patient.id, found.patient.initials, found.patient.name) == (
        "4711",
        "S.P.",
        "Sample Patient",
    )
    assert (found.side, found.goal, found.layout) == ("right", "Walk = run", "plan-sheet")
    assert [one.exercise for one in found.exercises or ()] == ["heel-raise", "calf-thumb-massage"]
    assert found.date and found.review == found.date + datetime.timedelta(days=30)


def test_an_answer_that_is_not_understood_is_asked_for_again() -> None:
    result = handouts("new", "plan.yaml", typed="9\n1\n\n\n\nsideways\n2\n\n\n\nsoon\n\n")
    assert result.exit_code == 0
    assert "`9` is not a number from 1 to 1." in result.stderr
    assert "`sideways` is not a number from 1 to 3." in result.stderr
    assert "write it as year-month-day" in result.stderr
    assert plan().side == "right"


def test_with_options_nothing_is_asked() -> None:
    options = ("--condition", "soleus-trigger-points", "--side", "left", "--exercise", "heel-raise 3x12")
    result = handouts("new", "plan.yaml", *options)
    assert (result.exit_code, result.stdout) == (0, "plan.yaml\n")
    assert Path("plan.yaml").read_text("utf-8") == (
        "condition: soleus-trigger-points\nside: left\nexercises:\n  - heel-raise 3x12\n"
    )


def test_options_without_a_condition_are_wrong_use() -> None:
    assert handouts("new", "plan.yaml", "--side", "left").exit_code == 2


def test_options_that_fit_no_plan_write_none() -> None:
    result = handouts("new", "plan.yaml", "--condition", "soleus", "--side", "left")
    assert result.exit_code == 1
    assert "there is no condition `soleus`" in result.stderr
    assert here() == set()


def test_a_plan_that_is_there_is_left_alone_unless_forced() -> None:
    Path("plan.yaml").write_text("condition: kept\n", "utf-8")
    result = handouts("new", "plan.yaml", typed=ENTER)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].endswith("Choose another name, or give --force.")
    assert Path("plan.yaml").read_text("utf-8") == "condition: kept\n"
    assert handouts("new", "plan.yaml", "--force", typed=ENTER).exit_code == 0


def test_questions_that_nobody_answers_write_nothing() -> None:
    assert handouts("new", "plan.yaml", typed="").exit_code == 1
    assert here() == set()
