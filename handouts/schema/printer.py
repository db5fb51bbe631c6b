"""A printer, and how its sheets come out: what a test sheet has shown of it."""

from typing import Annotated, Literal

from pydantic import Field

from handouts.schema.base import Label, Line, Model

# The edge of the paper on which a printer turns it over; the binding edge of a book is its short one when
# two pages stand side by side.
FlipEdge = Literal["long", "short"]
Shift = Annotated[float, Field(ge=-30, le=30)]
Shifts = tuple[Shift, Shift]


class Printer(Model):
    """What a printer does to a sheet, and so what is done to the pages before they go to it."""

    title: Line | None = None
    """What people call it."""
    queue: Label | None = None
    """What this computer calls it; left out, the usual printer."""
    offset_mm: Shifts = (0, 0)
    """How far its pages must be moved to the right and down, in millimetres."""
    back_offset_mm: Shifts | None = None
    """The same for the backs of sheets; left out, as for the fronts."""
    scale: Annotated[float, Field(ge=0.8, le=1.25)] = 1
    """How many times as large pages must be, such as 1.02 where it prints 150 mm as 147."""
    flip: FlipEdge | None = None
    """The edge on which it turns the paper over for the back."""
    tray: Label | None = None
    """Where its paper is, as this computer calls it, such as tray-2."""
