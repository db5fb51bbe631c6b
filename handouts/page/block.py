"""What every laid-out block is to the frame: a height, and a way to be painted at a corner."""

from dataclasses import dataclass
from typing import Protocol

from handouts.page.pen import Pen


class Block(Protocol):
    """A piece of a page that is never split; lengths in millimetres."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place on a page."""

    block: Block
    x: float
    y: float
