"""The signs that come before everything else become a strip with a triangle, those to stop for a line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from handouts.compose.information_blocks import HelpQuestion, HelpStrip
from handouts.compose.text import Text, one_span
from handouts.page.blocks.heading import Heading
from handouts.page.drawable import Drawable
from handouts.page.kit import Box, Column, Icon, Positioned, Row, Rule, Spaced, Tagged, Words, column
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, set_text, with_page_room
from handouts.schema.layout import Face

# Each question over what to do, and the width of its cell.
Cells = tuple[tuple[Column, float], ...]


def lay_out_help_strip(strip: HelpStrip, style: Style) -> Tagged:
    """Return triangle, heading and questions side by side in a warning border.

    There is room for the number of a page where an action has `{page}`. Where not all questions fit on a
    line, as few as can be are broken; where the cells were too narrow, they stand under the heading.
    """
    asked = [replace(one, action=with_page_room(one.action)) for one in strip.questions]
    measures, border = style.measures.help_strip, mm(style.lines.rule)
    heading = _heading(strip.heading, style.face("help_heading"))
    before = measures.triangle + measures.gap
    room = style.width_mm - 2 * border - measures.side_pad - before - heading.width - measures.cell_pad
    if room < len(asked) * measures.least_cell:
        return _in_border(_stacked(strip.heading, asked, style), style)
    tries = [_cells(asked, widths, style) for widths in _widths(asked, style, room=room)]
    cells = min(tries, key=_heights)
    tallest, _ = _heights(cells)
    inner = max(heading.height, measures.triangle, tallest)
    triangle = Icon("triangle", measures.triangle, "warning")
    parts: list[tuple[float, float, Drawable]] = [
        (0, (inner - triangle.height) / 2, triangle),
        (before, (inner - heading.height) / 2, heading),
    ]
    left = before + heading.width + measures.cell_pad
    for question, width in cells:
        line = Rule(0, style.lines.frame, "warning", down=inner)
        parts += [(left, 0, line), (left + measures.cell_pad, (inner - tallest) / 2, question)]
        left += width
    return _in_border(Positioned(tuple(parts)), style)


def _in_border(block: Drawable, style: Style) -> Tagged:
    """Return a block in a warning border."""
    measures, weight = style.measures.help_strip, style.lines.rule
    box = Box(
        block,
        style.width_mm,
        side_pad=measures.side_pad + mm(weight),
        pad=measures.pad + mm(weight),
        border="warning",
        weight_pt=weight,
        radius=measures.radius,
    )
    return Tagged(box)


def _stacked(heading: str, questions: Sequence[HelpQuestion], style: Style) -> Column:
    """Return triangle and heading over the questions, each under a line."""
    measures, lines = style.measures.help_strip, style.lines
    width = style.width_mm - 2 * (measures.side_pad + mm(lines.rule))
    face = style.face("help_heading")
    beside = measures.triangle + measures.gap
    words = Heading(heading, 2, set_text(one_span(heading), face, width_mm=width - beside))
    head = Row(((0, Icon("triangle", measures.triangle, "warning")), (beside, words)), middle=True)
    parts: list[Spaced | Drawable] = [head]
    for question in questions:
        parts += [
            Spaced(Rule(width, lines.frame, "warning"), measures.pad),
            Spaced(column(_question(question, style, width=width)), measures.pad),
        ]
    return column(parts)


def _cells(questions: Sequence[HelpQuestion], widths: Sequence[float], style: Style) -> Cells:
    """Return the questions broken to widths; room that this leaves is shared among them."""
    pads = 1.5 * style.measures.help_strip.cell_pad
    laid = [
        _question(question, style, width=width - pads)
        for question, width in zip(questions, widths, strict=True)
    ]
    needs = [max(one.text.width_mm for one in lines) + pads for lines in laid]
    rest = (sum(widths) - sum(needs)) / len(needs)
    return tuple((column(lines), need + rest) for lines, need in zip(laid, needs, strict=True))


def _heights(cells: Cells) -> tuple[float, float]:
    """Return the height of the tallest cell and of all, to choose the lowest by."""
    heights = [question.height for question, _ in cells]
    return max(heights), sum(heights)


def _heading(words: str, face: Face) -> Heading:
    """Return the heading in two lines where it has more than one word."""
    whole = set_text(one_span(words), face, width_mm=1000)
    half = balanced(one_span(words), face, width_mm=0.75 * whole.width_mm)
    return Heading(words, 2, half if " " in words else whole)


def _widths(questions: Sequence[HelpQuestion], style: Style, *, room: float) -> list[list[float]]:
    """Return ways to share the room: what each needs and more, or one giving way, best the last, or all."""
    pads = 1.5 * style.measures.help_strip.cell_pad
    needs = [max(_width(one.sign, style), _width(one.action, style)) + pads for one in questions]
    rest = room - sum(needs)
    if rest >= 0:
        return [[need + rest / len(needs) for need in needs]]
    one_gives = [
        [need + (at == giver) * rest for at, need in enumerate(needs)]
        for giver in reversed(range(len(needs)))
    ]
    in_proportion = [need * room / sum(needs) for need in needs]
    return [*(widths for widths in one_gives if min(widths) > room / (2 * len(needs))), in_proportion]


def _width(text: Text, style: Style) -> float:
    return set_text(text, style.face("body"), width_mm=1000).width_mm


def _question(question: HelpQuestion, style: Style, *, width: float) -> tuple[Words, Words]:
    face = style.face("body")
    sign, action = (balanced(text, face, width_mm=width) for text in (question.sign, question.action))
    return Words(sign), Words(action)


class StopStrip(NamedTuple):
    """A warning frame with an octagon and words."""

    text: SetText
    sign: Icon
    width: float
    pad: float

    @property
    def height(self) -> float:
        """The height with its frame."""
        return self.text.height_mm + 2 * self.pad

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the frame, the sign and the words, the first strong ones in the warning colour."""
        measures, height = pen.style.measures.stop_strip, self.height
        look = {"fill": "paper", "border": "warning"}
        pen.frame(x, y, self.width, height, **look, weight_pt=pen.style.lines.rule, radius=measures.radius)
        x += measures.side_pad
        self.sign.draw(pen, x, y + (height - self.sign.height) / 2)
        x, face = x + self.sign.height + measures.glyph_gap, self.text.face
        baseline, (first, *others) = y + self.pad + baseline_mm(face), self.text.lines
        with pen.element("P"):
            pen.line_of_text(x, baseline, first[:1], face, strong_colour="warning")
            pen.line_of_text(x, baseline, first[1:], face)
            for number, line in enumerate(others, start=1):
                pen.line_of_text(x, baseline + number * mm(face.leading_pt), line, face)


def lay_out_stop_strip(stop: Text, style: Style) -> StopStrip:
    """Return the strip, with room for the number of a page where `stop` has `{page}`."""
    measures, width = style.measures.stop_strip, style.width_mm
    room = width - 2 * measures.side_pad - measures.glyph - measures.glyph_gap
    text = set_text(with_page_room(stop), style.face("body"), width_mm=room)
    return StopStrip(text, Icon("octagon", measures.glyph, "warning"), width, measures.pad)
