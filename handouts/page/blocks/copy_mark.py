"""What tells the clinic's copy from the patient's at a glance: a dark band at the head of every page."""

from dataclasses import dataclass

from handouts.page.glyphs import middle_baseline
from handouts.page.pen import Pen


@dataclass(frozen=True, slots=True)
class CopyMark:
    """The band: which copy it is, and who keeps it."""

    words: str
    keep: str

    def draw(self, pen: Pen, *, is_first: bool) -> None:
        """Paint the band above the live area; a listener hears it once, before everything else."""
        style, measures = pen.style, pen.style.measures.clinic_copy
        pen.box(style.left_mm, measures.band_top, style.width_mm, measures.band, fill="ink")
        with pen.element("P") if is_first else pen.surface.artifact("Header"):
            self._draw_words(pen)

    def _draw_words(self, pen: Pen) -> None:
        style, measures = pen.style, pen.style.measures.clinic_copy
        face = style.face("admin").model_copy(update={"strong": True})
        baseline = middle_baseline(measures.band_top + measures.band / 2, face)
        pen.text(style.left_mm + measures.band_pad, baseline, f"{self.words} ", face, colour="paper")
        right = style.left_mm + style.width_mm - measures.band_pad
        pen.text_right(right, baseline, self.keep, face, colour="paper")
