"""What can be said of a figure, in the terms of no language."""

from typing import Literal, NamedTuple

from handouts.schema.figure import Hold, Moving, Position

Whose = Literal["near", "far", "both"]
Lean = Literal["upright", "forward", "far_forward", "folded", "back"]
Ground = Literal["floor", "bed", "step"]
Stand = Literal[
    "flat", "heels_up", "toes_up", "heels_below", "heel_high", "heel_below",
    "long_step_behind", "behind", "in_front", "slid_back", "lifted", "kneels",
    "out_front", "out_straight", "on_roller", "on_ball", "on_other_knee", "on_pillow", "over_roll",
    "foot_on_ball", "foot_on_bottle", "across", "raised", "opened", "drawn_up", "rolled", "on_stool",
]  # fmt: skip
# How a foot is tilted; `heel_below` is below the edge of a step.
Foot = Literal["heel_down", "heel_up", "toes_up", "heel_below"]
Bend = Literal["straight", "slight", "bent"]
Felt = Literal[
    "low_calf", "middle_calf", "calf", "thigh", "shin", "thigh_front", "sole", "shoulder_top", "hip_side"
]
# Where a head is; one that tilts does so to the working side or to the other one.
HeadSaid = Literal[
    "to_near_shoulder", "to_far_shoulder", "turned", "turned_down", "nods", "back", "ahead", "up"
]
Way = Literal[
    "up",
    "down",
    "forward",
    "back",
    "up_forward",
    "up_back",
    "down_forward",
    "down_back",
    "to_and_fro",
    "out",
    "in",
]


class LegSaid(NamedTuple):
    """Where a leg or both are; `foot` and `knee` are None where they are not told."""

    whose: Whose
    stand: Stand
    foot: Foot | None
    knee: Bend | None
    at_wall: bool = False


class Posture(NamedTuple):
    """One person's pose; `ground` is what feet, knees or back are on, `hands` what each is on or holds.

    The lean of who lies is None.
    """

    position: Position
    ground: Ground
    lean: Lean | None
    hands: tuple[Hold, ...]
    legs: tuple[LegSaid, ...]
    bare: bool
    head_on_pillow: bool = False
    head: HeadSaid | None = None
    shoulders_up: bool = False


class Arrowed(NamedTuple):
    """What an arrow moves, and which way; `presses` is a heel that is on the floor already."""

    moving: Moving
    way: Way
    presses: bool


class SaidFigure(NamedTuple):
    """All that can be said of a figure; `starts` are the pale poses before the one that counts.

    Where they are not pale they are other `ways` to do the same.
    """

    view: Literal["side", "front", "behind", "above"]
    starts: tuple[Posture, ...]
    pose: Posture
    arrows: tuple[Arrowed, ...]
    felt: Felt | None
    keep_off: Literal["knee_hollow"] | None
    ways: bool = False
