"""`handouts labels`: each label inside its own edges, at the place asked for, nothing left out."""

from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan
from judge import faults
from page_text import page_text
from pypdfium2 import PdfDocument
from rosters import person, write_csv

from handouts.page.labels import LABEL_SHEETS, LabelSheet
from handouts.schema.measures import MM

pytestmark = pytest.mark.usefixtures("folder")

SIX = PLAN.replace("exercises:\n  - heel-raise 3x12 hold 2s\n", "")


def places(sheet: LabelSheet) -> list[int]:
    """Return the labels that have ink on them, from 1; no ink is between them."""
    page = PdfDocument("labels.pdf")[0]
    text, high = page.get_textpage(), page.get_height()
    left = (page.get_width() / MM - sheet.across * (sheet.width_mm + sheet.gap_mm) + sheet.gap_mm) / 2
    top = (high / MM - sheet.down * sheet.height_mm) / 2
    found = set()
    for at in range(text.count_rects()):
        x, low, x1, up = text.get_rect(at)
        across, inside = divmod(x / MM - left, sheet.width_mm + sheet.gap_mm)
        down, below = divmod((high - up) / MM - top, sheet.height_mm)
        assert inside + (x1 - x) / MM <= sheet.width_mm
        assert below + (up - low) / MM <= sheet.height_mm
        found.add(int(down * sheet.across + across + 1))
    return sorted(found)


@pytest.mark.parametrize("name", [*LABEL_SHEETS])
def test_each_exercise_has_a_label_of_its_own_from_the_place_asked_for(name: str) -> None:
    result = handouts("labels", write_plan(SIX), "--sheet", name, "--start-at", "5", "--outline")
    assert (result.exit_code, result.stdout) == (0, "labels.pdf\n"), result.stderr
    assert places(LABEL_SHEETS[name]) == [5, 6, 7, 8, 9, 10]
    text = page_text(Path("labels.pdf").read_bytes())
    assert text.count("When to stop: see") == 6
    assert faults(Path("labels.pdf").read_bytes()) == []


def test_a_note_is_on_the_label_or_it_is_told_and_nothing_is_written() -> None:
    plan = write_plan(PLAN.replace("hold 2s", "hold 2s note 'Use the worktop.'"))
    handouts("labels", plan)
    assert "Use the worktop." in page_text(Path("labels.pdf").read_bytes())
    Path("labels.pdf").unlink()
    said = handouts(
        "labels", write_plan(PLAN.replace("hold 2s", f"hold 2s note '{'Use the worktop. ' * 15}'"))
    )
    assert (said.exit_code, here()) == (1, {"plan.yaml"})
    assert "plan.yaml: the label of `Heel raise` has no room for " in said.stderr


def test_the_next_visits_of_a_roster_are_labels_too_without_the_names() -> None:
    roster = write_csv([person(1, review="2026-12-04"), person(2, review="+14")])
    assert handouts("labels", roster, "--appointment").exit_code == 0
    text = page_text(Path("labels.pdf").read_bytes())
    assert text.count("Next review") == text.count("Friday 4 December 2026") == text.count("Time:") == 2
    assert "Quillfeather" not in text
    said = handouts("labels", write_csv([person(1), person(2)]), "--appointment", "--force")
    assert said.exit_code == 1
    assert "ID 1: this has no `review`, the next visit." in said.stderr


@pytest.mark.parametrize("words", [("--sheet", "a4-22"), ("--start-at", "22")])
def test_a_sheet_or_a_place_that_there_is_not_is_wrong_use(words: tuple[str, ...]) -> None:
    assert handouts("labels", write_plan(), *words).exit_code == 2


def test_what_is_there_already_is_left_alone() -> None:
    assert handouts("labels", write_plan()).exit_code == 0
    assert handouts("labels", write_plan()).exit_code == 1
