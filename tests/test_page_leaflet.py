"""A leaflet: a sheet folded twice, its panels in the order in which they are opened, clear of the folds."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from printed import TESTS, printed

from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import lay_out

MM = 72 / 25.4
# How near to a fold or to the edge of the sheet letters may be, in millimetres.
CLEAR_MM = 7.9
# How much narrower than a third of the sheet the panel is that is folded in.
NARROWER_MM = 2
every_paper = pytest.mark.parametrize(
    ("plan", "paper"), [("usual-plan", "a4"), ("usual-plan", "letter"), ("one-exercise", "letter")]
)


@cache
def panels(plan: str, paper: str) -> list[list[tuple[str, float]]]:
    """Return the words of each panel of each page, and how near they come to its edges in millimetres."""
    one = printed(TESTS / "cases" / plan / "plan.yaml", "leaflet")
    made = pdf_bytes(lay_out(one.handout, replace(one.style, paper_name=paper), path=Path(plan)))
    with pdfium.PdfDocument(BytesIO(made)) as pdf:
        return [[*_of_page(page, is_inside=at % 2 == 1)] for at, page in enumerate(pdf)]


def _of_page(page: pdfium.PdfPage, *, is_inside: bool) -> list[tuple[str, float]]:
    text, width = page.get_textpage(), page.get_width()
    third = width / 3
    narrow, wide = third - NARROWER_MM * MM, third + NARROWER_MM / 2 * MM
    edges = (0, wide, 2 * wide, width) if is_inside else (0, narrow, narrow + wide, width)
    letters = text.get_text_range()
    boxes = [text.get_charbox(at) for at, letter in enumerate(letters) if letter.strip()]
    found = []
    for left, right in zip(edges, edges[1:], strict=False):
        words = text.get_text_bounded(left=left, right=right)
        near = [min(box[0] - left, right - box[2]) for box in boxes if left <= box[0] < right]
        found.append((" ".join(words.split()), min(near, default=width) / MM))
    return found


@every_paper
def test_no_letter_is_near_a_fold(plan: str, paper: str) -> None:
    assert min(near for page in panels(plan, paper) for _, near in page) >= CLEAR_MM


@every_paper
def test_the_cover_lies_on_top_and_its_back_beside_it(plan: str, paper: str) -> None:
    (_, _), (back, _), (cover, _) = panels(plan, paper)[0]
    assert "Calf and heel pain" in cover and "Get help first" in cover
    assert "Page 1 of" in cover and "Page 6 of" in back
    assert "01632 960 123" in back or "No better" in back


@every_paper
def test_the_inside_is_read_from_left_to_right(plan: str, paper: str) -> None:
    inside = [re.findall(r"Page (\d+) of", words) for words, _ in panels(plan, paper)[1]]
    assert inside == [["2"], ["3"], ["4"]]


@every_paper
def test_the_panel_that_is_pointed_to_has_the_first_warning_signs(plan: str, paper: str) -> None:
    every = [words for page in panels(plan, paper) for words, _ in page]
    (page,) = {number for words in every for number in re.findall(r"See page (\d+)", words)}
    (flags,) = (words for words in every if f"Page {page} of" in words)
    assert "When to get help" in flags


def test_six_exercises_take_two_sheets_each_exercise_on_a_panel_of_its_own() -> None:
    for paper in ("a4", "letter"):
        every = [words for page in panels("usual-plan", paper) for words, _ in page]
        assert len(every) == 12
        assert sorted(words[0] for words in every if re.match(r"\d [A-Z]", words)) == [*"123456"]


@pytest.mark.parametrize("condition", ["neck-shoulder-tension", "low-back-pain"])
def test_usual_exercises_take_two_sheets_their_steps_under_their_pictures(
    condition: str, tmp_path: Path
) -> None:
    (tmp_path / "plan.yaml").write_text(f"condition: {condition}\nside: left\ncountry: gb\n")
    every = [words for page in panels(str(tmp_path), "a4") for words, _ in page]
    assert len(every) == 12
    assert not any("continued" in words for words in every)
    # However the panels are filled, each block stands on one of them.
    assert all(sum(said in words for words in every) == 1 for said in ("Sources:", "What helps?"))
