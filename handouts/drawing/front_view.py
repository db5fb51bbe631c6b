"""A person seen from the front, in painting order; angles lie in the plane of the picture."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from handouts.drawing import body
from handouts.drawing.curves import (
    Line,
    arc,
    between,
    bezier,
    bow,
    circle,
    curve,
    mirror,
    moved,
    rectangle,
    turn,
    unit,
)
from handouts.drawing.front_sitting import CrossedLeg, draw_crossed, draw_lap
from handouts.drawing.head import draw_front_head
from handouts.drawing.inking import Style, faded_style, inked, joined, near_style, seam, shaded, skinned
from handouts.drawing.limb import Sleeve, bent_joint, bone_sides, limb, sleeve
from handouts.drawing.picture import Clip, Fill, Points, Shape, Stroke
from handouts.drawing.side_leg import draw_shoe, felt_shapes
from handouts.schema.people import Feel, FrontArm, FrontLeg, FrontPerson
from handouts.schema.things import Worktop

# Half the distance between the hips and between the shoulders, and the shoulders' height above the hips.
_HIP, _SHOULDER, _SHOULDER_UP = 4.7, 9.9, 23.7
# Half-width and height above the hips: from the hem to the armpit, and from there to the collar.
_SHIRT = (9.5 - 2.5j, 9.0 + 2.5j, 7.9 + 9.5j, 8.0 + 15j, 8.7 + 20.5j, 9.4 + 24.0j)
_SHOULDERS = (10.9 + 27.0j, 8.9 + 28.55j, 6.2 + 29.8j, 3.9 + 31.3j)
_GROUND = body.ANKLE_HEIGHT + body.SHOE_SOLE
_PELVIS = (-8.2 + 4j, -8.9 + 0j, -9.1 - 3j, 0 - 7.4j, 9.1 - 3j, 8.9 + 0j, 8.2 + 4j)
# The knee of who sits, from the middle of the hips: its thigh points at the viewer.
_LAP = 6.0, -7.2
# From the wrist to what a hand is round.
_GRASP = 7.0
# Half the thickness of a hand that lies on something.
_PALM = 1.5
_SHOULDER_CAP = 3.72
_HAND = (
    -0.7 - 1.4j, 1.0 - 1.75j, 3.4 - 1.9j, 6.4 - 1.55j, 8.5 - 0.7j, 8.9 + 0.2j, 8.0 + 0.8j, 5.6 + 1.3j,
    2.2 + 1.75j, -0.7 + 1.4j,
)  # fmt: skip
_THUMB = (0.9 + 1.0j, 2.4 + 2.3j, 4.6 + 2.8j, 5.9 + 2.2j, 5.3 + 1.5j, 3.6 + 1.1j, 2.4 + 0.3j)
_SOCK = (-2.05 + 3.6j, -2.1 + 1.4j, 2.1 + 1.4j, 2.0 + 3.6j)


@dataclass(frozen=True, slots=True)
class _Leg:
    """A leg at one side (-1 is the picture's left); `toes_down` is how far the foot hangs, in degrees."""

    side: int
    hip: complex
    knee: complex
    ankle: complex
    toes_down: float


@dataclass(frozen=True, slots=True)
class _Arm:
    """An arm at one side (-1 is the picture's left); `along` is the direction of the hand."""

    side: int
    shoulder: complex
    elbow: complex
    wrist: complex
    along: complex


def draw_front(person: FrontPerson, worktop: Worktop | None) -> list[Shape]:
    """Return a person from the front, with the worktop that their hands may be on."""
    style = faded_style(person.look) if person.faded else near_style(person.look)
    hips, arms = _hips(person), _arms(person, worktop)
    legs = [
        _leg(person, hips, side, leg)
        for side, leg in ((-1, person.right_leg), (1, person.left_leg))
        if not leg.across
    ]
    crossed = _crossed(person)
    felt = _felt(legs[0], person.feel) if person.feel is not None and crossed is None else []
    shapes = [shape for leg in legs for shape in _draw_leg(leg, style, felt=felt if leg.side < 0 else ())]
    if person.sits_at is None:
        shapes += _draw_shorts(hips, legs, style)
    shapes += draw_front_head(hips, style)
    neck, down = _SHOULDERS[-1], 2.6 + 27.7j
    knots = (hips + neck, hips + down, hips - down.conjugate(), hips - neck.conjugate())
    collar = bezier(*knots, steps=12)
    shirt = _shirt_outline(hips, collar)
    shapes += _draw_shirt(hips, shirt, arms, style)
    if person.sits_at is not None:
        shapes += draw_lap(hips, [leg.knee for leg in legs], style)
    if crossed is not None:
        shapes += draw_crossed(crossed, style, felt=person.feel is not None)
    for arm in arms:
        shapes += _draw_arm(arm, style)
        shapes += _draw_sleeve(arm, style, shirt=shirt)
    return [*shapes, Clip(shirt, (seam(collar, "shirt", style, by=-1j),))]


def fingertips(person: FrontPerson, worktop: Worktop | None) -> tuple[complex, ...]:
    """Return where the hands of a person end, the right one first."""
    return tuple(arm.wrist + arm.along * _HAND[5].real for arm in _arms(person, worktop))


def _hips(person: FrontPerson) -> complex:
    if person.sits_at is not None:
        return complex(person.at, person.sits_at + body.SEAT)
    # Legs are a little longer than both bones, because hips and ankles are drawn at their outer ends.
    return complex(person.at, _GROUND + body.THIGH + body.SHIN - 0.4)


def _arms(person: FrontPerson, worktop: Worktop | None) -> list[_Arm]:
    hips, height = _hips(person), worktop.height if worktop else 0
    sides = ((-1, person.right_arm), (1, person.left_arm))
    return [_arm(hips, side, arm, worktop=height, crossed=_crossed(person)) for side, arm in sides]


def _crossed(person: FrontPerson) -> CrossedLeg | None:
    """Return the leg of a person who sits that lies across the other thigh, if one does."""
    sides = ((-1, person.right_leg), (1, person.left_leg))
    across = next((side for side, leg in sides if leg.across), None)
    if across is None:
        return None
    if person.sits_at is None:
        raise ValueError("a leg `across` the other thigh needs `sits_at`")
    return CrossedLeg(across, _hips(person))


def _leg(person: FrontPerson, hips: complex, side: int, leg: FrontLeg) -> _Leg:
    """Return a leg that stands, one that is lifted and so looks shorter, or one of who sits."""
    hip = hips + side * _HIP
    if person.sits_at is not None:
        ankle = complex(hips.real + side * leg.out, _GROUND)
        return _Leg(side, hip, hips + complex(side * _LAP[0], _LAP[1]), ankle, 0)
    if not leg.hip_bend_degrees:
        ankle = complex(hips.real + side * leg.out, _GROUND)
        return _Leg(side, hip, between(hip, ankle, 0.502) + side * 0.15, ankle, 0)
    hangs = leg.knee_bend_degrees - leg.hip_bend_degrees
    knee = hip + side * 0.5 - 1j * body.THIGH * math.cos(math.radians(leg.hip_bend_degrees))
    ankle = knee - 1j * body.SHIN * math.cos(math.radians(hangs))
    return _Leg(side, hip, knee, ankle, hangs)


def _arm(hips: complex, side: int, arm: FrontArm, *, worktop: float, crossed: CrossedLeg | None) -> _Arm:
    """Return an arm by its angles; they count away from the body."""
    shoulder = hips + complex(side * _SHOULDER, _SHOULDER_UP)
    if arm.on_worktop_at is not None:
        wrist = complex(arm.on_worktop_at, worktop + _PALM)
        elbow, wrist = bent_joint(shoulder, wrist, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
        return _Arm(side, shoulder, elbow, wrist, complex(side))
    if arm.on_foot is not None:
        if crossed is None:
            raise ValueError("a hand on the foot needs a leg that lies `across`")
        return _held_foot(shoulder, side, crossed.held(arm.on_foot))
    upper = -1j * turn(side * arm.out_degrees)
    lower = upper * turn(side * arm.elbow_bend_degrees)
    elbow = shoulder + upper * body.UPPER_ARM
    return _Arm(side, shoulder, elbow, elbow + lower * body.FOREARM, lower)


def _held_foot(shoulder: complex, side: int, at: complex) -> _Arm:
    """Return an arm whose hand is round a place of a foot."""
    along = unit(at - shoulder) * turn(-side * 20)
    target = at - along * _GRASP
    elbow, wrist = bent_joint(shoulder, target, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
    return _Arm(side, shoulder, elbow, wrist, along)


def _felt(leg: _Leg, feel: Feel) -> list[Shape]:
    """Return a patch along each edge of a calf, as much of it as is seen from the front."""
    widths = body.sided(body.FRONT_SHIN, leg.side)
    edges = bone_sides(leg.knee, leg.ankle, widths=widths, first=feel.start, last=feel.end, ease=(1, 0))
    middle = between(leg.knee, leg.ankle, (feel.start + feel.end) / 2)
    shapes: list[Shape] = []
    for edge in edges:
        last = len(edge) - 1
        way = unit(middle - edge[last // 2])
        depths = (1 + 2.3 * math.sin(math.pi * i / last) ** 0.7 for i in range(last + 1))
        inner = [point + way * depth for point, depth in zip(edge, depths, strict=True)]
        shapes += felt_shapes((*edge, *inner[::-1]), degrees=45)
    return shapes


def _draw_leg(leg: _Leg, style: Style, *, felt: Sequence[Shape] = ()) -> list[Shape]:
    """Return the skin of a leg with what is `felt` on it, its kneecap, sock and shoe."""
    flesh = limb(
        (leg.hip, leg.knee, leg.ankle),
        upper=body.sided(body.FRONT_THIGH, leg.side),
        lower=body.sided(body.FRONT_SHIN, leg.side),
    )
    skin = tuple(flesh.outline)
    shapes = skinned([skin], style, lit=0.8 + 0.2j)
    if felt:
        shapes.append(Clip(skin, tuple(felt)))
    shapes.append(inked(arc(leg.knee - 0.1j, 1.9, 200, 340, steps=8), style))
    return shapes + _draw_shoe(leg, style)


def _draw_shoe(leg: _Leg, style: Style) -> list[Shape]:
    """Return sock and shoe; a hanging foot shows more of its upper side."""
    low = -body.ANKLE_HEIGHT - body.SHOE_SOLE - 6 * math.sin(math.radians(leg.toes_down))

    def placed(points: Sequence[complex]) -> Line:
        return [leg.ankle + complex(leg.side * point.real, point.imag) for point in points]

    inner = [-2.2 + 2.0j, -2.7 - 0.6j, complex(-3.1, low + 2.2), complex(-3.3, low + 0.9), complex(-2.6, low)]
    outer = [complex(3.4, low), complex(4.3, low + 0.9), complex(4.1, low + 2.2), 3.0 - 0.6j, 2.2 + 2.0j]
    shoe = placed(curve([*inner, *outer, 0.1 + 1.4j], closed=True, steps=6))
    sole = placed(rectangle(-5, 6, low - 0.2, low + 0.85))
    laces = [placed([complex(-1.0, up), complex(1.5, up)]) for up in (0.2, -0.8, -1.7)]
    return draw_shoe(placed(_SOCK), shoe, sole, laces, style)


def _draw_shorts(hips: complex, legs: list[_Leg], style: Style) -> list[Shape]:
    """Return both legs and the pelvis of the shorts."""
    outlines: list[Line] = []
    seams: list[Shape] = []
    for leg in legs:
        widths = body.sided(body.FRONT_THIGH, leg.side)
        cloth = sleeve(leg.hip, leg.knee, widths=widths, last=0.6, ease=(0.35, 0.9), bulge=-1.2j)
        outlines.append(cloth.outline)
        seams.append(seam(cloth.hem[1:-1], "shorts", style, by=1j))
    outlines.append([hips + point for point in _PELVIS])
    shapes = joined([(outline, style.tone("shorts")) for outline in outlines], style)
    middle = inked((hips - 1j, hips - 4j, hips - 7.6j), style, end=style.line)
    return [*shapes, *seams, middle]


def _shirt_outline(hips: complex, collar: Line) -> Points:
    """Return the shirt without its sleeves; its collar runs from the right end to the left."""
    right = curve(_SHIRT, steps=6) + curve(_SHOULDERS, steps=5)
    left = mirror(right[::-1])
    edge = bow(left[-1], -3.6j, right[0], steps=10)
    return (*moved(right, hips), *collar[1:-1], *moved(left + edge[1:-1], hips))


def _draw_shirt(hips: complex, outline: Points, arms: list[_Arm], style: Style) -> list[Shape]:
    """Return the shirt, one body with both sleeves."""
    sleeves = [_sleeve(arm).outline for arm in arms] + [circle(arm.shoulder, _SHOULDER_CAP) for arm in arms]
    shapes = joined([(line, style.tone("shirt")) for line in (outline, *sleeves)], style)
    shapes += shaded(outline, "shirt", style, lit=1.2 + 0.2j)
    edge = bow(-9.5 - 2.5j, -3.6j, 9.5 - 2.5j, steps=10)
    shapes.append(Clip(outline, (seam(edge, "shirt", style, by=hips + 0.95j),)))
    return shapes


def _sleeve(arm: _Arm) -> Sleeve:
    widths, along = body.sided(body.FRONT_UPPER_ARM, arm.side), unit(arm.elbow - arm.shoulder)
    return sleeve(arm.shoulder, arm.elbow, widths=widths, last=0.6, ease=(0.7, 0.8), bulge=along)


def _draw_arm(arm: _Arm, style: Style) -> list[Shape]:
    """Return the skin of arm and hand, with the thumb in front."""
    flesh = limb(
        (arm.shoulder, arm.elbow, arm.wrist),
        upper=body.sided(body.FRONT_UPPER_ARM, arm.side),
        lower=body.sided(body.FRONT_FOREARM, arm.side),
        fillet=0.8,
    )

    def placed(points: Sequence[complex]) -> Points:
        return tuple(arm.wrist + arm.along * complex(point.real, -arm.side * point.imag) for point in points)

    wrist = tuple(circle(arm.wrist, 1.4, count=20))
    hand, thumb = (placed(curve(knots, closed=True, steps=5)) for knots in (_HAND, _THUMB))
    shapes = skinned([flesh.below_sleeve, wrist, hand, thumb], style, lit=0.5 + 0.25j)
    fingers = [placed([5.6 + 1j * y, 7 + 0.85j * y, 8.0 + 0.75j * y]) for y in (-0.75, -0.05, 0.5)]
    return [*shapes, *(inked(finger, style, end=0.2) for finger in fingers)]


def _draw_sleeve(arm: _Arm, style: Style, *, shirt: Points) -> list[Shape]:
    """Return a sleeve over the shirt, its inner side fading in from the shoulder."""
    cloth, tone = _sleeve(arm), style.tone("shirt")
    inner = (cloth.back if arm.side > 0 else cloth.front)[5:]
    return [
        Fill(tuple(cloth.outline), tone),
        Fill(tuple(circle(arm.shoulder, _SHOULDER_CAP)), tone),
        Clip(shirt, (inked(inner, style, middle=style.line, end=style.line),)),
        Stroke(tuple(cloth.hem), style.ink, style.line),
        seam(cloth.hem[1:-1], "shirt", style, by=-0.9 * unit(arm.elbow - arm.shoulder)),
    ]
