"""Fingers and toes of a region, in its own measures."""

import math
from collections.abc import Iterator

from handouts.drawing.curves import curve, moved, turn
from handouts.drawing.picture import Fill, Points, Shape, Stroke, Taper
from handouts.drawing.skin import INK, OUTLINE_PT, SKIN, SKIN_DARK, SKIN_LIGHT, Skin, lean, mix
from handouts.schema.region import Digit, View

# One finger or toe, half of it: (across, along) from its tip to its root, in half-widths and half-lengths.
_DIGIT = ((0.0, -1.0), (0.62, -0.84), (0.98, -0.22), (0.86, 0.42), (0.62, 0.85), (0.55, 1.15))


def draw_digit_edges(skin: Skin, view: View) -> Iterator[Shape]:
    """Yield the outlines of fingers or toes, to be painted before the skin that they grow from."""
    for digit in view.digits:
        yield Stroke(digit_outline(skin, digit), INK, 2 * OUTLINE_PT, closed=True)


def draw_digits(skin: Skin, view: View) -> Iterator[Shape]:
    """Yield fingers or toes without their outlines, the first one over the others."""
    for digit in reversed(view.digits):
        yield Fill(digit_outline(skin, digit), mix(SKIN, SKIN_DARK, 0.4))
        yield from _tip(skin, digit)
        yield from _digit_lines(skin, digit)


def digit_outline(skin: Skin, digit: Digit) -> Points:
    """Return the closed outline of a finger or a toe."""
    half = [*_DIGIT, *((-across, along) for across, along in reversed(_DIGIT[1:]))]
    return lean(
        curve([_on_digit(skin, digit, across, along) for across, along in half], closed=True, steps=4)
    )


def _on_digit(skin: Skin, digit: Digit, across: float, along: float) -> complex:
    """Return the point of the picture at half-widths and half-lengths from the middle of a digit."""
    way = complex(skin.outward * across * digit.half[0], along * digit.half[1]) * skin.length
    return skin.beside(digit.at) + way * turn(skin.outward * digit.degrees)


def _tip(skin: Skin, digit: Digit) -> Iterator[Shape]:
    """Yield the soft end of a digit, lit from the upper left."""
    for step in range(3):
        size, lift = 1 - 0.25 * step, 0.05 * step * digit.half[0] * skin.length
        ring = [
            _on_digit(skin, digit, 0.93 * size * math.cos(angle), -0.12 + 0.84 * size * math.sin(angle))
            for angle in (2 * math.pi * i / 12 for i in range(12))
        ]
        tone = mix(mix(SKIN, SKIN_DARK, 0.3), SKIN_LIGHT, step / 2)
        yield Fill(tuple(moved(ring, complex(-lift, lift))), tone)


def _digit_lines(skin: Skin, digit: Digit) -> Iterator[Shape]:
    """Yield the gaps to the neighbouring digits and the fold of the digit."""
    for side in (-1, 1):
        gap = [_on_digit(skin, digit, side * x, y) for x, y in ((0.98, -0.2), (0.88, 0.38), (0.66, 0.8))]
        yield Taper(tuple(gap), INK, (0.8 * OUTLINE_PT, 0.7 * OUTLINE_PT, 0.2))
    fold = [_on_digit(skin, digit, x, y) for x, y in ((-0.62, 0.7), (0, 0.81), (0.62, 0.7))]
    yield Taper(tuple(fold), mix(INK, SKIN_DARK, 0.35), (0.1, 0.5, 0.1))
