"""Cards: four to a sheet, an exercise on each, its back behind its front, and the warning signs on some."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import yaml
from commands import handouts
from printed import TESTS, printed
from tag_tree import tag_tree

from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import lay_out


@dataclass(frozen=True)
class Panel:
    """One panel of a page by row and column, its words, and how near their ink comes to its edges in mm."""

    page: int
    row: int
    column: int
    words: str
    margin: float


MM = 72 / 25.4


def panels_of(data: bytes, *, across: int, down: int) -> Iterator[Panel]:
    """Yield each panel of each page, from the top left."""
    with pdfium.PdfDocument(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf, start=1):
            width, height = page.get_width() / across, page.get_height() / down
            text = page.get_textpage()
            letters = text.get_text_range()
            boxes = [text.get_charbox(at) for at, letter in enumerate(letters) if letter.strip()]
            for row in range(down):
                for column in range(across):
                    left, top = column * width, page.get_height() - row * height
                    words = text.get_text_bounded(left=left, right=left + width, bottom=top - height, top=top)
                    inside = [
                        min(box[0] - left, left + width - box[2], top - box[3], box[1] - top + height)
                        for box in boxes
                        if left <= (box[0] + box[2]) / 2 < left + width
                        and top - height <= (box[1] + box[3]) / 2 < top
                    ]
                    margin = min(inside, default=height) / MM
                    yield Panel(number, row, column, " ".join(words.split()), margin)


pytestmark = pytest.mark.usefixtures("folder")
every_plan = pytest.mark.parametrize(
    ("plan", "paper"),
    [("one-exercise", "a4"), ("usual-plan", "a4"), ("usual-plan", "letter"), ("twelve-exercises", "letter")],
)

# Nothing is nearer to a cut than this, in millimetres; the ink of letters may reach over by a little.
LEAST_MARGIN = 7.9


@cache
def cards(plan: str, paper: str, *, black: bool = False) -> list[Panel]:
    """Return all panels of the sheets of a plan."""
    one = printed(TESTS / "cases" / plan / "plan.yaml", "cards", colour="black" if black else None)
    made = pdf_bytes(lay_out(one.handout, replace(one.style, paper_name=paper), path=Path(plan)))
    return [*panels_of(made, across=2, down=2)]


def backs(found: list[Panel]) -> dict[tuple[int, int, int], Panel]:
    """Return the panel that lies behind each front once its sheet is turned over its long edge."""
    return {(one.page - 1, one.row, 1 - one.column): one for one in found if one.page % 2 == 0}


@every_plan
def test_nothing_is_near_a_cut(plan: str, paper: str) -> None:
    assert min(one.margin for one in cards(plan, paper)) >= LEAST_MARGIN


@every_plan
def test_the_back_of_an_exercise_is_behind_its_front(plan: str, paper: str) -> None:
    found = cards(plan, paper)
    behind = backs(found)
    titled = [one for one in found if one.page % 2 and re.match(r"\d+ (?!none)", one.words)]
    assert titled
    for front in titled:
        title = re.match(r"\d+ [A-Z][a-z-]+", front.words)
        assert title, front.words
        assert behind[front.page, front.row, front.column].words.startswith(title[0])


@every_plan
def test_every_side_has_a_number_of_its_own(plan: str, paper: str) -> None:
    places = [re.search(r"Page (\d+) of (\d+)", one.words) for one in cards(plan, paper) if one.words]
    assert all(places)
    numbers = sorted(int(place[1]) for place in places if place)
    assert numbers == [*range(1, len(numbers) + 1)]
    assert {place[2] for place in places if place} == {str(len(numbers))}


@every_plan
def test_the_card_that_is_pointed_to_has_the_first_warning_signs(plan: str, paper: str) -> None:
    found = cards(plan, paper)
    (page,) = {number for one in found for number in re.findall(r"See page (\d+)", one.words)}
    (flags,) = (one for one in found if f"Page {page} of" in one.words)
    assert "When to get help" in flags.words


@every_plan
def test_no_card_is_without_its_signs_and_whom_to_call(plan: str, paper: str) -> None:
    (help_card,) = (one for one in cards(plan, paper) if "Get help first" in one.words)
    assert "Questions?" in help_card.words or "No better" in help_card.words


def test_black_paper_has_the_same_words() -> None:
    words = [[one.words for one in cards("usual-plan", "a4", black=black)] for black in (False, True)]
    assert words[0] == words[1]


def test_a_listener_hears_cards_in_order_and_each_title_once() -> None:
    tree = tag_tree(printed(TESTS / "cases" / "usual-plan" / "plan.yaml", "cards").pdf)
    titles = re.findall(r'H2 "([^"]*)"', tree)
    exercises = [title for title in titles if title.endswith(("stretch", "raise", "bend", "release"))]
    assert len(exercises) == len({*exercises}) == 6
    assert tree.index('"Calf and heel pain"') < tree.index(exercises[0]) < tree.index("When to get help")


def test_a_short_exercise_has_all_on_its_front() -> None:
    plan = {"condition": None, "country": "gb", "date": "2026-11-20", "layout": "cards"}
    plan |= {"exercises": [{"title": "Chin nod", "steps": ["Sit tall.", "Nod."], "dose": "2x10"}]}
    Path("plan.yaml").write_text(yaml.safe_dump({k: v for k, v in plan.items() if v}), "utf-8")
    made = handouts("make", "plan.yaml", "-o", "cards.pdf")
    assert made.exit_code == 0, made.output
    found = [*panels_of(Path("cards.pdf").read_bytes(), across=2, down=2)]
    (card,) = (one for one in found if one.words.startswith("1 Chin nod"))
    assert "Nod." in card.words and "Stop" in card.words


def test_words_longer_than_a_card_go_on_with_the_next() -> None:
    words = " ".join(f"word{number}" for number in range(220))
    plan = {"condition": "soleus-trigger-points", "side": "left", "date": "2026-11-20", "layout": "cards"}
    plan |= {"note": words, "exercises": [{"exercise": "heel-raise", "note": words.replace("word", "hint")}]}
    Path("plan.yaml").write_text(yaml.safe_dump(plan), "utf-8")
    made = handouts("make", "plan.yaml", "-o", "cards.pdf")
    assert made.exit_code == 0, made.output
    said = " ".join(one.words for one in panels_of(Path("cards.pdf").read_bytes(), across=2, down=2))
    assert [n for n in range(220) if f"word{n}" not in said or f"hint{n}" not in said] == []


def test_the_copy_of_the_clinic_ends_with_a_whole_sheet_for_the_record() -> None:
    made = handouts(
        "make",
        str(TESTS / "cases" / "usual-plan" / "plan.yaml"),
        "-l",
        "cards",
        "--copy",
        "clinic",
        "-o",
        "c.pdf",
    )
    assert made.exit_code == 0, made.output
    *_, last = panels_of(Path("c.pdf").read_bytes(), across=1, down=1)
    assert "For the record" in last.words


def test_what_to_do_next_stands_under_the_pain_rule_of_a_card(tmp_path: Path) -> None:
    person = "patient: {name: Sample Patient}\nside: left\ncountry: gb\n"
    (tmp_path / "plan.yaml").write_text("condition: neck-shoulder-tension\n" + person)
    (rule,) = (one for one in cards(str(tmp_path), "a4") if "How much pain is OK?" in one.words)
    assert "Strength work feels easy?" in rule.words
