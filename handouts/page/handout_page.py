"""One side of paper of a handout: blocks at their places, and the footer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from handouts.handout import Footer
from handouts.page.block import Block
from handouts.page.footer import draw_footer
from handouts.page.pen import Pen
from handouts.page.style import MM, Style
from handouts.page.surface import Surface


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at its place; neighbours of one `section` are one section to a listener."""

    block: Block
    x: float
    y: float
    name: str = ""
    section: str = ""

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.block.height


Side = Sequence[Placed]


@dataclass(frozen=True)
class HandoutPage:
    """A page that is ready to be painted; `number` counts from 1."""

    placed: tuple[Placed, ...]
    footer: Footer
    number: int
    count: int
    style: Style

    @property
    def width(self) -> float:
        """How wide the paper is, in points."""
        return self.style.paper.width_mm * MM

    @property
    def height(self) -> float:
        """How tall the paper is, in points."""
        return self.style.paper.height_mm * MM

    def draw(self, surface: Surface) -> None:
        """Paint the blocks in order, and the footer."""
        pen = Pen(surface, self.style)
        for section, group in groupby(self.placed, key=lambda placed: placed.section):
            if section:
                with pen.element("Sect"):
                    _draw(pen, group)
            else:
                _draw(pen, group)
        draw_footer(pen, self.footer, page=self.number, pages=self.count)


def _draw(pen: Pen, group: Iterable[Placed]) -> None:
    for placed in group:
        placed.block.draw(pen, placed.x, placed.y)
