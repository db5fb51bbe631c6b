"""Signs at their place, and the outlines they are made of."""

import math

import pytest
from drawn import Drawn, look
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from handouts.page.glyphs import SideGlyph, disc, draw_glyph, tick_box
from handouts.page.paths import svg_steps
from handouts.page.pen import Pen
from handouts.schema.glyphs import GRID, GlyphPath, Glyphs

numbers = st.integers(-200, 200).map(lambda tenths: tenths / 10)
radii = st.integers(5, 300).map(lambda tenths: tenths / 10)


def curves(path: str) -> list[list[complex]]:
    """Return the points of each cubic curve of an outline, y down as it is written."""
    return [
        [complex(*numbers[at : at + 2]) for at in (0, 2, 4)]
        for step, numbers in svg_steps(path)
        if step == "c"
    ]


def test_an_outline_becomes_steps_from_where_each_begins() -> None:
    steps = (("m", (1, 2)), ("l", (4, 6)), ("l", (9, 6)), ("l", (9, 5)), ("h", ()))
    assert svg_steps("M1 2l3 4H9v-1z") == steps


def test_numbers_after_a_move_are_lines() -> None:
    assert svg_steps("m1 1 2 2 3 3") == svg_steps("M1 1L3 3L6 6")


def test_after_a_close_a_relative_line_starts_where_the_outline_began() -> None:
    assert svg_steps("M1 1h4v4zl0 2")[-2:] == (("h", ()), ("l", (1, 3)))


@given(numbers, numbers, radii, radii, st.integers(-90, 90), st.booleans(), st.booleans())
def test_an_arc_ends_where_it_should(
    x: float, y: float, across: float, down: float, turn: int, large: bool, sweep: bool
) -> None:
    path = f"M0 0A{across} {down} {turn} {large:d} {sweep:d} {x} {y}"
    found = curves(path)
    if (x, y) == (0, 0):
        assert found == []
    else:
        assert abs(found[-1][-1] - complex(x, y)) < 0.01


@given(st.integers(1, 359), radii, st.booleans())
def test_every_point_of_a_round_arc_is_as_far_from_the_middle(
    degrees: int, radius: float, sweep: bool
) -> None:
    turned = math.radians(degrees if sweep else -degrees)
    end = complex(math.cos(turned), math.sin(turned)) * radius
    arc = f"A{radius} {radius} 0 {degrees > 180:d} {sweep:d} {end.real:.6f} {end.imag:.6f}"
    start = complex(radius, 0)
    for first, second, last in curves(f"M{radius} 0{arc}"):
        middle = (start + 3 * first + 3 * second + last) / 8
        assert abs(middle) == pytest.approx(radius, rel=2e-3, abs=2e-3)
        start = last


def test_a_radius_too_short_is_stretched_to_reach() -> None:
    (*_, last) = curves("M0 0A1 1 0 0 1 10 0")
    assert abs(last[-1] - 10) < 0.001


@pytest.mark.parametrize("path", ["M1", "M1 1L2", "M1 1A1 1 0 2 0 3 3", "M1 1z5", "L1 1", "M1 1Q2 2 3 3"])
def test_an_outline_that_cannot_be_read_is_refused(path: str) -> None:
    with pytest.raises(ValidationError):
        GlyphPath(path=path)


def test_every_sign_stays_inside_its_grid() -> None:
    for name in Glyphs.model_fields:
        for mark in getattr(look().layout.glyphs, name):
            numbers = (number for _, numbers in svg_steps(mark.path) for number in numbers)
            assert all(-0.001 <= number <= GRID + 0.001 for number in numbers), name


def test_a_solid_sign_on_its_own_colour_is_reversed() -> None:
    drawn = Drawn()
    draw_glyph(Pen(drawn, look()), "octagon", 10, 20, 7, "paper", ground="warning")
    solid, bar = drawn.paths
    assert (solid.fill, solid.line) == (look().palette["paper"], None)
    assert (bar.fill, bar.line) == (None, look().palette["warning"])


def test_the_number_of_a_disc_is_said_and_the_letters_of_a_side_are_not() -> None:
    drawn = Drawn()
    pen = Pen(drawn, look())
    with pen.element("H3"):
        disc(pen, 0, 0, 12, size_mm=8, face=look().face("disc"))
    SideGlyph(("L", "R"), left=False, right=True, square_mm=4.6, gap_mm=0.7).draw(pen, 0, 0)
    assert [(words.text, words.inside) for words in drawn.words] == [("12", ("H3",)), ("L", ()), ("R", ())]
    number = drawn.words[0]
    assert (number.x + number.end) / 2 == pytest.approx(4, abs=0.01)


def test_the_side_that_works_is_solid() -> None:
    drawn = Drawn()
    SideGlyph(("L", "R"), left=True, right=False, square_mm=4.6, gap_mm=0.7).draw(Pen(drawn, look()), 0, 0)
    palette = look().palette
    assert [words.colour for words in drawn.words] == [palette["paper"], palette["accent"]]


def test_a_box_to_tick_has_a_black_edge_of_one_point() -> None:
    drawn = Drawn()
    tick_box(Pen(drawn, look()), 0, 0, 4.2)
    (box,) = drawn.paths
    assert (box.line, box.weight, box.is_bordered) == ((0, 0, 0), 1, True)
