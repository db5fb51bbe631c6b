"""How empty pages are, over plans, layouts and papers: none is emptier than has been reached.

A hole is more than 45 mm of blank paper under a block, other than on the last page; a last page is empty
where less than a third of it is filled. `pytest -rA tests/test_emptiness.py` prints the table.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from printed import TESTS, printed

from handouts.library import LAYOUTS
from handouts.library.layouts import layout_ids
from handouts.page.pages import Page
from handouts.pipeline import lay_out

HOLE_MM = 45
LEAST_SHARE = 1 / 3

PLANS = ("one-exercise", "usual-plan", "twelve-exercises", "letter-usual", "everything", "no-exercises")
# Layouts that are others in another size need no more than these.
FEW_PLANS = {"one-exercise", "usual-plan"}
IN_ANOTHER_SIZE = {"booklet", "giant-print"}
WITHOUT_EXERCISES = {"no-exercises"}
# Sheets in panels have tests of their own.
IN_PANELS = {"cards", "leaflet"}
SHEETS = {"plan-sheet", "fridge", "diary"}
PAPERS = ("a4", "letter")

# The largest holes that no rule mends yet, in millimetres.
LEFT = {
    ("one-exercise", "giant-print", "a4"): 62,
    ("one-exercise", "giant-print", "letter"): 64,
    ("usual-plan", "giant-print", "a4"): 62,
    ("everything", "large-print", "a4"): 50,
    ("everything", "large-print", "letter"): 59,
}


@cache
def emptiness(plan: str, layout: str, paper: str) -> tuple[int, int]:
    """Return the largest hole in mm, and how much of the last page is blank in percent."""
    one = printed(TESTS / "cases" / plan / "plan.yaml", layout)
    pages = lay_out(one.handout, replace(one.style, paper_name=paper), path=Path(plan)).pages
    holes = [gap for page in pages[:-1] for gap in gaps(page)]
    *_, rest = gaps(pages[-1])
    style = pages[-1].style
    return round(max(holes, default=0)), round(100 * rest / (style.bottom_mm - style.top_mm))


def gaps(page: Page) -> Iterator[float]:
    """Yield the blank paper over each block of a page, and that under the last one."""
    style, placed = page.style, [one for part in page.parts for one in part.placed]
    end = style.top_mm
    for one in sorted(placed, key=lambda one: one.y):
        # The foot of the page stands under the live area.
        if one.y < style.bottom_mm:
            yield one.y - end
            end = max(end, one.end)
    yield style.bottom_mm - end


def everywhere() -> Iterator[tuple[str, str, str]]:
    for layout in sorted({*layout_ids([LAYOUTS])} - IN_PANELS):
        for plan in PLANS:
            for paper in PAPERS:
                if layout in IN_ANOTHER_SIZE and plan not in FEW_PLANS:
                    continue
                if layout != "base" and not (plan in WITHOUT_EXERCISES and layout in SHEETS):
                    yield plan, layout, paper


@pytest.mark.parametrize("case", [*everywhere()], ids="-".join)
def test_no_page_is_emptier_than_what_has_been_reached(case: tuple[str, str, str]) -> None:
    hole, blank = emptiness(*case)
    print(f"{case[1]:12} {case[2]:7} {case[0]:17} hole {hole:4} mm   last page {blank:3} % blank")  # noqa: T201
    assert hole <= LEFT.get(case, HOLE_MM)
    assert blank <= 100 * (1 - LEAST_SHARE)
