"""Hips and legs are put where they stand, sit or rest."""

from handouts.drawing import proportions as body
from handouts.drawing.curves import turn
from handouts.drawing.limb import bent_joint, bone_sides
from handouts.drawing.skeleton import LegJoints
from handouts.schema.figure import Leg, Place, SidePerson


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
