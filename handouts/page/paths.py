"""Boxes, hatching, and paths written as in SVG become the steps of paths."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from handouts.page.surface import Box, Step
from handouts.schema.glyphs import path_commands

# A cubic curve stands for a quarter circle when its handles are this share of the radius.
ROUND = 0.5523


def box_steps(edges: Box, radius: float = 0, *, corners: str = "all") -> Iterator[Step]:
    """Yield the path of a box in points; `corners` rounds `all`, `top` or `bottom`."""
    left, bottom, right, top = edges
    above = radius if corners in ("all", "top") else 0
    below = radius if corners in ("all", "bottom") else 0
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
    walk = _Walk()
    for letter, numbers in path_commands(path):
        walk.follow(letter, numbers)
    return tuple(walk.steps)


@dataclass
class _Walk:
    """Where the pen is, and the steps so far."""

    steps: list[Step] = field(default_factory=list)
    at: complex = 0j
    start: complex = 0j

    def follow(self, letter: str, numbers: tuple[float, ...]) -> None:
        origin = self.at if letter.islower() else 0j
        steps: dict[str, Callable[[tuple[float, ...], complex], None]] = {
            "M": self._move,
            "L": self._line,
            "H": self._across,
            "V": self._down,
            "C": self._curve,
            "A": self._arc,
            "Z": self._close,
        }
        steps[letter.upper()](numbers, origin)

    def _move(self, numbers: tuple[float, ...], origin: complex) -> None:
        self.start = self.at = origin + complex(*numbers)
        self._write("m", self.at)

    def _line(self, numbers: tuple[float, ...], origin: complex) -> None:
        self.at = origin + complex(*numbers)
        self._write("l", self.at)

    def _across(self, numbers: tuple[float, ...], origin: complex) -> None:
        self._line((origin.real + numbers[0], self.at.imag), 0j)

    def _down(self, numbers: tuple[float, ...], origin: complex) -> None:
        self._line((self.at.real, origin.imag + numbers[0]), 0j)

    def _curve(self, numbers: tuple[float, ...], origin: complex) -> None:
        points = [origin + complex(*numbers[at : at + 2]) for at in (0, 2, 4)]
        self.at = points[-1]
        self._write("c", *points)

    def _arc(self, numbers: tuple[float, ...], origin: complex) -> None:
        end = origin + complex(*numbers[5:])
        arc = _Arc(complex(*numbers[:2]), numbers[2], large=bool(numbers[3]), clockwise=bool(numbers[4]))
        for points in arc.curves(self.at, end):
            self._write("c", *points)
        self.at = end

    def _close(self, numbers: tuple[float, ...], origin: complex) -> None:
        self.at = self.start
        self.steps.append(("h", ()))

    def _write(self, step: Literal["m", "l", "c"], *points: complex) -> None:
        self.steps.append((step, tuple(part for point in points for part in (point.real, point.imag))))


@dataclass(frozen=True, slots=True)
class _Arc:
    """A piece of an ellipse with these half axes, its first axis turned by `degrees`."""

    radii: complex
    degrees: float
    large: bool
    clockwise: bool

    def curves(self, start: complex, end: complex) -> list[tuple[complex, complex, complex]]:
        """Return cubic curves from start to end, each at most a quarter turn.

        After the notes on elliptical arcs in SVG 1.1, appendix F.6; radii too short are stretched.
        """
        across, down = abs(self.radii.real), abs(self.radii.imag)
        if start == end:
            return []
        if not across or not down:
            return [(start, end, end)]
        turned = complex(math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees)))

        # Where the ellipse is a circle of radius 1, an arc is only an angle.
        def circled(point: complex) -> complex:
            level = point / turned
            return complex(level.real / across, level.imag / down)

        def placed(point: complex) -> complex:
            return complex(point.real * across, point.imag * down) * turned

        return [
            (placed(a), placed(b), placed(c))
            for a, b, c in _circle_curves(
                circled(start), circled(end), large=self.large, right=self.clockwise
            )
        ]


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
