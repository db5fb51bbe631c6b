"""Things that can help become rows of two, each with how sure we are of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Choice
from handouts.compose.text import Span
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked, Words
from handouts.page.style import Style
from handouts.page.typesetting import balanced, plain, settled


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Two choices side by side under a hairline."""

    cells: tuple[Stack, ...]
    pitch: float
    pad: float

    @property
    def height(self) -> float:
        """The taller cell and the space under the line."""
        return self.pad + max(cell.height for cell in self.cells)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the line and the cells from left to right."""
        pen.rule(x, y, x + pen.style.width_mm, weight_pt=pen.style.lines.hair)
        for cell in self.cells:
            cell.draw(pen, x, y + self.pad)
            x += self.pitch


def lay_out_choices(choices: Sequence[Choice], style: Style) -> list[ChoiceRow]:
    """Return the choices in rows of two."""
    measures = style.measures.text
    column = (style.width_mm - measures.gutter) / 2
    cells = [_cell(choice, style, width=column) for choice in choices]
    pairs = [tuple(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    return [ChoiceRow(pair, column + measures.gutter, measures.choice_pad) for pair in pairs]


def _cell(choice: Choice, style: Style, *, width: float) -> Stack:
    """Return name, how sure it is, and what it is and does."""
    body = style.face("body")
    name = balanced(plain(choice.name, strong=True), body, width_mm=width)
    sure = balanced(plain(choice.sure, strong=True), body, width_mm=width)
    said = settled((*choice.what, Span(" "), *choice.known), body, width_mm=width)
    parts = (Words(name, role="H3"), Words(sure, strong_colour="accent"), Words(said))
    return Stack(tuple(map(Stacked, parts)))
