"""A heading becomes lines of like length, an element of its level and an entry in the outline."""

from dataclasses import dataclass

from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import SetText, balanced, plain
from handouts.schema.layout import FaceRole

FACES: dict[int, FaceRole] = {1: "title", 2: "heading", 3: "subheading"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3; one that only goes on from an earlier page is not `listed` again."""

    words: str
    level: int
    text: SetText
    listed: bool = True

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.text.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it, and put it into the outline unless it stands inside a block."""
        with pen.element(f"H{self.level}"):
            if self.listed and self.level < 3:
                pen.surface.bookmark(self.words, self.level - 1)
            pen.lines(x, y, self.text)


def lay_out_heading(words: str, style: Style, *, width: float, level: int = 2) -> Heading:
    """Return a heading broken to a width."""
    face = style.face(FACES[level])
    return Heading(words, level, balanced(plain(words), face, width_mm=width))
