"""A figure's numbers become what can be said of its poses, in the terms of no language.

Everything is read off the solved joints, so that what is heard changes with what is drawn.
"""

from collections.abc import Sequence
from typing import Literal

from handouts.drawing import body
from handouts.drawing.body import ArmJoints, Skeleton
from handouts.drawing.curves import between, degrees_of
from handouts.drawing.front_posture import posture_in_front, seat_of
from handouts.drawing.front_view import own_right
from handouts.drawing.legs_said import legs_of
from handouts.drawing.pose import arrow_line, bones_of
from handouts.drawing.said import (
    Arrowed,
    Felt,
    Ground,
    HeadSaid,
    Lean,
    Posture,
    SaidFigure,
    Way,
)
from handouts.schema.arms import Arm
from handouts.schema.figure import Figure, Hold, Movement, Position
from handouts.schema.people import Feel, FrontPerson, Head, Person, SidePerson
from handouts.schema.things import Things

# A patch longer than this share of the shin is on the whole calf; one with its middle beyond this is low.
_WHOLE_CALF, _LOW_CALF = 0.63, 0.45
# The trunk leans less than this many degrees in each case; beyond the last it is folded.
_LEANS: tuple[tuple[float, Lean], ...] = (
    (-10.0, "back"),
    (10.0, "upright"),
    (40.0, "forward"),
    (80.0, "far_forward"),
)
# Who kneels and leans farther forward than this is on hands and knees.
_ON_HANDS = 50.0
# Shoulders and hips so near in height are those of a level trunk.
_LEVEL = 20.0
# A head that nods by fewer degrees only looks at what the hands do.
_NODS = 12.0
# From the wrist to the middle of the hand, and how near a hand is to what it lies on.
_MIDDLE_OF_HAND, _TOUCHES = 4.0, 6.0
# A wrist so near to the joint of the head has its hand on it.
_AT_HEAD = 11.0
# A hand so far down the thigh lies on the knee; one at most so far down the shin is below it.
_ON_KNEE, _BELOW_KNEE = 0.8, 0.3
# Seen from the front, a way that rises by more than this share of its width goes up.
_MOSTLY_UP = 0.6
_OF_ONE = {"arm": 1, "hand": 1, "leg": 1, "knee": 1, "foot": 1, "other_arm": -1, "other_foot": -1}
# Counter-clockwise from ahead.
_WAYS: tuple[Way, ...] = (
    *("forward", "up_forward", "up", "up_back"),
    *("back", "down_back", "down", "down_forward"),
)


def said_of(figure: Figure) -> SaidFigure:
    """Return what can be said of a figure; raises ValueError for one that cannot be posed."""
    poses, last = [posture_of(figure, person) for person in figure.people], figure.people[-1]
    bones = bones_of(figure, last) if isinstance(last, SidePerson) else None
    arrows = tuple(_arrowed(movement, bones, poses[-1], last) for movement in figure.arrows)
    keep_off = last.keep_off if isinstance(last, SidePerson) else None
    ways = not figure.people[0].faded
    return SaidFigure(_view(last), tuple(poses[:-1]), poses[-1], arrows, felt_of(last.feel), keep_off, ways)


def _view(person: SidePerson | FrontPerson) -> Literal["side", "front", "behind", "above"]:
    """Return where a person is seen from."""
    if isinstance(person, SidePerson):
        return "side"
    return "behind" if person.from_behind else "above" if person.from_above else "front"


def felt_of(feel: Feel | None) -> Felt | None:
    """Return what part of the leg a patch covers."""
    if feel is None or feel.part != "calf":
        return None if feel is None else feel.part
    if feel.end - feel.start > _WHOLE_CALF:
        return "calf"
    return "low_calf" if (feel.start + feel.end) / 2 > _LOW_CALF else "middle_calf"


def posture_of(figure: Figure, person: SidePerson | FrontPerson) -> Posture:
    """Return one person's pose."""
    return _from_side(figure, person) if isinstance(person, SidePerson) else posture_in_front(figure, person)


