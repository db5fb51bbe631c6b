"""The pages of a file, ready to be painted; what stands on those of many people is laid out once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby

from handouts.compose.handout import Content, Handout
from handouts.page.blocks.clinic_copy import CopyMark, lay_out_clinic_record
from handouts.page.blocks.footer import PageFooter
from handouts.page.drawable import Drawable, LayoutError, Placed, Placeholder
from handouts.page.grey import GreySurface
from handouts.page.parting import parted
from handouts.page.pen import NONE, Abbreviations, Pen
from handouts.page.style import Style
from handouts.page.surface import Surface
from handouts.schema.measures import MM
from handouts.schema.origin import Origin


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """Blocks of one page that are painted together.

    Where it is `shared`, it is the same object on the pages of many people, and is painted only once.
    """

    placed: tuple[Placed, ...]
    style: Style
    abbreviations: Abbreviations = NONE
    shared: bool = False

    def draw(self, surface: Surface) -> None:
        """Paint the blocks in order, without colours where the style has none."""
        surface = surface if self.style.colour == "colour" else GreySurface(surface)
        pen = Pen(surface, self.style, self.abbreviations)
        for section, group in groupby(self.placed, key=lambda placed: placed.section):
            if section:
                with surface.section(section):
                    _draw(pen, group)
            else:
                _draw(pen, group)


def _draw(pen: Pen, group: Iterable[Placed]) -> None:
    for placed in group:
        if placed.heard:
            with pen.surface.artifact("Layout"):
                placed.block.draw(pen.unlinked, placed.x, placed.y)
        else:
            placed.block.draw(pen, placed.x, placed.y)


@dataclass(frozen=True)
class Page:
    """One side of a sheet of paper, with its parts in the order in which they are painted and read."""

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


@dataclass(frozen=True)
class LaidOut:
    """Everything one file is made from; `language` is a language tag such as `en-GB`.

    `origin` is what the file says it was made from, if that is known.
    """

    title: str
    language: str
    author: str
    date: date
    pages: tuple[Page, ...]
    origin: Origin | None = None


# Returns the blocks of each page and their style; a person's own details have a placeholder, if any.
Arrange = Callable[[Content, Style, Placeholder | None], tuple[Iterable[Sequence[Placed]], Style]]


def lay_out_pages(handout: Handout, style: Style, arrange: Arrange, *, own: Drawable | None) -> LaidOut:
    """Return the pages of a file; `own` is the block that says whose handout it is.

    The clinic's copy is marked, and ends with its record. Raises LayoutError for a block that fits no page.
    """
    content, person = handout.content, handout.person
    laid_out = _laid_out(content, style, own.height if own else None, arrange)
    pages = [[_with_own(part, own) for part in parts] for parts in laid_out]
    if person.clinic_copy:
        _add_record(pages, lay_out_clinic_record(person.clinic_copy, style), style)
    for number, parts in enumerate(pages, start=1):
        if copy := person.clinic_copy:
            mark = CopyMark(copy.mark, copy.keep, number == 1, style)
            parts.insert(0, _part(mark, style.measures.clinic_copy.band_top, style))
        footer = PageFooter(person.footer, style, number, len(pages))
        parts.append(_part(footer, style.bottom_mm, style))
    made = tuple(Page(tuple(parts), style) for parts in pages)
    return LaidOut(person.file_title, content.language, content.author, person.date, made, handout.origin)


# Measured: for a roster with one plan, pages are laid out several times as fast.
@lru_cache(maxsize=64)
def _laid_out(
    content: Content, style: Style, height: float | None, arrange: Arrange
) -> tuple[tuple[Part, ...], ...]:
    """Return the parts of each page, with a placeholder of a height for what is a person's own."""
    placeholder = None if height is None else Placeholder(height)
    pages, style = arrange(content, style, placeholder)
    short = Abbreviations(content.abbreviations)
    return tuple(tuple(_parts(page, style, short)) for page in pages)


def _parts(page: Sequence[Placed], style: Style, short: Abbreviations) -> Iterator[Part]:
    """Yield the blocks before the placeholder, the placeholder, and the blocks after it."""
    for is_own, placed in groupby(page, key=lambda placed: isinstance(placed.block, Placeholder)):
        yield Part(tuple(placed), style, short, shared=not is_own)


def _with_own(part: Part, own: Drawable | None) -> Part:
    if part.shared or own is None:
        return part
    return replace(part, placed=tuple(replace(placed, block=own) for placed in part.placed))


def _add_record(pages: list[list[Part]], record: Drawable, style: Style) -> None:
    """Put the clinic's record under what is on the last page, or on pages of its own.

    So the pages before it are as the patient has them, block for block.
    """
    ends = [placed.end for part in pages[-1] for placed in part.placed]
    y = max(ends, default=style.top_mm) + style.measures.flow.gap
    rest: Drawable | None = record
    if y + record.height > style.bottom_mm:
        pages.append([])
        y = style.top_mm
    while rest:
        first, rest = parted(rest, style.bottom_mm - y)
        if first is None:
            limit = style.bottom_mm - style.top_mm
            raise LayoutError("record", limit=limit, overflow=record.height - limit)
        pages[-1].append(_part(first, y, style))
        if rest:
            pages.append([])
            y = style.top_mm


def _part(block: Drawable, y: float, style: Style) -> Part:
    return Part((Placed(block, style.left_mm, y),), style)
