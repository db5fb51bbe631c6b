"""Hips, legs and arms are put where they touch something: a seat, the floor, the wall, a leg, a roller."""

from dataclasses import dataclass

from handouts.drawing import proportions as body
from handouts.drawing.curves import between, turn, unit
from handouts.drawing.limb import bent_joint, bone_sides
from handouts.drawing.skeleton import ArmJoints, LegJoints
from handouts.schema.figure import Arm, HandOn, Leg, SidePerson
from handouts.schema.things import Place

# How far the wrist is from the palm's middle: back along the hand, and off the surface.
_WRIST_BACK, _WRIST_OFF = 3.0, 1.5
# Half a line's width, so that the hand's outline and the wall's line lie on each other.
HAND_GAP = 0.15
# Half a degree off the vertical, so that the fingers just leave the wall.
_UP_THE_WALL = 1j * turn(0.5)
# A hand round a shin: its wrist is behind it, and its fingers point forward and a little down.
_HOLD_BACK, _HOLD_TILT = 4.6, 68
# Fingers on a wall point up at it; so far is their tip from the wrist.
_FINGERS_UP, _FINGERTIP = turn(28), 9.0


def hip_of(person: SidePerson) -> complex:
    """Return the hip joint: on a seat, at a place, or up from a planted foot."""
    pelvis = person.pelvis
    if pelvis.sits_on is not None:
        return complex(*pelvis.sits_on) + 1j * body.SEAT
    if pelvis.at is not None:
        return complex(*pelvis.at)
    leg = person.near_leg if pelvis.over == "near_leg" else person.far_leg
    if leg is None or leg.foot_at is None:
        raise ValueError(f"a pelvis over `{pelvis.over}` needs that leg to have `foot_at`")
    ankle = planted(leg.foot_at, leg.heel_up_degrees, shod=person.feet == "shoes")
    shin = turn(90 - pelvis.shin_lean_degrees)
    return ankle + shin * (body.SHIN + body.THIGH * turn(pelvis.knee_bend_degrees))


def planted(foot: Place, heel_up: float, *, shod: bool) -> complex:
    """Return the ankle of a foot whose ball stays where it is when the heel is lifted."""
    flat = complex(*foot) + 1j * (body.ANKLE_HEIGHT + (body.SHOE_SOLE if shod else 0))
    return flat + body.BALL - body.BALL * turn(-heel_up)


def ankle_of(leg: Leg, *, shod: bool) -> complex:
    """Return where the ankle of a placed leg should be."""
    if leg.ankle_at is not None:
        return complex(*leg.ankle_at)
    assert leg.foot_at is not None
    return planted(leg.foot_at, leg.heel_up_degrees, shod=shod)


def place_leg(leg: Leg, hip: complex, *, shod: bool) -> LegJoints:
    """Return the joints of a leg whose foot or ankle has a place; a knee bends forward."""
    if leg.calf_on_roller is not None:
        return LegJoints(hip, hip, 0, 0)
    knee, ankle = bent_joint(hip, ankle_of(leg, shod=shod), upper=body.THIGH, lower=body.SHIN, side=1)
    resting = leg.heel_up_degrees if leg.foot_at is not None else 0.0
    toes = resting if leg.toes_up_degrees is None else leg.toes_up_degrees
    return LegJoints(knee, ankle, leg.heel_up_degrees, toes)


def leg_on_roller(leg: Leg, hip: complex, *, radius: float) -> tuple[LegJoints, float]:
    """Return a leg swung about the hip until its calf just touches the roller, and where that lies."""
    share = leg.calf_on_roller or 0
    low, high = -25.0, 25.0 + leg.knee_bend_degrees / 2
    for _ in range(24):
        swing = (low + high) / 2
        knee = hip + body.THIGH * turn(swing)
        ankle = knee + body.SHIN * turn(swing - leg.knee_bend_degrees)
        calf = bone_sides(knee, ankle, widths=body.SIDE_SHIN, last=0.95)[1]
        touch = calf[round(share / 0.95 * (len(calf) - 1))]
        at = touch.real
        gap = min(abs(point - complex(at, radius)) for point in calf) - radius
        low, high = (low, swing) if gap > 0 and touch.imag > radius else (swing, high)
    return LegJoints(knee, ankle, leg.heel_up_degrees, leg.toes_up_degrees or 0), at


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What hands may touch: one's own legs, and the wall."""

    hip: complex
    near_leg: LegJoints
    far_leg: LegJoints | None
    wall: float | None


