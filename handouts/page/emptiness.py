"""How empty pages are, and what fills them.

A hole is room of a page that is taller than `flow.largest_hole_mm`. Holes are mended in this order: other
variations of what stands where, a second week of the diary among them; larger pictures; lines to write
questions on. Nothing makes text smaller.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.compose.handout import Block, Content
from handouts.compose.information_blocks import Questions
from handouts.page.blocks.contact import lay_out_questions, lines_within
from handouts.page.blocks.help_strip import StopStrip
from handouts.page.drawable import Placed
from handouts.page.style import Style

# Fewer lines are not worth their heading.
LEAST_LINES = 3


def over_mm(pages: Sequence[Sequence[Placed]], style: Style) -> float:
    """Return by how much the last page holds more than the others have room for."""
    *others, last = (sum(placed.block.height for placed in page) for page in pages)
    return last - sum(style.bottom_mm - style.top_mm - height for height in others)


def holes_mm(pages: Sequence[Sequence[Placed]], style: Style) -> int:
    """Return by how many millimetres the holes of all pages but the last are too large."""
    largest = style.measures.flow.largest_hole
    return round(sum(max(0.0, hole - largest) for page in pages[:-1] for hole in _gaps(page, style)))


def _gaps(page: Sequence[Placed], style: Style) -> Iterator[float]:
    """Yield the room under each block, down to the next one or to the end of the page."""
    end = style.top_mm
    for placed in sorted(page, key=lambda placed: placed.y):
        yield placed.y - end
        end = max(end, placed.end)
    yield style.bottom_mm - end


def is_filling(block: Block) -> bool:
    """Return whether a block only fills room that is left: lines for questions that no plan has chosen."""
    return isinstance(block, Questions) and not block.chosen


def with_questions(pages: Sequence[Sequence[Placed]], content: Content, style: Style) -> list[list[Placed]]:
    """Return pages with lines to write questions on where the largest hole ends a page, if there is one.

    A second page that ends so has lines for notes; never one of exercises.
    """
    filled = [list(page) for page in pages]
    for block in content.blocks:
        if isinstance(block, Questions) and is_filling(block):
            _fill_largest(filled, block, style)
            _fill_largest(filled, replace(block, heading=block.notes), style)
    return filled


def _fill_largest(filled: list[list[Placed]], questions: Questions, style: Style) -> None:
    """Put lines to write on under the blocks of the page that has the most room for them."""
    ends = [max((placed.end for placed in page), default=style.top_mm) for page in filled]
    rooms = [
        0.0 if any(isinstance(placed.block, StopStrip) for placed in page) else style.bottom_mm - end
        for page, end in zip(filled, ends, strict=True)
    ]
    number = max(range(len(filled)), key=rooms.__getitem__)
    gap = style.measures.flow.gap
    # The last line does not stand by the rule of the footer.
    lines = lines_within(rooms[number] - 2 * gap, questions, style)
    if rooms[number] > style.measures.flow.largest_hole and lines >= LEAST_LINES:
        block = lay_out_questions(replace(questions, lines=lines), style, width=style.width_mm)
        filled[number].append(Placed(block, style.left_mm, ends[number] + gap, questions.heading))
