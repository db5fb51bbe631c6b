"""The exercises of a plan sheet are shared out over its pages, with their notes under them or overleaf."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handouts.page.blocks.sheet_row import SheetRow
from handouts.page.style import Style

# Rows are tried lower by this, in millimetres, until all of a page fit.
ROW_STEP_MM = 0.5

# The exercises of each page.
Parts = tuple[tuple[SheetRow, ...], ...]

# Whether exercises fit on one page, their notes under them or, if True, on a page of their own.
Fits = Callable[[Sequence[SheetRow], bool], bool]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Which exercises stand on which page, and whether their notes are on a page of their own."""

    parts: Parts
    notes_apart: bool

    @property
    def pages(self) -> int:
        """How many pages two weeks take."""
        return len(self.parts) + self.notes_apart


def share_out(
    rows: Sequence[SheetRow], low_rows: Sequence[SheetRow], fits: Fits, *, most_rows: int
) -> Sharing | None:
    """Return the exercises on as few pages as can be; None where one is taller than a page.

    Rows become low before the notes go to a page of their own; exercises that fit on one page without
    their notes stay there.
    """
    tries = [
        Sharing(_parts(tried, fits, most_rows, apart=apart), apart)
        for apart in (False, True)
        for tried in (rows, low_rows)
    ]
    fits_one = any(len(sharing.parts) == 1 for sharing in tries)
    return min(
        (sharing for sharing in tries if sharing.parts),
        key=lambda sharing: (sharing.pages, fits_one and len(sharing.parts) > 1),
        default=None,
    )


def _parts(rows: Sequence[SheetRow], fits: Fits, most_rows: int, *, apart: bool) -> Parts:
    """Return as few parts as can be, with about as many exercises in each; none if one does not fit."""
    for pages in range(1, len(rows) + 1):
        size = -(-len(rows) // pages)
        parts = tuple(tuple(rows[at : at + size]) for at in range(0, len(rows), size))
        if (pages == 1 or size <= most_rows) and all(fits(part, apart) for part in parts):
            return parts
    return ()


def row_heights(rows: Sequence[SheetRow], room: float, style: Style) -> tuple[float, ...]:
    """Return the heights of the rows of one page, as roomy as fits; nothing if they do not fit."""
    measures = style.measures.sheet
    usual = measures.roomy_rows if len(rows) <= measures.few_exercises else measures.rows
    steps = int((usual - measures.least_rows) / ROW_STEP_MM) + 1
    for step in range(steps):
        tried = usual - step * ROW_STEP_MM
        heights = tuple(max(tried, row.least_height) for row in rows)
        if sum(heights) <= room:
            return heights
    return ()
