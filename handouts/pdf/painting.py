"""A part of a page as it goes into a file: its operators, packed, and its branch of the structure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from handouts.itself import Itself
from handouts.page.sheet import Part
from handouts.pdf.stream import Stream
from handouts.pdf.tags import Branch


@dataclass(frozen=True, slots=True)
class Picture:
    """A form or an image; `mask` is what can be seen through it, if anything."""

    stream: Stream
    mask: Stream | None = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Painting:
    """A painted part; `letters` are the characters it sets in the regular and in the bold face."""

    content: Stream
    branch: Branch
    pictures: Mapping[str, Picture]
    letters: tuple[frozenset[str], frozenset[str]]
    bookmarks: tuple[tuple[str, int], ...]

    @property
    def marks(self) -> int:
        """How many marks it has."""
        return len(self.branch.owners)


def painting_of(part: Part, *, first_mark: int) -> Painting:
    """Return a part painted so that its marks are numbered from `first_mark`.

    What many handouts share is painted for the first of them only.
    """
    return _kept(Itself(part), first_mark) if part.shared else _painted(part, first_mark)


def _painted(part: Part, first_mark: int) -> Painting:
    from handouts.pdf.canvas import TaggedCanvas

    canvas = TaggedCanvas(first_mark)
    part.draw(canvas)
    return canvas.painting(shared=part.shared)


# As many as a dozen plans have; a roster of thousands of different plans keeps no more.
@lru_cache(maxsize=256)
def _kept(part: Itself[Part], first_mark: int) -> Painting:
    return _painted(part.thing, first_mark)
