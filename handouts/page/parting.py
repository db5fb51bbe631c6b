"""A block that is taller than its room is parted: some of it stands here, and the rest goes on overleaf.

Only words are parted, between lines and between the blocks of a column; all else, and a caution, stays whole.
"""

from dataclasses import dataclass, replace

from handouts.page.blocks.heading import Heading
from handouts.page.drawable import Drawable, Space
from handouts.page.kit import Barred, Column, Row, Spaced, Tagged, Words
from handouts.page.lists import Item, List
from handouts.page.style import mm
from handouts.page.typesetting import TOGETHER

# Sums of rounded heights differ by less than this, in millimetres.
SLACK_MM = 0.05

# What stands here, and what goes on overleaf.
Parts = tuple[Drawable | None, Drawable | None]


@dataclass(frozen=True, slots=True)
class Whole:
    """A block on its way onto a page that is never split.

    `keep` holds it to what follows, `name` is what a person calls it. Neighbours of one `section` on a page
    are one section to a listener.
    """

    block: Drawable
    name: str
    gap: float
    keep: bool = False
    section: str = ""

    @property
    def least(self) -> float:
        """How much of a page it needs to begin on it."""
        return self.block.height

    @property
    def height(self) -> float:
        """How much of a page all of it needs."""
        return self.block.height

    def fit(self, room: float) -> "tuple[Drawable | None, Whole | None]":
        """Return the block if it fits, else itself as what is left."""
        fits = self.block.height <= room + SLACK_MM
        return (self.block, None) if fits else (None, self)


@dataclass(frozen=True, slots=True)
class Parting(Whole):
    """A block that goes on overleaf where it has no room."""

    @property
    def least(self) -> float:
        """How much of a page it needs so that some of it stands there."""
        return least_height(self.block)

    def fit(self, room: float) -> "tuple[Drawable | None, Whole | None]":
        """Return as much as fits, and the rest."""
        first, rest = parted(self.block, room)
        return first, replace(self, block=rest) if rest else None


def parted(block: Drawable, room: float) -> Parts:
    """Return as much of a block as fits into so many millimetres, if any does, and the rest, if any is."""
    if block.height <= room + SLACK_MM:
        return block, None
    match block:
        case Words():
            return _parted_words(block, room)
        case Item():
            first, rest = _parted_words(block.words, room)
            here = block._replace(words=first) if first else None
            return here, block._replace(words=rest, mark=Space(0)) if first else block
        case List(columns=1):
            return _parted_list(block, room)
        case Column():
            return _parted_column(block, room)
        case Barred() if not _is_caution(block):
            return _around(block, *parted(block.block, room - 2 * block.pad))
        case Tagged():
            return _around(block, *parted(block.block, room))
        case _:
            return None, block


def least_height(block: Drawable) -> float:
    """Return how much room a block needs so that some of it stands there."""
    match block:
        case Words():
            lines = len(block.text.lines)
            return mm(block.text.face.leading_pt) * (TOGETHER if lines >= 2 * TOGETHER else lines)
        case Item():
            return least_height(block.words)
        case List(columns=1):
            return least_height(block.items[0])
        case Column(parts=(Spaced(block=heading), following, *_)) if _is_heading(heading):
            return heading.height + following.gap + least_height(following.block)
        case Column(parts=(first, *_)):
            return least_height(first.block)
        case Barred() if not _is_caution(block):
            return least_height(block.block) + 2 * block.pad
        case Tagged():
            return least_height(block.block)
        case _:
            return block.height


def _is_caution(block: Barred) -> bool:
    """Return whether it is the caution of a card: half of one may say the opposite."""
    return isinstance(block.block, Item) and block.colour == "warning"


def _is_heading(block: Drawable) -> bool:
    """Return whether a block is a heading, or one behind a sign."""
    return isinstance(block, Heading) or (isinstance(block, Row) and isinstance(block.cells[-1][1], Heading))


def _around(block: Barred | Tagged, first: Drawable | None, rest: Drawable | None) -> Parts:
    """Return the same around both parts."""
    if first is None:
        return None, block
    return block._replace(block=first), block._replace(block=rest) if rest else None


def _parted_words(words: Words, room: float) -> tuple[Words | None, Words]:
    lines = words.text.lines
    fit = int((room + SLACK_MM) / mm(words.text.face.leading_pt))
    fit = min(fit, len(lines) - TOGETHER)
    if fit < TOGETHER:
        return None, words
    first, rest = (words.text._replace(lines=part) for part in (lines[:fit], lines[fit:]))
    return replace(words, text=first), replace(words, text=rest)


def _parted_list(items: List, room: float) -> Parts:
    column = Column(tuple(Spaced(item, items.gap if at else 0) for at, item in enumerate(items.items)))
    first, rest = _parted_column(column, room)
    return _list_of(items, first), _list_of(items, rest)


def _list_of(items: List, column: Drawable | None) -> List | None:
    """Return a list like another with the items of a column."""
    if not isinstance(column, Column):
        return None
    return items._replace(items=tuple(part.block for part in column.parts if isinstance(part.block, Item)))


def _parted_column(column: Column, room: float) -> Parts:
    """Return the blocks that fit and part the next one; a heading goes on overleaf with what it heads."""
    y = 0.0
    for at, part in enumerate(column.parts):
        y += part.gap if at else 0
        first, rest = parted(part.block, room - y)
        if rest is not None:
            above = [*column.parts[:at], *([part._replace(block=first)] if first else [])]
            below = [part._replace(block=rest), *column.parts[at + 1 :]]
            if above and _is_heading(above[-1].block):
                below.insert(0, above.pop())
            return (Column(tuple(above)), Column(tuple(below))) if above else (None, column)
        y += part.block.height
    return column, None
