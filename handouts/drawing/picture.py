"""A picture as plain shapes: where they are, which role colours them, and what they say aloud.

Coordinates are complex numbers, x to the right and y up, in the picture's own unit; a painter says
how many millimetres a unit is. Dot sizes and text sizes are points and never scale with the picture;
a line is so many points heavy, or so many of the lines of a figure (`Lines`). A colour is a role of
the layout (`ink`, `accent`, `paper` …), a role of the illustration palette (`skin`, `shirt` …), or a
tone of the drawing itself as `#RRGGBB`. A tint is written with its strength in percent: `skin 64` on
paper, `shirt 45 ink` on another colour.

Shapes are made by the thousand, so they are named tuples: these are made in half the time of a dataclass.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from handouts.drawing.curves import turn
from handouts.schema.layout import FaceRole

Points = tuple[complex, ...]
Side = Literal["left", "right"]

# How far down the floor under a figure is shown, in its units.
FLOOR_DEPTH = 1.1


@dataclass(frozen=True, slots=True)
class Lines:
    """As heavy as `count` near outlines of a figure, whose weight goes with its scale."""

    count: float
    least_pt: float = 0

    def __mul__(self, times: float) -> "Lines":
        """Return a line that is so many times as heavy, its least weight too."""
        return Lines(self.count * times, self.least_pt * times)

    def pt(self, line_pt: float) -> float:
        """Return the weight in points where near outlines are `line_pt` heavy."""
        return max(self.least_pt, self.count * line_pt)


# In points where it is a number.
Weight = float | Lines


class Fill(NamedTuple):
    """A closed outline filled with a colour role (non-zero winding)."""

    points: Points
    colour: str


class Stroke(NamedTuple):
    """A line with round caps and joins; `dash_pt` is an on-off pattern."""

    points: Points
    colour: str
    weight: Weight
    closed: bool = False
    dash_pt: tuple[float, ...] = ()


class Taper(NamedTuple):
    """An inked line whose width changes from start over middle to end, as a filled outline."""

    points: Points
    colour: str
    widths: tuple[Weight, Weight, Weight]


class Dots(NamedTuple):
    """Filled dots, one radius for all."""

    centres: Points
    radius_pt: float
    colour: str


class Hatch(NamedTuple):
    """Parallel lines inside a closed outline, `pitch_pt` apart, at `degrees` from the x axis."""

    points: Points
    colour: str
    weight_pt: float
    pitch_pt: float
    degrees: float = 45


class Arrow(NamedTuple):
    """A tapered arrow along a line, with a paper-coloured halo; `double` has a head at each end."""

    points: Points
    colour: str
    shaft: Weight
    double: bool = False


class Label(NamedTuple):
    """Words in the picture; `anchor` is where `at` stands: start, middle or end of the first baseline."""

    at: complex
    lines: tuple[str, ...]
    role: FaceRole = "map_label"
    anchor: str = "start"
    strong: bool = False
    colour: str = "ink"


class Clip(NamedTuple):
    """Shapes seen only inside a closed outline."""

    points: Points
    shapes: "Shapes"


class Floor(NamedTuple):
    """The floor at height 0; where a picture is made wider it goes on at its open ends."""

    left: float
    right: float
    open_left: bool = True
    open_right: bool = True

    @property
    def shapes(self) -> tuple[Fill, Stroke]:
        """The band below the floor and its line."""
        left, right = complex(self.left), complex(self.right)
        band = (left - 1j * FLOOR_DEPTH, right - 1j * FLOOR_DEPTH, right, left)
        return Fill(band, "prop_shade"), Stroke((left, right), "ink", Lines(1))


class Start(NamedTuple):
    """The pale pose a movement begins with; the rest of the picture lies between `left` and `right`."""

    shapes: "Shapes"
    left: float
    right: float


Shape = Fill | Stroke | Taper | Dots | Hatch | Arrow | Label | Clip | Floor | Start
Shapes = tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in painting order inside a box of (left, right, bottom, top) in units.

    `digest` stands for the numbers it is drawn from; a picture of no digest is hashed by its box.
    """

    box: tuple[float, float, float, float]
    shapes: Shapes
    digest: str = ""

    def __hash__(self) -> int:
        """Return the hash of digest and box: pictures are keys of caches, too large to be hashed whole."""
        return hash((self.digest, self.box))

    @property
    def width(self) -> float:
        """The width in units."""
        return self.box[1] - self.box[0]

    @property
    def height(self) -> float:
        """The height in units."""
        return self.box[3] - self.box[2]

    def widened(self, least_width: float) -> "Picture":
        """Return the picture at least so wide: its floor, if it has one, goes on at its open ends."""
        missing = least_width - self.width
        floor = next((shape for shape in self.shapes if isinstance(shape, Floor)), None)
        if missing <= 0:
            return self
        left, right, bottom, top = self.box
        if floor is None:
            return replace(self, box=(left - missing / 2, right + missing / 2, bottom, top))
        more = missing / (floor.open_left + floor.open_right)
        left, right = left - more * floor.open_left, right + more * floor.open_right
        longer = floor._replace(
            left=left if floor.open_left else floor.left,
            right=right if floor.open_right else floor.right,
        )
        shapes = (longer if shape is floor else shape for shape in self.shapes)
        return replace(self, box=(left, right, bottom, top), shapes=tuple(shapes))

    @property
    def without_start(self) -> "Picture":
        """The picture without its start pose, and no wider than what is left."""
        start = next((shape for shape in self.shapes if isinstance(shape, Start)), None)
        if start is None:
            return self
        left, right = start.left, start.right
        shapes = (
            shape._replace(left=max(left, shape.left), right=min(right, shape.right))
            if isinstance(shape, Floor)
            else shape
            for shape in self.shapes
            if shape is not start
        )
        return replace(self, box=(left, right, *self.box[2:]), shapes=tuple(shapes))


