"""Where the content comes from and who has checked it becomes two columns of small type."""

from dataclasses import dataclass

from handouts.handout import Imprint
from handouts.page.pen import Pen
from handouts.page.setting import SetText, set_text
from handouts.page.style import Style, mm


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
                pen.lines(x + number * self.pitch, y + self.gap, column)


def lay_out_imprint(imprint: Imprint, style: Style, *, width: float) -> ImprintColumns:
    """Return sources and status side by side."""
    measures, admin = style.measures.contact, style.face("admin")
    column = (width - measures.imprint_gutter_mm) / 2
    texts = tuple(
        set_text(text, admin, width_mm=column) for text in (imprint.sources, imprint.status) if text
    )
    return ImprintColumns(texts, width, column + measures.imprint_gutter_mm, mm(measures.imprint_gap_pt))
