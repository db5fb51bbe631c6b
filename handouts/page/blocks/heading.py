"""Headings: alone, with remarks on their baseline, as the title of page 1 or of a plan sheet, over cards."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from handouts.compose.exercise_blocks import Exercises
from handouts.compose.text import Text, one_span
from handouts.library.words import fill
from handouts.page.kit import Column, OfText, Positioned, Spaced, Words, column
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, set_text, text_width_mm
from handouts.schema.layout import FaceRole

FACES: dict[int, FaceRole] = {1: "title", 2: "heading", 3: "subheading"}


@dataclass(frozen=True, slots=True)
class Heading(OfText):
    """A heading of level 1, 2 or 3; one that only goes on from an earlier page is not `listed` again."""

    words: str
    level: int
    text: SetText
    listed: bool = True

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it, and put it into the outline unless it stands inside a block."""
        with pen.element(f"H{self.level}"):
            if self.listed and self.level < 3:
                pen.surface.bookmark(self.words, self.level - 1)
            pen.lines(x, y, self.text)


def lay_out_heading(words: str, style: Style, *, width: float, level: int = 2) -> Heading:
    """Return a heading broken to a width."""
    face = style.face(FACES[level])
    return Heading(words, level, balanced(one_span(words), face, width_mm=width))


def lay_out_title(title: str, subtitle: str, message: Text, style: Style) -> Column:
    """Return the title of page 1 with its subtitle directly under it, then the main message."""
    heading = lay_out_heading(title, style, width=style.width_mm, level=1)
    under = balanced(one_span(subtitle), style.face("subtitle"), width_mm=style.width_mm)
    said = Words(balanced(message, style.face("body"), width_mm=style.width_mm))
    gap = style.measures.text.paragraph_gap
    return column([heading, Words(under), Spaced(said, gap) if message else None])


@dataclass(frozen=True, slots=True)
class Remark(OfText):
    """A short remark; `line_mm` is the length of a line to write on behind it."""

    text: SetText
    line_mm: float = 0

    @property
    def width(self) -> float:
        """How wide it is with its line."""
        return self.text.width_mm + self.line_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the words as a paragraph, then the line on their baseline."""
        Words(self.text).draw(pen, x, y)
        if self.line_mm:
            gap = mm(self.text.face.size_pt) / 4
            baseline = y + baseline_mm(self.text.face)
            start, end = x + self.text.width_mm + gap, x + self.width
            pen.rule(start, baseline, end, weight_pt=pen.style.lines.divider, colour="ink")


def remark(words: str, style: Style, *, line_mm: float = 0) -> Remark:
    """Return a remark no wider than the page."""
    return Remark(set_text(one_span(words), style.face("body"), width_mm=style.width_mm - line_mm), line_mm)


def lay_out_headed(heading: str, remarks: Sequence[Remark], style: Style) -> Positioned:
    """Return a heading with its remarks flush right, or under it if they do not all fit on one line."""
    width, gap = style.width_mm, style.measures.diary.remark_gap
    head = lay_out_heading(heading, style, width=width)
    needed = sum(remark.width + gap for remark in remarks)
    places = list(_under(head.height, remarks, width, gap))
    if len(head.text.lines) == 1 and head.width + needed <= width:
        down = baseline_mm(head.text.face) - baseline_mm(style.face("body"))
        starts = accumulate((remark.width + gap for remark in remarks), initial=width - needed + gap)
        places = [(x, down) for x in starts]
    placed = ((*place, remark) for place, remark in zip(places, remarks, strict=False))
    return Positioned(((0, 0, head), *placed))


def _under(y: float, remarks: Sequence[Remark], width: float, gap: float) -> Iterator[tuple[float, float]]:
    """Yield places from the left, in as many lines as the remarks need."""
    x, tallest = 0.0, 0.0
    for remark in remarks:
        if x and x + remark.width > width:
            x, y, tallest = 0.0, y + tallest, 0.0
        yield x, y
        x, tallest = x + remark.width + gap, max(tallest, remark.height)


class PageHead(NamedTuple):
    """A heading over exercises, and which of how many they are at the right on its baseline."""

    heading: Heading
    place: str
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
            pen.text_right(x + self.width, baseline, self.place, pen.style.face("body"))


def lay_out_page_head(exercises: Exercises, style: Style, *, first: int, last: int, listed: bool) -> PageHead:
    """Return the head of the page that has these exercises; an only exercise is not counted."""
    total = len(exercises.cards)
    words = exercises.range_words if last > first else exercises.place_words
    count = fill(words, first=first, last=last, count=total) if total > 1 else ""
    width = style.width_mm - text_width_mm(count, style.face("body")) - style.measures.text.gutter
    heading = replace(lay_out_heading(exercises.heading, style, width=width), listed=listed)
    return PageHead(heading, count, style.width_mm, style.measures.flow.head_gap)


def lay_out_sheet_title(title: str, clinic: Text, style: Style) -> Positioned:
    """Return the title with the clinic at its right, their last lines on one baseline.

    The clinic has at most half the width.
    """
    width, gutter = style.width_mm, style.measures.text.gutter
    side = Words(set_text(clinic, style.face("body"), width_mm=width / 2), typed=True)
    room = width - (side.width + gutter if clinic else 0)
    head = Heading(title, 1, balanced(one_span(title), style.face("sheet_title"), width_mm=room))
    bottom = max(head.height, side.height)
    down = bottom - side.height - _below(head.text) + _below(side.text)
    beside = [(width - side.width, down, side)] if clinic else []
    return Positioned(((0, bottom - head.height, head), *beside))


def _below(text: SetText) -> float:
    """Return the space under the last baseline, which differs with the face."""
    return mm(text.face.leading_pt) - baseline_mm(text.face)
