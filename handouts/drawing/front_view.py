"""A person seen from the front, in painting order; angles lie in the plane of the picture."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from handouts.drawing import proportions as body
from handouts.drawing.curves import Line, arc, between, bezier, bow, circle, curve, moved, turn, unit
from handouts.drawing.front_head import draw_front_head
from handouts.drawing.inking import Style, faded_style, inked, joined, near_style, shaded
from handouts.drawing.limb import bent_joint, bone_sides, hem, limb
from handouts.drawing.picture import Clip, Fill, Shape, Stroke
from handouts.drawing.side_leg import felt_shapes
from handouts.schema.figure import Feel, FrontArm, FrontLeg, FrontPerson
from handouts.schema.things import Worktop

# Half the distance between the hips and between the shoulders, and the shoulders' height above the hips.
_HIP, _SHOULDER, _SHOULDER_UP = 4.7, 9.9, 23.7
# Half-width and height above the hips: from the hem to the armpit, and from there to the collar.
_SHIRT = (9.5 - 2.5j, 9.0 + 2.5j, 7.9 + 9.5j, 8.0 + 15j, 8.7 + 20.5j, 9.4 + 24.0j)
_SHOULDERS = (10.9 + 27.0j, 8.9 + 28.55j, 6.2 + 29.8j, 3.9 + 31.3j)
_GROUND = body.ANKLE_HEIGHT + body.SHOE_SOLE
_PELVIS = (-8.2 + 4j, -8.9 + 0j, -9.1 - 3j, 0 - 7.4j, 9.1 - 3j, 8.9 + 0j, 8.2 + 4j)
_SHORTS_LAST = 0.6
# Half the thickness of a hand that lies on something.
_PALM = 1.5
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
    legs = [_leg(hips, side, leg) for side, leg in ((-1, person.right_leg), (1, person.left_leg))]
    felt = [] if person.feel is None else _felt(legs[0], person.feel)
    shapes = [*_draw_leg(legs[0], style, felt=felt), *_draw_leg(legs[1], style)]
    shapes += _draw_shorts(hips, legs, style)
    shapes += draw_front_head(hips + 32.9j, style)
    shapes += _draw_shirt(hips, arms, style)
    for arm in arms:
        shapes += _draw_arm(arm, style)
        shapes += _draw_sleeve(arm, style, shirt=tuple(_shirt_outline(hips)))
    return [*shapes, _collar(hips, style)]


def fingertips(person: FrontPerson, worktop: Worktop | None) -> tuple[complex, ...]:
    """Return where the hands of a person end, the right one first."""
    return tuple(arm.wrist + arm.along * _HAND[5].real for arm in _arms(person, worktop))


def _hips(person: FrontPerson) -> complex:
    # Legs are a little longer than both bones, because hips and ankles are drawn at their outer ends.
    return complex(person.at, _GROUND + body.THIGH + body.SHIN - 0.4)


def _arms(person: FrontPerson, worktop: Worktop | None) -> list[_Arm]:
    hips, height = _hips(person), worktop.height if worktop else 0
    sides = ((-1, person.right_arm), (1, person.left_arm))
    return [_arm(hips, side, arm, worktop=height) for side, arm in sides]


def _leg(hips: complex, side: int, leg: FrontLeg) -> _Leg:
    """Return a leg that stands, or one that is lifted and so looks shorter."""
    hip = hips + side * _HIP
    if not leg.hip_bend_degrees:
        ankle = complex(hips.real + side * leg.out, _GROUND)
        return _Leg(side, hip, between(hip, ankle, 0.502) + side * 0.15, ankle, 0)
    hangs = leg.knee_bend_degrees - leg.hip_bend_degrees
    knee = hip + side * 0.5 - 1j * body.THIGH * math.cos(math.radians(leg.hip_bend_degrees))
    ankle = knee - 1j * body.SHIN * math.cos(math.radians(hangs))
    return _Leg(side, hip, knee, ankle, hangs)


def _arm(hips: complex, side: int, arm: FrontArm, *, worktop: float) -> _Arm:
    """Return an arm by its angles; they count away from the body."""
    shoulder = hips + complex(side * _SHOULDER, _SHOULDER_UP)
    if arm.on_worktop_at is not None:
        wrist = complex(arm.on_worktop_at, worktop + _PALM)
        elbow, wrist = bent_joint(shoulder, wrist, upper=body.UPPER_ARM, lower=body.FOREARM, side=side)
        return _Arm(side, shoulder, elbow, wrist, complex(side))
    upper = -1j * turn(side * arm.out_degrees)
    lower = upper * turn(side * arm.elbow_bend_degrees)
    elbow = shoulder + upper * body.UPPER_ARM
    return _Arm(side, shoulder, elbow, elbow + lower * body.FOREARM, lower)


def _widths(widths: body.Widths, side: int) -> body.Widths:
    """Return half-widths as left-hand and right-hand sides; the tables say outer and inner."""
    return widths if side > 0 else body.swapped(widths)


def _felt(leg: _Leg, feel: Feel) -> list[Shape]:
    """Return a patch along each edge of a calf, as much of it as is seen from the front."""
    front, back = bone_sides(
        leg.knee,
        leg.ankle,
        widths=_widths(body.FRONT_SHIN, leg.side),
        first=feel.start,
        last=feel.end,
        ease=(1, 0),
    )
    shapes: list[Shape] = []
    for edge in (front, back):
        last, middle = len(edge) - 1, between(leg.knee, leg.ankle, (feel.start + feel.end) / 2)
        way = unit(middle - edge[last // 2])
        inner = [
            point + way * (1 + 2.3 * math.sin(math.pi * i / last) ** 0.7) for i, point in enumerate(edge)
        ]
        shapes += felt_shapes((*edge, *inner[::-1]), degrees=45)
    return shapes


def _draw_leg(leg: _Leg, style: Style, *, felt: Sequence[Shape] = ()) -> list[Shape]:
    """Return the skin of a leg with what is `felt` on it, its kneecap, sock and shoe."""
    flesh = limb(
        (leg.hip, leg.knee, leg.ankle),
        upper=_widths(body.FRONT_THIGH, leg.side),
        lower=_widths(body.FRONT_SHIN, leg.side),
    )
    skin = tuple(flesh.outline)
    shapes = joined([(skin, style.tone("skin"))], style)
    shapes += shaded(skin, "skin", style, lit=0.8 + 0.2j)
    if felt:
        shapes.append(Clip(skin, tuple(felt)))
    shapes.append(inked(arc(leg.knee - 0.1j, 1.9, 200, 340, steps=8), style))
    return shapes + _draw_shoe(leg, style)


def _draw_shoe(leg: _Leg, style: Style) -> list[Shape]:
    """Return sock and shoe; a hanging foot shows more of its upper side."""
    low = -body.ANKLE_HEIGHT - body.SHOE_SOLE - 6 * math.sin(math.radians(leg.toes_down))

    def placed(points: Line) -> tuple[complex, ...]:
        return tuple(leg.ankle + complex(leg.side * point.real, point.imag) for point in points)

    sides = (-2.2 + 2.0j, -2.7 - 0.6j, -3.1 + 1j * (low + 2.2), -3.3 + 1j * (low + 0.9), -2.6 + 1j * low)
    rest = (
        3.4 + 1j * low,
        4.3 + 1j * (low + 0.9),
        4.1 + 1j * (low + 2.2),
        3.0 - 0.6j,
        2.2 + 2.0j,
        0.1 + 1.4j,
    )
    shoe = placed(curve([*sides, *rest], closed=True, steps=6))
    sole = placed(
        [-5 + 1j * (low - 0.2), 6 + 1j * (low - 0.2), 6 + 1j * (low + 0.85), -5 + 1j * (low + 0.85)]
    )
    shapes = joined([(placed(list(_SOCK)), style.tone("shoe"))], style)
    shapes += joined([(shoe, style.tone("shoe"))], style)
    shapes.append(Clip(shoe, (Fill(sole, style.tone("sole")),)))
    laces = [placed([-1.0 + 1j * y, 1.5 + 1j * y]) for y in (0.2, -0.8, -1.7)]
    return [*shapes, *(Stroke(lace, style.ink, style.inner) for lace in laces)]


def _draw_shorts(hips: complex, legs: list[_Leg], style: Style) -> list[Shape]:
    """Return both legs and the pelvis of the shorts."""
    outlines = []
    seams: list[Shape] = []
    for leg in legs:
        widths = _widths(body.FRONT_THIGH, leg.side)
        front, back = bone_sides(leg.hip, leg.knee, widths=widths, last=_SHORTS_LAST, ease=(0.35, 0.9))
        edge = hem(front, back, bulge=-1.2j)
        outlines.append(front + edge[1:-1] + back[::-1])
        seams.append(Stroke(tuple(moved(edge[1:-1], 1j)), style.tone("shorts", "_seam"), style.inner))
    outlines.append([hips + point for point in _PELVIS])
    shapes = joined([(outline, style.tone("shorts")) for outline in outlines], style)
    middle = inked((hips - 1j, hips - 4j, hips - 7.6j), style, end=style.line)
    return [*shapes, *seams, middle]


def _collar_line(hips: complex) -> Line:
    """Return the neckline from its right end to its left."""
    end = _SHOULDERS[-1]
    return bezier(hips + end, hips + 2.6 + 27.7j, hips - 2.6 + 27.7j, hips - end.conjugate(), steps=12)


def _shirt_outline(hips: complex) -> Line:
    """Return the shirt without its sleeves."""
    right = curve(_SHIRT, steps=6) + curve(_SHOULDERS, steps=5)
    left = [-point.conjugate() for point in reversed(right)]
    edge = bow(left[-1], -3.6j, right[0], steps=10)
    return moved(right, hips) + _collar_line(hips)[1:-1] + moved(left + edge[1:-1], hips)


def _draw_shirt(hips: complex, arms: list[_Arm], style: Style) -> list[Shape]:
    """Return the shirt, one body with both sleeves."""
    outline = tuple(_shirt_outline(hips))
    tone = style.tone("shirt")
    sleeves = [(_sleeve(arm)[0], tone) for arm in arms]
    caps = [(circle(arm.shoulder, 3.72), tone) for arm in arms]
    shapes = joined([(outline, tone), *sleeves, *caps], style)
    shapes += shaded(outline, "shirt", style, lit=1.2 + 0.2j)
    seam = moved(bow(-9.5 - 2.5j, -3.6j, 9.5 - 2.5j, steps=10), hips + 0.95j)
    shapes.append(Clip(outline, (Stroke(tuple(seam), style.tone("shirt", "_seam"), style.inner),)))
    return shapes


def _collar(hips: complex, style: Style) -> Shape:
    """Return the thread below the neckline."""
    seam = Stroke(tuple(moved(_collar_line(hips), -1j)), style.tone("shirt", "_seam"), style.inner)
    return Clip(tuple(_shirt_outline(hips)), (seam,))


def _sleeve(arm: _Arm) -> tuple[Line, Line, Line, Line]:
    """Return the outline of a sleeve, its hem and its two sides."""
    widths = _widths(body.FRONT_UPPER_ARM, arm.side)
    front, back = bone_sides(arm.shoulder, arm.elbow, widths=widths, last=0.6, ease=(0.7, 0.8))
    edge = hem(front, back, bulge=unit(arm.elbow - arm.shoulder))
    return front + edge[1:-1] + back[::-1], edge, front, back


def _draw_arm(arm: _Arm, style: Style) -> list[Shape]:
    """Return the skin of arm and hand, with the thumb in front."""
    flesh = limb(
        (arm.shoulder, arm.elbow, arm.wrist),
        upper=_widths(body.FRONT_UPPER_ARM, arm.side),
        lower=_widths(body.FRONT_FOREARM, arm.side),
        fillet=0.8,
    )
    skip = int(len(flesh.front) * 0.14)
    skin = tuple(flesh.front[skip:] + flesh.back[skip:][::-1])

    def placed(points: Line) -> tuple[complex, ...]:
        return tuple(arm.wrist + arm.along * complex(point.real, -arm.side * point.imag) for point in points)

    parts = [skin, tuple(circle(arm.wrist, 1.4, count=20))]
    parts += [placed(curve(knots, closed=True, steps=5)) for knots in (_HAND, _THUMB)]
    tone = style.tone("skin")
    shapes = joined([(part, tone) for part in parts], style)
    shapes += shaded(skin, "skin", style, lit=0.5 + 0.25j)
    shapes += [Fill(part, tone) for part in parts[1:]]
    fingers = [placed([5.6 + 1j * y, 7 + 0.85j * y, 8.0 + 0.75j * y]) for y in (-0.75, -0.05, 0.5)]
    return [*shapes, *(inked(finger, style, end=0.2) for finger in fingers)]


def _draw_sleeve(arm: _Arm, style: Style, *, shirt: tuple[complex, ...]) -> list[Shape]:
    """Return a sleeve over the shirt, its inner side fading in from the shoulder."""
    outline, edge, front, back = _sleeve(arm)
    tone = style.tone("shirt")
    inner = (back if arm.side > 0 else front)[5:]
    side = inked(inner, style, middle=style.line, end=style.line)
    ahead = unit(arm.elbow - arm.shoulder)
    return [
        Fill(tuple(outline), tone),
        Fill(tuple(circle(arm.shoulder, 3.72)), tone),
        Clip(shirt, (side,)),
        Stroke(tuple(edge), style.ink, style.line),
        Stroke(tuple(moved(edge[1:-1], -0.9 * ahead)), style.tone("shirt", "_seam"), style.inner),
    ]
