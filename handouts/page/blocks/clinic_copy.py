"""What only the clinic's copy has: a dark band at the head of every page, and a record at its end."""

from dataclasses import replace
from typing import NamedTuple

from handouts.compose.handout import ClinicCopy
from handouts.compose.text import one_span
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.drawable import Drawable
from handouts.page.glyphs import middle_baseline
from handouts.page.kit import Column, Positioned, Rule, Spaced, Words, column, words
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import baseline_mm, set_text
from handouts.schema.measures import MM

# Ascent and descent of a line of letters, in sizes of them.
LINE = 1.2


class CopyMark(NamedTuple):
    """The band: which copy it is, and who keeps it; on the first page a listener hears it."""

    words: str
    keep: str
    is_first: bool
    style: Style

    @property
    def height(self) -> float:
        """The height of the band."""
        return self.style.measures.clinic_copy.band

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the band and its words."""
        pad, width = self.style.measures.clinic_copy.band_pad, self.style.width_mm
        admin = self.style.face("admin")
        # Where the type is large the band, which must stay in the margin, limits its own.
        size_pt = min(admin.size_pt, self.height * MM / LINE)
        face = admin.model_copy(update={"strong": True, "size_pt": size_pt})
        baseline = middle_baseline(y + self.height / 2, face)
        pen.box(x, y, width, self.height, fill="ink")
        with pen.element("P") if self.is_first else pen.surface.artifact("Header"):
            pen.text(x + pad, baseline, f"{self.words} ", face, colour="paper")
            pen.text_right(x + width - pad, baseline, self.keep, face, colour="paper")


class BarCode(NamedTuple):
    """The id as a bar code, to be scanned when the copy comes back."""

    copy: ClinicCopy
    width: float
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the bars as a figure."""
        box = (x * MM, pen.y_pt(y + self.height), (x + self.width) * MM, pen.y_pt(y))
        pen.surface.bar_code(self.copy.bar_code, box, alt=self.copy.bar_alt)


def lay_out_clinic_record(copy: ClinicCopy, style: Style) -> Column:
    """Return heading, private note, details and lines to sign on, one under the other."""
    measures, width = style.measures.clinic_copy, style.width_mm
    codes: list[Drawable] = []
    if copy.bar_code:
        number = replace(words(one_span(copy.bar_code), style, width=width), typed=True)
        codes = [column([BarCode(copy, width, measures.bar_code), number])]
    return column(
        [
            lay_out_heading(copy.heading, style, width=width),
            Spaced(words(copy.note, style, width=width), measures.heading_gap) if copy.note else None,
            *(Spaced(words(one, style, width=width), measures.heading_gap) for one in copy.cautions),
            *(Spaced(one, measures.gap) for one in (lay_out_identity(copy.fields, style), *codes)),
            Spaced(_signing(copy.signing, style), measures.gap),
        ]
    )


def _signing(labels: tuple[str, str], style: Style) -> Positioned:
    """Return labels with a line to write on after each, the first the longer, and room above to write in."""
    measures, face, width = style.measures.clinic_copy, style.face("admin"), style.width_mm
    down, middle = measures.signing - mm(face.leading_pt), 2 / 3 * width
    parts: list[tuple[float, float, Drawable]] = []
    for label, left, end in zip(labels, (0.0, middle + measures.between), (middle, width), strict=True):
        said = Words(set_text(one_span(label), face, width_mm=width))
        begin = left + said.width + measures.label_gap
        line = Rule(end - begin, style.lines.hair)
        parts += [(left, down, said), (begin, down + baseline_mm(face), line)]
    return Positioned(tuple(parts))
