"""Paint on a surface in millimetres from the top left corner, in the roles of a style."""

import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Unpack

from handouts.compose.text import Span
from handouts.page.paths import box_steps, hatch_steps
from handouts.page.style import Style
from handouts.page.surface import Box, Said, Step, Surface
from handouts.page.typesetting import PAGE_ROOM, Line, SetText, baseline_mm, text_width_mm
from handouts.schema.layout import Face
from handouts.schema.measures import MM


@dataclass(frozen=True)
class Abbreviations:
    """Short forms with their full words, such as Mon and Monday."""

    pairs: tuple[tuple[str, str], ...]

    def parts(self, words: str) -> Iterator[tuple[str, str]]:
        """Yield the runs of some words, each with its full words, or with none where it is no short form."""
        if self._pattern is None:
            yield words, ""
            return
        for number, part in enumerate(self._pattern.split(words)):
            if part:
                yield part, self._full[part] if number % 2 else ""

    @cached_property
    def _full(self) -> dict[str, str]:
        return dict(self.pairs)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """What finds a short form that stands alone, the longest first."""
        if not self.pairs:
            return None
        short = "|".join(re.escape(one) for one in sorted(self._full, key=len, reverse=True))
        return re.compile(rf"(?<!\w)({short})(?!\w)")


NONE = Abbreviations(())


