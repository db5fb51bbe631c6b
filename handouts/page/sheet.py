"""What the paper needs of the pages: sheets that can draw themselves, and what the file says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from handouts.page.surface import Surface
from handouts.schema.origin import Origin


class Part(Protocol):
    """What is painted together on one side of paper.

    Where it is `shared`, it is the same object on the papers of many people, and is painted only once.
    """

    def __hash__(self) -> int:
        """Return its hash: a part that is shared is the key of what is painted."""

    @property
    def shared(self) -> bool:
        """Whether it is the same for many people."""

    def draw(self, surface: Surface) -> None:
        """Paint it."""


class Sheet(Protocol):
    """One side of paper; lengths in points."""

    @property
    def width(self) -> float:
        """How wide it is."""

    @property
    def height(self) -> float:
        """How tall it is."""

    @property
    def parts(self) -> Sequence[Part]:
        """What is painted on it, in order."""


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
