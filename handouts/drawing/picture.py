"""A picture as plain shapes: where they are, which role colours them, and what they say aloud.

Coordinates are complex numbers, x to the right and y up, in the picture's own unit; a painter says
how many millimetres a unit is. Line weights, arrow sizes, dot sizes and text sizes are points and
never scale with the picture. A colour is a role of the layout (`ink`, `accent`, `paper` …), a role of
the illustration palette (`skin`, `shirt` …), or a tone of the drawing itself as `#RRGGBB`. A tint is
written with its strength in percent: `skin 64` on paper, `shirt 45 ink` on another colour.
"""

from dataclasses import dataclass

from handouts.schema.layout import FaceRole

Points = tuple[complex, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A closed outline filled with a colour role (non-zero winding)."""

    points: Points
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of `weight_pt` with round caps and joins; `dash_pt` is an on-off pattern."""

    points: Points
    colour: str
    weight_pt: float
    closed: bool = False
    dash_pt: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Taper:
    """An inked line whose width changes from start over middle to end, as a filled outline."""

    points: Points
    colour: str
    widths_pt: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Dots:
    """Filled dots, one radius for all."""

    centres: Points
    radius_pt: float
    colour: str


@dataclass(frozen=True, slots=True)
class Hatch:
    """Parallel lines inside a closed outline, `pitch_pt` apart, at `degrees` from the x axis."""

    points: Points
    colour: str
    weight_pt: float
    pitch_pt: float
    degrees: float = 45


@dataclass(frozen=True, slots=True)
class Arrow:
    """A tapered arrow along a line, with a paper-coloured halo; `double` has a head at each end."""

    points: Points
    colour: str
    shaft_pt: float
    double: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the picture; `anchor` is where `at` stands: start, middle or end of the first baseline."""

    at: complex
    lines: tuple[str, ...]
    role: FaceRole = "map_label"
    anchor: str = "start"
    strong: bool = False
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Clip:
    """Shapes seen only inside a closed outline."""

    points: Points
    shapes: "Shapes"


Shape = Fill | Stroke | Taper | Dots | Hatch | Arrow | Label | Clip
Shapes = tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in painting order inside a box; `alt` is what is said in place of a map.

    `box` is (left, right, bottom, top) in units.
    """

    box: tuple[float, float, float, float]
    shapes: Shapes
    alt: str = ""

    @property
    def width(self) -> float:
        """The width in units."""
        return self.box[1] - self.box[0]

    @property
    def height(self) -> float:
        """The height in units."""
        return self.box[3] - self.box[2]
