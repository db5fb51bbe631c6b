"""The joints of an arm: solved from what its hand lies on or holds."""

import math
from typing import TypeVar

from handouts.drawing import body
from handouts.drawing.body import ArmJoints, Skeleton
from handouts.drawing.curves import between, turn, unit
from handouts.drawing.limb import bent_joint
from handouts.schema.arms import Arm, HandOn
from handouts.schema.things import SEAT_HEIGHT, Things

# How far the wrist is from the palm's middle: back along the hand, and off the surface.
_WRIST_BACK, _WRIST_OFF = 3.0, 1.5
# From the wrist to the middle of a fist.
_FIST = 2.8
# Half a line's width, so that the hand's outline and the wall's line lie on each other.
_HAND_GAP = 0.15
# Half a degree off the vertical, so that the fingers just leave the wall.
_UP_THE_WALL = 1j * turn(0.5)
# A hand round a shin: its wrist is behind it, and its fingers point forward and a little down.
_HOLD_BACK, _HOLD_TILT = 4.6, 68
# Fingers on a wall point up at it, those on a top down at it; so far is their tip from the wrist.
_FINGERS_UP, _FINGERS_DOWN, _FINGERTIP = turn(28), turn(-32), 9.0
# How high above a table elbow and wrist are, where the forearm lies on it.
_ELBOW_ON, _WRIST_ON = 2.2, 1.5
# The back of a chair, from the back edge of its seat.
_CHAIR_BACK = 1.6 + 0j, -2.6 + 27.2j

Thing = TypeVar("Thing")


