"""The pain rule becomes a traffic light, and a pair of columns that say when to do less and more."""

from typing import Literal, NamedTuple

from handouts.compose.exercise_blocks import Light, PainRule
from handouts.compose.text import Span, Text, one_span
from handouts.page.blocks.heading import Heading, lay_out_headed, remark
from handouts.page.drawable import Drawable
from handouts.page.glyphs import GlyphName, glyph_beside
from handouts.page.kit import Checkbox, Column, Icon, Row, Spaced, Tagged, Words, column, row, words
from handouts.page.lists import Item, List
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, set_text, text_width_mm
from handouts.schema.layout import FaceRole


class Look(NamedTuple):
    """How a light looks: sign, border, ground of its head, and what stands on that ground."""

    glyph: GlyphName
    border: str
    ground: str
    glyph_colour: str
    words: str


LOOKS: dict[Literal["fine", "care", "stop"], Look] = {
    "fine": Look("tick", "accent", "accent_tint", "accent", "ink"),
    "care": Look("pause", "ink", "paper", "ink", "ink"),
    "stop": Look("octagon", "warning", "warning", "paper", "paper"),
}


class Panel(NamedTuple):
    """One light of the rule: its range and its name on a coloured head, what to do under it.

    Where the name stands under the range, `word_room` of the head is for it; else it stands behind.
    """

    light: Light
    word: SetText
    body: SetText
    word_room: float
    width: float
    height: float = 0

    def head_height(self, style: Style) -> float:
        """Return the height of the coloured head."""
        pads = 2 * style.measures.pain_rule.head_pad
        return mm(style.face("light_range").leading_pt) + pads + self.word_room

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the head, the border over its edge, and the words."""
        measures, weight, look = pen.style.measures.pain_rule, pen.style.lines.rule, LOOKS[self.light.meaning]
        edge, head = mm(weight), self.head_height(pen.style)
        half, radius = edge / 2, measures.radius
        inner = self.width - edge
        pen.box(x + half, y + half, inner, head + half, fill=look.ground, radius=radius, corners="top")
        pen.frame(x, y, self.width, self.height, border=look.border, weight_pt=weight, radius=radius)
        left = x + edge + measures.pad
        with pen.element("LI"):
            self._draw_head(pen, left, y + edge + measures.head_pad, look)
            with pen.element("LBody"):
                pen.lines(left, y + edge + head + measures.above_text, self.body)

    def _draw_head(self, pen: Pen, x: float, y: float, look: Look) -> None:
        measures, face = pen.style.measures.pain_rule, pen.style.face("light_range")
        sign = Icon(look.glyph, measures.glyph, look.glyph_colour, look.ground)
        sign.draw(pen, x, glyph_beside(y, face, sign.height))
        x += sign.height + measures.glyph_gap
        scale = f"{self.light.range_text} "
        with pen.element("Lbl", spoken=self.light.spoken):
            pen.text(x, y + baseline_mm(face), scale, face, colour=look.words)
            if self.word_room:
                pen.lines(x, y + mm(face.leading_pt), self.word, colour=look.words)
            else:
                down = baseline_mm(face) - baseline_mm(self.word.face)
                pen.lines(x + text_width_mm(scale, face), y + down, self.word, colour=look.words)


def lay_out_pain_rule(rule: PainRule, style: Style) -> Column:
    """Return the three lights under their heading, side by side and all as tall as the one with most to say.

    Where they were too narrow they stand one under the other.
    """
    measures, width = style.measures.pain_rule, style.width_mm
    panel_width = (width - 2 * measures.gap) / 3
    is_narrow = panel_width < measures.least_panel
    panel_width = width if is_narrow else panel_width
    panels = _panels(rule, style, width=panel_width)
    pads = 2 * mm(style.lines.rule) + measures.above_text + measures.below_text
    text = max(panel.body.height_mm for panel in panels)
    panels = [
        panel._replace(height=panel.head_height(style) + pads + (panel.body.height_mm if is_narrow else text))
        for panel in panels
    ]
    lights: Drawable = row(panels, panel_width + measures.gap)
    if is_narrow:
        lights = column(Spaced(panel, measures.panel_gap) for panel in panels)
    head = lay_out_headed(rule.heading, [remark(rule.scale, style)], style)
    return column([head, Spaced(Tagged(lights, "L", "None"), measures.heading_gap)])


def _panels(rule: PainRule, style: Style, *, width: float) -> list[Panel]:
    """Return the panels; where one word is too long to stand beside its range, all stand below."""
    measures, body = style.measures.pain_rule, style.face("body")
    inner = width - 2 * (measures.pad + mm(style.lines.rule))
    room = inner - measures.glyph - measures.glyph_gap
    words = [balanced(one_span(light.word), style.face("light_word"), width_mm=room) for light in rule.lights]
    ranges = [text_width_mm(f"{light.range_text} ", style.face("light_range")) for light in rule.lights]
    beside = all(
        len(word.lines) == 1 and start + word.width_mm <= room
        for start, word in zip(ranges, words, strict=True)
    )
    below = 0.0 if beside else max(word.height_mm for word in words)
    return [
        Panel(light, word, balanced(one_span(light.text), body, width_mm=inner), below, width)
        for light, word in zip(rule.lights, words, strict=True)
    ]


def lay_out_next_step(rule: PainRule, style: Style) -> Row | Column:
    """Return when to do less, and at its right or under it when to do more, if there is anything to do so."""
    width, gap = style.width_mm, style.measures.pain_rule.pair_gap
    room = (width - gap) / 2
    if room < style.measures.red_flags.least_column:
        steps = _steps(rule, style, face="subheading", width=width)
        return column(Spaced(one, style.measures.text.subheading_gap) for one in steps)
    return row(_steps(rule, style, face="subheading", width=room), room + gap)


def lay_out_narrow_next_step(rule: PainRule, style: Style, width: float) -> Column:
    """Return when to do less, and under it when to do more, each heading as large as its words."""
    less, *more = _steps(rule, style, face="body", width=width)
    return column([less, *(Spaced(one, style.measures.text.paragraph_gap) for one in more)])


def _steps(rule: PainRule, style: Style, *, face: FaceRole, width: float) -> list[Drawable]:
    """Return each heading over what to do then; half of each dose follows, or stands alone at the right."""
    less = (*rule.less, Span(" "), *rule.half) if rule.more and rule.half else rule.less
    said: list[tuple[str, Drawable]] = [(rule.less_heading, words(less, style, width=width))]
    if rule.more:
        said.append((rule.more_heading, _rungs(rule.more, style, width=width)))
    headings = (balanced(one_span(one, strong=True), style.face(face), width_mm=width) for one, _ in said)
    steps: list[Drawable] = [
        Tagged(column([Heading(one, 3, text), under]))
        for text, (one, under) in zip(headings, said, strict=True)
    ]
    return [*steps, words(rule.half, style, width=width)] if rule.half and not rule.more else steps


def _rungs(texts: tuple[Text, ...], style: Style, *, width: float) -> List:
    """Return the next steps, each with a box to tick."""
    box, body = Checkbox(style.measures.signs.tick_box), style.face("body")
    indent = box.height + style.measures.pain_rule.rung_gap
    rungs = (Words(set_text(text, body, width_mm=width - indent), role="") for text in texts)
    return List(tuple(Item(box, rung, indent) for rung in rungs))