def _from_side(figure: Figure, person: SidePerson) -> Posture:
    bones, degrees = bones_of(figure, person), person.trunk.lean_degrees
    pairs = ((person.near_arm, bones.near_arm), (person.far_arm, bones.far_arm))
    holds = [_hold(arm, joints, bones, figure) for arm, joints in pairs if arm and joints]
    if person.far_arm is None and holds == ["sides"]:
        # The far arm is hidden behind the near one, and hangs as it does.
        holds *= 2
    position = _position(figure, person, bones, holds)
    prone = position.startswith(("lies", "on_hand"))
    head = bones.joint("head").real
    return Posture(
        position=position,
        ground=_ground(figure, position, bones),
        lean=None if prone else next((lean for most, lean in _LEANS if degrees < most), "folded"),
        hands=tuple(holds),
        legs=tuple(legs_of(figure, person, bones, position)),
        bare=person.feet == "bare",
        head_on_pillow=prone and any(one.left <= head <= one.right for one in figure.things.pillows),
        head=None if prone else _side_head(person.head),
    )


def _position(figure: Figure, person: SidePerson, bones: Skeleton, holds: Sequence[Hold]) -> Position:
    """Return how a person stands, sits, kneels or lies."""
    near, far, pelvis = person.near_leg, person.far_leg, person.pelvis
    if pelvis.lies_on is not None:
        if person.trunk.lean_degrees > 0:
            return "lies_on_front"
        return "lies_hips_lifted" if pelvis.lifted else "lies_on_back"
    kneels = near.knee_at is not None, far is None or far.knee_at is not None
    if near.knee_at is not None and all(kneels):
        return "on_hands_and_knees" if person.trunk.lean_degrees > _ON_HANDS else "kneels"
    if any(kneels) and person.trunk.lean_degrees > _ON_HANDS and "floor" in holds:
        return "on_hand_and_knee"
    if far is not None and any(kneels):
        return "half_kneels_near" if kneels[0] else "half_kneels_far"
    if pelvis.over is None:
        return seat_of(figure, bones.hip.imag - body.SEAT)
    return _standing(figure, person, holds)


def _standing(figure: Figure, person: SidePerson, holds: Sequence[Hold]) -> Position:
    things, far = figure.things, person.far_leg
    if any(movement.moves == "body" for movement in figure.arrows):
        return "walks"
    if things.wall is not None and things.wall.at_back:
        return "stands_back_to_wall"
    if {"wall", "wall_fingers"} & {*holds}:
        return "stands_at_wall"
    if things.step is not None:
        return "stands_on_step"
    if far is not None and far.foot_at is None:
        return "stands_on_near_leg"
    return "stands_on_far_leg" if person.near_leg.foot_at is None else "stands"


def _ground(figure: Figure, position: Position, bones: Skeleton) -> Ground:
    """Return what feet, knees or back are on."""
    bed = figure.things.bed
    low = min(leg.ankle.imag for leg in (bones.near_leg, bones.far_leg) if leg is not None)
    if bed is not None and low > bed.height:
        return "bed"
    return "step" if figure.things.step is not None and position.startswith("stands") else "floor"


def _held(arm: Arm, things: Things) -> Hold | None:
    """Return what a free hand holds."""
    if things.towel:
        return "towel"
    if arm.grip != "fist":
        return None
    return "band" if things.band else "weight" if things.weights or things.weight_end_on else None


def _hold(arm: Arm, joints: ArmJoints, bones: Skeleton, figure: Figure) -> Hold:
    """Return what a hand lies on or holds, or where a free one is."""
    on = arm.hand_on
    if on is None:
        return _held(arm, figure.things) or _free(arm, joints, bones, figure.things)
    if on.surface == "near_thigh" or on.surface == "far_thigh":
        return "knee" if on.at > _ON_KNEE else "thigh"
    if on.surface == "near_shin" or on.surface == "near_shin_inside":
        return "lower_leg" if on.at > _BELOW_KNEE else "below_knee"
    fingers: dict[str, Hold] = {
        "wall": "wall_fingers",
        "worktop": "worktop_fingers",
        "table": "table_fingers",
    }
    return fingers[on.surface] if on.touch == "fingers" else on.surface


