"""The head of a page of exercises: what it is, and which exercises of how many."""

from contextlib import nullcontext
from dataclasses import dataclass, replace

from handouts.compose.blocks import Exercises
from handouts.library.words import fill
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import baseline_mm, text_width_mm


@dataclass(frozen=True, slots=True)
class PageHead:
    """A heading, and a count at the right on its baseline."""

    heading: Heading
    count: str
    width: float
    gap: float

    @property
    def height(self) -> float:
        """The heading and the space that belongs to it."""
        return self.heading.height + self.gap

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint heading and count; the count, and on later pages the heading, are for the eye alone."""
        with nullcontext() if self.heading.listed else pen.surface.artifact("Header"):
            self.heading.draw(pen, x, y)
        with pen.surface.artifact("Header"):
            baseline = y + baseline_mm(self.heading.text.face)
            pen.text_right(x + self.width, baseline, self.count, pen.style.face("body"))


def lay_out_page_head(exercises: Exercises, style: Style, *, first: int, last: int) -> PageHead:
    """Return the head of the page that has these exercises; an only exercise is not counted."""
    total = len(exercises.cards)
    words = exercises.range_words if last > first else exercises.place_words
    count = fill(words, first=first, last=last, count=total) if total > 1 else ""
    width = style.width_mm - text_width_mm(count, style.face("body")) - style.measures.text.gutter
    heading = replace(lay_out_heading(exercises.heading, style, width=width), listed=first == 1)
    return PageHead(heading, count, style.width_mm, style.measures.flow.head_gap)
