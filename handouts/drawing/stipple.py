"""A pain zone becomes dots: tight and large in a main pain area, thinning out where pain may spread.

The dots keep their distance from each other (blue noise), so density reads as meaning in one-bit print.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handouts.drawing.curves import Line, ease

Grid = dict[tuple[int, int], list[complex]]


@dataclass(frozen=True, slots=True)
class Density:
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
        self._rows = [_crossings(outline, self.bottom + 0.25 * row) for row in range(rows)]

    def holds(self, point: complex) -> bool:
        """Return whether a point lies in the area, to the nearest quarter millimetre of height."""
        if not self.bottom < point.imag < self.top:
            return False
        row = self._rows[round((point.imag - self.bottom) / 0.25)]
        return sum(x < point.real for x in row) % 2 == 1

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
    chance, grid, cell = random.Random(seed), Grid(), density.far_mm
    dots: Line = []
    for point in (point for area in areas for point in _throws(area, density, chance)):
        near = _neighbours(grid, point, cell)
        if _crowded(point, near, density.near_mm) or (where and not where(point)):
            continue
        if any(area.holds(point) for area in kept_clear):
            continue
        if not _crowded(point, near, _spacing(point, areas, density)):
            dots.append(point)
            grid.setdefault((int(point.real // cell), int(point.imag // cell)), []).append(point)
    return dots


def _throws(area: _Area, density: Density, chance: random.Random) -> Iterator[complex]:
    """Yield places in an area at random, about twenty-five for every dot that can find room."""
    room = (area.right - area.left) * (area.top - area.bottom)
    for _ in range(int(25 * room / density.near_mm**2)):
        point = complex(chance.uniform(area.left, area.right), chance.uniform(area.bottom, area.top))
        if area.holds(point):
            yield point


def _neighbours(grid: Grid, point: complex, cell: float) -> Line:
    """Return the dots in the nine cells around a point."""
    column, row = int(point.real // cell), int(point.imag // cell)
    cells = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return [dot for place in cells for dot in grid.get(place, ())]


def _spacing(point: complex, areas: Sequence[_Area], density: Density) -> float:
    """Return how far apart dots stand at a point in one of the areas."""
    if density.near_mm == density.far_mm:
        return density.near_mm
    depth = max(area.depth(point) for area in areas if area.holds(point))
    return density.far_mm + (density.near_mm - density.far_mm) * ease(depth / density.fall_mm)


def _crowded(point: complex, near: Sequence[complex], spacing: float) -> bool:
    """Return whether a dot is already closer than `spacing`."""
    return any(abs(dot - point) < spacing for dot in near)
