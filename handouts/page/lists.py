"""Items behind a mark become lists: steps, signs, choices with a box to tick."""

from itertools import accumulate
from typing import NamedTuple

from handouts.compose.text import one_span
from handouts.page.drawable import Drawable
from handouts.page.glyphs import glyph_beside
from handouts.page.kit import Numbering, Words
from handouts.page.pen import Pen
from handouts.page.typesetting import set_text
from handouts.schema.layout import Face


def number(words: str, face: Face) -> Words:
    """Return the number of a step or an exercise, in the accent colour."""
    return Words(set_text(one_span(f"{words} ", strong=True), face, width_mm=100), role="", colour="accent")


class Item(NamedTuple):
    """Words behind a mark in the middle of their first line, or in line with words that have one."""

    mark: Drawable | None
    words: Words
    indent: float

    @property
    def height(self) -> float:
        """The height of the words."""
        return self.words.height

    @property
    def width(self) -> float:
        """The width of mark and words."""
        return self.indent + self.words.width

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the mark, then the words."""
        self.draw_mark(pen, x, y)
        self.words.draw(pen, x + self.indent, y)

    def draw_mark(self, pen: Pen, x: float, y: float) -> None:
        """Paint the mark of an item at this corner."""
        if self.mark:
            self.mark.draw(pen, x, glyph_beside(y, self.words.text.face, self.mark.height))


class List(NamedTuple):
    """Items one under the other, their marks heard before their words; in one column or in several.

    Several columns are filled one after the other, `pitch` from one to the next.
    """

    items: tuple[Item, ...]
    numbering: Numbering = "None"
    gap: float = 0
    columns: int = 1
    pitch: float = 0

    @property
    def height(self) -> float:
        """The height of all rows and of the gaps between them."""
        return sum(self._row_heights) + self.gap * (self._rows - 1)

    @property
    def _rows(self) -> int:
        return -(-len(self.items) // self.columns)

    @property
    def _row_heights(self) -> list[float]:
        rows = (self.items[number :: self._rows] for number in range(self._rows))
        return [max(item.height for item in items) for items in rows]

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the items in their order."""
        tops = list(accumulate((height + self.gap for height in self._row_heights), initial=y))
        with pen.element("L", numbering=self.numbering):
            for at, item in enumerate(self.items):
                across, down = divmod(at, self._rows)
                left, top = x + across * self.pitch, tops[down]
                with pen.element("LI"):
                    with pen.element("Lbl"):
                        item.draw_mark(pen, left, top)
                    with pen.element("LBody"):
                        item.words.draw(pen, left + item.indent, top)
