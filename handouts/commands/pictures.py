"""Turn the picture of an exercise or the map of a muscle into a PNG."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from handouts.commands.facts import Shown
from handouts.commands.target import write_image
from handouts.compose.body_map import compose_body_map
from handouts.compose.poses import pose
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.page.artwork import FigureArt, MapArt
from handouts.page.map_picture import USUAL
from handouts.page.pen import Pen
from handouts.page.sheet import Pages
from handouts.page.style import MM, Style
from handouts.page.surface import Surface
from handouts.pdf.pages import pdf_bytes
from handouts.problems import ContentError, Problem
from handouts.schema.condition import Condition
from handouts.schema.exercise import Exercise

LAYOUT = "clinic"
PICTURE_HEIGHT_MM = 110.0
MARGIN_MM = 4.0
DOTS_PER_INCH = 200


@dataclass(frozen=True)
class PictureSheet:
    """A sheet with one picture in its upper left corner; lengths of the picture in millimetres."""

    art: FigureArt | MapArt
    picture_width: float
    style: Style
    shared = False

    @property
    def parts(self) -> tuple["PictureSheet"]:
        """The picture alone."""
        return (self,)

    @property
    def width(self) -> float:
        """How wide the paper is, in points."""
        return self.style.paper.width_mm * MM

    @property
    def height(self) -> float:
        """How tall the paper is, in points."""
        return self.style.paper.height_mm * MM

    @property
    def crop(self) -> tuple[float, float, float, float]:
        """What lies outside the picture at the left, bottom, right and top, in points."""
        used_width, used_height = self.picture_width + 2 * MARGIN_MM, self.art.height + 2 * MARGIN_MM
        return 0, self.height - used_height * MM, self.width - used_width * MM, 0

    def draw(self, surface: Surface) -> None:
        """Paint the picture."""
        pen = Pen(surface, self.style)
        paint: Callable[[Pen, float, float], None] = (
            self.art.draw_figure if isinstance(self.art, FigureArt) else self.art.draw
        )
        paint(pen, MARGIN_MM, MARGIN_MM)


def write_picture(shown: Shown, target: Path, *, library: Library, side: str) -> None:
    """Write the picture of an exercise, or the map of a muscle or of a condition's muscle, as PNG."""
    sheet = _sheet(shown, library, side=side)
    pages = Pages(shown.id, "en", "", datetime.date.min, (sheet,))
    write_image(_png(pdf_bytes(pages), sheet.crop), target)


def _sheet(shown: Shown, library: Library, *, side: str) -> PictureSheet:
    layout = find_layout(LAYOUT, library.layouts)
    style = Style(layout, layout.paper)
    speech = library.speech
    if isinstance(shown, Exercise):
        posed = pose(shown.figure, library, side=side, speech=speech)
        art = FigureArt(posed, PICTURE_HEIGHT_MM / posed.drawn.height)
        return PictureSheet(art, art.width, style)
    muscle = library.find_muscle(shown.muscle) if isinstance(shown, Condition) else shown
    if muscle.region is None or not muscle.points:
        message = f"the muscle `{muscle.id}` has no points, so there is no map of it."
        raise ContentError([Problem(library.file("muscles", muscle.id).path, 0, 0, message)])
    points = [point.number for point in muscle.points if not point.rare]
    body_map = compose_body_map(muscle.region, muscle.id, library, side=side, points=points, speech=speech)
    return PictureSheet(MapArt(body_map.drawing, USUAL), USUAL.width, style)


def _png(pdf: bytes, crop: tuple[float, float, float, float]) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=DOTS_PER_INCH / 72, crop=crop).to_pil()
        png = BytesIO()
        image.save(png, "PNG")
        return png.getvalue()
    finally:
        document.close()
