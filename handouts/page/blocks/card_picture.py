"""The picture of an exercise card: a posed figure or photos, a caption, and a box to tick under them."""

from collections.abc import Sequence
from typing import NamedTuple

from handouts.compose.exercise_blocks import DrawnFigure, ExerciseCard, Photo
from handouts.compose.text import one_span
from handouts.page.artwork import Art, FigureArt, fitted
from handouts.page.drawable import Drawable
from handouts.page.kit import Checkbox, Column, Spaced, Tagged, Words, column, row
from handouts.page.lists import Item
from handouts.page.style import Style
from handouts.page.typesetting import balanced, set_text


class PictureSize(NamedTuple):
    """How large a picture may be: its column, the largest scale of a posed one, and how tall."""

    width: float
    largest_mm_per_unit: float
    room: float
    least: float = 1


def lay_out_picture(card: ExerciseCard, style: Style, size: PictureSize) -> Column:
    """Return the picture with its caption, and under it a box to tick what was done together.

    A posed figure is as large as its room is tall and its column is wide. It has the scale of all cards at
    least, or the `least` share of it, but in a narrow column, and never more than the largest.
    """
    tick = lay_out_tick(card, style, width=size.width)
    if not isinstance(card.picture, DrawnFigure):
        photos = _photos(card.picture, style, width=size.width, room=size.room - (tick.height if tick else 0))
        return column([photos, tick])
    drawn, under = card.picture.drawn, _caption(card.caption, style, width=size.width)
    taken = sum(part.gap + part.block.height for part in under) + (tick.height if tick else 0)
    beside = (size.room - taken) / drawn.height
    scale = min(
        max(size.least * style.measures.card.mm_per_unit, beside),
        size.largest_mm_per_unit,
        size.width / drawn.width,
    )
    return column([_captioned(FigureArt(card.picture, scale, least_width=size.width), under), tick])


def _photos(photos: Sequence[Photo], style: Style, *, width: float, room: float) -> Drawable:
    """Return photos, each over its caption: two upright ones side by side, else one under the other.

    They are as large as their column is wide, and no taller than the words beside them, `room`, unless that
    made them small.
    """
    measures = style.measures.card
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
    return Tagged(column([art, *under]), "Div")


def _caption(said: str, style: Style, *, width: float) -> list[Spaced]:
    """Return the line under a picture, if there is one."""
    if not said:
        return []
    caption = balanced(one_span(said), style.face("body"), width_mm=width)
    return [Spaced(Words(caption, role="Caption"), style.measures.card.caption_gap)]


def lay_out_tick(card: ExerciseCard, style: Style, *, width: float) -> Item | None:
    """Return the box to tick what was done together, where one is wanted."""
    if not card.practised:
        return None
    box, measures = Checkbox(style.measures.signs.tick_box), style.measures.card
    indent = box.height + measures.tick_gap
    said = set_text(one_span(card.practised), style.face("body"), width_mm=width - indent)
    return Item(box, Words(said), indent)
