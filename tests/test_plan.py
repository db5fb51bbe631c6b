import datetime
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handouts.characters import forbidden_characters, made_plain
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.plan_options import NO_PLAN, PlanOptions, with_options
from handouts.library.plans import check_plan
from handouts.problems import ContentError
from handouts.schema.plan import BlockChoice, Plan, write_plan
from handouts.source import parse_source

LIBRARY = Library(CONTENT)
SHORT = "condition: soleus-trigger-points\nside: left\n"
FULL = """condition: soleus-trigger-points
patient:
  name: Sample Patient
  id: "4711"
date: 2026-11-20
side: left
goal: Walk to the shop without calf pain
exercises:
  - bent-knee-wall-stretch 3x hold 30s 2/day
  - heel-raise 3x12 hold 2s note 'Use the kitchen worktop.'
blocks:
  - summary
  - trigger-point-map:
      points:
        - 1
        - 2
  - diary:
      weeks: 2
review: 2026-12-04
layout: clinic
"""


def read(text: str, options: PlanOptions | None = None) -> Plan:
    source, problems = with_options(parse_source(text, Path("ana.yaml")), options or PlanOptions(), LIBRARY)
    return check_plan(source, LIBRARY, also=problems)


def told(text: str, options: PlanOptions | None = None) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read(text, options)
    return [str(problem) for problem in refused.value.problems]


def set_to(*settings: str) -> PlanOptions:
    return PlanOptions(settings=settings)


def test_an_exercise_is_the_same_in_the_notation_and_as_a_mapping() -> None:
    line = read(SHORT + "exercises:\n  - heel-raise 3x12 hold 2s\n")
    mapping = read(SHORT + "exercises:\n  - {exercise: heel-raise, sets: 3, reps: 12, hold_seconds: 2}\n")
    assert line == mapping


def test_a_block_stands_alone_or_with_its_settings() -> None:
    plan = read(SHORT + "blocks:\n  - summary\n  - diary: {weeks: 2}\n  - exercises:\n  - block: pain-rule\n")
    assert plan.blocks == (
        BlockChoice(block="summary"),
        BlockChoice(block="diary", weeks=2),
        BlockChoice(block="exercises"),
        BlockChoice(block="pain-rule"),
    )


def test_a_text_of_the_condition_and_an_advice_are_blocks() -> None:
    plan = read(SHORT + "blocks: [overview, sitting-check]\n")
    assert plan.blocks and [choice.block for choice in plan.blocks] == ["overview", "sitting-check"]


def test_an_exercise_may_be_chosen_once_for_each_side() -> None:
    plan = read(SHORT + "exercises: [knee-to-wall 2x8 left, knee-to-wall 3x12 right]\n")
    assert plan.exercises and [one.side for one in plan.exercises] == ["left", "right"]


def test_a_language_with_a_country_is_the_language() -> None:
    assert read(SHORT + "language: en-GB\n").language == "en-GB"
    (said,) = told(SHORT + "language: xx\n")
    assert said.endswith("there is no language `…`. There are only `en` and `en-US`.")


def test_a_plan_for_nobody_needs_no_side() -> None:
    assert read("condition: soleus-trigger-points\n").side is None


def test_options_win_over_the_plan() -> None:
    options = PlanOptions(
        patient="Ana Ruiz", side="right", exercises=("toe-touch",), settings=("patient.id=9",)
    )
    plan = read(FULL, options)
    assert plan.patient and (plan.patient.name, plan.patient.id) == ("Ana Ruiz", "9")
    assert plan.side == "right"
    assert plan.exercises and [one.exercise for one in plan.exercises] == ["toe-touch"]
    assert plan.goal == "Walk to the shop without calf pain"


def test_options_alone_are_a_plan() -> None:
    options = PlanOptions(condition=("soleus-trigger-points",), patient="Ana", patient_id="0071", side="left")
    plan = check_plan(with_options(NO_PLAN, options, LIBRARY)[0], LIBRARY)
    assert plan.patient and (plan.patient.name, plan.patient.id) == ("Ana", "0071")


