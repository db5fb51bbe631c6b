"""The pain rule where room is short becomes one box: the scale and three lights side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from handouts.compose.exercise_blocks import Light, PainRule
from handouts.compose.text import one_span
from handouts.page.blocks.heading import Heading
from handouts.page.blocks.pain_rule import LOOKS, Look, lay_out_pain_rule
from handouts.page.kit import Column, Icon, Positioned, Row, Tagged, Words, column
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import balanced, longest_word_mm, set_text, text_width_mm
from handouts.schema.layout import FaceRole

LIGHTS = 3


class ShortPainRule(NamedTuple):
    """A frame with the scale in the first cell and a light in each of the others."""

    scale: Column
    cells: tuple[Positioned, ...]
    looks: tuple[Look, ...]
    width: float
    height: float
    first: float
    pad: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the grounds and the frame, then scale and lights."""
        pitch = (self.width - self.first) / len(self.cells)
        lefts = [self.first + number * pitch for number in range(len(self.cells))]
        self._draw_frame(pen, x, y, [x + left for left in lefts])
        cells = zip((left + self.pad for left in lefts), self.cells, strict=True)
        lights = Row(tuple(cells))
        with pen.element("Sect"):
            self.scale.draw(pen, x + self.pad, y + (self.height - self.scale.height) / 2)
            Tagged(lights, "L", "None").draw(pen, x, y + (self.height - lights.height) / 2)

    def _draw_frame(self, pen: Pen, x: float, y: float, lefts: Sequence[float]) -> None:
        lines, radius = pen.style.lines, pen.style.measures.pain_rule.radius
        edge = mm(lines.frame) / 2
        box = (x + edge, y + edge, self.width - 2 * edge, self.height - 2 * edge)
        # The ground of the last cell reaches into the round corners; the others lie over it.
        pen.box(*box, fill=self.looks[-1].ground, radius=radius)
        edges = (x, *lefts)
        grounds = ("paper", *(look.ground for look in self.looks[:-1]))
        for left, right, ground in zip(edges, lefts, grounds, strict=False):
            pen.box(left, y, right - left, self.height, fill=ground)
        for right in lefts:
            pen.line(right, y, right, y + self.height, weight_pt=lines.divider, colour="ink")
        pen.box(*box, border="ink", weight_pt=lines.frame, radius=radius)


def lay_out_short_pain_rule(rule: PainRule, style: Style) -> ShortPainRule:
    """Return the box of a plan sheet in its short words, under the signs where a word is too long beside."""
    sheet = style.measures.sheet
    shape = _Shape(style.width_mm, sheet.pain_head, sheet.pain_side_pad, sheet.pain_side_pad)
    beside = sheet.pain_glyph + sheet.pain_glyph_gap
    longest = max(longest_word_mm(one_span(light.short), style.face("body")) for light in rule.lights)
    if longest > shape.room - beside:
        beside = 0
    cells = [
        _cell(light, style, title=light.range_text, text=light.short, room=shape.room, text_x=beside)
        for light in rule.lights
    ]
    return _box(rule, cells, style, heading=rule.short_heading, face="body", shape=shape)


def lay_out_pain_box(rule: PainRule, style: Style) -> ShortPainRule | Column:
    """Return the box of a tight handout: nothing that is to be done is said in fewer words.

    Where a light has no room for its name on one line the rule is as in other handouts.
    """
    tight = style.measures.tight
    shape = _Shape(style.width_mm, tight.pain_head, tight.pain_pad, tight.pain_end)
    titles = [f"{light.range_text} {light.word}" for light in rule.lights]
    sign = style.measures.sheet.pain_glyph + style.measures.sheet.pain_glyph_gap
    if any(text_width_mm(title, style.face("number")) + sign > shape.room for title in titles):
        return lay_out_pain_rule(rule, style)
    cells = [
        _cell(light, style, title=title, text=light.text, room=shape.room, text_x=0)
        for light, title in zip(rule.lights, titles, strict=True)
    ]
    return _box(rule, cells, style, heading=rule.heading, face="subheading", shape=shape)


class _Shape(NamedTuple):
    """The widths of a box: all of it, its first cell, and the space before and after the words of each."""

    width: float
    first: float
    pad: float
    end: float

    @property
    def room(self) -> float:
        """The width of sign and words of a light."""
        return (self.width - self.first) / LIGHTS - self.pad - self.end


def _box(
    rule: PainRule, cells: Sequence[Positioned], style: Style, *, heading: str, face: FaceRole, shape: _Shape
) -> ShortPainRule:
    """Return the box, as tall as the cell with most to say."""
    room = shape.first - shape.pad - shape.end
    head = Heading(heading, 2, balanced(one_span(heading, strong=True), style.face(face), width_mm=room))
    under = Words(set_text(one_span(rule.short_scale), style.face("body"), width_mm=room))
    first = column([head, under])
    words = max(first.height, *(cell.height for cell in cells))
    height = words + 2 * style.measures.sheet.pain_pad
    looks = tuple(LOOKS[light.meaning] for light in rule.lights)
    return ShortPainRule(first, tuple(cells), looks, shape.width, height, shape.first, shape.pad)


def _cell(light: Light, style: Style, *, title: str, text: str, room: float, text_x: float) -> Positioned:
    """Return the sign before the range, over what to do, which begins at `text_x`."""
    measures, look = style.measures.sheet, LOOKS[light.meaning]
    title_x = measures.pain_glyph + measures.pain_glyph_gap
    over = set_text(one_span(title), style.face("number"), width_mm=room - title_x)
    under = balanced(one_span(text), style.face("body"), width_mm=room - text_x)
    label = Tagged(Words(over, role="", colour=look.words), "Lbl", spoken=light.spoken)
    body = Tagged(Words(under, role="", colour=look.words), "LBody")
    said = Tagged(Positioned(((title_x, 0, label), (text_x, label.height, body))), "LI")
    sign = Icon(look.glyph, measures.pain_glyph, look.glyph_colour, look.ground)
    return Positioned(((0, (label.height - sign.height) / 2, sign), (0, 0, said)))
