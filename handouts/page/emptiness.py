"""How empty pages are, and what fills them.

A hole is room of a page that is taller than `flow.largest_hole_mm`. Holes are mended in this order: other
variations of what stands where, a second week of the diary among them; larger pictures on a page of
exercises; lines for questions, and for notes. Nothing makes text smaller.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.compose.handout import Block, Content
from handouts.compose.information_blocks import Questions
from handouts.page.blocks.contact import lay_out_questions, lines_within
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


def with_lines(pages: Sequence[Sequence[Placed]], content: Content, style: Style) -> list[list[Placed]]:
    """Return pages with lines to write on where a hole ends one: for questions in the largest, and for notes.

    The last page has none for notes: paper that is blank at the end is no hole.
    """
    filled = [list(page) for page in pages]
    for block in content.blocks:
        if isinstance(block, Questions) and is_filling(block):
            _fill(min(filled, key=lambda page: _end(page, style)), block, style)
            for page in filled[:-1]:
                _fill(page, replace(block, heading=block.notes), style)
    return filled


def _end(page: Sequence[Placed], style: Style) -> float:
    """Return where the last block of a page ends."""
    return max((placed.end for placed in page), default=style.top_mm)


def _fill(page: list[Placed], questions: Questions, style: Style) -> None:
    """Put lines to write on under the blocks of a page that has a hole there, and room for enough of them."""
    flow, end = style.measures.flow, _end(page, style)
    gap, room = flow.gap, style.bottom_mm - end
    # The last line does not stand by the rule of the footer.
    lines = lines_within(room - 2 * gap, questions, style)
    if room > flow.largest_hole and lines >= LEAST_LINES:
        block = lay_out_questions(replace(questions, lines=lines), style)
        page.append(Placed(block, style.left_mm, end + gap, questions.heading))