class Pen(NamedTuple):
    """A style on a surface; y grows downward. `see_page` is the page that words point to, from 1."""

    surface: Surface
    style: Style
    abbreviations: Abbreviations = NONE
    has_links: bool = True
    see_page: int = 0

    @property
    def unlinked(self) -> "Pen":
        """The same pen for what a listener has met before: a link must be inside an element."""
        return self._replace(has_links=False)

    @property
    def verbatim(self) -> "Pen":
        """The same pen for what people typed, such as a name: nothing in it is an abbreviation."""
        return self._replace(abbreviations=NONE)

    def y_pt(self, y_mm: float) -> float:
        """Return a height on the page in points from its lower edge."""
        return (self.style.paper.height_mm - y_mm) * MM

    def element(self, role: str, **said: Unpack[Said]) -> AbstractContextManager[None]:
        """Open a structure element."""
        return self.surface.element(role, **said)

    @contextmanager
    def figure(self, alt: str, *, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Open a figure with its alternative text and the box it fills."""
        box = self._box(x, y, width, height)
        with self.surface.element("Figure", alt=alt, box=box):
            yield

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        face: Face,
        *,
        colour: str = "",
        strong: bool | None = None,
    ) -> None:
        """Set words with their baseline at `baseline`; abbreviations say their full words.

        The number of the page that they point to stands in the room that they keep for it.
        """
        words = words.replace(PAGE_ROOM, str(self.see_page)) if self.see_page else words
        strong, shade = face.strong if strong is None else strong, self.style.palette[colour or face.colour]
        for part, full in self.abbreviations.parts(words):
            with self.surface.element("Span", expansion=full) if full else nullcontext():
                at, size = (x * MM, self.y_pt(baseline)), face.size_pt
                self.surface.text(*at, part, strong=strong, size=size, colour=shade)
            x += text_width_mm(part, face, strong=strong)

    def text_right(self, right: float, baseline: float, words: str, face: Face, *, colour: str = "") -> None:
        """Set words that end at `right`."""
        self.text(right - text_width_mm(words, face), baseline, words, face, colour=colour)

    def text_middle(
        self, middle: float, baseline: float, words: str, face: Face, *, colour: str = ""
    ) -> None:
        """Set words centred on `middle`."""
        self.text(middle - text_width_mm(words, face) / 2, baseline, words, face, colour=colour)

    def lines(self, x: float, y: float, text: SetText, *, colour: str = "", strong_colour: str = "") -> None:
        """Set broken lines, the top of the first at y; `strong_colour` is that of the strong words."""
        baseline = y + baseline_mm(text.face)
        for line in text.lines:
            self.line_of_text(x, baseline, line, text.face, colour=colour, strong_colour=strong_colour)
            baseline += text.face.leading_pt / MM

    def line_of_text(
        self, x: float, baseline: float, line: Line, face: Face, *, colour: str = "", strong_colour: str = ""
    ) -> None:
        """Set one line, its baseline at `baseline`.

        The space that ends it is set too: a listener hears two words, not one.
        """
        for piece in line:
            strong = face.strong or piece.span.strong
            shade = strong_colour if strong and strong_colour else colour
            self._run(x + piece.x_mm, baseline, piece.span, face=face, colour=shade, strong=strong)

    def _run(self, x: float, baseline: float, span: Span, *, face: Face, colour: str, strong: bool) -> None:
        link = span.link if self.has_links else None
        role = "Link" if link else "Span" if span.language else ""
        with self.surface.element(role, language=span.language) if role else nullcontext():
            self.text(x, baseline, span.text, face, colour=colour, strong=strong)
            if link:
                width = text_width_mm(span.text, face, strong=strong)
                top = baseline - baseline_mm(face)
                box = self._box(x, top, width, face.leading_pt / MM)
                self.surface.link(box, link.target, description=link.description)

    def _box(self, x: float, y: float, width: float, height: float) -> Box:
        """Return a box on the page in points from the lower left corner."""
        return x * MM, self.y_pt(y + height), (x + width) * MM, self.y_pt(y)

    def rule(self, x: float, y: float, x1: float, *, weight_pt: float, colour: str = "rule") -> None:
        """Draw a horizontal line."""
        self.line(x, y, x1, y, weight_pt=weight_pt, colour=colour)

    def line(
        self, x: float, y: float, x1: float, y1: float, *, weight_pt: float, colour: str = "rule"
    ) -> None:
        """Draw a straight line as an artifact."""
        steps: list[Step] = [("m", (x * MM, self.y_pt(y))), ("l", (x1 * MM, self.y_pt(y1)))]
        with self.surface.artifact():
            self.surface.path(steps, line=self.style.palette[colour], weight=weight_pt)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        border: str = "",
        weight_pt: float = 0,
        radius: float = 0,
        corners: str = "all",
    ) -> None:
        """Draw a box, its border centred on its edge; `corners` rounds `all` or those at the `top`."""
        steps = box_steps(self._box(x, y, width, height), radius * MM, corners=corners)
        colours = self.style.palette
        with self.surface.artifact():
            self.surface.path(
                steps,
                fill=colours[fill] if fill else None,
                line=colours[border] if border else None,
                weight=weight_pt,
            )

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        border: str,
        weight_pt: float,
        fill: str = "",
        radius: float = 0,
    ) -> None:
        """Draw a box whose border stays inside it."""
        edge = weight_pt / MM / 2
        box = (x + edge, y + edge, width - 2 * edge, height - 2 * edge)
        self.box(*box, fill=fill, border=border, weight_pt=weight_pt, radius=radius)

    def hatch(
        self, x: float, y: float, width: float, height: float, *, pitch: float, weight_pt: float, spoken: str
    ) -> None:
        """Fill a box with lines at 45 degrees, `pitch` apart; `spoken` is what they say to a listener."""
        edges, ink = self._box(x, y, width, height), self.style.palette["rule"]
        with self.element("Span", spoken=spoken):
            self.surface.path(hatch_steps(edges, pitch * MM), line=ink, weight=weight_pt, within=edges)

    def disc(self, x: float, y: float, *, radius: float, colour: str) -> None:
        """Draw a filled disc round a centre."""
        self.box(x - radius, y - radius, 2 * radius, 2 * radius, fill=colour, radius=radius)

    def ring(self, x: float, y: float, *, radius: float, weight_pt: float, colour: str) -> None:
        """Draw a circle round a centre."""
        side = 2 * radius
        self.box(x - radius, y - radius, side, side, border=colour, weight_pt=weight_pt, radius=radius)

    def path(
        self,
        x: float,
        y: float,
        steps: Iterable[Step],
        *,
        scale: float,
        colour: str,
        weight_pt: float | None = None,
    ) -> None:
        """Paint a path in a unit of `scale` mm, y down, from (x, y): filled, or as a line of a weight."""
        left, top, shade = x * MM, self.y_pt(y), self.style.palette[colour]
        unit = scale * MM

        def placed(numbers: tuple[float, ...]) -> tuple[float, ...]:
            points = zip(numbers[::2], numbers[1::2], strict=True)
            return tuple(at for across, down in points for at in (left + across * unit, top - down * unit))

        path = [(step, placed(numbers)) for step, numbers in steps]
        with self.surface.artifact():
            if weight_pt is None:
                self.surface.path(path, fill=shade)
            else:
                self.surface.path(path, line=shade, weight=weight_pt, round_ends=True)

    def image(self, x: float, y: float, width: float, height: float, *, image: bytes) -> None:
        """Paint a PNG or JPEG in a box."""
        self.surface.image(x * MM, self.y_pt(y + height), width * MM, height * MM, image=image)
