"""What stands under every page: whose it is, which handout with its code, and which page of how many."""

from handouts.handout import Footer
from handouts.page.pen import Pen
from handouts.page.setting import text_width_mm
from handouts.page.style import mm
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
        place = fill(footer.page, page=page, pages=pages)
        pen.text_right(right, baseline, place, strong)
        person_ends, place_begins = (
            left + text_width_mm(footer.person, face),
            right - text_width_mm(place, strong),
        )
        room = person_ends + frame.footer_gap_mm, place_begins - frame.footer_gap_mm
        width = text_width_mm(footer.handout, face)
        middle = _clear_middle(room, width, usual=(left + right) / 2)
        if middle is None:
            pen.text(left, baseline + mm(face.leading_pt), footer.handout, face)
        else:
            pen.text_middle(middle, baseline, footer.handout, face)


def _clear_middle(room: tuple[float, float], width: float, *, usual: float) -> float | None:
    """Return the middle of words of a width, as near the usual as their room allows, or None for too wide."""
    least, most = room[0] + width / 2, room[1] - width / 2
    return min(max(usual, least), most) if least <= most else None
