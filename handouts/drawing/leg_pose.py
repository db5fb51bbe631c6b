"""The joints of a leg: solved from what its foot stands on, its knee kneels on or its calf rests on."""

import math

from handouts.drawing import body
from handouts.drawing.body import Build, LegJoints
from handouts.drawing.curves import turn
from handouts.drawing.limb import bent_joint, bone_sides
from handouts.drawing.side_leg import foot_outline
from handouts.schema.people import CalfOn, Leg
from handouts.schema.things import ROLLER_RADIUS, Things

# The heel of a level foot, from the ankle: bare, and in a shoe.
_HEEL, _SHOE_HEEL = -3.9 - 4.5j, -4.0 - 5.4j
# The front of the ankle of a foot that lies on its back.
_ANKLE = 2.4
# Between these angles of the shin, counter-clockwise from ahead, a calf is looked for on the other knee.
_LOWEST_SHIN, _HIGHEST_SHIN = -70, 60


def place_leg(
    leg: Leg, hip: complex, build: Build, *, things: Things, other: LegJoints | None, shod: bool
) -> tuple[LegJoints, complex | None]:
    """Return the joints of a leg, and the middle of the roller or ball that its calf rests on.

    Raises ValueError for a calf on what is not there.
    """
    if leg.calf_on is not None:
        return _rested(leg, leg.calf_on, hip, build, things=things, other=other)
    if leg.knee_at is not None:
        return kneeling(leg, build, shod=shod), None
    if leg.thigh_degrees is not None:
        thigh = turn(leg.thigh_degrees - 90)
        knee = hip + body.THIGH * thigh
        ankle = knee + body.SHIN * thigh * turn(-leg.knee_bend_degrees)
        return LegJoints(build, knee, ankle, leg.heel_up_degrees), None
    knee, ankle = bent_joint(hip, ankle_of(leg, shod=shod), upper=body.THIGH, lower=body.SHIN, side=1)
    resting = leg.heel_up_degrees if leg.foot_at is not None and leg.stands_on == "ball" else 0.0
    return LegJoints(build, knee, ankle, leg.heel_up_degrees, resting), None


def ankle_of(leg: Leg, *, shod: bool) -> complex:
    """Return where the ankle should be of a leg whose foot or ankle has a place."""
    if leg.ankle_at is not None:
        return complex(*leg.ankle_at)
    assert leg.foot_at is not None
    flat = complex(*leg.foot_at) + 1j * (body.ANKLE_HEIGHT + (body.SHOE_SOLE if shod else 0))
    still = body.BALL
    if leg.stands_on == "heel":
        still = _SHOE_HEEL if shod else _HEEL
    # The ball or the heel stays where it is when the foot is tilted.
    return flat + still - still * turn(-leg.heel_up_degrees)


def kneeling(leg: Leg, build: Build, *, shod: bool) -> LegJoints:
    """Return the joints of a leg that kneels; its ankle is as high as its foot on the ground needs."""
    assert leg.knee_at is not None
    knee = complex(*leg.knee_at) + 1j * _knee(build)
    height = _ANKLE
    # The skin of the ankle goes with the shin, so that a few rounds are needed.
    for _ in range(4):
        up = leg.knee_at[1] + height - knee.imag
        ankle = knee + complex(-math.sqrt(body.SHIN**2 - up * up), up)
        joints = LegJoints(build, knee, ankle, leg.heel_up_degrees)
        height -= min(point.imag for point in foot_outline(joints, shod=shod)) - leg.knee_at[1]
    return joints


def _knee(build: Build) -> float:
    """Return how far the front of a knee is from its joint."""
    return body.half_widths(build.side_shin, 0)[0]


def _rested(
    leg: Leg, rest: CalfOn, hip: complex, build: Build, *, things: Things, other: LegJoints | None
) -> tuple[LegJoints, complex | None]:
    """Return a leg whose calf rests on the other knee, a roller or a ball, and the middle of the latter."""
    if rest.thing == "other_knee":
        if other is None:
            raise ValueError("a calf on the other knee needs `far_leg`")
        knee, way = _on_knee(rest.at, hip, other)
        return LegJoints(build, knee, knee + body.SHIN * way, leg.heel_up_degrees), None
    if rest.thing == "roller":
        if not things.roller:
            raise ValueError("a calf on the roller needs `things: {roller: true}`")
        return _on_round(leg, rest.at, hip, build, radius=ROLLER_RADIUS, base=0)
    if things.ball is None:
        raise ValueError("a calf on the ball needs `things: {ball: …}`")
    return _on_round(leg, rest.at, hip, build, radius=things.ball.radius, base=things.ball.on_book)


def _on_round(
    leg: Leg, share: float, hip: complex, build: Build, *, radius: float, base: float
) -> tuple[LegJoints, complex]:
    """Return a leg swung about the hip until its calf just touches a roller or a ball, and its middle."""
    low, high = -25.0, 25.0 + leg.knee_bend_degrees / 2
    for _ in range(24):
        swing = (low + high) / 2
        knee = hip + body.THIGH * turn(swing)
        ankle = knee + body.SHIN * turn(swing - leg.knee_bend_degrees)
        calf = bone_sides(knee, ankle, widths=build.side_shin, last=0.95)[1]
        touch = calf[round(share / 0.95 * (len(calf) - 1))]
        middle = complex(touch.real, base + radius)
        gap = min(abs(point - middle) for point in calf) - radius
        low, high = (low, swing) if gap > 0 and touch.imag > middle.imag else (swing, high)
    return LegJoints(build, knee, ankle, leg.heel_up_degrees), middle


def _on_knee(share: float, hip: complex, other: LegJoints) -> tuple[complex, complex]:
    """Return the knee and the direction of a shin whose calf lies on the other knee at a share of it.

    Raises ValueError where the thigh is too long or too short for that.
    """
    away = _knee(other.build) + body.half_widths(other.build.side_shin, share)[1]

    def knee_at(degrees: float) -> complex:
        way = turn(degrees)
        return other.knee + away * 1j * way - share * body.SHIN * way

    def too_far(degrees: float) -> float:
        return abs(knee_at(degrees) - hip) - body.THIGH

    angles = range(_HIGHEST_SHIN, _LOWEST_SHIN, -5)
    high = next((a for a in angles if too_far(a) * too_far(a - 5) <= 0), None)
    if high is None:
        raise ValueError("the calf does not reach the other knee at this share of it")
    low = high - 5.0
    top = float(high)
    for _ in range(24):
        middle = (low + top) / 2
        low, top = (low, middle) if too_far(low) * too_far(middle) <= 0 else (middle, top)
    return knee_at(low), turn(low)
