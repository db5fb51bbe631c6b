"""A changed dose or a caution becomes words beside a bar."""

from dataclasses import dataclass

from handouts.compose.blocks import Note
from handouts.compose.text import Span
from handouts.page.glyphs import GlyphName, draw_glyph, glyph_beside
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, set_text
from handouts.schema.layout import Face


@dataclass(frozen=True, slots=True)
class NoteBox:
    """Words beside a bar and a sign: in the warning colour for a caution, else in the accent."""

    text: SetText
    caution: bool
    bar_mm: float
    pad_mm: float
    indent: float

    @property
    def height(self) -> float:
        """The height of its bar."""
        return self.text.height_mm + 2 * self.pad_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the bar and the sign, then the note, its first words in their colour."""
        colour = "warning" if self.caution else "accent"
        glyph: GlyphName = "triangle" if self.caution else "pencil"
        measures, face = pen.style.measures.note, self.text.face
        pen.box(x, y, self.bar_mm, self.height, fill=colour)
        top = y + self.pad_mm
        sign = x + self.bar_mm + measures.bar_gap
        draw_glyph(pen, glyph, sign, glyph_beside(top, face, measures.glyph), measures.glyph, colour)
        with pen.element("Note"):
            words = pen if self.caution else pen.verbatim
            words.lines(x + self.indent, top, self.text, strong_colour=colour)


def lay_out_note(note: Note, style: Style, *, width: float, face: Face) -> NoteBox:
    """Return a note broken to the width beside its bar and sign."""
    measures, bar = style.measures.note, mm(style.lines.bar)
    indent = bar + measures.bar_gap + measures.glyph + measures.glyph_gap
    said = (Span(note.lead, strong=True), Span(" "), *note.text)
    text = set_text(said, face, width_mm=width - indent)
    return NoteBox(text, note.kind == "ask-first", bar, measures.pad, indent)
