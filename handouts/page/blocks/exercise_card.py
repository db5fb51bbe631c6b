"""One exercise becomes a card: title, dose, picture and steps, never split."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.compose.blocks import ExerciseCard
from handouts.page.artwork import FigureArt
from handouts.page.blocks.dose_strip import DoseStrip, lay_out_dose_strip
from handouts.page.blocks.note_box import lay_out_note
from handouts.page.blocks.numbered import lay_out_numbered
from handouts.page.blocks.sign_line import lay_out_avoid, lay_out_feel
from handouts.page.glyphs import disc
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, plain, text_width_mm


@dataclass(frozen=True, slots=True)
class CardHead:
    """Number, title and the kind of exercise on one baseline."""

    number: int
    title: SetText
    kicker: str
    width: float
    least_height: float

    @property
    def height(self) -> float:
        """The height of the disc, or of a title of several lines."""
        return max(self.least_height, self.title.height_mm)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the heading, then the kicker flush right."""
        measures, face, body = pen.style.measures.card, self.title.face, pen.style.face("body")
        top = y + max(0.0, (measures.head - mm(face.leading_pt)) / 2)
        with pen.element("H3"):
            pen.surface.bookmark("".join(_spoken(self.title)), 2)
            disc(pen, x, y, self.number, size_mm=measures.disc, face=pen.style.face("disc"))
            pen.lines(x + measures.disc + measures.disc_gap, top, self.title)
        with pen.element("P"):
            pen.text_right(x + self.width, top + baseline_mm(face), self.kicker, body)


@dataclass(frozen=True, slots=True)
class CardPicture:
    """The picture, and its caption under the floor line."""

    art: FigureArt
    caption: SetText
    gap: float

    @property
    def height(self) -> float:
        """The height of picture and caption."""
        return self.art.height + self.gap + self.caption.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the figure and its caption, which are one thing to a listener."""
        with pen.element("Div"):
            self.art.draw_figure(pen, x, y)
            with pen.element("Caption"):
                pen.lines(x, y + self.art.height + self.gap, self.caption)


@dataclass(frozen=True, slots=True)
class Card:
    """A whole exercise."""

    head: CardHead
    dose: DoseStrip
    picture: CardPicture
    words: Stack
    width: float
    gaps: tuple[float, float, float]
    words_x: float

    @property
    def height(self) -> float:
        """The height from its rule to the end of picture or words."""
        above = sum(self.gaps) + self.head.height + self.dose.height
        return above + max(self.picture.height, self.words.height)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint title, dose, picture, steps and notes, in this order."""
        rule_pt = pen.style.lines.rule
        rule_gap, dose_gap, body_gap = self.gaps
        pen.rule(x, y + mm(rule_pt) / 2, x + self.width, weight_pt=rule_pt, colour="accent")
        with pen.element("Sect"):
            y += rule_gap
            self.head.draw(pen, x, y)
            y += self.head.height + dose_gap
            self.dose.draw(pen, x, y)
            y += self.dose.height + body_gap
            self.picture.draw(pen, x, y)
            self.words.draw(pen, x + self.words_x, y)


def lay_out_exercise_card(
    card: ExerciseCard, style: Style, *, width: float, letters: tuple[str, str], compact: bool = False
) -> Card:
    """Return the card of one exercise; a `compact` one has smaller steps and notes, closer together."""
    measures = style.measures.card
    words_x = measures.picture + measures.gutter
    return Card(
        head=_head(card, style, width=width),
        dose=lay_out_dose_strip(card.dose, style, width=width, letters=letters, spoken=card.spoken),
        picture=_picture(card, style),
        words=_words(card, style, width=width - words_x, compact=compact),
        width=width,
        gaps=(
            mm(style.lines.rule) + measures.rule_gap,
            measures.dose_gap,
            measures.body_gap,
        ),
        words_x=words_x,
    )


def _head(card: ExerciseCard, style: Style, *, width: float) -> CardHead:
    measures = style.measures.card
    taken = measures.disc + measures.disc_gap + measures.gutter
    taken += text_width_mm(card.kicker, style.face("body"))
    title = balanced(plain(card.title), style.face("subheading"), width_mm=width - taken)
    return CardHead(card.number, title, card.kicker, width, measures.head)


def _picture(card: ExerciseCard, style: Style) -> CardPicture:
    """Return the picture at the scale of all cards, or smaller where it is wider than its column."""
    measures = style.measures.card
    scale = min(measures.mm_per_unit, measures.picture / card.picture.drawn.width)
    art = FigureArt(card.picture, scale, least_width=measures.picture)
    caption = balanced(plain(card.caption), style.face("body"), width_mm=measures.picture)
    return CardPicture(art, caption, measures.caption_gap)


def _words(card: ExerciseCard, style: Style, *, width: float, compact: bool) -> Stack:
    measures, face = style.measures.card, style.face("step_compact" if compact else "step")
    indent, size, feel_gap = measures.step_indent, measures.glyph, measures.feel_gap
    note_gap = feel_gap if compact else measures.note_gap
    steps = lay_out_numbered(card.steps, face, width=width, indent=indent)
    feel = lay_out_feel(card.feel, face, width=width, indent=indent, size_mm=size)
    avoid = lay_out_avoid(card.avoid, face, width=width, indent=indent, size_mm=size)
    # A caution outranks a change.
    notes = sorted(card.notes, key=lambda note: note.kind != "ask-first")
    boxes = (lay_out_note(note, style, width=width, face=face) for note in notes)
    parts = [Stacked(steps), Stacked(feel, feel_gap), Stacked(avoid)]
    return Stack((*parts, *(Stacked(box, note_gap) for box in boxes)))


def _spoken(title: SetText) -> Iterator[str]:
    return (piece.span.text for line in title.lines for piece in line)