def place_arm(arm: Arm | None, shoulder: complex, around: Surroundings) -> tuple[ArmJoints | None, float]:
    """Return the joints of an arm, and how far its hand is from where it should be."""
    if arm is None:
        return None, 0.0
    if arm.shoulder_degrees is not None:
        upper = turn(arm.shoulder_degrees - 90)
        lower = upper * turn(arm.elbow_bend_degrees)
        elbow = shoulder + body.UPPER_ARM * upper
        along = lower * turn(6) if arm.hand_degrees is None else turn(arm.hand_degrees)
        return ArmJoints(elbow, elbow + body.FOREARM * lower, along, arm.grip, 1), 0.0
    target, hand, grip, palm = _grasp(arm, around)
    side = -1 if arm.elbow == "back" else 1
    elbow, wrist = bent_joint(shoulder, target, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
    along = unit(wrist - elbow) * turn(6) if hand is None else hand
    return ArmJoints(elbow, wrist, along, grip, palm), abs(wrist - target)


def _grasp(arm: Arm, around: Surroundings) -> tuple[complex, complex | None, str, int]:
    """Return where the wrist goes, the hand's direction if it is fixed, its grip and its palm's side."""
    if arm.hand_on is None:
        assert arm.hand_at is not None
        fixed = None if arm.hand_degrees is None else turn(arm.hand_degrees)
        return complex(*arm.hand_at), fixed, arm.grip, 1
    if arm.hand_on.surface in {"near_shin", "near_shin_inside"}:
        leg = around.near_leg
        tilt = _HOLD_TILT if arm.hand_degrees is None else arm.hand_degrees
        hand = unit(leg.ankle - leg.knee) * turn(tilt)
        return between(leg.knee, leg.ankle, arm.hand_on.at) - hand * _HOLD_BACK, hand, "hold", 1
    if arm.hand_on.touch == "fingers":
        return wrist_on_wall(_wall(around), arm.hand_on), _FINGERS_UP, "relaxed", 1
    touch, hand, palm = _surface(arm.hand_on, around)
    return touch - hand * _WRIST_BACK + 1j * hand * _WRIST_OFF * palm, hand, "flat", palm


def wrist_on_wall(wall: float, on: HandOn) -> complex:
    """Return the wrist of a hand that lies on a wall, or touches it with its fingers."""
    touch = complex(wall - HAND_GAP, on.at)
    if on.touch == "fingers":
        return touch - _FINGERS_UP * _FINGERTIP
    return touch - _UP_THE_WALL * _WRIST_BACK + 1j * _UP_THE_WALL * _WRIST_OFF


def _wall(around: Surroundings) -> float:
    if around.wall is None:
        raise ValueError("a hand on the wall needs `things: {wall: …}`")
    return around.wall


def _surface(on: HandOn, around: Surroundings) -> tuple[complex, complex, int]:
    """Return the place a palm lies flat on, the hand's direction there, and its palm's side."""
    if on.surface == "floor":
        return complex(on.at, 0), -1 + 0j, -1
    if on.surface == "wall":
        return complex(_wall(around) - HAND_GAP, on.at), _UP_THE_WALL, 1
    leg = around.near_leg if on.surface == "near_thigh" else around.far_leg
    if leg is None:
        raise ValueError("a hand on the far thigh needs `far_leg`")
    along = unit(leg.knee - around.hip)
    # The shorts are thicker than the skin.
    thick = body.half_widths(body.SIDE_THIGH, on.at)[0] + (1.0 if on.at < 0.62 else 0)
    return between(around.hip, leg.knee, on.at) + 1j * along * thick, along, 1
