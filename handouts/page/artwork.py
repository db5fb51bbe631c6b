"""A figure or a map becomes a picture on the page, drawn once for all the handouts that show it."""

from dataclasses import dataclass
from functools import lru_cache

from handouts.compose.blocks import BodyMap, OneSide, Posed
from handouts.drawing.body_map import MapSize, draw_body_map
from handouts.drawing.picture import Label, Picture
from handouts.drawing.scene import draw_figure, line_weight_pt
from handouts.page.colours import Palette
from handouts.page.pen import Pen
from handouts.page.picture import ink, labels
from handouts.page.style import MM
from handouts.schema.figure import Figure

# A palette that can be part of a key.
Tones = tuple[tuple[str, tuple[float, float, float]], ...]


@dataclass(frozen=True, slots=True)
class FigureArt:
    """A posed figure at a scale; lengths in millimetres.

    `least_width` draws the floor further to both sides, or away from a wall or worktop, so that the floors
    of a column end in line.
    """

    posed: Posed
    mm_per_unit: float
    arrows: bool = True
    least_width: float = 0

    @property
    def width(self) -> float:
        """How wide it is."""
        box = self.posed.figure.box
        return max(self.least_width, (box.right - box.left) * self.mm_per_unit)

    @property
    def height(self) -> float:
        """How tall it is."""
        box = self.posed.figure.box
        return (box.top - box.bottom) * self.mm_per_unit

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y), in whatever element is open."""
        figure = _widened(self.posed.figure, self.least_width / self.mm_per_unit)
        key = (figure, self.posed.side, self.mm_per_unit, self.arrows)
        pen.surface.form(
            _figure_ink(*key, _tones(pen.style.palette)),
            self.width * MM,
            self.height * MM,
            x=x * MM,
            y=pen.y_pt(y + self.height),
        )

    def draw_figure(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with its alternative text."""
        with pen.figure(self.posed.alt, x=x, y=y, width=self.width, height=self.height):
            self.draw(pen, x, y)


@dataclass(frozen=True, slots=True)
class MapArt:
    """A trigger-point map; lengths in millimetres."""

    body_map: BodyMap
    size: MapSize

    @property
    def height(self) -> float:
        """How tall it is."""
        return self.size.height

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with its alternative text, its words in the handout's typeface."""
        size = self.size
        key = _MapKey(self.body_map)
        picture = _map_picture(key, size)
        with pen.figure(picture.alt, x=x, y=y, width=size.width, height=size.height):
            pen.surface.form(
                _map_ink(key, size, _tones(pen.style.palette)),
                size.width * MM,
                size.height * MM,
                x=x * MM,
                y=pen.y_pt(y + size.height),
            )
            for label in labels(picture):
                _set_label(pen, label, x, y + size.height)


def paint_swatch(pen: Pen, swatch: Picture, x: float, y: float) -> None:
    """Paint a mark of the map's legend with its top left corner at (x, y)."""
    pen.surface.form(
        ink(swatch, 1, palette=pen.style.palette),
        swatch.width * MM,
        swatch.height * MM,
        x=x * MM,
        y=pen.y_pt(y + swatch.height),
    )


def _set_label(pen: Pen, label: Label, x: float, floor: float) -> None:
    """Set the words of a picture; `floor` is the height of its lower edge on the page."""
    face = pen.style.face(label.role)
    baseline = floor - label.at.imag
    for line in label.lines:
        at = x + label.at.real
        if label.anchor == "middle":
            pen.text_middle(at, baseline, line, face, colour=label.colour)
        else:
            pen.text(at, baseline, line, face, colour=label.colour, strong=label.strong)
        baseline += face.leading_pt / MM


def _tones(palette: Palette) -> Tones:
    return tuple(palette.items())


def _widened(figure: Figure, least_width: float) -> Figure:
    """Return the figure in a box at least so wide, in units."""
    missing = least_width - (figure.box.right - figure.box.left)
    if missing <= 0:
        return figure
    right = 0 if figure.things.wall or figure.things.worktop else missing / 2
    sides = {"left": figure.box.left - missing + right, "right": figure.box.right + right}
    return figure.model_copy(update={"box": figure.box.model_copy(update=sides)})


@lru_cache(maxsize=128)
def _figure_ink(figure: Figure, side: OneSide, mm_per_unit: float, arrows: bool, tones: Tones) -> str:
    picture = draw_figure(figure, side=side, line_pt=line_weight_pt(mm_per_unit), arrows=arrows)
    return ink(picture, mm_per_unit, palette=dict(tones))


@dataclass(frozen=True, slots=True, eq=False)
class _MapKey:
    """A map as a key: the same region and muscle, kept alive so that no other takes their place."""

    body_map: BodyMap

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _MapKey) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[object, ...]:
        body_map = self.body_map
        same = id(body_map.region), id(body_map.muscle)
        return (*same, body_map.side, body_map.points, body_map.words)


@lru_cache(maxsize=16)
def _map_picture(key: _MapKey, size: MapSize) -> Picture:
    body_map = key.body_map
    return draw_body_map(
        body_map.region,
        body_map.muscle,
        side=body_map.side,
        points=body_map.points,
        words=body_map.words,
        size=size,
    )


@lru_cache(maxsize=16)
def _map_ink(key: _MapKey, size: MapSize, tones: Tones) -> str:
    return ink(_map_picture(key, size), 1, palette=dict(tones))
