"""Small blocks that others are made of: set words, and blocks one under the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from handouts.compose.text import Text
from handouts.page.block import Block
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import SetText, settled
from handouts.schema.layout import FaceRole


@dataclass(frozen=True, slots=True)
class Words:
    """Set text as one element, usually a paragraph; `strong_colour` is that of its strong words.

    What a person has `typed` has no abbreviations that the program knows.
    """

    text: SetText
    role: str = "P"
    strong_colour: str = ""
    typed: bool = False

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.text.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the lines."""
        with pen.element(self.role):
            pen = pen.verbatim if self.typed else pen
            pen.lines(x, y, self.text, strong_colour=self.strong_colour)


@dataclass(frozen=True, slots=True)
class Stacked:
    """A block and the gap above it."""

    block: Block
    gap: float = 0


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one under the other; the gap above the first counts for nothing."""

    parts: tuple[Stacked, ...]

    @property
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


def stack(parts: Iterable[Stacked | None]) -> Stack:
    """Return the blocks that are there one under the other."""
    return Stack(tuple(part for part in parts if part is not None))


def words(text: Text, style: Style, *, width: float, face: FaceRole = "body") -> Words:
    """Return text as a paragraph, no wider than is easy to read."""
    width = min(width, style.measures.text.widest)
    return Words(settled(text, style.face(face), width_mm=width))
