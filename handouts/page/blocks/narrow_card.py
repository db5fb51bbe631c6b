"""One exercise on a narrow card: all of it on its front, or picture and dose there and the steps overleaf."""

from dataclasses import replace
from typing import NamedTuple

from handouts.compose.exercise_blocks import DrawnFigure, ExerciseCard, Exercises
from handouts.compose.text import Span, Text
from handouts.page.blocks.card_picture import PictureSize, lay_out_picture, lay_out_tick
from handouts.page.blocks.doses import lay_out_dose_strip
from handouts.page.blocks.exercise_card import CardHead, lay_out_card_head, lay_out_remarks, lay_out_steps
from handouts.page.drawable import Drawable, LayoutError
from handouts.page.flow import Piece
from handouts.page.kit import Column, Icon, Row, Rule, Spaced, Tagged, Words, column
from handouts.page.lists import Item
from handouts.page.parting import Whole, parted
from handouts.page.style import Style
from handouts.page.typesetting import set_text, with_page_room

# How small a picture over its dose may be so that the steps stand on its side, as a share of the usual scale.
LEAST = 0.7
# How wide a picture beside its dose may be, as shares of its usual width.
NARROWER = (1, 0.9, 0.8, 0.7)


class NarrowCard(NamedTuple):
    """One exercise in parts: all of it on one side or, where that is too tall, on a `front` and a `back`."""

    head: CardHead
    again: CardHead
    whole: Column
    front: Column
    back: Column

    @property
    def height(self) -> float:
        """The height of all of it on one side."""
        return self.whole.height

    def pieces(self, room: float, style: Style) -> list[Piece]:
        """Return all of it as a piece, or as several in a row where `room` does not hold it."""
        gap, name = style.measures.flow.gap, self.head.words
        sides = self.sides(room, together=self.height <= room)
        rule = Rule(style.width_mm, style.lines.rule, "accent")
        ruled = [column([rule, Spaced(side, style.measures.card.rule_gap)]) for side in sides]
        return [Whole(one, name, gap) for one in ruled]

    @property
    def back_height(self) -> float:
        """The height of what stands on its back."""
        return column([self.again, *self.back.parts]).height

    def sides(self, room: float, *, together: bool) -> list[Tagged]:
        """Return its sides, `together` as one; what is taller than a side goes on overleaf.

        Raises LayoutError for a picture taller than a side.
        """
        if together:
            return [Tagged(self.whole)]
        sides = [Tagged(self.front)]
        rest: Drawable | None = self.back
        gap = self.back.parts[0].gap
        left = room - self.again.height - gap
        while rest:
            here, rest = parted(rest, left)
            if here is None:
                raise LayoutError(self.head.words, limit=left, overflow=self.back.height - left)
            sides.append(Tagged(column([self.again, Spaced(here, gap)])))
        return sides


def lay_out_narrow_cards(
    exercises: Exercises, see_page: Text, style: Style, *, room: float, large: bool = True
) -> list[NarrowCard]:
    """Return the card of each exercise; when to stop stands at its end, with room for the number of a page.

    The steps of all are smaller where they fit on no side otherwise. Pictures that are to be `large` fill
    the side where all of an exercise has room on it.
    """
    for compact in (False, True):
        laid = [
            _card(card, exercises, see_page, style, room=room, compact=compact, large=large)
            for card in exercises.cards
        ]
        if all(one.back_height <= room for one in laid):
            break
    return laid


