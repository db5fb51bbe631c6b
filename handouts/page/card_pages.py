"""Exercise cards become pages of their own: as many to a page as fit, with like gaps, over the stop strip."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.handout import Exercises
from handouts.page.block import LayoutError
from handouts.page.exercise_card import Card, lay_out_exercise_card
from handouts.page.filling import Filling
from handouts.page.flow import Piece, needed
from handouts.page.page_head import PageHead, lay_out_page_head
from handouts.page.stop_strip import StopStrip, lay_out_stop_strip
from handouts.page.style import Style, mm

# The exercises of all pages are one section to a listener.
SECTION = "exercises"


@dataclass(frozen=True, slots=True)
class CardPages:
    """The cards of each page, laid out at one size for the whole document."""

    exercises: Exercises
    pages: tuple[tuple[Card, ...], ...]
    stop: StopStrip

    def add_to(self, filling: Filling, following: Sequence[Piece]) -> None:
        """Begin a page for each stack of cards; the last one may go on with what follows the exercises."""
        first = 1
        for cards in self.pages:
            last = first + len(cards) - 1
            head = lay_out_page_head(self.exercises, filling.style, first=first, last=last)
            is_last = last == len(self.exercises.cards)
            _add_page(filling, head, cards, self.stop, following=following if is_last else ())
            first = last + 1


def lay_out_card_pages(exercises: Exercises, style: Style) -> CardPages:
    """Return the cards in their usual type, or all in the compact type where that saves a page."""
    stop = lay_out_stop_strip(exercises.stop, style, width=style.width_mm)
    usual, compact = (_pages(exercises, style, stop=stop, step=step) for step in ("step", "step_compact"))
    return CardPages(exercises, compact if len(compact) < len(usual) else usual, stop)


def _pages(exercises: Exercises, style: Style, *, stop: StopStrip, step: str) -> tuple[tuple[Card, ...], ...]:
    """Return the cards by page; raise LayoutError for a card taller than a page."""
    head = lay_out_page_head(exercises, style, first=1, last=1)
    room = style.bottom_mm - style.top_mm - head.height - stop.height
    least_gap = mm(style.measures.flow.least_gap_pt)
    pages: list[list[Card]] = []
    left = 0.0
    for said in exercises.cards:
        card = lay_out_exercise_card(
            said, style, width=style.width_mm, letters=exercises.side_letters, step=step
        )
        if not pages or card.height + least_gap > left:
            pages.append([])
            left = room - least_gap
        pages[-1].append(card)
        left -= card.height + least_gap
        if left < 0:
            raise LayoutError(said.title, limit=room - 2 * least_gap, overflow=-left)
    return tuple(map(tuple, pages))


def _add_page(
    filling: Filling, head: PageHead, cards: Sequence[Card], stop: StopStrip, *, following: Sequence[Piece]
) -> None:
    """Add a page of cards; where they would leave a hole, what follows stands above the stop strip."""
    style = filling.style
    filling.begin_side()
    filling.place(head, style.top_mm, name=head.heading.words, section=SECTION)
    stop_top = style.bottom_mm - stop.height
    rest = stop_top - filling.y - sum(card.height for card in cards)
    gap = _gap(rest, len(cards), following, style)
    for card in cards:
        filling.place(card, filling.y + gap, section=SECTION)
    end = filling.y
    filling.place(stop, stop_top, section=SECTION)
    filling.y, filling.room_ends = end, stop_top - gap


def _gap(rest: float, cards: int, following: Sequence[Piece], style: Style) -> float:
    """Return the gap between cards: all the room there is, or the usual one where other pieces share it."""
    flow = style.measures.flow
    usual, largest = mm(flow.gap_pt), mm(flow.largest_card_gap_pt)
    hole = rest - (cards + 1) * largest
    room = rest - (cards + 1) * usual
    if following and hole > flow.largest_hole_mm and following[0].gap + needed(following) <= room:
        return usual
    return min(rest / (cards + 1), largest)
