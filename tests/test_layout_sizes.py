"""What each layout promises of its type and its pages, read from the PDF of the usual plan."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
import yaml
from commands import handouts
from printed import TESTS, printed

pytestmark = pytest.mark.usefixtures("folder")

CASES = TESTS / "cases"
USUAL = str(CASES / "usual-plan" / "plan.yaml")


def letters_of(page: pdfium.PdfPage) -> Iterator[tuple[str, float]]:
    """Yield each letter of a page with its size in points."""
    text = page.get_textpage()
    for at, letter in enumerate(text.get_text_range()):
        if letter.strip():
            yield letter, round(raw.FPDFText_GetFontSize(text, at), 1)


def pages(plan: str, layout: str) -> list[str]:
    return text_of(BytesIO(printed(CASES / plan / "plan.yaml", layout).pdf))


def text_of(made: BytesIO | Path) -> list[str]:
    with pdfium.PdfDocument(made) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def sizes(plan: str, layout: str) -> set[float]:
    with pdfium.PdfDocument(BytesIO(printed(CASES / plan / "plan.yaml", layout).pdf)) as pdf:
        return {size for page in pdf for _, size in letters_of(page)}


def test_large_print_has_no_letter_under_15_points_and_a_body_of_18() -> None:
    found = sizes("usual-plan", "large-print")
    assert min(found) >= 15
    assert 18.0 in found


def test_giant_print_has_a_body_of_24_points() -> None:
    found = sizes("usual-plan", "giant-print")
    assert min(found) >= 20
    assert 24.0 in found


def test_a_booklet_has_pages_of_half_a_sheet() -> None:
    for plan, size in (("usual-plan", (421, 595)), ("letter-usual", (396, 612))):
        with pdfium.PdfDocument(BytesIO(printed(CASES / plan / "plan.yaml", "booklet").pdf)) as pdf:
            assert {(round(page.get_width()), round(page.get_height())) for page in pdf} == {size}


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


@pytest.mark.parametrize("weeks", [2, 5, 12])
def test_a_diary_has_two_weeks_to_a_page_each_with_pain_and_notes(weeks: int) -> None:
    made = handouts("make", USUAL, "-l", "diary", "--with", f"diary: {{weeks: {weeks}}}", "-o", "diary.pdf")
    assert made.exit_code == 0, made.output
    *fronts, back = text_of(Path("diary.pdf"))
    assert len(fronts) == -(-weeks // 2)
    assert f"Week {weeks}" in fronts[-1]
    assert all("Worst pain each day, 0 to 10" in page and "Notes" in page for page in fronts)
    assert "When to get help" in back


def test_a_diary_of_more_than_twelve_weeks_is_refused() -> None:
    made = handouts("make", USUAL, "-l", "diary", "--with", "diary: {weeks: 13}", "-o", "diary.pdf")
    assert made.exit_code == 1
    assert "the most is 12" in made.output


def test_a_note_longer_than_a_page_goes_on_overleaf_in_large_print() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    plan = {"condition": "soleus-trigger-points", "side": "left", "date": "2026-11-20"}
    plan |= {"exercises": [{"exercise": "heel-raise", "note": words}], "layout": "large-print"}
    Path("plan.yaml").write_text(yaml.safe_dump(plan), "utf-8")
    made = handouts("make", "plan.yaml", "-o", "large.pdf")
    assert made.exit_code == 0, made.output
    said = " ".join(text_of(Path("large.pdf")))
    assert [word for word in words.split() if word not in said] == []


def test_an_exercise_with_much_to_stop_for_goes_on_overleaf_in_giant_print(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("condition: neck-shoulder-tension\nside: left\ncountry: gb\npaper: letter\n")
    words = text_of(BytesIO(printed(plan, "giant-print").pdf))
    assert any("Ball on" in page and "continued" in page for page in words)


@pytest.mark.parametrize(
    ("exercise", "caption"), [("ball-on-wall", "Ball beside"), ("blade-ball", "Ball below")]
)
def test_under_a_tall_dose_the_picture_goes_overleaf_with_its_caption(
    exercise: str, caption: str, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"country: gb\nside: left\nexercises: [{exercise}, rest-with-warmth]\n", "utf-8")
    found = [page for page in text_of(BytesIO(printed(plan, "giant-print").pdf)) if "1 of 2" in page]
    assert ("30 to 60 seconds" in found[0], caption in found[0]) == (True, False)
    assert caption in found[1].partition("continued")[2].partition("\n1 ")[0]


def test_the_plan_of_a_booklet_stands_on_page_1_with_a_goal_and_a_review(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    said = "patient: {name: Sample Patient}\nreview: +14\ngoal: Sit at my desk for an hour without pain\n"
    plan.write_text(f"condition: neck-shoulder-tension\nside: left\ncountry: gb\ndate: 2026-11-20\n{said}")
    assert "Your plan: 5 exercises" in text_of(BytesIO(printed(plan, "booklet").pdf))[0]


def test_no_head_of_a_map_reaches_past_the_margin_in_giant_print(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("condition: shoulder-pain\nside: left\ncountry: gb\n")
    with pdfium.PdfDocument(BytesIO(printed(plan, "giant-print").pdf)) as pdf:
        for text in (page.get_textpage() for page in pdf):
            letters = (at for at, one in enumerate(text.get_text_range()) if one.strip())
            assert max(text.get_charbox(at)[2] for at in letters) < (210 - 11.5) * 72 / 25.4
