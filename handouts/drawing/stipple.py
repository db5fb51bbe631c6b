"""A pain zone becomes dots: tight and large in a main pain area, thinning out where pain may spread.

The dots keep their distance from each other (blue noise), so density reads as meaning in one-bit print.
"""

import random
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from handouts.drawing.curves import Line, ease

# Column and row, whole numbers, as the division of floats leaves them.
Cell = tuple[float, float]


class Density(NamedTuple):
    """Distances between dots in millimetres: `near` in the middle of a zone, `far` at its edge.

    `fall_mm` is how far from the edge the change begins.
    """

    near_mm: float
    far_mm: float
    fall_mm: float


class _Area:
    """A closed outline with its width ready at every quarter millimetre of height, for quick questions."""

    def __init__(self, outline: Sequence[complex]) -> None:
        self.outline = outline
        self.left, self.right = min(p.real for p in outline), max(p.real for p in outline)
        self.bottom, self.top = min(p.imag for p in outline), max(p.imag for p in outline)
        rows = int((self.top - self.bottom) / 0.25) + 2
        self._rows = [sorted(_crossings(outline, self.bottom + 0.25 * row)) for row in range(rows)]

    def holds(self, point: complex) -> bool:
        """Return whether a point lies in the area, to the nearest quarter millimetre of height."""
        if not self.bottom < point.imag < self.top:
            return False
        row = self._rows[round((point.imag - self.bottom) / 0.25)]
        return bisect_left(row, point.real) % 2 == 1

    def depth(self, point: complex) -> float:
        """Return about how far a point is from the edge."""
        return min(abs(point - corner) for corner in self.outline)


def _crossings(outline: Sequence[complex], height: float) -> list[float]:
    """Return where an outline crosses one height."""
    pairs = zip(outline, [*outline[1:], outline[0]], strict=True)
    return [
        a.real + (b.real - a.real) * (height - a.imag) / (b.imag - a.imag)
        for a, b in pairs
        if (a.imag > height) != (b.imag > height)
    ]


def stipple(
    outlines: Sequence[Line],
    density: Density,
    *,
    seed: int,
    avoid: Sequence[Line] = (),
    where: Callable[[complex], bool] | None = None,
) -> Line:
    """Return the dots inside any of the outlines and outside all of `avoid`.

    The same seed gives the same dots; `where` may refuse a place.
    """
    areas, kept_clear = [_Area(line) for line in outlines], [_Area(line) for line in avoid]
    dots = _Dots(density)
    for area, point in _throws(areas, density, random.Random(seed), dots=dots):
        if not area.holds(point) or dots.crowd(point, density.near_mm) or (where and not where(point)):
            continue
        if any(area.holds(point) for area in kept_clear):
            continue
        if not dots.crowd(point, _spacing(point, areas, density)):
            dots.add(point)
    return dots.placed


# Steps from a cell to itself and to the eight around it.
_AROUND = tuple((i, j) for i in (0, -1, 1) for j in (0, -1, 1))
# Steps from a cell as wide as a quarter of a distance to those that lie wholly within that distance.
_WITHIN = tuple((i, j) for i in range(-2, 3) for j in range(-2, 3) if abs(i * j) < 4)


class _Dots:
    """The dots so far, each by the cells it can be too close to; most throws end at one look at `full`."""

    def __init__(self, density: Density) -> None:
        self.placed: Line = []
        # Whole cells, a quarter of the least distance wide, that lie too close to a dot.
        self.full: set[Cell] = set()
        self.part = density.near_mm / 4
        self._cell = density.far_mm
        self._around: dict[Cell, Line] = {}

    def add(self, dot: complex) -> None:
        self.placed.append(dot)
        column, row = _cell(dot, self._cell)
        for i, j in _AROUND:
            self._around.setdefault((column + i, row + j), []).append(dot)
        column, row = _cell(dot, self.part)
        self.full.update((column + i, row + j) for i, j in _WITHIN)

    def crowd(self, point: complex, spacing: float) -> bool:
        """Return whether a dot is already closer than `spacing`."""
        return any(abs(dot - point) < spacing for dot in self._around.get(_cell(point, self._cell), ()))


def _cell(point: complex, size: float) -> Cell:
    return point.real // size, point.imag // size


def _throws(
    areas: Sequence[_Area], density: Density, chance: random.Random, *, dots: _Dots
) -> Iterator[tuple[_Area, complex]]:
    """Yield random places about each area, but for full cells.

    It throws about twenty-five times for every dot that can find room.
    """
    throw, part, full = chance.random, dots.part, dots.full
    for area in areas:
        left, width = area.left, area.right - area.left
        bottom, height = area.bottom, area.top - area.bottom
        for _ in range(int(25 * width * height / density.near_mm**2)):
            x, y = left + width * throw(), bottom + height * throw()
            if (x // part, y // part) not in full:
                yield area, complex(x, y)


def _spacing(point: complex, areas: Sequence[_Area], density: Density) -> float:
    """Return how far apart dots stand at a point in one of the areas."""
    if density.near_mm == density.far_mm:
        return density.near_mm
    depth = max(area.depth(point) for area in areas if area.holds(point))
    return density.far_mm + (density.near_mm - density.far_mm) * ease(depth / density.fall_mm)
