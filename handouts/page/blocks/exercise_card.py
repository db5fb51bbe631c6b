"""One exercise becomes a card: title, dose, picture and steps; if taller than a page, it goes on overleaf."""

from functools import partial
from math import inf
from typing import NamedTuple

from handouts.compose.exercise_blocks import ExerciseCard, Note
from handouts.compose.text import Span, Text, one_span
from handouts.page.blocks.card_picture import PictureSize, lay_out_picture, lay_out_tick
from handouts.page.blocks.doses import lay_out_dose_strip
from handouts.page.drawable import Drawable
from handouts.page.glyphs import disc, draw_glyph
from handouts.page.kit import Barred, Column, Icon, Row, Rule, Spaced, Words, column
from handouts.page.lists import Item, List, number
from handouts.page.parting import SLACK_MM, parted
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, set_text, text_width_mm
from handouts.schema.layout import Face

# Where dose and picture have a page without their words, a picture is at least this share of the usual.
SMALLEST = 0.8

# How much stands under the dose, and how much on the next page, in millimetres.
Rooms = tuple[float, float]


class CardHead(NamedTuple):
    """Number, title and the kind of exercise on one baseline; of a card that goes on, for the eye alone.

    What is new or has `changed` has a pencil before its kind. A kind that leaves a word of the title no room
    stands `under` it.
    """

    number: int
    title: SetText
    kicker: str
    width: float
    least_height: float
    changed: bool = False
    goes_on: bool = False
    level: int = 3
    under: SetText | None = None

    @property
    def words(self) -> str:
        """The title in one line."""
        return "".join(piece.span.text for line in self.title.lines for piece in line)

    @property
    def height(self) -> float:
        """The height of the disc, or of a title of several lines, and of a kind under it."""
        under = self.under.height_mm if self.under else 0.0
        return max(self.least_height, self.title.height_mm) + under

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the heading, then the kicker flush right."""
        measures, face, body = pen.style.measures.card, self.title.face, pen.style.face("body")
        top = y + max(0.0, (measures.head - mm(face.leading_pt)) / 2)
        with pen.surface.artifact("Header") if self.goes_on else pen.element(f"H{self.level}"):
            if not self.goes_on:
                pen.surface.bookmark(self.words, self.level - 1)
            disc(pen, x, y, self.number, size_mm=measures.disc, face=pen.style.face("disc"))
            pen.lines(x + measures.disc + measures.disc_gap, top, self.title)
        note, left, middle = pen.style.measures.note, x + measures.disc + measures.disc_gap, 0.0
        sign = note.glyph + note.glyph_gap if self.changed else 0.0
        with pen.surface.artifact("Header") if self.goes_on else pen.element("P"):
            if self.under:
                below = y + max(self.least_height, self.title.height_mm)
                pen.lines(left + sign, below, self.under)
                middle = below + mm(body.leading_pt) / 2
            else:
                pen.text_right(x + self.width, top + baseline_mm(face), self.kicker, body)
                left = x + self.width - text_width_mm(self.kicker, body) - sign
                middle = top + mm(face.leading_pt) / 2
        if self.changed:
            draw_glyph(pen, "pencil", left, middle - note.glyph / 2, note.glyph, "accent")


class Card(NamedTuple):
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
        left = room - self.height + body.block.height
        first, rest = parted(words, left)
        if first is None and words is body.block and left >= -SLACK_MM:
            # Dose and picture fill the page: all of the words go on overleaf.
            first, rest = column([]), words
        if self.height <= room or first is None or not isinstance(rest, Column):
            return [self]
        # A title that its kind stood under has no room for more beside it.
        kicker = "" if self.head.under else continued
        head = self.head._replace(kicker=kicker, changed=False, goes_on=True, under=None)
        cells = body.block.cells[:-1] if isinstance(body.block, Row) else ()
        begun = column([*above, body._replace(block=Row((*cells, (words_x, first))))])
        going_on = column([head, body._replace(block=Row(((words_x, rest),)))])
        card = self._replace(head=head, words=rest, inside=going_on)
        return [self._replace(inside=begun), *card.parts(room, continued)]


def lay_out_exercise_card(
    card: ExerciseCard, style: Style, *, letters: tuple[str, str], compact: bool = False, room: float = inf
) -> Card:
    """Return the card of one exercise; a `compact` one has smaller steps and notes, closer together.

    A picture over the steps takes no more of `room` than these leave of it.
    """
    measures, rule_pt, width = style.measures.card, style.lines.rule, style.width_mm
    head = lay_out_card_head(card, style, width=width)
    dose = None
    if card.dose:
        strip = lay_out_dose_strip(card.dose, style, width=width, letters=letters, spoken=card.spoken)
        dose = Spaced(strip, measures.dose_gap)
    purpose = Words(set_text(card.purpose, style.face("body"), width_mm=width))
    said = Spaced(purpose, measures.purpose_gap) if card.purpose else None
    above, rule = column([head, dose, said]), Rule(width, rule_pt, "accent")
    rule_mm = mm(rule_pt) + measures.rule_gap
    first: list[Spaced] = []
    if said and card.picture and room - rule_mm - above.height < _least_picture(card, style):
        # Over the smallest picture there is room for no more than the dose.
        above, first = column([head, dose]), [said]
    overleaf = room - rule_mm - head._replace(under=None).height - measures.body_gap
    rooms = room - rule_mm - above.height, overleaf
    body, words = _body(card, style, compact=compact, rooms=rooms, first=first)
    inside = column([*above.parts, *(Spaced(part, measures.body_gap) for part in body)])
    return Card(rule, head, words, inside, rule_mm)


def _body(
    card: ExerciseCard, style: Style, *, compact: bool, rooms: Rooms, first: list[Spaced]
) -> tuple[tuple[Drawable, ...], Column]:
    """Return what stands under the dose, and those of its words that may go overleaf, `first` over them.

    The picture is beside all words or, where these had too narrow a column in large type, over the steps, as
    large as the first of `rooms` allows, and beside it what to feel and the notes; these follow the steps if
    they are long. Where it has no room over them, it has the page with the dose, and all words go on
    overleaf, where they have the second; under a very tall dose it goes on with them.
    """
    measures, width, (room, overleaf) = style.measures.card, style.width_mm, rooms
    words_x, over = measures.picture + measures.gutter, measures.over_picture
    steps, remarks = partial(lay_out_steps, compact=compact), partial(lay_out_remarks, compact=compact)
    if not card.picture:
        tick = lay_out_tick(card, style, width=width)
        above = Spaced(tick, measures.tick_gap) if tick else None
        words = column([steps(card, style, width=width), *remarks(card, style, width=width), above])
        return (Row(((0, words),)),), words
    if (beside := width - words_x) >= measures.least_words:
        words = column([steps(card, style, width=beside), *remarks(card, style, width=beside)])
        size = PictureSize(measures.picture, measures.largest_mm_per_unit, words.height)
        return (Row(((0, lay_out_picture(card, style, size)), (words_x, words))),), words
    words = column([*first, steps(card, style, width=width)])
    said = column(remarks(card, style, width=width - over - measures.gutter))
    left = room - words.height - 2 * measures.body_gap
    if said.height > left:
        words = column([*words.parts, *remarks(card, style, width=width)])
        said, left = column([]), room - words.height - 2 * measures.body_gap
    least = _least_picture(card, style) + 2 * measures.body_gap
    if room < least or words.height <= overleaf and room < least + words.height:
        return _before_words(card, words, style, room=room - 2 * measures.body_gap)
    size = PictureSize(over, measures.over_mm_per_unit, left)
    cells: list[tuple[float, Drawable]] = [(0, lay_out_picture(card, style, size))]
    if said.parts:
        cells.append((over + measures.gutter, said))
    return (Row(tuple(cells)), words), words


def _before_words(
    card: ExerciseCard, words: Column, style: Style, *, room: float
) -> tuple[tuple[Drawable, ...], Column]:
    """Return a picture that has the page with the dose, or goes overleaf with its words where it has not."""
    measures = style.measures.card
    whole = PictureSize(style.width_mm, measures.whole_page_mm_per_unit, room, SMALLEST)
    picture = lay_out_picture(card, style, whole)
    if picture.height <= room:
        return (Row(((0, picture),)), words), words
    size = PictureSize(measures.over_picture, measures.over_mm_per_unit, 0)
    words = column([Row(((0, lay_out_picture(card, style, size)),)), Spaced(words, measures.body_gap)])
    return (words,), words


def _least_picture(card: ExerciseCard, style: Style) -> float:
    """Return how tall a picture over the steps is at least."""
    measures = style.measures.card
    return lay_out_picture(
        card, style, PictureSize(measures.over_picture, measures.over_mm_per_unit, 0)
    ).height


def lay_out_card_head(card: ExerciseCard, style: Style, *, width: float) -> CardHead:
    """Return the number and the title, broken where its kind at the right leaves it no room."""
    measures, face, body = style.measures.card, style.face("subheading"), style.face("body")
    left = measures.disc + measures.disc_gap
    sign = style.measures.note.glyph + style.measures.note.glyph_gap if card.changed else 0.0
    room = width - left - measures.gutter - text_width_mm(card.kicker, body) - sign
    under = None
    if max(text_width_mm(word, face) for word in card.title.split()) > room:
        under, room = balanced(one_span(card.kicker), body, width_mm=width - left - sign), width - left
    title = balanced(one_span(card.title), face, width_mm=room)
    return CardHead(card.number, title, card.kicker, width, measures.head, card.changed, under=under)


def lay_out_steps(card: ExerciseCard, style: Style, *, width: float, compact: bool) -> List:
    """Return the numbered steps."""
    face, indent = _step_face(style, compact=compact), style.measures.card.step_indent
    return List(
        tuple(
            _behind(number(str(at), face), step, face, width=width, indent=indent, role="")
            for at, step in enumerate(card.steps, start=1)
        ),
        "Decimal",
    )


def lay_out_remarks(card: ExerciseCard, style: Style, *, width: float, compact: bool) -> list[Spaced]:
    """Return what to feel and to avoid, and the notes: a caution outranks a change."""
    measures, face = style.measures.card, _step_face(style, compact=compact)
    behind = partial(_behind, face=face, width=width, indent=measures.step_indent)
    feel = behind(Icon("tick", measures.glyph, "accent"), card.feel) if card.feel else None
    avoid = behind(Icon("cross", measures.glyph, "ink"), card.avoid) if card.avoid else None
    notes = sorted(card.notes, key=lambda note: note.kind != "ask-first")
    shown = (behind(None, _led(note)) for note in notes if note.kind == "shown")
    boxes = (_note(note, style, width=width, face=face) for note in notes if note.kind != "shown")
    gap = measures.feel_gap if compact else measures.note_gap
    after = [one for one in (feel, avoid, *shown) if one]
    return [
        *(Spaced(one, 0 if at else measures.feel_gap) for at, one in enumerate(after)),
        *(Spaced(box, gap) for box in boxes),
    ]


def _step_face(style: Style, *, compact: bool) -> Face:
    return style.face("step_compact" if compact else "step")


def _behind(
    mark: Icon | Words | None, text: Text, face: Face, *, width: float, indent: float, role: str = "P"
) -> Item:
    """Return text behind a mark."""
    return Item(mark, Words(set_text(text, face, width_mm=width - indent), role=role), indent)


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
