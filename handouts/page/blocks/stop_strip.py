"""The signs to stop for become a framed line under every page of exercises."""

from dataclasses import dataclass, replace

from handouts.compose.text import Text
from handouts.page.glyphs import draw_glyph
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, baseline_mm, set_text, with_page, with_page_room


@dataclass(frozen=True, slots=True)
class StopStrip:
    """A warning frame with an octagon and words."""

    text: SetText
    width: float
    pad_mm: float
    indent: float

    @property
    def height(self) -> float:
        """The height with its frame."""
        return self.text.height_mm + 2 * self.pad_mm

    def with_page(self, page: int) -> "StopStrip":
        """Return the strip with the number of the page it points to."""
        return replace(self, text=with_page(self.text, page))

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the frame, the sign and the words, the first strong ones in the warning colour."""
        measures, line = pen.style.measures.stop_strip, pen.style.lines.rule
        edge, size = mm(line) / 2, measures.glyph
        pen.box(
            x + edge,
            y + edge,
            self.width - 2 * edge,
            self.height - 2 * edge,
            fill="paper",
            border="warning",
            weight_pt=line,
            radius=measures.radius,
        )
        draw_glyph(pen, "octagon", x + measures.side_pad, y + (self.height - size) / 2, size, "warning")
        with pen.element("P"):
            self._draw_words(pen, x + self.indent, y + self.pad_mm)

    def _draw_words(self, pen: Pen, x: float, y: float) -> None:
        face, first = self.text.face, self.text.lines[0][:1]
        baseline = y + baseline_mm(face)
        pen.line_of_text(x, baseline, first, face, strong_colour="warning")
        pen.line_of_text(x, baseline, self.text.lines[0][1:], face)
        for number, line in enumerate(self.text.lines[1:], start=1):
            pen.line_of_text(x, baseline + number * mm(face.leading_pt), line, face)


def lay_out_stop_strip(stop: Text, style: Style, *, width: float) -> StopStrip:
    """Return the strip over a width, with room for the number of a page where `stop` has `{page}`."""
    measures = style.measures.stop_strip
    indent = measures.side_pad + measures.glyph + measures.glyph_gap
    text = set_text(with_page_room(stop), style.face("body"), width_mm=width - indent - measures.side_pad)
    return StopStrip(text, width, measures.pad, indent)
