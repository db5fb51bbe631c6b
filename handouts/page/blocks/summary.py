"""The plan at a glance becomes a box: what to do today, when, for how long, and which exercises it is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from handouts.compose.exercise_blocks import DrawnFigure, OwnWords, PlanGroup, Summary, Thumbnail
from handouts.compose.information_blocks import Paragraph, TextBlock, TextList
from handouts.compose.text import Text, one_span
from handouts.page.artwork import Art, FigureArt, end_of, fitted
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.drawable import Drawable
from handouts.page.glyphs import GlyphName, disc, draw_glyph, middle_baseline
from handouts.page.kit import (
    Barred,
    Box,
    Checkbox,
    Icon,
    Positioned,
    Row,
    Spaced,
    Tagged,
    Words,
    column,
    words,
)
from handouts.page.lists import Item, List
from handouts.page.measures import Group
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import TOLERANCE_MM, balanced, baseline_mm, text_width_mm

# A goal of more lines stands under the box.
MOST_GOAL_LINES = 3


class Minutes(NamedTuple):
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


def lay_out_summary(summary: Summary, style: Style) -> tuple[Box, Barred | None]:
    """Return the plan box of one to three groups side by side, and what is said to the person below it.

    A goal of a few lines stands in the box, a longer one below it.
    """
    measures, width = style.measures.summary, style.width_mm
    inner = width - 2 * measures.side_pad
    parts: list[Drawable] = [_head(summary, style, width=inner)]
    if summary.groups:
        parts.append(_groups(summary.groups, style, width=inner))
    below = [summary.note]
    if summary.goal:
        goal = replace(words(summary.goal, style, width=inner), typed=True)
        if len(goal.text.lines) <= MOST_GOAL_LINES:
            parts.append(goal)
        else:
            below.insert(0, summary.goal)
    inside = column(Spaced(part, measures.row_gap) for part in parts)
    box = Box(
        inside,
        width,
        side_pad=measures.side_pad,
        pad=measures.pad,
        fill="accent_tint",
        radius=measures.radius,
    )
    return box, _beside_bar(below, style)


def lay_out_own_words(own: OwnWords, style: Style) -> Barred | None:
    """Return what is said to the person without a plan box."""
    return _beside_bar([own.goal, own.note, own.review], style)


# The texts that stand with the plan: the sign of each, and whether its list has boxes to tick.
OF_THE_PLAN: dict[str, tuple[GlyphName, bool]] = {"changes": ("pencil", False), "phase": ("calendar", True)}


def lay_out_of_plan(block: TextBlock, style: Style) -> Barred:
    """Return a text that stands with the plan, behind a sign and a bar as the notes of the cards are."""
    glyph, ticked = OF_THE_PLAN[block.id]
    note, before = style.measures.note, mm(style.lines.bar) + style.measures.summary.note_pad
    indent = note.glyph + note.glyph_gap
    room = style.width_mm - before - indent
    title = balanced(one_span(block.heading, strong=True), style.face("subheading"), width_mm=room)
    sign, heading = Icon(glyph, note.glyph, "accent"), Heading(block.heading, 2, title)
    box = Checkbox(style.measures.signs.tick_box) if ticked else None
    beside = box.height + style.measures.pain_rule.rung_gap if box else 0
    said: list[Drawable] = []
    for part in block.parts:
        match part:
            case Paragraph():
                said.append(Item(None, words(part.text, style, width=room), indent))
            case TextList():
                lines = (replace(words(text, style, width=room - beside), role="") for text in part.items)
                of_list = List(tuple(Item(box, line, beside or indent) for line in lines))
                said.append(Positioned(((indent, 0, of_list),)) if box else of_list)
    head = Row(((0, sign), (indent, heading)), middle=True)
    return Barred(Tagged(column([head, *said])), "accent", before, note.pad)


def _beside_bar(texts: Iterable[Text | None], style: Style) -> Barred | None:
    """Return texts beside a bar, their lead words in its colour; None if there are none."""
    measures = style.measures.summary
    laid = [words(text, style, width=style.width_mm - 2 * measures.side_pad) for text in texts if text]
    if not laid:
        return None
    typed = (replace(one, strong_colour="accent", typed=True) for one in laid)
    said = column(Spaced(one, style.measures.text.paragraph_gap) for one in typed)
    return Barred(said, "accent", mm(style.lines.bar) + measures.note_pad)


def _head(summary: Summary, style: Style, *, width: float) -> Positioned:
    """Return the heading with the minutes on its baseline at the right, or under it if both are too wide.

    Minutes that are too wide for a line have several, and figures as large as their words.
    """
    measures, large, body = style.measures.summary, style.face("number"), style.face("body")
    heading = lay_out_heading(summary.heading, style, width=width)
    if not summary.minutes:
        return Positioned(((0, 0, heading),))
    faces = (large if span.strong else body for span in summary.minutes)
    before = measures.clock + measures.clock_gap
    wide = before + sum(
        text_width_mm(span.text, face) for span, face in zip(summary.minutes, faces, strict=True)
    )
    if wide > width:
        lines = Words(balanced(summary.minutes, body, width_mm=width - before))
        clock = Icon("clock", measures.clock, "accent")
        return Positioned(((0, 0, heading), (0, heading.height, Item(clock, lines, before))))
    minutes = Minutes(summary.minutes, wide, mm(large.leading_pt))
    across, down = width - wide, baseline_mm(heading.text.face) - baseline_mm(large)
    if heading.width + measures.side_pad > across:
        across, down = 0.0, heading.height
    return Positioned(((0, 0, heading), (across, down, minutes)))


def _groups(groups: tuple[PlanGroup, ...], style: Style, *, width: float) -> Positioned:
    """Return the groups side by side over their trays, or a group alone with its tray at the right."""
    measures, gap = style.measures.summary, style.measures.summary.column_gap
    room = (width - (len(groups) - 1) * gap) / len(groups)
    trays = lay_out_trays([group.thumbnails for group in groups], style, width=room)
    lines = [_lines(group, style, width=room) for group in groups]
    texts = [column(of_group) for of_group in lines]
    tray_x, tray_y = 0.0, max(text.height for text in texts) + measures.tray_gap
    beside = width - trays[0].width
    if len(groups) == 1 and max(line.width for line in lines[0]) + gap <= beside:
        tray_x, tray_y = beside, 0.0
    blocks: list[tuple[float, float, Drawable]] = []
    for number, (text, tray) in enumerate(zip(texts, trays, strict=True)):
        left = number * (room + gap)
        blocks += [(left, 0, text), (left + tray_x, tray_y, tray)]
    return Positioned(tuple(blocks))


def _lines(group: PlanGroup, style: Style, *, width: float) -> list[Heading | Words]:
    """Return what a group is called, when it is done and for how long."""
    body = style.face("body")
    said = (balanced(one_span(line), body, width_mm=width) for line in group.lines)
    return [lay_out_heading(group.title, style, width=width, level=3), *map(Words, said)]


class Tray(NamedTuple):
    """Pictures side by side on paper, or numbers alone where there are too many for pictures."""

    thumbnails: tuple[Thumbnail, ...]
    art: tuple[Art | None, ...]
    pitch: float
    columns: int
    height: float

    @property
    def width(self) -> float:
        """How wide the tray is."""
        return min(self.columns, len(self.thumbnails)) * self.pitch

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the tray; each picture is read as its number and the exercise's title."""
        measures = pen.style.measures.summary
        pen.box(x, y, self.width, self.height, fill="paper", radius=measures.tray_radius)
        if self.art:
            self._draw_pictures(pen, x, y)
        else:
            self._draw_numbers(pen, x, y)

    def _draw_pictures(self, pen: Pen, x: float, y: float) -> None:
        measures = pen.style.measures.summary
        size, inset = measures.disc, measures.disc_inset
        corners = self._corners(size, inset)
        for thumbnail, art, corner in zip(self.thumbnails, self.art, corners, strict=True):
            with pen.figure(_said(thumbnail), x=x, y=y, width=self.pitch, height=self.height):
                if art:
                    left = x + (self.pitch - art.width) / 2
                    art.paint(pen, left, y + self.height - measures.floor - art.height)
                else:
                    self._draw_title(pen, thumbnail.title, x, y)
                _number(pen, x + corner, y + inset, thumbnail.number, size)
            x += self.pitch

    def _corners(self, size: float, inset: float) -> list[float]:
        """Return how far from the left of each picture its number stands: where the numbers cover least.

        None at the right is followed by one at the left, beside which it would stand. A figure of the left
        side looks to the left: the corner behind it is at the right.
        """
        right, count = self.pitch - size - inset, len(self.art)
        ways = [[inset] * at_left + [right] * (count - at_left) for at_left in range(count, -1, -1)]
        if any(isinstance(one, FigureArt) and one.posed.side == "left" for one in self.art):
            ways.reverse()
        depth = size + inset - self.height

        def covered(art: Art | None, at: float) -> int:
            if not isinstance(art, FigureArt):
                return 0
            edge = at - (self.pitch - art.width) / 2
            return art.painted_in(edge, edge + size, depth + art.height)

        return min(ways, key=lambda way: sum(map(covered, self.art, way)))

    def _draw_title(self, pen: Pen, title: str, x: float, y: float) -> None:
        """Paint the title in the place of a picture, under the number, where its words have room."""
        measures = pen.style.measures.summary
        inset = measures.disc_inset
        said = balanced(one_span(title), pen.style.face("body"), width_mm=self.pitch - 2 * inset)
        top = y + measures.disc + 2 * inset
        whole = all(text_width_mm(word, said.face) <= self.pitch - 2 * inset for word in title.split())
        if whole and top + said.height_mm <= y + self.height:
            pen.verbatim.lines(x + inset, top, said)

    def _draw_numbers(self, pen: Pen, x: float, y: float) -> None:
        size = pen.style.measures.summary.number_disc
        inset = (self.pitch - size) / 2
        for place, thumbnail in enumerate(self.thumbnails):
            row, column = divmod(place, self.columns)
            left, top = x + column * self.pitch + inset, y + row * self.pitch + inset
            with pen.figure(_said(thumbnail), x=left, y=top, width=size, height=size):
                _number(pen, left, top, thumbnail.number, size)


