"""A catalogue becomes pages: exercises two abreast under the headings of their groups, then the index."""

import datetime
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from handouts.compose.catalogue import Catalogue, CatalogueEntry, CatalogueGroup, IndexName
from handouts.compose.text import one_span, text_of
from handouts.page.artwork import art_within
from handouts.page.blocks.footer import PageFooter
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.drawable import Drawable, Placed
from handouts.page.kit import Column, Row, Spaced, Tagged, Words, column, row, words
from handouts.page.pages import LaidOut, Page, Part
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import set_text

ABREAST = 2
# The largest a picture may be, and how far the words stand from it.
PICTURE_MM = 36.0, 42.0
BESIDE_MM = 40.0
# The index begins under the exercises where so many of its lines have room.
LEAST_LINES = 8


class Entry(NamedTuple):
    """An exercise of the catalogue; its title is in the outline, and it is a section to a listener."""

    title: str
    block: Column

    @property
    def height(self) -> float:
        """The height of title, picture and words."""
        return self.block.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint them one under the other."""
        with pen.element("Sect"):
            pen.surface.bookmark(self.title, 2)
            self.block.draw(pen, x, y)


@dataclass
class _Filling:
    """Pages being filled from the top down; `first` is the page on which each name stands."""

    style: Style
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    y: float = 0
    first: dict[str, int] = field(default_factory=dict)

    def begin_page(self) -> None:
        """Begin a page; one on which nothing follows is none."""
        self.pages.append([])
        self.y = self.style.top_mm

    def add(self, block: Drawable, *, gap: float, needs: float = 0) -> None:
        """Put a block under the last one, or on a new page where it and what it `needs` do not fit."""
        y = self.y + gap if self.pages[-1] else self.style.top_mm
        if self.pages[-1] and y + block.height + needs > self.style.bottom_mm:
            self.begin_page()
            y = self.y
        self.pages[-1].append(Placed(block, self.style.left_mm, y))
        self.y = y + block.height


def lay_out_catalogue(catalogue: Catalogue, style: Style, *, day: datetime.date) -> LaidOut:
    """Return the pages of a catalogue, with the page of each name in its index."""
    filling, gap = _Filling(style), style.measures.flow.gap
    filling.add(lay_out_heading(catalogue.heading, style, width=style.width_mm, level=1), gap=0)
    for group in catalogue.groups:
        _add_group(filling, group, gap=gap)
    _add_index(filling, catalogue, gap=gap)
    pages = [page for page in filling.pages if page]
    made = []
    for number, placed in enumerate(pages, start=1):
        footer = Placed(
            PageFooter(catalogue.footer, style, number, len(pages)), style.left_mm, style.bottom_mm
        )
        made.append(Page((Part(tuple(placed), style), Part((footer,), style)), style))
    return LaidOut(catalogue.heading, catalogue.language, "", day, tuple(made))


def _add_group(filling: _Filling, group: CatalogueGroup, *, gap: float) -> None:
    style = filling.style
    pitch = (style.width_mm + style.measures.text.gutter) / ABREAST
    entries = [_entry(one, style, pitch) for one in group.entries]
    rows = [row(entries[at : at + ABREAST], pitch) for at in range(0, len(entries), ABREAST)]
    heading = lay_out_heading(group.heading, style, width=style.width_mm)
    filling.add(heading, gap=gap, needs=gap + rows[0].height)
    for number, one in enumerate(rows):
        filling.add(one, gap=gap)
        for entry in entries[number * ABREAST : (number + 1) * ABREAST]:
            filling.first[entry.title] = len(filling.pages)


def _entry(entry: CatalogueEntry, style: Style, pitch: float) -> Entry:
    """Return the title, the picture beside what it is for and needs, and how a plan names it."""
    width, gap = pitch - style.measures.text.gutter, style.measures.text.paragraph_gap
    art = art_within(entry.picture, *PICTURE_MM)
    picture = [(0.0, art)] if art else []
    title = Words(set_text(one_span(entry.title), style.face("subheading"), width_mm=width), role="H3")
    beside = column(Spaced(words(line, style, width=width - BESIDE_MM), gap) for line in entry.about)
    return Entry(
        entry.title,
        column(
            [
                title,
                Spaced(Row((*picture, (BESIDE_MM, beside))), gap),
                Spaced(words(entry.dose, style, width=width), gap),
            ]
        ),
    )


def _add_index(filling: _Filling, catalogue: Catalogue, *, gap: float) -> None:
    """Add the names in alphabetical order under the last exercises, in columns, each with its page."""
    style = filling.style
    pitch = (style.width_mm + style.measures.text.gutter) / ABREAST
    lines = [_index_line(one, filling.first, style, pitch) for one in catalogue.index]
    heading = lay_out_heading(catalogue.index_heading, style, width=style.width_mm)
    filling.add(heading, gap=2 * gap, needs=gap + LEAST_LINES * lines[0].height)
    while lines:
        # On the last page the columns are as long as each other.
        even = sum(line.height for line in lines) / ABREAST + max(line.height for line in lines)
        room, columns = min(style.bottom_mm - filling.y - gap, even), []
        for _ in range(ABREAST):
            count = bisect([*accumulate(line.height for line in lines)], room)
            columns.append(Tagged(column(lines[:count]), role="L", numbering="None"))
            lines = lines[count:]
        filling.add(row(columns, pitch), gap=gap)
        filling.begin_page()


def _index_line(name: IndexName, pages: Mapping[str, int], style: Style, pitch: float) -> Tagged:
    page, width = str(pages[name.title]), pitch - style.measures.text.gutter
    said = words((*text_of(name.line, page=page),), style, width=width)
    return Tagged(replace(said, role="LBody"), role="LI")
