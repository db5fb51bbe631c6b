"""The blocks of a handout in the order of its pages, in several variations that each save room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from handouts.compose.blocks import BodyMap, Diary, Exercises, RedFlags, Summary, TextBlock, WhatHelps
from handouts.compose.handout import Block, Content
from handouts.page.block import LayoutError, Room
from handouts.page.blocks.explanation import ExplanationSize
from handouts.page.card_pages import CardPages, lay_out_card_pages
from handouts.page.filling import Filling, least_gap
from handouts.page.flow import Piece
from handouts.page.handout_page import Side
from handouts.page.pieces import (
    diary_pieces,
    explanation_pieces,
    held_together,
    lead_pieces,
    pieces_of,
)
from handouts.page.style import Style

# The text that says what it is; the map stands beside it.
OVERVIEW = "overview"

# What changed since the last plan is of use before the exercises, and after them as well.
CHANGES = "changes"

# A diary that is to fill room is for so many weeks.
TWO_WEEKS = 2

# The map beside what it is at each of its sizes, or on its own further on.
MapPlace = Literal[ExplanationSize, "apart"]

# The diary with its usual or its least rows, for two weeks to fill a hole, or on a page of its own.
DiaryPlace = Literal["usual", "least", "double", "apart"]


@dataclass(frozen=True, slots=True)
class Variation:
    """What gives way to make room: the map, where some blocks stand, the rows of the diary, whole sections.

    `what_helps_last` puts what changed after the exercises too; where sections may be `torn`, they fill each
    page before they go on overleaf.
    """

    map: MapPlace = "usual"
    what_helps_last: bool = False
    diary: DiaryPlace = "usual"
    torn: bool = False


# The pieces of each group of blocks, by what they depend on.
Laid = dict[tuple[object, ...], list[Piece]]


@dataclass(frozen=True)
class Arrangement:
    """One content; `laid` remembers its blocks, so that each is laid out once however often it is placed."""

    content: Content
    style: Style
    room: Room | None
    laid: Laid

    def placed(self, variation: Variation) -> list[Side]:
        """Return the pages of one variation; raises LayoutError for a block that fits no page."""
        filling = Filling(self.style, whole=not variation.torn)
        before, after = self._order(variation)
        self._add_lead(filling)
        filling.add(self._pieces(before, variation))
        after_pieces = self._pieces(after, variation)
        diary = self._diary_page if variation.diary == "apart" else None
        if self._cards:
            self._cards.add_to(filling, () if diary else after_pieces)
        if diary:
            filling.begin_side()
            filling.add(diary)
            filling.begin_side()
        filling.add(after_pieces)
        filling.finish()
        return list(filling.sides)

    def _add_lead(self, filling: Filling) -> None:
        """Put the lead on page 1; the plan follows the warning signs where there is no room for both.

        Raises LayoutError for the tallest of the others if they do not all fit.
        """
        lead, plan = list(self._lead), []
        limit = self.style.bottom_mm - self.style.top_mm
        if self._height(lead) > limit and any(isinstance(block, Summary) for block in self.content.blocks):
            plan = [lead.pop(-2)]
        height = self._height(lead)
        if height > limit:
            tallest = max(lead, key=lambda piece: piece.least)
            raise LayoutError(tallest.name, limit=limit - height + tallest.least, overflow=height - limit)
        filling.add([*lead, *plan])

    def _height(self, pieces: Sequence[Piece]) -> float:
        gaps = sum(least_gap(piece, self.style) for piece in pieces[1:])
        return sum(piece.least for piece in pieces) + gaps

    @cached_property
    def _lead(self) -> list[Piece]:
        return lead_pieces(self.content, self.style, room=self.room)

    @cached_property
    def _cards(self) -> CardPages | None:
        exercises = next((block for block in self.content.blocks if isinstance(block, Exercises)), None)
        if exercises is None or not exercises.cards:
            return None
        return lay_out_card_pages(exercises, self.content.see_page, self.style)

    @cached_property
    def _diary_page(self) -> list[Piece]:
        diary = next((block for block in self._parted[1] if isinstance(block, Diary)), None)
        return diary_pieces(diary, self.style, rows="roomy", least_weeks=TWO_WEEKS) if diary else []

    @cached_property
    def _parted(self) -> tuple[list[Block], list[Block]]:
        """What stands before and after the exercises; without any, everything stands before."""
        blocks: list[Block] = [block for block in self.content.blocks if not isinstance(block, Summary)]
        at = next((n for n, block in enumerate(blocks) if isinstance(block, Exercises)), len(blocks))
        return blocks[:at], blocks[at + 1 :]

    def _order(self, variation: Variation) -> tuple[list[Block], list[Block]]:
        """Return the blocks before and after the exercises in the order of a variation.

        A diary apart stands before the rest, so that the red flags stay on the last page.
        """
        before, after = map(list, self._parted)
        if variation.what_helps_last and self._cards:
            at = next((n for n, block in enumerate(after) if isinstance(block, RedFlags)), 0)
            after[at:at] = [block for block in before if isinstance(block, WhatHelps)]
            after[:0] = [block for block in before if _is_changes(block)]
            before = [block for block in before if not (isinstance(block, WhatHelps) or _is_changes(block))]
        if variation.diary == "apart":
            after = [block for block in after if not isinstance(block, Diary)]
        return _map_later(before) if variation.map == "apart" else before, after

    def _pieces(self, blocks: Sequence[Block], variation: Variation) -> list[Piece]:
        groups = list(self._paired(blocks, variation))
        pieces: list[Piece] = []
        for group, following in zip(groups, [*groups[1:], (None,)], strict=False):
            laid = self._laid_out(group, variation)
            keep = held_together(group[0], following[0])
            pieces += [replace(piece, keep=True) for piece in laid] if keep else laid
        return pieces

    def _paired(self, blocks: Sequence[Block], variation: Variation) -> Iterator[tuple[Block, ...]]:
        """Yield each block alone, or the overview with the map that stands beside it."""
        waiting = list(blocks)
        while waiting:
            block = waiting.pop(0)
            if waiting and self._stand_together(block, waiting[0], variation):
                yield block, waiting.pop(0)
            else:
                yield (block,)

    def _stand_together(self, text: Block, body_map: Block, variation: Variation) -> bool:
        is_overview = isinstance(text, TextBlock) and text.id == OVERVIEW and isinstance(body_map, BodyMap)
        return is_overview and variation.map != "apart" and bool(self._laid_out((text, body_map), variation))

    def _laid_out(self, group: tuple[Block, ...], variation: Variation) -> list[Piece]:
        """Return the pieces of a group in a variation, from memory where it makes no difference to them."""
        size = variation.map if len(group) == 2 and variation.map != "apart" else "usual"
        diary = variation.diary if isinstance(group[0], Diary) else "usual"
        key = (*map(id, group), size, diary)
        if key not in self.laid:
            self.laid[key] = self._lay_out(group, size=size, place=diary)
        return self.laid[key]

    def _lay_out(self, group: tuple[Block, ...], *, size: ExplanationSize, place: DiaryPlace) -> list[Piece]:
        style = self.style
        match group:
            case (TextBlock() as text, BodyMap() as body_map):
                return explanation_pieces(text, body_map, style, size=size)
            case (Diary() as diary,) if place == "least":
                return diary_pieces(diary, style, rows="least")
            case (Diary() as diary,) if place == "double":
                return diary_pieces(diary, style, least_weeks=TWO_WEEKS)
            case _:
                return pieces_of(group[0], style)


def _is_changes(block: Block) -> bool:
    return isinstance(block, TextBlock) and block.id == CHANGES


def _map_later(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with what helps before the map that it followed."""
    ordered = list(blocks)
    for at, (block, following) in enumerate(pairwise(blocks)):
        if isinstance(block, BodyMap) and isinstance(following, WhatHelps):
            ordered[at], ordered[at + 1] = following, block
    return ordered
