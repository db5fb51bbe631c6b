"""Legs seen from the front, from behind or from above: placed, and drawn with their shoes and shorts."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from handouts.drawing import body
from handouts.drawing.curves import Line, arc, between, bow, circle, curve, rectangle, turn, unit
from handouts.drawing.inking import Style, inked, joined, seam, skinned
from handouts.drawing.limb import bone_sides, hem, limb, sleeve
from handouts.drawing.picture import Clip, Shape
from handouts.drawing.side_leg import draw_shoe, felt_shapes
from handouts.schema.people import Feel, FrontLeg, FrontPerson

# Half the distance between the hips.
_HIP = 4.7
GROUND = body.ANKLE_HEIGHT + body.SHOE_SOLE
_PELVIS = (-8.2 + 4j, -8.9 + 0j, -9.1 - 3j, 0 - 7.4j, 9.1 - 3j, 8.9 + 0j, 8.2 + 4j)
# A bare foot from its ankle, its toes toward the viewer and a little down, its sole to the right; its toes.
_FOOT = (
    -1.6 + 2.2j, 0.6 + 2.6j, 2.9 + 2.0j, 4.4 + 0.6j, 5.0 - 1.6j, 5.2 - 4.2j, 4.6 - 6.2j, 3.0 - 7.1j,
    1.2 - 6.6j, 0.2 - 4.6j, -0.6 - 2.6j, -1.8 - 1.9j,
)  # fmt: skip
_TOES = (0.9 - 5.6j, 1.9 - 6.3j, 3.0 - 6.6j, 4.0 - 6.2j)
_TOE = 0.5
# Half the width of a knee near the viewer, and by how much the thigh widens to it.
_KNEE, _NEARER = 4.5, 1.1
# The knee of who sits, from the middle of the hips: its thigh points at the viewer.
_LAP = 6.0, -7.2
# How much lower what is nearer is seen of one who lies on a side.
FROM_ABOVE = 0.38
_SOCK = (-2.05 + 3.6j, -2.1 + 1.4j, 2.1 + 1.4j, 2.0 + 3.6j)


class LegSeen(NamedTuple):
    """A leg at one side (-1 is the picture's left).

    `toes_down` is how far the foot hangs and `aside` how far it goes to its side, in degrees. Of one who lies
    on the back and is seen `from_above` the knee is near the viewer; the foot is flat on the mat, or `bare`.
    """

    build: body.Build
    side: int
    hip: complex
    knee: complex
    ankle: complex
    toes_down: float
    aside: float = 0
    from_above: bool = False
    bare: bool = False


def place_front_leg(person: FrontPerson, hips: complex, side: int, leg: FrontLeg) -> LegSeen:
    """Return a leg that stands, one that is lifted and so looks shorter, or one of who sits."""
    build, hip = body.BUILDS[person.look.build], hips + side * _HIP
    if person.sits_at is not None:
        ankle = complex(hips.real + side * leg.out, GROUND)
        return LegSeen(build, side, hip, hips + complex(side * _LAP[0], _LAP[1]), ankle, 0)
    if not leg.hip_bend_degrees:
        ankle = complex(hips.real + side * leg.out, GROUND)
        ankle = hip + (ankle - hip) * turn(side * leg.aside_degrees)
        return LegSeen(
            build, side, hip, between(hip, ankle, 0.502) + side * 0.15, ankle, 0, leg.aside_degrees
        )
    hangs = leg.knee_bend_degrees - leg.hip_bend_degrees
    knee = hip + side * 0.5 - 1j * body.THIGH * math.cos(math.radians(leg.hip_bend_degrees))
    ankle = complex(hips.real + side * leg.out, knee.imag - body.SHIN * math.cos(math.radians(hangs)))
    forward = body.THIGH * math.sin(math.radians(leg.hip_bend_degrees))
    knee += side * forward * math.sin(math.radians(leg.aside_degrees))
    if person.lies_at is not None:
        # Seen a little from above: what is nearer to the viewer is lower in the picture.
        down = FROM_ABOVE if person.lies_on == "left" else -FROM_ABOVE
        knee += down * forward * math.cos(math.radians(leg.aside_degrees))
        ankle += down * (forward - body.SHIN * math.sin(math.radians(hangs)))
    if person.from_above:
        # Beside a leg that is crossed, which is bare, so is the other one.
        bare = person.right_leg.across or person.left_leg.across
        return LegSeen(build, side, hip, knee, ankle, 90, from_above=True, bare=bare)
    return LegSeen(build, side, hip, knee, ankle, hangs)


def felt_on_calf(leg: LegSeen, feel: Feel) -> list[Shape]:
    """Return a patch along each edge of a calf, as much of it as is seen from the front."""
    widths = body.sided(leg.build.front_shin, leg.side)
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


def draw_front_leg(leg: LegSeen, style: Style, *, felt: Sequence[Shape] = ()) -> list[Shape]:
    """Return the skin of a leg with what is `felt` on it, its kneecap, sock and shoe."""
    if leg.from_above:
        return _draw_from_above(leg, style)
    flesh = limb(
        (leg.hip, leg.knee, leg.ankle),
        upper=body.sided(leg.build.front_thigh, leg.side),
        lower=body.sided(leg.build.front_shin, leg.side),
    )
    skin = tuple(flesh.outline)
    shapes = skinned([skin], style, lit=0.8 + 0.2j)
    if felt:
        shapes.append(Clip(skin, tuple(felt)))
    shapes.append(inked(arc(leg.knee - 0.1j, 1.9, 200, 340, steps=8), style))
    return shapes + _draw_shoe(leg, style)


def _draw_from_above(leg: LegSeen, style: Style) -> list[Shape]:
    """Return a leg whose knee is near the viewer: the thigh, a little larger there, ends over the shin."""
    shin = bone_sides(leg.knee, leg.ankle, widths=body.sided(leg.build.front_shin, leg.side))
    thigh = bone_sides(
        leg.hip, leg.knee, widths=body.sided(leg.build.front_thigh, leg.side), ease=(0, _NEARER)
    )
    tones = style.tone("skin", "" if style.faded else "_shade"), style.tone("skin")
    lower = [(*shin[0], *shin[1][::-1])] + ([bare_foot(leg.ankle, leg.side)] if leg.bare else [])
    shapes = joined([(one, tones[0]) for one in lower], style)
    shapes += bare_toes(leg.ankle, leg.side, style) if leg.bare else _draw_shoe(leg, style)
    knee = circle(leg.knee, _KNEE * leg.build.limbs)
    shapes += joined([((*thigh[0], *thigh[1][::-1]), tones[1]), (knee, tones[1])], style)
    return [*shapes, inked(arc(leg.knee, _KNEE * leg.build.limbs * 0.56, 200, 340, steps=8), style)]


def bare_foot(ankle: complex, side: int) -> tuple[complex, ...]:
    """Return the outline of a bare foot in the air, its sole outside; `side` is that of its leg."""
    return tuple(ankle + complex(side * p.real, p.imag) for p in curve(_FOOT, closed=True, steps=6))


def bare_toes(ankle: complex, side: int, style: Style) -> list[Shape]:
    """Return the nails of its toes."""
    toes = (arc(at, _TOE, 200, 340, steps=6) for at in _TOES)
    return [inked([ankle + complex(side * p.real, p.imag) for p in toe], style) for toe in toes]


def _draw_shoe(leg: LegSeen, style: Style) -> list[Shape]:
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


def draw_front_shorts(hips: complex, legs: Sequence[LegSeen], style: Style) -> list[Shape]:
    """Return both legs and the pelvis of the shorts."""
    outlines: list[Line] = []
    seams: list[Shape] = []
    for leg in legs:
        widths = body.sided(leg.build.front_thigh, leg.side)
        cloth = sleeve(leg.hip, leg.knee, widths=widths, last=0.6, ease=(0.35, 0.9), bulge=-1.2j)
        outlines.append(cloth.outline)
        seams.append(seam(cloth.hem[1:-1], "shorts", style, by=1j))
    wide = legs[0].build.trunk
    outlines.append([hips + complex(point.real * wide, point.imag) for point in _PELVIS])
    shapes = joined([(outline, style.tone("shorts")) for outline in outlines], style)
    middle = inked((hips - 1j, hips - 4j, hips - 7.6j), style, end=style.line)
    return [*shapes, *seams, middle]


# From the middle of the hips, on the picture's right for a leg at its left: the knee and the ankle.
_CROSSED = -4.7 - 0.8j, -20.5 - 0.5j, 3.6 + 2.8j
_ANKLE = _CROSSED[2]
_SOLE = (3.9 + 1.4j, 4.7 - 1.2j, 4.9 - 3.8j, 6.5 - 3.8j, 6.5 + 1.4j)
# Where its toes are held, from the ankle.
_HELD_TOES = 3.4 - 5.6j

# Half the width and the height of a thigh that points at the viewer, above the hips.
_THIGH = 5.3, 4.2


class CrossedLeg(NamedTuple):
    """A leg at one side of the picture (-1 is its left), its joints solved."""

    build: body.Build
    side: int
    hips: complex

    def at(self, point: complex) -> complex:
        """Return a place that is told for a leg at the left of the picture."""
        return self.hips + complex(-self.side * point.real, point.imag)

    @property
    def toes(self) -> complex:
        """Where a hand holds the toes."""
        return self.at(_ANKLE + _HELD_TOES)


def draw_crossed(leg: CrossedLeg, style: Style, *, felt: bool) -> list[Shape]:
    """Return thigh, shorts, shin and foot, to be painted over the shirt."""
    hip, knee, ankle = map(leg.at, _CROSSED)
    thigh = _bone(hip, knee, leg.build.front_thigh, leg.side)
    shin = _bone(knee, ankle, leg.build.front_shin, leg.side)
    foot = bare_foot(ankle, -leg.side)
    shapes = skinned([thigh, tuple(circle(knee, 3.6 * leg.build.limbs))], style, lit=0.6 + 0.4j)
    shapes += _shorts(hip, knee, leg, style)
    shapes += skinned([shin, tuple(circle(knee, 3.6 * leg.build.limbs)), foot], style, lit=0.6 + 0.5j)
    if felt:
        sole = tuple(leg.at(_ANKLE + point) for point in _SOLE)
        shapes.append(Clip(foot, tuple(felt_shapes(sole, degrees=45))))
    shapes += bare_toes(ankle, -leg.side, style)
    bone = [leg.at(_ANKLE + p) for p in arc(-0.2 + 0.3j, 1.0, 120, 300, steps=8)]
    return [*shapes, inked(bone, style)]


def _bone(start: complex, end: complex, widths: body.Widths, side: int) -> tuple[complex, ...]:
    front, back = bone_sides(start, end, widths=body.sided(widths, side))
    return (*front, *back[::-1])


def _shorts(hip: complex, knee: complex, leg: CrossedLeg, style: Style) -> list[Shape]:
    """Return the leg of the shorts round the thigh."""
    widths = body.sided(leg.build.front_thigh, leg.side)
    front, back = bone_sides(hip, knee, widths=widths, last=0.66, ease=(0.5, 0.9))
    way = unit(knee - hip)
    edge: Line = hem(front[-1], back[-1], bulge=way * 1.2)
    shapes = joined([(front + edge[1:-1] + back[::-1], style.tone("shorts"))], style)
    return [*shapes, seam(edge[1:-1], "shorts", style, by=-way)]


def draw_lap(hips: complex, knees: list[complex], build: body.Build, style: Style) -> list[Shape]:
    """Return the shorts of who sits: each thigh points at the viewer, in front of the shirt."""
    outlines, seams = [], []
    wide, high = (size * build.limbs for size in _THIGH)
    for knee in knees:
        at, low = complex(knee.real, hips.imag), knee.imag - hips.imag + 1.6
        round_top = [at + complex(wide * p.real, high * p.imag) for p in arc(0, 1, 10, 170)]
        edge = bow(at + complex(-4.7, low), at + 1j * (low - 1.4), at + complex(4.7, low), steps=10)
        outlines.append([*round_top, *edge])
        seams.append(seam(edge[1:-1], "shorts", style, by=1j))
    middle = [hips + point for point in rectangle(-4, 4, -4.6, 2)]
    tone = style.tone("shorts")
    return [*joined([(line, tone) for line in (middle, *outlines)], style), *seams]
