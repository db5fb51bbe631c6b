"""Boxes, hatching, and paths written as in SVG become the steps of paths."""

import math
from collections.abc import Iterator
from functools import cache

from handouts.page.surface import Box, Step
from handouts.schema.glyphs import path_commands

# A cubic curve stands for a quarter circle when its handles are this share of the radius.
ROUND = 0.5523


def box_steps(edges: Box, radius: float = 0, *, corners: str = "all") -> Iterator[Step]:
    """Yield the path of a box in points; `corners` rounds `all` or those at the `top`."""
    left, bottom, right, top = edges
    above, below = radius, radius if corners == "all" else 0
    # Where the handles of the curves stand, from the corner.
    a, b = above * (1 - ROUND), below * (1 - ROUND)
    yield "m", (left + below, bottom)
    yield "l", (right - below, bottom)
    if below:
        yield "c", (right - b, bottom, right, bottom + b, right, bottom + below)
    yield "l", (right, top - above)
    if above:
        yield "c", (right, top - a, right - a, top, right - above, top)
    yield "l", (left + above, top)
    if above:
        yield "c", (left + a, top, left, top - a, left, top - above)
    yield "l", (left, bottom + below)
    if below:
        yield "c", (left, bottom + b, left + b, bottom, left + below, bottom)
    yield "h", ()


def hatch_steps(edges: Box, pitch: float) -> Iterator[Step]:
    """Yield lines at 45 degrees across a box, `pitch` apart; they stand out over its edges."""
    left, bottom, right, top = edges
    step, tall = pitch * 2**0.5, top - bottom
    for line in range(int((right - left + tall) / step) + 1):
        at = left - tall + step * (0.5 + line)
        yield "m", (at, bottom)
        yield "l", (at + tall, top)


# Measured: 4 % of the time of a roster of many plans.
@cache
def svg_steps(path: str) -> tuple[Step, ...]:
    """Return the steps of a path written as in SVG, y down as there; the signs of a layout are few."""
    return tuple(_steps(path))


def _steps(path: str) -> Iterator[Step]:
    at = start = 0j
    for letter, numbers in path_commands(path):
        origin = at if letter.islower() else 0j
        match letter.upper():
            case "M":
                at = start = origin + complex(*numbers)
                yield "m", _pairs(at)
            case "Z":
                at = start
                yield "h", ()
            case "C":
                points = [origin + complex(*numbers[first : first + 2]) for first in (0, 2, 4)]
                at = points[-1]
                yield "c", _pairs(*points)
            case "A":
                end = origin + complex(*numbers[5:])
                for curve in _arc(at, end, numbers):
                    yield "c", _pairs(*curve)
                at = end
            case "H" | "V":
                across, down = origin.real + numbers[0], origin.imag + numbers[0]
                at = complex(across, at.imag) if letter in "Hh" else complex(at.real, down)
                yield "l", _pairs(at)
            case _:
                at = origin + complex(*numbers)
                yield "l", _pairs(at)


def _pairs(*points: complex) -> tuple[float, ...]:
    return tuple(part for point in points for part in (point.real, point.imag))


def _arc(start: complex, end: complex, numbers: tuple[float, ...]) -> list[tuple[complex, complex, complex]]:
    """Return cubic curves for a piece of an ellipse, each at most a quarter turn.

    The numbers are its half axes, by how many degrees the first is turned, and whether it is the larger piece
    and goes clockwise. After the notes on elliptical arcs in SVG 1.1, appendix F.6; radii too short are
    stretched.
    """
    across, down, degrees = abs(numbers[0]), abs(numbers[1]), numbers[2]
    if start == end:
        return []
    if not across or not down:
        return [(start, end, end)]
    turned = complex(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))

    # Where the ellipse is a circle of radius 1, an arc is only an angle.
    def circled(point: complex) -> complex:
        level = point / turned
        return complex(level.real / across, level.imag / down)

    def placed(point: complex) -> complex:
        return complex(point.real * across, point.imag * down) * turned

    curves = _circle_curves(circled(start), circled(end), large=bool(numbers[3]), right=bool(numbers[4]))
    return [(placed(a), placed(b), placed(c)) for a, b, c in curves]


def _circle_curves(
    start: complex, end: complex, *, large: bool, right: bool
) -> list[tuple[complex, complex, complex]]:
    """Return the curves of an arc of a circle of radius 1, or of the smallest that reaches both ends."""
    half = (end - start) / 2
    radius = max(1.0, abs(half))
    rise = math.sqrt(max(0.0, radius**2 - abs(half) ** 2))
    side = 1 if large != right else -1
    centre = start + half + side * rise * 1j * half / abs(half)
    from_angle = math.atan2((start - centre).imag, (start - centre).real)
    to_angle = math.atan2((end - centre).imag, (end - centre).real)
    sweep = (to_angle - from_angle) % (2 * math.pi)
    if not right:
        sweep -= 2 * math.pi
    parts = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    return [
        _quarter(centre, radius, from_angle + sweep * part / parts, sweep / parts) for part in range(parts)
    ]


def _quarter(centre: complex, radius: float, angle: float, sweep: float) -> tuple[complex, complex, complex]:
    """Return the handles and the end of one curve along a circle."""
    handle = 4 / 3 * math.tan(sweep / 4) * 1j
    first = complex(math.cos(angle), math.sin(angle)) * radius
    last = complex(math.cos(angle + sweep), math.sin(angle + sweep)) * radius
    return centre + first * (1 + handle), centre + last * (1 - handle), centre + last
