"""The title of a handout and the line under it."""

from dataclasses import dataclass

from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import SetText, balanced, plain


@dataclass(frozen=True, slots=True)
class Title:
    """The title with its subtitle directly under it."""

    heading: Heading
    subtitle: SetText

    @property
    def height(self) -> float:
        """The height of both."""
        return self.heading.height + self.subtitle.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint both."""
        self.heading.draw(pen, x, y)
        with pen.element("P"):
            pen.lines(x, y + self.heading.height, self.subtitle)


def lay_out_title(title: str, subtitle: str, style: Style) -> Title:
    """Return the title of page 1."""
    heading = lay_out_heading(title, style, width=style.width_mm, level=1)
    return Title(heading, balanced(plain(subtitle), style.face("subtitle"), width_mm=style.width_mm))
