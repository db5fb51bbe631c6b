"""The working side becomes an L and an R in squares, solid where the leg works."""

from dataclasses import dataclass

from handouts.page.glyphs import middle_baseline
from handouts.page.pen import Pen
from handouts.page.style import mm


@dataclass(frozen=True, slots=True)
class SideGlyph:
    """Two squares, L always left of R; with neither solid it is the sore side, whichever that is."""

    letters: tuple[str, str]
    left: bool
    right: bool
    square_mm: float
    gap_mm: float

    @property
    def width(self) -> float:
        """How wide both squares are, from line to line."""
        return 2 * self.square_mm + self.gap_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as an artifact: the words beside it say the side."""
        with pen.surface.artifact():
            for letter, solid in zip(self.letters, (self.left, self.right), strict=True):
                self._square(pen, x, y, letter, solid=solid)
                x += self.square_mm + self.gap_mm

    def _square(self, pen: Pen, x: float, y: float, letter: str, *, solid: bool) -> None:
        face, side = pen.style.face("side_letter"), self.square_mm
        edge = mm(pen.style.lines.divider) / 2
        pen.box(
            x + edge,
            y + edge,
            side - 2 * edge,
            side - 2 * edge,
            fill="accent" if solid else "paper",
            border="accent",
            weight_pt=pen.style.lines.divider,
            radius=pen.style.measures.signs.side_radius,
        )
        middle = middle_baseline(y + side / 2, face)
        pen.text_middle(x + side / 2, middle, letter, face, colour="paper" if solid else "accent")
