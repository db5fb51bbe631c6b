"""A test sheet: crosses, a line, rulers and an arrow at known places of the paper, on both of its sides."""

import datetime
from typing import NamedTuple

from handouts.compose.test_sheet import EDGE_MM, LINE_MM, TestSide
from handouts.compose.text import one_span
from handouts.page.drawable import Placed
from handouts.page.kit import Spaced, Words, column
from handouts.page.lists import Item, List, number
from handouts.page.pages import LaidOut, Page, Part
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.surface import Step
from handouts.page.typesetting import baseline_mm, set_text
from handouts.schema.measures import MM

CROSS_MM, WEIGHT_PT = 5.0, 0.5
# Where things stand from the top, how far the words of a step are from its number, and steps from each other.
ARROW_MM, TITLE_MM, LINE_DOWN_MM, WORDS_MM = 34.0, 82.0, 100.0, 112.0
ARROW_HEIGHT_MM, ARROW_WIDTH_MM = 34.0, 14.0
INDENT_MM, STEP_GAP_MM = 7.0, 2.5
# How far the rulers reach from the edges, where they stand, and the tick of one and of five millimetres.
RULER_MM, ACROSS_MM, DOWN_MM, TICKS_MM = 30, 150.0, 60.0, (2.0, 4.0)


class TestSideBlock(NamedTuple):
    """One side of the sheet, as large as the paper."""

    side: TestSide
    is_back: bool
    style: Style

    @property
    def height(self) -> float:
        """The height of the paper."""
        return self.style.paper.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the marks, then what to do with them."""
        wide, high = self.style.paper.width_mm, self.height
        for across in (EDGE_MM, wide - EDGE_MM):
            for down in (EDGE_MM, high - EDGE_MM):
                _cross(pen, across, down)
        title = set_text(one_span(self.side.title), self.style.face("title"), width_mm=LINE_MM)
        Words(title, role="H2" if self.is_back else "H1").draw(pen, (wide - LINE_MM) / 2, TITLE_MM)
        _draw_line(pen, wide, self.side)
        _draw_rulers(pen)
        self._draw_arrow(pen, wide / 2)
        self._draw_words(pen)

    def _draw_arrow(self, pen: Pen, middle: float) -> None:
        half = ARROW_WIDTH_MM / 2
        tip, foot = ARROW_MM, ARROW_MM + ARROW_HEIGHT_MM
        box = {"x": middle - half, "y": tip, "width": 2 * half, "height": ARROW_HEIGHT_MM}
        with pen.figure(self.side.arrow_alt, **box):
            pen.surface.path(
                [
                    ("m", (middle * MM, pen.y_pt(tip))),
                    ("l", ((middle + half) * MM, pen.y_pt(tip + half * 1.5))),
                    ("l", ((middle - half) * MM, pen.y_pt(tip + half * 1.5))),
                    ("h", ()),
                ],
                fill=self.style.palette["ink"],
            )
            shaft: list[Step] = [
                ("m", (middle * MM, pen.y_pt(tip + half))),
                ("l", (middle * MM, pen.y_pt(foot))),
            ]
            pen.surface.path(shaft, line=self.style.palette["ink"], weight=3)
        top = set_text(one_span(self.side.top), self.style.face("body"), width_mm=60)
        Words(top).draw(pen, middle + half + 6, tip)

    def _draw_words(self, pen: Pen) -> None:
        """Set what to do, and what the first cross and the rulers say."""
        face = self.style.face("body")
        near = Words(set_text(one_span(self.side.cross), face, width_mm=LINE_MM))
        near.draw(pen, EDGE_MM + CROSS_MM + 1, EDGE_MM + 1)
        room = LINE_MM - INDENT_MM
        items = tuple(
            Item(number(str(at), face), Words(set_text(step, face, width_mm=room), role=""), INDENT_MM)
            for at, step in enumerate(self.side.steps, start=1)
        )
        rulers = Words(set_text(one_span(self.side.rulers), face, width_mm=LINE_MM))
        steps = List(items, numbering="Decimal", gap=STEP_GAP_MM)
        left = (self.style.paper.width_mm - LINE_MM) / 2
        column([steps, Spaced(rulers, 2 * STEP_GAP_MM)]).draw(pen, left, WORDS_MM)


def lay_out_test_sheet(
    sides: tuple[TestSide, TestSide], style: Style, *, language: str, day: datetime.date
) -> LaidOut:
    """Return the front and the back of a test sheet."""
    blocks = (TestSideBlock(side, at == 1, style) for at, side in enumerate(sides))
    pages = tuple(Page((Part((Placed(block, 0, 0),), style),), style) for block in blocks)
    return LaidOut(sides[0].title, language, "", day, pages)


def _cross(pen: Pen, x: float, y: float) -> None:
    pen.line(x - CROSS_MM, y, x + CROSS_MM, y, weight_pt=WEIGHT_PT)
    pen.line(x, y - CROSS_MM, x, y + CROSS_MM, weight_pt=WEIGHT_PT)


def _draw_line(pen: Pen, wide: float, side: TestSide) -> None:
    left, right = (wide - LINE_MM) / 2, (wide + LINE_MM) / 2
    pen.line(left, LINE_DOWN_MM, right, LINE_DOWN_MM, weight_pt=WEIGHT_PT)
    for end in (left, right):
        _cross(pen, end, LINE_DOWN_MM)
    face = pen.style.face("body")
    with pen.element("P"):
        pen.text_middle(wide / 2, LINE_DOWN_MM + baseline_mm(face) + 1, side.line, face)


def _draw_rulers(pen: Pen) -> None:
    """Draw a ruler from the left edge and one from the top edge, which tell a listener nothing."""
    face = pen.style.face("admin")
    with pen.surface.artifact():
        for at in range(RULER_MM + 1):
            long = TICKS_MM[at % 5 == 0]
            pen.line(at, DOWN_MM, at, DOWN_MM + long, weight_pt=WEIGHT_PT)
            pen.line(ACROSS_MM, at, ACROSS_MM + long, at, weight_pt=WEIGHT_PT)
            if at % 5 == 0 and at:
                pen.text_middle(at, DOWN_MM + long + 4, str(at), face)
                pen.text(ACROSS_MM + long + 1, at + 1.3, str(at), face)
