"""One side of paper of a handout: blocks at their places, and the footer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from handouts.compose.handout import Footer, Handout
from handouts.page.abbreviations import NONE, Abbreviations
from handouts.page.block import Block
from handouts.page.blocks.clinic_record import lay_out_clinic_record
from handouts.page.blocks.copy_mark import CopyMark
from handouts.page.blocks.footer import draw_footer
from handouts.page.pen import Pen
from handouts.page.sheet import Pages, Part
from handouts.page.style import MM, Style
from handouts.page.surface import Surface


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place; neighbours of one `section` are one section to a listener.

    What a listener has `heard` on a page before is not read again.
    """

    block: Block
    x: float
    y: float
    name: str = ""
    section: str = ""
    heard: bool = False

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.block.height


Side = Sequence[Placed]


@dataclass(frozen=True, eq=False)
class Blocks:
    """Blocks of a page that are painted together; `shared` ones are the same for many people."""

    placed: Side
    style: Style
    abbreviations: Abbreviations
    shared: bool

    def draw(self, surface: Surface) -> None:
        """Paint the blocks in order."""
        pen = Pen(surface, self.style, self.abbreviations)
        for section, group in groupby(self.placed, key=lambda placed: placed.section):
            if section:
                with surface.section(section):
                    _draw(pen, group)
            else:
                _draw(pen, group)


@dataclass(frozen=True)
class Mark:
    """The mark of the clinic's copy on one page."""

    mark: CopyMark
    style: Style
    is_first: bool
    shared = False

    def draw(self, surface: Surface) -> None:
        """Paint the mark."""
        self.mark.draw(Pen(surface, self.style), is_first=self.is_first)


@dataclass(frozen=True)
class Foot:
    """The footer of one page of so many."""

    footer: Footer
    style: Style
    number: int
    count: int
    shared = False

    def draw(self, surface: Surface) -> None:
        """Paint the footer."""
        draw_footer(Pen(surface, self.style), self.footer, page=self.number, pages=self.count)


@dataclass(frozen=True)
class HandoutPage:
    """A page that is ready to be painted: its parts in order, the footer last."""

    parts: tuple[Part, ...]
    style: Style

    @property
    def width(self) -> float:
        """How wide the paper is, in points."""
        return self.style.paper.width_mm * MM

    @property
    def height(self) -> float:
        """How tall the paper is, in points."""
        return self.style.paper.height_mm * MM


def pages_of(handout: Handout, sides: Sequence[Sequence[Blocks]], style: Style) -> Pages:
    """Return the sides as the pages of a file; the clinic's copy is marked, and ends with its record."""
    content, person = handout.content, handout.person
    copy = person.clinic_copy
    if copy:
        sides = _with_record(sides, lay_out_clinic_record(copy, style), style)
    mark = CopyMark(copy.mark, copy.keep) if copy else None
    pages = []
    for number, side in enumerate(sides, start=1):
        head = (Mark(mark, style, number == 1),) if mark else ()
        foot = Foot(person.footer, style, number, len(sides))
        pages.append(HandoutPage((*head, *side, foot), style))
    return Pages(
        person.file_title, content.language, content.author, person.date, tuple(pages), handout.origin
    )


def _with_record(sides: Sequence[Sequence[Blocks]], record: Block, style: Style) -> list[Sequence[Blocks]]:
    """Return the sides with the record under the last of them, or on a side of its own.

    So the sides before it are as the patient has them, block for block.
    """
    *others, last = sides
    ends = [placed.end for part in last for placed in part.placed]
    y = max(ends, default=style.top_mm) + style.measures.flow.gap
    if y + record.height <= style.bottom_mm:
        return [*others, (*last, _recorded(record, y, style))]
    return [*sides, (_recorded(record, style.top_mm, style),)]


def _recorded(record: Block, y: float, style: Style) -> Blocks:
    return Blocks((Placed(record, style.left_mm, y),), style, NONE, shared=False)


def _draw(pen: Pen, group: Iterable[Placed]) -> None:
    for placed in group:
        if placed.heard:
            with pen.surface.artifact("Layout"):
                placed.block.draw(pen.unlinked, placed.x, placed.y)
        else:
            placed.block.draw(pen, placed.x, placed.y)
