"""What the paper needs of the pages: sheets that can draw themselves, and what the file says of itself."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from handouts.page.surface import Surface
from handouts.schema.origin import Origin


class Sheet(Protocol):
    """One side of paper; lengths in points."""

    @property
    def width(self) -> float:
        """How wide it is."""

    @property
    def height(self) -> float:
        """How tall it is."""

    def draw(self, surface: Surface) -> None:
        """Paint it on a page of its size that has been begun."""


@dataclass(frozen=True)
class Pages:
    """Everything one file is made from; `language` is a language tag such as `en-GB`.

    `origin` is what the file says it was made from, if that is known.
    """

    title: str
    language: str
    author: str
    date: date
    sheets: tuple[Sheet, ...]
    origin: Origin | None = None
