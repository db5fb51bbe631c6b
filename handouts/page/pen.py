"""Paint on a surface in millimetres from the top left corner, in the roles of a style."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from handouts.page.setting import SetText, baseline_mm, text_width_mm
from handouts.page.style import MM, Style
from handouts.page.surface import Surface
from handouts.schema.layout import Face

# A cubic curve stands for a quarter circle when its handles are this share of the radius.
ROUND = 0.5523


@dataclass(frozen=True)
class Pen:
    """A style on a surface; y grows downward."""

    surface: Surface
    style: Style

    def _y(self, y_mm: float) -> float:
        return (self.style.paper.height_mm - y_mm) * MM

    @contextmanager
    def figure(self, alt: str, *, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Open a figure with its alternative text and the box it fills."""
        box = (x * MM, self._y(y + height), (x + width) * MM, self._y(y))
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
        """Set words with their baseline at `baseline`."""
        self.surface.text(
            x * MM,
            self._y(baseline),
            words,
            strong=face.strong if strong is None else strong,
            size=face.size_pt,
            colour=self.style.palette[colour or face.colour],
        )

    def text_right(self, right: float, baseline: float, words: str, face: Face) -> None:
        """Set words that end at `right`."""
        self.text(right - text_width_mm(words, face), baseline, words, face)

    def text_middle(
        self, middle: float, baseline: float, words: str, face: Face, *, colour: str = ""
    ) -> None:
        """Set words centred on `middle`."""
        self.text(middle - text_width_mm(words, face) / 2, baseline, words, face, colour=colour)

    def lines(self, x: float, y: float, text: SetText, *, colour: str = "", strong_colour: str = "") -> None:
        """Set broken lines, the top of the first at y.

        The space that ends each line but the last is set too: a listener hears two words, not one.
        """
        face = text.face
        baseline = y + baseline_mm(face)
        for number, line in enumerate(text.lines, start=1):
            for piece in line:
                strong = face.strong or piece.span.strong
                shade = strong_colour if strong and strong_colour else colour
                self._run(
                    x + piece.x_mm,
                    baseline,
                    piece.span.text,
                    piece.span.language,
                    face=face,
                    shade=shade,
                    strong=strong,
                )
            if number < len(text.lines) and not line[-1].span.text.endswith(" "):
                pass
            baseline += face.leading_pt / MM

    def _run(
        self,
        x: float,
        baseline: float,
        words: str,
        language: str | None,
        *,
        face: Face,
        shade: str,
        strong: bool,
    ) -> None:
        if language is None:
            self.text(x, baseline, words, face, colour=shade, strong=strong)
        else:
            with self.surface.element("Span", language=language):
                self.text(x, baseline, words, face, colour=shade, strong=strong)

    def rule(self, x: float, y: float, x1: float, *, weight_pt: float, colour: str = "rule") -> None:
        """Draw a horizontal line."""
        self.line(x, y, x1, y, weight_pt=weight_pt, colour=colour)

    def line(
        self, x: float, y: float, x1: float, y1: float, *, weight_pt: float, colour: str = "rule"
    ) -> None:
        """Draw a straight line as an artifact."""
        code = f"{_pt(x)} {_n(self._y(y))} m {_pt(x1)} {_n(self._y(y1))} l S"
        self._artifact(f"{self._stroke(colour, weight_pt)} {code}")

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
        """Draw a box as an artifact; `corners` rounds `all`, `top` or `bottom`."""
        path = self._rounded(x, y, width, height, radius=radius, corners=corners)
        code = []
        if fill:
            code.append("%s %s %s rg" % tuple(map(_n, self.style.palette[fill])))
        if border:
            code.append(self._stroke(border, weight_pt))
        paint = "B" if fill and border else "f" if fill else "S"
        self._artifact(f"{' '.join(code)} {path} {paint}")

    def hatch(
        self, x: float, y: float, width: float, height: float, *, pitch: float, weight_pt: float
    ) -> None:
        """Fill a box with lines at 45 degrees, `pitch` apart."""
        left, right, bottom, top = x * MM, (x + width) * MM, self._y(y + height), self._y(y)
        step, tall = pitch * MM * 2**0.5, top - bottom
        code = [
            f"{_n(left)} {_n(bottom)} {_n(right - left)} {_n(tall)} re W n",
            self._stroke("rule", weight_pt),
        ]
        at = left - tall + step / 2
        while at < right:
            code.append(f"{_n(at)} {_n(bottom)} m {_n(at + tall)} {_n(top)} l")
            at += step
        self._artifact(" ".join([*code, "S"]))

    def disc(self, x: float, y: float, *, radius: float, colour: str) -> None:
        """Draw a filled disc round a centre."""
        self.box(x - radius, y - radius, 2 * radius, 2 * radius, fill=colour, radius=radius)

    def path(self, x: float, y: float, code: str, *, scale: float, colour: str, weight_pt: float = 0) -> None:
        """Paint operators given in a unit of `scale` mm, y up, from (x, y), in one colour for fill and line."""
        numbers = " ".join(map(_n, self.style.palette[colour]))
        width = f"{_n(weight_pt / (scale * MM))} w 1 J 1 j" if weight_pt else ""
        place = f"{scale * MM:.4f} 0 0 {scale * MM:.4f} {_pt(x)} {_n(self._y(y))} cm"
        self._artifact(f"{place} {numbers} rg {numbers} RG {width} {code}")

    def _artifact(self, code: str) -> None:
        with self.surface.artifact():
            self.surface.operators(f"q {code} Q")

    def _stroke(self, colour: str, weight_pt: float) -> str:
        return "%s %s %s RG " % tuple(map(_n, self.style.palette[colour])) + f"{_n(weight_pt)} w"

    def _rounded(
        self, x: float, y: float, width: float, height: float, *, radius: float, corners: str
    ) -> str:
        left, right, bottom, top = x * MM, (x + width) * MM, self._y(y + height), self._y(y)
        if not radius:
            return f"{_n(left)} {_n(bottom)} {_n(right - left)} {_n(top - bottom)} re"
        above = radius * MM if corners in ("all", "top") else 0
        below = radius * MM if corners in ("all", "bottom") else 0
        a, b = above * (1 - ROUND), below * (1 - ROUND)
        points = (
            ((left + below, bottom), "m"),
            ((right - below, bottom), "l"),
            ((right - b, bottom, right, bottom + b, right, bottom + below), "c"),
            ((right, top - above), "l"),
            ((right, top - a, right - a, top, right - above, top), "c"),
            ((left + above, top), "l"),
            ((left + a, top, left, top - a, left, top - above), "c"),
            ((left, bottom + below), "l"),
            ((left, bottom + b, left + b, bottom, left + below, bottom), "c"),
        )
        return " ".join(f"{' '.join(map(_n, numbers))} {letter}" for numbers, letter in points) + " h"


def _pt(mm: float) -> str:
    return _n(mm * MM)


def _n(number: float) -> str:
    """Return a number as short as three decimals allow."""
    return f"{number:.3f}".rstrip("0").rstrip(".")
