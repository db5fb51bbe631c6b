"""When to get help becomes a box in a warning border: never left out or shrunk, whole if a page holds it."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from handouts.compose.information_blocks import Paragraph, RedFlagGroup, RedFlags, TextList
from handouts.compose.text import one_span
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.columns import in_columns, lay_out_passages
from handouts.page.kit import Box, Column, Icon, Row, Spaced, Words, column
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import balanced, set_text

# Where the columns are parted, as a share of the width, best the middle.
SHARES = (0.5, 0.52, 0.48, 0.54, 0.46)


class RedFlagBox(NamedTuple):
    """A head with a solid triangle, the groups in columns, and a line under them.

    The head of one that goes on with another is for the eye alone.
    """

    head: Row
    columns: tuple[Column, ...]
    foot: Words | None
    width: float
    middle: float
    head_height: float
    columns_height: float
    foot_height: float
    goes_on: bool = False

    @property
    def height(self) -> float:
        """The height of the whole box with its border and rules."""
        return self.head_height + self.columns_height + self.foot_height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the box, then what is in it from the top down, column by column."""
        measures, weight = pen.style.measures.red_flags, pen.style.lines.heavy
        edge, radius = mm(weight), measures.radius
        ground = (x + edge / 2, y + edge / 2, self.width - edge, self.head_height - edge / 2)
        pen.box(*ground, fill="warning_tint", radius=radius, corners="top")
        self._draw_rules(pen, x, y)
        pen.frame(x, y, self.width, self.height, border="warning", weight_pt=weight, radius=radius)
        left = edge + measures.side_pad
        top, below = y + self.head_height, y + self.head_height + self.columns_height
        with pen.element("Sect"):
            with pen.surface.artifact("Header") if self.goes_on else nullcontext():
                self.head.draw(pen, x + left, y + (edge + self.head_height - self.head.height) / 2)
            for number, groups in enumerate(self.columns):
                across = self.middle + measures.side_pad if number else left
                groups.draw(pen, x + across, top + measures.above)
            if self.foot:
                self.foot.draw(pen, x + left, below + measures.foot_pad)

    def _draw_rules(self, pen: Pen, x: float, y: float) -> None:
        lines, top = pen.style.lines, y + self.head_height
        below, right = top + self.columns_height, x + self.width
        pen.rule(x, top, right, weight_pt=lines.frame, colour="warning")
        if self.foot:
            pen.rule(x, below, right, weight_pt=lines.divider, colour="warning")
        if len(self.columns) > 1:
            middle = x + self.middle
            pen.line(middle, top, middle, below, weight_pt=lines.frame, colour="warning")


def lay_out_red_flags(flags: RedFlags, style: Style) -> list[RedFlagBox]:
    """Return one box or, where no page holds it, boxes with as many groups one under the other as fit.

    A group that no page holds is shared out among several.
    """
    whole, room = _box(flags, style), style.bottom_mm - style.top_mm
    if whole.height <= room:
        return [whole]
    box, last = partial(_box, style=style, stacked=True), len(flags.groups) - 1
    parts: list[RedFlags] = []
    for at, group in enumerate(flags.groups):
        of_group = replace(flags, groups=(group,), foot=flags.foot if at == last else ())
        for part in _shared_out(of_group, lambda part: box(part).height <= room):
            both = replace(part, groups=(*parts[-1].groups, *part.groups)) if parts else part
            if parts and box(both).height <= room:
                parts[-1] = both
            else:
                parts.append(part)
    first, *others = parts
    return [box(first), *(box(part, goes_on=True) for part in others)]


