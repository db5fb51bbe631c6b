"""A handout becomes a leaflet: a sheet folded twice, its cover, its back and four panels to open."""

from collections.abc import Iterator, Sequence

from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.handout import Block, Content, Handout
from handouts.compose.information_blocks import BodyMap, Contact, Imprint, RedFlags, WhatHelps
from handouts.page.blocks.help_strip import lay_out_help_strip
from handouts.page.blocks.narrow_card import lay_out_narrow_cards
from handouts.page.cards import (
    Side,
    exercise_list,
    flowed,
    in_short,
    on_sheets,
    own_words,
    pieces_of_kinds,
    title_pieces,
)
from handouts.page.drawable import Placeholder
from handouts.page.flow import Piece
from handouts.page.kit import Positioned, Rule
from handouts.page.pages import Arranged, LaidOut, lay_out_pages, with_signs_named
from handouts.page.parting import Whole
from handouts.page.pieces import pieces_of
from handouts.page.style import Style

# The panel that is folded in is so much narrower than a third of the sheet, and each other one wider by half.
NARROWER_MM = 2
# How long the lines at a fold are, at the upper and the lower edge of a sheet.
TICK_MM = 5
# Panels in their reading order: cover, what is seen of the inside, the panel folded in, and the back; each by
# the side of the sheet that it is on and its place from the left.
PLACES = ((0, 2), (1, 0), (1, 1), (1, 2), (0, 0), (0, 1))


def lay_out_leaflet(handout: Handout, style: Style) -> LaidOut:
    """Return the sheets of a leaflet, the outside of each before its inside.

    What has no room on the first goes on with another. Raises LayoutError for a block that fits no panel.
    """
    return lay_out_pages(handout, style, _arrange, identity=handout.person.identity)


def _arrange(content: Content, style: Style, placeholder: Placeholder | None) -> Arranged:
    arrangements = (
        _sides(content, style, placeholder, large=large, full=full)
        for large in (True, False)
        for full in (False, True)
    )
    # Of those that take as few sheets, the first is the best.
    sides = min(arrangements, key=lambda sides: -(-len(sides) // len(PLACES)))
    return _folded(with_signs_named(sides), style)


def _sides(
    content: Content, style: Style, placeholder: Placeholder | None, *, large: bool, full: bool
) -> list[Side]:
    """Return the panels in reading order; pictures are `large` where they have room.

    In a `full` one what helps stands inside, and where the content comes from on the cover.
    """
    moved = (WhatHelps, Imprint) if full else ()
    kinds = [kind for kind in (RedFlags, Contact, WhatHelps, Imprint) if kind not in moved]
    cover_end = [*pieces_of_kinds(content, [Imprint] if full else [], style)]
    lists: tuple[list[Piece], ...] = (exercise_list(content, style), [])
    cover = min(
        (
            flowed([*_cover_pieces(content, style, placeholder), *listed, *cover_end], style)
            for listed in lists
        ),
        key=len,
    )
    signs = flowed([*pieces_of_kinds(content, kinds, style)], style)
    inside = flowed([*_inside_pieces(content, style, but_not=(*kinds, Imprint), large=large)], style)
    room = max(0, len(PLACES) - len(cover) - len(signs))
    blank: list[Side] = [[] for _ in range(room - len(inside))]
    return [*cover, *inside[:room], *blank, *signs, *inside[room:]]


def _cover_pieces(content: Content, style: Style, placeholder: Placeholder | None) -> Iterator[Piece]:
    """Yield title, clinic, a person's details, the signs that come first, and what is said to the person."""
    yield from title_pieces(content, style, placeholder)
    strip = lay_out_help_strip(content.help_strip, style)
    yield Whole(strip, content.help_strip.heading, style.measures.flow.gap)
    yield from own_words(content, style)


def _inside_pieces(
    content: Content, style: Style, *, but_not: tuple[type[Block], ...], large: bool
) -> Iterator[Piece]:
    """Yield all blocks that stand on no other panel, each exercise whole."""
    room = style.bottom_mm - style.top_mm - style.measures.card.rule_gap
    for block in _in_order(content.blocks):
        if isinstance(block, Exercises):
            laid = lay_out_narrow_cards(block, content.see_page, style, room=room, large=large)
            for one in laid:
                yield from one.pieces(room, style)
        elif isinstance(block, PainRule):
            yield from pieces_of(in_short(block), style)
        elif not isinstance(block, (Summary, OwnWords, Diary, *but_not)):
            yield from pieces_of(block, style)


def _in_order(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with what helps, the pain rule and the map, which needs a panel, before the exercises."""
    last = (WhatHelps, PainRule, BodyMap)
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Exercises)), len(blocks))
    before = [block for block in blocks[:first] if not isinstance(block, last)]
    moved = [block for kind in last for block in blocks if isinstance(block, kind)]
    return [*before, *moved, *(block for block in blocks[first:] if not isinstance(block, last))]


def _folded(sides: Sequence[Side], style: Style) -> Arranged:
    """Return panels at their places on the two sides of each sheet."""
    folds = _folds(style)
    lefts = [(folds[face][place] + folds[face][place + 1] - style.panel_mm[0]) / 2 for face, place in PLACES]
    sheets = [
        [(face, x, 0.0, side) for (face, _), x, side in zip(PLACES, lefts, sides[at:], strict=False)]
        for at in range(0, len(sides), len(PLACES))
    ]
    tick, end = Rule(0, style.lines.hair, down=TICK_MM), style.paper.height_mm - TICK_MM
    ticks = [[(fold, top, tick) for fold in edges[1:-1] for top in (0, end)] for edges in folds]
    return on_sheets(sheets, [Positioned(tuple(of_face)) for of_face in ticks], style)


def _folds(style: Style) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the edges of the panels of the outside, whose first is folded in, and of the inside."""
    width, third = style.paper.width_mm, style.panel_mm[0]
    narrow, wide = third - NARROWER_MM, third + NARROWER_MM / 2
    return (0, narrow, narrow + wide, width), (0, wide, 2 * wide, width)