def _free(arm: Arm, joints: ArmJoints, bones: Skeleton, things: Things) -> Hold:
    """Return where a hand is that neither lies on something nor holds it."""
    if arm.forearm_on_table:
        return "forearm_on_table"
    if arm.forearm_seen < 1:
        return "across_chest"
    if abs(joints.wrist - bones.joint("head")) < _AT_HEAD:
        return "head"
    if things.table is not None and bones.shoulder.real - bones.hip.real > _LEVEL:
        return "hangs"
    is_level = abs(bones.shoulder.imag - bones.hip.imag) < _LEVEL
    return _of_level(joints, bones) if is_level else _of_upright(arm, joints, bones)


def _of_level(joints: ArmJoints, bones: Skeleton) -> Hold:
    """Return where a free hand is of one whose trunk is level."""
    if joints.wrist.imag - bones.shoulder.imag > _LEVEL:
        return "raised"
    if joints.wrist.real > bones.joint("head").real:
        return "ahead"
    # Of one who lies, hands beside the body are lower than the knees, too.
    above = bones.hip.imag > bones.near_leg.knee.imag
    return "shins" if above and joints.wrist.imag < bones.near_leg.knee.imag else "sides"


def _of_upright(arm: Arm, joints: ArmJoints, bones: Skeleton) -> Hold:
    """Return where a free hand is of one who stands or sits, however far forward they lean."""
    on_arm = _on_other_arm(joints, bones)
    if on_arm is not None:
        return on_arm
    if arm.hand_degrees is not None and abs(joints.wrist.imag - bones.shoulder.imag) < _LEVEL / 2:
        return "ahead_hand_down"
    return "shins" if bones.hip.imag > bones.near_leg.knee.imag > joints.wrist.imag else "sides"


def _on_other_arm(joints: ArmJoints, bones: Skeleton) -> Hold | None:
    """Return whether the far hand lies on the near one, or on that forearm, where it is level."""
    near = bones.near_arm
    if near is None or near is joints or abs(near.wrist.imag - near.elbow.imag) > _LEVEL / 4:
        return None
    hand = joints.wrist + joints.along * _MIDDLE_OF_HAND
    if abs(hand - (near.wrist + near.along * _MIDDLE_OF_HAND)) < _TOUCHES:
        return "on_other_hand"
    return "on_forearm" if abs(hand - between(near.elbow, near.wrist, 0.4)) < _TOUCHES else None


def _side_head(head: Head) -> HeadSaid | None:
    if head.ahead:
        return "ahead" if head.ahead > 0 else "back"
    if abs(head.nod_degrees) < _NODS:
        return None
    return "nods" if head.nod_degrees > 0 else "up"


def _arrowed(movement: Movement, bones: Skeleton | None, pose: Posture, last: Person) -> Arrowed:
    line = arrow_line(movement, bones)
    moved = line[-1] - line[0]
    if isinstance(last, SidePerson):
        # The nearest of eight directions; a person looks to the right.
        way = _WAYS[round(degrees_of(moved) / 45) % 8]
    elif abs(moved.imag) >= abs(moved.real) * _MOSTLY_UP:
        way = "up" if moved.imag > 0 else "down"
    else:
        # What is of one side is told from that side; of what is of both, each from where it is.
        side = _OF_ONE.get(movement.moves, 0) * own_right(last) or line[-1].real
        way = "out" if side * moved.real > 0 else "in"
    if movement.both_ways:
        way = "to_and_fro"
    own = (leg for leg in pose.legs if leg.whose != "far")
    standing = any(leg.foot == "heel_down" or leg.stand == "flat" for leg in own)
    return Arrowed(movement.moves, way, movement.moves == "heel" and way == "down" and standing)
