"""The sheet of paper that a layout is for, how it is parted, and where the words stand on it."""

from typing import Annotated, Literal

from pydantic import Field

from handouts.schema.base import Model

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
