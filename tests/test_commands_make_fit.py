"""`make --fit`: no more pages than are asked for, or the blocks without which they are few enough."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from commands import folder, handouts
from printed import TESTS

pytestmark = pytest.mark.usefixtures(folder.__name__)
CASES = TESTS / "cases"
USUAL = str(CASES / "usual-plan" / "plan.yaml")
ONE = str(CASES / "one-exercise" / "plan.yaml")


@pytest.mark.parametrize(
    ("words", "pages"), [(["--fit", "4"], 4), (["-l", "plan-sheet", "--fit", "2-sides"], 2)]
)
def test_what_fits_is_made(words: list[str], pages: int) -> None:
    made = handouts("make", USUAL, *words, "-o", "made.pdf")
    assert made.exit_code == 0, made.output
    with pdfium.PdfDocument("made.pdf") as pdf:
        assert len(pdf) <= pages


def test_what_does_not_fit_is_told_with_blocks_to_leave_out_and_nothing_is_written() -> None:
    made = handouts("make", ONE, "--fit", "2-sides", "-o", "made.pdf")
    assert made.exit_code == 1
    assert re.search(r"it takes 3 pages, not 2: \d+ mm have no room\. It fits without `", made.output)
    assert not Path("made.pdf").exists()


def test_the_blocks_that_are_named_are_enough() -> None:
    told = handouts("make", ONE, "--fit", "2", "-o", "made.pdf")
    named = re.findall(r"--without ([\w-]+)", told.output)
    options = [word for block in named for word in ("--without", block)]
    made = handouts("make", ONE, "--fit", "2", *options, "-o", "made.pdf")
    assert named and made.exit_code == 0, made.output


def test_where_no_block_is_enough_another_way_is_named() -> None:
    made = handouts("make", USUAL, "--fit", "1", "-o", "made.pdf")
    assert made.exit_code == 1
    assert "No block that may be left out is enough" in made.output
    assert "--without" not in made.output


@pytest.mark.parametrize("said", ["zero", "0", "2.5", "100"])
def test_what_is_no_number_of_pages_is_refused(said: str) -> None:
    made = handouts("make", USUAL, "--fit", said)
    assert made.exit_code == 2 and "such as 1 or 2-sides" in made.output
