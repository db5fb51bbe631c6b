"""A word without end is broken between letters: nothing is clipped, and nothing lies over anything else."""

from bisect import bisect
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from test_fuzz_typed_text import CLINIC, CLINIC_FIELDS, OWN_FIELDS, PLAN, PLAN_FIELDS, made
from text_fields import Field, with_text

pytestmark = pytest.mark.usefixtures("folder")

# The widest letter of the face, with an accent above it.
WIDE = "Ŵ"
# Both margins of A4 are 12 mm in the layouts of the program.
MARGIN_PT = 12 / 25.4 * 72
TOUCH_PT = 1
WIDEST_PT = 40

# Five places at once, that do not stand side by side.
FIELDS = [*PLAN_FIELDS, *OWN_FIELDS, *CLINIC_FIELDS]
FIVE = [FIELDS[first :: -(-len(FIELDS) // 5)] for first in range(-(-len(FIELDS) // 5))]

Box = tuple[float, float, float, float]
Letter = tuple[str, Box]


def letters(page: Any) -> Iterator[Letter]:
    """Yield every letter of a page with its ink: left, bottom, right and top, in points."""
    text = page.get_textpage()
    for at, letter in enumerate(text.get_text_range()):
        if letter.strip():
            yield letter, text.get_charbox(at)


def outside(found: list[Letter], width: float) -> list[Letter]:
    right = width - MARGIN_PT + TOUCH_PT
    return [(letter, box) for letter, box in found if box[0] < MARGIN_PT - TOUCH_PT or box[2] > right]


def overlapping(found: list[Letter]) -> list[Letter]:
    """Return what lies over a wide letter."""
    found = sorted(found, key=lambda one: one[1][0])
    lefts = [box[0] for _, box in found]
    wide = [box for letter, box in found if letter == WIDE]
    return [
        (letter, box)
        for one in wide
        for letter, box in found[bisect(lefts, one[0] - WIDEST_PT) : bisect(lefts, one[2])]
        if box != one and _overlap(box, one)
    ]


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > TOUCH_PT and min(one[3], other[3]) - max(one[1], other[1]) > TOUCH_PT


def with_long_words(data: dict[str, Any], fields: list[Field], chosen: list[Field]) -> dict[str, Any]:
    for at, longest in chosen:
        data = with_text(data, at, WIDE * longest) if (at, longest) in fields else data
    return data


@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
@pytest.mark.parametrize("chosen", FIVE, ids=lambda five: str(five[0][0]))
def test_a_long_word_stays_inside_its_place(chosen: list[Field], layout: str) -> None:
    plan = with_long_words(PLAN, [*PLAN_FIELDS, *OWN_FIELDS], chosen)
    clinic = with_long_words(CLINIC, CLINIC_FIELDS, chosen)
    for page in pypdfium2.PdfDocument(made(plan, clinic, "--layout", layout)):
        found = list(letters(page))
        assert outside(found, page.get_width()) == []
        assert overlapping(found) == []
