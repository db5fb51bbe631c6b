"""`make --fit`: no more pages than are asked for, or the blocks without which they are few enough."""

import re
from ctypes import c_float

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from commands import handouts, here, write_plan
from printed import TESTS

pytestmark = pytest.mark.usefixtures("folder")
CASES = TESTS / "cases"
USUAL = str(CASES / "usual-plan" / "plan.yaml")


@pytest.mark.parametrize(
    ("words", "pages"), [(["--fit", "4"], 4), (["-l", "plan-sheet", "--fit", "2-sides"], 2)]
)
def test_what_fits_is_made(words: list[str], pages: int) -> None:
    made = handouts("make", USUAL, *words, "-o", "made.pdf")
    assert made.exit_code == 0, made.output
    with pdfium.PdfDocument("made.pdf") as pdf:
        assert len(pdf) <= pages


FOUR = """\
condition: soleus-trigger-points
country: gb
side: left
date: 2026-11-20
exercises: [heel-raise 3x12, toe-touch daily, bent-knee-wall-stretch, foam-roller-release]
"""
BLOCKS = "blocks: [summary, overview, trigger-point-map, exercises, pain-rule, diary]\n"


def type_sizes(path: str) -> set[float]:
    """Return the sizes of all letters, in points."""
    with pdfium.PdfDocument(path) as pdf:
        letters = [one for page in pdf for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
        return {round(_size(one) * one.get_matrix().a, 1) for one in letters}


def _size(letter: pdfium.PdfObject) -> float:
    size = c_float()
    assert raw.FPDFTextObj_GetFontSize(letter, size)
    return size.value


def test_blocks_that_the_plan_leaves_to_us_are_left_out_and_told_and_no_type_is_smaller() -> None:
    handouts("make", write_plan(FOUR), "-o", "usual.pdf")
    made = handouts("make", write_plan(FOUR), "--fit", "3", "-o", "made.pdf")
    assert made.exit_code == 0, made.output
    assert re.search(r"--fit: warning: `overview`.* left out, so that it fits on 3 pages", made.stderr)
    with pdfium.PdfDocument("made.pdf") as pdf:
        assert len(pdf) == 3
    assert type_sizes("made.pdf") <= type_sizes("usual.pdf")


def test_blocks_that_the_plan_has_chosen_are_its_own_to_leave_out() -> None:
    plan = write_plan(FOUR + BLOCKS)
    told = handouts("make", plan, "--fit", "3-sides", "-o", "made.pdf")
    assert (told.exit_code, here()) == (1, {"plan.yaml"})
    assert re.search(r"it takes 4 pages, not 3: \d+ mm have no room\. It fits without `", told.stderr)
    named = re.findall(r"--without ([\w-]+)", told.stderr)
    options = [word for block in named for word in ("--without", block)]
    assert handouts("make", plan, "--fit", "3", *options, "-o", "made.pdf").exit_code == 0


def test_where_no_block_is_enough_another_way_is_named() -> None:
    made = handouts("make", USUAL, "--fit", "1", "-o", "made.pdf")
    assert made.exit_code == 1
    assert "No block that may be left out is enough" in made.output
    assert "--without" not in made.output


@pytest.mark.parametrize("said", ["zero", "0", "2.5", "100"])
def test_what_is_no_number_of_pages_is_refused(said: str) -> None:
    made = handouts("make", USUAL, "--fit", said)
    assert made.exit_code == 2 and "such as 1 or 2-sides" in made.output
