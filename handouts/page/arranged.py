"""A handout becomes the parts of its pages; what does not depend on the person is laid out once for all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from handouts.compose.handout import Content
from handouts.page.abbreviations import Abbreviations
from handouts.page.block import Block, Room
from handouts.page.handout_page import Blocks, Side
from handouts.page.style import Style

# Returns the sides of a content and their style, with the room in place of what is a person's own.
Arrange = Callable[[Content, Style, Room | None], tuple[Iterable[Side], Style]]


def arranged(content: Content, style: Style, *, own: Block | None, by: Arrange) -> list[tuple[Blocks, ...]]:
    """Return the parts of each page; `own` is the block that says whose handout it is."""
    sides = _shared(content, style, own.height if own else None, by)
    return [tuple(_with_own(side, own)) for side in sides]


# Measured: for a roster with one plan, pages are laid out several times as fast.
@lru_cache(maxsize=64)
def _shared(
    content: Content, style: Style, height: float | None, by: Arrange
) -> tuple[tuple[Blocks, ...], ...]:
    room = None if height is None else Room(height)
    short = Abbreviations(content.abbreviations)
    sides, style = by(content, style, room)
    return tuple(tuple(_parted(side, style, short)) for side in sides)


def _parted(side: Side, style: Style, short: Abbreviations) -> Iterator[Blocks]:
    """Yield the blocks before the room, the room, and the blocks after it."""
    for is_room, placed in groupby(side, key=lambda placed: isinstance(placed.block, Room)):
        yield Blocks(tuple(placed), style, short, shared=not is_room)


def _with_own(side: Sequence[Blocks], own: Block | None) -> Iterator[Blocks]:
    for part in side:
        if part.shared or own is None:
            yield part
        else:
            yield replace(part, placed=tuple(replace(placed, block=own) for placed in part.placed))
