"""Arms seen from the front or from behind: solved from what their hands do, and drawn."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from handouts.drawing import body
from handouts.drawing.curves import between, circle, curve, turn, unit
from handouts.drawing.front_leg import CrossedLeg
from handouts.drawing.inking import Style, inked, seam, skinned
from handouts.drawing.limb import Sleeve, bent_joint, limb, sleeve
from handouts.drawing.picture import Clip, Fill, Points, Shape, Stroke
from handouts.schema.arms import FrontArm

# Half the distance between the shoulders, and their height above the hips.
SHOULDER, SHOULDER_UP = 9.9, 23.7
# From the wrist to what a hand is round, and to the middle of a fist.
_GRASP, _FIST = 7.0, 4.2
SHOULDER_CAP = 3.72
_HAND = (
    -0.7 - 1.4j, 1.0 - 1.75j, 3.4 - 1.9j, 6.4 - 1.55j, 8.5 - 0.7j, 8.9 + 0.2j, 8.0 + 0.8j, 5.6 + 1.3j,
    2.2 + 1.75j, -0.7 + 1.4j,
)  # fmt: skip
_FINGERTIP = _HAND[5].real
_THUMB = (0.9 + 1.0j, 2.4 + 2.3j, 4.6 + 2.8j, 5.9 + 2.2j, 5.3 + 1.5j, 3.6 + 1.1j, 2.4 + 0.3j)
_CLOSED = (
    -0.7 - 1.4j, 1.4 - 2.1j, 4.4 - 2.2j, 5.6 - 1.2j, 5.7 + 1.1j, 4.6 + 2.1j, 1.6 + 2.0j, -0.7 + 1.4j,
)  # fmt: skip
# A hand on the body, of an arm at the picture's right: its wrist and the way of its fingers. On a thigh and
# on the seat from the hips, on the head in its own measures from the chin, and across from the shoulders.
_ON_HIPS = {"thigh": (8.2 + 1.2j, -0.25 - 1j), "seat": (12.4 - 2.6j, -0.1 - 1j)}
_ON_HEAD = {
    "head": (0.36 + 1.06j, -1 - 0.1j),
    "forehead": (0.36 + 0.74j, -1 + 0.05j),
    "temple": (0.5 + 0.26j, -0.1 + 1j),
    "head_back": (0.42 + 0.5j, -1 + 0.2j),
}
_ACROSS = -3.0 + 2.4j, -1 + 0.1j
# How long an arm looks that comes toward the viewer to a thigh, or goes back to the seat.
_SHORTENED = {"thigh": 0.77, "seat": 0.87}
# What an arm is on that is posed by its angles.
_BY_ANGLES = "door_frame", "wall_hand_back"
# Where a hand holds the other arm, how far below it its wrist is, and how long its own arm looks.
_ABOVE_ELBOW, _UNDER_ARM, _TO_OTHER_ARM = 0.8, 4.0, 0.8


class ArmSeen(NamedTuple):
    """An arm at one side (-1 is the picture's left); `along` is the direction of the hand.

    `thumb` is 1 where the thumb is toward the body, -1 where it is away from it.
    """

    build: body.Build
    side: int
    shoulder: complex
    elbow: complex
    wrist: complex
    along: complex
    fist: bool = False
    thumb: int = 1


# Turns a place on the head, in heights of it from the chin, into one of the picture.
Head = Callable[[complex], complex]


def place_front_arm(
    hips: complex,
    build: body.Build,
    side: int,
    arm: FrontArm,
    *,
    lifted: float,
    head: Head,
    crossed: CrossedLeg | None,
) -> ArmSeen:
    """Return the arm at one side of the picture, its shoulder `lifted`; angles count away from the body.

    `head` turns places on the head, in its own measures, into places of the picture. Raises ValueError for a
    hand on the toes of a foot that does not lie across.
    """
    shoulder = hips + complex(side * SHOULDER, SHOULDER_UP + lifted)
    if arm.on == "toes":
        if crossed is None:
            raise ValueError("a hand on the toes needs a leg that lies `across`")
        return _held_foot(shoulder, build, side, crossed.toes)
    if arm.on is not None and arm.on not in _BY_ANGLES:
        return _on_body(hips, shoulder, build, side, arm.on, head)
    upper = -1j * turn(side * arm.out_degrees)
    shoulder += _inward(side) * max(0, -side * upper.real)
    lower = upper * turn(side * arm.elbow_bend_degrees)
    elbow = shoulder + upper * body.UPPER_ARM * arm.upper_seen
    wrist = elbow + lower * body.FOREARM * arm.forearm_seen
    return ArmSeen(build, side, shoulder, elbow, wrist, lower, arm.grip == "fist", -1 if arm.thumb_out else 1)


def _inward(side: int) -> complex:
    """Return how far the shoulder goes with an arm that is across the body."""
    return complex(-1.6 * side, 0.7)


def hold_other_arm(hips: complex, side: int, other: ArmSeen, *, at_wrist: bool) -> ArmSeen:
    """Return an arm that comes forward and holds the other by its wrist, or above its elbow from below."""
    shoulder = hips + complex(side * SHOULDER, SHOULDER_UP)
    along = unit(other.wrist - shoulder) if at_wrist else 1j * turn(side * 20)
    held = other.wrist if at_wrist else between(other.shoulder, other.elbow, _ABOVE_ELBOW)
    target = held - along * _UNDER_ARM
    upper, lower = (length * _TO_OTHER_ARM for length in (body.UPPER_ARM, body.FOREARM))
    elbow, wrist = bent_joint(shoulder, target, upper=upper, lower=lower, side=side)
    return ArmSeen(other.build, side, shoulder, elbow, wrist, along, thumb=1 if at_wrist else -1)


def _on_body(hips: complex, shoulder: complex, build: body.Build, side: int, on: str, head: Head) -> ArmSeen:
    """Return an arm whose hand lies on a thigh, the seat, the head or the other shoulder."""

    def own(point: complex) -> complex:
        return complex(side * point.real, point.imag)

    if on in _ON_HIPS:
        at, way = _ON_HIPS[on]
        wrist, along, elbow_side = hips + own(at), own(way), side
    elif on in _ON_HEAD:
        at, way = _ON_HEAD[on]
        wrist = head(own(at))
        along, elbow_side = unit(head(own(at + way)) - wrist), -side
    else:
        at, way = _ACROSS
        shoulder += _inward(side)
        wrist, along, elbow_side = shoulder + own(at) - side * 2 * SHOULDER * 0.62, own(way), side
    upper, lower = (length * _SHORTENED.get(on, 1) for length in (body.UPPER_ARM, body.FOREARM))
    elbow, wrist = bent_joint(shoulder, wrist, upper=upper, lower=lower, side=elbow_side)
    # On the side of the head the thumb is in front.
    return ArmSeen(build, side, shoulder, elbow, wrist, unit(along), thumb=-1 if on == "temple" else 1)


def _held_foot(shoulder: complex, build: body.Build, side: int, at: complex) -> ArmSeen:
    """Return an arm whose hand is round a place of a foot."""
    along = unit(at - shoulder) * turn(-side * 20)
    target = at - along * _GRASP
    elbow, wrist = bent_joint(shoulder, target, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
    return ArmSeen(build, side, shoulder, elbow, wrist, along)


def fist_of(arm: ArmSeen) -> complex:
    """Return the middle of a fist."""
    return arm.wrist + arm.along * _FIST


def fingertip_of(arm: ArmSeen) -> complex:
    """Return where the hand of an arm ends."""
    return arm.wrist + arm.along * _FINGERTIP


def round_forearm(arm: ArmSeen) -> Points:
    """Return what lies round a forearm and its hand, from below the elbow on."""
    way = unit(arm.wrist - arm.elbow)
    start, end = between(arm.elbow, arm.wrist, 0.1), arm.wrist + way * 3
    side, tip = 1j * way * 3.8, arm.wrist + arm.along * 11
    hand = 1j * arm.along * 4.5
    return (start + side, end + side, tip + hand, tip - hand, end - side, start - side)


def sleeve_of(arm: ArmSeen) -> Sleeve:
    """Return the sleeve of an arm."""
    widths, along = body.sided(arm.build.front_upper_arm, arm.side), unit(arm.elbow - arm.shoulder)
    return sleeve(arm.shoulder, arm.elbow, widths=widths, last=0.6, ease=(0.7, 0.8), bulge=along)


def draw_front_arm(arm: ArmSeen, style: Style) -> list[Shape]:
    """Return the skin of arm and hand, with the thumb in front."""
    flesh = limb(
        (arm.shoulder, arm.elbow, arm.wrist),
        upper=body.sided(arm.build.front_upper_arm, arm.side),
        lower=body.sided(arm.build.front_forearm, arm.side),
        fillet=0.8,
    )

    def placed(points: Sequence[complex]) -> Points:
        return tuple(
            arm.wrist + arm.along * complex(point.real, -arm.side * arm.thumb * point.imag)
            for point in points
        )

    wrist = tuple(circle(arm.wrist, 1.4, count=20))
    knots = (_CLOSED,) if arm.fist else (_HAND, _THUMB)
    hand = [placed(curve(one, closed=True, steps=5)) for one in knots]
    shapes = skinned([flesh.below_sleeve, wrist, *hand], style, lit=0.5 + 0.25j)
    if arm.fist:
        fingers = [placed([3.2 + 1j * y, 4.4 + 1j * y, 5.5 + 0.9j * y]) for y in (-1.0, 0.0, 1.0)]
    else:
        fingers = [placed([5.6 + 1j * y, 7 + 0.85j * y, 8.0 + 0.75j * y]) for y in (-0.75, -0.05, 0.5)]
    return [*shapes, *(inked(finger, style, end=0.2) for finger in fingers)]


def draw_sleeve(arm: ArmSeen, style: Style, *, shirt: Points) -> list[Shape]:
    """Return a sleeve over the shirt, its inner side fading in from the shoulder."""
    cloth, tone = sleeve_of(arm), style.tone("shirt")
    inner = (cloth.back if arm.side > 0 else cloth.front)[5:]
    return [
        Fill(tuple(cloth.outline), tone),
        Fill(tuple(circle(arm.shoulder, SHOULDER_CAP * arm.build.limbs)), tone),
        Clip(shirt, (inked(inner, style, middle=style.line, end=style.line),)),
        Stroke(tuple(cloth.hem), style.ink, style.line),
        seam(cloth.hem[1:-1], "shirt", style, by=-0.9 * unit(arm.elbow - arm.shoulder)),
    ]
