"""Where the content comes from and who has checked it becomes two columns of small type."""

from collections.abc import Sequence
from typing import NamedTuple

from handouts.compose.information_blocks import Imprint
from handouts.compose.text import Text
from handouts.page.kit import Column, Rule, Spaced, Words, column, row
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import baseline_mm, set_text, with_page_room

# The part of the width that the first column may have, best the middle.
SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65)


def lay_out_imprint(imprint: Imprint, style: Style) -> Column:
    """Return sources and status side by side under a hairline, the longer text in the wider column.

    Where there is little room they stand one under the other.
    """
    width, gutter = style.width_mm, style.measures.contact.imprint_gutter
    texts = [text for text in (imprint.sources, imprint.status) if text]
    if width < style.measures.contact.least:
        gap, admin = style.measures.contact.imprint_gap, style.face("admin")
        said = (Words(set_text(text, admin, width_mm=width), typed=True) for text in texts)
        return column([Rule(width, style.lines.hair), *(Spaced(words, gap) for words in said)])
    tries = (_columns(texts, share * (width - gutter), style) for share in SHARES)
    return min(tries, key=lambda columns: columns.height)


def _columns(texts: Sequence[Text], first: float, style: Style) -> Column:
    measures, admin, width = style.measures.contact, style.face("admin"), style.width_mm
    pitch = first + measures.imprint_gutter
    columns = [
        Words(set_text(text, admin, width_mm=room), typed=True)
        for text, room in zip(texts, (first, width - pitch), strict=False)
    ]
    return column([Rule(width, style.lines.hair), Spaced(row(columns, pitch), measures.imprint_gap)])


class StatusLine(NamedTuple):
    """Who has checked the content and, at the right, where all warning signs are."""

    status: Words | None
    see_page: Words | None
    width: float

    @property
    def height(self) -> float:
        """The height of the status: what stands beside it may reach into the gaps around it."""
        return next(one.height for one in (self.status, self.see_page) if one)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint where to look first: it belongs to the questions above it."""
        if where := self.see_page:
            faces = (self.status or where).text.face, where.text.face
            down = baseline_mm(faces[0]) - baseline_mm(faces[1])
            where.draw(pen, x + self.width - where.width, y + down)
        if self.status:
            self.status.draw(pen, x, y)


def lay_out_status(imprint: Imprint | None, see_page: Text, style: Style) -> StatusLine | None:
    """Return both on one line, or the one that there is."""
    where, width = None, style.width_mm
    if see_page:
        said = set_text(with_page_room(see_page), style.face("body"), width_mm=width)
        where = Words(said, strong_colour="warning")
    room = width - where.width - style.measures.text.paragraph_gap if where else width
    status = None
    if imprint:
        status = Words(set_text(imprint.status, style.face("admin"), width_mm=room), typed=True)
    return StatusLine(status, where, width) if status or where else None
