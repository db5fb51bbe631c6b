"""The legs of one who sits, seen from the front: the lap, and a leg whose ankle is on the other thigh."""

from typing import NamedTuple

from handouts.drawing import body
from handouts.drawing.curves import Line, arc, bow, circle, rectangle, unit
from handouts.drawing.front_leg import bare_foot, bare_toes
from handouts.drawing.inking import Style, inked, joined, seam, skinned
from handouts.drawing.limb import bone_sides, hem
from handouts.drawing.picture import Clip, Shape
from handouts.drawing.side_leg import felt_shapes

# From the middle of the hips, on the picture's right for a leg at its left: the knee and the ankle.
_HIP, _KNEE, _ANKLE = -4.7 - 0.8j, -20.5 - 0.5j, 3.6 + 2.8j
_SOLE = (3.9 + 1.4j, 4.7 - 1.2j, 4.9 - 3.8j, 6.5 - 3.8j, 6.5 + 1.4j)
# Where hands hold it, from the ankle.
HELD = {"toes": 3.4 - 5.6j, "heel": 3.6 + 1.6j}

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

    def held(self, part: str) -> complex:
        """Return where a hand holds the toes or the heel."""
        return self.at(_ANKLE + HELD[part])


def draw_crossed(leg: CrossedLeg, style: Style, *, felt: bool) -> list[Shape]:
    """Return thigh, shorts, shin and foot, to be painted over the shirt."""
    hip, knee, ankle = map(leg.at, (_HIP, _KNEE, _ANKLE))
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
