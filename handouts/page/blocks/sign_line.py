"""What to feel and what to avoid become words beside a sign."""

from dataclasses import dataclass

from handouts.compose.text import Text
from handouts.page.glyphs import GlyphName, draw_glyph, glyph_beside
from handouts.page.pen import Pen
from handouts.page.typesetting import SetText, set_text
from handouts.schema.layout import Face


@dataclass(frozen=True, slots=True)
class SignLine:
    """Words beside an outlined sign."""

    glyph: GlyphName
    colour: str
    size_mm: float
    indent: float
    text: SetText

    @property
    def height(self) -> float:
        """The height of the words."""
        return self.text.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the sign and a paragraph."""
        top = glyph_beside(y, self.text.face, self.size_mm)
        draw_glyph(pen, self.glyph, x, top, self.size_mm, self.colour)
        with pen.element("P"):
            pen.lines(x + self.indent, y, self.text)


def lay_out_feel(text: Text, face: Face, *, width: float, indent: float, size_mm: float) -> SignLine:
    """Return what is to be felt, with a tick."""
    return SignLine("tick", "accent", size_mm, indent, set_text(text, face, width_mm=width - indent))


def lay_out_avoid(text: Text, face: Face, *, width: float, indent: float, size_mm: float) -> SignLine:
    """Return what is to be avoided, with a cross."""
    return SignLine("cross", "ink", size_mm, indent, set_text(text, face, width_mm=width - indent))
