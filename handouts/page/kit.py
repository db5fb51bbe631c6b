"""What blocks are made of: words, signs, rules and boxes, one under the other, side by side or in a table.

Each is a `Drawable`: it has a height and is painted at its top left corner. Lengths in millimetres.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from handouts.compose.text import Text
from handouts.page.drawable import Drawable
from handouts.page.glyphs import GlyphName, draw_glyph, tick_box
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, settled

Numbering = Literal["None", "Disc", "Decimal"]


class OfText:
    """What is as large as its set text."""

    __slots__ = ()
    text: SetText

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.text.height_mm

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return self.text.width_mm


@dataclass(frozen=True, slots=True)
class Words(OfText):
    """Set text as one element, usually a paragraph; without a role it belongs to what it stands in.

    `strong_colour` is that of its strong words. What a person has `typed` has no abbreviations that the
    program knows.
    """

    text: SetText
    role: str = "P"
    colour: str = ""
    strong_colour: str = ""
    typed: bool = False

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the lines."""
        with pen.element(self.role) if self.role else nullcontext():
            pen = pen.verbatim if self.typed else pen
            pen.lines(x, y, self.text, colour=self.colour, strong_colour=self.strong_colour)


class Icon(NamedTuple):
    """A sign in a square as tall as it is wide; `ground` is the colour behind it."""

    name: GlyphName
    height: float
    colour: str
    ground: str = "paper"

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the sign."""
        draw_glyph(pen, self.name, x, y, self.height, self.colour, ground=self.ground)


class Checkbox(NamedTuple):
    """An empty box to be ticked by hand, as wide as it is tall."""

    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the box."""
        tick_box(pen, x, y, self.height)


class Rule(NamedTuple):
    """A line across, or so far `down`, its middle on the corner; it takes no height."""

    width: float
    weight_pt: float
    colour: str = "rule"
    down: float = 0

    @property
    def height(self) -> float:
        """Nothing: what stands under it keeps its distance from the middle of the line."""
        return 0.0

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the line."""
        end = (x + self.width, y + self.down)
        pen.line(x, y, *end, weight_pt=self.weight_pt, colour=self.colour)


class Spaced(NamedTuple):
    """A block of a column and the gap above it."""

    block: Drawable
    gap: float = 0


@dataclass(frozen=True)
class Column:
    """Blocks one under the other; the gap above the first counts for nothing."""

    parts: tuple[Spaced, ...]

    # It is asked for again and again while pages are made up: a fifth of that time.
    @cached_property
    def height(self) -> float:
        """The height of all blocks and of the gaps between them."""
        return sum(part.gap + part.block.height for part in self.parts) - self._first_gap

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the blocks from the top down."""
        y -= self._first_gap
        for part in self.parts:
            part.block.draw(pen, x, y + part.gap)
            y += part.gap + part.block.height

    @property
    def _first_gap(self) -> float:
        return self.parts[0].gap if self.parts else 0.0


def column(parts: Iterable[Spaced | Drawable | None]) -> Column:
    """Return the blocks that are there one under the other."""
    there = (part for part in parts if part is not None)
    return Column(tuple(part if isinstance(part, Spaced) else Spaced(part) for part in there))


@dataclass(frozen=True)
class Row:
    """Blocks side by side, each so far from the left; in line at the top, or in the middle."""

    cells: tuple[tuple[float, Drawable], ...]
    middle: bool = False

    @cached_property
    def height(self) -> float:
        """The height of the tallest block."""
        return max(block.height for _, block in self.cells)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the blocks from left to right."""
        height = self.height
        for left, block in self.cells:
            down = (height - block.height) / 2 if self.middle else 0.0
            block.draw(pen, x + left, y + down)


def row(blocks: Iterable[Drawable], pitch: float) -> Row:
    """Return blocks side by side, so far from one to the next."""
    return Row(tuple((number * pitch, block) for number, block in enumerate(blocks)))


class Positioned(NamedTuple):
    """Blocks that stand each at a place of its own, so far to the right and down."""

    blocks: tuple[tuple[float, float, Drawable], ...]

    @property
    def height(self) -> float:
        """How far down the lowest block ends."""
        return max((down + block.height for _, down, block in self.blocks), default=0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the blocks in their order."""
        for across, down, block in self.blocks:
            block.draw(pen, x + across, y + down)


class Tagged(NamedTuple):
    """A block that is a structure element of its own, such as a list; `spoken` is heard in its place."""

    block: Drawable
    role: str = "Sect"
    numbering: Numbering | None = None
    spoken: str | None = None

    @property
    def height(self) -> float:
        """The height of the block."""
        return self.block.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the block."""
        with pen.element(self.role, numbering=self.numbering, spoken=self.spoken):
            self.block.draw(pen, x, y)


class Box(NamedTuple):
    """A block on a ground or in a border that stays inside the box, `pad` and `side_pad` from its edges."""

    block: Drawable
    width: float
    side_pad: float = 0
    pad: float = 0
    fill: str = ""
    border: str = ""
    weight_pt: float = 0
    radius: float = 0

    @property
    def height(self) -> float:
        """The height of the block and of the space above and below it."""
        return self.block.height + 2 * self.pad

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint ground and border, then the block."""
        pen.frame(
            x,
            y,
            self.width,
            self.height,
            fill=self.fill,
            border=self.border,
            weight_pt=self.weight_pt,
            radius=self.radius,
        )
        self.block.draw(pen, x + self.side_pad, y + self.pad)


class Barred(NamedTuple):
    """A block beside a bar, `indent` from the left edge of the bar, which is `pad` longer at both ends."""

    block: Drawable
    colour: str
    indent: float
    pad: float = 0

    @property
    def height(self) -> float:
        """The height of the bar."""
        return self.block.height + 2 * self.pad

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the bar, then the block."""
        pen.box(x, y, mm(pen.style.lines.bar), self.height, fill=self.colour)
        self.block.draw(pen, x + self.indent, y + self.pad)


def words(text: Text, style: Style, *, width: float) -> Words:
    """Return text as a paragraph, no wider than is easy to read."""
    width = min(width, style.measures.text.widest)
    return Words(settled(text, style.face("body"), width_mm=width))
