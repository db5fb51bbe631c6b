"""The head of a plan sheet: its title, and the clinic at the right."""

from dataclasses import dataclass

from handouts.compose.text import Text
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, balanced, baseline_mm, plain, set_text


@dataclass(frozen=True, slots=True)
class SheetTitle:
    """The title and the clinic, their last lines on one baseline."""

    words: str
    title: SetText
    clinic: SetText
    width: float

    @property
    def height(self) -> float:
        """The taller of both."""
        return max(self.title.height_mm, self.clinic.height_mm)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the title, then the clinic."""
        bottom = y + self.height
        with pen.element("H1"):
            pen.surface.bookmark(self.words, 0)
            pen.lines(x, bottom - self.title.height_mm, self.title)
        if self.clinic.lines:
            # The space under the last baseline differs with the face.
            below = _below(self.title) - _below(self.clinic)
            with pen.element("P"):
                left = x + self.width - self.clinic.width_mm
                pen.verbatim.lines(left, bottom - self.clinic.height_mm - below, self.clinic)


def lay_out_sheet_title(title: str, clinic: Text, style: Style, *, width: float) -> SheetTitle:
    """Return the head; the clinic has at most half the width."""
    gutter = style.measures.text.gutter
    side = set_text(clinic, style.face("body"), width_mm=width / 2)
    room = width - (side.width_mm + gutter if clinic else 0)
    return SheetTitle(title, balanced(plain(title), style.face("sheet_title"), width_mm=room), side, width)


def _below(text: SetText) -> float:
    return mm(text.face.leading_pt) - baseline_mm(text.face)
