"""A surface that keeps what is painted on it, in millimetres from the top left corner of an A4 page."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from pytest import approx

from handouts.library import LAYOUTS
from handouts.library.layouts import find_layout
from handouts.page.blocks.clinic_copy import CopyMark
from handouts.page.blocks.footer import PageFooter
from handouts.page.drawable import Drawable, Placed
from handouts.page.pages import Page
from handouts.page.pen import Pen
from handouts.page.style import Style
from handouts.page.surface import Box, Colour, Step
from handouts.page.type import width_pt
from handouts.schema.base import Colouring
from handouts.schema.measures import MM

A4_HEIGHT_MM = 297
# A measure in em has three decimals: a hundredth of a millimetre is near enough.
near = partial(approx, abs=0.01)


@dataclass(frozen=True)
class Words:
    """One run; `inside` are the roles of the open elements, empty for an artifact."""

    text: str
    x: float
    baseline: float
    size: float
    strong: bool
    colour: Colour
    inside: tuple[str, ...]

    @property
    def end(self) -> float:
        return self.x + width_pt(self.text.rstrip(), strong=self.strong, size_pt=self.size) / MM


@dataclass
class Element:
    """A structure element: what it is, what is said of it, and what it contains."""

    role: str
    said: dict[str, Any] = field(default_factory=dict)
    kids: list["Element | str"] = field(default_factory=list)

    def find(self, role: str) -> list["Element"]:
        own = [self] if self.role == role else []
        return own + [found for kid in self.kids if isinstance(kid, Element) for found in kid.find(role)]

    @property
    def elements(self) -> list["Element"]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)


@dataclass(frozen=True)
class Painted:
    """A path with its colours; `within` is the box it is seen in."""

    steps: tuple[Step, ...]
    fill: Colour | None
    line: Colour | None
    weight: float
    within: Box | None

    @property
    def is_bordered(self) -> bool:
        """Whether it has a fill and a border, as boxes to tick have."""
        return bool(self.fill and self.line)


@dataclass
class Drawn:
    """A surface that records."""

    words: list[Words] = field(default_factory=list)
    paths: list[Painted] = field(default_factory=list)
    forms: list[tuple[float, float, float, float]] = field(default_factory=list)
    bookmarks: list[tuple[str, int]] = field(default_factory=list)
    document: Element = field(default_factory=lambda: Element("Document"))
    open: list[Element] = field(default_factory=list)
    artifacts: int = 0

    @contextmanager
    def element(self, role: str, **said: Any) -> Iterator[None]:
        element = Element(role, {key: value for key, value in said.items() if value is not None})
        if not self.artifacts:
            (self.open[-1] if self.open else self.document).kids.append(element)
        self.open.append(element)
        yield
        self.open.pop()

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with self.element("Sect"):
            yield

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        self.artifacts += 1
        yield
        self.artifacts -= 1

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
        self.paths.append(Painted(tuple(steps), fill, line, weight, within))

    def form(
        self, code: str, width: float, height: float, *, x: float = 0, y: float = 0, scale: float = 1
    ) -> None:
        top = A4_HEIGHT_MM - (y + height) / MM
        self.forms.append((x / MM, top, width / MM, height / MM))

    def qr_code(self, value: str, x: float, y: float, size: float, *, alt: str) -> None:
        with self.element("Figure", alt=alt):
            pass

    def bar_code(self, value: str, box: Box, *, alt: str) -> None:
        with self.element("Figure", alt=alt):
            pass

    def text(self, x: float, y: float, text: str, *, strong: bool, size: float, colour: Colour) -> None:
        inside = () if self.artifacts else tuple(element.role for element in self.open)
        baseline = A4_HEIGHT_MM - y / MM
        self.words.append(Words(text, x / MM, baseline, size, strong, colour, inside))
        if inside:
            self.open[-1].kids.append(text)

    def image(self, x: float, y: float, width: float, height: float, *, image: bytes) -> None:
        pass

    def link(self, box: Box, target: str, *, description: str) -> None:
        pass

    def bookmark(self, title: str, level: int) -> None:
        self.bookmarks.append((title, level))

    def at(self, start: str) -> Words:
        """Return the first run that begins with these words."""
        return next(words for words in self.words if words.text.startswith(start))

    def overlaps(self) -> list[tuple[str, str]]:
        """Return the neighbouring runs of a line that stand on each other."""
        lines: dict[float, list[Words]] = {}
        for words in self.words:
            lines.setdefault(round(words.baseline, 2), []).append(words)
        ordered = [sorted(line, key=lambda words: words.x) for line in lines.values()]
        return [
            (one.text, other.text)
            for line in ordered
            for one, other in zip(line, line[1:], strict=False)
            if one.end > other.x + 0.02
        ]


@cache
def look(layout: str = "clinic", paper: str = "a4", *, colour: Colouring = "colour") -> Style:
    """Return a shipped layout on a paper."""
    return Style(find_layout(layout, [LAYOUTS]), paper, colour)


def draw(block: Drawable, *, x: float = 0, y: float = 0, style: Style | None = None) -> Drawn:
    """Return what a block paints with its corner at (x, y)."""
    drawn = Drawn()
    block.draw(Pen(drawn, style or look()), x, y)
    return drawn


def placed_on(page: Page) -> list[Placed]:
    """Return the blocks of a page with their places, but for its footer and the mark of a copy."""
    placed = [placed for part in page.parts for placed in part.placed]
    return [one for one in placed if not isinstance(one.block, PageFooter | CopyMark)]
