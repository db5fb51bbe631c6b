"""Slips and tallies become pages of a stack."""

from collections.abc import Iterator, Sequence

from handouts.compose.handout import Slip, Tally
from handouts.compose.text import Span, one_span
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.drawable import Drawable, Placed
from handouts.page.kit import Spaced, Tagged, Words, column, row, words
from handouts.page.pages import Page, Part
from handouts.page.style import Style, mm
from handouts.page.typesetting import set_text, text_width_mm

MOST_COLUMNS = 4
COLUMN_GAP_MM = 4


def lay_out_slip(slip: Slip, style: Style) -> Page:
    """Return the page that stands before a person's handout."""
    lines = [Spaced(words(one_span(line), style, width=style.width_mm)) for line in slip.lines]
    return _page(column([Spaced(_heading(slip.person, style)), *lines]), style)


def lay_out_tally(tally: Tally, style: Style) -> tuple[Page, ...]:
    """Return the pages that stand at the end of a stack."""
    texts = ((Span(f"{one.label} "), Span(one.value, strong=True)) for one in tally.figures)
    figures = [Spaced(words(text, style, width=style.width_mm)) for text in texts]
    if tally.order_heading:
        order_heading = lay_out_heading(tally.order_heading, style, width=style.width_mm)
        figures.append(Spaced(order_heading, _line_mm(style)))
    head = column([Spaced(_heading(tally.heading, style)), *figures])
    room = style.bottom_mm - style.top_mm
    return tuple(_order_pages(tally.order, head, style=style, room=room))


def _order_pages(order: Sequence[str], head: Drawable, *, style: Style, room: float) -> Iterator[Page]:
    count = _column_count(order, style)
    lines = max(1, int((room - head.height) / _line_mm(style)))
    first = order[: lines * count]
    yield _page(column([Spaced(head), *_columns(first, lines, count=count, style=style)]), style)
    lines = int(room / _line_mm(style))
    for at in range(len(first), len(order), lines * count):
        more = order[at : at + lines * count]
        yield _page(column(_columns(more, lines, count=count, style=style)), style)


def _column_count(order: Sequence[str], style: Style) -> int:
    """Return how many columns hold the longest line."""
    longest = max((text_width_mm(line, style.face("admin")) for line in order), default=0.0)
    return max(1, min(MOST_COLUMNS, int(style.width_mm / (longest + COLUMN_GAP_MM))))


def _columns(order: Sequence[str], lines: int, *, count: int, style: Style) -> list[Tagged]:
    """Return short lines as a list, in columns from the left."""
    face, pitch = style.face("admin"), style.width_mm / count
    said = [Words(set_text(one_span(line), face, width_mm=style.width_mm), role="LBody") for line in order]
    items = [Tagged(one, "LI") for one in said]
    columns = (column(items[at : at + lines]) for at in range(0, len(items), lines))
    return [Tagged(row(columns, pitch), "L", "None")] if items else []


def _page(block: Drawable, style: Style) -> Page:
    return Page((Part((Placed(block, style.left_mm, style.top_mm),), style),), style)


def _heading(text: str, style: Style) -> Heading:
    return lay_out_heading(text, style, width=style.width_mm, level=1)


def _line_mm(style: Style) -> float:
    return mm(style.face("admin").leading_pt)