def place_arm(
    arm: Arm | None, bones: Skeleton, things: Things, wall: float | None
) -> tuple[ArmJoints | None, float]:
    """Return the joints of an arm, and how far its hand is from where it should be."""
    if arm is None:
        return None, 0.0
    shoulder = bones.shoulder
    if arm.shoulder_degrees is not None:
        upper = turn(arm.shoulder_degrees - 90)
        lower = upper * turn(arm.elbow_bend_degrees)
        elbow = shoulder + body.UPPER_ARM * upper
        along = lower * turn(6) if arm.hand_degrees is None else turn(arm.hand_degrees)
        wrist = elbow + body.FOREARM * arm.forearm_seen * lower
        return ArmJoints(bones.build, elbow, wrist, along, arm.grip, 1), 0.0
    if arm.forearm_on_table:
        return _on_table(arm, bones, _needed(things.table, "table").height)
    target, hand, grip, palm = _grasp(arm, bones, things, wall)
    side = -1 if arm.elbow == "back" else 1
    elbow, wrist = bent_joint(shoulder, target, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
    along = unit(wrist - elbow) * turn(6) if hand is None else hand
    return ArmJoints(bones.build, elbow, wrist, along, grip, palm), abs(wrist - target)


def _on_table(arm: Arm, bones: Skeleton, top: float) -> tuple[ArmJoints, float]:
    """Return an arm whose forearm lies on a table of this height, the elbow ahead of the shoulder."""
    drop = bones.shoulder.imag - top - _ELBOW_ON
    reach = body.UPPER_ARM**2 - drop**2
    elbow = complex(bones.shoulder.real + math.sqrt(max(reach, 0)), top + _ELBOW_ON)
    wrist = elbow + body.FOREARM - 1j * (_ELBOW_ON - _WRIST_ON)
    along = turn(arm.hand_degrees or 0)
    return ArmJoints(bones.build, elbow, wrist, along, arm.grip, 1), max(0.0, drop - body.UPPER_ARM)


def wrist_on_wall(wall: float, on: HandOn) -> complex:
    """Return the wrist of a hand that lies on a wall, or touches it with its fingers."""
    touch = complex(wall - _HAND_GAP, on.at)
    if on.touch == "fingers":
        return touch - _FINGERS_UP * _FINGERTIP
    return _wrist(touch, _UP_THE_WALL, palm=1)


def _grasp(
    arm: Arm, bones: Skeleton, things: Things, wall: float | None
) -> tuple[complex, complex | None, str, int]:
    """Return where the wrist goes, the hand's direction if it is fixed, its grip and its palm's side."""
    on = arm.hand_on
    fixed = None if arm.hand_degrees is None else turn(arm.hand_degrees)
    if on is None:
        assert arm.hand_at is not None
        return complex(*arm.hand_at), fixed, arm.grip, 1
    if on.surface in {"near_shin", "near_shin_inside"}:
        leg = bones.near_leg
        tilt = _HOLD_TILT if arm.hand_degrees is None else arm.hand_degrees
        hand = unit(leg.ankle - leg.knee) * turn(tilt)
        return between(leg.knee, leg.ankle, on.at) - hand * _HOLD_BACK, hand, "hold", 1
    if on.surface in {"rail", "chair_back"}:
        hand = fixed or 1 + 0j
        return _held(on, things) - hand * _FIST, hand, "fist", 1
    if on.surface == "wall":
        known = _needed(wall, "wall")
        grip = "relaxed" if on.touch == "fingers" else "flat"
        return wrist_on_wall(known, on), _FINGERS_UP if grip == "relaxed" else _UP_THE_WALL, grip, 1
    touch, hand, palm = _surface(on, bones, things)
    if on.touch == "fingers":
        return touch - _FINGERS_DOWN * _FINGERTIP, _FINGERS_DOWN, "relaxed", 1
    return _wrist(touch, hand, palm=palm), hand, "flat", palm


def _held(on: HandOn, things: Things) -> complex:
    """Return the place of a rail at an x, or of the back of a chair at a height."""
    if on.surface == "rail":
        rail = _needed(things.rail, "rail")
        (left, low), (right, high) = rail.left, rail.right
        return complex(on.at, low + (high - low) * (on.at - left) / (right - left))
    chair = _needed(things.chair, "chair")
    foot, top = (complex(chair.back_edge, SEAT_HEIGHT) + point for point in _CHAIR_BACK)
    return between(foot, top, (on.at - foot.imag) / (top - foot).imag)


def _surface(on: HandOn, bones: Skeleton, things: Things) -> tuple[complex, complex, int]:
    """Return the place a palm lies flat on, the hand's direction there, and its palm's side."""
    if on.surface in {"near_thigh", "far_thigh"}:
        leg = bones.near_leg if on.surface == "near_thigh" else _needed(bones.far_leg, "far_leg")
        along = unit(leg.knee - bones.hip)
        # The shorts are thicker than the skin.
        thick = body.half_widths(leg.build.side_thigh, on.at)[0] + (1.0 if on.at < 0.62 else 0)
        return between(bones.hip, leg.knee, on.at) + 1j * along * thick, along, 1
    # On what is level the fingers point away from the shoulder.
    away = 1 if on.at > bones.shoulder.real else -1
    return complex(on.at, _height(on, things)), complex(away), away


def _height(on: HandOn, things: Things) -> float:
    """Return the height of a level surface."""
    if on.surface == "floor":
        return 0.0
    if on.surface == "seat":
        _needed(things.chair, "chair")
        return SEAT_HEIGHT
    if on.surface == "worktop":
        return _needed(things.worktop, "worktop").height
    if on.surface == "bed":
        return _needed(things.bed, "bed").height
    return _needed(things.table, "table").height


def _needed(thing: Thing | None, name: str) -> Thing:
    """Return a thing; raises ValueError where the picture has none, with what it needs."""
    if thing is None:
        where = f"`{name}`" if name == "far_leg" else f"`things: {{{name}: …}}`"
        raise ValueError(f"a hand on the {name.replace('_leg', ' thigh').replace('_', ' ')} needs {where}")
    return thing


def _wrist(touch: complex, hand: complex, *, palm: int) -> complex:
    """Return the wrist of a hand that lies flat on a place."""
    return touch - hand * _WRIST_BACK + 1j * hand * _WRIST_OFF * palm
