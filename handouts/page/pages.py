"""The pages of a file, ready to be painted; what stands on those of many people is laid out once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from handouts.compose.handout import Content, Field, Handout, Person
from handouts.page.blocks.clinic_copy import CopyMark, lay_out_clinic_record
from handouts.page.blocks.footer import PageFooter
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.blocks.red_flags import RedFlagBox
from handouts.page.drawable import Drawable, LayoutError, Placed, Placeholder
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
        """Paint the blocks in order."""
        pen = Pen(surface, self.style, self.abbreviations)
        for section, group in groupby(self.placed, key=lambda placed: placed.section):
            if section:
                with surface.section(section):
                    _draw(pen, group)
            else:
                _draw(pen, group)


def _draw(pen: Pen, group: Iterable[Placed]) -> None:
    for placed in group:
        pointing = pen._replace(see_page=placed.see_page)
        if placed.heard:
            with pen.surface.artifact("Layout"):
                placed.block.draw(pointing.unlinked, placed.x, placed.y)
        else:
            placed.block.draw(pointing, placed.x, placed.y)


class Page(NamedTuple):
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


class Panel(NamedTuple):
    """A panel of a page with something on it: its top left corner, and which page of the handout it is."""

    x: float
    y: float
    number: int


class Arranged(NamedTuple):
    """The blocks of each page, and their style; where pages are parted, the `panels` of each."""

    pages: Sequence[Sequence[Placed]]
    style: Style
    panels: Sequence[Sequence[Panel]] = ()


# A person's own details have a placeholder, if there are any.
Arrange = Callable[[Content, Style, Placeholder | None], Arranged]


@dataclass
class _Side:
    """A page on its way: its parts, the panels that each have a foot, and the style of the foot."""

    parts: list[Part]
    panels: Sequence[Panel]
    style: Style


def lay_out_pages(handout: Handout, style: Style, arrange: Arrange, *, identity: Sequence[Field]) -> LaidOut:
    """Return the pages of a file; `identity` says whose handout it is, if anybody's.

    The clinic's copy is marked, and ends with its record. Raises LayoutError for a block that fits no page.
    """
    content, person = handout.content, handout.person
    own = lay_out_identity(identity, style) if identity else None
    laid_out, panels = _laid_out(content, style, own.height if own else None, arrange)
    sides = [
        _Side([_with_own(part, own) for part in parts], of_page, style)
        for parts, of_page in zip(laid_out, panels, strict=True)
    ]
    if person.clinic_copy:
        _add_record(sides, lay_out_clinic_record(person.clinic_copy, style.unparted), style.unparted)
    total = sum(len(side.panels) for side in sides)
    for side in sides:
        _add_margins(side, person, total)
    made = tuple(Page(tuple(side.parts), side.style) for side in sides)
    return LaidOut(person.file_title, content.language, content.author, person.date, made, handout.origin)


def _add_margins(side: _Side, person: Person, total: int) -> None:
    """Put the foot under each panel and, on the clinic's copy, its mark over it."""
    style = side.style
    for at, panel in enumerate(side.panels):
        if copy := person.clinic_copy:
            mark = CopyMark(copy.mark, copy.keep, panel.number == 1, style)
            top = style.first_top_mm if panel.number == 1 else style.top_mm
            y = style.measures.clinic_copy.band_top + top - style.layout.frame.top_mm
            side.parts.insert(at, _part(mark, y, style, panel))
        footer = PageFooter(person.footer, style, panel.number, total)
        side.parts.append(_part(footer, style.bottom_mm, style, panel))


# Measured: for a roster with one plan, pages are laid out several times as fast.
@lru_cache(maxsize=64)
def _laid_out(
    content: Content, style: Style, height: float | None, arrange: Arrange
) -> tuple[tuple[tuple[Part, ...], ...], tuple[Sequence[Panel], ...]]:
    """Return the parts and panels of each page; a placeholder as tall stands for what is a person's own."""
    arranged = arrange(content, style, None if height is None else Placeholder(height))
    short = Abbreviations(content.abbreviations)
    whole = [(_whole(number, style),) for number, _ in enumerate(arranged.pages, start=1)]
    # On the backs of bound sheets the margin at the binding is on the other side.
    pages = (
        [one._replace(x=one.x + style.aside_mm(number)) for one in page]
        for number, page in enumerate(arranged.pages, start=1)
    )
    parts = tuple(tuple(_parts(page, arranged.style, short)) for page in pages)
    return parts, tuple(arranged.panels or whole)


def _whole(number: int, style: Style) -> Panel:
    """Return the panel of a page that is not parted."""
    return Panel(style.aside_mm(number), 0, number)


def _parts(page: Sequence[Placed], style: Style, short: Abbreviations) -> Iterator[Part]:
    """Yield the blocks before the placeholder, the placeholder, and the blocks after it."""
    for is_own, placed in groupby(page, key=lambda placed: isinstance(placed.block, Placeholder)):
        yield Part(tuple(placed), style, short, shared=not is_own)


def _with_own(part: Part, own: Drawable | None) -> Part:
    if part.shared or own is None:
        return part
    return replace(part, placed=tuple(placed._replace(block=own) for placed in part.placed))


def _add_record(sides: list[_Side], record: Drawable, style: Style) -> None:
    """Put the clinic's record under what is on the last page, or on pages of its own.

    So the pages before it are as the patient has them, block for block. Of panels it is on none.
    """
    rest: Drawable | None = record
    count = sum(len(side.panels) for side in sides)
    ends = [placed.end for part in sides[-1].parts for placed in part.placed]
    y = max(ends, default=style.top_mm) + style.measures.flow.gap
    needs_page = sides[-1].style != style or y + record.height > style.bottom_mm
    while rest:
        if needs_page:
            count += 1
            sides.append(_Side([], (_whole(count, style),), style))
            y = style.top_mm
        first, rest = parted(rest, style.bottom_mm - y)
        if first is None:
            limit = style.bottom_mm - style.top_mm
            raise LayoutError("record", limit=limit, overflow=record.height - limit)
        sides[-1].parts.append(_part(first, y, style, _whole(count, style)))
        needs_page = True


def with_signs_named(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Return pages whose words know on which of them the warning signs are; blank ones do not count."""
    has_signs = (any(isinstance(one.block, RedFlagBox) for one in page) for page in pages if page)
    number = next((number for number, has in enumerate(has_signs, start=1) if has), 0)
    return [[one._replace(see_page=number) for one in page] for page in pages]


def _part(block: Drawable, y: float, style: Style, panel: Panel) -> Part:
    return Part((Placed(block, panel.x + style.left_mm, panel.y + y),), style)
