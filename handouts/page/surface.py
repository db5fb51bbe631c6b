"""What pages are painted on: marks that belong to an element, and marks that do not."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Literal, Protocol, TypeAlias, TypedDict, Unpack

# Left, bottom, right and top, in points.
Box: TypeAlias = tuple[float, float, float, float]
# Red, green and blue from 0 to 1.
Colour: TypeAlias = tuple[float, float, float]
# A step of a path: `m` is where it begins, `l` a line to, `c` a curve to (two handles, then its end), and `h`
# closes it.
Step: TypeAlias = tuple[Literal["m", "l", "c", "h"], tuple[float, ...]]


class Said(TypedDict, total=False):
    """What a structure element says of itself.

    `alt` is the alternative text of a figure and `box` what it fills; `spoken` is the ActualText, `expansion`
    the full words of an abbreviation; `scope` of a heading cell is `Column` or `Row`; `numbering` is a
    ListNumbering such as `Decimal` or `Disc`.
    """

    alt: str | None
    spoken: str | None
    language: str | None
    expansion: str | None
    scope: str | None
    numbering: str | None
    column_span: int
    box: Box


class Surface(Protocol):
    """A page to draw on, in points from the lower left corner, whose marks carry structure.

    Everything painted inside `element` belongs to that structure element, everything painted inside
    `artifact` (and everything painted outside both) to none; an element opened inside an artifact is
    part of the artifact. Painting order is reading order. An element that nothing was painted in is
    left out, unless it is a table cell.
    """

    def element(self, role: str, **said: Unpack[Said]) -> AbstractContextManager[None]:
        """Open a structure element."""

    def section(self, name: str) -> AbstractContextManager[None]:
        """Open a section, or go on with it where the page before ended in the one of this name."""

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """Open marks without meaning: `Layout`, `Background`, `Header` or `Footer`."""

    def path(
        self,
        steps: Iterable[Step],
        *,
        fill: Colour | None = None,
        line: Colour | None = None,
        weight: float = 0,
        round_ends: bool = False,
        within: Box | None = None,
    ) -> None:
        """Fill a path, draw a line along it, or both; nothing of it is seen outside the box `within`."""

    def form(self, code: str, width: float, height: float, *, x: float = 0, y: float = 0) -> None:
        """Paint a picture from its operators, its lower left corner at (x, y), clipped to its size.

        Equal pictures are in a file once.
        """

    def qr_code(self, value: str, x: float, y: float, size: float, *, alt: str) -> None:
        """Paint a QR code as a figure from its lower left corner; it needs four modules of white around."""

    def bar_code(self, value: str, box: Box, *, alt: str) -> None:
        """Paint a Code 128 of ASCII, ten modules of white beside it, as a figure at the left of a box."""

    def image(self, x: float, y: float, width: float, height: float, *, image: bytes) -> None:
        """Paint a PNG in RGB or RGBA, or a JPEG in RGB, with its lower left corner at (x, y)."""

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
