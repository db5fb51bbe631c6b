"""What the pages need of the paper: marks that belong to an element, and marks that do not."""

from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

# Left, bottom, right and top, in points.
Box: TypeAlias = tuple[float, float, float, float]
# Red, green and blue from 0 to 1.
Colour: TypeAlias = tuple[float, float, float]


class Surface(Protocol):
    """A page to draw on, in points from the lower left corner, whose marks carry structure.

    Everything painted inside `element` belongs to that structure element, everything painted inside
    `artifact` (and everything painted outside both) to none; an element opened inside an artifact is
    part of the artifact. Painting order is reading order. An element that nothing was painted in is
    left out, unless it is a table cell.
    """

    def element(
        self,
        role: str,
        *,
        alt: str | None = None,
        spoken: str | None = None,
        language: str | None = None,
        expansion: str | None = None,
        scope: str | None = None,
        numbering: str | None = None,
        summary: str | None = None,
        column_span: int = 1,
        box: Box | None = None,
    ) -> AbstractContextManager[None]:
        """Open a structure element.

        `spoken` is its ActualText, `scope` `Column` or `Row`, `numbering` a ListNumbering such as
        `Decimal` or `Disc`, `box` a figure's bounding box.
        """

    def section(self, name: str) -> AbstractContextManager[None]:
        """Open a section, or go on with it where the page before ended in the one of this name."""

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """Open marks without meaning: `Layout`, `Background`, `Header` or `Footer`."""

    def operators(self, code: str) -> None:
        """Paint raw page operators; they set their own colours and leave the graphics state as it was."""

    def form(
        self, code: str, width: float, height: float, *, x: float = 0, y: float = 0, scale: float = 1
    ) -> None:
        """Paint a picture from its operators, its lower left corner at (x, y), clipped to its size.

        Equal pictures are in a file once.
        """

    def image(self, x: float, y: float, width: float, height: float, *, png: bytes) -> None:
        """Paint a PNG in RGB or RGBA, such as a logo, with its lower left corner at (x, y)."""

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        """Paint one run of text with its baseline at y.

        A run on another baseline than the one before ends a word: the space between them need not be
        part of either.
        """

    def link(self, box: Box, target: str, *, description: str) -> None:
        """Make a rectangle of the open `Link` element lead to an https, mailto or tel address.

        Raises ValueError for any other address, and outside a `Link`.
        """

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline that leads to this page; level 0 is the top."""
