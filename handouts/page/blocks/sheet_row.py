"""One exercise becomes a row of the plan sheet: its picture, its name and its dose."""

from dataclasses import replace
from typing import NamedTuple

from handouts.compose.exercise_blocks import DoseCell, DrawnFigure, ExerciseCard
from handouts.compose.text import Span, Text, one_span
from handouts.page.artwork import Art, FigureArt, end_of, fitted
from handouts.page.blocks.doses import DoseLines, lay_out_dose_lines
from handouts.page.glyphs import SideGlyph, disc, draw_glyph, glyph_beside
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import SetText, baseline_mm, set_text
from handouts.schema.dates import DAYS_OF_A_WEEK

# A picture drawn smaller than this has no arrows, which could no longer be told from its lines.
LEAST_SCALE_WITH_ARROWS = 0.2


class SheetRow(NamedTuple):
    """What stands at the left of a row; `sessions` says how often it is done on each weekday.

    What has no side has no squares, and no words of it.
    """

    card: ExerciseCard
    sessions: tuple[int, ...]
    name: SetText
    dose: DoseLines
    side: SideGlyph | None
    side_words: SetText
    # The corner of the words of the side, from that of the dose.
    side_at: tuple[float, float]
    # Whether the squares of the side stand under the number, not before its words.
    side_apart: bool
    # The room that the triangle of a caution takes from the picture.
    caution_mm: float
    pad: float

    @property
    def least_height(self) -> float:
        """How tall the row has to be for its words."""
        return self.words_height + 2 * self.pad

    @property
    def words_height(self) -> float:
        """The height of name, dose and side."""
        return self.name.height_mm + max(self.dose.height, self.side_at[1] + self.side_words.height_mm)

    @property
    def is_cautioned(self) -> bool:
        """Whether one has to be asked before it is done."""
        return any(note.kind == "ask-first" for note in self.card.notes)

    @property
    def signs_width(self) -> float:
        """How much of the column of pictures is left to the signs under the number."""
        if self.side and self.side_apart:
            return self.side.width
        return self.caution_mm if self.is_cautioned else 0.0

    @property
    def posed(self) -> DrawnFigure | None:
        """Its picture, if it is a posed figure."""
        picture = end_of(self.card.picture)
        return picture if isinstance(picture, DrawnFigure) else None

    def draw_name(self, pen: Pen, x: float, y: float, *, height: float) -> None:
        """Paint number and name; (x, y) is the corner of the row."""
        measures = pen.style.measures.sheet
        size, inset = measures.disc, measures.disc_inset
        face = pen.style.face("disc_small")
        disc(pen, x, y + inset, self.card.number, size_mm=size, face=face)
        top = y + (height - self.words_height) / 2
        pen.lines(x + measures.picture + measures.text_gap, top, self.name)
        if self.is_cautioned:
            triangle = pen.style.measures.card.glyph
            left, top = x + (size - triangle) / 2, y + 2 * inset + size
            draw_glyph(pen, "triangle", left, top, triangle, "warning")
        if self.side and self.side_apart:
            self.side.draw(pen, x, y + height - measures.floor - self.side.square_mm)

    def draw_dose(self, pen: Pen, x: float, y: float, *, height: float, scale: float) -> None:
        """Paint the picture and the dose; (x, y) is the corner of the row."""
        measures = pen.style.measures.sheet
        art = self._art(height, scale, pen.style)
        if art:
            stands = y + height - measures.floor - art.height
            top = stands if self.posed else y + (height - art.height) / 2
            art.draw(pen, x + measures.picture - art.width, top)
        top = y + (height - self.words_height) / 2 + self.name.height_mm
        if self.card.spoken:
            with pen.element("P", spoken=self.card.spoken):
                self._draw_words(pen, x + measures.picture + measures.text_gap, top)

    def _art(self, height: float, scale: float, style: Style) -> Art | None:
        """Return the picture in a row so tall; a photo is clear of the signs at the left."""
        picture, measures = end_of(self.card.picture), style.measures.sheet
        if picture is None:
            return None
        if isinstance(picture, DrawnFigure):
            return FigureArt(picture, scale, arrows=scale >= LEAST_SCALE_WITH_ARROWS)
        signs = max(measures.disc, self.signs_width) + measures.disc_inset
        return fitted(picture, measures.picture - signs, height - 2 * measures.floor)

    def _draw_words(self, pen: Pen, x: float, y: float) -> None:
        """Paint the dose, and the working side under it or behind its last line."""
        self.dose.draw(pen.verbatim, x, y)
        across, down = self.side_at
        if self.side and not self.side_apart:
            top = glyph_beside(y + down, self.side_words.face, self.side.square_mm)
            self.side.draw(pen, x, top)
        pen.lines(x + across, y + down, self.side_words)


def name_width(style: Style) -> float:
    """Return the width of the column of names: less in large type, where the days of a week need it."""
    measures = style.measures.sheet
    days = DAYS_OF_A_WEEK * measures.narrow_day
    return min(measures.name, style.width_mm - measures.picture - days)


def lay_out_sheet_row(
    card: ExerciseCard,
    sessions: tuple[int, ...],
    style: Style,
    *,
    letters: tuple[str, str],
    low: bool = False,
) -> SheetRow:
    """Return the words of one exercise broken to the width of their column.

    A `low` row says the side behind its dose, where it fits, with the squares under the number.
    """
    measures = style.measures.sheet
    side = next((cell for cell in card.dose if cell.glyph == "side"), None)
    width = name_width(style) - measures.text_gap - measures.row_pad
    glyph = (
        SideGlyph(letters, side.left, side.right, measures.side_square, measures.side_gap) if side else None
    )
    dose = lay_out_dose_lines(card.dose, style, width=width)
    before = glyph.width + measures.side_words_gap if glyph and not low else 0.0
    said = _side_and_beside(card, side, strong=low)
    words = set_text(said, style.face("sheet_word"), width_mm=width - before)
    behind = _behind(dose, words, style, width=width) if low else None
    return SheetRow(
        card=card,
        sessions=sessions,
        name=set_text(one_span(card.title, strong=True), style.face("sheet_name"), width_mm=width),
        dose=dose,
        side=glyph,
        side_words=words,
        side_at=behind or (before, dose.height),
        side_apart=low,
        caution_mm=measures.disc,
        pad=measures.least_row_pad,
    )


def _side_and_beside(card: ExerciseCard, side: DoseCell | None, *, strong: bool) -> Text:
    """Return the words of the side, its own ones `strong`, and what the plan says beside the dose."""
    said = (
        tuple(Span(word.text, strong=strong and word.kind == "strong") for word in side.long) if side else ()
    )
    if said and card.beside:
        # The full stop stays with the last word.
        said = (*said[:-1], replace(said[-1], text=f"{said[-1].text}."), Span(" "))
    beside = (span for text in card.beside for span in (Span(" "), *text))
    return (*said, *tuple(beside)[1:])


def _behind(dose: DoseLines, words: SetText, style: Style, *, width: float) -> tuple[float, float] | None:
    """Return where words stand on the last line of a dose; None if they do not fit there."""
    if not dose.lines:
        return None
    x = dose.lines[-1][-1].end + 2 * style.measures.sheet.side_words_gap
    rise = baseline_mm(style.face("sheet_figure")) - baseline_mm(words.face)
    fits = len(words.lines) == 1 and x + words.width_mm <= width
    return (x, dose.height - dose.leading_mm + rise) if fits else None
