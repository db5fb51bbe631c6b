"""What can be said of the legs of a person: from the side read off the solved joints, or lying on a side."""

from collections.abc import Iterator

from handouts.drawing.body import LegJoints, Skeleton
from handouts.drawing.curves import degrees_of
from handouts.drawing.pose import wall_of
from handouts.drawing.said import Bend, Foot, LegSaid, Stand, Whose
from handouts.drawing.side_leg import leg_limb
from handouts.schema.figure import Figure, Position
from handouts.schema.people import FrontLeg, FrontPerson, Leg, SidePerson
from handouts.schema.things import Things

# What looks like a straight knee, a little bent one, and knees bent alike, in degrees.
_STRAIGHT, _SLIGHT, _ALIKE = 9.0, 25.0, 16.0
# A leg that rests on something carries nobody, so a knee bent farther still looks only a little bent.
_SLIGHT_LYING = 45.0
# What looks like feet side by side, and like a long step, in percent of body height.
SIDE_BY_SIDE, _LONG_STEP = 6.0, 34.0
# A leg of one who lies is drawn up where its knee is bent farther, in degrees.
_DRAWN_UP = 60.0
# A heel so far up or down, and toes so far up, are seen to be, in degrees.
HEEL_UP, HEEL_BELOW = 10.0, -5.0
# The knee of a seated person is bent farther than this where the foot is under the chair.
_SLID_BACK = 100.0
# A knee that is no farther from the wall touches it; a foot no farther above a ball is on it.
_TOUCHES = 0.6
# The reach of a foot from its ankle, behind and in front.
_FOOT = -4.0, 12.0
# A foot by itself, and two alike, by their tilt.
_ALONE: dict[Foot, Stand] = {
    "heel_down": "flat",
    "heel_up": "heel_high",
    "toes_up": "toes_up",
    "heel_below": "heel_below",
}
_BOTH: dict[Foot, Stand] = _ALONE | {"heel_up": "heels_up", "heel_below": "heels_below"}


def legs_of(figure: Figure, person: SidePerson, bones: Skeleton, position: Position) -> Iterator[LegSaid]:
    """Yield both legs as one where they look alike, else the near leg and then the far one."""
    hip, near, far = bones.hip, bones.near_leg, bones.far_leg
    own = _apart(figure.things, person.near_leg, near, position, near=True)
    foot = _foot(person.near_leg, figure.things)
    if person.far_leg is None or far is None:
        yield LegSaid("both", own or _BOTH[foot], None, _bend(near, hip, own))
        return
    other = _apart(figure.things, person.far_leg, far, position, near=False)
    other_foot = _foot(person.far_leg, figure.things)
    if own == other and foot == other_foot and _alike(near, far, hip):
        yield LegSaid("both", own or _BOTH[foot], None, _bend(near, hip, own))
        return
    ahead = near.ankle.real - far.ankle.real
    places = own or _ALONE[foot], other or _ALONE[other_foot]
    if own is None and other is None:
        chair = position.startswith("sits")
        places = (
            _where(ahead, chair=chair, knee=knee_degrees(near, hip)),
            "behind" if ahead > 0 else "in_front",
        )
    wall = wall_of(figure)
    knee = max(point.real for point in leg_limb(hip, near, shod=True).outline)
    touches = wall is not None and abs(knee - wall) < _TOUCHES
    # How a foot stands is told where its place does not tell it.
    yield LegSaid("near", places[0], _told(places[0], foot), _bend(near, hip, own), touches)
    yield LegSaid("far", places[1], _told(places[1], other_foot), _bend(far, hip, other))


def knee_degrees(leg: LegJoints, hip: complex) -> float:
    """Return how far a knee is bent."""
    return -degrees_of((leg.ankle - leg.knee) / (leg.knee - hip))


def _apart(things: Things, leg: Leg, joints: LegJoints, position: Position, *, near: bool) -> Stand | None:
    """Return where a leg is that does not just stand on its foot."""
    at = joints.ankle.real
    if leg.calf_on is not None:
        rests: dict[str, Stand] = {"roller": "on_roller", "ball": "on_ball"}
        return rests.get(leg.calf_on.thing, "on_other_knee")
    if leg.knee_at is not None:
        return "kneels"
    if things.rolled_towel is not None and near:
        return "over_roll"
    if leg.foot_at is None:
        return _in_air(things, leg, at, position)
    ball = things.ball
    if ball is None or ball.at is None or not at + _FOOT[0] < ball.at < at + _FOOT[1]:
        return None
    touches = abs(leg.foot_at[1] - 2 * ball.radius) < _TOUCHES
    return ("foot_on_bottle" if ball.bottle else "foot_on_ball") if touches else None


def _in_air(things: Things, leg: Leg, at: float, position: Position) -> Stand:
    """Return where a leg is whose foot is on no ground, its ankle over an x."""
    if any(one.left <= at <= one.right for one in things.pillows):
        return "on_pillow"
    if things.stool is not None and things.stool.left <= at <= things.stool.right:
        return "on_stool"
    if position.startswith("lies"):
        return "drawn_up" if leg.knee_bend_degrees > _DRAWN_UP else "out_straight"
    return "out_front" if position == "sits_on_floor" else "lifted"


def _foot(leg: Leg, things: Things) -> Foot:
    """Return how a foot is tilted."""
    if leg.heel_up_degrees >= HEEL_UP:
        return "heel_up"
    if leg.heel_up_degrees > HEEL_BELOW:
        return "heel_down"
    return "toes_up" if leg.stands_on == "heel" or things.step is None else "heel_below"


def _told(place: Stand, foot: Foot) -> Foot | None:
    return foot if place in ("long_step_behind", "behind", "in_front", "slid_back") else None


def _alike(near: LegJoints, far: LegJoints, hip: complex) -> bool:
    apart = abs(near.ankle - far.ankle)
    return apart < SIDE_BY_SIDE and abs(knee_degrees(near, hip) - knee_degrees(far, hip)) < _ALIKE


def _where(ahead: float, *, chair: bool, knee: float) -> Stand:
    """Return where the near foot is when it is so far ahead of the other one, and its knee bent so far."""
    if ahead > 0:
        return "in_front"
    if chair:
        return "slid_back" if knee > _SLID_BACK else "flat"
    return "long_step_behind" if -ahead > _LONG_STEP else "behind"


def _bend(leg: LegJoints, hip: complex, place: Stand | None) -> Bend | None:
    """Return how far a knee looks bent; one that kneels is bent in any case."""
    if place == "kneels" or place == "drawn_up":
        return None
    slight = _SLIGHT_LYING if place in ("on_roller", "on_ball", "over_roll") else _SLIGHT
    degrees = knee_degrees(leg, hip)
    return "straight" if degrees < _STRAIGHT else "slight" if degrees < slight else "bent"


def lying_legs(person: FrontPerson) -> tuple[LegSaid, LegSaid]:
    """Return both legs of a person who lies on a side, the upper one first."""
    return _lying_leg("near", person.right_leg), _lying_leg("far", person.left_leg)


def _lying_leg(whose: Whose, leg: FrontLeg) -> LegSaid:
    if leg.hip_bend_degrees:
        return LegSaid(whose, "opened" if leg.aside_degrees else "drawn_up", None, None)
    return LegSaid(whose, "raised" if leg.aside_degrees else "out_straight", None, None)
