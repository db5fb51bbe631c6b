"""Slips, tallies and blank sides become pages of a stack."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.compose.handout import Field, Slip, Tally
from handouts.compose.text import Span, Text
from handouts.page.block import Block
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.pen import Pen
from handouts.page.sheet import Sheet
from handouts.page.stack import Stacked, stack, words
from handouts.page.style import MM, Style, mm
from handouts.page.surface import Surface
from handouts.page.typesetting import baseline_mm, plain, text_width_mm

MOST_COLUMNS = 4
COLUMN_GAP_MM = 4


@dataclass(frozen=True, slots=True)
class BlankSide:
    """The back of a last page, so that the next person begins on a sheet of paper of their own."""

    width: float
    height: float
    parts = ()


@dataclass(frozen=True, slots=True)
class BlockSide:
    """One block at the head of the live area."""

    block: Block
    style: Style
    shared = False

    @property
    def parts(self) -> tuple["BlockSide"]:
        """The block alone."""
        return (self,)

    @property
    def width(self) -> float:
        """How wide the paper is, in points."""
        return self.style.paper.width_mm * MM

    @property
    def height(self) -> float:
        """How tall the paper is, in points."""
        return self.style.paper.height_mm * MM

    def draw(self, surface: Surface) -> None:
        """Paint the block."""
        self.block.draw(Pen(surface, self.style), self.style.left_mm, self.style.top_mm)


@dataclass(frozen=True, slots=True)
class OrderColumns:
    """Short lines from the top down, in columns from the left."""

    columns: tuple[tuple[str, ...], ...]
    pitch: float
    style: Style

    @property
    def height(self) -> float:
        """The height of the first column, which is the longest."""
        return len(self.columns[0]) * _line_mm(self.style)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the lines as one list."""
        face = self.style.face("admin")
        with pen.element("L", numbering="None"):
            for number, lines in enumerate(self.columns):
                for row, line in enumerate(lines):
                    baseline = y + row * _line_mm(self.style) + baseline_mm(face)
                    with pen.element("LI"), pen.element("LBody"):
                        pen.text(x + number * self.pitch, baseline, line, face)


def lay_out_slip(slip: Slip, style: Style) -> Sheet:
    """Return the page that stands before a person's handout."""
    lines = [Stacked(words(plain(line), style, width=style.width_mm)) for line in slip.lines]
    return BlockSide(stack([Stacked(_heading(slip.person, style)), *lines]), style)


def lay_out_tally(tally: Tally, style: Style) -> tuple[Sheet, ...]:
    """Return the pages that stand at the end of a stack."""
    figures = [Stacked(words(_figure(one), style, width=style.width_mm)) for one in tally.figures]
    if tally.order_heading:
        order_heading = lay_out_heading(tally.order_heading, style, width=style.width_mm)
        figures.append(Stacked(order_heading, _line_mm(style)))
    head = stack([Stacked(_heading(tally.heading, style)), *figures])
    room = style.bottom_mm - style.top_mm
    return tuple(_order_sides(tally.order, head, style=style, room=room))


def _order_sides(order: Sequence[str], head: Block, *, style: Style, room: float) -> Iterator[Sheet]:
    count = _column_count(order, style)
    lines = max(1, int((room - head.height) / _line_mm(style)))
    first = order[: lines * count]
    yield BlockSide(stack([Stacked(head), *_columns(first, lines, count=count, style=style)]), style)
    lines = int(room / _line_mm(style))
    for at in range(len(first), len(order), lines * count):
        more = order[at : at + lines * count]
        yield BlockSide(stack(_columns(more, lines, count=count, style=style)), style)


def _column_count(order: Sequence[str], style: Style) -> int:
    """Return how many columns hold the longest line."""
    longest = max((text_width_mm(line, style.face("admin")) for line in order), default=0.0)
    return max(1, min(MOST_COLUMNS, int(style.width_mm / (longest + COLUMN_GAP_MM))))


def _columns(order: Sequence[str], lines: int, *, count: int, style: Style) -> list[Stacked]:
    columns = tuple(tuple(order[at : at + lines]) for at in range(0, len(order), lines))
    return [Stacked(OrderColumns(columns, style.width_mm / count, style))] if columns else []


def _heading(text: str, style: Style) -> Heading:
    return lay_out_heading(text, style, width=style.width_mm, level=1)


def _figure(field: Field) -> Text:
    return Span(f"{field.label} "), Span(field.value, strong=True)


def _line_mm(style: Style) -> float:
    return mm(style.face("admin").leading_pt)
