"""Knots become smooth lines: points are complex numbers, x to the right and y up, angles in degrees."""

import cmath
import math
from collections.abc import Iterable, Sequence

Line = list[complex]


def turn(degrees: float) -> complex:
    """Return the factor that turns a point counter-clockwise about the origin."""
    return cmath.exp(1j * math.radians(degrees))


def unit(vector: complex) -> complex:
    """Return the direction of a vector, length 1; east when the vector has no length."""
    length = abs(vector)
    return vector / length if length > 1e-9 else 1 + 0j


def degrees_of(vector: complex) -> float:
    """Return the angle of a vector, counter-clockwise from east, -180 to 180 degrees."""
    return math.degrees(cmath.phase(vector))


def between(start: complex, end: complex, share: float) -> complex:
    """Return the point a `share` (0 to 1) of the way from start to end."""
    return start + (end - start) * share


def ease(share: float) -> float:
    """Return `share`, held between 0 and 1, with a slow start and a slow end."""
    if share <= 0:
        return 0.0
    return share * share * (3 - 2 * share) if share < 1 else 1.0


def _bezier_weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Return the cubic Bézier weights at 0, 1/steps … 1."""
    shares = [step / steps for step in range(steps + 1)]
    return tuple(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in shares)


def bezier(a: complex, b: complex, c: complex, d: complex, *, steps: int = 16) -> Line:
    """Return a cubic Bézier curve from `a` to `d` as `steps` + 1 points."""
    return [a * p + b * q + c * r + d * s for p, q, r, s in _bezier_weights(steps)]


def bow(start: complex, control: complex, end: complex, *, steps: int = 12) -> Line:
    """Return a quadratic Bézier curve as `steps` + 1 points."""
    return bezier(start, start + (control - start) * 2 / 3, end + (control - end) * 2 / 3, end, steps=steps)


def curve(
    knots: Sequence[complex], *, closed: bool = False, corners: Iterable[int] = (), steps: int = 8
) -> Line:
    """Return the centripetal Catmull-Rom curve through the knots, `steps` points to a span.

    Centripetal (Barry and Goldman 1988, exponent one half) because a uniform curve overshoots where
    knots stand at uneven distances. `corners` are the numbers of the knots at which the line breaks.
    """
    sharp = set(corners)
    count = len(knots)
    gaps = [math.sqrt(max(abs(knots[(i + 1) % count] - knots[i]), 1e-6)) for i in range(count)]
    weights = _bezier_weights(steps)[:-1]
    line: Line = []
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        start, end = knots[i], knots[j]
        leave = start + (end - start) / 3
        if i not in sharp and (closed or i > 0):
            leave = _handle(knots[i - 1], start, end, gaps=(gaps[i - 1], gaps[i]))
        arrive = end + (start - end) / 3
        if j not in sharp and (closed or i + 2 < count):
            arrive = _handle(knots[(j + 1) % count], end, start, gaps=(gaps[j], gaps[i]))
        line += [start * p + leave * q + arrive * r + end * s for p, q, r, s in weights]
    if not closed:
        line.append(knots[-1])
    return line


def _handle(before: complex, at: complex, after: complex, *, gaps: tuple[float, float]) -> complex:
    """Return the Bézier handle at `at` toward `after`; gaps are square roots of the two distances."""
    a, b = gaps
    return (a * a * after - b * b * before + (2 * a * a + 3 * a * b + b * b) * at) / (3 * a * (a + b))


def circle(centre: complex, radius: float, *, count: int = 40) -> Line:
    """Return a circle as `count` points."""
    return [centre + radius * turn(360 * i / count) for i in range(count)]


def ellipse(centre: complex, across: float, up: float, *, degrees: float = 0, count: int = 24) -> Line:
    """Return an ellipse with these half-axes, turned by `degrees`."""
    tilt = turn(degrees)
    return [centre + complex(across * p.real, up * p.imag) * tilt for p in circle(0, 1, count=count)]


def arc(centre: complex, radius: float, start: float, end: float, *, steps: int = 14) -> Line:
    """Return the arc from `start` to `end` degrees as `steps` + 1 points."""
    return [centre + radius * turn(start + (end - start) * i / steps) for i in range(steps + 1)]


def rectangle(left: float, right: float, bottom: float, top: float) -> Line:
    """Return the four corners, counter-clockwise from the lower left."""
    return [complex(left, bottom), complex(right, bottom), complex(right, top), complex(left, top)]


def bar(start: complex, end: complex, *, half: float) -> Line:
    """Return the four corners of a straight bar between two places, so much to each side of the way."""
    side = 1j * unit(end - start) * half
    return [start + side, end + side, end - side, start - side]


def rounded_rectangle(left: float, right: float, bottom: float, top: float, *, radius: float) -> Line:
    """Return a rectangle whose corners are quarter circles."""
    r = radius
    corners = ((right - r, bottom + r), (right - r, top - r), (left + r, top - r), (left + r, bottom + r))
    return [
        point
        for quarter, corner in enumerate(corners)
        for point in arc(complex(*corner), r, 90 * quarter - 90, 90 * quarter, steps=5)
    ]


def mirror(points: Iterable[complex]) -> Line:
    """Return the points reflected in the vertical line x = 0."""
    return [-point.conjugate() for point in points]


def moved(points: Iterable[complex], by: complex) -> Line:
    """Return the points shifted by a vector."""
    return [point + by for point in points]


def resample(line: Sequence[complex], step: float) -> Line:
    """Return points `step` apart along a line, its first and last point included."""
    out = [line[0]]
    left = step
    for start, end in zip(line, line[1:], strict=False):
        length = abs(end - start)
        at = left
        while at <= length:
            out.append(between(start, end, at / length))
            at += step
        left = at - length
    if abs(out[-1] - line[-1]) > 1e-6:
        out.append(line[-1])
    return out


def smooth(line: Sequence[complex], *, passes: int = 10) -> Line:
    """Return the line with each inner point drawn to its neighbours (1 2 1) / 4, `passes` times."""
    out = list(line)
    first, last = out[0], out[-1]
    for _ in range(passes):
        middle = [(a + b + b + c) * 0.25 for a, b, c in zip(out, out[1:], out[2:], strict=False)]
        out = [first, *middle, last]
    return out


def simplify(line: Sequence[complex], *, within: float = 0.02) -> Line:
    """Return fewer points that stay within a distance of the line, found in one way along it.

    From each point that is kept, a cone holds the directions that pass near enough to every point since; the
    last point in the cone is kept next (Zhao and Saalfeld 1997). In numbers, because lines are many.
    """
    if len(line) < 4:
        return list(line)
    last = line[0]
    kept = [last]
    at_x, at_y = last.real, last.imag
    right_x = right_y = left_x = left_y = 0.0
    near, farthest = within * within, 0.0
    for point in line[1:]:
        x, y = point.real - at_x, point.imag - at_y
        square = x * x + y * y
        if farthest and (right_x * y < right_y * x or left_x * y > left_y * x or square < farthest):
            kept.append(last)
            at_x, at_y = last.real, last.imag
            x, y = point.real - at_x, point.imag - at_y
            square, farthest = x * x + y * y, 0.0
        last = point
        if square <= near:
            continue
        along = (square - near) ** 0.5
        edge_x, edge_y = x * along + y * within, y * along - x * within
        if not farthest or right_x * edge_y > right_y * edge_x:
            right_x, right_y = edge_x, edge_y
        edge_x, edge_y = x * along - y * within, y * along + x * within
        if not farthest or left_x * edge_y < left_y * edge_x:
            left_x, left_y = edge_x, edge_y
        farthest = square
    return [*kept, last]


def crossing(a: complex, b: complex, c: complex, d: complex) -> complex | None:
    """Return the point where the stretch a-b meets the stretch c-d, if they do."""
    first, second, gap = b - a, d - c, c - a
    turned = (first.conjugate() * second).imag
    if abs(turned) < 1e-12:
        return None
    along = (gap.conjugate() * second).imag / turned
    across = (gap.conjugate() * first).imag / turned
    return a + first * along if 0 <= along <= 1 and 0 <= across <= 1 else None
