"""A handout becomes pages; where one page points to another, once it is known where that stands."""

from dataclasses import replace

from handouts.compose.handout import Content, Handout
from handouts.page.arranged import arranged
from handouts.page.arrangement import Arrangement
from handouts.page.block import Room
from handouts.page.blocks.help_strip import HelpStripBlock
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.blocks.red_flags import RedFlagBox
from handouts.page.blocks.stop_strip import StopStrip
from handouts.page.giving_way import best_pages, may_be_fewer
from handouts.page.handout_page import Placed, Side, pages_of
from handouts.page.sheet import Pages
from handouts.page.style import Style


def lay_out_handout(handout: Handout, style: Style) -> Pages:
    """Return the pages of a handout; raises LayoutError for a block that fits no page."""
    identity = handout.person.identity
    own = lay_out_identity(identity, style) if identity else None
    return pages_of(handout, arranged(handout.content, style, own=own, by=_sides), style)


def _sides(content: Content, style: Style, room: Room | None) -> tuple[list[Side], Style]:
    """Return the pages and their style, which is a tight one where that saves a page."""
    sides = best_pages(Arrangement(content, style, room, {}), style)
    if may_be_fewer(sides, style):
        tight = replace(style, tight=True)
        fewer = best_pages(Arrangement(content, tight, room, {}), tight)
        if len(fewer) < len(sides):
            return _numbered(fewer), tight
    return _numbered(sides), style


def _numbered(sides: list[Side]) -> list[Side]:
    """Return pages whose strips say on which page the red flags are."""
    numbers = (n for n, side in enumerate(sides, start=1) if any(map(_is_red_flags, side)))
    page = next(numbers, 0)
    return [[_with_page(placed, page) for placed in side] for side in sides]


def _is_red_flags(placed: Placed) -> bool:
    return isinstance(placed.block, RedFlagBox)


def _with_page(placed: Placed, page: int) -> Placed:
    if isinstance(placed.block, HelpStripBlock | StopStrip):
        return replace(placed, block=placed.block.with_page(page))
    return placed
