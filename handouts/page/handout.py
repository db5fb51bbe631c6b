"""A handout becomes pages; where room is short, some of it gives way until they are full."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import Literal, NamedTuple

from handouts.compose.exercise_blocks import Diary, Exercises, PainRule
from handouts.compose.handout import Block, Content, Handout
from handouts.compose.information_blocks import BodyMap, Contact, Imprint, RedFlags, TextBlock, WhatHelps
from handouts.page.drawable import LayoutError, Placed, Placeholder
from handouts.page.emptiness import holes_mm, is_filling, over_mm, with_lines
from handouts.page.exercise_pages import ExercisePages, can_grow, lay_out_exercise_pages, with_raised_stop
from handouts.page.flow import Flow, Piece, least_gap
from handouts.page.pages import Arranged, LaidOut, lay_out_pages, with_signs_named
from handouts.page.pieces import (
    Lead,
    diary_pieces,
    explanation_pieces,
    is_lead,
    lay_out_lead,
    map_pieces,
    pain_and_diary_pieces,
    pieces_of,
)
from handouts.page.style import Style

# A diary that is to fill room is for so many weeks.
TWO_WEEKS = 2

# A page takes no more than so much less room where it is tight.
MOST_SAVED_MM = 15


class Variation(NamedTuple):
    """What gives way to make room: the map, the rows of the diary, where blocks stand, whole sections.

    The map is `narrow` beside its text, low over its spots, or stands `apart`. The diary has its `least`
    rows, is for two weeks to fill a hole (`double`), or is `apart` on a page of its own; what to do next
    stands over it, or `beside` it. What helps may stand `after` the exercises; where sections may be `torn`,
    they fill each page before they go on overleaf.
    """

    map: Literal["usual", "narrow", "apart"] = "usual"
    diary: Literal["usual", "least", "beside", "double", "apart"] = "usual"
    after: bool = False
    torn: bool = False


# In the order in which they are tried; none of them makes text smaller. Measured with 202 handouts: a search
# through all 128 that there could be saves none of them another page, and each of these earns its place.
VARIATIONS = (
    Variation(),
    Variation(diary="least"),
    Variation(map="narrow"),
    Variation(map="narrow", diary="least"),
    Variation(map="narrow", diary="beside"),
    Variation(map="apart"),
    Variation(diary="double"),
    Variation(map="narrow", diary="double"),
    Variation(diary="apart"),
    Variation(map="narrow", diary="least", after=True, torn=True),
)


def lay_out_handout(handout: Handout, style: Style) -> LaidOut:
    """Return the pages of a handout; raises LayoutError for a block that fits no page."""
    return lay_out_pages(handout, style, _arrange, identity=handout.person.identity)


def _arrange(content: Content, style: Style, placeholder: Placeholder | None) -> Arranged:
    """Return the pages and their style: tight where that saves a page, roomy where it costs none.

    What half of each dose is gives way last, and only for a page.
    """
    pages, promising = _best_pages(Arrangement(content, style, placeholder), VARIATIONS)
    if style.tight or over_mm(pages, style) <= MOST_SAVED_MM * len(pages):
        tight = replace(style, tight=True)
        for shorter in _with_and_without_half(content):
            fewer, as_good = _best_pages(Arrangement(shorter, tight, placeholder), promising)
            if len(fewer) < len(pages):
                content, pages, style, promising = shorter, fewer, tight, as_good
                break
    if not style.close and can_grow(pages, style):
        roomy = replace(style, roomy=True)
        # Beside a long note a larger picture may leave its page no room for a word: then it stays as it is.
        with suppress(LayoutError):
            larger, _ = _best_pages(Arrangement(content, roomy, placeholder), promising)
            if (len(larger), holes_mm(larger, style)) <= (len(pages), holes_mm(pages, style)):
                pages, style = larger, roomy
    pages = with_lines([with_raised_stop(page, style) for page in pages], content, style)
    return Arranged(with_signs_named(pages), style)


def _with_and_without_half(content: Content) -> Iterator[Content]:
    """Yield a content, and then without half of each dose if it says that."""
    yield content
    if any(isinstance(block, PainRule) and block.half for block in content.blocks):
        blocks = (
            replace(block, half=()) if isinstance(block, PainRule) else block for block in content.blocks
        )
        yield replace(content, blocks=tuple(blocks))


def _best_pages(
    arrangement: "Arrangement", variations: Sequence[Variation]
) -> tuple[list[list[Placed]], list[Variation]]:
    """Return the fewest pages with the smallest holes, and the variations that may do as well in other looks.

    Nothing more is tried once pages are full, and a diary that is to fill a hole only where there is one.
    What helps leaves page 1 for no hole, only where that saves a page.
    """
    style = arrangement.style
    best: list[list[Placed]] = []
    least = (inf, False, 0)
    counts: dict[Variation, int] = {}
    for variation in variations:
        if best and not least[-1] and variation.diary in ("double", "apart"):
            continue
        pages = arrangement.pages(variation)
        counts[variation] = len(pages)
        cost = (len(pages), variation.after, holes_mm(pages, style))
        if cost < least:
            best, least = pages, cost
        if over_mm(best, style) > 0 and not holes_mm(best, style):
            break
    # Measured with 385 handouts: what takes more pages than others still does where all take less room.
    return best, [one for one in variations if counts.get(one, 0) <= len(best)]


@dataclass(frozen=True)
class Arrangement:
    """The blocks of a handout, each laid out once however often it is placed."""

    content: Content
    style: Style
    placeholder: Placeholder | None
    _pieces: dict[Hashable, list[Piece]] = field(default_factory=dict)
    _tried: list[tuple[object, list[list[Placed]]]] = field(default_factory=list)

    def pages(self, variation: Variation) -> list[list[Placed]]:
        """Return the pages of one variation, which are those of an earlier one where nothing differs.

        Raises LayoutError for a block that fits no page.
        """
        before, after = (self._in_order(blocks, variation) for blocks in self._order(variation))
        diary_page = self._diary_page if variation.diary == "apart" else []
        stands = (before, diary_page, after, variation.torn)
        for earlier, pages in self._tried:
            if earlier == stands:
                return pages
        flow = Flow(self.style, whole=not variation.torn)
        self._add_lead(flow)
        flow.add(before)
        if self._exercises:
            self._exercises.add_to(flow, () if diary_page else after)
        if diary_page:
            flow.begin_page()
            flow.add(diary_page)
            flow.begin_page()
        flow.add(after)
        flow.finish()
        self._tried.append((stands, flow.pages))
        return flow.pages

    def _add_lead(self, flow: Flow) -> None:
        """Put the lead on page 1; of the plan, what has no room over the warning signs follows them.

        Raises LayoutError for the tallest of the others if they do not all fit.
        """
        lead, limit = self._lead, self.style.bottom_mm - self.style.top_mm
        for kept in range(len(lead.plan), -1, -1):
            first = [*lead.head, *lead.plan[:kept], lead.strip]
            height = self._height(first)
            if height <= limit:
                flow.add([*first, *lead.plan[kept:]])
                return
        tallest = max(first, key=lambda piece: piece.height)
        raise LayoutError(tallest.name, limit=limit - height + tallest.height, overflow=height - limit)

    def _height(self, pieces: Sequence[Piece]) -> float:
        gaps = sum(least_gap(piece, self.style) for piece in pieces[1:])
        return sum(piece.height for piece in pieces) + gaps

    @cached_property
    def _lead(self) -> Lead:
        """What leads page 1, with lower pictures of the plan where they keep it there."""
        limit = self.style.bottom_mm - self.style.top_mm
        for style in (self.style, replace(self.style, close=True)):
            lead = lay_out_lead(self.content, style, self.placeholder)
            if self._height([*lead.head, *lead.plan, lead.strip]) <= limit:
                return lead
        return lay_out_lead(self.content, self.style, self.placeholder)

    @cached_property
    def _exercises(self) -> ExercisePages | None:
        for block in self.content.blocks:
            if isinstance(block, Exercises) and block.cards:
                return lay_out_exercise_pages(block, self.content.see_page, self.style)
        return None

    @cached_property
    def _diary_page(self) -> list[Piece]:
        diary = next((block for block in self._parted[1] if isinstance(block, Diary)), None)
        return diary_pieces(diary, self.style, rows="roomy", least_weeks=TWO_WEEKS) if diary else []

    @cached_property
    def _parted(self) -> tuple[list[Block], list[Block]]:
        """What stands before and after the exercises; without any, everything stands before."""
        blocks = [block for block in self.content.blocks if not is_lead(block) and not is_filling(block)]
        at = next((n for n, block in enumerate(blocks) if isinstance(block, Exercises)), len(blocks))
        return blocks[:at], blocks[at + 1 :]

    def _order(self, variation: Variation) -> tuple[list[Block], list[Block]]:
        """Return the blocks before and after the exercises in the order of a variation.

        A diary apart stands before the rest, so that the red flags stay on the last page.
        """
        before, after = map(list, self._parted)
        if variation.after and self._exercises:
            at = next((n for n, block in enumerate(after) if isinstance(block, RedFlags)), 0)
            after[at:at] = [block for block in before if isinstance(block, WhatHelps)]
            before = [block for block in before if not isinstance(block, WhatHelps)]
        if variation.diary == "apart":
            after = [block for block in after if not isinstance(block, Diary)]
        if variation.map == "apart":
            # What helps goes before the map that it followed.
            for at, (block, following) in enumerate([*pairwise(before)]):
                if isinstance(block, BodyMap) and isinstance(following, WhatHelps):
                    before[at : at + 2] = following, block
        return before, self._flags_last(after)

    def _flags_last(self, blocks: list[Block]) -> list[Block]:
        """Return blocks with whom to ask and the sources before the red flags, where no page holds all."""
        at = next((n for n, block in enumerate(blocks) if isinstance(block, RedFlags)), len(blocks))
        flags, following = blocks[at : at + 1], blocks[at + 1 :]
        boxes = [piece for block in flags for piece in self._alone(block, VARIATIONS[0])]
        if not boxes or not all(isinstance(block, Contact | Imprint) for block in following):
            return blocks
        after = [piece for block in following for piece in self._alone(block, VARIATIONS[0])]
        if self._height([boxes[-1], *after]) <= self.style.bottom_mm - self.style.top_mm:
            return blocks
        return [*blocks[:at], *following, *flags]

    def _in_order(self, blocks: Sequence[Block], variation: Variation) -> list[Piece]:
        """Return the pieces of blocks; red flags never stand alone on a page."""
        pieces: list[Piece] = []
        waiting = list(blocks)
        while waiting:
            block = waiting.pop(0)
            laid = self._beside(block, waiting[0], variation) if waiting else []
            if laid:
                waiting.pop(0)
            laid = laid or self._alone(block, variation)
            following = waiting[0] if waiting else None
            if isinstance(block, RedFlags | Contact) and isinstance(following, Contact | Imprint):
                laid = [replace(piece, keep=True) for piece in laid]
            pieces += laid
        return pieces

    def _beside(self, block: Block, following: Block, variation: Variation) -> list[Piece]:
        """Return a text beside the map after it, or what to do next beside the diary; nothing if not so."""
        style, narrow = self.style, variation.map == "narrow"
        match block, following:
            case TextBlock(), BodyMap() if variation.map != "apart":
                return self._once(
                    ("explanation", id(block), narrow),
                    lambda: explanation_pieces(block, following, style, narrow=narrow),
                )
            case PainRule(), Diary() if variation.diary == "beside":
                return self._once("beside", lambda: pain_and_diary_pieces(block, following, style))
        return []

    def _alone(self, block: Block, variation: Variation) -> list[Piece]:
        if isinstance(block, Diary) and variation.diary == "least":
            return self._once("least", lambda: diary_pieces(block, self.style, rows="least"))
        if isinstance(block, Diary) and variation.diary == "double":
            return self._once("double", lambda: diary_pieces(block, self.style, least_weeks=TWO_WEEKS))
        if isinstance(block, BodyMap) and variation.map == "narrow":
            return self._once(("low", id(block)), lambda: map_pieces(block, self.style, low=True))
        return self._once(id(block), lambda: pieces_of(block, self.style))

    def _once(self, key: Hashable, lay_out: Callable[[], list[Piece]]) -> list[Piece]:
        if key not in self._pieces:
            self._pieces[key] = lay_out()
        return self._pieces[key]
