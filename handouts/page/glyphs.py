"""Small signs at their place: glyphs from the layout, numbered discs, boxes to tick, the working side."""

from typing import Literal, NamedTuple

from handouts.drawing.marks import HALF_CAPITAL
from handouts.page.paths import svg_steps
from handouts.page.pen import Pen
from handouts.schema.glyphs import GRID, Glyph
from handouts.schema.layout import Face
from handouts.schema.measures import MM

GlyphName = Literal[
    "repeat", "clock", "calendar", "tick", "cross", "pause", "pencil", "phone", "triangle", "octagon"
]


def draw_glyph(
    pen: Pen, name: GlyphName, x: float, y: float, size_mm: float, colour: str, *, ground: str = "paper"
) -> None:
    """Paint a sign in a square with its top left corner at (x, y); `ground` is the colour behind it."""
    glyph: Glyph = getattr(pen.style.layout.glyphs, name)
    scale = size_mm / GRID
    for mark in glyph:
        weight_pt = None if mark.filled else mark.weight * scale * MM
        shade = ground if mark.reversed else colour
        pen.path(x, y, svg_steps(mark.path), scale=scale, colour=shade, weight_pt=weight_pt)


def disc(pen: Pen, x: float, y: float, number: int, *, size_mm: float, face: Face) -> None:
    """Paint a number on an accent disc with the top left corner of its square at (x, y)."""
    radius = size_mm / 2
    pen.disc(x + radius, y + radius, radius=radius, colour="accent")
    pen.text_middle(x + radius, middle_baseline(y + radius, face), str(number), face)


def middle_baseline(middle: float, face: Face) -> float:
    """Return the baseline of figures or capitals centred on a height."""
    return middle + HALF_CAPITAL * face.size_pt / MM


def glyph_beside(y: float, face: Face, size_mm: float) -> float:
    """Return the top of a sign that stands beside a line of text whose top is y."""
    return y + (face.leading_pt / MM - size_mm) / 2


def tick_box(pen: Pen, x: float, y: float, size_mm: float) -> None:
    """Paint an empty box to be ticked by hand."""
    lines = pen.style.lines
    radius = pen.style.measures.signs.tick_box_radius
    pen.box(x, y, size_mm, size_mm, fill="paper", border="ink", weight_pt=lines.frame, radius=radius)


class SideGlyph(NamedTuple):
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
        pen.frame(
            x,
            y,
            side,
            side,
            fill="accent" if solid else "paper",
            border="accent",
            weight_pt=pen.style.lines.divider,
            radius=pen.style.measures.signs.side_radius,
        )
        middle = middle_baseline(y + side / 2, face)
        pen.text_middle(x + side / 2, middle, letter, face, colour="paper" if solid else "accent")
