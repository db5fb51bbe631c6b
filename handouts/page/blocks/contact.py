"""Whom to ask becomes a tinted strip with the number large."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Contact
from handouts.compose.text import Text
from handouts.page.glyphs import draw_glyph
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked, Words
from handouts.page.style import Style
from handouts.page.typesetting import balanced, set_text

# How much of the room the left side may have, best the most: the hours are easiest to read on one line.
SHARES = (0.6, 0.5)


@dataclass(frozen=True, slots=True)
class ContactStrip:
    """A phone, hours and number at the left, what comes next at the right."""

    ask: Stack
    later: Stack
    later_width: float
    width: float
    pad: float
    has_phone: bool

    @property
    def height(self) -> float:
        """The taller side with its padding."""
        return max(self.ask.height, self.later.height) + 2 * self.pad

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the tint and both sides, each in the middle of the strip."""
        measures, height = pen.style.measures.contact, self.height
        pen.box(x, y, self.width, height, fill="accent_tint", radius=measures.radius)
        left = x + measures.side_pad
        if self.has_phone:
            size = measures.phone
            draw_glyph(pen, "phone", left, y + (height - size) / 2, size, "accent", ground="accent_tint")
            left += size + measures.phone_gap
        right = x + self.width - measures.side_pad - self.later_width
        with pen.element("Sect"):
            self.ask.draw(pen, left, y + (height - self.ask.height) / 2)
            self.later.draw(pen, right, y + (height - self.later.height) / 2)


def lay_out_contact(contact: Contact, style: Style, *, width: float) -> ContactStrip:
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
) -> ContactStrip:
    """Return the strip with what else is said under the number; the right side has what the left leaves."""
    measures, body = style.measures.contact, style.face("body")
    sign = measures.phone + measures.phone_gap if contact.number else 0
    room = width - 2 * measures.side_pad - sign - style.measures.text.gutter
    left = [balanced(text, body, width_mm=room * share) for text in (contact.ask, *asked) if text]
    if contact.number:
        left.insert(1, set_text(contact.number, style.face("number"), width_mm=room * share))
    rest = room - max((text.width_mm for text in left), default=0.0)
    right = [balanced(text, body, width_mm=rest) for text in later if text]
    return ContactStrip(
        ask=Stack(tuple(Stacked(Words(text)) for text in left)),
        later=Stack(tuple(Stacked(Words(text)) for text in right)),
        later_width=max((text.width_mm for text in right), default=0.0),
        width=width,
        pad=measures.pad,
        has_phone=bool(contact.number),
    )
