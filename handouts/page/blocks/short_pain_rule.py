"""The pain rule where room is short becomes one box: the scale and three lights side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Light, PainRule
from handouts.page.blocks.pain_rule import LOOKS, Look, TrafficLight, lay_out_pain_rule
from handouts.page.glyphs import draw_glyph
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, longest_word_mm, plain, set_text
from handouts.schema.layout import FaceRole

LIGHTS = 3


@dataclass(frozen=True, slots=True)
class LightCell:
    """The range of one light over what to do, which stands under the sign or beside it (`text_x`)."""

    look: Look
    title: SetText
    text: SetText
    spoken: str
    sign_mm: float
    title_x: float
    text_x: float

    @property
    def height(self) -> float:
        """The height of the words."""
        return self.title.height_mm + self.text.height_mm

    def draw(self, pen: Pen, x: float, y: float, *, height: float) -> None:
        """Paint sign and words in the middle of the height; (x, y) is where the sign may begin."""
        top = y + (height - self.height) / 2
        beside = height if self.text_x else 2 * (top - y) + self.title.height_mm
        look, size = self.look, self.sign_mm
        draw_glyph(pen, look.glyph, x, y + (beside - size) / 2, size, look.glyph_colour, ground=look.ground)
        with pen.element("LI"):
            with pen.element("Lbl", spoken=self.spoken):
                pen.lines(x + self.title_x, top, self.title, colour=look.words)
            with pen.element("LBody"):
                pen.lines(x + self.text_x, top + self.title.height_mm, self.text, colour=look.words)


@dataclass(frozen=True, slots=True)
class ShortPainRule:
    """A frame with the scale in the first cell and a light in each of the others."""

    name: str
    heading: SetText
    scale: SetText
    cells: tuple[LightCell, ...]
    width: float
    height: float
    first: float
    pad: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the grounds and the frame, then scale and lights."""
        pitch = (self.width - self.first) / len(self.cells)
        lefts = [x + self.first + number * pitch for number in range(len(self.cells))]
        self._draw_frame(pen, x, y, lefts)
        words = self.heading.height_mm + self.scale.height_mm
        with pen.element("Sect"):
            self._draw_scale(pen, x + self.pad, y + (self.height - words) / 2)
            with pen.element("L", numbering="None"):
                for cell, left in zip(self.cells, lefts, strict=True):
                    cell.draw(pen, left + self.pad, y, height=self.height)

    def _draw_scale(self, pen: Pen, x: float, y: float) -> None:
        with pen.element("H2"):
            pen.surface.bookmark(self.name, 1)
            pen.lines(x, y, self.heading)
        with pen.element("P"):
            pen.lines(x, y + self.heading.height_mm, self.scale)

    def _draw_frame(self, pen: Pen, x: float, y: float, lefts: Sequence[float]) -> None:
        lines, radius = pen.style.lines, pen.style.measures.pain_rule.radius
        edge = mm(lines.frame) / 2
        box = (x + edge, y + edge, self.width - 2 * edge, self.height - 2 * edge)
        # The ground of the last cell reaches into the round corners; the others lie over it.
        pen.box(*box, fill=self.cells[-1].look.ground, radius=radius)
        edges = (x, *lefts)
        grounds = ("paper", *(cell.look.ground for cell in self.cells[:-1]))
        for left, right, ground in zip(edges, lefts, grounds, strict=False):
            pen.box(left, y, right - left, self.height, fill=ground)
        for right in lefts:
            pen.line(right, y, right, y + self.height, weight_pt=lines.divider, colour="ink")
        pen.box(*box, border="ink", weight_pt=lines.frame, radius=radius)


def lay_out_short_pain_rule(rule: PainRule, style: Style, *, width: float) -> ShortPainRule:
    """Return the box of a plan sheet in its short words, under the signs where a word is too long beside."""
    sheet = style.measures.sheet
    shape = _Shape(width, sheet.pain_head, sheet.pain_side_pad, sheet.pain_side_pad)
    beside = sheet.pain_glyph + sheet.pain_glyph_gap
    longest = max(longest_word_mm(plain(light.short), style.face("body")) for light in rule.lights)
    if longest > shape.room - beside:
        beside = 0
    cells = [
        _cell(light, style, title=light.range_text, text=light.short, room=shape.room, text_x=beside)
        for light in rule.lights
    ]
    return _box(cells, style, heading=rule.short_heading, face="body", scale=rule.short_scale, shape=shape)


def lay_out_pain_box(rule: PainRule, style: Style, *, width: float) -> ShortPainRule | TrafficLight:
    """Return the box of a tight handout: nothing that is to be done is said in fewer words.

    Where a light has no room for its name on one line the rule is as in other handouts.
    """
    tight = style.measures.tight
    shape = _Shape(width, tight.pain_head, tight.pain_pad, tight.pain_end)
    cells = [
        _cell(
            light, style, title=f"{light.range_text} {light.word}", text=light.text, room=shape.room, text_x=0
        )
        for light in rule.lights
    ]
    if any(len(cell.title.lines) > 1 for cell in cells):
        return lay_out_pain_rule(rule, style, width=width)
    return _box(cells, style, heading=rule.heading, face="subheading", scale=rule.short_scale, shape=shape)


@dataclass(frozen=True, slots=True)
class _Shape:
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
    cells: Sequence[LightCell], style: Style, *, heading: str, face: FaceRole, scale: str, shape: _Shape
) -> ShortPainRule:
    """Return the box, as tall as the cell with most to say."""
    room = shape.first - shape.pad - shape.end
    head = balanced(plain(heading, strong=True), style.face(face), width_mm=room)
    under = set_text(plain(scale), style.face("body"), width_mm=room)
    words = max(head.height_mm + under.height_mm, *(cell.height for cell in cells))
    height = words + 2 * style.measures.sheet.pain_pad
    return ShortPainRule(heading, head, under, tuple(cells), shape.width, height, shape.first, shape.pad)


def _cell(light: Light, style: Style, *, title: str, text: str, room: float, text_x: float) -> LightCell:
    measures = style.measures.sheet
    title_x = measures.pain_glyph + measures.pain_glyph_gap
    return LightCell(
        look=LOOKS[light.meaning],
        title=set_text(plain(title), style.face("number"), width_mm=room - title_x),
        text=balanced(plain(text), style.face("body"), width_mm=room - text_x),
        spoken=light.spoken,
        sign_mm=measures.pain_glyph,
        title_x=title_x,
        text_x=text_x,
    )
