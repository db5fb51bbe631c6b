"""The skin of a limb as a frame of reference, and the rounded, lit and fibred surfaces on it.

A place on the skin becomes a point of the picture, left or right; two borders become nested bands of tone
and fine slivers along them.
"""

import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from handouts.drawing.curves import Line, between, curve, ease, simplify
from handouts.drawing.picture import Fill, Points, Side
from handouts.schema.region import Offset, Outline, Place, ViewedFrom

Steps = tuple[tuple[float, ...], tuple[float, ...]]

INK = "#000000"
SKIN_LIGHT, SKIN, SKIN_DARK = "#FAECE0", "#F1DCCB", "#D5B199"
OUTLINE_PT = 1.0
# About one dot of a 600 dpi printer, in millimetres.
FINE_MM = 0.06
# Nobody sees the edge between two neighbouring tones; the outermost lies under a line.
_SOFT_MM = 0.12
PAPER = "#FFFFFF"


class Skin(NamedTuple):
    """The skin of one view of a region in a picture, in millimetres.

    The axis stands at 0 at y 0, `length` is the view from y 0 to y 1, `outward` is +1 where the outer side is
    at the viewer's right and -1 where it is at the left; `inner` and `outer` are the widths.
    """

    length: float
    outward: int
    inner: Steps
    outer: Steps

    @property
    def top(self) -> float:
        """The y at which the picture begins."""
        return self.inner[0][0]

    @property
    def bottom(self) -> float:
        """The y at which the picture ends."""
        return self.inner[0][-1]

    @property
    def middle(self) -> float:
        """How far to the viewer's right of the axis the middle of the picture is, in millimetres."""
        return self.outward * self.length * (max(self.outer[1]) - max(self.inner[1])) / 2

    def at(self, x: float, y: float) -> complex:
        """Return the point of the picture at a place of the limb."""
        across = 2 * x - 1
        width = _width(self.inner if across < 0 else self.outer, y)
        return self.length * complex(self.outward * across * width, -y)

    def beside(self, offset: Offset) -> complex:
        """Return the point at (outwards from the axis, y), in lengths of the limb."""
        return self.length * complex(self.outward * offset[0], -offset[1])

    def line(self, places: Sequence[Place], *, closed: bool = False, steps: int = 5) -> Line:
        """Return the smooth line through places of the limb."""
        knots = [complex(*place) for place in places]
        return [self.at(knot.real, knot.imag) for knot in curve(knots, closed=closed, steps=steps)]

    def edges(self, heights: Sequence[float]) -> tuple[Line, Line]:
        """Return the skin at these heights, at the viewer's left and at the viewer's right."""
        inner = [self.at(0, y) for y in heights]
        outer = [self.at(1, y) for y in heights]
        return (inner, outer) if self.outward > 0 else (outer, inner)


def outward_of(side: Side, viewed_from: ViewedFrom) -> int:
    """Return +1 where x 1, the outer side or the back, is at the viewer's right, -1 where it is at the left.

    It is at the right on a right limb from behind, from below and from its inner side.
    """
    return 1 if (side == "right") is (viewed_from not in ("front", "outer side")) else -1


def skin(outline: Outline, *, length: float, side: Side, viewed_from: ViewedFrom = "behind") -> Skin:
    """Return a view of one side of the body."""
    inner = _smoothed(complex(edge.y, edge.inner) for edge in outline)
    outer = _smoothed(complex(edge.y, edge.outer) for edge in outline)
    return Skin(length, outward_of(side, viewed_from), inner, outer)


def _smoothed(knots: Iterable[complex]) -> Steps:
    """Return heights in rising order and the width at each, in many small steps."""
    line = sorted(curve([*knots], steps=8), key=lambda step: step.real)
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


def mix(first: str, second: str, share: float) -> str:
    """Return the tone a `share` (0 to 1) of the way from one `#RRGGBB` to another."""
    parts = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in parts).hex().upper()


