"""How large the parts of a map are on a page, so that its words have the room that they need."""

from typing import NamedTuple

from handouts.drawing.map_parts import BETWEEN_MM, BODY_MM, TALL_MM, WIDE_MM, WORDS_MM, MapDrawing
from handouts.drawing.marks import broken
from handouts.drawing.picture import filled_points
from handouts.page.type import width_pt
from handouts.schema.measures import MM


class MapSize(NamedTuple):
    """The measures of a map in millimetres, from its upper left corner; type in points.

    `share` is how large its parts are, of what they are drawn at. Where the pain is in a row of its own, the
    muscles stand `second` over it.
    """

    width: float = 114
    height: float = 93.5
    top: float = 8.5
    anatomy_x: float = 15.5
    labels_x: float = 31.5
    pain_x: float = 73
    pain_head_x: float = 60
    no_press_x: float = 86.5
    others_x: float = 103
    body_x: float = 45
    body_top: float = 7.6
    share: float = 1
    head_y: float = 4.3
    head_lines: int = 1
    label_pt: float = 12
    leading_pt: float = 16
    second: float = 0


USUAL = MapSize()

# Closer together, so that more text has room beside it.
NARROW = USUAL._replace(
    width=98,
    anatomy_x=13.5,
    labels_x=28,
    body_x=41.5,
    pain_head_x=50.5,
    pain_x=62,
    no_press_x=74,
    others_x=89,
)

# On a narrow page, under heads of two lines.
PANEL = NARROW._replace(
    height=99.5,
    top=14.5,
    body_top=13.6,
    labels_x=27.6,
    body_x=40,
    pain_head_x=53,
    pain_x=63.5,
    no_press_x=72.6,
    others_x=89.5,
    head_lines=2,
)

# As wide as the words of an exercise, with the parts of a taller map.
ALONE = USUAL._replace(
    width=122,
    anatomy_x=17.5,
    labels_x=35.5,
    body_x=49,
    pain_head_x=62,
    pain_x=78,
    no_press_x=93.5,
    others_x=111,
)
ALONE_HEIGHT_MM = 108

# A map with smaller parts cannot be read.
_LEAST_SHARE = 0.759

# How far words stay from the skin.
_CLEAR_MM = 1
# How wide letters are at most, in sizes of the type, and by how much parts become smaller at a time.
_LETTER, _STEP = 0.5, 0.02


def of_height(size: MapSize, height: float) -> MapSize:
    """Return a map as tall as this, or as small as it may be; the room for its words stays as it is."""
    share = max(_LEAST_SHARE, size.share + (height - size.height) / TALL_MM)
    return size._replace(height=size.height + (share - size.share) * TALL_MM, share=share)


def with_type(size: MapSize, times: float) -> MapSize:
    """Return a map whose words are so many times as large beside its parts."""
    return size._replace(label_pt=size.label_pt * times, leading_pt=size.leading_pt * times)


def in_rows(drawing: MapDrawing, *, width: float, share: float, times: float) -> MapSize:
    """Return the size of a map for a narrow page: the pain under the muscles, words `times` as large."""
    view = (drawing.main.bottom - drawing.main.top) * drawing.main.length
    tall = max([view, *(one.tall - BETWEEN_MM for one in drawing.others)])
    middle, beside = share * WIDE_MM / 2 + 1.5, share * WIDE_MM + 4
    size = with_type(USUAL, times)._replace(
        width=width,
        anatomy_x=middle,
        labels_x=beside,
        pain_x=middle,
        pain_head_x=0,
        no_press_x=beside,
        others_x=width - 1,
        body_x=width - 6,
        body_top=2,
        share=share,
        second=tall * share + USUAL.top + BETWEEN_MM / 2,
    )
    words = [one + WORDS_MM * times - size.second for one in word_heights(size, drawing)]
    upper = max(view * share, BODY_MM * share - USUAL.top, *words)
    return size._replace(height=size.second + upper + USUAL.top)


def fitted_map(size: MapSize, drawing: MapDrawing) -> MapSize:
    """Return the size of a map with the room that its words need, and none that low views leave empty.

    Where the words beside the main view would reach the one with the pain, all parts are smaller, and where
    they would reach the small body, that stands higher. Heads that would touch have two lines. One in rows
    is as large as it was made.
    """
    if size.second:
        return size
    head = width_pt(drawing.head, strong=True, size_pt=size.label_pt) / MM
    if size.head_lines == 1 and head + _CLEAR_MM > size.pain_head_x:
        more = size.leading_pt / MM
        size = size._replace(
            height=size.height + more, top=size.top + more, body_top=size.body_top + more, head_lines=2
        )
    words = [line for one in drawing.muscles_pointers for line in broken(one.words)]
    wide = max(map(len, words), default=0) * _LETTER * size.label_pt / MM
    left = min(point.real for point in filled_points(drawing.main.skin))
    while size.share > _LEAST_SHARE and (
        pain_x_of(size, drawing) + left * size.share < size.labels_x + wide + _CLEAR_MM
    ):
        aside, share = WIDE_MM * _STEP / 2, size.share - _STEP
        size = size._replace(
            anatomy_x=size.anatomy_x - aside,
            labels_x=size.labels_x - 2 * aside,
            height=size.height - _STEP * TALL_MM,
            share=share,
        )
    size = size._replace(height=size.height - (TALL_MM - drawing.tall) * size.share)
    pitch, heights = size.leading_pt / MM, word_heights(size, drawing)
    ends = (
        at + len(broken(one.words)) * pitch / 2
        for at, one in zip(heights, drawing.muscles_pointers, strict=True)
    )
    over = max(ends, default=0.0) + BODY_MM * size.share + size.body_top - size.height
    return size._replace(height=size.height + over, top=size.top + over) if over > 0 else size


def floor_of(size: MapSize, drawing: MapDrawing) -> float:
    """Return the height that the main view stands on."""
    return size.second or size.height - size.top - drawing.tall * size.share


def word_heights(size: MapSize, drawing: MapDrawing) -> list[float]:
    """Return the heights of the words beside the main view, none so near that it touches another."""
    pointers, pitch = drawing.muscles_pointers, size.leading_pt / MM
    origin = floor_of(size, drawing) + drawing.main.bottom * drawing.main.length * size.share
    heights = [origin + one.height * size.share for one in pointers]
    halves = [len(broken(one.words)) * pitch / 2 for one in pointers]
    low = size.second
    for number in sorted(range(len(pointers)), key=heights.__getitem__):
        heights[number] = max(heights[number], low + halves[number])
        low = heights[number] + halves[number]
    return heights


def pain_x_of(size: MapSize, drawing: MapDrawing) -> float:
    """Return where the axis of the view with the pain is: its words keep clear of the skin."""
    clear = size.no_press_x - _CLEAR_MM - drawing.skin_right * size.share
    return min(size.pain_x - drawing.main.middle * size.share, clear)
