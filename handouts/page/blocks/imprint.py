"""Where the content comes from and who has checked it becomes two columns of small type."""

from collections.abc import Sequence

from handouts.compose.blocks import Imprint
from handouts.compose.text import Text
from handouts.page.kit import Column, Rule, Spaced, Words, column, row
from handouts.page.style import Style
from handouts.page.typesetting import set_text

# The part of the width that the first column may have, best the middle.
SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65)


def lay_out_imprint(imprint: Imprint, style: Style, *, width: float) -> Column:
    """Return sources and status side by side under a hairline, the longer text in the wider column."""
    gutter = style.measures.contact.imprint_gutter
    texts = [text for text in (imprint.sources, imprint.status) if text]
    tries = (_columns(texts, share * (width - gutter), style, width=width) for share in SHARES)
    return min(tries, key=lambda columns: columns.height)


def _columns(texts: Sequence[Text], first: float, style: Style, *, width: float) -> Column:
    measures, admin = style.measures.contact, style.face("admin")
    pitch = first + measures.imprint_gutter
    columns = [
        Words(set_text(text, admin, width_mm=room), typed=True)
        for text, room in zip(texts, (first, width - pitch), strict=False)
    ]
    return column([Rule(width, style.lines.hair), Spaced(row(columns, pitch), measures.imprint_gap)])


def lay_out_status(imprint: Imprint, style: Style, *, width: float) -> Words:
    """Return who has checked the content as a line of its own."""
    return Words(set_text(imprint.status, style.face("admin"), width_mm=width))
