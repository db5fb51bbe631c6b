"""Paint on a surface in millimetres from the top left corner, in the roles of a style."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace

from handouts.compose.text import Span
from handouts.page.abbreviations import NONE, Abbreviations
from handouts.page.outlines import box_outline, hatch_lines, number
from handouts.page.style import MM, Style
from handouts.page.surface import Box, Surface
from handouts.page.typesetting import Line, SetText, baseline_mm, text_width_mm
from handouts.schema.layout import Face


@dataclass(frozen=True)
class Pen:
    """A style on a surface; y grows downward."""

    surface: Surface
    style: Style
    abbreviations: Abbreviations = NONE
    has_links: bool = True

    @property
    def unlinked(self) -> "Pen":
        """The same pen for what a listener has met before: a link must be inside an element."""
        return replace(self, has_links=False)

    @property
    def verbatim(self) -> "Pen":
        """The same pen for what people typed, such as a name: nothing in it is an abbreviation."""
        return replace(self, abbreviations=NONE)

    def y_pt(self, y_mm: float) -> float:
        """Return a height on the page in points from its lower edge."""
        return (self.style.paper.height_mm - y_mm) * MM

    def element(
        self,
        role: str,
        *,
        spoken: str | None = None,
        numbering: str | None = None,
        scope: str | None = None,
        summary: str | None = None,
        column_span: int = 1,
    ) -> AbstractContextManager[None]:
        """Open a structure element."""
        return self.surface.element(
            role,
            spoken=spoken,
            numbering=numbering,
            scope=scope,
            summary=summary,
            column_span=column_span,
        )

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
        """Set words with their baseline at `baseline`; abbreviations say their full words."""
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
        start, end = f"{_pt(x)} {number(self.y_pt(y))}", f"{_pt(x1)} {number(self.y_pt(y1))}"
        self._artifact(f"{self._stroke(colour, weight_pt)} {start} m {end} l S")

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
        """Draw a box, its border centred on its edge; `corners` rounds `all`, `top` or `bottom`."""
        edges = self._box(x, y, width, height)
        code = []
        if fill:
            code.append(self._numbers(fill) + " rg")
        if border:
            code.append(self._stroke(border, weight_pt))
        paint = "B" if fill and border else "f" if fill else "S"
        self._artifact(f"{' '.join(code)} {box_outline(edges, radius * MM, corners=corners)} {paint}")

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
        edges = self._box(x, y, width, height)
        lines = hatch_lines(edges, pitch * MM)
        with self.element("Span", spoken=spoken):
            self.surface.operators(
                f"q {box_outline(edges)} W n {self._stroke('rule', weight_pt)} {lines} S Q"
            )

    def disc(self, x: float, y: float, *, radius: float, colour: str) -> None:
        """Draw a filled disc round a centre."""
        self.box(x - radius, y - radius, 2 * radius, 2 * radius, fill=colour, radius=radius)

    def ring(self, x: float, y: float, *, radius: float, weight_pt: float, colour: str) -> None:
        """Draw a circle round a centre."""
        side = 2 * radius
        self.box(x - radius, y - radius, side, side, border=colour, weight_pt=weight_pt, radius=radius)

    def path(self, x: float, y: float, code: str, *, scale: float, colour: str, weight_pt: float = 0) -> None:
        """Paint operators in a unit of `scale` mm, y up, from (x, y), in one colour for fill and line."""
        numbers = self._numbers(colour)
        width = f"{number(weight_pt / (scale * MM))} w 1 J 1 j" if weight_pt else ""
        place = f"{scale * MM:.4f} 0 0 {scale * MM:.4f} {_pt(x)} {number(self.y_pt(y))} cm"
        self._artifact(f"{place} {numbers} rg {numbers} RG {width} {code}")

    def image(self, x: float, y: float, width: float, height: float, *, png: bytes) -> None:
        """Paint a PNG in a box."""
        self.surface.image(x * MM, self.y_pt(y + height), width * MM, height * MM, png=png)

    def _artifact(self, code: str) -> None:
        with self.surface.artifact():
            self.surface.operators(f"q {code} Q")

    def _stroke(self, colour: str, weight_pt: float) -> str:
        return f"{self._numbers(colour)} RG {number(weight_pt)} w"

    def _numbers(self, colour: str) -> str:
        return " ".join(map(number, self.style.palette[colour]))


def _pt(mm: float) -> str:
    return number(mm * MM)
