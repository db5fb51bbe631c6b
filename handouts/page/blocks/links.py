"""Pages to open with a phone become QR codes, two abreast, each beside its title and address."""

from dataclasses import dataclass

from handouts.compose.information_blocks import Links, PageLink
from handouts.compose.text import one_span, string_of
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.drawable import Drawable
from handouts.page.kit import Column, Row, Spaced, Tagged, Words, column, row
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import set_text, text_width_mm
from handouts.schema.measures import MM

ABREAST = 2


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code, so large; the white that a camera needs is around it."""

    link: PageLink
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with the words in its place."""
        size = self.height * MM
        pen.surface.qr_code(self.link.address, x * MM, pen.y_pt(y + self.height), size, alt=self.link.alt)


def lay_out_links(links: Links, style: Style, *, width: float) -> Column:
    """Return a heading and the codes; one to a row where an address needs more than half of the line."""
    measures, face = style.measures.links, style.face("body")
    longest = max(text_width_mm(string_of(one.shown), face) for one in links.links)
    across = ABREAST if width / ABREAST >= measures.code + 2 * measures.white + longest else 1
    pitch = width / across
    cells = [_cell(one, style, width=pitch) for one in links.links]
    rows = [row(cells[at : at + across], pitch) for at in range(0, len(cells), across)]
    heading = lay_out_heading(links.heading, style, width=width)
    return column([heading, *(Spaced(one, measures.white) for one in rows)])


def _cell(link: PageLink, style: Style, *, width: float) -> Drawable:
    """Return a code beside its words, as white around as a camera needs it."""
    measures, face = style.measures.links, style.face("body")
    left = measures.code + measures.white
    room = width - left - measures.white
    title = Words(set_text(one_span(link.title, strong=True), face, width_mm=room), typed=True)
    address = Words(set_text(link.shown, face, width_mm=room), typed=True)
    said = column([title, Spaced(address, measures.gap)])
    return Tagged(Row(((0, QrCode(link, measures.code)), (left, said)), middle=True))
