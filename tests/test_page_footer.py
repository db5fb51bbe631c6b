"""The words at the foot of a page never run into each other, however long they are."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any, cast

import pytest
from drawn import look

from handouts.compose.handout import Footer
from handouts.page.blocks.footer import PageFooter
from handouts.page.pen import Pen
from handouts.page.surface import Surface
from handouts.page.type import width_pt

USUAL = "Calf and heel pain · version 1.0 · 7F3K-2Q9D"
LONGEST = "Wide Words Wide Words Wi · version 10.10.2026 · 7F3K-2Q9D"


class Noted:
    """A page that only notes what is set: words, with where they begin and end."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, float, float, float]] = []

    def artifact(self, kind: str | None = None) -> AbstractContextManager[None]:
        return nullcontext()

    def path(self, steps: object, **look: object) -> None:
        pass

    def text(self, x: float, y: float, words: str, **look: Any) -> None:
        end = x + width_pt(words, strong=look["strong"], size_pt=look["size"])
        self.runs.append((words, x, end, y))


def drawn(person: str, handout: str, *, paper: str = "a4") -> dict[str, tuple[float, float, float]]:
    noted, style = Noted(), look(paper=paper)
    footer = PageFooter(Footer(person, handout, "Page {page} of {pages}"), style, page=1, pages=12)
    footer.draw(Pen(cast(Surface, noted), style), style.left_mm, style.bottom_mm)
    return {words: place for words, *place in cast(Any, noted.runs)}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("handout", [USUAL, LONGEST])
@pytest.mark.parametrize(
    "person",
    ["", "S.P. · ID 4711", "SPSPSP · ID " + "W" * 12, "SPSPSP · ID " + "W" * 30, "SPSPSP · ID " + "W" * 60],
)
def test_no_words_overlap_or_leave_the_paper(person: str, handout: str, paper: str) -> None:
    places = sorted(
        (y, x, end) for words, (x, end, y) in drawn(person, handout, paper=paper).items() if words
    )
    assert len(places) == 2 + bool(person)
    for (y, _, end), (next_y, next_x, _) in zip(places, places[1:], strict=False):
        assert y != next_y or end < next_x
    width = look(paper=paper).paper.width_mm * 72 / 25.4
    assert all(x > 0 and end < width and y > 12 for y, x, end in places)


def test_the_handout_stands_in_the_middle_where_it_can() -> None:
    x, end, _ = drawn("S.P. · ID 4711", USUAL)[USUAL]
    assert (x + end) / 2 == pytest.approx(look().paper.width_mm * 72 / 25.4 / 2, abs=0.1)


def test_a_long_id_moves_it_aside_and_the_longest_to_a_line_of_its_own() -> None:
    usual = drawn("S.P.", USUAL)[USUAL]
    aside = drawn("SPSPSP · ID " + "W" * 16, USUAL)[USUAL]
    below = drawn("SPSPSP · ID " + "W" * 30, USUAL)[USUAL]
    assert aside[0] > usual[0]
    assert aside[2] == usual[2]
    assert below[2] < usual[2]


def test_two_lines_are_clear_of_the_page_above_them_and_of_the_edge_of_the_paper() -> None:
    places = drawn("SPSPSP · ID " + "W" * 30, LONGEST)
    descent, ascent = 0.265 * 10, 0.935 * 10
    bottom = (look().paper.height_mm - look().bottom_mm) * 72 / 25.4
    assert min(y for *_, y in places.values()) - descent >= 8 * 72 / 25.4 - 0.01
    assert max(y for *_, y in places.values()) + ascent < bottom
