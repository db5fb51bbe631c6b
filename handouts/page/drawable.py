"""What stands on a page, blocks and what they are made of: a height, and a way to be drawn at a corner."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from handouts.page.pen import Pen


class Drawable(Protocol):
    """What stands on a page and is never split; lengths in millimetres."""

    @property
    def height(self) -> float:
        """How much of the page it takes."""

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y)."""


@dataclass(frozen=True, slots=True)
class Space:
    """Paper left blank, such as the height of a letterhead that is printed already."""

    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint nothing."""


@dataclass(frozen=True, slots=True)
class Placeholder(Space):
    """Where the block with a person's own details will stand, in pages that many people share."""


class Placed(NamedTuple):
    """A block at its place on a page; neighbours of one `section` are one section to a listener.

    `name` is what a person calls it. What a listener has `heard` on a page before is not read again. Where
    its words point to a page, that is `see_page`, from 1.
    """

    block: Drawable
    x: float
    y: float
    name: str = ""
    section: str = ""
    heard: bool = False
    see_page: int = 0

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.block.height


class LayoutError(Exception):
    """A block that fits no page even after every measure that keeps it readable; lengths in millimetres."""

    hint = "Make its text shorter, or the type smaller."

    def __init__(self, block: str, *, limit: float, overflow: float) -> None:
        """Say which block it is, by its heading, and by how much it is too long."""
        super().__init__(f"`{block}` is {overflow:.0f} mm too long: there is room for {limit:.0f} mm.")
        self.block = block
        self.limit = limit
        self.overflow = overflow
