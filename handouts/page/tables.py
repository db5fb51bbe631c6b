"""Cells become a table, with lines between its rows and its columns."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from itertools import accumulate
from typing import NamedTuple

from handouts.page.drawable import Drawable
from handouts.page.pen import Pen


class Cell(NamedTuple):
    """What stands in a cell of a table, so far from its left and in the middle of its height.

    `scope` says what a head cell heads.
    """

    block: Drawable | None = None
    scope: str = ""
    across: float = 0

    def element(self, pen: Pen) -> AbstractContextManager[None]:
        """Open the element of the cell."""
        return pen.element("TH", scope=self.scope) if self.scope else pen.element("TD")


class TableRow(NamedTuple):
    """The cells of a row."""

    cells: tuple[Cell, ...]
    height: float


class Table(NamedTuple):
    """Rows under a head, with lines between rows and columns; `widths` are those of the columns."""

    head: TableRow
    rows: tuple[TableRow, ...]
    widths: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of head and rows."""
        return self.head.height + sum(one.height for one in self.rows)

    @property
    def width(self) -> float:
        """The width of all columns."""
        return sum(self.widths)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the cells row by row, then the lines."""
        lefts = list(accumulate(self.widths, initial=x))
        tops = list(accumulate((one.height for one in self.rows), initial=y + self.head.height))
        with pen.element("Table"):
            with pen.element("THead"):
                self._draw_row(pen, self.head, lefts, y)
            with pen.element("TBody"):
                for one, top in zip(self.rows, tops, strict=False):
                    self._draw_row(pen, one, lefts, top)
        lines = pen.style.lines
        for number, top in enumerate(tops):
            pen.rule(x, top, lefts[-1], weight_pt=lines.hair if number else lines.frame)
        for left in lefts[1:-1]:
            pen.line(left, y, left, tops[-1], weight_pt=lines.hair)

    def _draw_row(self, pen: Pen, one: TableRow, lefts: Sequence[float], y: float) -> None:
        with pen.element("TR"):
            for cell, left in zip(one.cells, lefts, strict=False):
                with cell.element(pen):
                    if cell.block:
                        cell.block.draw(pen, left + cell.across, y + (one.height - cell.block.height) / 2)
