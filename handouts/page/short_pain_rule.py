"""The pain rule of a plan sheet becomes one box: the scale and three lights side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.handout import Light, PainRule
from handouts.page.glyphs import draw_glyph
from handouts.page.pain_rule import LOOKS, Look
from handouts.page.pen import Pen
from handouts.page.setting import SetText, balanced, plain, set_text
from handouts.page.style import Style, mm


@dataclass(frozen=True, slots=True)
class LightCell:
    """The range of one light over what to do."""

    look: Look
    title: SetText
    text: SetText
    spoken: str

    @property
    def height(self) -> float:
        """The height of the words."""
        return self.title.height_mm + self.text.height_mm

    def draw(self, pen: Pen, x: float, y: float, *, height: float) -> None:
        """Paint sign and words, in the middle of a cell whose corner is (x, y)."""
        measures = pen.style.measures.sheet
        size, left = measures.pain_glyph_mm, x + measures.pain_pad_mm
        top = y + (height - size) / 2
        draw_glyph(pen, self.look.glyph, left, top, size, self.look.glyph_colour, ground=self.look.ground)
        left += size + measures.pain_glyph_gap_mm
        top = y + (height - self.height) / 2
        with pen.element("LI"):
            with pen.element("Lbl", spoken=self.spoken):
                pen.lines(left, top, self.title, colour=self.look.words)
            with pen.element("LBody"):
                pen.lines(left, top + self.title.height_mm, self.text, colour=self.look.words)


@dataclass(frozen=True, slots=True)
class ShortPainRule:
    """A frame with the scale in the first cell and a light in each of the others."""

    name: str
    heading: SetText
    scale: SetText
    cells: tuple[LightCell, ...]
    width: float
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the grounds and the frame, then scale and lights."""
        measures, first = pen.style.measures, pen.style.measures.sheet.pain_head_mm
        pitch = (self.width - first) / len(self.cells)
        lefts = [x + first + number * pitch for number in range(len(self.cells))]
        self._draw_frame(pen, x, y, lefts)
        words = self.heading.height_mm + self.scale.height_mm
        with pen.element("Sect"):
            self._draw_scale(pen, x + measures.sheet.pain_pad_mm, y + (self.height - words) / 2)
            with pen.element("L", numbering="None"):
                for cell, left in zip(self.cells, lefts, strict=True):
                    cell.draw(pen, left, y, height=self.height)

    def _draw_scale(self, pen: Pen, x: float, y: float) -> None:
        with pen.element("H2"):
            pen.surface.bookmark(self.name, 1)
            pen.lines(x, y, self.heading)
        with pen.element("P"):
            pen.lines(x, y + self.heading.height_mm, self.scale)

    def _draw_frame(self, pen: Pen, x: float, y: float, lefts: Sequence[float]) -> None:
        lines, radius = pen.style.lines, pen.style.measures.pain_rule.radius_mm
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
    """Return the box, as tall as the light with most to say."""
    measures, body = style.measures.sheet, style.face("body")
    first = measures.pain_head_mm - 2 * measures.pain_pad_mm
    heading = balanced(plain(rule.short_heading, strong=True), body, width_mm=first)
    scale = set_text(plain(rule.short_scale), body, width_mm=first)
    cell_width = (width - measures.pain_head_mm) / len(rule.lights)
    room = cell_width - 2 * measures.pain_pad_mm - measures.pain_glyph_mm - measures.pain_glyph_gap_mm
    cells = tuple(_cell(light, style, width=room) for light in rule.lights)
    words = max(heading.height_mm + scale.height_mm, *(cell.height for cell in cells))
    height = words + 2 * mm(measures.pain_pad_pt)
    return ShortPainRule(rule.short_heading, heading, scale, cells, width, height)


def _cell(light: Light, style: Style, *, width: float) -> LightCell:
    title = set_text(plain(light.range_text), style.face("number"), width_mm=width)
    text = balanced(plain(light.short), style.face("body"), width_mm=width)
    return LightCell(LOOKS[light.meaning], title, text, light.spoken)
