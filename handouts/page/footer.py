"""What stands under every page: whose it is, which handout, and which page of how many."""

from handouts.handout import Footer
from handouts.page.pen import Pen
from handouts.words import fill


def draw_footer(pen: Pen, footer: Footer, *, page: int, pages: int) -> None:
    """Paint the footer; it belongs to no element."""
    style, frame = pen.style, pen.style.layout.frame
    face, left, right = style.face("admin"), style.left_mm, style.left_mm + style.width_mm
    strong = face.model_copy(update={"strong": True})
    baseline = style.paper.height_mm - frame.footer_baseline_mm
    with pen.surface.artifact("Footer"):
        pen.rule(left, style.paper.height_mm - frame.footer_rule_mm, right, weight_pt=style.lines.hair)
        pen.text(left, baseline, footer.person, face)
        pen.text_middle((left + right) / 2, baseline, footer.handout, face)
        pen.text_right(right, baseline, fill(footer.page, page=page, pages=pages), strong)
