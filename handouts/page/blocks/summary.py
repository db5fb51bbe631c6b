"""The plan at a glance becomes a box: what to do today, when, for how long, and which exercises it is."""

from dataclasses import dataclass, replace

from handouts.compose.blocks import PlanGroup, Summary
from handouts.compose.text import Text
from handouts.page.block import Block
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.blocks.thumbnails import Tray, lay_out_trays
from handouts.page.glyphs import draw_glyph, middle_baseline
from handouts.page.kit import Column, Spaced, Words, column, words
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, plain, text_width_mm


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a day behind a clock, their figures large."""

    text: Text
    width: float
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the clock and the minutes on one baseline."""
        measures, large = pen.style.measures.summary, pen.style.face("number")
        baseline = y + baseline_mm(large)
        # The middle of the figures is the middle of the clock.
        middle = y + baseline - middle_baseline(y, large)
        draw_glyph(pen, "clock", x, middle - measures.clock / 2, measures.clock, "accent")
        x += measures.clock + measures.clock_gap
        with pen.element("P"):
            for span in self.text:
                face = large if span.strong else pen.style.face("body")
                pen.text(x, baseline, span.text, face)
                x += text_width_mm(span.text, face)


@dataclass(frozen=True, slots=True)
class PlanHead:
    """The heading of the box with the minutes at its right, or under it where both are too wide."""

    heading: Heading
    minutes: Minutes
    beside: bool
    width: float

    @property
    def height(self) -> float:
        """The height of one line, or of heading and minutes."""
        return self.heading.height + (0 if self.beside else self.minutes.height)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint heading and minutes, on one baseline if they are side by side."""
        self.heading.draw(pen, x, y)
        if self.beside:
            down = baseline_mm(self.heading.text.face) - baseline_mm(pen.style.face("number"))
            self.minutes.draw(pen, x + self.width - self.minutes.width, y + down)
        else:
            self.minutes.draw(pen, x, y + self.heading.height)


@dataclass(frozen=True, slots=True)
class Group:
    """One column of the box: heading, when and how long, and the tray of pictures."""

    heading: Heading
    lines: tuple[SetText, ...]
    tray: Tray

    @property
    def text_height(self) -> float:
        """How far the text reaches down."""
        return self.heading.height + sum(text.height_mm for text in self.lines)

    @property
    def text_width(self) -> float:
        """The width of the longest line."""
        return max(text.width_mm for text in (self.heading.text, *self.lines))

    def draw(self, pen: Pen, x: float, y: float, *, tray_at: tuple[float, float]) -> None:
        """Paint the text, and the tray at its own place."""
        self.heading.draw(pen, x, y)
        y += self.heading.height
        for text in self.lines:
            with pen.element("P"):
                pen.lines(x, y, text)
            y += text.height_mm
        self.tray.draw(pen, *tray_at)


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups side by side, their trays in line; `pitch` is from one to the next.

    `tray_x` and `tray_y` are where a tray stands, from the corner of its group.
    """

    groups: tuple[Group, ...]
    pitch: float
    tray_x: float
    tray_y: float

    @property
    def height(self) -> float:
        """From the headings to the end of the trays."""
        tray = max(group.tray.height for group in self.groups)
        return max(self.tray_y + tray, *(group.text_height for group in self.groups))

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the groups from left to right."""
        for group in self.groups:
            group.draw(pen, x, y, tray_at=(x + self.tray_x, y + self.tray_y))
            x += self.pitch


@dataclass(frozen=True, slots=True)
class BarNote:
    """A note beside a bar; its lead words are in the bar's colour."""

    text: Words

    @property
    def height(self) -> float:
        """The height of the text."""
        return self.text.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint bar and text."""
        bar = mm(pen.style.lines.bar)
        pen.box(x, y, bar, self.height, fill="accent")
        self.text.draw(pen, x + bar + pen.style.measures.summary.note_pad, y)


@dataclass(frozen=True, slots=True)
class SummaryBlock:
    """The plan box, and the clinician's note below it."""

    inside: Column
    note: BarNote | None
    box: float

    @property
    def height(self) -> float:
        """The height of box and note."""
        return self.box + (self.note_gap + self.note.height if self.note else 0)

    note_gap: float = 0

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the box, what is in it, and the note."""
        measures = pen.style.measures.summary
        pen.box(x, y, pen.style.width_mm, self.box, fill="accent_tint", radius=measures.radius)
        with pen.element("Sect"):
            self.inside.draw(pen, x + measures.side_pad, y + measures.pad)
            if self.note:
                self.note.draw(pen, x, y + self.box + self.note_gap)


def lay_out_summary(summary: Summary, style: Style) -> SummaryBlock:
    """Return the plan box of one to three groups side by side."""
    measures = style.measures.summary
    width, gap = style.width_mm - 2 * measures.side_pad, measures.row_gap
    inside = column(
        (
            Spaced(_head(summary, style, width=width)),
            Spaced(_groups(summary.groups, style, width=width), gap) if summary.groups else None,
            Spaced(replace(words(summary.goal, style, width=width), typed=True), gap)
            if summary.goal
            else None,
        )
    )
    note = words(summary.note, style, width=width) if summary.note else None
    return SummaryBlock(
        inside=inside,
        note=BarNote(Words(note.text, strong_colour="accent", typed=True)) if note else None,
        box=inside.height + 2 * measures.pad,
        note_gap=measures.note_gap,
    )


def _head(summary: Summary, style: Style, *, width: float) -> Block:
    measures, large = style.measures.summary, style.face("number")
    faces = (large if span.strong else style.face("body") for span in summary.minutes)
    text = sum(text_width_mm(span.text, face) for span, face in zip(summary.minutes, faces, strict=True))
    minutes = Minutes(summary.minutes, measures.clock + measures.clock_gap + text, mm(large.leading_pt))
    heading = lay_out_heading(summary.heading, style, width=width)
    beside = heading.text.width_mm + measures.side_pad + minutes.width <= width
    return PlanHead(heading, minutes, beside, width)


def _groups(groups: tuple[PlanGroup, ...], style: Style, *, width: float) -> Groups:
    """Return the groups with their trays below, or the tray of a group alone at its right."""
    measures = style.measures.summary
    gap = measures.column_gap
    column = (width - (len(groups) - 1) * gap) / len(groups)
    trays = lay_out_trays([group.thumbnails for group in groups], style, width=column)
    laid = tuple(_group(group, tray, style, width=column) for group, tray in zip(groups, trays, strict=True))
    tray_x = width - trays[0].width
    if len(laid) == 1 and laid[0].text_width + gap <= tray_x:
        return Groups(laid, column, tray_x, 0)
    texts = max(group.text_height for group in laid)
    return Groups(laid, column + gap, 0, texts + measures.tray_gap)


def _group(group: PlanGroup, tray: Tray, style: Style, *, width: float) -> Group:
    body = style.face("body")
    return Group(
        heading=lay_out_heading(group.title, style, width=width, level=3),
        lines=tuple(
            balanced(plain(line), body, width_mm=width) for line in (group.when, group.how_long) if line
        ),
        tray=tray,
    )
