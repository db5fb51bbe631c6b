"""Where the content comes from and who has checked it becomes two columns of small type."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.compose.blocks import Imprint
from handouts.compose.text import Text
from handouts.page.pen import Pen
from handouts.page.stack import Words
from handouts.page.style import Style
from handouts.page.typesetting import SetText, set_text

# The part of the width that the first column may have, best the middle.
SHARES = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65)


@dataclass(frozen=True, slots=True)
class ImprintColumns:
    """Sources and status under a hairline."""

    columns: tuple[SetText, ...]
    width: float
    pitch: float
    gap: float

    @property
    def height(self) -> float:
        """The longer column and the space above it."""
        return self.gap + max(column.height_mm for column in self.columns)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the rule and a paragraph for each column."""
        pen.rule(x, y, x + self.width, weight_pt=pen.style.lines.hair)
        for number, column in enumerate(self.columns):
            with pen.element("P"):
                pen.verbatim.lines(x + number * self.pitch, y + self.gap, column)


def lay_out_imprint(imprint: Imprint, style: Style, *, width: float) -> ImprintColumns:
    """Return sources and status side by side, the longer text in the wider column."""
    gutter = style.measures.contact.imprint_gutter
    texts = [text for text in (imprint.sources, imprint.status) if text]
    tries = [_columns(texts, share * (width - gutter), style, width=width) for share in SHARES]
    return min(tries, key=lambda columns: columns.height)


def _columns(texts: Sequence[Text], first: float, style: Style, *, width: float) -> ImprintColumns:
    measures, admin = style.measures.contact, style.face("admin")
    widths = (first, width - measures.imprint_gutter - first)
    columns = (set_text(text, admin, width_mm=room) for text, room in zip(texts, widths, strict=False))
    pitch = first + measures.imprint_gutter
    return ImprintColumns(tuple(columns), width, pitch, measures.imprint_gap)


def lay_out_status(imprint: Imprint, style: Style, *, width: float) -> Words:
    """Return who has checked the content as a line of its own."""
    return Words(set_text(imprint.status, style.face("admin"), width_mm=width))
