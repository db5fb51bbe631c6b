"""One side of paper of a handout: blocks at their places, and the footer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from handouts.handout import Footer, Handout
from handouts.page.abbreviations import NONE, Abbreviations
from handouts.page.block import Block
from handouts.page.clinic_record import lay_out_clinic_record
from handouts.page.copy_mark import CopyMark
from handouts.page.footer import draw_footer
from handouts.page.pen import Pen
from handouts.page.sheet import Pages
from handouts.page.style import MM, Style, mm
from handouts.page.surface import Surface


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place; neighbours of one `section` are one section to a listener."""

    block: Block
    x: float
    y: float
    name: str = ""
    section: str = ""

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.block.height


Side = Sequence[Placed]


@dataclass(frozen=True)
class HandoutPage:
    """A page that is ready to be painted; `number` counts from 1."""

    placed: tuple[Placed, ...]
    footer: Footer
    copy_mark: CopyMark | None
    number: int
    count: int
    style: Style
    abbreviations: Abbreviations = NONE

    @property
    def width(self) -> float:
        """How wide the paper is, in points."""
        return self.style.paper.width_mm * MM

    @property
    def height(self) -> float:
        """How tall the paper is, in points."""
        return self.style.paper.height_mm * MM

    def draw(self, surface: Surface) -> None:
        """Paint the mark of the clinic's copy, the blocks in order, and the footer."""
        pen = Pen(surface, self.style, self.abbreviations)
        if self.copy_mark:
            self.copy_mark.draw(pen, is_first=self.number == 1)
        for section, group in groupby(self.placed, key=lambda placed: placed.section):
            if section:
                with surface.section(section):
                    _draw(pen, group)
            else:
                _draw(pen, group)
        draw_footer(pen, self.footer, page=self.number, pages=self.count)


def pages_of(handout: Handout, sides: Sequence[Side], style: Style) -> Pages:
    """Return the sides as the pages of a file; the clinic's copy is marked, and ends with its record."""
    copy = handout.clinic_copy
    if copy:
        sides = _with_record(sides, lay_out_clinic_record(copy, style), style)
    mark = CopyMark(copy.mark, copy.keep) if copy else None
    short = Abbreviations(handout.abbreviations)
    pages = tuple(
        HandoutPage(tuple(side), handout.footer, mark, number, len(sides), style, short)
        for number, side in enumerate(sides, start=1)
    )
    return Pages(handout.file_title, handout.language, handout.author, handout.date, pages, handout.origin)


def _with_record(sides: Sequence[Side], record: Block, style: Style) -> list[Side]:
    """Return the sides with the record under the last of them, or on a side of its own.

    So the sides before it are as the patient has them, block for block.
    """
    *others, last = sides
    y = max((placed.end for placed in last), default=style.top_mm) + mm(style.measures.flow.gap_pt)
    if y + record.height <= style.bottom_mm:
        return [*others, (*last, Placed(record, style.left_mm, y))]
    return [*sides, (Placed(record, style.left_mm, style.top_mm),)]


def _draw(pen: Pen, group: Iterable[Placed]) -> None:
    for placed in group:
        placed.block.draw(pen, placed.x, placed.y)