def _said(thumbnail: Thumbnail) -> str:
    return f"{thumbnail.number}. {thumbnail.title}."


def _number(pen: Pen, x: float, y: float, number: int, size: float) -> None:
    disc(pen, x, y, number, size_mm=size, face=pen.style.face("disc_small"))


def lay_out_trays(groups: Sequence[Sequence[Thumbnail]], style: Style, *, width: float) -> tuple[Tray, ...]:
    """Return a tray for each group, alike in all: pictures, smaller ones without arrows, or numbers alone."""
    measures = style.measures.summary
    most = max(map(len, groups), default=0)
    usual = (measures.thumbnail, measures.mm_per_unit)
    small = (measures.small_thumbnail, measures.small_mm_per_unit)
    for place, scale in (usual, small):
        if most * place <= width + TOLERANCE_MM:
            arts = ([_art(one, measures, place=place, scale=scale) for one in group] for group in groups)
            return tuple(
                Tray(tuple(group), tuple(art), place, len(group), measures.tray)
                for group, art in zip(groups, arts, strict=True)
            )
    pitch, columns = measures.number_pitch, int(width / measures.number_pitch)
    return tuple(
        Tray(tuple(group), (), pitch, columns, -(-len(group) // columns) * pitch) for group in groups
    )


def _art(thumbnail: Thumbnail, measures: Group, *, place: float, scale: float) -> Art | None:
    """Return the picture, if there is one, no larger than its place, with arrows only at the usual scale."""
    picture, floor = end_of(thumbnail.picture), measures.floor
    if picture is None:
        return None
    if not isinstance(picture, DrawnFigure):
        return fitted(picture, place - 2 * floor, measures.tray - 2 * floor)
    drawn = picture.drawn
    fitting = min(scale, place / drawn.width, (measures.tray - floor) / drawn.height)
    return FigureArt(picture, fitting, arrows=scale == measures.mm_per_unit, least_width=place)
