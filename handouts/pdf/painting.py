"""What is painted for one handout, and what is painted once for many."""

from dataclasses import dataclass
from functools import lru_cache

from handouts.page.sheet import Pages, Part, Sheet
from handouts.pdf.canvas import Painting, TaggedCanvas


@dataclass(frozen=True, slots=True)
class PaintedSheet:
    """One side of paper with the painting of each of its parts."""

    sheet: Sheet
    paintings: tuple[Painting, ...]


@dataclass(frozen=True, slots=True)
class PaintedPages:
    """Pages that are painted, so that nothing can be wrong with them any more."""

    pages: Pages
    sheets: tuple[PaintedSheet, ...]


def paint_pages(pages: Pages) -> PaintedPages:
    """Return pages painted.

    Raises ValueError for marks that cannot be tagged and for characters that cannot be set.
    """
    return PaintedPages(pages, tuple(map(paint_sheet, pages.sheets)))


def paint_sheet(sheet: Sheet) -> PaintedSheet:
    """Return one side of paper painted; raises ValueError as `paint_pages` does."""
    paintings: list[Painting] = []
    marks = 0
    for part in sheet.parts:
        paintings.append(painting_of(part, first_mark=marks))
        marks += paintings[-1].marks
    return PaintedSheet(sheet, tuple(paintings))


def painting_of(part: Part, *, first_mark: int) -> Painting:
    """Return a part painted so that its marks are numbered from `first_mark`.

    What many handouts share is painted for the first of them only.
    """
    return _kept(part, first_mark) if part.shared else _painted(part, first_mark)


def _painted(part: Part, first_mark: int) -> Painting:
    canvas = TaggedCanvas(first_mark)
    part.draw(canvas)
    return canvas.painting(shared=part.shared)


# As many as a dozen plans have; a roster of thousands of different plans keeps no more.
@lru_cache(maxsize=256)
def _kept(part: Part, first_mark: int) -> Painting:
    return _painted(part, first_mark)
