"""Whom to ask becomes a tinted strip with the number large."""

from collections.abc import Sequence

from handouts.compose.guidance import Contact
from handouts.compose.text import Text
from handouts.page.block import Block
from handouts.page.kit import Box, Element, Icon, Row, Words, column
from handouts.page.style import Style
from handouts.page.typesetting import balanced, set_text

# How much of the room the left side may have, best the most: the hours are easiest to read on one line.
SHARES = (0.6, 0.5)


def lay_out_contact(contact: Contact, style: Style, *, width: float) -> Box:
    """Return the strip, the next review on the side that makes it lower; without a number it has no phone."""
    splits = (((), (contact.later, contact.review)), ((contact.review,), (contact.later,)))
    tries = (
        _strip(contact, asked, later, style, width=width, share=share)
        for share in SHARES
        for asked, later in splits
    )
    return min(tries, key=lambda strip: strip.height)


def _strip(
    contact: Contact,
    asked: Sequence[Text],
    later: Sequence[Text],
    style: Style,
    *,
    width: float,
    share: float,
) -> Box:
    """Return the strip with what else is said under the number; the right side has what the left leaves."""
    measures, body = style.measures.contact, style.face("body")
    cells: list[tuple[float, Block]] = []
    sign = 0.0
    if contact.number:
        cells.append((0, Icon("phone", measures.phone, "accent", ground="accent_tint")))
        sign = measures.phone + measures.phone_gap
    whole = width - 2 * measures.side_pad
    room = whole - sign - style.measures.text.gutter
    left = [balanced(text, body, width_mm=room * share) for text in (contact.ask, *asked) if text]
    if contact.number:
        left.insert(1, set_text(contact.number, style.face("number"), width_mm=room * share))
    rest = room - max((text.width_mm for text in left), default=0.0)
    right = [balanced(text, body, width_mm=rest) for text in later if text]
    end = max((text.width_mm for text in right), default=0.0)
    cells += [(sign, column(map(Words, left))), (whole - end, column(map(Words, right)))]
    return Box(
        Element(Row(tuple(cells), middle=True)),
        width,
        side_pad=measures.side_pad,
        above=measures.pad,
        below=measures.pad,
        fill="accent_tint",
        radius=measures.radius,
    )
