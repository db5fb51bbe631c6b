"""Labels on sheets to stick on: each inside its own edges, in as large a type as it has room for."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handouts.compose.labels import Label
from handouts.compose.text import one_span
from handouts.page.drawable import Drawable, LayoutError, Placed
from handouts.page.kit import Positioned, Rule, Spaced, Tagged, Words, column
from handouts.page.pages import LaidOut, Page, Part
from handouts.page.style import Style
from handouts.page.typesetting import baseline_mm, settled
from handouts.schema.layout import Face


class LabelSheet(NamedTuple):
    """A sheet of labels: its paper, how many stand side by side and one under the other, and how large.

    Labels in a column touch; columns are so far apart, and the whole stands in the middle of the paper.
    """

    paper: str
    across: int
    down: int
    width_mm: float
    height_mm: float
    gap_mm: float

    @property
    def places(self) -> int:
        """How many labels a sheet has."""
        return self.across * self.down


# The usual sizes: 63.5 x 38.1 mm, 99.1 x 38.1 mm, and 2 5/8 x 1 inch.
LABEL_SHEETS = {
    "a4-21": LabelSheet("a4", 3, 7, 63.5, 38.1, 2.54),
    "a4-14": LabelSheet("a4", 2, 7, 99.1, 38.1, 2.54),
    "letter-30": LabelSheet("letter", 3, 10, 66.675, 25.4, 3.175),
}

# Type sizes and leadings that are tried in this order, and that of the foot, the least there is.
SIZES_PT = ((12, 15), (11, 14), (10, 12))
FOOT_PT = (10, 12)
# Printers shift a sheet by a millimetre or two, and the corners of labels are round.
ACROSS_MM, DOWN_MM, GAP_MM = 3.0, 1.5, 0.5
OUTLINE_PT = 0.375


def _outline(sheet: LabelSheet) -> Positioned:
    """Return the edges of a label, to hold a print on plain paper against a sheet of labels."""
    width, height = sheet.width_mm, sheet.height_mm
    across, along = Rule(width, OUTLINE_PT), Rule(0, OUTLINE_PT, down=height)
    return Positioned(((0, 0, across), (0, height, across), (0, 0, along), (width, 0, along)))


def lay_out_label(label: Label, sheet: LabelSheet, style: Style) -> Drawable:
    """Return a label in the largest type that it has room for; raise LayoutError where none is."""
    limit = sheet.height_mm - 2 * DOWN_MM
    for size in SIZES_PT:
        laid = _in_size(label, size, sheet.width_mm - 2 * ACROSS_MM, style)
        if laid.height <= limit:
            return laid
    raise LayoutError(label.title, limit=limit, overflow=laid.height - limit)


def _in_size(label: Label, size: tuple[int, int], width: float, style: Style) -> Drawable:
    face, foot = _face(size, style), _face(FOOT_PT, style)
    title = Words(settled(one_span(label.title, strong=True), face, width_mm=width), typed=True)
    said = [Spaced(Words(settled(line, face, width_mm=width)), GAP_MM) for line in label.lines]
    time = [Spaced(_time(label.time, face, width), GAP_MM)] if label.time else []
    small = [Spaced(Words(settled(label.foot, foot, width_mm=width)), GAP_MM)] if label.foot else []
    return Tagged(column([title, *said, *time, *small]))


def _time(word: str, face: Face, width: float) -> Drawable:
    """Return a word and a line to write on."""
    words = Words(settled(one_span(word), face, width_mm=width))
    line = Rule(width - words.width - GAP_MM, OUTLINE_PT)
    return Positioned(((0, 0, words), (words.width + GAP_MM, baseline_mm(face), line)))


def _face(size: tuple[int, int], style: Style) -> Face:
    size_pt, leading_pt = size
    return style.face("admin").model_copy(update={"size_pt": size_pt, "leading_pt": leading_pt})


def lay_out_labels(
    blocks: Sequence[Drawable],
    sheet: LabelSheet,
    style: Style,
    *,
    title: str,
    language: str,
    day: datetime.date,
    start_at: int = 1,
    outline: bool = False,
) -> LaidOut:
    """Return sheets with the labels, the first of them at the place `start_at`, counted from 1 by rows."""
    places = [None] * (start_at - 1) + [*blocks]
    pages = tuple(
        Page(
            (Part(tuple(_placed(places[at : at + sheet.places], sheet, style, outline=outline)), style),),
            style,
        )
        for at in range(0, len(places), sheet.places)
    )
    return LaidOut(title, language, "", day, pages)


def _placed(
    blocks: Sequence[Drawable | None], sheet: LabelSheet, style: Style, *, outline: bool
) -> Iterator[Placed]:
    pitch, paper = sheet.width_mm + sheet.gap_mm, style.paper
    left = (paper.width_mm - sheet.across * pitch + sheet.gap_mm) / 2
    top = (paper.height_mm - sheet.down * sheet.height_mm) / 2
    for place in range(sheet.places):
        down, across = divmod(place, sheet.across)
        x, y = left + across * pitch, top + down * sheet.height_mm
        if outline:
            yield Placed(_outline(sheet), x, y)
        block = blocks[place] if place < len(blocks) else None
        if block:
            yield Placed(block, x + ACROSS_MM, y + (sheet.height_mm - block.height) / 2)
