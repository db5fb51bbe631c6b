"""One exercise becomes a card: title, dose, picture and steps; if taller than a page, it goes on overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.compose.exercise_blocks import DrawnFigure, ExerciseCard, Note, Photo
from handouts.compose.text import Span, Text, one_span
from handouts.page.artwork import Art, FigureArt, fitted
from handouts.page.blocks.doses import lay_out_dose_strip
from handouts.page.drawable import Drawable
from handouts.page.glyphs import disc, draw_glyph
from handouts.page.kit import (
    Barred,
    Checkbox,
    Column,
    Figure,
    Icon,
    Row,
    Rule,
    Spaced,
    Tagged,
    Words,
    column,
    row,
)
from handouts.page.lists import Item, List, number
from handouts.page.parting import parted
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, set_text, text_width_mm
from handouts.schema.layout import Face


@dataclass(frozen=True, slots=True)
class CardHead:
    """Number, title and the kind of exercise on one baseline; of a card that goes on, for the eye alone.

    What is new or has `changed` has a pencil before its kind.
    """

    number: int
    title: SetText
    kicker: str
    width: float
    least_height: float
    changed: bool = False
    goes_on: bool = False

    @property
    def words(self) -> str:
        """The title in one line."""
        return "".join(piece.span.text for line in self.title.lines for piece in line)

    @property
    def height(self) -> float:
        """The height of the disc, or of a title of several lines."""
        return max(self.least_height, self.title.height_mm)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the heading, then the kicker flush right."""
        measures, face, body = pen.style.measures.card, self.title.face, pen.style.face("body")
        top = y + max(0.0, (measures.head - mm(face.leading_pt)) / 2)
        with pen.surface.artifact("Header") if self.goes_on else pen.element("H3"):
            if not self.goes_on:
                pen.surface.bookmark(self.words, 2)
            disc(pen, x, y, self.number, size_mm=measures.disc, face=pen.style.face("disc"))
            pen.lines(x + measures.disc + measures.disc_gap, top, self.title)
        with pen.surface.artifact("Header") if self.goes_on else pen.element("P"):
            pen.text_right(x + self.width, top + baseline_mm(face), self.kicker, body)
        if self.changed:
            note = pen.style.measures.note
            left = x + self.width - text_width_mm(self.kicker, body) - note.glyph_gap - note.glyph
            middle = top + mm(face.leading_pt) / 2
            draw_glyph(pen, "pencil", left, middle - note.glyph / 2, note.glyph, "accent")