class Tones(NamedTuple):
    """How a surface is lit from the upper left: its lightest, middle and darkest tone.

    `start` is the depth of tone where it is lightest, `rise` what is added toward its edges.
    """

    light: str
    middle: str
    dark: str
    start: float = 0.1
    rise: float = 0.78

    def at(self, away: float) -> str:
        """Return the tone at a distance (0 to 1) from where the light falls."""
        depth = min(1.0, self.start + self.rise * away**1.7)
        if depth < 0.6:
            return mix(self.light, self.middle, depth / 0.6)
        return mix(self.middle, self.dark, (depth - 0.6) / 0.4 * 0.75)


class Ribbon(NamedTuple):
    """A surface between two borders of equally many points, from the top down; left is the viewer's left."""

    left: Line
    right: Line

    def along(self, share: float, start: int = 0, end: int | None = None) -> Line:
        """Return the line that runs down the ribbon a `share` of the way from left to right."""
        pairs = zip(self.left[start:end], self.right[start:end], strict=True)
        return [a + (b - a) * share for a, b in pairs]

    def at(self, across: float, down: float) -> complex:
        """Return the point at shares of the width and of the length."""
        place = down * (len(self.left) - 1)
        row = min(int(place), len(self.left) - 2)
        left = between(self.left[row], self.left[row + 1], place - row)
        right = between(self.right[row], self.right[row + 1], place - row)
        return between(left, right, across)

    @property
    def outline(self) -> Line:
        """The closed border, down the left and up the right."""
        return self.left + self.right[::-1]


def lean(line: Sequence[complex], *, within: float = FINE_MM) -> Points:
    """Return a line with no more points than a printer can show."""
    return tuple(simplify(line, within=within))


def evenly(line: Line, count: int) -> Line:
    """Return `count` points at equal steps along a line, its ends included."""
    lengths = [abs(b - a) for a, b in zip(line, line[1:], strict=False)]
    step = sum(lengths) / (count - 1)
    points, passed, place = [line[0]], 0.0, 0
    for number in range(1, count - 1):
        while passed + lengths[place] < number * step:
            passed += lengths[place]
            place += 1
        points.append(between(line[place], line[place + 1], (number * step - passed) / lengths[place]))
    return [*points, line[-1]]


def shaded(ribbon: Ribbon, tones: Tones, *, bands: int, fade: int = 0) -> Iterator[Fill]:
    """Yield the surface as nested bands, the darkest and widest first, lit a third from the left.

    The first `fade` rows of points run out into the paper.
    """
    lit = 0.36
    for band in range(bands):
        reach = 1 - band / bands
        left = max(0.0, lit - 0.48 * reach) if band else 0.0
        right, tone = lit + (1 - lit) * reach, tones.at(reach - 0.5 / bands)
        for row in range(fade):
            corners = ribbon.along(left, row, row + 3) + ribbon.along(right, row, row + 3)[::-1]
            pale = mix(PAPER, tone, ease((row + 0.5) / fade))
            # Two rows deep, so that the next row covers the seam.
            yield Fill((corners[0], corners[2], corners[3], corners[5]), pale)
        down = simplify(ribbon.along(left, fade), within=_SOFT_MM)
        up = simplify(ribbon.along(right, fade), within=_SOFT_MM)
        yield Fill((*down, *up[::-1]), tone)


def fibres(ribbon: Ribbon, tones: tuple[str, ...], *, count: int, seed: int, start: float = 0) -> list[Fill]:
    """Return fine slivers along a ribbon, in these tones in turn, the same ones for the same seed."""
    chance = random.Random(seed)
    slivers, half = [], 0.065
    for number in range(count):
        across = (number + 0.5 + chance.uniform(-0.3, 0.3)) / count
        top = max(start, chance.uniform(0.03, 0.3) + 0.2 * (number % 2))
        end = chance.uniform(0.66, 0.97)
        tone = tones[chance.randrange(len(tones))]
        # A sliver is pointed at both ends.
        upper, lower = (ribbon.at(across, top + (end - top) * share) for share in (0.3, 0.7))
        tip, tail = ribbon.at(across, top), ribbon.at(across, end)
        edge = (tip, upper + half, lower + half, tail, lower - half, upper - half)
        slivers.append(Fill(edge, tone))
    # One tone after the other, so that the page seldom changes its colour.
    return sorted(slivers, key=lambda sliver: sliver.colour)
