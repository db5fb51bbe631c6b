"""A pose becomes joints: where hips, spine, legs and arms are, seen from the side.

Everything that touches something is solved here and never given by eye: a planted foot, a hand on
the wall, the floor or a leg, a calf on a roller.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from handouts.drawing import proportions as body
from handouts.drawing.curves import between, bezier, degrees_of, turn, unit
from handouts.drawing.limb import bent_joint, bone_sides
from handouts.schema.figure import Arm, HandOn, Leg, Place, SidePerson

# A hand or foot this far from where it should be is out of reach.
_SLACK = 1.0
# How far the wrist is from the palm's middle: back along the hand, and off the surface.
_WRIST_BACK, _WRIST_OFF = 3.0, 1.5
# Half a line's width, so that the hand's outline and the wall's line lie on each other.
_HAND_GAP = 0.15


@dataclass(frozen=True, slots=True)
class LegJoints:
    """A leg below the hip; angles tilt the foot heel up, and its toes back up."""

    knee: complex
    ankle: complex
    heel_up: float
    toes_up: float


@dataclass(frozen=True, slots=True)
class ArmJoints:
    """An arm below the shoulder; `along` is the hand's direction, `palm` 1 when its palm is at its right."""

    elbow: complex
    wrist: complex
    along: complex
    grip: str
    palm: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of one person, and what could not be reached."""

    spine: tuple[complex, ...]
    near_leg: LegJoints
    far_leg: LegJoints | None
    near_arm: ArmJoints | None
    far_arm: ArmJoints | None
    shod: bool
    roller_at: float | None
    out_of_reach: tuple[str, ...]

    @property
    def hip(self) -> complex:
        """The hip joint, where the spine begins."""
        return self.spine[0]

    @property
    def shoulder(self) -> complex:
        """The shoulder joint, on the spine."""
        return on_spine(self.spine, body.SHOULDER)[0]

    @property
    def thigh_bend(self) -> float:
        """How far the near thigh is bent up from the line of the trunk, in degrees."""
        return degrees_of((self.near_leg.knee - self.hip) / (self.spine[0] - self.spine[1]))

    def joint(self, name: str) -> complex:
        """Return a joint by the name a figure's arrow uses."""
        if name in {"hip", "shoulder"}:
            return self.hip if name == "hip" else self.shoulder
        if name == "head":
            return self.spine[-1] + body.NECK * unit(self.spine[-1] - self.spine[-2])
        side, part = name.split("_")
        limb = getattr(self, f"{side}_{'leg' if part in {'knee', 'ankle'} else 'arm'}")
        return complex(getattr(limb, part))


