"""Lines at which a sheet of paper is to be cut or folded; they say nothing to a listener."""

from dataclasses import dataclass

from handouts.page.pen import Pen
from handouts.page.style import Style

# A cut line is dashed, and ends so far from the edge of the sheet, where printers leave it white.
DASH_MM = 1.5
EDGE_MM = 4
# How long the lines at a fold are.
TICK_MM = 5


@dataclass(frozen=True, slots=True)
class CutLines:
    """Dashed lines between the panels of a sheet."""

    style: Style

    @property
    def height(self) -> float:
        """Nothing: they stand between the blocks."""
        return 0.0

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint them across the whole sheet, its corner at (x, y)."""
        paper, panels = self.style.paper, self.style.layout.panels
        width, height = self.style.panel_mm
        for number in range(1, panels.across):
            across = x + number * width
            for start in _dashes(paper.height_mm):
                self._dash(pen, across, y + start, across, y + start + DASH_MM)
        for number in range(1, panels.down):
            down = y + number * height
            for start in _dashes(paper.width_mm):
                self._dash(pen, x + start, down, x + start + DASH_MM, down)

    def _dash(self, pen: Pen, x: float, y: float, x1: float, y1: float) -> None:
        pen.line(x, y, x1, y1, weight_pt=pen.style.lines.divider, colour="muted")


@dataclass(frozen=True, slots=True)
class FoldTicks:
    """Short lines at the upper and the lower edge of a sheet at its folds, which are so far from its left."""

    folds: tuple[float, ...]
    style: Style

    @property
    def height(self) -> float:
        """Nothing: they stand over and under the blocks."""
        return 0.0

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint them; the corner of the sheet is at (x, y)."""
        end = y + self.style.paper.height_mm
        for fold in self.folds:
            for top in (y, end - TICK_MM):
                pen.line(x + fold, top, x + fold, top + TICK_MM, weight_pt=pen.style.lines.hair)


def _dashes(length: float) -> list[float]:
    """Return where the dashes of a line begin."""
    count = int((length - 2 * EDGE_MM + DASH_MM) / (2 * DASH_MM))
    return [EDGE_MM + 2 * DASH_MM * number for number in range(count)]
