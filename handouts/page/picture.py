"""A picture becomes PDF page operators.

Coordinates are written as whole hundredths of a point, which is shorter and faster to write than
decimals; the operators scale themselves by 1/100.
"""

import math
from collections.abc import Iterable, Iterator, Sequence

from handouts.drawing.curves import Line, curve, resample, simplify, turn, unit
from handouts.drawing.picture import (
    Arrow,
    Clip,
    Dots,
    Fill,
    Floor,
    Hatch,
    Label,
    Lines,
    Picture,
    Points,
    Shape,
    Shapes,
    Start,
    Stroke,
    Taper,
    Weight,
)
from handouts.page.style import Palette
from handouts.schema.measures import MM

# Hundredths of a point: half a dot of a 600 dpi printer, so that nobody can see what was left out.
_FINEST = 6.0
_HALO_PT = 2.2


def line_weight_pt(mm_per_unit: float) -> float:
    """Return how heavy a near outline is at a scale: .52 pt at .42 mm per unit, .89 at .84, at least .5."""
    return max(0.5, 0.52 + (mm_per_unit - 0.42) * 0.37 / 0.42)


def ink(picture: Picture, mm_per_unit: float, *, palette: Palette, arrows: bool = True) -> str:
    """Return operators that paint everything but the labels, in points from the box's lower left corner.

    Where it is too small for `arrows`, only those in a close-up are painted. The operators leave the
    graphics state as it was. Raises KeyError for a colour role the palette does not have.
    """
    painter = _Painter(picture, mm_per_unit, palette=palette)
    painter.paint(shape for shape in picture.shapes if arrows or not isinstance(shape, Arrow))
    return "q 0.01 0 0 0.01 0 0 cm 1 J 1 j\n" + "\n".join(painter.code) + "\nQ"


def labels(picture: Picture) -> Iterator[Label]:
    """Yield the picture's words, those inside clips too, in painting order."""
    yield from _labels(picture.shapes)


def _labels(shapes: Shapes) -> Iterator[Label]:
    for shape in shapes:
        if isinstance(shape, Label):
            yield shape
        elif isinstance(shape, Clip):
            yield from _labels(shape.shapes)


class _Painter:
    """Writes operators and remembers what the page already knows."""

    def __init__(self, picture: Picture, mm_per_unit: float, *, palette: Palette) -> None:
        self.code: list[str] = []
        self._palette = palette
        self._scale = mm_per_unit * MM * 100
        self._line_pt = line_weight_pt(mm_per_unit)
        self._origin = complex(picture.box[0], picture.box[2])
        self._state: dict[str, str] = {}
        # A third of the outlines is both stroked and filled, which saves 4 % of a `make`; the tuple is kept
        # so that its id stays its own.
        self._paths: dict[tuple[int, bool], tuple[Points, str]] = {}

    def paint(self, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            self._shape(shape)

    def _shape(self, shape: Shape) -> None:
        match shape:
            case Fill():
                self._fill(self._path(shape.points, closed=True), shape.colour)
            case Stroke() | Taper():
                self._line(shape)
            case Dots():
                self._dots(shape)
            case Hatch():
                self._hatch(shape)
            case Arrow():
                self._arrow(shape)
            case Clip():
                self._within(shape.points, shape.shapes)
            case Floor() | Start():
                self.paint(shape.shapes)
            # A Label is not painted here: the page sets words in the handout's typeface.

    def _line(self, line: Stroke | Taper) -> None:
        if isinstance(line, Stroke):
            self._pen(line.colour, self._pt(line.weight), dash_pt=line.dash_pt)
            self.code.append(self._path(line.points, closed=line.closed) + " S")
        else:
            start, middle, end = map(self._pt, line.widths)
            outline = _tapered(self._placed(line.points), (start, middle, end))
            self._fill(_written(outline), line.colour)

    def _pt(self, weight: Weight) -> float:
        """Return how heavy a line is, in points."""
        return weight.pt(self._line_pt) if isinstance(weight, Lines) else weight

    def _within(self, outline: Points, shapes: Shapes) -> None:
        """Paint shapes where they lie inside an outline."""
        before = dict(self._state)
        self.code.append("q " + self._path(outline, closed=True) + " W n")
        self.paint(shapes)
        self.code.append("Q")
        self._state = before

    def _placed(self, points: Sequence[complex]) -> Line:
        """Return the points on the page, in hundredths of a point."""
        origin, scale = self._origin, self._scale
        return [(point - origin) * scale for point in points]

    def _path(self, points: Points, *, closed: bool) -> str:
        """Return the operators of an outline, written once however often it is painted."""
        key = (id(points), closed)
        if key not in self._paths:
            self._paths[key] = points, _written(self._placed(points), closed=closed)
        return self._paths[key][1]

    def _fill(self, path: str, colour: str) -> None:
        self._set("fill", self._colour(colour) + " rg")
        self.code.append(path + " f")

    def _pen(self, colour: str, weight_pt: float, *, dash_pt: tuple[float, ...] = ()) -> None:
        self._set("stroke", self._colour(colour) + " RG")
        self._set("weight", f"{weight_pt * 100:.0f} w")
        self._set("dash", f"[{' '.join(f'{length * 100:.0f}' for length in dash_pt)}] 0 d")

    def _set(self, what: str, operator: str) -> None:
        """Write an operator unless the page is in that state already."""
        if self._state.get(what, "[] 0 d" if what == "dash" else "") != operator:
            self._state[what] = operator
            self.code.append(operator)

    def _colour(self, name: str) -> str:
        return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in self._palette[name])

    def _dots(self, dots: Dots) -> None:
        """Paint dots as lines of no length with round caps: one path for all of them."""
        self._pen(dots.colour, 2 * dots.radius_pt)
        at = [f"{point.real:.0f} {point.imag:.0f}" for point in self._placed(dots.centres)]
        self.code.append(" ".join(f"{place} m {place} l" for place in at) + " S")

    def _hatch(self, hatch: Hatch) -> None:
        """Paint parallel lines on one grid, so that those of neighbouring outlines meet."""
        tilt, pitch = turn(hatch.degrees), hatch.pitch_pt * 100 / self._scale
        level = [point / tilt for point in hatch.points]
        left, right = min(p.real for p in level), max(p.real for p in level)
        lowest, highest = min(p.imag for p in level), max(p.imag for p in level)
        heights = [row * pitch for row in range(math.ceil(lowest / pitch), math.floor(highest / pitch) + 1)]
        lines = [(complex(left, y) * tilt, complex(right, y) * tilt) for y in heights]
        self._within(hatch.points, tuple(Stroke(line, hatch.colour, hatch.weight_pt) for line in lines))

    def _arrow(self, arrow: Arrow) -> None:
        line = self._placed(arrow.points)
        shaft_pt = self._pt(arrow.shaft)
        path = _written((_double_arrow if arrow.double else _single_arrow)(line, shaft_pt))
        self._pen("paper", _HALO_PT)
        self.code.append(path + " S")
        self._fill(path, arrow.colour)


