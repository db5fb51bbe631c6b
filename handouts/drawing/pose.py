"""A pose becomes joints.

Everything that touches something is solved here and never given by eye: hips on a seat, a planted foot, a
hand on the wall, the floor or a leg, a calf on a roller.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

from handouts.drawing import body
from handouts.drawing.body import ArmJoints, LegJoints, Skeleton, on_spine
from handouts.drawing.curves import Line, between, bezier, turn, unit
from handouts.drawing.limb import bent_joint, bone_sides
from handouts.drawing.side_leg import leg_limb
from handouts.schema.figure import Arm, Figure, HandOn, Leg, Movement, SidePerson
from handouts.schema.things import Place

# A hand or foot this far from where it should be is out of reach.
_SLACK = 1.0
# How far the wrist is from the palm's middle: back along the hand, and off the surface.
_WRIST_BACK, _WRIST_OFF = 3.0, 1.5
# Half a line's width, so that the hand's outline and the wall's line lie on each other.
_HAND_GAP = 0.15
# Half a degree off the vertical, so that the fingers just leave the wall.
_UP_THE_WALL = 1j * turn(0.5)
# A hand round a shin: its wrist is behind it, and its fingers point forward and a little down.
_HOLD_BACK, _HOLD_TILT = 4.6, 68
# Fingers on a wall point up at it; so far is their tip from the wrist.
_FINGERS_UP, _FINGERTIP = turn(28), 9.0


def bones_of(figure: Figure, person: SidePerson) -> Skeleton:
    """Return the joints of a person among the things of their figure."""
    wall, roller, spine = wall_of(figure), figure.things.roller, _spine(person)
    legs: dict[str, LegJoints] = {}
    roller_at = None
    for name, leg in (("near", person.near_leg), ("far", person.far_leg)):
        if leg is not None and leg.calf_on_roller is not None:
            legs[name], roller_at = _leg_on_roller(leg, spine[0], radius=roller.radius if roller else 0)
        elif leg is not None:
            legs[name] = _place_leg(leg, spine[0], shod=person.feet == "shoes")
    bones = Skeleton(
        spine=spine,
        near_leg=legs["near"],
        far_leg=legs.get("far"),
        near_arm=None,
        far_arm=None,
        shod=person.feet == "shoes",
        roller_at=roller_at,
        out_of_reach=(),
    )
    near, far = (_place_arm(arm, bones, wall) for arm in (person.near_arm, person.far_arm))
    too_far = tuple(_too_far(person, bones, missed=(near[1], far[1])))
    return replace(bones, near_arm=near[0], far_arm=far[0], out_of_reach=too_far)


def wall_of(figure: Figure) -> float | None:
    """Return the x at which the wall begins, if there is one: as told, or where the last person reaches it.

    That is where the near knee touches it, or the near hand with an elbow bent as told. Raises ValueError
    for a body that is not seen from the side, or without a hand on the wall.
    """
    wall = figure.things.wall
    if wall is None or wall.at is not None:
        return None if wall is None else wall.at
    person = figure.people[-1]
    if not isinstance(person, SidePerson):
        raise ValueError("a wall that is placed by a body needs a person seen from the side")
    if wall.elbow_bend_degrees is None:
        hip = _hip_of(person)
        leg = _place_leg(person.near_leg, hip, shod=person.feet == "shoes")
        return max(point.real for point in leg_limb(hip, leg, shod=True).outline)
    arm = person.near_arm
    if arm is None or arm.hand_on is None:
        raise ValueError("a wall that is placed by the elbow needs `near_arm: {hand_on: {surface: wall, …}}`")
    shoulder = on_spine(_spine(person), body.SHOULDER)[0]
    reach = abs(body.UPPER_ARM + body.FOREARM * turn(wall.elbow_bend_degrees))
    # The wrist of a hand on a wall at x = 0.
    wrist = _wrist_on_wall(0, arm.hand_on)
    rise = wrist.imag - shoulder.imag
    return shoulder.real + math.sqrt(reach * reach - rise * rise) - wrist.real


def _spine(person: SidePerson) -> tuple[complex, ...]:
    """Return the spine from the hip joint to the base of the neck, as a curve."""
    hip = _hip_of(person)
    lean, slouch = person.trunk.lean_degrees, person.trunk.slouch_degrees
    low, high = turn(90 - lean + slouch / 2), turn(90 - lean - slouch / 2)
    # A rounded back is a little shorter in a straight line.
    top = hip + body.TRUNK * unit(low + high) * (1 - abs(slouch) / 900)
    third = body.TRUNK * 0.36
    return tuple(bezier(hip, hip + low * third, top - high * third, top, steps=24))


def _hip_of(person: SidePerson) -> complex:
    """Return the hip joint: on a seat, at a place, or up from a planted foot."""
    pelvis = person.pelvis
    if pelvis.sits_on is not None:
        return complex(*pelvis.sits_on) + 1j * body.SEAT
    if pelvis.at is not None:
        return complex(*pelvis.at)
    leg = person.near_leg if pelvis.over == "near_leg" else person.far_leg
    if leg is None or leg.foot_at is None:
        raise ValueError(f"a pelvis over `{pelvis.over}` needs that leg to have `foot_at`")
    ankle = _planted(leg.foot_at, leg.heel_up_degrees, shod=person.feet == "shoes")
    shin = turn(90 - pelvis.shin_lean_degrees)
    return ankle + shin * (body.SHIN + body.THIGH * turn(pelvis.knee_bend_degrees))


def _planted(foot: Place, heel_up: float, *, shod: bool) -> complex:
    """Return the ankle of a foot whose ball stays where it is when the heel is lifted."""
    flat = complex(*foot) + 1j * (body.ANKLE_HEIGHT + (body.SHOE_SOLE if shod else 0))
    return flat + body.BALL - body.BALL * turn(-heel_up)


def _ankle_of(leg: Leg, *, shod: bool) -> complex:
    """Return where the ankle of a placed leg should be."""
    if leg.ankle_at is not None:
        return complex(*leg.ankle_at)
    assert leg.foot_at is not None
    return _planted(leg.foot_at, leg.heel_up_degrees, shod=shod)


def _place_leg(leg: Leg, hip: complex, *, shod: bool) -> LegJoints:
    """Return the joints of a leg whose foot or ankle has a place; a knee bends forward."""
    knee, ankle = bent_joint(hip, _ankle_of(leg, shod=shod), upper=body.THIGH, lower=body.SHIN, side=1)
    resting = leg.heel_up_degrees if leg.foot_at is not None else 0.0
    toes = resting if leg.toes_up_degrees is None else leg.toes_up_degrees
    return LegJoints(knee, ankle, leg.heel_up_degrees, toes)


def _leg_on_roller(leg: Leg, hip: complex, *, radius: float) -> tuple[LegJoints, float]:
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


def _place_arm(arm: Arm | None, bones: Skeleton, wall: float | None) -> tuple[ArmJoints | None, float]:
    """Return the joints of an arm, and how far its hand is from where it should be."""
    if arm is None:
        return None, 0.0
    shoulder = bones.shoulder
    if arm.shoulder_degrees is not None:
        upper = turn(arm.shoulder_degrees - 90)
        lower = upper * turn(arm.elbow_bend_degrees)
        elbow = shoulder + body.UPPER_ARM * upper
        along = lower * turn(6) if arm.hand_degrees is None else turn(arm.hand_degrees)
        return ArmJoints(elbow, elbow + body.FOREARM * lower, along, arm.grip, 1), 0.0
    target, hand, grip, palm = _grasp(arm, bones, wall)
    side = -1 if arm.elbow == "back" else 1
    elbow, wrist = bent_joint(shoulder, target, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
    along = unit(wrist - elbow) * turn(6) if hand is None else hand
    return ArmJoints(elbow, wrist, along, grip, palm), abs(wrist - target)


def _grasp(arm: Arm, bones: Skeleton, wall: float | None) -> tuple[complex, complex | None, str, int]:
    """Return where the wrist goes, the hand's direction if it is fixed, its grip and its palm's side."""
    on = arm.hand_on
    if on is None:
        assert arm.hand_at is not None
        fixed = None if arm.hand_degrees is None else turn(arm.hand_degrees)
        return complex(*arm.hand_at), fixed, arm.grip, 1
    if on.surface in {"near_shin", "near_shin_inside"}:
        leg = bones.near_leg
        tilt = _HOLD_TILT if arm.hand_degrees is None else arm.hand_degrees
        hand = unit(leg.ankle - leg.knee) * turn(tilt)
        return between(leg.knee, leg.ankle, on.at) - hand * _HOLD_BACK, hand, "hold", 1
    if on.touch == "fingers":
        return _wrist_on_wall(_known(wall), on), _FINGERS_UP, "relaxed", 1
    touch, hand, palm = _surface(on, bones, wall)
    return _wrist(touch, hand, palm=palm), hand, "flat", palm


def _surface(on: HandOn, bones: Skeleton, wall: float | None) -> tuple[complex, complex, int]:
    """Return the place a palm lies flat on, the hand's direction there, and its palm's side."""
    if on.surface == "floor":
        return complex(on.at, 0), -1 + 0j, -1
    if on.surface == "wall":
        return complex(_known(wall) - _HAND_GAP, on.at), _UP_THE_WALL, 1
    leg = bones.near_leg if on.surface == "near_thigh" else bones.far_leg
    if leg is None:
        raise ValueError("a hand on the far thigh needs `far_leg`")
    along = unit(leg.knee - bones.hip)
    # The shorts are thicker than the skin.
    thick = body.half_widths(body.SIDE_THIGH, on.at)[0] + (1.0 if on.at < 0.62 else 0)
    return between(bones.hip, leg.knee, on.at) + 1j * along * thick, along, 1


def _known(wall: float | None) -> float:
    if wall is None:
        raise ValueError("a hand on the wall needs `things: {wall: …}`")
    return wall


def _wrist_on_wall(wall: float, on: HandOn) -> complex:
    """Return the wrist of a hand that lies on a wall, or touches it with its fingers."""
    touch = complex(wall - _HAND_GAP, on.at)
    if on.touch == "fingers":
        return touch - _FINGERS_UP * _FINGERTIP
    return _wrist(touch, _UP_THE_WALL, palm=1)


def _wrist(touch: complex, hand: complex, *, palm: int) -> complex:
    """Return the wrist of a hand that lies flat on a place."""
    return touch - hand * _WRIST_BACK + 1j * hand * _WRIST_OFF * palm


def _too_far(person: SidePerson, bones: Skeleton, *, missed: tuple[float, float]) -> Iterator[str]:
    """Yield what a hand or a foot cannot reach, with how far it misses."""
    legs = (("near_leg", person.near_leg, bones.near_leg), ("far_leg", person.far_leg, bones.far_leg))
    for name, leg, joints in legs:
        if leg is None or joints is None or leg.calf_on_roller is not None:
            continue
        miss = abs(joints.ankle - _ankle_of(leg, shod=bones.shod))
        if miss > _SLACK:
            yield f"the foot of `{name}` is out of reach by {miss:.1f}"
    for name, miss in zip(("near_arm", "far_arm"), missed, strict=True):
        if miss > _SLACK:
            yield f"the hand of `{name}` is out of reach by {miss:.1f}"


def arrow_line(movement: Movement, bones: Skeleton | None) -> Line:
    """Return the points of an arrow; raises ValueError for a joint without a person seen from the side."""
    points = []
    for point in movement.line:
        if len(point) == 2:
            points.append(complex(*point))
        elif bones is None:
            raise ValueError("an arrow from a joint needs a person seen from the side")
        else:
            name, right, up = point
            points.append(bones.joint(name) + complex(right, up))
    return points
