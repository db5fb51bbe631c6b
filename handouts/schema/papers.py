"""Paper: how a layout parts it, where words stand on it, what a person needs of it, what a printer does."""

import re
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field

from handouts.problems import listed
from handouts.schema.amount import own_error
from handouts.schema.base import Label, Line, Model

Millimetres = Annotated[float, Field(ge=0, le=500)]


class Letterhead(Model):
    """Printed by us, or `blank` for paper that has one already."""

    kind: Literal["printed", "blank"] = "printed"
    """Whether it is printed by us, or `blank` for paper that has one already."""
    top_mm: Annotated[float, Field(ge=10, le=100)] | None = None
    """How far down that of the paper goes, in millimetres from its upper edge; left out, as ours would."""
    pages: Literal["every", "first"] = "every"
    """Whether every page is printed on such paper, or the first alone."""

    @property
    def written(self) -> str:
        """How `--letterhead` says it."""
        if self.kind == "printed":
            return self.kind
        return f"top={self.top_mm:g}mm,{self.pages}-page" if self.top_mm else "blank"


class Paper(Model):
    """A sheet of paper."""

    width_mm: Annotated[float, Field(ge=100, le=450)]
    """The width in millimetres."""
    height_mm: Annotated[float, Field(ge=140, le=450)]
    """The height in millimetres."""


class Panels(Model):
    """How many panels a sheet of paper is parted into: cards to cut, or the leaves of a folded leaflet."""

    across: Annotated[int, Field(ge=1, le=4)] = 1
    """How many stand side by side."""
    down: Annotated[int, Field(ge=1, le=4)] = 1
    """How many stand one under the other."""


class Frame(Model):
    """Where the live area stands on each panel: `width_mm` on the layout's own paper, with the same margins
    on others.

    `bottom_mm` is the margin under the footer, which stands under the live area.
    """

    width_mm: Millimetres
    """The width of the live area on the layout's own paper, in millimetres."""
    top_mm: Annotated[float, Field(ge=8, le=60)]
    """The margin over it, in millimetres."""
    bottom_mm: Annotated[float, Field(ge=8, le=60)]
    """The margin under the foot of the page, in millimetres."""
    binding_mm: Annotated[float, Field(ge=8, le=60)] = 18
    """The margin at the edge where sheets are punched or bound, in millimetres, for those who ask for it."""


Need = Literal["large-print", "giant-print"]
# How large the body text must be for each, in points; the layout of the same id has it.
BODY_PT: dict[Need, float] = {"large-print": 18, "giant-print": 24}
# What people write for each, by their letters and digits.
_SPELLINGS = {
    "18pt": "large-print",
    "18point": "large-print",
    "24pt": "giant-print",
    "24point": "giant-print",
}


def read_need(written: object) -> object:
    """Return the id of a need in any of its spellings; raise PydanticCustomError for a text that is none."""
    if not isinstance(written, str):
        return written
    words = "-".join(re.findall(r"[^\W_]+", written.lower()))
    need = _SPELLINGS.get(words.replace("-", ""), words)
    if need not in get_args(Need):
        say = f"this is no need that a sheet can meet; it can meet {listed(get_args(Need), last='and')}."
        also = "`make --html` writes a web page for a screen reader; have other formats made by hand."
        raise own_error(f"{say} {also}")
    return need


WrittenNeed = Annotated[Need, BeforeValidator(read_need)]


def largest(needs: Iterable[Need]) -> Need | None:
    """Return the need for the largest text, None where there is none."""
    return max(needs, key=BODY_PT.__getitem__, default=None)


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
