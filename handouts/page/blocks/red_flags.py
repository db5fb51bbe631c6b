"""When to get help becomes a box in a warning border: never left out, never shrunk, never split."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Bullets, RedFlagGroup, RedFlags
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.blocks.passages import lay_out_passages
from handouts.page.columns import Columns, in_columns
from handouts.page.glyphs import draw_glyph
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, plain, set_text

# Where the columns are parted, as a share of the width, best the middle.
SHARES = (0.5, 0.52, 0.48, 0.54, 0.46)


@dataclass(frozen=True, slots=True)
class Pill:
    """Where to turn: solid for an emergency, with a phone where there is one to call."""

    text: SetText
    solid: bool
    phone: bool
    pad: float
    indent: float

    @property
    def height(self) -> float:
        """The height with its border."""
        return self.text.height_mm + 2 * self.pad

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the pill; its words are a heading."""
        measures, weight = pen.style.measures.red_flags, pen.style.lines.rule
        colour, ground = ("paper", "warning") if self.solid else ("warning", "paper")
        edge = mm(weight) / 2
        pen.box(
            x + edge,
            y + edge,
            self.indent + self.text.width_mm + measures.pill_side_pad,
            self.height - 2 * edge,
            fill=ground,
            border="warning",
            weight_pt=weight,
            radius=measures.pill_radius,
        )
        if self.phone:
            size, left = measures.pill_glyph, x + 2 * edge + measures.pill_side_pad
            draw_glyph(pen, "phone", left, y + (self.height - size) / 2, size, colour)
        with pen.element("H3"):
            pen.lines(x + 2 * edge + self.indent, y + self.pad, self.text, colour=colour)


@dataclass(frozen=True, slots=True)
class RedFlagBox:
    """A head with a solid triangle, the groups in columns, and a line under them."""

    heading: Heading
    columns: tuple[Stack, ...]
    foot: SetText
    width: float
    middle: float
    head_height: float
    columns_height: float
    foot_height: float

    @property
    def height(self) -> float:
        """The height of the whole box with its border and rules."""
        return self.head_height + self.columns_height + self.foot_height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the box, then what is in it from the top down, column by column."""
        weight, radius = pen.style.lines.heavy, pen.style.measures.red_flags.radius
        edge = mm(weight) / 2
        width, height = self.width - 2 * edge, self.height - 2 * edge
        head = self.head_height - edge
        pen.box(x + edge, y + edge, width, head, fill="warning_tint", radius=radius, corners="top")
        self._draw_rules(pen, x, y)
        pen.box(x + edge, y + edge, width, height, border="warning", weight_pt=weight, radius=radius)
        with pen.element("Sect"):
            self._draw_head(pen, x, y)
            self._draw_groups(pen, x, y + self.head_height)
            self._draw_foot(pen, x, y + self.head_height + self.columns_height)

    def _draw_rules(self, pen: Pen, x: float, y: float) -> None:
        lines, top = pen.style.lines, y + self.head_height
        below, right = top + self.columns_height, x + self.width
        pen.rule(x, top, right, weight_pt=lines.frame, colour="warning")
        if self.foot_height:
            pen.rule(x, below, right, weight_pt=lines.divider, colour="warning")
        if len(self.columns) > 1:
            middle = x + self.middle
            pen.line(middle, top, middle, below, weight_pt=lines.frame, colour="warning")

    def _draw_head(self, pen: Pen, x: float, y: float) -> None:
        measures, edge = pen.style.measures.red_flags, mm(pen.style.lines.heavy)
        middle, left = y + (edge + self.head_height) / 2, x + edge + measures.side_pad
        draw_glyph(
            pen,
            "triangle",
            left,
            middle - measures.triangle / 2,
            measures.triangle,
            "warning",
        )
        left += measures.triangle + measures.triangle_gap
        self.heading.draw(pen, left, middle - self.heading.height / 2)

    def _draw_groups(self, pen: Pen, x: float, y: float) -> None:
        measures, edge = pen.style.measures.red_flags, mm(pen.style.lines.heavy)
        for number, column in enumerate(self.columns):
            left = x + (self.middle if number else edge) + measures.side_pad
            column.draw(pen, left, y + measures.above)

    def _draw_foot(self, pen: Pen, x: float, y: float) -> None:
        measures, edge = pen.style.measures.red_flags, mm(pen.style.lines.heavy)
        if self.foot_height:
            with pen.element("P"):
                pen.lines(x + edge + measures.side_pad, y + measures.foot_pad, self.foot)


def lay_out_red_flags(flags: RedFlags, style: Style, *, width: float) -> RedFlagBox:
    """Return the box with its groups in two columns of like height, in their order."""
    measures, edge = style.measures.red_flags, mm(style.lines.heavy)
    inner = width - 2 * (edge + measures.side_pad)
    tries = [(share * width, _columns(flags, style, width=width, middle=share * width)) for share in SHARES]
    middle, columns = min(tries, key=lambda tried: _tallest(tried[1]))
    beside = measures.triangle + measures.triangle_gap
    heading = lay_out_heading(flags.heading, style, width=inner - beside)
    foot = set_text(flags.foot, style.face("body"), width_mm=inner)
    head = edge + max(heading.height, measures.triangle) + 2 * measures.head_pad
    return RedFlagBox(
        heading=heading,
        columns=columns,
        foot=foot,
        width=width,
        middle=middle,
        head_height=head,
        columns_height=_tallest(columns) + measures.above + measures.below,
        foot_height=foot.height_mm + 2 * measures.foot_pad + edge if flags.foot else 0,
    )


def _columns(flags: RedFlags, style: Style, *, width: float, middle: float) -> tuple[Stack, ...]:
    """Return the groups one under the other in two columns, parted where the taller one is lowest."""
    measures, edge = style.measures.red_flags, mm(style.lines.heavy)
    around, gap = edge + 2 * measures.side_pad, measures.group_gap
    left = [_group(group, style, width=middle - around) for group in flags.groups]
    right = [_group(group, style, width=width - middle - around) for group in flags.groups]

    def parted(at: int) -> tuple[Stack, ...]:
        parts = (left[:at], right[at:])
        return tuple(Stack(tuple(Stacked(group, gap) for group in part)) for part in parts if part)

    return min(map(parted, range(1, max(2, len(left)))), key=_tallest)


def _tallest(columns: Sequence[Stack]) -> float:
    return max(column.height for column in columns)


def _group(group: RedFlagGroup, style: Style, *, width: float) -> Stack:
    gap = style.measures.red_flags.list_gap
    return Stack((Stacked(_pill(group, style, width=width)), Stacked(_signs(group, style, width=width), gap)))


def _pill(group: RedFlagGroup, style: Style, *, width: float) -> Pill:
    measures, edge = style.measures.red_flags, mm(style.lines.rule)
    indent = measures.pill_side_pad
    if group.phone:
        indent += measures.pill_glyph + measures.pill_glyph_gap
    room = width - indent - measures.pill_side_pad - 2 * edge
    text = balanced(plain(group.call), style.face("pill"), width_mm=room)
    return Pill(text, group.now, group.phone, measures.pill_pad + edge, indent)


def _signs(group: RedFlagGroup, style: Style, *, width: float) -> Columns:
    return in_columns(lay_out_passages((Bullets(group.signs),), style, width=width), pitch=0, count=1)
