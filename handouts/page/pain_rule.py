"""The pain rule becomes a traffic light, and a pair of columns that say when to do less and more."""

from dataclasses import dataclass
from typing import Literal

from handouts.handout import Light, PainRule, Span, Text
from handouts.page.glyphs import GlyphName, draw_glyph, glyph_beside, tick_box
from handouts.page.headed import HeadedLine, lay_out_headed, remark
from handouts.page.heading import Heading, lay_out_heading
from handouts.page.pen import Pen
from handouts.page.setting import SetText, balanced, baseline_mm, set_text, text_width_mm
from handouts.page.stack import Stack, Stacked, words
from handouts.page.style import Style, mm


@dataclass(frozen=True, slots=True)
class Look:
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


@dataclass(frozen=True, slots=True)
class Panel:
    """One light of the rule; `word_below` puts its word under the range."""

    light: Light
    body: SetText
    word_below: bool

    def head_height(self, style: Style) -> float:
        """Return the height of the coloured head."""
        lines = style.face("light_range").leading_pt
        lines += style.face("light_word").leading_pt if self.word_below else 0
        return mm(lines + 2 * style.measures.pain_rule.head_pad_pt)

    def draw(self, pen: Pen, x: float, y: float, *, width: float, height: float) -> None:
        """Paint the panel inside a box, border included."""
        measures, weight, look = pen.style.measures.pain_rule, pen.style.lines.rule, LOOKS[self.light.meaning]
        edge, radius, head = mm(weight), measures.radius_mm, self.head_height(pen.style)
        half, inner = edge / 2, width - edge
        pen.box(x + half, y + half, inner, head + half, fill=look.ground, radius=radius, corners="top")
        pen.box(x + half, y + half, inner, height - edge, border=look.border, weight_pt=weight, radius=radius)
        left = x + edge + measures.pad_mm
        self._draw_head(pen, left, y + edge + mm(measures.head_pad_pt), look)
        with pen.element("P"):
            pen.lines(left, y + edge + head + mm(measures.above_text_pt), self.body)

    def _draw_head(self, pen: Pen, x: float, y: float, look: Look) -> None:
        measures, face = pen.style.measures.pain_rule, pen.style.face("light_range")
        size, word_face = measures.glyph_mm, pen.style.face("light_word")
        top = glyph_beside(y, face, size)
        draw_glyph(pen, look.glyph, x, top, size, look.glyph_colour, ground=look.ground)
        x += size + measures.glyph_gap_mm
        baseline = y + baseline_mm(face)
        with pen.element("P"):
            words_x = x + text_width_mm(f"{self.light.range_text} ", face)
            pen.text(x, baseline, f"{self.light.range_text} ", face, colour=look.words)
            if self.word_below:
                words_x, baseline = x, y + mm(face.leading_pt) + baseline_mm(word_face)
            pen.text(words_x, baseline, self.light.word, word_face, colour=look.words)


@dataclass(frozen=True, slots=True)
class TrafficLight:
    """A heading with the scale, and three panels side by side."""

    head: HeadedLine
    panels: tuple[Panel, ...]
    panel_width: float
    panel_height: float
    gap: float
    heading_gap: float

    @property
    def height(self) -> float:
        """The height of heading and panels."""
        return self.head.height + self.heading_gap + self.panel_height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the heading, the scale and the lights from fine to stop."""
        self.head.draw(pen, x, y)
        y += self.head.height + self.heading_gap
        for panel in self.panels:
            panel.draw(pen, x, y, width=self.panel_width, height=self.panel_height)
            x += self.panel_width + self.gap


def lay_out_pain_rule(rule: PainRule, style: Style, *, width: float) -> TrafficLight:
    """Return the three lights under their heading, all as tall as the one with most to say."""
    measures = style.measures.pain_rule
    panel_width = (width - 2 * measures.gap_mm) / 3
    inner = panel_width - 2 * (measures.pad_mm + mm(style.lines.rule))
    below = any(_head_width(light, style) > inner for light in rule.lights)
    body = style.face("body")
    panels = tuple(
        Panel(light, balanced((Span(light.text),), body, width_mm=inner), below) for light in rule.lights
    )
    pads = 2 * style.lines.rule + measures.above_text_pt + measures.below_text_pt
    return TrafficLight(
        head=lay_out_headed(rule.heading, [remark(rule.scale, style, width=width)], style, width=width),
        panels=panels,
        panel_width=panel_width,
        panel_height=panels[0].head_height(style) + max(one.body.height_mm for one in panels) + mm(pads),
        gap=measures.gap_mm,
        heading_gap=mm(measures.heading_gap_pt),
    )


def _head_width(light: Light, style: Style) -> float:
    """Return the width of sign, range and word on one line."""
    measures = style.measures.pain_rule
    words = text_width_mm(f"{light.range_text} ", style.face("light_range"))
    words += text_width_mm(light.word, style.face("light_word"))
    return measures.glyph_mm + measures.glyph_gap_mm + words


@dataclass(frozen=True, slots=True)
class Rungs:
    """Next steps, each with a box to tick."""

    rungs: tuple[SetText, ...]
    indent: float

    @property
    def height(self) -> float:
        """The height of all rungs."""
        return sum(rung.height_mm for rung in self.rungs)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint a list."""
        size = pen.style.measures.signs.tick_box_mm
        with pen.element("L", numbering="None"):
            for rung in self.rungs:
                tick_box(pen, x, glyph_beside(y, rung.face, size), size)
                with pen.element("LI"), pen.element("LBody"):
                    pen.lines(x + self.indent, y, rung)
                y += rung.height_mm


@dataclass(frozen=True, slots=True)
class NextStep:
    """When to do less, and at its right when to do more."""

    columns: tuple[Stack, ...]
    pitch: float

    @property
    def height(self) -> float:
        """The taller column."""
        return max(column.height for column in self.columns)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the columns from left to right."""
        for number, column in enumerate(self.columns):
            with pen.element("Sect"):
                column.draw(pen, x + number * self.pitch, y)


def lay_out_next_step(rule: PainRule, style: Style, *, width: float) -> NextStep:
    """Return the pair of columns, or one where there is nothing to do more of."""
    gap = style.measures.pain_rule.pair_gap_mm
    column = (width - gap) / 2
    less = (_heading(rule.less_heading, style, width=column), words(rule.less, style, width=column))
    columns = [Stack(tuple(Stacked(part) for part in less))]
    if rule.more:
        rungs = _rungs(rule.more, style, width=column)
        more = (_heading(rule.more_heading, style, width=column), rungs)
        columns.append(Stack(tuple(Stacked(part) for part in more)))
    return NextStep(tuple(columns), column + gap)


def _heading(text: str, style: Style, *, width: float) -> Heading:
    return lay_out_heading(text, style, width=width, level=3)


def _rungs(texts: tuple[Text, ...], style: Style, *, width: float) -> Rungs:
    indent = style.measures.signs.tick_box_mm + style.measures.pain_rule.rung_gap_mm
    body = style.face("body")
    return Rungs(tuple(set_text(text, body, width_mm=width - indent) for text in texts), indent)