def _card(
    card: ExerciseCard,
    exercises: Exercises,
    see_page: Text,
    style: Style,
    *,
    room: float,
    compact: bool,
    large: bool,
) -> NarrowCard:
    """Return the card of one exercise; `room` is the height of a side."""
    measures, width = style.measures.card, style.width_mm
    # No heading stands over the exercises.
    head, again = (
        lay_out_card_head(replace(card, kicker=kicker), style, width=width)._replace(level=2)
        for kicker in ("", exercises.continued)
    )
    purpose = Words(set_text(card.purpose, style.face("body"), width_mm=width))
    said = [Spaced(purpose, measures.body_gap)] if card.purpose else []
    tick = lay_out_tick(card, style, width=width)
    stop = _stop((*exercises.stop, Span(" "), *see_page), style)
    how = [
        Spaced(lay_out_steps(card, style, width=width, compact=compact), measures.body_gap),
        *lay_out_remarks(card, style, width=width, compact=True),
        Spaced(stop, measures.feel_gap),
    ]
    how += [Spaced(tick, measures.body_gap)] if tick else []
    letters = exercises.side_letters
    left = room - column([head, *said, *how]).height
    shown = _picture_and_dose(card, style, letters, room=left, large=large)
    alone = _picture_over_dose(card, style, letters, room=room - column([head, *said]).height)
    return NarrowCard(
        head,
        again._replace(goes_on=True, changed=False),
        whole=column([head, *shown, *said, *how]),
        front=column([head, *alone, *said]),
        back=column(how),
    )


def _picture_and_dose(
    card: ExerciseCard, style: Style, letters: tuple[str, str], *, room: float, large: bool
) -> list[Spaced]:
    """Return the picture with the dose at its right, or over it where there is no room for that.

    A `large` one stands over its dose where it has room there to be larger.
    """
    if not (card.picture and card.dose):
        return _picture_over_dose(card, style, letters, room=style.measures.narrow_card.picture)
    over = _picture_over_dose(card, style, letters, room=room, least=LEAST)
    beside = _picture_beside_dose(card, style, letters)
    if not beside:
        return over
    is_larger = over[0].block.height > beside.cells[0][1].height
    fits = column(over).height + over[0].gap <= room
    return over if large and is_larger and fits else [Spaced(beside, style.measures.card.dose_gap)]


def _picture_beside_dose(card: ExerciseCard, style: Style, letters: tuple[str, str]) -> Row | None:
    """Return the picture with the dose at its right, narrower beside long lines; None where it were small."""
    measures = style.measures.narrow_card
    for wide in (share * measures.picture for share in NARROWER):
        across = wide + measures.gutter
        try:
            strip = lay_out_dose_strip(
                card.dose, style, width=style.width_mm - across, letters=letters, spoken=card.spoken
            )
        except LayoutError:
            continue
        size = PictureSize(wide, style.measures.card.largest_mm_per_unit, strip.height)
        picture = _picture(card, style, size)
        if wide == measures.picture or picture.height >= LEAST * strip.height:
            return Row(((0, picture), (across, strip)), middle=True)
    return None


def _picture_over_dose(
    card: ExerciseCard, style: Style, letters: tuple[str, str], *, room: float, least: float = 1
) -> list[Spaced]:
    """Return the picture as large as `room` allows over the dose, as far as they are there."""
    measures, width = style.measures.card, style.width_mm
    parts: list[Spaced] = []
    if card.dose:
        strip = lay_out_dose_strip(card.dose, style, width=width, letters=letters, spoken=card.spoken)
        parts.append(Spaced(strip, measures.dose_gap))
        room -= strip.height + measures.dose_gap
    if card.picture:
        size = PictureSize(width, measures.over_mm_per_unit, room - measures.dose_gap, least)
        parts.insert(0, Spaced(_picture(card, style, size), measures.dose_gap))
    return parts


def _picture(card: ExerciseCard, style: Style, size: PictureSize) -> Column:
    """Return the picture; a posed figure has no caption, since its title is right over it."""
    bare = replace(card, practised="")
    bare = replace(bare, caption="") if isinstance(card.picture, DrawnFigure) else bare
    return lay_out_picture(bare, style, size)


def _stop(stop: Text, style: Style) -> Item:
    """Return when to stop, behind its sign and strong in its colour."""
    measures = style.measures.card
    text = set_text(with_page_room(stop), style.face("body"), width_mm=style.width_mm - measures.step_indent)
    sign = Icon("octagon", measures.glyph, "warning")
    return Item(sign, Words(text, strong_colour="warning"), measures.step_indent)
