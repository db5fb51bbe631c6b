"""A handout becomes the parts of its pages; what does not depend on the person is laid out once for all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from handouts.compose.handout import Handout
from handouts.itself import Itself
from handouts.page.abbreviations import Abbreviations
from handouts.page.block import Block, Room
from handouts.page.handout_page import Blocks, Placed, Side
from handouts.page.style import Style

# Returns the sides of a handout and their style, with the room in place of what is a person's own.
Arrange = Callable[[Handout, Style, Room | None], tuple[Iterable[Side], Style]]


def arranged(handout: Handout, style: Style, *, own: Block | None, by: Arrange) -> list[tuple[Blocks, ...]]:
    """Return the parts of each page; `own` is the block that says whose handout it is."""
    content = _Content(handout, style, own.height if own else None)
    return [tuple(_with_own(side, own)) for side in _shared(content, by)]


@dataclass(frozen=True, slots=True, eq=False)
class _Content:
    """A handout as far as it is the same for many people; `room` is the height of what is not."""

    handout: Handout
    style: Style
    room: float | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Content) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        said, style = self.handout, self.style
        large = (said.letterhead, said.help_strip, said.blocks, said.abbreviations, style.layout)
        return (
            *map(Itself, large),
            *(said.language, said.title, said.subtitle, said.sheet_title, said.sheet_clinic, said.see_page),
            *(style.paper_name, style.mono, self.room),
        )


@lru_cache(maxsize=64)
def _shared(content: _Content, by: Arrange) -> tuple[tuple[Blocks, ...], ...]:
    room = None if content.room is None else Room(content.room)
    short = Abbreviations(content.handout.abbreviations)
    sides, style = by(content.handout, content.style, room)
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
            yield replace(part, placed=tuple(_filled(placed, own) for placed in part.placed))


def _filled(placed: Placed, own: Block) -> Placed:
    return replace(placed, block=own)
