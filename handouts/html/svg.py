"""Pictures and signs as SVG: the operators that paint them on paper, followed step by step.

So the shapes of both are the same, and only `page/picture.py` knows how a shape is painted.
"""

from collections.abc import Iterator

from handouts.drawing.picture import Picture
from handouts.html.markup import Markup, element, joined
from handouts.page.picture import ink, labels
from handouts.page.style import Style
from handouts.page.typesetting import text_width_mm
from handouts.schema.glyphs import GRID, Glyph
from handouts.schema.layout import Rgb
from handouts.schema.measures import MM

# The left, top, width and height that are seen of a picture, in points.
View = tuple[float, float, float, float]

PEN = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}


def svg(inside: str, view: View, **attributes: str | None) -> Markup:
    """Return a picture with these shapes in it."""
    return element("svg", inside, viewBox=" ".join(f"{edge:.5g}" for edge in view), **attributes)


def view_of(picture: Picture, mm_per_unit: float) -> View:
    """Return the whole of a picture, so many millimetres to its unit."""
    return 0, 0, picture.width * mm_per_unit * MM, picture.height * mm_per_unit * MM


def shapes_of(picture: Picture, mm_per_unit: float, style: Style, *, name: str) -> Markup:
    """Return the shapes of a picture with its words, in points from its upper left corner.

    `name` is one that no other picture of the page has.
    """
    height = view_of(picture, mm_per_unit)[3]
    code = ink(picture, mm_per_unit, palette=style.palette)
    painted = _Reader(name).read(code)
    shapes = element("g", Markup(painted), transform=f"matrix(1 0 0 -1 0 {height:.2f})", **PEN)
    return joined(shapes, *_words(picture, mm_per_unit, height, style))


def glyph_svg(glyph: Glyph) -> Markup:
    """Return a sign in the colour of the words around it; a listener hears nothing of it."""
    marks = []
    for mark in glyph:
        shade = "var(--ground)" if mark.reversed else "currentColor"
        look = {"fill": shade} if mark.filled else {"stroke": shade, "stroke_width": f"{mark.weight:g}"}
        marks.append(element("path", d=mark.path, **look))
    return svg(joined(*marks), (0, 0, GRID, GRID), class_="glyph", aria_hidden="true", **PEN)


def hexadecimal(colour: Rgb) -> str:
    """Return a colour as CSS has it."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def _words(picture: Picture, mm_per_unit: float, height: float, style: Style) -> Iterator[Markup]:
    for label in labels(picture):
        face, at = style.face(label.role), label.at * mm_per_unit * MM
        for number, line in enumerate(label.lines):
            yield element(
                "text",
                line,
                x=f"{at.real:.2f}",
                y=f"{height - at.imag + number * face.leading_pt:.2f}",
                font_size=f"{face.size_pt:g}",
                font_weight="700" if face.strong or label.strong else None,
                fill=hexadecimal(style.palette[label.colour]),
                text_anchor="middle" if label.anchor == "middle" else None,
                # As wide as on paper, whatever typeface there is.
                textLength=f"{text_width_mm(line, face, strong=label.strong or None) * MM:.2f}",
                lengthAdjust="spacingAndGlyphs",
            )


# Those after W, J and j come to nothing here: what is clipped is so at `n`, and all lines have round ends.
_OPERATORS = frozenset(["m", "l", "h", "rg", "RG", "w", "d", "q", "Q", "cm", "W", "n", "f", "S", "J", "j"])


class _Reader:
    """Follows what operators do to the page, and writes what they paint."""

    def __init__(self, name: str) -> None:
        self._out: list[str] = []
        self._path: list[str] = []
        self._state = {"fill": "#000", "stroke": "#000", "width": "1", "dash": ""}
        self._kept: list[tuple[dict[str, str], int]] = []
        self._name = name
        self._groups = self._clips = 0
        self._at = 0, 0

    def read(self, code: str) -> str:
        """Return what some operators paint."""
        waiting: list[str] = []
        for token in code.replace("[", " [ ").replace("]", " ] ").split():
            if token in _OPERATORS:
                self._follow(token, waiting)
                waiting = []
            else:
                waiting.append(token)
        return "".join(self._out)

    def _follow(self, operator: str, waiting: list[str]) -> None:  # noqa: C901
        """Do what one operator does with the numbers before it."""
        match operator:
            case "m":
                self._at = int(waiting[0]), int(waiting[1])
                self._path.append(f"M{waiting[0]} {waiting[1]}l")
            case "l":
                # From the last point, which takes a third less room.
                (left, below), self._at = self._at, (int(waiting[0]), int(waiting[1]))
                self._path.append(f"{self._at[0] - left} {self._at[1] - below} ")
            case "h":
                self._path.append("Z")
            case "rg" | "RG":
                self._state["fill" if operator == "rg" else "stroke"] = _colour(waiting)
            case "w":
                self._state["width"] = waiting[0]
            case "d":
                self._state["dash"] = " ".join(waiting[1 : waiting.index("]")])
            case "q":
                self._kept.append((dict(self._state), self._groups))
            case "Q":
                self._state, before = self._kept.pop()
                self._out.append("</g>" * (self._groups - before))
                self._groups = before
            case "cm":
                self._open(f'transform="matrix({" ".join(waiting)})"')
            case "n":
                self._clip()
            case "f":
                self._out.append(f'<path d="{self._drawn()}" fill="{self._state["fill"]}"/>')
            case "S":
                self._stroke()

    def _clip(self) -> None:
        name = f"{self._name}-{self._clips}"
        self._clips += 1
        self._out.append(f'<clipPath id="{name}"><path d="{self._drawn()}"/></clipPath>')
        self._open(f'clip-path="url(#{name})"')

    def _stroke(self) -> None:
        look = f'stroke="{self._state["stroke"]}" stroke-width="{self._state["width"]}"'
        dash = f' stroke-dasharray="{self._state["dash"]}"' if self._state["dash"] else ""
        self._out.append(f'<path d="{self._drawn()}" {look}{dash}/>')

    def _open(self, attribute: str) -> None:
        self._out.append(f"<g {attribute}>")
        self._groups += 1

    def _drawn(self) -> str:
        path, self._path = "".join(self._path), []
        return path.replace(" -", "-").replace(" Z", "Z").replace(" M", "M").rstrip()


def _colour(parts: list[str]) -> str:
    red, green, blue = map(float, parts)
    return hexadecimal((red, green, blue))