def _written(points: Line, *, closed: bool = True) -> str:
    """Return the operators of a line through points in hundredths of a point."""
    kept = simplify([*points, points[0]] if closed else points, within=_FINEST)
    if closed:
        del kept[-1]
    places = [f"{point.real:.0f} {point.imag:.0f}" for point in kept]
    ending = " l h" if closed else " l"
    return f"{places[0]} m " + " l ".join(places[1:]) + ending


def _directions(line: Line) -> Line:
    """Return the direction of the line at each of its points."""
    last = len(line) - 1
    return [unit(line[min(i + 1, last)] - line[max(i - 1, 0)]) for i in range(last + 1)]


def _tapered(line: Line, widths_pt: tuple[float, float, float]) -> Line:
    """Return the outline of a line whose width runs through three values; hundredths of a point."""
    if len(line) < 6:
        line = curve(line, steps=5)
    start, middle, end = widths_pt
    last = len(line) - 1
    # The one parabola through the three widths.
    bend, rise = 2 * (start + end) - 4 * middle, 4 * middle - 3 * start - end
    halves = [50 * (start + (rise + bend * i / last) * i / last) for i in range(last + 1)]
    sides = [1j * direction * half for direction, half in zip(_directions(line), halves, strict=True)]
    left = [point + side for point, side in zip(line, sides, strict=True)]
    right = [point - side for point, side in zip(line, sides, strict=True)]
    return left + right[::-1]


def _length(line: Line) -> float:
    """Return how long a line is."""
    return sum(abs(b - a) for a, b in zip(line, line[1:], strict=False))


def _divided(line: Line, parts: int) -> Line:
    """Return the line as about this many equal steps."""
    return resample(line, max(_length(line) / parts, 1e-6))


def _cut(line: Line, *, back: float) -> Line:
    """Return the line without its last stretch, so that it ends `back` before its end."""
    tip = line[-1]
    while len(line) > 3 and abs(line[-1] - tip) <= back:
        line = line[:-1]
    return [*line, tip + unit(line[-1] - tip) * back]


def _head(neck: complex, tip: complex, *, size: float) -> Line:
    """Return an arrow head: left barb, tip, right barb; the barbs are swept back past the neck."""
    ahead = unit(tip - neck)
    base = tip - ahead * size
    return [base + 0.52j * ahead * size, tip, base - 0.52j * ahead * size]


def _single_arrow(line: Line, shaft_pt: float) -> Line:
    """Return the outline of an arrow whose shaft swells from 35 % at the tail."""
    # A head never takes more than half of a short arrow; its shaft gets thinner with it.
    size = min(shaft_pt * 280, _length(line) * 0.5)
    width = size / 2.8
    shaft = _cut(_divided(line, 24), back=0.82 * size)
    head = _head(shaft[-1], line[-1], size=size)
    directions = [*_directions(shaft)[:-1], unit(line[-1] - shaft[-1])]
    last = len(shaft) - 1
    halves = [0.5 * width * (0.35 + 0.65 * i / last) for i in range(last + 1)]
    left = [p + 1j * d * half for p, d, half in zip(shaft, directions, halves, strict=True)]
    right = [p - 1j * d * half for p, d, half in zip(shaft, directions, halves, strict=True)]
    return left + head + right[::-1]


def _double_arrow(line: Line, shaft_pt: float) -> Line:
    """Return the outline of an arrow with a head at each end and an even shaft."""
    size = min(shaft_pt * 280, _length(line) * 0.35)
    half = size * 0.14
    shaft = _cut(_divided(line, 24), back=0.9 * size)
    shaft = _cut(shaft[::-1], back=0.9 * size)[::-1]
    directions = _directions(shaft)
    left = [p + 1j * d * half for p, d in zip(shaft, directions, strict=True)]
    right = [p - 1j * d * half for p, d in zip(shaft, directions, strict=True)]
    return left + _head(shaft[-1], line[-1], size=size) + right[::-1] + _head(shaft[0], line[0], size=size)
