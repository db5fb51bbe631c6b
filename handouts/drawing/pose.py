"""A pose becomes joints.

Everything that touches something is solved here and never given by eye: a planted foot, a hand on
the wall, the floor or a leg, a calf on a roller.
"""

import math
from collections.abc import Iterator

from handouts.drawing import proportions as body
from handouts.drawing.contacts import (
    Surroundings,
    ankle_of,
    hip_of,
    leg_on_roller,
    place_arm,
    place_leg,
    wrist_on_wall,
)
from handouts.drawing.curves import Line, bezier, turn, unit
from handouts.drawing.side_leg import leg_limb
from handouts.drawing.skeleton import LegJoints, Skeleton, on_spine
from handouts.schema.figure import Figure, Leg, Movement, SidePerson

# A hand or foot this far from where it should be is out of reach.
_SLACK = 1.0


def solve(person: SidePerson, *, wall: float | None = None, roller_radius: float = 0) -> Skeleton:
    """Return the joints of a person; `wall` is the x of the wall, if hands may touch one."""
    spine = _spine(person)
    legs: dict[str, LegJoints | None] = {}
    roller_at = None
    for name in ("near_leg", "far_leg"):
        leg: Leg | None = getattr(person, name)
        legs[name] = None if leg is None else place_leg(leg, spine[0], shod=person.feet == "shoes")
        if leg is not None and leg.calf_on_roller is not None:
            legs[name], roller_at = leg_on_roller(leg, spine[0], radius=roller_radius)
    shoulder = on_spine(spine, body.SHOULDER)[0]
    near, far = legs["near_leg"], legs["far_leg"]
    assert near is not None
    around = Surroundings(spine[0], near, far, wall)
    near_arm, far_arm = (place_arm(arm, shoulder, around) for arm in (person.near_arm, person.far_arm))
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


def bones_of(figure: Figure, person: SidePerson) -> Skeleton:
    """Return the joints of a person among the things of their figure."""
    roller = figure.things.roller
    return solve(person, wall=wall_of(figure), roller_radius=roller.radius if roller else 0)


def wall_of(figure: Figure) -> float | None:
    """Return where the wall begins, if there is one: as told, or where the last person reaches it.

    Raises ValueError for a wall placed by a body that is not seen from the side.
    """
    wall = figure.things.wall
    if wall is None or wall.at is not None:
        return None if wall is None else wall.at
    person = figure.people[-1]
    if not isinstance(person, SidePerson):
        raise ValueError("a wall that is placed by a body needs a person seen from the side")
    if wall.elbow_bend_degrees is None:
        return wall_at_knee(person)
    return wall_at_reach(person, elbow_bend_degrees=wall.elbow_bend_degrees)


def wall_at_knee(person: SidePerson) -> float:
    """Return the x of a wall that the near knee touches."""
    hip = hip_of(person)
    leg = place_leg(person.near_leg, hip, shod=person.feet == "shoes")
    return max(point.real for point in leg_limb(hip, leg, shod=True).outline)


def wall_at_reach(person: SidePerson, *, elbow_bend_degrees: float) -> float:
    """Return the x of a wall that the near hand reaches at its height with an elbow bent this much."""
    arm = person.near_arm
    if arm is None or arm.hand_on is None:
        raise ValueError("a wall that is placed by the elbow needs `near_arm: {hand_on: {surface: wall, …}}`")
    shoulder = on_spine(_spine(person), body.SHOULDER)[0]
    reach = abs(body.UPPER_ARM + body.FOREARM * turn(elbow_bend_degrees))
    # The wrist of a hand on a wall at x = 0.
    wrist = wrist_on_wall(0, arm.hand_on)
    rise = wrist.imag - shoulder.imag
    return shoulder.real + math.sqrt(reach * reach - rise * rise) - wrist.real


def _spine(person: SidePerson) -> tuple[complex, ...]:
    """Return the spine from the hip joint to the base of the neck, as a curve."""
    hip = hip_of(person)
    lean, slouch = person.trunk.lean_degrees, person.trunk.slouch_degrees
    low, high = turn(90 - lean + slouch / 2), turn(90 - lean - slouch / 2)
    # A rounded back is a little shorter in a straight line.
    top = hip + body.TRUNK * unit(low + high) * (1 - abs(slouch) / 900)
    third = body.TRUNK * 0.36
    return tuple(bezier(hip, hip + low * third, top - high * third, top, steps=24))


def _too_far(
    person: SidePerson, near: LegJoints, far: LegJoints | None, *, missed: tuple[float, float]
) -> Iterator[str]:
    """Yield what a hand or a foot cannot reach, with how far it misses."""
    for name, joints in (("near_leg", near), ("far_leg", far)):
        leg: Leg | None = getattr(person, name)
        if leg is None or joints is None or leg.calf_on_roller is not None:
            continue
        miss = abs(joints.ankle - ankle_of(leg, shod=person.feet == "shoes"))
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
