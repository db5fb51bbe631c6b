"""The strip that says a dose: one row while it fits, and never one word over another."""

import pytest
from drawn import draw, look, near
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_handout import dose

from handouts.compose.doses import dose_cells, dose_sentence
from handouts.compose.exercise_blocks import DoseCell, DoseWord
from handouts.compose.prescription import prescribe
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.page.blocks.doses import DoseStrip, lay_out_dose_strip
from handouts.page.drawable import LayoutError
from handouts.schema.dates import WEEK
from handouts.schema.exercise import Chosen

LIBRARY = Library(CONTENT)
ENGLISH = find_words("en", [CONTENT])
NAMES = ("heel-raise", "bent-knee-wall-stretch", "foam-roller-release", "knee-to-wall")

choices = st.builds(
    Chosen,
    exercise=st.sampled_from(NAMES),
    reps=st.integers(1, 100),
    hold_seconds=st.integers(0, 180),
    times_per_day=st.integers(1, 10),
    days=st.none() | st.lists(st.sampled_from(WEEK), min_size=1, max_size=7, unique=True).map(tuple),
)


def strip(*cells: DoseCell, width: float = 186) -> DoseStrip:
    return lay_out_dose_strip(cells, look(), width=width, letters=("L", "R"), spoken="the dose")


def words_of(drawn_strip: DoseStrip) -> list[str]:
    return ["".join(run.words for run in cell.runs) for cell in drawn_strip.cells]


def with_words(glyph: str, long: str, short: str) -> tuple[DoseCell, ...]:
    """Return the usual dose with other words in one cell."""
    own = ((DoseWord(long, "plain"),), (DoseWord(short, "plain"),))
    return tuple(
        DoseCell(cell.glyph, *own, cell.left, cell.right) if cell.glyph == glyph else cell for cell in dose()
    )


def test_the_usual_strip_has_the_cells_of_the_look() -> None:
    usual = strip(*dose())
    assert usual.height == near(10.6)
    assert [cell.x for cell in usual.cells] == [0, 41, 92, 145]
    assert [cell.width for cell in usual.cells] == [41, 51, 53, 41]


def test_figures_and_words_share_one_baseline_under_the_middle() -> None:
    drawn = draw(strip(*dose()), x=12, y=34.5)
    assert {round(words.baseline, 3) for words in drawn.words if words.inside} == {42.4}
    three = drawn.at("3")
    assert (three.size, three.strong) == (22, True)
    assert three.x == near(12 + 3.5 + 6.2 + 2.2)
    assert drawn.at("Right").x == near(157 + 3.5 + 9.9 + 2.2)


def test_words_too_long_for_their_cell_give_way_to_the_short_ones() -> None:
    laid = strip(*with_words("clock", "hold for thirty seconds long", "hold 30 sec"))
    assert words_of(laid)[1] == "hold 30 sec"
    assert [cell.width for cell in laid.cells] == [41, 51, 53, 41]


def test_then_the_cells_are_shared_out_anew_with_room_at_the_end_of_each() -> None:
    laid = strip(*with_words("clock", "hold for thirty seconds long", "hold for thirty seconds"))
    assert words_of(laid)[1] == "hold for thirty seconds"
    assert laid.height == near(10.6)
    assert sum(cell.width for cell in laid.cells) == pytest.approx(186)
    assert laid.cells[1].width > 51
    assert all(cell.width >= cell.runs[-1].end + 2.1 - 0.001 for cell in laid.cells)


def test_then_the_strip_has_two_rows_and_room_for_the_long_words_again() -> None:
    long = "hold for thirty seconds, breathe and rest"
    laid = strip(*with_words("clock", long, "thirty seconds and then a long rest again"))
    assert laid.height == near(20.2)
    assert [cell.x for cell in laid.cells] == [0, 93, 0, 93]
    assert [cell.y for cell in laid.cells] == near([0, 0, 10.1, 10.1])
    assert words_of(laid)[1] == long


def test_a_cell_too_wide_for_half_a_strip_has_a_row_of_its_own() -> None:
    long = "on Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and on Sunday, all the year"
    laid = strip(*with_words("calendar", long, long))
    assert [cell.y for cell in laid.cells] == near([0, 0, 10.1, 20.2])
    assert laid.cells[2].width == 186


def test_a_cell_wider_than_a_row_is_refused_and_not_cut_off() -> None:
    with pytest.raises(LayoutError, match="the dose"):
        strip(*with_words("calendar", "day " * 100, "day " * 100))


def test_a_narrower_strip_keeps_the_proportions_of_its_cells() -> None:
    laid = strip(*dose(), width=178)
    assert [round(cell.width / 178, 3) for cell in laid.cells] == [0.22, 0.274, 0.285, 0.22]


def test_a_listener_hears_the_whole_dose_as_one_sentence() -> None:
    (paragraph,) = draw(strip(*dose())).document.elements
    assert (paragraph.role, paragraph.said["spoken"]) == ("P", "the dose")


@settings(deadline=None)
@given(choices, st.sampled_from([None, "left", "right", "both"]))
def test_whatever_the_dose_no_word_stands_on_another_or_outside(chosen: Chosen, side: str | None) -> None:
    said = prescribe(chosen, LIBRARY.find_exercise(chosen.exercise), number=1, side=side)
    cells = dose_cells(said, ENGLISH)
    laid = lay_out_dose_strip(
        cells, look(), width=186, letters=("L", "R"), spoken=dose_sentence(said, ENGLISH)
    )
    assert draw(laid).overlaps() == []
    assert [cell.cell for cell in laid.cells] == list(cells)
    for cell in laid.cells:
        assert cell.runs[-1].end <= cell.width
        assert cell.x + cell.width <= 186.001
        assert {run.face.size_pt for run in cell.runs} <= {22, 16, 12}
