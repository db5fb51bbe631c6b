"""Our pictures as SVG files, so that every peer shows the same vector pictures."""

from collections.abc import Callable
from html import escape

from handouts.drawing.picture import Picture
from handouts.page.picture import ink, labels
from handouts.page.style import Style
from handouts.schema.glyphs import GRID, Glyph
from handouts.schema.measures import MM


def picture_svg(picture: Picture, mm_per_unit: float, style: Style) -> str:
    """Return a figure or a map, its words in our typeface."""
    left, right, bottom, top = (edge * mm_per_unit * MM for edge in picture.box)
    width, height = right - left, top - bottom
    shapes = "".join(_shapes(ink(picture, mm_per_unit, palette=style.palette)))
    words = []
    for label in labels(picture):
        face, at = style.face(label.role), label.at * mm_per_unit * MM
        anchor = "middle" if label.anchor == "middle" else "start"
        colour = _colour(style.palette[label.colour])
        for number, line in enumerate(label.lines):
            y = height - at.imag + number * face.leading_pt
            words.append(
                f'<text x="{at.real:.2f}" y="{y:.2f}" font-family="FiraGO" font-size="{face.size_pt}"'
                f' font-weight="{700 if face.strong or label.strong else 400}" fill="{colour}"'
                f' text-anchor="{anchor}">{escape(line)}</text>'
            )
    flipped = f'<g transform="translate(0 {height:.2f}) scale(1 -1)">{shapes}</g>'
    return _svg(width, height, flipped + "".join(words))


def glyph_svg(glyph: Glyph, colour: str, *, ground: str = "#FFFFFF") -> str:
    """Return one of our signs."""
    marks = []
    for mark in glyph:
        shade = ground if mark.reversed else colour
        look = (
            f'fill="{shade}"' if mark.filled else f'fill="none" stroke="{shade}" stroke-width="{mark.weight}"'
        )
        marks.append(f'<path d="{mark.path}" {look} stroke-linecap="round" stroke-linejoin="round"/>')
    return _svg(GRID, GRID, "".join(marks))


def _svg(width: float, height: float, inside: str) -> str:
    size = f'width="{width:.2f}pt" height="{height:.2f}pt" viewBox="0 0 {width:.2f} {height:.2f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


def _shapes(code: str) -> list[str]:
    """Return the operators of a picture as SVG elements."""
    reader = _Reader()
    waiting: list[str] = []
    for token in code.replace("[", " [ ").replace("]", " ] ").split():
        act = _OPERATORS.get(token)
        if act is None:
            waiting.append(token)
        else:
            act(reader, waiting)
            waiting = []
    return reader.out


class _Reader:
    """Follows what operators do to the page, and writes what they paint."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._path: list[str] = []
        self._state = {"fill": "#000", "stroke": "#000", "width": "1", "dash": ""}
        self._kept: list[tuple[dict[str, str], int]] = []
        self._groups = self._clips = 0

    def fill_colour(self, waiting: list[str]) -> None:
        self._state["fill"] = _colour(tuple(map(float, waiting)))

    def stroke_colour(self, waiting: list[str]) -> None:
        self._state["stroke"] = _colour(tuple(map(float, waiting)))

    def width(self, waiting: list[str]) -> None:
        self._state["width"] = waiting[0]

    def dash(self, waiting: list[str]) -> None:
        self._state["dash"] = " ".join(waiting[1 : waiting.index("]")])

    def keep(self, _: list[str]) -> None:
        self._kept.append((dict(self._state), self._groups))

    def give_back(self, _: list[str]) -> None:
        self._state, before = self._kept.pop()
        self.out.append("</g>" * (self._groups - before))
        self._groups = before

    def place(self, waiting: list[str]) -> None:
        self._open(f'transform="matrix({" ".join(waiting)})"')

    def clip(self, _: list[str]) -> None:
        name = f"c{id(self)}-{self._clips}"
        self._clips += 1
        self.out.append(f'<clipPath id="{name}"><path d="{self._drawn()}"/></clipPath>')
        self._open(f'clip-path="url(#{name})"')

    def fill(self, _: list[str]) -> None:
        self.out.append(f'<path d="{self._drawn()}" fill="{self._state["fill"]}"/>')

    def stroke(self, _: list[str]) -> None:
        look = f'stroke="{self._state["stroke"]}" stroke-width="{self._state["width"]}"'
        dash = f' stroke-dasharray="{self._state["dash"]}"' if self._state["dash"] else ""
        ends = 'stroke-linecap="round" stroke-linejoin="round"'
        self.out.append(f'<path d="{self._drawn()}" fill="none" {look} {ends}{dash}/>')

    def nothing(self, _: list[str]) -> None:
        pass

    def add(self, command: str, waiting: list[str]) -> None:
        self._path.append(f"{command}{' '.join(waiting)}")

    def _open(self, attribute: str) -> None:
        self.out.append(f"<g {attribute}>")
        self._groups += 1

    def _drawn(self) -> str:
        path, self._path = " ".join(self._path), []
        return path


_Act = Callable[[_Reader, list[str]], None]
_OPERATORS: dict[str, _Act] = {
    "m": lambda reader, waiting: reader.add("M", waiting),
    "l": lambda reader, waiting: reader.add("L", waiting),
    "c": lambda reader, waiting: reader.add("C", waiting),
    "h": lambda reader, waiting: reader.add("Z", waiting),
    "rg": _Reader.fill_colour,
    "RG": _Reader.stroke_colour,
    "w": _Reader.width,
    "d": _Reader.dash,
    "q": _Reader.keep,
    "Q": _Reader.give_back,
    "cm": _Reader.place,
    "n": _Reader.clip,
    "f": _Reader.fill,
    "S": _Reader.stroke,
    **dict.fromkeys(("W", "J", "j"), _Reader.nothing),
}


def _colour(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * part):02X}" for part in rgb)
