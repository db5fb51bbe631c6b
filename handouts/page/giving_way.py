"""What gives way when there is more to say: pages are laid out in several variations, the best are kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from handouts.page.arrangement import Arrangement, DiaryPlace, Variation
from handouts.page.blocks.stop_strip import StopStrip
from handouts.page.handout_page import Side
from handouts.page.style import Style

# In the order in which they are taken; none of them makes text smaller.
_FRONT = (
    Variation(),
    Variation(map="small"),
    Variation(what_helps_last=True),
    Variation(map="small", what_helps_last=True),
    Variation(map="narrow"),
    Variation(map="narrow", what_helps_last=True),
    Variation(map="apart"),
)
_LEAST_DIARY: DiaryPlace = "least"
_DIARY: tuple[DiaryPlace, ...] = ("usual", "least", "double", "apart")

# A page takes no more than so much less room where it is tight.
_MOST_SAVED_MM = 15


def best_pages(arrangement: Arrangement, style: Style) -> list[Side]:
    """Return the pages with the fewest sheets and the smallest holes: what gives way is chosen step by step.

    Nothing more gives way once no page could be saved. What stands before the exercises gives way only for
    holes there, and sections are torn only for a page; the diary may save one first, and fills holes last.
    """
    placed = cache(arrangement.placed)

    def cost(variation: Variation, pages: _Pages) -> tuple[int, int]:
        sides = placed(variation)
        return len(sides), _holes_mm(pages(sides), style)

    best = Variation()
    for options, pages in _STEPS:
        for option in options(best):
            best = min(best, option, key=lambda tried: cost(tried, pages))
            if _is_full(placed(best), style):
                return placed(best)
    return placed(best)


def _fronts(chosen: Variation) -> list[Variation]:
    """Return what may give way on page 1, alone and together with the rows of the diary."""
    diaries = dict.fromkeys((chosen.diary, _LEAST_DIARY))
    return [replace(front, diary=diary) for diary in diaries for front in _FRONT]


def _diaries(chosen: Variation) -> list[Variation]:
    return [replace(chosen, diary=diary) for diary in _DIARY]


def _tearings(chosen: Variation) -> list[Variation]:
    return [replace(chosen, torn=torn) for torn in (False, True)]


def _all_but_last(sides: list[Side]) -> list[Side]:
    return sides[:-1]


def _before_exercises(sides: list[Side]) -> list[Side]:
    has_cards = (any(isinstance(placed.block, StopStrip) for placed in side) for side in sides)
    return sides[: next((number for number, cards in enumerate(has_cards) if cards), -1)]


def _none(_: list[Side]) -> list[Side]:
    return []


_Pages = Callable[[list[Side]], list[Side]]

# What may give way, and on which pages holes count for it.
_STEPS: tuple[tuple[Callable[[Variation], list[Variation]], _Pages], ...] = (
    (_diaries, _none),
    (_fronts, _before_exercises),
    (_tearings, _none),
    (_diaries, _all_but_last),
)


def may_be_fewer(sides: list[Side], style: Style) -> bool:
    """Return whether a tight style may save a page: the others may then hold all that is on the last."""
    return _over_mm(sides, style) <= _MOST_SAVED_MM * len(sides)


def _is_full(sides: list[Side], style: Style) -> bool:
    """Return whether no hole is too large, and the last page holds more than the others have room for."""
    return _over_mm(sides, style) > 0 and not _holes_mm(_all_but_last(sides), style)


def _over_mm(sides: list[Side], style: Style) -> float:
    """Return by how much the last page holds more than the others have room for."""
    *others, last = (sum(placed.block.height for placed in side) for side in sides)
    return last - sum(style.bottom_mm - style.top_mm - height for height in others)


def _holes_mm(sides: Sequence[Side], style: Style) -> int:
    """Return how many millimetres the holes of pages are too large."""
    largest = style.measures.flow.largest_hole
    return round(sum(max(0.0, hole - largest) for side in sides for hole in _gaps(side, style)))


def _gaps(side: Side, style: Style) -> Iterator[float]:
    """Yield the room under each block, down to the next one or to the end of the page."""
    end = style.top_mm
    for placed in sorted(side, key=lambda placed: placed.y):
        yield placed.y - end
        end = max(end, placed.end)
    yield style.bottom_mm - end
