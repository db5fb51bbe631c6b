"""What a listener meets in every case, example and layout."""

import re
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from printed import CASES, USUAL, everything, printed
from tag_tree import tag_tree

EVERYTHING = dict(everything())
everywhere = pytest.mark.parametrize("name", EVERYTHING)


@cache
def heard(name: str) -> list[str]:
    """Return the lines of the tag tree, indented by depth."""
    return tag_tree(EVERYTHING[name].pdf).splitlines()


def headings(name: str) -> list[tuple[int, str]]:
    """Return level and words of each heading; words in runs of their own are joined."""
    found: list[tuple[int, str]] = []
    depth = 0
    for line in heard(name):
        own = len(line) - len(line.lstrip())
        words = " ".join(re.findall(r'"(.*)"', line))
        if heading := re.match(r"\s*H(\d)\b", line):
            found.append((int(heading[1]), words))
            depth = own
        elif found and depth and own > depth:
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}".strip())
        else:
            depth = 0
    return found


@everywhere
def test_there_is_one_title_and_no_level_of_heading_is_skipped(name: str) -> None:
    levels = [level for level, _ in headings(name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@everywhere
def test_no_heading_of_a_section_is_heard_twice(name: str) -> None:
    sections = [words for level, words in headings(name) if level == 2]
    assert len(set(sections)) == len(sections)


@everywhere
def test_every_picture_is_said_in_words(name: str) -> None:
    figures = [line for line in heard(name) if line.strip().startswith("Figure")]
    assert all(re.search(r"\[alt: .*\w.*\]", line) for line in figures)
    assert not any("{" in line for line in figures)


@everywhere
def test_every_cell_that_heads_others_says_which(name: str) -> None:
    heads = [line.strip() for line in heard(name) if line.strip().startswith("TH")]
    heads = [line for line in heads if not line.startswith("THead")]
    assert all(re.match(r"TH \[Scope: (Column|Row)\]", line) for line in heads)


@everywhere
def test_a_box_to_tick_says_nothing_and_a_rest_day_says_so(name: str) -> None:
    lines = heard(name)
    for cell, following in zip(lines, [*lines[1:], ""], strict=True):
        if cell.strip() == "TD" and len(following) - len(following.lstrip()) > len(cell) - len(cell.lstrip()):
            assert following.strip().startswith(("Span [spoken: Rest day]", "Figure", "P", '"×'))
        elif cell.strip().startswith("TD"):
            assert cell.strip() in ("TD", "TD [ColSpan: 2]") or '"×' in cell


@pytest.mark.parametrize("case", [case.name for case in CASES if "plan-sheet" not in case.name])
def test_an_exercise_is_a_section_with_title_dose_picture_steps_feel_and_avoid(case: str) -> None:
    sections = "\n".join(heard(f"case-{case}")).split("\n    Sect\n")
    cards = [section for section in sections if "P [spoken" in "".join(section.splitlines()[2:3])]
    assert len(cards) == len(exercises(case))
    for card in cards:
        roles = [line.split()[0] for line in card.splitlines() if re.match(r" {6}[A-Z]", line)]
        assert roles[:8] == ["H3", "P", "P", "P", "Div", "L", "P", "P"]
        assert re.search(r"Div\n +Figure \[alt: .*\n +Caption", card)


def exercises(case: str) -> list[str]:
    blocks = printed(next(one for one in CASES if one.name == case) / "plan.yaml").handout.content.blocks
    return [card.title for block in blocks for card in getattr(block, "cards", ())]


def test_a_dose_is_heard_in_whole_words() -> None:
    text = "\n".join(heard("case-usual-plan"))
    assert "[spoken: 3 times, hold 30 seconds, twice a day, right leg]" in text
    assert "on Monday, Wednesday and Friday, both legs]" in text


def test_the_days_of_the_diary_are_heard_in_full() -> None:
    text = "\n".join(heard("case-usual-plan"))
    assert all(f"[expansion: {day}]" in text for day in ("Monday", "Thursday", "Sunday"))
    sheet = "\n".join(heard("case-plan-sheet"))
    assert "[spoken: Monday 1 June]" in sheet


def test_the_number_and_the_address_of_the_clinic_can_be_followed() -> None:
    with pikepdf.open(BytesIO(printed(USUAL).pdf)) as pdf:
        notes = [note for page in pdf.pages for note in page.obj.get("/Annots", [])]
        said = {(str(note.A.URI), str(note.Contents)) for note in notes}
    clinic = "Sample Physiotherapy Clinic"
    assert said == {
        ("tel:01632960123", f"Call {clinic}"),
        ("mailto:hello@clinic.example", f"Write to {clinic}"),
    }


@everywhere
def test_pages_are_called_by_the_numbers_under_them(name: str) -> None:
    with pikepdf.open(BytesIO(EVERYTHING[name].pdf)) as pdf:
        labels = pdf.Root.PageLabels.Nums
        assert (int(labels[0]), str(labels[1].S)) == (0, "/D")
        assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]


@everywhere
def test_the_outline_leads_to_every_section(name: str) -> None:
    with pikepdf.open(BytesIO(EVERYTHING[name].pdf)) as pdf, pdf.open_outline() as outline:
        titles = {str(child.title) for item in outline.root for child in (item, *item.children)}
    # The number of an exercise on a card of its own is heard, and is no part of its name.
    said = {re.sub(r"^\d+ ", "", words) for level, words in headings(name) if level < 3}
    assert {words.replace(" ", "") for words in said} <= {title.replace(" ", "") for title in titles}
