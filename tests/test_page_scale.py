"""Type of another size makes whole handouts that are right: everything stands clear, in its own size."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise

import pypdfium2 as pdfium
import pytest
from drawn import look
from printed import CASES, EXAMPLES, printed
from pypdfium2 import raw

from handouts.compose.exercise_blocks import Exercises
from handouts.compose.text import string_of
from handouts.page.style import Style
from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import lay_out
from handouts.schema.measures import MM

# The boxes of two words may touch by what was rounded.
TOUCH_PT = 0.3
# Each kind of block is in one of these.
LAYOUTS = {
    "usual-plan": "clinic",
    "everything": "clinic",
    "twelve-exercises": "clinic",
    "plan-sheet": "plan-sheet",
}
PLANS = {case.name: case / "plan.yaml" for case in CASES} | {plan.stem: plan for plan in EXAMPLES}
every_size = pytest.mark.parametrize("scale", [1, 1.17, 1.5])
every_handout = pytest.mark.parametrize("name", LAYOUTS)
# Numbers of pages and codes, what stands on a page once more because it goes on there, and the heading of the
# lines for questions, which are only where a page has room.
DIFFERENT = re.compile(r"[\d.]+|\w{4}-\w{4}|\(continued\)|my|questions")


@dataclass(frozen=True)
class Word:
    """Some letters, the box of their ink in points from the lower left corner, and the size of their type."""

    letters: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def overlaps(self, other: "Word") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > TOUCH_PT and up > TOUCH_PT


def words_of(page: pdfium.PdfPage) -> Iterator[Word]:
    text = page.get_textpage()
    all_letters = text.get_text_range() + " "
    letters, boxes = "", []
    for at, letter in enumerate(all_letters):
        if letter.strip():
            boxes.append((*text.get_charbox(at), raw.FPDFText_GetFontSize(text, at)))
            letters += letter
        elif letters:
            left, bottom, right, top, size = zip(*boxes, strict=True)
            yield Word(letters, min(left), min(bottom), max(right), max(top), max(size))
            letters, boxes = "", []


def style_of(name: str, scale: float) -> Style:
    style = look(LAYOUTS.get(name, "clinic"))
    type_ = style.layout.type.model_copy(update={"scale": scale})
    return replace(style, layout=style.layout.model_copy(update={"type": type_}))


@cache
def pages(name: str, scale: float) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page of a case in type so many times as large."""
    made = pdf_bytes(lay_out(printed(PLANS[name]).handout, style_of(name, scale), path=None))
    with pdfium.PdfDocument(made) as pdf:
        return tuple(tuple(words_of(page)) for page in pdf)


@every_size
@every_handout
def test_no_word_stands_on_another(name: str, scale: float) -> None:
    for number, words in enumerate(pages(name, scale), start=1):
        over = [(one.letters, other.letters) for one, other in combinations(words, 2) if one.overlaps(other)]
        assert over == [], f"page {number}"


@every_size
@every_handout
def test_nothing_stands_in_the_margins(name: str, scale: float) -> None:
    style = style_of(name, scale)
    left, right = style.left_mm * MM, (style.left_mm + style.width_mm) * MM
    lowest, highest = style.layout.frame.bottom_mm * MM, (style.paper.height_mm - style.top_mm) * MM
    for number, words in enumerate(pages(name, scale), start=1):
        outside = [
            word.letters
            for word in words
            if not (left - 1 < word.left and word.right < right + 1)
            or not (lowest - 1 < word.bottom and word.top < highest + 1)
        ]
        assert outside == [], f"page {number}"


@every_size
@every_handout
def test_headings_are_larger_than_text_which_is_as_large_as_asked(name: str, scale: float) -> None:
    style = style_of(name, scale)
    sizes = Counter(round(word.size, 1) for words in pages(name, scale) for word in words)
    body = round(12 * scale, 1)
    assert sizes[body] == max(sizes.values())
    scale_of_type = [style.face(role).size_pt for role in ("title", "heading", "subheading", "body", "admin")]
    assert all(larger > smaller for larger, smaller in pairwise(scale_of_type))
    assert min(sizes) >= 10 * scale - 0.1


@every_handout
def test_no_word_is_parted_because_it_is_large(name: str) -> None:
    usual, large = (
        {word.letters.strip(".,:()").lower() for words in pages(name, scale) for word in words}
        for scale in (1, 1.5)
    )
    new = {word for word in large - usual if not DIFFERENT.fullmatch(word)}
    parted = sorted(word for word in new if any(word in whole for whole in usual))
    assert parted == []


def test_every_page_of_a_large_sheet_says_where_all_warning_signs_are() -> None:
    said = [" ".join(word.letters for word in words) for words in pages("plan-sheet", 1.5)]
    (back,) = [number for number, words in enumerate(said, start=1) if "When to get help" in words]
    grids = [words for words in said if "Tick each box when done." in words]
    assert len(grids) > 1
    assert all(f"See page {back}." in words for words in grids)


@pytest.mark.parametrize("name", ["usual-plan", "everything", "twelve-exercises", "sample-patient"])
def test_no_caution_of_a_card_goes_on_overleaf(name: str) -> None:
    content = printed(PLANS[name]).handout.content
    (cards,) = [block.cards for block in content.blocks if isinstance(block, Exercises)]
    cautions = [
        "".join(string_of(n.text).split()) for card in cards for n in card.notes if n.kind == "ask-first"
    ]
    assert cautions
    said = ["".join(word.letters for word in words) for words in pages(name, 1.5)]
    assert [caution for caution in cautions if not any(caution in page for page in said)] == []


@pytest.mark.parametrize("name", ["usual-plan", "everything", "plan-sheet"])
def test_no_large_handout_ends_with_a_page_under_a_third_full(name: str) -> None:
    for scale in (1, 1.17, 1.5):
        *_, last = pages(name, scale)
        style = style_of(name, scale)
        top, end = style.paper.height_mm - style.top_mm, style.paper.height_mm - style.bottom_mm
        lowest = min(word.bottom for word in last if word.bottom > end * MM)
        assert (top - lowest / MM) / (top - end) > 1 / 3
