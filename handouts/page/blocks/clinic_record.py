"""What the clinic keeps becomes the end of its copy: a private note, what was made, lines to sign on."""

from dataclasses import dataclass

from handouts.compose.handout import ClinicCopy
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.kit import Column, Spaced, column, words
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import baseline_mm, text_width_mm
from handouts.schema.layout import Face


@dataclass(frozen=True, slots=True)
class SigningLines:
    """Labels with a line to write on after each, the first line the longer."""

    labels: tuple[str, str]
    face: Face
    width: float
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint labels and lines at the lower edge, so that there is room above to write in."""
        measures = pen.style.measures.clinic_copy
        shares = ((0.0, 2 / 3), (2 / 3, 1.0))
        baseline = y + self.height - mm(self.face.leading_pt) + baseline_mm(self.face)
        for number, (label, (first, last)) in enumerate(zip(self.labels, shares, strict=True)):
            left = x + first * self.width + (measures.between if number else 0)
            with pen.element("P"):
                pen.text(left, baseline, label, self.face)
            begin = left + text_width_mm(label, self.face) + measures.label_gap
            pen.rule(begin, baseline, x + last * self.width, weight_pt=pen.style.lines.hair)


def lay_out_clinic_record(copy: ClinicCopy, style: Style) -> Column:
    """Return heading, private note, details and lines to sign on, one under the other."""
    measures, width = style.measures.clinic_copy, style.width_mm
    signing = SigningLines(copy.signing, style.face("admin"), width, measures.signing)
    return column(
        [
            lay_out_heading(copy.heading, style, width=width),
            Spaced(words(copy.note, style, width=width), measures.heading_gap) if copy.note else None,
            Spaced(lay_out_identity(copy.fields, style), measures.gap),
            Spaced(signing, measures.gap),
        ]
    )
