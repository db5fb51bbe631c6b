"""What stands under every page: whose it is, which handout with its code, and which page of how many."""

from typing import NamedTuple

from handouts.compose.handout import Footer
from handouts.library.words import fill
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import text_width_mm
from handouts.schema.layout import Face

# By these shares of their size letters reach below their line, and the rule of two lines stands above it.
DESCENT, RULE = 0.265, 0.93


class PageFooter(NamedTuple):
    """The footer of page `page` of `pages`; it belongs to no element."""

    footer: Footer
    style: Style
    page: int
    pages: int

    @property
    def height(self) -> float:
        """All that is under the live area."""
        return self.style.panel_mm[1] - self.style.bottom_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the footer down to the sheet's lower edge."""
        footer, style, edge = self.footer, self.style, y + self.height
        face, right = style.face("admin"), x + style.width_mm
        strong = face.model_copy(update={"strong": True})
        place = fill(footer.page, page=self.page, pages=self.pages)
        rule, baseline, across, below = _places(footer, place, style, face=face)
        with pen.surface.artifact("Footer"):
            pen.rule(x, edge - rule, right, weight_pt=style.lines.hair)
            person = _fitted(footer.person, place, style, face=face)
            pen.text(x, edge - baseline, footer.person, person)
            pen.text_right(right, edge - baseline, place, strong)
            pen.text(x + across, edge - below, footer.handout, face)


def _fitted(person: str, place: str, style: Style, *, face: Face) -> Face:
    """Return the face of the person, smaller where an id of very wide letters would reach the page number."""
    room = style.width_mm - text_width_mm(place, face, strong=True) - style.measures.footer.gap
    share = min(1.0, room / max(text_width_mm(person, face), room))
    return face.model_copy(update={"size_pt": face.size_pt * share}) if share < 1 else face


def _places(footer: Footer, place: str, style: Style, *, face: Face) -> tuple[float, float, float, float]:
    """Return how high rule and line are above the edge of the sheet, and where the handout is named.

    It is as near the middle of the line as its ends allow, or on one of its own if it is too long.
    """
    measures, margin, whole = style.measures.footer, style.layout.frame.bottom_mm, style.width_mm
    baseline = margin + measures.baseline
    width = text_width_mm(footer.handout, face)
    gaps = [measures.gap if words else 0.0 for words in (footer.person, place)]
    first = text_width_mm(footer.person, face) + gaps[0]
    last = whole - text_width_mm(place, face, strong=True) - gaps[1] - width
    if first <= last:
        x = min(max((whole - width) / 2, first), last)
        return margin + measures.rule, baseline, x, baseline
    leading = mm(face.leading_pt)
    lowest = max(baseline - leading, margin + mm(DESCENT * face.size_pt))
    return lowest + leading + mm(RULE * face.size_pt), lowest + leading, 0.0, lowest
