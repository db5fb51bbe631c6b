"""A pose becomes joints.

Everything that touches something is solved here and never given by eye: hips on a seat, a planted foot, a
knee on the floor, a hand on the wall or a leg, a calf on a roller.
"""

import math
from collections.abc import Iterator

from handouts.drawing import body
from handouts.drawing.arm_pose import place_arm, wrist_on_wall
from handouts.drawing.body import Build, LegJoints, Skeleton, on_spine
from handouts.drawing.curves import Line, bezier, turn, unit
from handouts.drawing.leg_pose import ankle_of, kneeling, place_leg
from handouts.drawing.side_leg import leg_limb
from handouts.schema.figure import Figure, Movement
from handouts.schema.people import SidePerson

# A hand or foot this far from where it should be is out of reach.
_SLACK = 1.0
# The shirt is thicker than the back.
_SHIRT = 0.3


def bones_of(figure: Figure, person: SidePerson) -> Skeleton:
    """Return the joints of a person among the things of their figure."""
    wall, spine, build = wall_of(figure), _spine(person), _build_of(person)
    near, far, round_at = _legs(figure, person, spine[0])
    bones = Skeleton(
        build=build,
        spine=spine,
        near_leg=near,
        far_leg=far,
        near_arm=None,
        far_arm=None,
        shod=person.feet == "shoes",
        round_at=round_at,
        out_of_reach=(),
    )
    arms = [place_arm(arm, bones, figure.things, wall) for arm in (person.near_arm, person.far_arm)]
    too_far = tuple(_too_far(person, bones, missed=[miss for _, miss in arms]))
    return bones._replace(near_arm=arms[0][0], far_arm=arms[1][0], out_of_reach=too_far)


def _legs(
    figure: Figure, person: SidePerson, hip: complex
) -> tuple[LegJoints, LegJoints | None, complex | None]:
    """Return the near leg, the far one, and the middle of the roller or ball that one of them rests on."""
    things, build, shod = figure.things, _build_of(person), person.feet == "shoes"
    far, far_round = None, None
    # The far leg first: the near one may rest on it.
    if person.far_leg is not None:
        far, far_round = place_leg(person.far_leg, hip, build, things=things, other=None, shod=shod)
    near, near_round = place_leg(person.near_leg, hip, build, things=things, other=far, shod=shod)
    return near, far, near_round or far_round


def wall_of(figure: Figure) -> float | None:
    """Return the x at which the wall begins, if there is one: as told, or where the last person reaches it.

    That is where the near knee or the back touches it, or the near hand with an elbow bent as told. Raises
    ValueError for a body that is not seen from the side, or without a hand on the wall.
    """
    wall = figure.things.wall
    if wall is None:
        return None
    if wall.at is not None or wall.beside is not None:
        return wall.beside if wall.at is None else wall.at
    person = figure.people[-1]
    if not isinstance(person, SidePerson):
        raise ValueError("a wall that is placed by a body needs a person seen from the side")
    if wall.at_back:
        ball = figure.things.ball
        between = 0.0 if ball is None or ball.on_wall is None else 1.7 * ball.radius
        return _back_of(person) - between
    if wall.elbow_bend_degrees is None:
        hip = _hip_of(person)
        near, _, _ = _legs(figure, person, hip)
        return max(point.real for point in leg_limb(hip, near, shod=True).outline)
    arm = person.near_arm
    if arm is None or arm.hand_on is None:
        raise ValueError("a wall that is placed by the elbow needs `near_arm: {hand_on: {surface: wall, …}}`")
    shoulder = on_spine(_spine(person), body.SHOULDER)[0]
    reach = abs(body.UPPER_ARM + body.FOREARM * turn(wall.elbow_bend_degrees))
    # The wrist of a hand on a wall at x = 0.
    wrist = wrist_on_wall(0, arm.hand_on)
    rise = wrist.imag - shoulder.imag
    return shoulder.real + math.sqrt(reach * reach - rise * rise) - wrist.real


def _build_of(person: SidePerson) -> Build:
    return body.BUILDS[person.look.build]


def _back_of(person: SidePerson) -> float:
    """Return the x of what is farthest back of a trunk."""
    spine, sides = _spine(person), body.sampled(_build_of(person).side_trunk, 0, 1, 24)
    return min(
        (at + 1j * up * (back + _SHIRT)).real for s, _, back in sides for at, up in [on_spine(spine, s)]
    )


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
    """Return the hip joint: on a seat, lying, at a place, or up from a planted foot or knee."""
    pelvis, shod = person.pelvis, person.feet == "shoes"
    if pelvis.sits_on is not None:
        return complex(*pelvis.sits_on) + 1j * _build_of(person).seat
    if pelvis.lies_on is not None:
        build, on_front = _build_of(person), person.trunk.lean_degrees > 0
        high = body.ON_FRONT if on_front else body.ON_BACK
        # Lifted hips touch nothing.
        high *= 1 if pelvis.lifted else build.back
        return complex(*pelvis.lies_on) + 1j * (high + pelvis.lifted)
    if pelvis.at is not None:
        return complex(*pelvis.at)
    leg = person.near_leg if pelvis.over == "near_leg" else person.far_leg
    if leg is None or (leg.foot_at is None and leg.knee_at is None):
        raise ValueError(f"a pelvis over `{pelvis.over}` needs that leg to have `foot_at` or `knee_at`")
    bend = turn(pelvis.knee_bend_degrees)
    if leg.knee_at is not None:
        return kneeling(leg, _build_of(person), shod=shod).knee + body.THIGH * bend
    shin = turn(90 - pelvis.shin_lean_degrees)
    return ankle_of(leg, shod=shod) + shin * (body.SHIN + body.THIGH * bend)


def _too_far(person: SidePerson, bones: Skeleton, *, missed: list[float]) -> Iterator[str]:
    """Yield what a hand or a foot cannot reach, with how far it misses."""
    legs = (("near_leg", person.near_leg, bones.near_leg), ("far_leg", person.far_leg, bones.far_leg))
    for name, leg, joints in legs:
        if leg is None or joints is None:
            continue
        if leg.foot_at is not None or leg.ankle_at is not None:
            miss = abs(joints.ankle - ankle_of(leg, shod=bones.shod))
        elif leg.knee_at is not None:
            miss = abs(abs(joints.knee - bones.hip) - body.THIGH)
        else:
            continue
        if miss > _SLACK:
            what = "knee" if leg.knee_at is not None else "foot"
            yield f"the {what} of `{name}` is out of reach by {miss:.1f}"
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
