import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.drawing.curves import (
    arc,
    circle,
    crossing,
    curve,
    mirror,
    rectangle,
    resample,
    rounded_rectangle,
    simplify,
    smooth,
)

PLACES = st.builds(complex, st.integers(-50, 50), st.integers(-50, 50))
LINES = st.lists(PLACES, min_size=3, max_size=12, unique=True)


@given(LINES, st.booleans())
def test_a_curve_goes_through_every_knot(knots: list[complex], closed: bool) -> None:
    line = curve(knots, closed=closed, steps=4)
    assert [min(abs(point - knot) for point in line) < 1e-9 for knot in knots] == [True] * len(knots)


def test_a_curve_does_not_overshoot_where_knots_stand_unevenly() -> None:
    line = curve([0j, 10 + 0j, 10.2 + 1j, 10.2 + 11j], steps=20)
    assert max(point.real for point in line) < 10.6


def test_a_curve_breaks_at_a_corner_and_is_round_elsewhere() -> None:
    square = rectangle(0, 10, 0, 10)
    round_, broken = (curve(square, closed=True, corners=corners, steps=8) for corners in ((), range(4)))
    assert max(point.real for point in round_) > 10.5
    assert max(point.real for point in broken) == pytest.approx(10)


@given(LINES, st.floats(0.2, 5))
def test_resampled_points_are_even_and_keep_both_ends(line: list[complex], step: float) -> None:
    points = resample(line, step)
    assert points[0] == line[0] and abs(points[-1] - line[-1]) < 1e-6
    gaps = [abs(b - a) for a, b in zip(points, points[1:], strict=False)]
    assert max(gaps) <= step + 1e-9


@given(LINES, st.floats(0.1, 10))
def test_a_simplified_line_keeps_its_ends_and_never_gains_points(line: list[complex], within: float) -> None:
    kept = simplify(line, within=within)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)


def test_simplifying_drops_what_nobody_sees_and_keeps_corners() -> None:
    dotted = resample([0j, 10 + 0j, 10 + 10j], 0.5)
    assert simplify(dotted, within=0.01) == [0j, 10 + 0j, 10 + 10j]


def test_smoothing_rounds_a_corner_and_keeps_the_ends() -> None:
    line = smooth(resample([0j, 10 + 0j, 10 + 10j], 1), passes=5)
    assert (line[0], line[-1]) == (0j, 10 + 10j)
    assert min(abs(point - 10) for point in line) > 0.5


def test_stretches_cross_only_where_both_are() -> None:
    assert crossing(0j, 4 + 4j, 4j, 4 + 0j) == pytest.approx(2 + 2j)
    assert crossing(0j, 1 + 1j, 4j, 4 + 0j) is None
    assert crossing(0j, 4 + 0j, 1j, 4 + 1j) is None


@given(LINES)
def test_a_mirrored_mirror_is_the_line_itself(line: list[complex]) -> None:
    assert mirror(mirror(line)) == line


def test_round_shapes_keep_their_radius() -> None:
    assert [abs(point - 3) for point in circle(3 + 0j, 2)] == pytest.approx([2] * 40)
    assert arc(0j, 1, 0, 90)[-1] == pytest.approx(1j)
    rounded = rounded_rectangle(0, 10, 0, 6, radius=2)
    assert min(abs(point - (10 + 6j)) for point in rounded) == pytest.approx(2 * 2**0.5 - 2, abs=0.1)
