"""A clinic's name, logo and address become the head of page 1."""

import struct
from dataclasses import dataclass

from handouts.compose.handout import Letterhead
from handouts.compose.text import Text
from handouts.page.block import Block, Space
from handouts.page.glyphs import middle_baseline
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, plain, set_text, text_width_mm


@dataclass(frozen=True, slots=True)
class Address:
    """Where the clinic is and how to reach it, a paragraph each."""

    parts: tuple[SetText, ...]

    @property
    def width_mm(self) -> float:
        """The width of the longest line."""
        return max((part.width_mm for part in self.parts), default=0.0)

    @property
    def height_mm(self) -> float:
        """The height of all lines."""
        return sum(part.height_mm for part in self.parts)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the paragraphs one under the other."""
        for part in self.parts:
            with pen.element("P"):
                pen.lines(x, y, part)
            y += part.height_mm


@dataclass(frozen=True, slots=True)
class LetterheadBlock:
    """The head as it is set; `logo_size` is the box the logo fills, or the square of the initials."""

    head: Letterhead
    logo_size: tuple[float, float]
    name: SetText
    address: Address
    slot: float
    width: float
    rule_gap: float
    rule_pt: float

    @property
    def height(self) -> float:
        """The slot, the space under it and the rule."""
        return self.slot + self.rule_gap + mm(self.rule_pt)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint logo, name, address and rule."""
        middle, pen = y + self.slot / 2, pen.verbatim
        with pen.element("Sect"):
            self._draw_logo(pen, x, middle)
            with pen.element("P"):
                gap = pen.style.measures.letterhead.gap
                pen.lines(x + self.logo_size[0] + gap, middle - self.name.height_mm / 2, self.name)
            left = x + self.width - self.address.width_mm
            self.address.draw(pen, left, middle - self.address.height_mm / 2)
        rule = y + self.slot + self.rule_gap + mm(self.rule_pt) / 2
        pen.rule(x, rule, x + self.width, weight_pt=self.rule_pt, colour="accent")

    def _draw_logo(self, pen: Pen, x: float, middle: float) -> None:
        width, height = self.logo_size
        top = middle - height / 2
        if self.head.logo is not None:
            with pen.figure(self.head.logo_alt, x=x, y=top, width=width, height=height):
                pen.image(x, top, width, height, png=self.head.logo)
            return
        face = pen.style.face("subheading")
        with pen.surface.artifact():
            radius = pen.style.measures.letterhead.radius
            pen.box(x, top, width, height, fill="accent", radius=radius)
            baseline = middle_baseline(middle, face)
            pen.text_middle(x + width / 2, baseline, self.head.initials, face, colour="paper")


def lay_out_letterhead(head: Letterhead, style: Style) -> Block:
    """Return the letterhead, or its height in blank for pre-printed paper."""
    measures, rule_pt = style.measures.letterhead, style.lines.rule
    rule_gap = measures.rule_gap
    if head.blank:
        return Space(head.height_mm or measures.slot + rule_gap + mm(rule_pt))
    logo_size = _logo_size(head, style)
    address = _address(head.lines, style)
    name_width = style.width_mm - logo_size[0] - address.width_mm - 2 * measures.gap
    name = balanced(plain(head.name, strong=True), style.face("body"), width_mm=name_width)
    return LetterheadBlock(
        head=head,
        logo_size=logo_size,
        name=name,
        address=address,
        slot=max(measures.slot, address.height_mm, name.height_mm),
        width=style.width_mm,
        rule_gap=rule_gap,
        rule_pt=rule_pt,
    )


def _address(lines: tuple[Text, ...], style: Style) -> Address:
    """Return the address with its own line ends; a line wider than half the page is broken."""
    face = style.face("admin")
    return Address(tuple(set_text(line, face, width_mm=style.width_mm / 2) for line in lines if line))


def _logo_size(head: Letterhead, style: Style) -> tuple[float, float]:
    """Return width and height of the logo, fitted into its box, or of the square of the initials."""
    measures = style.measures.letterhead
    if head.logo is None:
        letters = text_width_mm(head.initials, style.face("subheading"))
        return max(measures.slot, letters + 2 * measures.radius), measures.slot
    # The header of a PNG begins with its width and height in pixels.
    across, down = struct.unpack(">II", head.logo[16:24])
    scale = min(measures.logo_width / across, measures.slot / down)
    return across * scale, down * scale
