"""What the pages need of the paper: marks that belong to an element, and marks that do not."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol


class Surface(Protocol):
    """A page to draw on, in points from the lower left corner, whose marks carry structure.

    Everything painted inside `element` belongs to that structure element, everything painted inside
    `artifact` (and everything painted outside both) to none. Painting order is reading order.
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
        box: tuple[float, float, float, float] | None = None,
    ) -> AbstractContextManager[None]:
        """Open a structure element: `spoken` is its ActualText, `box` a figure's bounding box in points."""

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """Open marks without meaning: `Layout`, `Background`, `Header` or `Footer`."""

    def operators(self, code: str) -> None:
        """Paint raw page operators; they must leave the graphics state as it was."""

    def form(self, key: object, width: float, height: float, *, paint: Callable[[], str]) -> None:
        """Paint a picture at the origin; `paint` is called only the first time `key` is seen."""

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: tuple[float, float, float]) -> None:
        """Paint one run of text with its baseline at y."""

    def link(self, box: tuple[float, float, float, float], target: str, *, description: str) -> None:
        """Make a rectangle of the open element a link to an https, mailto or tel address."""

    def bookmark(self, title: str, level: int) -> None:
        """Add an entry to the document outline that leads to this page; level 0 is the top."""

    def next_page(self, width: float, height: float) -> None:
        """Begin a page of this size in points."""
