"""What each layout promises of its type and its pages, read from the PDF of the usual plan."""

import re
from collections.abc import Iterator
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from printed import TESTS, printed

CASES = TESTS / "cases"


def letters_of(page: pdfium.PdfPage) -> Iterator[tuple[str, float]]:
    """Yield each letter of a page with its size in points."""
    text = page.get_textpage()
    for at, letter in enumerate(text.get_text_range()):
        if letter.strip():
            yield letter, round(raw.FPDFText_GetFontSize(text, at), 1)


def pages(plan: str, layout: str) -> list[str]:
    with pdfium.PdfDocument(BytesIO(printed(CASES / plan / "plan.yaml", layout).pdf)) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def sizes(plan: str, layout: str) -> set[float]:
    with pdfium.PdfDocument(BytesIO(printed(CASES / plan / "plan.yaml", layout).pdf)) as pdf:
        return {size for page in pdf for _, size in letters_of(page)}


def test_large_print_has_no_letter_under_15_points_and_a_body_of_18() -> None:
    found = sizes("usual-plan", "large-print")
    assert min(found) >= 15
    assert 18.0 in found


@pytest.mark.parametrize("plan", ["usual-plan", "letter-usual"])
def test_large_print_has_one_exercise_to_a_page(plan: str) -> None:
    counts = [match[0] for page in pages(plan, "large-print") if (match := re.search(r"\d of 6", page))]
    assert counts == [f"{number} of 6" for number in range(1, 7)]


@pytest.mark.parametrize("plan", ["usual-plan", "letter-usual"])
def test_a_fridge_sheet_has_six_exercises_and_the_first_signs_on_one_page(plan: str) -> None:
    front, back = pages(plan, "fridge")
    assert all(name in front for name in ("Bent-knee wall stretch", "Heel raise", "Foam roller release"))
    assert "Chest pain" in front
    assert "When to get help" in back


def test_a_fridge_sheet_says_how_often_in_figures_of_22_points() -> None:
    assert 22.0 in sizes("usual-plan", "fridge")
