"""What helps, in a few lines behind a heading of the same size."""

from dataclasses import dataclass

from handouts.compose.information_blocks import WhatHelps
from handouts.compose.text import Span, Text
from handouts.page.kit import Words
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, baseline_mm, settled


@dataclass(frozen=True, slots=True)
class WhatHelpsBlock:
    """One column or two; the first run of the first line is the heading."""

    columns: tuple[SetText, ...]
    pitch: float

    @property
    def height(self) -> float:
        """The longer column."""
        return max(column.height_mm for column in self.columns)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the columns; the heading is an element of its own."""
        first, *others = self.columns
        face, (line, *lines) = first.face, first.lines
        baseline = y + baseline_mm(face)
        with pen.element("Sect"):
            with pen.element("H2"):
                pen.surface.bookmark(line[0].span.text.strip(), 1)
                pen.line_of_text(x, baseline, line[:1], face)
            with pen.element("P"):
                pen.line_of_text(x, baseline, line[1:], face)
                pen.lines(x, y + mm(face.leading_pt), SetText(face, tuple(lines)))
            for number, column in enumerate(others, start=1):
                Words(column).draw(pen, x + number * self.pitch, y)


def lay_out_what_helps(block: WhatHelps, style: Style) -> WhatHelpsBlock:
    """Return the statements in two columns, parted where the longer one is shortest, or in one narrow one."""
    gutter = style.measures.text.gutter
    width = (style.width_mm - gutter) / 2
    if width < style.measures.red_flags.least_column:
        whole = _columns(block, len(block.statements), style, width=style.width_mm)
        return WhatHelpsBlock(whole, width + gutter)
    splits = (_columns(block, at, style, width=width) for at in range(1, len(block.statements) + 1))
    best = min(splits, key=lambda columns: (max(map(_lines, columns)), -_lines(columns[0])))
    return WhatHelpsBlock(best, width + gutter)


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