@dataclass(frozen=True, slots=True)
class Card:
    """A whole exercise under its rule."""

    rule: Rule
    head: CardHead
    words: Column
    inside: Column
    rule_mm: float

    @property
    def height(self) -> float:
        """The height from its rule to the end of picture or words."""
        return self.rule_mm + self.inside.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint title, dose, what it is for, picture, steps and notes, in this order."""
        self.rule.draw(pen, x, y + mm(self.rule.weight_pt) / 2)
        with pen.element("Sect"):
            self.inside.draw(pen, x, y + self.rule_mm)

    def parts(self, room: float, continued: str) -> "list[Card]":
        """Return the card alone if it is no taller, else what fits and cards that go on with its words.

        `continued` stands in the head of those that go on. The picture stays with the first words.
        """
        *above, body = self.inside.parts
        words_x, words = body.block.cells[-1] if isinstance(body.block, Row) else (0, self.words)
        first, rest = parted(words, room - self.height + body.block.height)
        if self.height <= room or first is None or not isinstance(rest, Column):
            return [self]
        head = replace(self.head, kicker=continued, changed=False, goes_on=True)
        cells = body.block.cells[:-1] if isinstance(body.block, Row) else ()
        begun = column([*above, replace(body, block=Row((*cells, (words_x, first))))])
        going_on = column([head, replace(body, block=Row(((words_x, rest),)))])
        card = replace(self, head=head, words=rest, inside=going_on)
        return [replace(self, inside=begun), *card.parts(room, continued)]


def lay_out_exercise_card(
    card: ExerciseCard, style: Style, *, width: float, letters: tuple[str, str], compact: bool = False
) -> Card:
    """Return the card of one exercise; a `compact` one has smaller steps and notes, closer together."""
    measures, rule_pt = style.measures.card, style.lines.rule
    words_x = measures.picture + measures.gutter
    head = _head(card, style, width=width)
    dose = None
    if card.dose:
        strip = lay_out_dose_strip(card.dose, style, width=width, letters=letters, spoken=card.spoken)
        dose = Spaced(strip, measures.dose_gap)
    purpose = Words(set_text(card.purpose, style.face("body"), width_mm=width))
    if card.picture:
        words = _words(card, style, width=width - words_x, compact=compact)
        body = Row(((0, _picture(card, style, room=words.height)), (words_x, words)))
    else:
        tick = _tick(card, style, width=width)
        above = Spaced(tick, measures.tick_gap) if tick else None
        words = column([*_words(card, style, width=width, compact=compact).parts, above])
        body = Row(((0, words),))
    said = Spaced(purpose, measures.purpose_gap) if card.purpose else None
    inside = column([head, dose, said, Spaced(body, measures.body_gap)])
    rule = Rule(width, rule_pt, "accent")
    return Card(rule, head, words, inside, mm(rule_pt) + measures.rule_gap)


def _head(card: ExerciseCard, style: Style, *, width: float) -> CardHead:
    measures = style.measures.card
    taken = measures.disc + measures.disc_gap + measures.gutter
    taken += text_width_mm(card.kicker, style.face("body"))
    if card.changed:
        taken += style.measures.note.glyph + style.measures.note.glyph_gap
    title = balanced(one_span(card.title), style.face("subheading"), width_mm=width - taken)
    return CardHead(card.number, title, card.kicker, width, measures.head, card.changed)


def _picture(card: ExerciseCard, style: Style, *, room: float) -> Column:
    """Return the picture with its caption, and under it a box to tick what was done together.

    A posed figure is as large as the words beside it are tall, `room`, and its column is wide. It has the
    scale of all cards at least, but in a narrow column, and never more than the largest.
    """
    measures = style.measures.card
    tick = _tick(card, style, width=measures.picture)
    if not isinstance(card.picture, DrawnFigure):
        photos = _photos(card.picture, style, room=room - (tick.height if tick else 0))
        return column([photos, tick])
    drawn, under = card.picture.drawn, _caption(card.caption, style, width=measures.picture)
    taken = sum(part.gap + part.block.height for part in under) + (tick.height if tick else 0)
    beside = (room - taken) / drawn.height
    scale = min(max(measures.mm_per_unit, beside), measures.largest_mm_per_unit)
    art = FigureArt(card.picture, min(scale, measures.picture / drawn.width), least_width=measures.picture)
    return column([_captioned(art, under), tick])


def _photos(photos: Sequence[Photo], style: Style, *, room: float) -> Drawable:
    """Return photos, each over its caption: two upright ones side by side, else one under the other.

    They are as large as their column is wide, and no taller than the words beside them, `room`, unless that
    made them small.
    """
    measures, width = style.measures.card, style.measures.card.picture
    beside = len(photos) == 2 and all(photo.height > photo.width for photo in photos)
    if beside:
        width = (width - measures.photo_gap) / 2
    under = [_caption(photo.caption, style, width=width) for photo in photos]
    taken = sum(part.gap + part.block.height for parts in under for part in parts)
    share = room - taken if len(photos) == 1 or beside else (room - taken) / 2
    least = measures.least_photo if len(photos) == 1 or beside else measures.least_of_two
    arts = [fitted(photo, width, max(share, least)) for photo in photos]
    shown = [_captioned(art, parts) for art, parts in zip(arts, under, strict=True)]
    if beside:
        return row(shown, width + measures.photo_gap)
    return column(Spaced(one, measures.photo_gap) for one in shown)


def _captioned(art: Art, under: list[Spaced]) -> Tagged:
    return Tagged(column([Figure(art), *under]), "Div")


def _caption(said: str, style: Style, *, width: float) -> list[Spaced]:
    """Return the line under a picture, if there is one."""
    if not said:
        return []
    caption = balanced(one_span(said), style.face("body"), width_mm=width)
    return [Spaced(Words(caption, role="Caption"), style.measures.card.caption_gap)]


def _tick(card: ExerciseCard, style: Style, *, width: float) -> Item | None:
    """Return the box to tick what was done together, where one is wanted."""
    if not card.practised:
        return None
    box, measures = Checkbox(style.measures.signs.tick_box), style.measures.card
    indent = box.size + measures.tick_gap
    said = set_text(one_span(card.practised), style.face("body"), width_mm=width - indent)
    return Item(box, Words(said), indent)


def _words(card: ExerciseCard, style: Style, *, width: float, compact: bool) -> Column:
    """Return the steps, what to feel and to avoid, and the notes: a caution outranks a change."""
    measures, face = style.measures.card, style.face("step_compact" if compact else "step")
    indent = measures.step_indent

    def behind(mark: Icon | Words, text: Text, role: str = "P") -> Item:
        return Item(mark, Words(set_text(text, face, width_mm=width - indent), role=role), indent)

    steps = (behind(number(str(at), face), step, role="") for at, step in enumerate(card.steps, start=1))
    feel = behind(Icon("tick", measures.glyph, "accent"), card.feel) if card.feel else None
    avoid = behind(Icon("cross", measures.glyph, "ink"), card.avoid) if card.avoid else None
    notes = sorted(card.notes, key=lambda note: note.kind != "ask-first")
    shown = (
        Item(None, Words(set_text(_led(note), face, width_mm=width - indent)), indent)
        for note in notes
        if note.kind == "shown"
    )
    boxes = (_note(note, style, width=width, face=face) for note in notes if note.kind != "shown")
    gap = measures.feel_gap if compact else measures.note_gap
    listed = List(tuple(steps), "Decimal")
    spaced = (Spaced(box, gap) for box in boxes)
    after = [one for one in (feel, avoid, *shown) if one]
    first = [Spaced(one, measures.feel_gap) for one in after[:1]]
    return column([listed, *first, *after[1:], *spaced])


def _led(note: Note) -> Text:
    """Return a note behind its strong lead."""
    return (Span(note.lead, strong=True), Span(" "), *note.text)


def _note(note: Note, style: Style, *, width: float, face: Face) -> Barred:
    """Return a caution in the warning colour, or what was changed for a person in the accent."""
    measures, is_caution = style.measures.note, note.kind == "ask-first"
    colour = "warning" if is_caution else "accent"
    beside_bar = mm(style.lines.bar) + measures.bar_gap
    indent = measures.glyph + measures.glyph_gap
    text = set_text(_led(note), face, width_mm=width - beside_bar - indent)
    sign = Icon("triangle" if is_caution else "pencil", measures.glyph, colour)
    words = Words(text, role="Note", strong_colour=colour, typed=not is_caution)
    return Barred(Item(sign, words, indent), colour, beside_bar, measures.pad)
