from typing import Any

import pytest
from posed import changed
from pydantic import ValidationError

from handouts.drawing.checks import DrawingError
from handouts.drawing.scene import draw_figure

WRONG: dict[str, tuple[str, dict[str, Any]]] = {
    "the hand of `near_arm` is out of reach by": (
        "seated-towel-stretch",
        {"near_arm": {"hand_at": [60, 22]}},
    ),
    "the foot of `far_leg` is out of reach by": ("bent-knee-wall-stretch", {"far_leg": {"foot_at": [60, 0]}}),
    "the body sinks into the floor by": ("seated-heel-raise", {"far_leg": {"foot_at": [26.5, -3]}}),
    "the body floats above the floor by": ("seated-towel-stretch", {"pelvis": {"at": [0, 11]}}),
    "the pelvis sinks into its seat by": ("sitting-check", {"pelvis": {"sits_on": [0, 36]}}),
    "it leaves the box at the left by": ("bent-knee-wall-stretch", {"far_leg": {"foot_at": [-45, 0]}}),
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
        ({"pelvis": {"over": "near_leg", "at": [0, 50]}}, "exactly one of over, sits_on, at"),
        ({"near_leg": {}}, "exactly one of foot_at"),
        ({"hat": "red"}, "hat"),
    ],
)
def test_a_pose_told_two_ways_or_with_unknown_words_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        changed("bent-knee-wall-stretch", **changes)
