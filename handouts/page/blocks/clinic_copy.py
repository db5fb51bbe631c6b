"""What only the clinic's copy has: a dark band at the head of every page, and a record at its end."""

from dataclasses import dataclass

from handouts.compose.handout import ClinicCopy
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.blocks.identity import lay_out_identity
from handouts.page.glyphs import middle_baseline
from handouts.page.kit import Column, Spaced, column, words
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import baseline_mm, text_width_mm
from handouts.schema.layout import Face
from handouts.schema.measures import MM

# Ascent and descent of a line of letters, in sizes of them.
LINE = 1.2


@dataclass(frozen=True, slots=True)
class CopyMark:
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


@dataclass(frozen=True, slots=True)
class BarCode:
    """The id as a bar code, its number under it, to be scanned when the copy comes back."""

    copy: ClinicCopy
    width: float
    tall: float
    face: Face

    @property
    def height(self) -> float:
        """The height of the bars and of the number."""
        return self.tall + mm(self.face.leading_pt)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the bars as a figure, then the number."""
        box = (x * MM, pen.y_pt(y + self.tall), (x + self.width) * MM, pen.y_pt(y))
        pen.surface.bar_code(self.copy.bar_code, box, alt=self.copy.bar_alt)
        with pen.element("P"):
            baseline = y + self.tall + baseline_mm(self.face)
            pen.verbatim.text(x, baseline, self.copy.bar_code, self.face)


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
            *(Spaced(words(one, style, width=width), measures.heading_gap) for one in copy.cautions),
            Spaced(lay_out_identity(copy.fields, style), measures.gap),
            Spaced(BarCode(copy, width, measures.bar_code, style.face("body")), measures.gap)
            if copy.bar_code
            else None,
            Spaced(signing, measures.gap),
        ]
    )
