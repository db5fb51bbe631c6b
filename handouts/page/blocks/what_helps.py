"""What helps, in a few lines behind a heading of the same size."""

from handouts.compose.information_blocks import WhatHelps
from handouts.compose.text import Span, Text
from handouts.page.blocks.heading import Heading
from handouts.page.kit import Positioned, Tagged, Words
from handouts.page.style import Style
from handouts.page.typesetting import SetText, settled


def lay_out_what_helps(block: WhatHelps, style: Style) -> Tagged:
    """Return the statements in two columns, parted where the longer one is shortest, or in one narrow one.

    The first run of the first line is the heading.
    """
    gutter = style.measures.text.gutter
    width, count = (style.width_mm - gutter) / 2, len(block.statements)
    if width < style.measures.red_flags.least_column:
        first, *others = _columns(block, count, style, width=style.width_mm)
    else:
        splits = (_columns(block, at, style, width=width) for at in range(1, count + 1))
        first, *others = min(splits, key=lambda columns: (max(map(_lines, columns)), -_lines(columns[0])))
    line, *lines = first.lines
    heading = Heading(line[0].span.text.strip(), 2, SetText(first.face, (line[:1],)))
    said = Words(SetText(first.face, (line[1:], *lines)))
    beside = ((at * (width + gutter), 0, Words(one)) for at, one in enumerate(others, start=1))
    return Tagged(Positioned(((0, 0, heading), (0, 0, said), *beside)))


def _lines(text: SetText) -> int:
    return len(text.lines)


def _columns(block: WhatHelps, at: int, style: Style, *, width: float) -> tuple[SetText, ...]:
    """Return the heading with the first statements, and the others, if any."""
    head = (Span(f"{block.heading} ", strong=True), *_joined(block.statements[:at]))
    parts = (head, _joined(block.statements[at:]))
    return tuple(settled(part, style.face("body"), width_mm=width) for part in parts if part)


def _joined(statements: tuple[Text, ...]) -> Text:
    spans: list[Span] = []
    for statement in statements:
        spans += [Span(" ")] if spans else []
        spans += statement
    return tuple(spans)
