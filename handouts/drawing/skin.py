"""The skin of a limb as a frame of reference: a place on it becomes a point of the picture, left or right."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handouts.drawing.curves import Line, curve
from handouts.schema.region import Offset, Outline, Place

Side = Literal["left", "right"]
Steps = tuple[tuple[float, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Skin:
    """One leg or one sole in a picture, in millimetres.

    `origin` is where the axis stands at y 0, `length` is the limb from y 0 to y 1, `outward` is +1 where the
    outer side is at the viewer's right and -1 where it is at the left; `inner` and `outer` are the widths.
    """

    origin: complex
    length: float
    outward: int
    inner: Steps
    outer: Steps

    @property
    def top(self) -> float:
        """The y at which the picture of the limb begins."""
        return self.inner[0][0]

    def at(self, x: float, y: float) -> complex:
        """Return the point of the picture at a place of the limb."""
        across = 2 * x - 1
        width = _width(self.inner if across < 0 else self.outer, y)
        return self.origin + self.length * complex(self.outward * across * width, -y)

    def beside(self, offset: Offset) -> complex:
        """Return the point at (outwards from the axis, y), in lengths of the limb."""
        return self.origin + self.length * complex(self.outward * offset[0], -offset[1])

    def line(self, places: Sequence[Place], *, closed: bool = False, steps: int = 5) -> Line:
        """Return the smooth line through places of the limb."""
        knots = [complex(*place) for place in places]
        return [self.at(knot.real, knot.imag) for knot in curve(knots, closed=closed, steps=steps)]

    def edges(self, heights: Sequence[float]) -> tuple[Line, Line]:
        """Return the skin at these heights, at the viewer's left and at the viewer's right."""
        inner = [self.at(0, y) for y in heights]
        outer = [self.at(1, y) for y in heights]
        return (inner, outer) if self.outward > 0 else (outer, inner)


def skin(outline: Outline, *, origin: complex, length: float, side: Side) -> Skin:
    """Return a limb seen so that its outer side is at the viewer's right when `side` is right."""
    inner, outer = _steps(outline)
    return Skin(origin, length, 1 if side == "right" else -1, inner, outer)


def _steps(outline: Outline) -> tuple[Steps, Steps]:
    """Return the smoothed inner and outer widths as many small steps."""
    return (
        _smoothed(tuple(complex(edge.y, edge.inner) for edge in outline)),
        _smoothed(tuple(complex(edge.y, edge.outer) for edge in outline)),
    )


def _smoothed(knots: tuple[complex, ...]) -> Steps:
    """Return heights in rising order and the width at each."""
    line = sorted(curve(knots, steps=8), key=lambda step: step.real)
    return tuple(step.real for step in line), tuple(step.imag for step in line)


def _width(steps: Steps, y: float) -> float:
    """Return the width at one height; above the first and below the last it stays the same."""
    heights, widths = steps
    if y <= heights[0]:
        return widths[0]
    if y >= heights[-1]:
        return widths[-1]
    after = bisect_left(heights, y)
    low, high = heights[after - 1], heights[after]
    share = (y - low) / (high - low)
    return widths[after - 1] + (widths[after] - widths[after - 1]) * share
