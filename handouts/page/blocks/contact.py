"""Whom to ask becomes a tinted strip with the number large; what to ask, lines; pages to open, QR codes."""

from collections.abc import Sequence
from typing import NamedTuple

from handouts.compose.information_blocks import Contact, Links, PageLink, Questions
from handouts.compose.text import Text, one_span, string_of
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.drawable import Drawable
from handouts.page.kit import Box, Column, Icon, Row, Rule, Spaced, Tagged, Words, column, row
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.typesetting import balanced, set_text, text_width_mm
from handouts.schema.measures import MM

# How much of the room the left side may have, best the most: the hours are easiest to read on one line.
SHARES = (0.6, 0.5)

# So many codes stand side by side.
ABREAST = 2


def lay_out_contact(contact: Contact, style: Style) -> Box:
    """Return the strip, the next review on the side that makes it lower; without a number it has no phone.

    A narrow one has one side.
    """
    if style.width_mm < style.measures.contact.least:
        return _strip(contact, (contact.review, contact.later), (), style, share=1)
    splits = (((), (contact.later, contact.review)), ((contact.review,), (contact.later,)))
    tries = (_strip(contact, asked, later, style, share=share) for share in SHARES for asked, later in splits)
    return min(tries, key=lambda strip: strip.height)


def _strip(
    contact: Contact, asked: Sequence[Text], later: Sequence[Text], style: Style, *, share: float
) -> Box:
    """Return the strip with what else is said under the number; the right side has what the left leaves."""
    measures, body = style.measures.contact, style.face("body")
    cells: list[tuple[float, Drawable]] = []
    sign = 0.0
    if contact.number:
        cells.append((0, Icon("phone", measures.phone, "accent", ground="accent_tint")))
        sign = measures.phone + measures.phone_gap
    whole = style.width_mm - 2 * measures.side_pad
    room = whole - sign - style.measures.text.gutter
    left = [balanced(text, body, width_mm=room * share) for text in (contact.ask, *asked) if text]
    if contact.number:
        left.insert(1, set_text(contact.number, style.face("number"), width_mm=room * share))
    rest = room - max((text.width_mm for text in left), default=0.0)
    right = [balanced(text, body, width_mm=rest) for text in later if text]
    end = max((text.width_mm for text in right), default=0.0)
    cells += [(sign, column(map(Words, left))), (whole - end, column(map(Words, right)))]
    return Box(
        Tagged(Row(tuple(cells), middle=True)),
        style.width_mm,
        side_pad=measures.side_pad,
        pad=measures.pad,
        fill="accent_tint",
        radius=measures.radius,
    )


def lines_within(room: float, questions: Questions, style: Style) -> int:
    """Return how many lines fit under the heading in so many millimetres."""
    heading = lay_out_heading(questions.heading, style, width=style.width_mm)
    return int((room - heading.height) / style.measures.questions.pitch)


def lay_out_questions(questions: Questions, style: Style) -> Column:
    """Return a heading over empty lines, far enough apart to write on by hand."""
    heading = lay_out_heading(questions.heading, style, width=style.width_mm)
    line = Spaced(Rule(style.width_mm, style.lines.hair), style.measures.questions.pitch)
    return column([heading, *[line] * questions.lines])


class QrCode(NamedTuple):
    """A QR code, so large; the white that a camera needs is around it."""

    link: PageLink
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with the words in its place."""
        size = self.height * MM
        pen.surface.qr_code(self.link.address, x * MM, pen.y_pt(y + self.height), size, alt=self.link.alt)


def lay_out_links(links: Links, style: Style) -> Column:
    """Return a heading and the codes; one to a row where an address needs more than half of the line."""
    measures, face = style.measures.links, style.face("body")
    width, longest = style.width_mm, max(text_width_mm(string_of(one.shown), face) for one in links.links)
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