def mirrored(picture: Picture) -> Picture:
    """Return the exact mirror image of a picture, in a mirrored box."""
    left, right, bottom, top = picture.box
    mirror = _Mover(lambda points: tuple([-point.conjugate() for point in points]), mirrors=True)
    return replace(picture, box=(-right, -left, bottom, top), shapes=mirror.shapes(picture.shapes))


def enlarged(shapes: Iterable[Shape], times: float, *, about: complex) -> Shapes:
    """Return shapes so many times as large, with their origin at a place."""
    return _Mover(lambda points: tuple([about + point * times for point in points])).shapes(shapes)


def filled_points(shapes: Iterable[Shape]) -> Iterator[complex]:
    """Yield the points of everything that is filled."""
    for shape in shapes:
        if isinstance(shape, Clip | Fill):
            yield from shape.points


def turned(shapes: Iterable[Shape], degrees: float, *, about: complex, to: complex) -> Shapes:
    """Return shapes turned counter-clockwise about a place, which comes `to` another one."""
    factor = turn(degrees)
    return _Mover(lambda points: tuple([to + (point - about) * factor for point in points])).shapes(shapes)


class _Mover:
    """Moves every point of shapes; an outline that is both stroked and filled stays one outline."""

    def __init__(self, move: Callable[[Points], Points], *, mirrors: bool = False) -> None:
        self._move, self._mirrors = move, mirrors
        self._done: dict[int, tuple[Points, Points]] = {}

    def shapes(self, shapes: Iterable[Shape]) -> Shapes:
        return tuple(map(self._shape, shapes))

    def _points(self, points: Points) -> Points:
        # The points are kept, so that their id stays their own.
        if id(points) not in self._done:
            self._done[id(points)] = points, self._move(points)
        return self._done[id(points)][1]

    def _shape(self, shape: Shape) -> Shape:
        match shape:
            case Clip():
                return Clip(self._points(shape.points), self.shapes(shape.shapes))
            case Dots():
                return shape._replace(centres=self._points(shape.centres))
            case Hatch():
                degrees = -shape.degrees if self._mirrors else shape.degrees
                return shape._replace(points=self._points(shape.points), degrees=degrees)
            case Label():
                other = {"start": "end", "end": "start"} if self._mirrors else {}
                anchor = other.get(shape.anchor, shape.anchor)
                return shape._replace(at=self._move((shape.at,))[0], anchor=anchor)
            case Floor():
                left, right = self._ends(shape)
                opens = (shape.open_left, shape.open_right)
                return Floor(left, right, *(opens[::-1] if self._mirrors else opens))
            case Start():
                return Start(self.shapes(shape.shapes), *self._ends(shape))
            case _:
                return shape._replace(points=self._points(shape.points))

    def _ends(self, shape: Floor | Start) -> tuple[float, float]:
        left, right = sorted(point.real for point in self._move((complex(shape.left), complex(shape.right))))
        return left, right
