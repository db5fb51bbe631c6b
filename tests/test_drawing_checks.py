from typing import Any

import pytest
from posed import FIGURES, changed
from pydantic import ValidationError

from handouts.drawing.checks import DrawingError
from handouts.drawing.scene import draw_figure
from handouts.schema.figure import Figure

# Of the bent-knee stretch it once stood on the front leg, of knee-to-wall between the feet.
STRAY = {
    "bent-knee-wall-stretch": {"moves": "knee", "line": [["near_knee", 4, 7.5], ["near_knee", 9, 4.5]]},
    "knee-to-wall": {"moves": "heel", "line": [["near_ankle", -11, 8], ["near_ankle", -11, -2.5]]},
    "straight-knee-wall-stretch": {"moves": "heel", "line": [["far_ankle", -6, 8], ["far_ankle", -6, 1]]},
}


@pytest.mark.parametrize("name", STRAY)
def test_an_arrow_nearer_to_the_other_leg_is_refused(name: str) -> None:
    figure = Figure.model_validate({**FIGURES[name].model_dump(), "arrows": [STRAY[name]]})
    with pytest.raises(DrawingError, match=f"the arrow of the {STRAY[name]['moves']} is .* of the other leg"):
        draw_figure(figure, side="right")


@pytest.mark.parametrize("name", [name for name, figure in FIGURES.items() if len(figure.people) > 1])
def test_a_start_pose_that_touches_the_other_one_is_refused(name: str) -> None:
    people = FIGURES[name].model_dump()["people"]
    people[0]["moved_by"] /= 2
    with pytest.raises(DrawingError, match="the start pose is -?[0-9.]+ from the other one"):
        draw_figure(FIGURES[name].model_copy(update={"people": changed_people(name, people)}), side="right")


def changed_people(name: str, people: list[dict[str, Any]]) -> tuple[Any, ...]:
    return Figure.model_validate({**FIGURES[name].model_dump(), "people": people}).people


WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "the hand of `near_arm` is out of reach by": (
        "seated-towel-stretch",
        {"near_arm": {"hand_at": [60, 22]}},
    ),
    "the foot of `far_leg` is out of reach by": ("bent-knee-wall-stretch", {"far_leg": {"foot_at": [60, 0]}}),
    "the body sinks into the floor by": ("seated-heel-raise", {"far_leg": {"foot_at": [26.5, -3]}}),
    "the body floats above the floor by": (
        "seated-towel-stretch",
        {"pelvis": {"at": [0, 11]}, "far_leg": None},
    ),
    "the pelvis sinks into its seat by": ("sitting-check", {"pelvis": {"sits_on": [0, 36]}}),
    "it leaves the box at the left by": ("sitting-check", {"pelvis": {"sits_on": [-12, 23.2]}}),
    "needs `far_leg`": (
        "seated-heel-raise",
        {"far_leg": None, "near_arm": {"hand_on": {"surface": "far_thigh", "at": 0.5}}},
    ),
    "things: {wall": ("seated-heel-raise", {"near_arm": {"hand_on": {"surface": "wall", "at": 60}}}),
}


@pytest.mark.parametrize("message", WRONG)
def test_a_wrong_pose_is_refused_with_what_is_wrong(message: str) -> None:
    name, changes = WRONG[message]
    with pytest.raises(DrawingError, match=f"figure `{name}`") as refused:
        draw_figure(changed(name, **changes), side="right")
    assert any(message in problem for problem in refused.value.problems)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    name = "bent-knee-wall-stretch"
    figure = changed(name, far_leg={"foot_at": [60, 0]}, far_arm={"hand_at": [80, 72]})
    with pytest.raises(DrawingError) as refused:
        draw_figure(figure, side="right")
    assert len(refused.value.problems) >= 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"pelvis": {"over": "near_leg", "at": [0, 50]}}, "exactly one of over, sits_on, lies_on, at"),
        ({"near_leg": {}}, "exactly one of foot_at"),
        ({"hat": "red"}, "hat"),
    ],
)
def test_a_pose_told_two_ways_or_with_unknown_words_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        changed("bent-knee-wall-stretch", **changes)
