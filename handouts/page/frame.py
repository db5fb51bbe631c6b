"""A handout becomes pages; where one page points to another, once it is known where that stands."""

from dataclasses import replace
from math import inf

from handouts.compose.blocks import Exercises, RedFlags
from handouts.compose.handout import Content, Handout
from handouts.compose.text import Span, Text
from handouts.library.words import fill
from handouts.page.arranged import arranged
from handouts.page.arrangement import Arrangement, Laid
from handouts.page.block import Room
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.blocks.red_flags import RedFlagBox
from handouts.page.giving_way import best_pages, may_be_fewer
from handouts.page.handout_page import Side, pages_of
from handouts.page.sheet import Pages
from handouts.page.style import Style

# How often the pages are laid out again because the page they point to has moved.
_MOST_ROUNDS = 4
# Where the red flags of six exercises stand.
_USUAL_PAGE = 4


def lay_out_handout(handout: Handout, style: Style) -> Pages:
    """Return the pages of a handout; raises LayoutError for a block that fits no page."""
    identity = handout.person.identity
    own = lay_out_identity(identity, style) if identity else None
    return pages_of(handout, arranged(handout.content, style, own=own, by=_sides), style)


def _sides(content: Content, style: Style, room: Room | None) -> tuple[list[Side], Style]:
    """Return the pages and their style, which is a tight one where that saves a page."""
    sides = _pointing(content, style, room, page=_USUAL_PAGE)
    if may_be_fewer(sides, style):
        tight, page = replace(style, tight=True), _red_flags_page(sides) - 1
        fewer = _pointing(content, tight, room, page=page, fewer_than=len(sides))
        if len(fewer) < len(sides):
            return fewer, tight
    return sides, style


def _pointing(
    content: Content, style: Style, room: Room | None, *, page: int, fewer_than: float = inf
) -> list[Side]:
    """Return the pages with every `{page}` filled in: where the red flags are is known only once laid out.

    The first guess is `page`. Pages that are not `fewer_than` so many are of no use, and may be wrong in it.
    """
    laid: Laid = {}
    if not any(isinstance(block, RedFlags) for block in content.blocks):
        page = 0
    for _ in range(_MOST_ROUNDS):
        sides = best_pages(Arrangement(point_to(content, page), style, room, laid), style)
        found = _red_flags_page(sides)
        if found == page or len(sides) >= fewer_than:
            break
        page = found
    return sides


def _red_flags_page(sides: list[Side]) -> int:
    """Return the number of the page with the red flags, 0 if there are none."""
    return next((number for number, side in enumerate(sides, start=1) if _has_red_flags(side)), 0)


def _has_red_flags(side: Side) -> bool:
    return any(isinstance(placed.block, RedFlagBox) for placed in side)


def point_to(content: Content, page: int) -> Content:
    """Return the content with the number of the page to see, or without such words if there is none."""
    strip = content.help_strip
    questions = tuple(replace(one, action=_with_page(one.action, page)) for one in strip.questions)
    see_page = (Span(" "), *_with_page(content.see_page, page)) if page else ()
    blocks = tuple(
        replace(block, stop=(*block.stop, *see_page)) if isinstance(block, Exercises) else block
        for block in content.blocks
    )
    return replace(content, help_strip=replace(strip, questions=questions), blocks=blocks)


def _with_page(text: Text, page: int) -> Text:
    if not page:
        return tuple(span for span in text if "{page}" not in span.text)
    return tuple(replace(span, text=fill(span.text, page=page)) for span in text)
