"""What tells the clinic's copy from the patient's at a glance: a dark band at the head of every page."""

from dataclasses import dataclass

from handouts.page.glyphs import middle_baseline
from handouts.page.pen import Pen
from handouts.page.style import MM, Style

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
