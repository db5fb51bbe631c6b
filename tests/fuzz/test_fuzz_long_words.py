"""A word without end is broken between letters: nothing is clipped, and nothing lies over anything else."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from commands import folder
from test_fuzz_typed_text import CLINIC, CLINIC_FIELDS, OWN_FIELDS, PLAN, PLAN_FIELDS, made
from text_fields import Field, with_text

__all__ = ["folder"]
pytestmark = pytest.mark.usefixtures("folder")

# The widest letter of the face, with an accent above it.
WIDE = "Ŵ"
# Both margins of A4 are 12 mm in the layouts of the program.
MARGIN_PT = 12 / 25.4 * 72
TOUCH_PT = 1

Box = tuple[float, float, float, float]


def letters(page: Any) -> Iterator[tuple[str, Box]]:
    """Yield every letter of a page with its ink: left, bottom, right and top, in points."""
    text = page.get_textpage()
    for at in range(text.count_chars()):
        letter = text.get_text_range(at, 1)
        if letter.strip():
            yield letter, text.get_charbox(at)


def outside(page: Any) -> list[Box]:
    right = page.get_width() - MARGIN_PT
    return [box for _, box in letters(page) if box[0] < MARGIN_PT - TOUCH_PT or box[2] > right + TOUCH_PT]


def overlapping(page: Any) -> list[tuple[str, Box]]:
    found = list(letters(page))
    wide = [box for letter, box in found if letter == WIDE]
    return [(letter, box) for letter, box in found for one in wide if box != one and _overlap(box, one)]


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > TOUCH_PT and min(one[3], other[3]) - max(one[1], other[1]) > TOUCH_PT


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize(
    "field", [*PLAN_FIELDS, *OWN_FIELDS, *CLINIC_FIELDS], ids=lambda field: str(field[0])
)
def test_a_long_word_stays_inside_its_place(field: Field, layout: str) -> None:
    at, longest = field
    plan, clinic = (
        (with_text(data, at, WIDE * longest) if field in fields else data)
        for data, fields in ((PLAN, [*PLAN_FIELDS, *OWN_FIELDS]), (CLINIC, CLINIC_FIELDS))
    )
    for page in pypdfium2.PdfDocument(made(plan, clinic, "--layout", layout)):
        assert outside(page) == []
        assert overlapping(page) == []
