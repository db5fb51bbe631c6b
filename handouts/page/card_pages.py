"""Exercise cards become pages of their own: as many to a page as fit, with like gaps, over the stop strip."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Exercises
from handouts.compose.text import Span, Text
from handouts.page.block import LayoutError
from handouts.page.blocks.exercise_card import Card, lay_out_exercise_card
from handouts.page.blocks.page_head import PageHead, lay_out_page_head
from handouts.page.blocks.stop_strip import StopStrip, lay_out_stop_strip
from handouts.page.filling import Filling
from handouts.page.flow import Piece, needed
from handouts.page.style import Style

# The exercises of all pages are one section to a listener.
SECTION = "exercises"


@dataclass(frozen=True, slots=True)
class CardPages:
    """The cards in their usual type and in the compact one, to be shared out over pages."""

    exercises: Exercises
    usual: tuple[Card, ...]
    compact: tuple[Card, ...]
    stop: StopStrip

    def add_to(self, filling: Filling, following: Sequence[Piece]) -> None:
        """Add a stack of cards to each page; the last one may go on with what follows the exercises.

        The first stack stands under what came before where it would leave a hole, else on a new page. All
        cards are compact where that saves a page. Raises LayoutError for a card taller than a page.
        """
        filling.finish()
        pages = min((self._shared(cards, filling) for cards in (self.usual, self.compact)), key=len)
        last = 0
        for number, cards in enumerate(pages):
            if number:
                filling.begin_side()
            first, last = last + 1, last + len(cards)
            if cards:
                head = lay_out_page_head(self.exercises, filling.style, first=first, last=last)
                is_last = last == len(self.exercises.cards)
                _add_page(filling, head, cards, self.stop, following=following if is_last else ())

    def _shared(self, cards: Sequence[Card], filling: Filling) -> list[list[Card]]:
        """Return the cards of each page; there are none in the first stack if it has no room for any."""
        style = filling.style
        head = lay_out_page_head(self.exercises, style, first=1, last=1)
        least_gap = style.measures.flow.least_gap
        around = head.height + self.stop.height + least_gap
        room = style.bottom_mm - style.top_mm - around
        pages: list[list[Card]] = [[]]
        left = _room_under(filling) - around
        for said, card in zip(self.exercises.cards, cards, strict=True):
            needed_room = card.height + least_gap
            if needed_room > left:
                pages.append([])
                left = room
            if needed_room > left:
                raise LayoutError(said.title, limit=left - least_gap, overflow=needed_room - left)
            pages[-1].append(card)
            left -= needed_room
        return pages


def lay_out_card_pages(exercises: Exercises, see_page: Text, style: Style) -> CardPages:
    """Return the cards in both types, with the strip that stands under every stack of them."""
    stop = lay_out_stop_strip((*exercises.stop, Span(" "), *see_page), style, width=style.width_mm)
    usual, compact = (_cards(exercises, style, compact=compact) for compact in (False, True))
    return CardPages(exercises, usual, compact, stop)


def _cards(exercises: Exercises, style: Style, *, compact: bool) -> tuple[Card, ...]:
    letters = exercises.side_letters
    return tuple(
        lay_out_exercise_card(said, style, width=style.width_mm, letters=letters, compact=compact)
        for said in exercises.cards
    )


def _room_under(filling: Filling) -> float:
    """Return the room for a stack of cards under what is on the last page: none where it leaves no hole."""
    flow, room = filling.style.measures.flow, filling.room_ends - filling.y
    return room - flow.gap if room > flow.largest_hole else 0.0


def _add_page(
    filling: Filling, head: PageHead, cards: Sequence[Card], stop: StopStrip, *, following: Sequence[Piece]
) -> None:
    """Add a stack of cards; where they would leave a hole, what follows stands above the stop strip."""
    style = filling.style
    stop_top = style.bottom_mm - stop.height
    rest = stop_top - filling.y - head.height - sum(card.height for card in cards)
    above = _above(rest, len(cards), style) if filling.sides[-1] else 0.0
    filling.place(head, filling.y + above, name=head.heading.words, section=SECTION)
    gap = _gap(rest - above, len(cards), following, style)
    for card in cards:
        filling.place(card, filling.y + gap, section=SECTION)
    end = filling.y
    filling.place(stop, stop_top, section=SECTION)
    filling.y, filling.room_ends = end, stop_top - gap


def _above(rest: float, cards: int, style: Style) -> float:
    """Return the gap above a head that stands under something else: a like share of the room."""
    flow = style.measures.flow
    return min(max(flow.gap, rest / (cards + 2)), flow.largest_card_gap)


def _gap(rest: float, cards: int, following: Sequence[Piece], style: Style) -> float:
    """Return the gap between cards: all the room there is, or the usual one where other pieces share it."""
    flow = style.measures.flow
    usual, largest = flow.gap, flow.largest_card_gap
    hole = rest - (cards + 1) * largest
    room = rest - (cards + 1) * usual
    if following and hole > flow.largest_hole and following[0].gap + needed(following) <= room:
        return usual
    return min(rest / (cards + 1), largest)
