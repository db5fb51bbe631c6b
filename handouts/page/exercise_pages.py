"""Exercise cards become pages of their own: as many to a page as fit, with like gaps, over the stop strip."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple

from handouts.compose.exercise_blocks import Exercises
from handouts.compose.text import Span, Text
from handouts.page.blocks.exercise_card import Card, lay_out_exercise_card
from handouts.page.blocks.heading import lay_out_page_head
from handouts.page.blocks.help_strip import StopStrip, lay_out_stop_strip
from handouts.page.drawable import LayoutError, Placed
from handouts.page.flow import Flow, Piece, needed
from handouts.page.parting import SLACK_MM
from handouts.page.style import Style

# The exercises of all pages are one section to a listener.
SECTION = "exercises"

# So many times the largest gap stand between cards where there would be a hole under them.
MOST_OVER = 1.6


class ExercisePages(NamedTuple):
    """The cards in their usual type and in the compact one, to be shared out over pages.

    `larger` returns the card of a number with a larger picture.
    """

    exercises: Exercises
    usual: tuple[Card, ...]
    compact: tuple[Card, ...]
    stop: StopStrip
    larger: Callable[[int], Card]

    def add_to(self, flow: Flow, following: Sequence[Piece]) -> None:
        """Add a stack of cards to each page; the last one may go on with what follows the exercises.

        The first stack stands under what came before where it would leave a hole, else on a new page. All
        cards are compact where that saves a page; one taller than a page goes on overleaf. Raises LayoutError
        for a picture taller than a page.
        """
        flow.finish()
        stacks = min((self._shared_out(cards, flow) for cards in (self.usual, self.compact)), key=len)
        for number, cards in enumerate(stacks):
            if number:
                flow.begin_page()
            if cards:
                is_last = number == len(stacks) - 1
                self._add_stack(flow, cards, following=following if is_last else ())

    def _shared_out(self, cards: Sequence[Card], flow: Flow) -> list[list[Card]]:
        """Return the cards of each page; there are none in the first stack if it has no room for any."""
        style, measures = flow.style, flow.style.measures.flow
        least_gap = measures.least_gap
        head = lay_out_page_head(self.exercises, style, first=1, last=1, listed=True)
        around = head.height + self.stop.height + least_gap
        room = style.bottom_mm - style.top_mm - around
        hole = flow.room_ends - flow.y
        left = hole - measures.gap - around if hole > measures.largest_hole else 0.0
        stacks: list[list[Card]] = [[]]
        parts = (part for card in cards for part in card.parts(room - least_gap, self.exercises.continued))
        for card in parts:
            taken = card.height + least_gap
            if taken > left:
                stacks.append([])
                left = room
            if taken > left + SLACK_MM:
                raise LayoutError(card.head.words, limit=left - least_gap, overflow=taken - left)
            stacks[-1].append(card)
            left -= taken
        return stacks

    def _add_stack(self, flow: Flow, cards: Sequence[Card], *, following: Sequence[Piece]) -> None:
        """Add cards over the stop strip; what follows the exercises may stand between."""
        style, measures = flow.style, flow.style.measures.flow
        first, last = cards[0].head, cards[-1].head
        is_first = first.number == 1 and not first.goes_on
        head = lay_out_page_head(self.exercises, style, first=first.number, last=last.number, listed=is_first)
        stop_top = style.bottom_mm - self.stop.height
        cards = self._grown(cards, stop_top - flow.y - head.height, following, style)
        rest = stop_top - flow.y - head.height - sum(card.height for card in cards)
        above = 0.0
        if flow.pages[-1]:
            # Under something else, the head has a like share of the room.
            share = max(measures.gap, rest / (len(cards) + 2))
            above = min(share, measures.largest_card_gap)
        flow.place(head, flow.y + above, name=head.heading.words, section=SECTION)
        gap = _gap(rest - above, len(cards), following, style)
        for card in cards:
            flow.place(card, flow.y + gap, section=SECTION)
        end = flow.y
        flow.place(self.stop, stop_top, section=SECTION)
        flow.y, flow.room_ends = end, stop_top - gap

    def _grown(
        self, cards: Sequence[Card], room: float, following: Sequence[Piece], style: Style
    ) -> Sequence[Card]:
        """Return the cards of a page with larger pictures where it would have a hole, and they have room."""
        measures, gaps = style.measures.flow, len(cards) + 1
        rest = room - sum(card.height for card in cards)
        is_full = rest - gaps * measures.largest_card_gap <= measures.largest_hole
        goes_on = following and following[0].gap + needed(following) <= rest - gaps * measures.gap
        if is_full or goes_on or any(card not in (*self.usual, *self.compact) for card in cards):
            return cards
        with suppress(LayoutError):
            larger = [self.larger(card.head.number) for card in cards]
            if sum(card.height for card in larger) + gaps * measures.gap <= room:
                return larger
        return cards


def can_grow(pages: Sequence[Sequence[Placed]], style: Style) -> bool:
    """Return whether larger pictures may have room: a page of exercises has as much as would be a hole."""
    room = style.bottom_mm - style.top_mm - style.measures.flow.largest_hole
    with_cards = (page for page in pages if any(isinstance(placed.block, Card) for placed in page))
    return any(sum(placed.block.height for placed in page) < room for page in with_cards)


def with_raised_stop(page: Sequence[Placed], style: Style) -> list[Placed]:
    """Return a page whose stop strip follows the last block where there would be a hole over it."""
    flow, ends = style.measures.flow, [one.end for one in page if not isinstance(one.block, StopStrip)]
    y = max(ends, default=0.0)
    return [
        one._replace(y=y + flow.largest_card_gap)
        if isinstance(one.block, StopStrip) and one.y - y > flow.largest_hole
        else one
        for one in page
    ]


def _gap(rest: float, cards: int, following: Sequence[Piece], style: Style) -> float:
    """Return the gap between cards: all the room there is, or the usual one where other pieces share it.

    It grows a little over the largest where the room over the stop strip would be a hole.
    """
    measures = style.measures.flow
    usual, largest = measures.gap, measures.largest_card_gap
    hole = rest - (cards + 1) * largest
    room = rest - (cards + 1) * usual
    if following and hole > measures.largest_hole and following[0].gap + needed(following) <= room:
        return usual
    wide = min((rest - measures.largest_hole) / cards, MOST_OVER * largest)
    return min(rest / (cards + 1), max(largest, wide))


def lay_out_exercise_pages(exercises: Exercises, see_page: Text, style: Style) -> ExercisePages:
    """Return the cards in both types, with the strip that stands under every stack of them."""
    stop = lay_out_stop_strip((*exercises.stop, Span(" "), *see_page), style)
    head = lay_out_page_head(exercises, style, first=1, last=1, listed=True)
    lay_out = partial(
        lay_out_exercise_card,
        style=style,
        letters=exercises.side_letters,
        room=style.bottom_mm - style.top_mm - head.height - stop.height - 2 * style.measures.flow.least_gap,
    )
    usual, compact = (
        tuple(lay_out(said, compact=compact) for said in exercises.cards) for compact in (False, True)
    )
    by_number = {said.number: said for said in exercises.cards}
    roomy = replace(style, roomy=True)
    # One card is asked for again in every variation of the pages.
    larger = cache(lambda number: lay_out(by_number[number], style=roomy))
    return ExercisePages(exercises, usual, compact, stop, larger)