def _shared_out(flags: RedFlags, fits: Callable[[RedFlags], bool]) -> list[RedFlags]:
    """Return the one group of `flags` in as few parts as fit, its signs shared out among them alike."""
    (group,) = flags.groups
    parts = [flags]
    for count in range(1, len(group.signs) + 1):
        size = -(-len(group.signs) // count)
        starts = range(0, len(group.signs), size)
        shares = [replace(group, signs=group.signs[at : at + size]) for at in starts]
        parts = [replace(flags, groups=(share,), foot=()) for share in shares]
        parts[-1] = replace(parts[-1], foot=flags.foot)
        if all(map(fits, parts)):
            break
    return parts


def _box(flags: RedFlags, style: Style, *, goes_on: bool = False, stacked: bool = False) -> RedFlagBox:
    """Return a box with its groups in two columns of like height, in their order.

    One group has all of it, and so have all in a narrow box, or where they are to be stacked.
    """
    measures, edge, width = style.measures.red_flags, mm(style.lines.heavy), style.width_mm
    inner = width - 2 * (edge + measures.side_pad)
    is_parted = width / 2 >= measures.least_column and len(flags.groups) > 1 and not stacked
    shares = SHARES if is_parted else (1.0,)
    tries = [(share * width, _columns(flags, style, middle=share * width)) for share in shares]
    middle, columns = min(tries, key=lambda tried: _tallest(tried[1]))
    triangle = Icon("triangle", measures.triangle, "warning")
    beside = triangle.height + measures.triangle_gap
    heading = replace(lay_out_heading(flags.heading, style, width=inner - beside), listed=not goes_on)
    head = Row(((0, triangle), (beside, heading)), middle=True)
    foot = Words(set_text(flags.foot, style.face("body"), width_mm=inner)) if flags.foot else None
    return RedFlagBox(
        head=head,
        columns=columns,
        foot=foot,
        width=width,
        middle=middle,
        head_height=edge + head.height + 2 * measures.head_pad,
        columns_height=_tallest(columns) + measures.above + measures.below,
        foot_height=foot.height + 2 * measures.foot_pad + edge if foot else 0,
        goes_on=goes_on,
    )


def _columns(flags: RedFlags, style: Style, *, middle: float) -> tuple[Column, ...]:
    """Return the groups one under the other in two columns, parted where the taller one is lowest.

    Where the first has all of the width, there is no other.
    """
    measures, edge, width = style.measures.red_flags, mm(style.lines.heavy), style.width_mm
    around, gap = edge + 2 * measures.side_pad, measures.group_gap
    left = [_group(group, style, width=middle - around) for group in flags.groups]
    right = [_group(group, style, width=width - middle - around) for group in flags.groups[1:]]

    def parted(at: int) -> tuple[Column, ...]:
        parts = (left[:at], right[at - 1 :])
        return tuple(column(Spaced(group, gap) for group in part) for part in parts if part)

    if middle == width:
        return parted(len(left))
    return min(map(parted, range(1, max(2, len(left)))), key=_tallest)


def _tallest(columns: Sequence[Column]) -> float:
    return max(one.height for one in columns)


def _group(group: RedFlagGroup, style: Style, *, width: float) -> Column:
    """Return where to turn over the signs to turn there for."""
    closed = (Paragraph(group.closed),) if group.closed else ()
    passages = lay_out_passages((*closed, TextList(group.signs)), style, width=width)
    signs = in_columns(passages, pitch=0, count=1)
    return column([_pill(group, style, width=width), Spaced(signs, style.measures.red_flags.list_gap)])


def _pill(group: RedFlagGroup, style: Style, *, width: float) -> Box:
    """Return where to turn: solid for an emergency, with a phone where there is one to call."""
    measures, weight = style.measures.red_flags, style.lines.rule
    colour, ground = ("paper", "warning") if group.now else ("warning", "paper")
    edge = mm(weight)
    sign = measures.pill_glyph + measures.pill_glyph_gap if group.phone else 0.0
    room = width - sign - 2 * measures.pill_side_pad - 2 * edge
    words = Words(balanced(one_span(group.call), style.face("pill"), width_mm=room), "H3", colour)
    phone = Icon("phone", measures.pill_glyph, colour)
    return Box(
        Row(((0, phone), (sign, words)) if group.phone else ((0, words),), middle=True),
        width=sign + words.width + 2 * measures.pill_side_pad + edge,
        side_pad=measures.pill_side_pad + edge,
        pad=measures.pill_pad + edge,
        fill=ground,
        border="warning",
        weight_pt=weight,
        radius=measures.pill_radius,
    )
