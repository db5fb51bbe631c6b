"""The signs to stop for become a framed line under every page of exercises."""

from dataclasses import dataclass

from handouts.compose.text import Text
from handouts.page.kit import Icon
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, baseline_mm, set_text, with_page_room


@dataclass(frozen=True, slots=True)
class StopStrip:
    """A warning frame with an octagon and words."""

    text: SetText
    sign: Icon
    width: float
    pad: float

    @property
    def height(self) -> float:
        """The height with its frame."""
        return self.text.height_mm + 2 * self.pad

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the frame, the sign and the words, the first strong ones in the warning colour."""
        measures, height = pen.style.measures.stop_strip, self.height
        look = {"fill": "paper", "border": "warning"}
        pen.frame(x, y, self.width, height, **look, weight_pt=pen.style.lines.rule, radius=measures.radius)
        x += measures.side_pad
        self.sign.draw(pen, x, y + (height - self.sign.height) / 2)
        x, face = x + self.sign.width + measures.glyph_gap, self.text.face
        baseline, (first, *others) = y + self.pad + baseline_mm(face), self.text.lines
        with pen.element("P"):
            pen.line_of_text(x, baseline, first[:1], face, strong_colour="warning")
            pen.line_of_text(x, baseline, first[1:], face)
            for number, line in enumerate(others, start=1):
                pen.line_of_text(x, baseline + number * mm(face.leading_pt), line, face)


def lay_out_stop_strip(stop: Text, style: Style, *, width: float) -> StopStrip:
    """Return the strip over a width, with room for the number of a page where `stop` has `{page}`."""
    measures = style.measures.stop_strip
    room = width - 2 * measures.side_pad - measures.glyph - measures.glyph_gap
    text = set_text(with_page_room(stop), style.face("body"), width_mm=room)
    return StopStrip(text, Icon("octagon", measures.glyph, "warning"), width, measures.pad)
