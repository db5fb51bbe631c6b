"""What a test sheet says, which shows how a printer turns, scales and moves its paper."""

from typing import NamedTuple

from handouts.compose.text import Text, text_of
from handouts.library.words import Speech, fill

# What is measured: from cross to cross, and from the edges of the paper to the first cross.
LINE_MM, EDGE_MM = 150, 20


class TestSide(NamedTuple):
    """A side of the sheet: its title, what to do with it, and what stands beside its marks."""

    title: str
    top: str
    arrow_alt: str
    line: str
    cross: str
    rulers: str
    steps: tuple[Text, ...]


def compose_test_sheet(speech: Speech) -> tuple[TestSide, TestSide]:
    """Return the front and the back."""
    words = speech.words.test_sheet
    sides = ((words.front, words.steps_front), (words.back, words.steps_back))
    front, back = (
        TestSide(
            title=title,
            top=words.top,
            arrow_alt=words.figure,
            line=fill(words.line, length=LINE_MM),
            cross=fill(words.cross, edge=EDGE_MM),
            rulers=words.rulers,
            steps=tuple(text_of(one, length=LINE_MM, edge=EDGE_MM) for one in steps),
        )
        for title, steps in sides
    )
    return front, back
