"""A heading and the remarks that stand at the right on its baseline, or under it where it is long."""

from collections.abc import Sequence
from dataclasses import dataclass

from handouts.page.blocks.heading import Heading, lay_out_heading
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, baseline_mm, plain, set_text


@dataclass(frozen=True, slots=True)
class Remark:
    """A short remark; `line_mm` is the length of a line to write on behind it."""

    text: SetText
    line_mm: float = 0

    @property
    def width(self) -> float:
        """How wide it is with its line."""
        return self.text.width_mm + self.line_mm

    @property
    def height(self) -> float:
        """The height of its words."""
        return self.text.height_mm

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the words as a paragraph, then the line on their baseline."""
        with pen.element("P"):
            pen.lines(x, y, self.text)
        if self.line_mm:
            gap = mm(self.text.face.size_pt) / 4
            baseline = y + baseline_mm(self.text.face)
            start, end = x + self.text.width_mm + gap, x + self.width
            pen.rule(start, baseline, end, weight_pt=pen.style.lines.divider, colour="ink")


@dataclass(frozen=True, slots=True)
class HeadedLine:
    """A heading with its remarks: `places` are the corners of the remarks from that of the heading."""

    heading: Heading
    remarks: tuple[Remark, ...]
    places: tuple[tuple[float, float], ...]

    @property
    def height(self) -> float:
        """The height of the heading, and of the remarks that stand under it."""
        ends = (y + one.height for one, (_, y) in zip(self.remarks, self.places, strict=True))
        return max(self.heading.height, *ends, 0.0)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the heading, then the remarks from left to right."""
        self.heading.draw(pen, x, y)
        for remark, (across, down) in zip(self.remarks, self.places, strict=True):
            remark.draw(pen, x + across, y + down)


def lay_out_headed(heading: str, remarks: Sequence[Remark], style: Style, *, width: float) -> HeadedLine:
    """Return the line with its remarks flush right, or under the heading if both do not fit on one line."""
    head, gap = lay_out_heading(heading, style, width=width), style.measures.diary.remark_gap
    needed = sum(remark.width + gap for remark in remarks)
    if len(head.text.lines) > 1 or head.text.width_mm + needed > width:
        return HeadedLine(head, tuple(remarks), tuple(_under(head.height, remarks, width, gap)))
    down = baseline_mm(head.text.face) - baseline_mm(style.face("body"))
    x, places = width - needed, []
    for remark in remarks:
        places.append((x + gap, down))
        x += gap + remark.width
    return HeadedLine(head, tuple(remarks), tuple(places))


def _under(y: float, remarks: Sequence[Remark], width: float, gap: float) -> list[tuple[float, float]]:
    """Return places from the left, in as many lines as the remarks need."""
    places, x, tallest = [], 0.0, 0.0
    for remark in remarks:
        if x and x + remark.width > width:
            x, y, tallest = 0.0, y + tallest, 0.0
        places.append((x, y))
        x, tallest = x + remark.width + gap, max(tallest, remark.height)
    return places


def remark(words: str, style: Style, *, width: float, line_mm: float = 0) -> Remark:
    """Return a remark no wider than `width`."""
    return Remark(set_text(plain(words), style.face("body"), width_mm=width - line_mm), line_mm)
