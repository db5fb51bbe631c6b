"""One exercise becomes a row of the plan sheet: its picture, its name and its dose."""

from dataclasses import dataclass

from handouts.handout import ExerciseCard
from handouts.page.artwork import FigureArt
from handouts.page.dose_lines import DoseLines, lay_out_dose_lines
from handouts.page.glyphs import disc, glyph_beside
from handouts.page.pen import Pen
from handouts.page.setting import SetText, plain, set_text
from handouts.page.side_glyph import SideGlyph
from handouts.page.style import Style

# A picture drawn smaller than this has no arrows, which could no longer be told from its lines.
LEAST_SCALE_WITH_ARROWS = 0.2


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What stands at the left of a row; `sessions` says how often it is done on each weekday."""

    card: ExerciseCard
    sessions: tuple[int, ...]
    name: SetText
    dose: DoseLines
    side: SideGlyph
    side_words: SetText
    pad: float

    @property
    def least_height(self) -> float:
        """How tall the row has to be for its words."""
        return self.words_height + 2 * self.pad

    @property
    def words_height(self) -> float:
        """The height of name, dose and side."""
        return self.name.height_mm + self.dose.height + self.side_words.height_mm

    def draw_name(self, pen: Pen, x: float, y: float, *, height: float) -> None:
        """Paint number and name; (x, y) is the corner of the row."""
        measures = pen.style.measures.sheet
        size, inset = measures.disc_mm, measures.disc_inset_mm
        face = pen.style.face("disc_small")
        disc(pen, x, y + inset, self.card.number, size_mm=size, face=face)
        top = y + (height - self.words_height) / 2
        pen.lines(x + measures.picture_mm + measures.text_gap_mm, top, self.name)

    def draw_dose(self, pen: Pen, x: float, y: float, *, height: float, scale: float) -> None:
        """Paint the picture and the dose; (x, y) is the corner of the row."""
        measures = pen.style.measures.sheet
        art = FigureArt(self.card.picture, scale, arrows=scale >= LEAST_SCALE_WITH_ARROWS)
        art.draw_figure(pen, x + measures.picture_mm - art.width, y + height - measures.floor_mm - art.height)
        top = y + (height - self.words_height) / 2 + self.name.height_mm
        with pen.element("P", spoken=self.card.spoken):
            self._draw_words(pen, x + measures.picture_mm + measures.text_gap_mm, top)

    def _draw_words(self, pen: Pen, x: float, y: float) -> None:
        """Paint the dose, and the working side under it."""
        self.dose.draw(pen.verbatim, x, y)
        y += self.dose.height
        self.side.draw(pen, x, glyph_beside(y, self.side_words.face, self.side.square_mm))
        pen.lines(x + self.side.width + pen.style.measures.sheet.side_words_gap_mm, y, self.side_words)


def lay_out_sheet_row(
    card: ExerciseCard, sessions: tuple[int, ...], style: Style, *, letters: tuple[str, str]
) -> SheetRow:
    """Return the words of one exercise broken to the width of their column."""
    measures, side = style.measures.sheet, card.dose[3]
    width = measures.name_mm - measures.text_gap_mm - measures.row_pad_mm
    glyph = SideGlyph(letters, side.left, side.right, measures.side_square_mm, measures.side_gap_mm)
    said = plain("".join(word.text for word in side.long))
    room = width - glyph.width - measures.side_words_gap_mm
    return SheetRow(
        card=card,
        sessions=sessions,
        name=set_text(plain(card.title, strong=True), style.face("body"), width_mm=width),
        dose=lay_out_dose_lines(card.dose, style, width=width),
        side=glyph,
        side_words=set_text(said, style.face("sheet_word"), width_mm=room),
        pad=measures.least_row_pad_mm,
    )
