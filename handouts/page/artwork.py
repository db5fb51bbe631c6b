"""A figure or a map becomes a picture on the page, painted once for all the handouts that show it."""

from functools import lru_cache
from typing import NamedTuple

from handouts.compose.exercise_blocks import DrawnFigure, ExercisePicture, Photo
from handouts.drawing.map_parts import MapDrawing
from handouts.drawing.picture import Label, Picture, filled_points
from handouts.page.map_picture import place_map
from handouts.page.map_size import MapSize, fitted_map
from handouts.page.pen import Pen
from handouts.page.picture import ink, labels
from handouts.page.style import Palette
from handouts.schema.measures import MM


class FigureArt(NamedTuple):
    """A posed figure at a scale; lengths in millimetres.

    `least_width` draws the floor further to both sides, or away from a wall or worktop, so that the floors
    of a column end in line.
    """

    posed: DrawnFigure
    mm_per_unit: float
    arrows: bool = True
    least_width: float = 0

    @property
    def width(self) -> float:
        """How wide it is."""
        return max(self.least_width, self.posed.drawn.width * self.mm_per_unit)

    @property
    def height(self) -> float:
        """How tall it is."""
        return self.posed.drawn.height * self.mm_per_unit

    def painted_in(self, left: float, right: float, depth: float) -> int:
        """Return how many points of it are as far from its left edge and so deep under its top."""
        times = self.mm_per_unit
        picture = self.posed.drawn.widened(self.least_width / times)
        edge, top = picture.box[0], picture.box[3]
        points = filled_points(picture.shapes)
        return sum(left < (p.real - edge) * times < right and p.imag > top - depth / times for p in points)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y), in whatever element is open."""
        key = (self.posed.drawn, self.least_width, self.mm_per_unit, self.arrows)
        pen.surface.form(
            _figure_ink(*key, pen.style.palette),
            self.width * MM,
            self.height * MM,
            x=x * MM,
            y=pen.y_pt(y + self.height),
        )

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with its alternative text."""
        with pen.figure(self.posed.alt, x=x, y=y, width=self.width, height=self.height):
            self.paint(pen, x, y)


class PhotoArt(NamedTuple):
    """A photo at a size; lengths in millimetres."""

    photo: Photo
    width: float
    height: float

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint it with its top left corner at (x, y), in whatever element is open."""
        jpeg = self.photo.colour if pen.style.colour == "colour" else self.photo.grey
        pen.image(x, y, self.width, self.height, image=jpeg)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with its alternative text."""
        with pen.figure(self.photo.alt, x=x, y=y, width=self.width, height=self.height):
            self.paint(pen, x, y)


Art = FigureArt | PhotoArt


def fitted(photo: Photo, width: float, height: float) -> PhotoArt:
    """Return a photo as large as a box holds it, in millimetres."""
    scale = min(width / photo.width, height / photo.height)
    return PhotoArt(photo, photo.width * scale, photo.height * scale)


def art_within(picture: ExercisePicture, width: float, height: float) -> Art | None:
    """Return a picture, if there is one, as large as a box holds it, in millimetres."""
    if isinstance(picture, DrawnFigure):
        return FigureArt(picture, min(width / picture.drawn.width, height / picture.drawn.height))
    return fitted(picture[-1], width, height) if picture else None


def end_of(picture: ExercisePicture) -> DrawnFigure | Photo | None:
    """Return the picture where there is no room for the start of the movement, if there is one."""
    if isinstance(picture, DrawnFigure):
        return picture.without_start
    return picture[-1] if picture else None


class MapArt(NamedTuple):
    """A trigger-point map, `scale` times as large as its size; lengths in millimetres."""

    drawing: MapDrawing
    size: MapSize
    scale: float = 1

    @property
    def height(self) -> float:
        """How tall it is."""
        return fitted_map(self.size, self.drawing).height * self.scale

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint it as a figure with its alternative text, its words in the handout's typeface."""
        picture = _map_picture(self.drawing, self.size, pen.style.black)
        width, floor = self.size.width * self.scale, y + self.height
        with pen.figure(self.drawing.alt, x=x, y=y, width=width, height=self.height):
            pen.surface.form(
                _map_ink(self.drawing, self.size, self.scale, pen.style.black, pen.style.palette),
                width * MM,
                self.height * MM,
                x=x * MM,
                y=pen.y_pt(floor),
            )
            for label in labels(picture):
                _set_label(pen, label, x, floor, scale=self.scale)


class Swatch(NamedTuple):
    """A mark of the map's legend; a listener hears what it looks like."""

    picture: Picture
    look: str
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the mark."""
        width, height = self.picture.width, self.picture.height
        with pen.figure(self.look, x=x, y=y, width=width, height=height):
            code = ink(self.picture, 1, palette=pen.style.palette)
            pen.surface.form(code, width * MM, height * MM, x=x * MM, y=pen.y_pt(y + height))


def _set_label(pen: Pen, label: Label, x: float, floor: float, *, scale: float) -> None:
    """Set the words of a picture; `floor` is the height of its lower edge on the page."""
    face = pen.style.face(label.role)
    baseline = floor - label.at.imag * scale
    for line in label.lines:
        at = x + label.at.real * scale
        if label.anchor == "middle":
            pen.text_middle(at, baseline, line, face, colour=label.colour)
        else:
            pen.text(at, baseline, line, face, colour=label.colour, strong=label.strong)
        baseline += face.leading_pt / MM


# Measured: without these three, a roster of many plans takes half as long again.
@lru_cache(maxsize=128)
def _figure_ink(
    picture: Picture, least_width: float, mm_per_unit: float, arrows: bool, palette: Palette
) -> str:
    wide = picture.widened(least_width / mm_per_unit)
    return ink(wide, mm_per_unit, palette=palette, arrows=arrows)


@lru_cache(maxsize=16)
def _map_picture(drawing: MapDrawing, size: MapSize, black: bool) -> Picture:
    return place_map(drawing, size, black=black)


@lru_cache(maxsize=16)
def _map_ink(drawing: MapDrawing, size: MapSize, scale: float, black: bool, palette: Palette) -> str:
    return ink(_map_picture(drawing, size, black), scale, palette=palette)