def test_a_wrong_option_is_called_by_its_own_name() -> None:
    options = PlanOptions(side="lft", exercises=("heel-rise 3y",), layout="clinik")
    problems = told(SHORT, options)
    assert problems[0].startswith("--exercise: `3y` is not understood.")
    assert problems[1:] == [
        "--exercise: there is no exercise `heel-rise`. Did you mean `heel-raise`?",
        "--layout: there is no layout `clinik`. Did you mean `clinic`?",
        "--side: `side` is `lft`; it must be `left`, `right` or `both`. Did you mean `left`?",
    ]


def test_settings_change_any_key() -> None:
    settings = (
        "exercises.0.sets=5",
        "exercises.1=toe-touch 2x",
        "review=2027-01-05",
        "goal=",
        "patient.id=0071",
    )
    plan = read(FULL, set_to(*settings))
    assert plan.exercises
    assert (plan.exercises[0].sets, plan.exercises[0].hold_seconds) == (5, 30)
    assert (plan.exercises[1].exercise, plan.exercises[1].reps) == ("toe-touch", 2)
    assert (plan.review, plan.goal) == (datetime.date(2027, 1, 5), None)
    assert plan.patient and plan.patient.id == "0071"


def test_a_setting_makes_the_mapping_it_needs() -> None:
    plan = read(SHORT + "patient:\n", set_to("patient.name=Ana"))
    assert plan.patient and plan.patient.name == "Ana"


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("x", "--set x: a setting needs a key and a value. Write `key=value`."),
        ("=x", "--set : a setting needs a key and a value. Write `key=value`."),
        ("goal.x=1", "--set goal.x: `goal` is one value; it has no `x`."),
        (
            "exercises.7.reps=1",
            "--set exercises.7.reps: `exercises` has no item `7`; its 2 are counted from 0.",
        ),
        (
            "exercises.last=1",
            "--set exercises.last: `exercises` has no item `last`; its 2 are counted from 0.",
        ),
        ("note.0=1", "--set note.0: `note` is not in the plan, so no item can be set."),
        ("0=1", "--set 0: the plan is no list, so it has no item `0`."),
        ("pateint.name=A", "--set pateint.name: there is no key `pateint` here. Did you mean `patient`?"),
        ("exercises.0.reps=1000", "--set exercises.0.reps: `reps` is 1000; the most is 100."),
        ("exercises.0.reps=ten", "--set exercises.0.reps: `reps` is the text `ten`; write a whole number."),
        ("goal=a\0b", "--set goal: there is a hidden character here: U+0000 Null. Delete it."),
    ],
)
def test_a_setting_that_fits_nowhere_is_called_by_its_key(setting: str, problem: str) -> None:
    assert told(FULL, set_to(setting)) == [problem]


def test_all_wrong_settings_are_told_at_once() -> None:
    assert len(told(FULL.replace("side: left", "side: up"), set_to("x", "goal.x=1"))) == 3


def test_a_plan_is_written_as_a_person_would_write_it() -> None:
    assert write_plan(read(FULL)) == FULL


def test_nothing_that_was_not_said_is_written() -> None:
    assert write_plan(read(SHORT)) == SHORT


@given(
    name=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20),
    note=st.text("ab '\"’“”:#-,{}[]&*!|>%@é", min_size=1, max_size=30),
    goal=st.sampled_from(
        ["no", "1:30", "007", "2026-11-20", "null", "- a", "yes: no", "1e3", "~", "=", "<<"]
    ),
)
def test_a_written_plan_reads_back_the_same(name: str, note: str, goal: str) -> None:
    said = {
        "condition": ("soleus-trigger-points",),
        "patient": {"name": made_plain(name), "id": "4711"},
        "side": "left",
        "goal": goal,
        "exercises": ({"exercise": "heel-raise", "note": note},),
    }
    assume(made_plain(name).strip() and note.strip() and not any(forbidden_characters(name)))
    plan = Plan.model_validate(said)
    assert read(write_plan(plan)) == plan
