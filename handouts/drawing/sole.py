"""The sole of the foot, heel up, so that its inner side is below the inner side of the leg above it."""

import math
from collections.abc import Iterator

from handouts.drawing.curves import Line, between, curve, ellipse, moved, simplify, turn
from handouts.drawing.leg import INK, OUTLINE_PT, SKIN, SKIN_DARK
from handouts.drawing.picture import Clip, Fill, Shape, Stroke, Taper
from handouts.drawing.ribbon import FINE_MM, evenly, mix
from handouts.drawing.skin import Skin
from handouts.schema.region import Cushion, Sole, Toe

SKIN_LIGHT = "#FAECE0"
# One toe, half of it: (across, along) from its tip to its root, in half-widths and half-lengths.
_TOE = ((0.0, -1.0), (0.62, -0.84), (0.98, -0.22), (0.86, 0.42), (0.62, 0.85), (0.55, 1.15))


def sole_of_foot(skin: Skin, sole: Sole) -> Iterator[Shape]:
    """Yield the sole with its toes, its arch and its pads."""
    body = tuple(sole_outline(skin))
    toes = [tuple(simplify(_toe(skin, toe), within=FINE_MM)) for toe in sole.toes]
    for shape in (*toes, body):
        yield Stroke(shape, INK, 2 * OUTLINE_PT, closed=True)
    for toe, shape in reversed(list(zip(sole.toes, toes, strict=True))):
        yield Fill(shape, mix(SKIN, SKIN_DARK, 0.4))
        yield from _pad(skin, toe)
        yield from _toe_lines(skin, toe)
    yield Clip(body, tuple(_relief(skin, sole, body)))
    for crease in sole.creases:
        yield Taper(tuple(evenly(skin.line(crease), 6)), mix(INK, SKIN_DARK, 0.35), (0.05, 0.45, 0.05))


def sole_outline(skin: Skin) -> Line:
    """Return the closed outline of the sole without its toes."""
    rows = [0.0, 0.005, 0.012, 0.022, 0.035, 0.05, 0.075, *(0.1 + 0.02 * row for row in range(35))]
    left, right = skin.edges([*rows, 0.805, 0.812, 0.82])
    return simplify(left + right[::-1], within=FINE_MM)


def _relief(skin: Skin, sole: Sole, body: tuple[complex, ...]) -> Iterator[Shape]:
    """Yield the light and shade of the sole: darker rim, hollow arch, lighter pads."""
    middle = skin.at(0.5, 0.42)
    light = complex(-0.014, 0.014) * skin.length
    rough = simplify(body, within=3 * FINE_MM)
    for step in range(5):
        inner = [between(point, middle, 0.06 * step) + light * step / 4 for point in rough]
        yield Fill(tuple(inner if step else body), mix(mix(SKIN, SKIN_DARK, 0.55), SKIN, step / 4))
    arch = skin.line(sole.arch, closed=True, steps=4)
    root = skin.at(-0.35, 0.42)
    for step in range(4):
        shape = simplify([between(point, root, 0.16 * step) for point in arch], within=FINE_MM)
        yield Fill(tuple(shape), mix(SKIN, SKIN_DARK, 0.08 + 0.17 * step))
    for cushion in sole.cushions:
        yield from _cushion(skin, cushion)


def _cushion(skin: Skin, cushion: Cushion) -> Iterator[Shape]:
    across, along = (half * skin.length for half in cushion.half)
    for step in range(4):
        size = 1 - 0.23 * step
        shape = ellipse(skin.beside(cushion.at), across * size, along * size, count=14)
        yield Fill(tuple(shape), mix(SKIN, SKIN_LIGHT, 0.3 * step))


def _toe(skin: Skin, toe: Toe) -> Line:
    """Return the outline of one toe."""
    half = [*_TOE, *((-across, along) for across, along in reversed(_TOE[1:]))]
    return curve([_on_toe(skin, toe, across, along) for across, along in half], closed=True, steps=4)


def _on_toe(skin: Skin, toe: Toe, across: float, along: float) -> complex:
    """Return the point of the picture at half-widths and half-lengths from the middle of a toe."""
    way = complex(skin.outward * across * toe.half[0], along * toe.half[1]) * skin.length
    return skin.beside(toe.at) + way * turn(skin.outward * toe.degrees)


def _pad(skin: Skin, toe: Toe) -> Iterator[Shape]:
    """Yield the soft end of a toe, lit from the upper left."""
    for step in range(3):
        size, lift = 1 - 0.25 * step, 0.05 * step * toe.half[0] * skin.length
        ring = [
            _on_toe(skin, toe, 0.93 * size * math.cos(angle), -0.12 + 0.84 * size * math.sin(angle))
            for angle in (2 * math.pi * i / 12 for i in range(12))
        ]
        yield Fill(
            tuple(moved(ring, complex(-lift, lift))), mix(mix(SKIN, SKIN_DARK, 0.3), SKIN_LIGHT, step / 2)
        )


def _toe_lines(skin: Skin, toe: Toe) -> Iterator[Shape]:
    """Yield the gaps to the neighbouring toes and the fold of the toe."""
    for side in (-1, 1):
        gap = [_on_toe(skin, toe, side * x, y) for x, y in ((0.98, -0.2), (0.88, 0.38), (0.66, 0.8))]
        yield Taper(tuple(gap), INK, (0.8 * OUTLINE_PT, 0.7 * OUTLINE_PT, 0.2))
    fold = [_on_toe(skin, toe, x, y) for x, y in ((-0.62, 0.7), (0, 0.81), (0.62, 0.7))]
    yield Taper(tuple(fold), mix(INK, SKIN_DARK, 0.35), (0.1, 0.5, 0.1))
