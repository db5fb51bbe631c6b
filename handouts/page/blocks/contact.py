"""Whom to ask becomes a tinted strip with the number large; what to ask, lines to write on."""

from collections.abc import Sequence

from handouts.compose.information_blocks import Contact, Questions
from handouts.compose.text import Text
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.drawable import Drawable
from handouts.page.kit import Box, Column, Icon, Row, Rule, Spaced, Tagged, Words, column
from handouts.page.style import Style
from handouts.page.typesetting import balanced, set_text

# How much of the room the left side may have, best the most: the hours are easiest to read on one line.
SHARES = (0.6, 0.5)


def lay_out_contact(contact: Contact, style: Style, *, width: float) -> Box:
    """Return the strip, the next review on the side that makes it lower; without a number it has no phone.

    A narrow one has one side.
    """
    if width < style.measures.contact.least:
        return _strip(contact, (contact.review, contact.later), (), style, width=width, share=1)
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
    cells: list[tuple[float, Drawable]] = []
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
        Tagged(Row(tuple(cells), middle=True)),
        width,
        side_pad=measures.side_pad,
        above=measures.pad,
        below=measures.pad,
        fill="accent_tint",
        radius=measures.radius,
    )


def lines_within(room: float, questions: Questions, style: Style) -> int:
    """Return how many lines fit under the heading in so many millimetres."""
    heading = lay_out_heading(questions.heading, style, width=style.width_mm)
    return int((room - heading.height) / style.measures.questions.pitch)


def lay_out_questions(questions: Questions, style: Style, *, width: float) -> Column:
    """Return a heading over empty lines, far enough apart to write on by hand."""
    line = Spaced(Rule(width, style.lines.hair), style.measures.questions.pitch)
    return column([lay_out_heading(questions.heading, style, width=width), *[line] * questions.lines])
