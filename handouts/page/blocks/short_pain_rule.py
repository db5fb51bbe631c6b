"""The pain rule where room is short becomes one box: the scale and three lights side by side."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handouts.compose.exercise_blocks import Light, PainRule
from handouts.compose.text import one_span
from handouts.page.blocks.heading import Heading
from handouts.page.blocks.pain_rule import LOOKS, lay_out_pain_rule
from handouts.page.drawable import Drawable, Space
from handouts.page.kit import Box, Column, Icon, Positioned, Row, Rule, Tagged, Words, column
from handouts.page.style import Style, mm
from handouts.page.typesetting import balanced, longest_word_mm, set_text, text_width_mm
from handouts.schema.layout import FaceRole

LIGHTS = 3


def lay_out_short_pain_rule(rule: PainRule, style: Style) -> Positioned:
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


def lay_out_pain_box(rule: PainRule, style: Style) -> Positioned | Column:
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
) -> Positioned:
    """Return the box, as tall as the cell with most to say: its frame, then the scale and the lights."""
    room = shape.first - shape.pad - shape.end
    head = Heading(heading, 2, balanced(one_span(heading, strong=True), style.face(face), width_mm=room))
    under = Words(set_text(one_span(rule.short_scale), style.face("body"), width_mm=room))
    scale = column([head, under])
    words = max(scale.height, *(cell.height for cell in cells))
    height = words + 2 * style.measures.sheet.pain_pad
    lefts = [shape.first + number * (shape.width - shape.first) / LIGHTS for number in range(LIGHTS)]
    lights = Row(tuple(zip((left + shape.pad for left in lefts), cells, strict=True)))
    said = (
        (shape.pad, (height - scale.height) / 2, scale),
        (0, (height - lights.height) / 2, Tagged(lights, "L", "None")),
    )
    return Positioned((*_frame(rule, style, shape.width, height, lefts), (0, 0, Tagged(Positioned(said)))))


def _frame(
    rule: PainRule, style: Style, width: float, height: float, lefts: Sequence[float]
) -> Iterator[tuple[float, float, Drawable]]:
    """Yield the ground of each cell, the lines between them, and the frame."""
    lines, radius, edge = style.lines, style.measures.pain_rule.radius, mm(style.lines.frame) / 2
    *grounds, last = ("paper", *(LOOKS[light.meaning].ground for light in rule.lights))
    # The ground of the last cell reaches into the round corners; the others lie over it.
    yield edge, edge, Box(Space(height - 2 * edge), width - 2 * edge, fill=last, radius=radius)
    for left, right, ground in zip((0, *lefts), lefts, grounds, strict=False):
        yield left, 0, Box(Space(height), right - left, fill=ground)
    for left in lefts:
        yield left, 0, Rule(0, lines.divider, "ink", down=height)
    yield 0, 0, Box(Space(height), width, border="ink", weight_pt=lines.frame, radius=radius)


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
