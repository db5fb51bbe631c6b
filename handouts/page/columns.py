"""Paragraphs, headings and list items become lines in one column or two of like length."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from handouts.compose.information_blocks import Paragraph, Part, Subheading, TextList
from handouts.compose.text import one_span
from handouts.page.kit import Numbering
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import TOGETHER, SetText, balanced, baseline_mm, settled
from handouts.schema.measures import MM

# How much taller a column may become so that the next one need not begin with one of these: a paragraph,
# a list, an item of it, a line within either. Steps stay together at twice the price.
PARAGRAPH_MM, ITEM_MM, LINE_MM = 6, 16, 21
STEPS_TIMES = 2

# Columns whose lengths differ by less are of one length.
SAME_MM = 0.001


class Passage(NamedTuple):
    """A paragraph, a heading (`role` H3) or an item of a list; lengths in millimetres.

    Items of one list share `list_number`; `label` is a number, or empty for a dot.
    """

    text: SetText
    gap: float
    role: str = "P"
    list_number: int = 0
    numbering: Numbering = "Disc"
    label: str = ""
    indent: float = 0

    @property
    def height(self) -> float:
        """The height without the gap above."""
        return self.text.height_mm


def lay_out_passages(parts: Sequence[Part], style: Style, *, width: float) -> tuple[Passage, ...]:
    """Return all passages of the parts; pictures and choices have none.

    What follows a heading stands close under it.
    """
    laid: list[Passage] = []
    for number, part in enumerate(parts, start=1):
        first, *others = _passages(part, style, width=width, list_number=number)
        if laid and laid[-1].role == "H3":
            first = first._replace(gap=0)
        laid += [first, *others]
    return tuple(laid)


def _passages(part: Part, style: Style, *, width: float, list_number: int) -> Iterator[Passage]:
    measures, body = style.measures.text, style.face("body")
    match part:
        case Paragraph():
            yield Passage(settled(part.text, body, width_mm=width), measures.paragraph_gap)
        case Subheading():
            text = balanced(one_span(part.text), style.face("subheading"), width_mm=width)
            yield Passage(text, measures.subheading_gap, role="H3")
        case TextList():
            yield from _items(part, style, width=width, list_number=list_number)


def _items(part: TextList, style: Style, *, width: float, list_number: int) -> Iterator[Passage]:
    measures, body = style.measures.text, style.face("body")
    indent = measures.number_indent if part.ordered else measures.bullet_indent
    for number, item in enumerate(part.items, start=1):
        yield Passage(
            settled(item, body, width_mm=width - indent),
            gap=measures.paragraph_gap if number == 1 else measures.item_gap,
            list_number=list_number,
            numbering="Decimal" if part.ordered else "Disc",
            label=str(number) if part.ordered else "",
            indent=indent,
        )


class SetLine(NamedTuple):
    """One line of a passage; `rise` is from top to baseline.

    `cost` is how much taller a column may become so that the next need not begin here; None: it never does.
    """

    passage: int
    height: float
    gap: float
    rise: float
    cost: float | None


class Columns(NamedTuple):
    """Passages in columns; `corners` is where the top left corner of each line stands, by passage."""

    passages: tuple[Passage, ...]
    corners: tuple[tuple[tuple[float, float], ...], ...]
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the passages in order; one that goes on in the next column stays one element."""
        placed = zip(self.passages, self.corners, strict=True)
        for number, group in groupby(placed, key=lambda pair: pair[0].list_number):
            if not number:
                for passage, corners in group:
                    with pen.element(passage.role):
                        _draw_lines(pen, passage, corners, x, y)
                continue
            items = list(group)
            with pen.element("L", numbering=items[0][0].numbering):
                for passage, corners in items:
                    _draw_item(pen, passage, corners, x, y)


Corners = Sequence[tuple[float, float]]


def _draw_item(pen: Pen, passage: Passage, corners: Corners, x: float, y: float) -> None:
    left, top = corners[0]
    face = passage.text.face
    with pen.element("LI"):
        with pen.element("Lbl"):
            baseline = y + top + baseline_mm(face)
            if passage.label:
                pen.text(x + left, baseline, passage.label, face, colour="accent", strong=True)
            else:
                _draw_dot(pen, x + left, y + top, passage)
        with pen.element("LBody"):
            _draw_lines(pen, passage, corners, x + passage.indent, y)


def _draw_dot(pen: Pen, x: float, y: float, passage: Passage) -> None:
    measures = pen.style.measures.text
    radius = measures.bullet_radius
    pen.disc(x + radius, y + measures.bullet_middle, radius=radius, colour="ink")


def _draw_lines(pen: Pen, passage: Passage, corners: Corners, x: float, y: float) -> None:
    face = passage.text.face
    for line, (left, top) in zip(passage.text.lines, corners, strict=True):
        pen.line_of_text(x + left, y + top + baseline_mm(face), line, face)


def in_columns(passages: Sequence[Passage], *, pitch: float, count: int = 2) -> Columns:
    """Return passages in one column, or in two of like length; `pitch` is from one to the next.

    The first lines of both columns share their baseline.
    """
    rows = list(_rows(passages))
    second = _best_begin(rows) if count == 2 else len(rows)
    corners: list[list[tuple[float, float]]] = [[] for _ in passages]
    ends = []
    for x, column in ((0.0, rows[:second]), (pitch, rows[second:])):
        y = rows[0].rise - column[0].rise if column else 0.0
        for at, row in enumerate(column):
            y += row.gap if at else 0
            corners[row.passage].append((x, y))
            y += row.height
        ends.append(y)
    return Columns(tuple(passages), tuple(map(tuple, corners)), max(ends))


def _rows(passages: Sequence[Passage]) -> Iterator[SetLine]:
    for number, passage in enumerate(passages):
        face = passage.text.face
        height, rise = face.leading_pt / MM, baseline_mm(face)
        for line in range(len(passage.text.lines)):
            cost = _cost_within(passage, line) if line else _cost_before(passages, number)
            yield SetLine(number, height, 0.0 if line else passage.gap, rise, cost)


def _cost_within(passage: Passage, line: int) -> float | None:
    if passage.role == "H3" or not TOGETHER <= line <= len(passage.text.lines) - TOGETHER:
        return None
    return LINE_MM * _times(passage)


def _cost_before(passages: Sequence[Passage], number: int) -> float | None:
    """Return the cost of parting a passage from the one before; a list belongs to what introduces it."""
    passage = passages[number]
    if number and passages[number - 1].role == "H3":
        return None
    if passage.role == "H3":
        return 0
    return ITEM_MM * _times(passage) if passage.list_number else PARAGRAPH_MM


def _times(passage: Passage) -> int:
    return STEPS_TIMES if passage.numbering == "Decimal" else 1


def _best_begin(rows: Sequence[SetLine]) -> int:
    """Return the row with which the second column begins well and the longer one is short."""
    whole = sum(row.height + row.gap for row in rows)
    best, least = len(rows), whole - rows[0].gap
    above = rows[0].height
    for at, row in enumerate(rows[1:], start=1):
        longer = max(above, whole - rows[0].gap - above - row.gap + rows[0].rise - row.rise)
        if row.cost is not None and longer + row.cost <= least + SAME_MM:
            best, least = at, longer + row.cost
        above += row.gap + row.height
    return best
