"""A person seen from the front, in painting order; angles lie in the plane of the picture."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

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
from handouts.drawing.front_arm import (
    SHOULDER_CAP,
    ArmSeen,
    draw_front_arm,
    draw_sleeve,
    fingertip_of,
    fist_of,
    place_front_arm,
    sleeve_of,
)
from handouts.drawing.front_sitting import CrossedLeg, draw_crossed, draw_lap
from handouts.drawing.head import draw_front_head, on_front_head
from handouts.drawing.inking import Style, faded_style, inked, joined, near_style, seam, shaded, skinned
from handouts.drawing.limb import bone_sides, limb, sleeve
from handouts.drawing.picture import Clip, Points, Shape, turned
from handouts.drawing.side_leg import draw_shoe, felt_shapes
from handouts.schema.people import Feel, FrontLeg, FrontPerson
from handouts.schema.things import Worktop

# Half the distance between the hips.
_HIP = 4.7
# What is felt from the neck to the shoulder, and at the side of the hip, at the picture's right.
_FELT = {
    "shoulder_top": (
        3.3 + 34j, 3.5 + 31.6j, 6.2 + 29.9j, 9.2 + 28.4j, 8.6 + 26.2j, 5.2 + 27.6j, 2.4 + 29.6j, 2.2 + 33j,
    ),
    "hip_side": (
        3.6 - 3j, 5.6 - 1.6j, 8.2 - 1.8j, 8.9 - 4j, 8.9 - 8j, 7.6 - 11j, 5.4 - 11.2j, 4 - 8.6j, 3.3 - 5.6j,
    ),
}  # fmt: skip
# Half-width and height above the hips: from the hem to the armpit, and from there to the collar.
_SHIRT = (9.5 - 2.5j, 9.0 + 2.5j, 7.9 + 9.5j, 8.0 + 15j, 8.7 + 20.5j, 9.4 + 24.0j)
_SHOULDERS = (10.9 + 27.0j, 8.9 + 28.55j, 6.2 + 29.8j, 3.9 + 31.3j)
# How high the hips of one who lies on a side are, how far they are turned, and further than any picture goes.
_LYING, _LAID_DEGREES, _FAR = 10.0, -84.0, 200.0
_GROUND = body.ANKLE_HEIGHT + body.SHOE_SOLE
_PELVIS = (-8.2 + 4j, -8.9 + 0j, -9.1 - 3j, 0 - 7.4j, 9.1 - 3j, 8.9 + 0j, 8.2 + 4j)
# The knee of who sits, from the middle of the hips: its thigh points at the viewer.
_LAP = 6.0, -7.2
_SOCK = (-2.05 + 3.6j, -2.1 + 1.4j, 2.1 + 1.4j, 2.0 + 3.6j)


@dataclass(frozen=True, slots=True)
class _Leg:
    """A leg at one side (-1 is the picture's left).

    `toes_down` is how far the foot hangs and `aside` how far it goes to its side, in degrees.
    """

    side: int
    hip: complex
    knee: complex
    ankle: complex
    toes_down: float
    aside: float = 0


def draw_front(person: FrontPerson, worktop: Worktop | None) -> list[Shape]:
    """Return a person from the front, with the worktop that their hands may be on.

    One who lies is drawn as one who stands, and laid on their side.
    """
    shapes = _draw_upright(person, worktop)
    if person.lies_at is None:
        return shapes
    laid = complex(person.at, person.lies_at + _LYING)
    lower = [complex(x, person.lies_at) for x in (-_FAR, _FAR)]
    seen = (*lower, *(point + 1j * _FAR for point in lower[::-1]))
    # Hip and shoulder sink in a little.
    return [Clip(seen, turned(shapes, _LAID_DEGREES, about=_hips(person), to=laid))]


def _draw_upright(person: FrontPerson, worktop: Worktop | None) -> list[Shape]:
    style = faded_style(person.look) if person.faded else near_style(person.look)
    hips, arms, right = _hips(person), _arms(person, worktop), own_right(person)
    legs = [
        _leg(person, hips, side, leg)
        for side, leg in ((right, person.right_leg), (-right, person.left_leg))
        if not leg.across
    ]
    crossed = _crossed(person)
    on_calf = person.feel is not None and person.feel.part == "calf" and crossed is None
    felt = _felt(legs[0], person.feel) if person.feel is not None and on_calf else []
    shapes = [shape for leg in legs for shape in _draw_leg(leg, style, felt=felt if leg.side < 0 else ())]
    if person.sits_at is None:
        shapes += _draw_shorts(hips, legs, style)
    shapes += draw_front_head(hips, person.head, style, own_right=right, from_behind=person.from_behind)
    neck, down = _SHOULDERS[-1], 2.6 + 27.7j
    knots = (hips + neck, hips + down, hips - down.conjugate(), hips - neck.conjugate())
    collar = bezier(*knots, steps=12)
    shirt = _shirt_outline(hips, collar, lifted=person.shoulders_up)
    shapes += _draw_shirt(hips, shirt, arms, style)
    if person.sits_at is not None:
        shapes += draw_lap(hips, [leg.knee for leg in legs], style)
    if crossed is not None:
        shapes += draw_crossed(crossed, style, felt=person.feel is not None)
    shapes += _felt_on_body(person, hips, right, legs)
    # The upper arm of one who lies is in front of the lower one.
    for arm in arms if person.lies_at is None else arms[::-1]:
        shapes += draw_front_arm(arm, style)
        shapes += draw_sleeve(arm, style, shirt=shirt)
    return [*shapes, Clip(shirt, (seam(collar, "shirt", style, by=-1j),))]


def _hips(person: FrontPerson) -> complex:
    if person.sits_at is not None:
        return complex(person.at, person.sits_at + body.SEAT)
    # Legs are a little longer than both bones, because hips and ankles are drawn at their outer ends.
    return complex(person.at, _GROUND + body.THIGH + body.SHIN - 0.4)


def own_right(person: FrontPerson) -> int:
    """Return the side of the picture where a person's right side is, -1 at its left."""
    return 1 if person.from_behind else -1


def fingertips(person: FrontPerson, worktop: Worktop | None) -> tuple[complex, ...]:
    """Return where the hands of a person end, the right one first."""
    return tuple(map(fingertip_of, _arms(person, worktop)))


def fists(person: FrontPerson) -> tuple[complex, ...]:
    """Return the fists of a person, the right one first."""
    return tuple(fist_of(arm) for arm in _arms(person, None) if arm.fist)


def soles(person: FrontPerson) -> tuple[complex, ...]:
    """Return where the feet of a person stand, the right one first."""
    hips, right = _hips(person), own_right(person)
    sides = ((right, person.right_leg), (-right, person.left_leg))
    return tuple(complex(_leg(person, hips, side, leg).ankle.real, 0.6) for side, leg in sides)


def _arms(person: FrontPerson, worktop: Worktop | None) -> list[ArmSeen]:
    hips, right = _hips(person), own_right(person)
    place = partial(
        place_front_arm,
        hips,
        lifted=person.shoulders_up,
        head=on_front_head(hips, person.head, own_right=right),
        worktop=worktop.height if worktop else 0,
        crossed=_crossed(person),
    )
    return [place(side, arm) for side, arm in ((right, person.right_arm), (-right, person.left_arm))]


def _crossed(person: FrontPerson) -> CrossedLeg | None:
    """Return the leg of a person who sits that lies across the other thigh, if one does."""
    right = own_right(person)
    sides = ((right, person.right_leg), (-right, person.left_leg))
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
        ankle = hip + (ankle - hip) * turn(side * leg.aside_degrees)
        return _Leg(side, hip, between(hip, ankle, 0.502) + side * 0.15, ankle, 0, leg.aside_degrees)
    hangs = leg.knee_bend_degrees - leg.hip_bend_degrees
    knee = hip + side * 0.5 - 1j * body.THIGH * math.cos(math.radians(leg.hip_bend_degrees))
    ankle = complex(hips.real + side * leg.out, knee.imag - body.SHIN * math.cos(math.radians(hangs)))
    forward = body.THIGH * math.sin(math.radians(leg.hip_bend_degrees))
    knee += side * forward * math.sin(math.radians(leg.aside_degrees))
    return _Leg(side, hip, knee, ankle, hangs)


def _felt_on_body(person: FrontPerson, hips: complex, right: int, legs: Sequence[_Leg]) -> list[Shape]:
    """Return a patch at the top of the shoulder, or at the side of the hip, which goes with the thigh."""
    corners = _FELT.get(person.feel.part) if person.feel is not None else None
    if corners is None:
        return []
    points = [complex(right * point.real, point.imag) for point in corners]
    if person.feel is not None and person.feel.part == "hip_side":
        hip = legs[0].hip - hips
        points = [hip + (point - hip) * unit(legs[0].knee - legs[0].hip) * 1j for point in points]
    return felt_shapes(tuple(hips + point for point in points), degrees=45)


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
        turned_foot = turn(leg.side * leg.aside)
        return [leg.ankle + complex(leg.side * point.real, point.imag) * turned_foot for point in points]

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


def _shirt_outline(hips: complex, collar: Line, *, lifted: float) -> Points:
    """Return the shirt without its sleeves; its collar runs from the right end to the left."""
    sides = [point + 1j * lifted * _lift(point) for point in _SHIRT]
    tops = [point + 1j * lifted * _lift(point) for point in _SHOULDERS]
    right = curve(sides, steps=6) + curve(tops, steps=5)
    left = mirror(right[::-1])
    edge = bow(left[-1], -3.6j, right[0], steps=10)
    return (*moved(right, hips), *collar[1:-1], *moved(left + edge[1:-1], hips))


def _lift(point: complex) -> float:
    """Return how much of a lift of the shoulders a point of the shirt takes part in."""
    if point.imag <= 27:
        return max(0.0, (point.imag - 12) / 15)
    return max(0.0, (31.3 - point.imag) / 4.3)


def _draw_shirt(hips: complex, outline: Points, arms: list[ArmSeen], style: Style) -> list[Shape]:
    """Return the shirt, one body with both sleeves."""
    sleeves = [sleeve_of(arm).outline for arm in arms] + [circle(arm.shoulder, SHOULDER_CAP) for arm in arms]
    shapes = joined([(line, style.tone("shirt")) for line in (outline, *sleeves)], style)
    shapes += shaded(outline, "shirt", style, lit=1.2 + 0.2j)
    edge = bow(-9.5 - 2.5j, -3.6j, 9.5 - 2.5j, steps=10)
    shapes.append(Clip(outline, (seam(edge, "shirt", style, by=hips + 0.95j),)))
    return shapes
