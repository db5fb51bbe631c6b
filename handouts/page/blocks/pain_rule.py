"""The pain rule becomes a traffic light, and a pair of columns that say when to do less and more."""

from dataclasses import dataclass
from typing import Literal

from handouts.compose.blocks import Light, PainRule
from handouts.compose.text import Text
from handouts.page.blocks.headed import HeadedLine, lay_out_headed, remark
from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.glyphs import GlyphName, draw_glyph, glyph_beside, tick_box
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked, words
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, plain, set_text, text_width_mm


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
    """One light of the rule; `word_room` is how much of its head is for words under the range."""

    light: Light
    word: SetText
    body: SetText
    word_room: float

    def head_height(self, style: Style) -> float:
        """Return the height of the coloured head."""
        pads = 2 * style.measures.pain_rule.head_pad
        return mm(style.face("light_range").leading_pt) + pads + self.word_room

    def draw(self, pen: Pen, x: float, y: float, *, width: float, height: float) -> None:
        """Paint the panel inside a box, border included."""
        measures, weight, look = pen.style.measures.pain_rule, pen.style.lines.rule, LOOKS[self.light.meaning]
        edge, radius, head = mm(weight), measures.radius, self.head_height(pen.style)
        half, inner = edge / 2, width - edge
        pen.box(x + half, y + half, inner, head + half, fill=look.ground, radius=radius, corners="top")
        pen.box(x + half, y + half, inner, height - edge, border=look.border, weight_pt=weight, radius=radius)
        left = x + edge + measures.pad
        with pen.element("LI"):
            self._draw_head(pen, left, y + edge + measures.head_pad, look)
            with pen.element("LBody"):
                pen.lines(left, y + edge + head + measures.above_text, self.body)

    def _draw_head(self, pen: Pen, x: float, y: float, look: Look) -> None:
        measures, face = pen.style.measures.pain_rule, pen.style.face("light_range")
        size = measures.glyph
        top = glyph_beside(y, face, size)
        draw_glyph(pen, look.glyph, x, top, size, look.glyph_colour, ground=look.ground)
        x += size + measures.glyph_gap
        scale = f"{self.light.range_text} "
        with pen.element("Lbl", spoken=self.light.spoken):
            pen.text(x, y + baseline_mm(face), scale, face, colour=look.words)
            if self.word_room:
                pen.lines(x, y + mm(face.leading_pt), self.word, colour=look.words)
            else:
                down = baseline_mm(face) - baseline_mm(self.word.face)
                pen.lines(x + text_width_mm(scale, face), y + down, self.word, colour=look.words)


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
        """Paint the heading, the scale and a list of the lights from fine to stop."""
        self.head.draw(pen, x, y)
        y += self.head.height + self.heading_gap
        with pen.element("L", numbering="None"):
            for panel in self.panels:
                panel.draw(pen, x, y, width=self.panel_width, height=self.panel_height)
                x += self.panel_width + self.gap


def lay_out_pain_rule(rule: PainRule, style: Style, *, width: float) -> TrafficLight:
    """Return the three lights under their heading, all as tall as the one with most to say."""
    measures = style.measures.pain_rule
    panel_width = (width - 2 * measures.gap) / 3
    inner = panel_width - 2 * (measures.pad + mm(style.lines.rule))
    panels = _panels(rule, style, width=inner)
    pads = 2 * mm(style.lines.rule) + measures.above_text + measures.below_text
    return TrafficLight(
        head=lay_out_headed(rule.heading, [remark(rule.scale, style, width=width)], style, width=width),
        panels=panels,
        panel_width=panel_width,
        panel_height=panels[0].head_height(style) + max(one.body.height_mm for one in panels) + pads,
        gap=measures.gap,
        heading_gap=measures.heading_gap,
    )


def _panels(rule: PainRule, style: Style, *, width: float) -> tuple[Panel, ...]:
    """Return the panels; where one word is too long to stand beside its range, all stand below."""
    measures, body = style.measures.pain_rule, style.face("body")
    room = width - measures.glyph - measures.glyph_gap
    words = [balanced(plain(light.word), style.face("light_word"), width_mm=room) for light in rule.lights]
    ranges = [text_width_mm(f"{light.range_text} ", style.face("light_range")) for light in rule.lights]
    beside = all(
        len(word.lines) == 1 and start + word.width_mm <= room
        for start, word in zip(ranges, words, strict=True)
    )
    below = 0.0 if beside else max(word.height_mm for word in words)
    return tuple(
        Panel(light, word, balanced(plain(light.text), body, width_mm=width), below)
        for light, word in zip(rule.lights, words, strict=True)
    )


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
        size = pen.style.measures.signs.tick_box
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
    gap = style.measures.pain_rule.pair_gap
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
    indent = style.measures.signs.tick_box + style.measures.pain_rule.rung_gap
    body = style.face("body")
    return Rungs(tuple(set_text(text, body, width_mm=width - indent) for text in texts), indent)
