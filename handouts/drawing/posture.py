"""A figure's numbers become what can be said of its poses, in the terms of no language.

Everything is read off the solved joints, so that what is heard changes with what is drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from handouts.drawing.body import ArmJoints, LegJoints, Skeleton
from handouts.drawing.curves import degrees_of
from handouts.drawing.front_view import fingertips
from handouts.drawing.pose import arrow_line, bones_of, wall_of
from handouts.drawing.side_leg import leg_limb
from handouts.schema.figure import Arm, Feel, Figure, FrontPerson, Movement, Moving, SidePerson
from handouts.schema.shows import Hold, Position

Whose = Literal["near", "far", "both"]
Lean = Literal["upright", "forward", "far_forward", "folded", "back"]
Stand = Literal[
    "flat",
    "heels_up",
    "out_front",
    "long_step_behind",
    "behind",
    "in_front",
    "slid_back",
    "on_roller",
    "lifted",
]
Bend = Literal["straight", "slight", "bent"]
Felt = Literal["low_calf", "middle_calf", "calf", "thigh"]
Way = Literal[
    "up", "down", "forward", "back", "up_forward", "up_back", "down_forward", "down_back", "to_and_fro"
]

# What looks like a straight knee, a little bent one, and knees bent alike, in degrees.
_STRAIGHT, _SLIGHT, _ALIKE = 9.0, 25.0, 16.0
# A leg that lies on a roller carries nobody, so a knee bent farther still looks only a little bent.
_SLIGHT_LYING = 45.0
# What looks like feet side by side, and like a long step, in percent of body height.
SIDE_BY_SIDE, _LONG_STEP = 6.0, 34.0
HEEL_UP = 10.0
# A patch longer than this share of the shin is on the whole calf; one with its middle beyond this is low.
_WHOLE_CALF, _LOW_CALF = 0.63, 0.45
# The knee of a seated person is bent farther than this where the foot is under the chair.
_SLID_BACK = 100.0
# A knee that is no farther from the wall touches it.
_TOUCHES = 0.6
# A hand at most so far above a worktop is near it.
_NEAR_WORKTOP = 6.0
# The trunk leans less than this many degrees in each case; beyond the last it is folded.
_LEANS: tuple[tuple[float, Lean], ...] = (
    (-10.0, "back"),
    (10.0, "upright"),
    (40.0, "forward"),
    (80.0, "far_forward"),
)
# A hand so far down the thigh lies on the knee.
_ON_KNEE = 0.8
# Counter-clockwise from ahead.
_WAYS: tuple[Way, ...] = (
    *("forward", "up_forward", "up", "up_back"),
    *("back", "down_back", "down", "down_forward"),
)


@dataclass(frozen=True, slots=True)
class Hands:
    """What one hand or both hold or lie on."""

    count: int
    hold: Hold


@dataclass(frozen=True, slots=True)
class LegSaid:
    """Where a leg or both are; `heel_down` is None where the foot does not stand on the floor."""

    whose: Whose
    stand: Stand
    heel_down: bool | None
    knee: Bend
    at_wall: bool = False


@dataclass(frozen=True, slots=True)
class Posture:
    """One person's pose."""

    position: Position
    lean: Lean
    hands: tuple[Hands, ...]
    legs: tuple[LegSaid, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class Arrowed:
    """What an arrow moves, and which way; `presses` is a heel that is on the floor already."""

    moving: Moving
    way: Way
    presses: bool


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """All that can be said of a figure; `start` is the pale pose before the one that counts."""

    view: Literal["side", "front"]
    start: Posture | None
    pose: Posture
    arrows: tuple[Arrowed, ...]
    felt: Felt | None
    keep_off: Literal["knee_hollow"] | None


def said_of(figure: Figure) -> SaidFigure:
    """Return what can be said of a figure; raises ValueError for one that cannot be posed."""
    poses = [posture_of(figure, person) for person in sorted(figure.people, key=lambda one: not one.faded)]
    last = figure.people[-1]
    bones = bones_of(figure, last) if isinstance(last, SidePerson) else None
    arrows = tuple(_arrowed(movement, bones, poses[-1]) for movement in figure.arrows)
    start = poses[0] if len(poses) > 1 else None
    keep_off = last.keep_off if isinstance(last, SidePerson) else None
    return SaidFigure(last.view, start, poses[-1], arrows, felt_of(last.feel), keep_off)


def felt_of(feel: Feel | None) -> Felt | None:
    """Return what part of the leg a patch covers."""
    if feel is None or feel.part == "thigh":
        return None if feel is None else "thigh"
    if feel.end - feel.start > _WHOLE_CALF:
        return "calf"
    return "low_calf" if (feel.start + feel.end) / 2 > _LOW_CALF else "middle_calf"


def posture_of(figure: Figure, person: SidePerson | FrontPerson) -> Posture:
    """Return one person's pose."""
    return _from_side(figure, person) if isinstance(person, SidePerson) else _from_front(figure, person)


def _from_side(figure: Figure, person: SidePerson) -> Posture:
    bones, degrees = bones_of(figure, person), person.trunk.lean_degrees
    pairs = ((person.near_arm, bones.near_arm), (person.far_arm, bones.far_arm))
    holds = [_hold(arm, joints, bones, figure) for arm, joints in pairs if arm and joints]
    position: Position = "sits_on_chair" if _on_chair(person) else "sits_on_floor"
    if person.pelvis.over is not None:
        position = "stands_at_wall" if {"wall", "wall_fingers"} & {*holds} else "stands"
    return Posture(
        position=position,
        lean=next((lean for most, lean in _LEANS if degrees < most), "folded"),
        hands=_together(holds),
        legs=tuple(_legs(figure, person, bones)),
        bare=person.feet == "bare",
    )


def _together(holds: Sequence[Hold]) -> tuple[Hands, ...]:
    """Return hands that do the same as one."""
    return tuple(Hands(holds.count(hold), hold) for hold in dict.fromkeys(holds))


def _hold(arm: Arm, joints: ArmJoints, bones: Skeleton, figure: Figure) -> Hold:
    on = arm.hand_on
    if on is None and figure.things.towel:
        return "towel"
    if on is None:
        return "shins" if joints.wrist.imag < bones.near_leg.knee.imag else "sides"
    if on.surface in ("near_thigh", "far_thigh"):
        return "knee" if on.at > _ON_KNEE else "thigh"
    if on.touch == "fingers":
        return "wall_fingers"
    holds: dict[str, Hold] = {"wall": "wall", "floor": "floor"}
    return holds.get(on.surface, "lower_leg")


def _legs(figure: Figure, person: SidePerson, bones: Skeleton) -> Iterator[LegSaid]:
    """Yield both legs as one where they look alike, else the near leg and then the far one."""
    hip, leg, near, far = bones.hip, person.near_leg, bones.near_leg, bones.far_leg
    wall = wall_of(figure)
    on_floor = person.pelvis.over is None and not _on_chair(person)
    on_roller = leg.calf_on_roller is not None
    if far is None or (not on_roller and _alike(near, far, hip)):
        up = leg.heel_up_degrees >= HEEL_UP
        both: Stand = "out_front" if on_floor else "heels_up" if up else "flat"
        yield LegSaid("both", both, None, _bend(near, hip))
        return
    ahead = near.ankle.real - far.ankle.real
    stand = _stand(ahead, chair=_on_chair(person), knee=knee_degrees(near, hip))
    if on_floor:
        stand = "on_roller" if on_roller else "out_front"
    heel = None if on_floor else near.heel_up < HEEL_UP
    bend = _bend(near, hip, slight=_SLIGHT_LYING if stand == "on_roller" else _SLIGHT)
    knee = max(point.real for point in leg_limb(hip, near, shod=True).outline)
    yield LegSaid("near", stand, heel, bend, wall is not None and abs(knee - wall) < _TOUCHES)
    other: Stand = "flat" if on_floor else "behind" if ahead > 0 else "in_front"
    yield LegSaid("far", other, far.heel_up < HEEL_UP, _bend(far, hip))


def _on_chair(person: SidePerson) -> bool:
    return person.pelvis.sits_on is not None and person.pelvis.sits_on[1] > 0


def _alike(near: LegJoints, far: LegJoints, hip: complex) -> bool:
    apart = abs(near.ankle - far.ankle)
    return apart < SIDE_BY_SIDE and abs(knee_degrees(near, hip) - knee_degrees(far, hip)) < _ALIKE


def _stand(ahead: float, *, chair: bool, knee: float) -> Stand:
    """Return where the near foot is when it is so far ahead of the other one, and its knee bent so far."""
    if ahead > 0:
        return "in_front"
    if chair:
        return "slid_back" if knee > _SLID_BACK else "flat"
    return "long_step_behind" if -ahead > _LONG_STEP else "behind"


def knee_degrees(leg: LegJoints, hip: complex) -> float:
    """Return how far a knee is bent."""
    return -degrees_of((leg.ankle - leg.knee) / (leg.knee - hip))


def _bend(leg: LegJoints, hip: complex, *, slight: float = _SLIGHT) -> Bend:
    degrees = knee_degrees(leg, hip)
    return "straight" if degrees < _STRAIGHT else "slight" if degrees < slight else "bent"


def _from_front(figure: Figure, person: FrontPerson) -> Posture:
    """Return the pose of a person whose right leg is the near one: figures are drawn for the right side."""
    lifted = {"near": person.right_leg, "far": person.left_leg}
    up: list[Whose] = [whose for whose, leg in lifted.items() if leg.hip_bend_degrees]  # type: ignore[misc]
    position: Position = "stands"
    if up:
        position = "stands_on_near_leg" if up == ["far"] else "stands_on_far_leg"
    worktop = figure.things.worktop
    holds: list[Hold] = []
    for arm, tip in zip((person.right_arm, person.left_arm), fingertips(person, worktop), strict=True):
        if arm.on_worktop_at is not None:
            holds.append("worktop")
        elif worktop and tip.real > worktop.edge and 0 <= tip.imag - worktop.height < _NEAR_WORKTOP:
            holds.append("near_worktop")
    return Posture(
        position=position,
        lean="upright",
        hands=_together(holds),
        legs=tuple(LegSaid(whose, "lifted", None, "bent") for whose in up),
        bare=False,
    )


def _arrowed(movement: Movement, bones: Skeleton | None, pose: Posture) -> Arrowed:
    line = arrow_line(movement, bones)
    # The nearest of eight directions; a person looks to the right.
    way = _WAYS[round(degrees_of(line[-1] - line[0]) / 45) % 8]
    if movement.both_ways:
        way = "to_and_fro"
    standing = any(leg.heel_down or leg.stand == "flat" for leg in pose.legs if leg.whose != "far")
    return Arrowed(movement.moves, way, movement.moves == "heel" and way == "down" and standing)
