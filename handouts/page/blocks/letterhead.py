"""A clinic's name, logo and address become the head of page 1."""

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from handouts.compose.handout import Letterhead
from handouts.compose.text import one_span
from handouts.page.drawable import Drawable, Space
from handouts.page.glyphs import middle_baseline
from handouts.page.kit import Row, Rule, Spaced, Tagged, Words, column
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import balanced, text_width_mm


class Logo(NamedTuple):
    """A clinic's logo, or its initials on a square, in a box of this size."""

    head: Letterhead
    width: float
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the logo as a figure; the initials say nothing that the name does not."""
        width, height, face = self.width, self.height, pen.style.face("subheading")
        if (logo := self.head.logo) is not None:
            with pen.figure(self.head.logo_alt, x=x, y=y, width=width, height=height):
                pen.image(x, y, width, height, image=_in_grey(logo) if pen.style.palette.is_grey else logo)
            return
        with pen.surface.artifact():
            pen.box(x, y, width, height, fill="accent", radius=pen.style.measures.letterhead.radius)
            baseline = middle_baseline(y + height / 2, face)
            pen.text_middle(x + width / 2, baseline, self.head.initials, face, colour="paper")


def lay_out_letterhead(head: Letterhead, style: Style) -> Drawable:
    """Return the letterhead; its address has its own line ends, broken where it is half the page wide."""
    measures, rule = style.measures.letterhead, Rule(style.width_mm, style.lines.rule, "accent")
    logo, admin = Logo(head, *_logo_size(head, style)), style.face("admin")
    lines = [balanced(line, admin, width_mm=style.width_mm / 2) for line in head.lines if line]
    address_x = style.width_mm - max((line.width_mm for line in lines), default=0.0)
    name_x = logo.width + measures.gap
    room = address_x - name_x - measures.gap
    name = Words(balanced(one_span(head.name, strong=True), style.face("body"), width_mm=room), typed=True)
    address = column(Words(line, typed=True) for line in lines)
    slot = Space(measures.slot)
    inside = Row(((0, slot), (0, logo), (name_x, name), (address_x, address)), middle=True)
    half = mm(rule.weight_pt) / 2
    return column([Tagged(inside), Spaced(rule, measures.rule_gap + half), Space(half)])


def _logo_size(head: Letterhead, style: Style) -> tuple[float, float]:
    """Return width and height of the logo, fitted into its box, or of the square of the initials."""
    measures = style.measures.letterhead
    if head.logo is None:
        letters = text_width_mm(head.initials, style.face("subheading"))
        return max(measures.slot, letters + 2 * measures.radius), measures.slot
    # Pillow takes some time to import, and many clinics have no logo.
    from PIL import Image

    across, down = Image.open(BytesIO(head.logo)).size
    scale = min(measures.logo_width / across, measures.slot / down)
    return across * scale, down * scale


# A clinic has one logo.
@lru_cache(maxsize=4)
def _in_grey(logo: bytes) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(logo)) as picture:
        clear = picture.getchannel("A") if picture.mode == "RGBA" else None
        # In RGB, too: the file has a colour profile for nothing else.
        grey = picture.convert("L").convert("RGB")
    if clear:
        grey.putalpha(clear)
    png = BytesIO()
    grey.save(png, "PNG")
    return png.getvalue()