def on_spine(spine: tuple[complex, ...], share: float) -> tuple[complex, complex]:
    """Return the place and the upward direction at a share of the spine, straight on beyond its ends."""
    last = len(spine) - 1
    if share <= 0 or share >= 1:
        end, inner = (0, 1) if share <= 0 else (last, last - 1)
        up = unit(spine[max(end, inner)] - spine[min(end, inner)])
        return spine[end] + up * body.TRUNK * (share - min(1, max(0, share // 1))), up
    i = min(last - 1, int(share * last))
    up = unit(spine[min(last, i + 2)] - spine[max(0, i - 1)])
    return between(spine[i], spine[i + 1], share * last - i), up


def solve(person: SidePerson, *, wall: float | None = None, roller_radius: float = 0) -> Skeleton:
    """Return the joints of a person; `wall` is the x of the wall, if hands may touch one."""
    spine = _spine(person)
    legs: dict[str, LegJoints | None] = {}
    roller_at = None
    for name in ("near_leg", "far_leg"):
        leg: Leg | None = getattr(person, name)
        legs[name] = None if leg is None else _leg(leg, spine[0], shod=person.feet == "shoes")
        if leg is not None and leg.calf_on_roller is not None:
            legs[name], roller_at = _leg_on_roller(leg, spine[0], radius=roller_radius)
    shoulder = on_spine(spine, body.SHOULDER)[0]
    near, far = legs["near_leg"], legs["far_leg"]
    assert near is not None
    near_arm = _arm(person.near_arm, shoulder, thigh=(spine[0], near), wall=wall)
    far_arm = _arm(person.far_arm, shoulder, thigh=(spine[0], far or near), wall=wall)
    return Skeleton(
        spine=spine,
        near_leg=near,
        far_leg=far,
        near_arm=near_arm[0],
        far_arm=far_arm[0],
        shod=person.feet == "shoes",
        roller_at=roller_at,
        out_of_reach=tuple(_too_far(person, near, far, missed=(near_arm[1], far_arm[1]))),
    )


def wall_for(person: SidePerson, *, elbow_bend_degrees: float) -> float:
    """Return the x of a wall that the near hand reaches at its height with an elbow bent this much."""
    arm = person.near_arm
    if arm is None or arm.hand_on is None:
        raise ValueError("a wall that is placed by the elbow needs `near_arm: {hand_on: {surface: wall, …}}`")
    shoulder = on_spine(_spine(person), body.SHOULDER)[0]
    reach = abs(body.UPPER_ARM + body.FOREARM * turn(elbow_bend_degrees))
    rise = arm.hand_on.at - _WRIST_BACK - shoulder.imag
    return shoulder.real + math.sqrt(reach * reach - rise * rise) + _WRIST_OFF + _HAND_GAP


def _spine(person: SidePerson) -> tuple[complex, ...]:
    """Return the spine from the hip joint to the base of the neck, as a curve."""
    hip = _hip(person)
    lean, slouch = person.trunk.lean_degrees, person.trunk.slouch_degrees
    low, high = turn(90 - lean + slouch / 2), turn(90 - lean - slouch / 2)
    # A rounded back is a little shorter in a straight line.
    top = hip + body.TRUNK * unit(low + high) * (1 - abs(slouch) / 900)
    third = body.TRUNK * 0.36
    return tuple(bezier(hip, hip + low * third, top - high * third, top, steps=24))


def _hip(person: SidePerson) -> complex:
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


def _ankle(leg: Leg, *, shod: bool) -> complex:
    """Return where the ankle of a placed leg should be."""
    if leg.ankle_at is not None:
        return complex(*leg.ankle_at)
    assert leg.foot_at is not None
    return _planted(leg.foot_at, leg.heel_up_degrees, shod=shod)


def _leg(leg: Leg, hip: complex, *, shod: bool) -> LegJoints:
    """Return the joints of a leg whose foot or ankle has a place; a knee bends forward."""
    if leg.calf_on_roller is not None:
        return LegJoints(hip, hip, 0, 0)
    knee, ankle = bent_joint(hip, _ankle(leg, shod=shod), upper=body.THIGH, lower=body.SHIN, side=1)
    resting = leg.heel_up_degrees if leg.foot_at is not None else 0.0
    toes = resting if leg.toes_up_degrees is None else leg.toes_up_degrees
    return LegJoints(knee, ankle, leg.heel_up_degrees, toes)


def _leg_on_roller(leg: Leg, hip: complex, *, radius: float) -> tuple[LegJoints, float]:
    """Return a leg swung about the hip until its calf just touches the roller, and where that lies."""
    share = leg.calf_on_roller or 0
    low, high = -25.0, 25.0
    for _ in range(24):
        swing = (low + high) / 2
        knee = hip + body.THIGH * turn(swing)
        ankle = knee + body.SHIN * turn(swing - leg.knee_bend_degrees)
        calf = bone_sides(knee, ankle, widths=body.SIDE_SHIN, last=0.95)[1]
        at = calf[round(share / 0.95 * (len(calf) - 1))].real
        gap = min(abs(point - complex(at, radius)) for point in calf) - radius
        low, high = (low, swing) if gap > 0 else (swing, high)
    return LegJoints(knee, ankle, leg.heel_up_degrees, leg.toes_up_degrees or 0), at


def _arm(
    arm: Arm | None, shoulder: complex, *, thigh: tuple[complex, LegJoints], wall: float | None
) -> tuple[ArmJoints | None, float]:
    """Return the joints of an arm, and how far its hand is from where it should be."""
    if arm is None:
        return None, 0.0
    if arm.shoulder_degrees is not None:
        upper = turn(arm.shoulder_degrees - 90)
        lower = upper * turn(arm.elbow_bend_degrees)
        elbow = shoulder + body.UPPER_ARM * upper
        along = lower * turn(6) if arm.hand_degrees is None else turn(arm.hand_degrees)
        return ArmJoints(elbow, elbow + body.FOREARM * lower, along, arm.grip, 1), 0.0
    side = -1 if arm.elbow == "back" else 1
    target, hand, grip, palm = _grasp(arm, thigh=thigh, wall=wall)
    elbow, wrist = bent_joint(shoulder, target, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
    along = unit(wrist - elbow) * turn(6) if hand is None else hand
    return ArmJoints(elbow, wrist, along, grip, palm), abs(wrist - target)


def _grasp(
    arm: Arm, *, thigh: tuple[complex, LegJoints], wall: float | None
) -> tuple[complex, complex | None, str, int]:
    """Return where the wrist goes, the hand's direction if it is fixed, its grip and its palm's side."""
    if arm.hand_on is not None:
        touch, hand, palm = _surface(arm.hand_on, thigh=thigh, wall=wall)
        if arm.hand_on.surface == "shin":
            hand = hand if arm.hand_degrees is None else turn(arm.hand_degrees)
            return touch - hand * _WRIST_BACK, hand, "hold", palm
        return touch - hand * _WRIST_BACK + 1j * hand * _WRIST_OFF * palm, hand, "flat", palm
    assert arm.hand_at is not None
    fixed = None if arm.hand_degrees is None else turn(arm.hand_degrees)
    return complex(*arm.hand_at), fixed, arm.grip, 1


def _surface(
    on: HandOn, *, thigh: tuple[complex, LegJoints], wall: float | None
) -> tuple[complex, complex, int]:
    """Return the place a palm lies on, the hand's direction there, and its palm's side."""
    hip, leg = thigh
    if on.surface == "floor":
        return complex(on.at, 0), -1 + 0j, -1
    if on.surface == "shin":
        return between(leg.knee, leg.ankle, on.at), unit(leg.ankle - leg.knee), 1
    if on.surface == "thigh":
        along = unit(leg.knee - hip)
        # The shorts are thicker than the skin.
        thick = body.half_widths(body.SIDE_THIGH, on.at)[0] + (1.0 if on.at < 0.62 else 0)
        return between(hip, leg.knee, on.at) + 1j * along * thick, along, 1
    if wall is None:
        raise ValueError("a hand on the wall needs `things: {wall: …}`")
    return complex(wall - _HAND_GAP, on.at), 1j * turn(0.5), 1


def _too_far(
    person: SidePerson, near: LegJoints, far: LegJoints | None, *, missed: tuple[float, float]
) -> Iterator[str]:
    """Yield what a hand or a foot cannot reach, with how far it misses."""
    for name, joints in (("near_leg", near), ("far_leg", far)):
        leg: Leg | None = getattr(person, name)
        if leg is None or joints is None or leg.calf_on_roller is not None:
            continue
        miss = abs(joints.ankle - _ankle(leg, shod=person.feet == "shoes"))
        if miss > _SLACK:
            yield f"the foot of `{name}` is out of reach by {miss:.1f}"
    for name, miss in zip(("near_arm", "far_arm"), missed, strict=True):
        if miss > _SLACK:
            yield f"the hand of `{name}` is out of reach by {miss:.1f}"
