"""Turn the picture of an exercise or the map of a muscle into a PNG."""

import datetime
from io import BytesIO
from pathlib import Path

from handouts.commands.facts import Shown
from handouts.commands.target import write_image
from handouts.compose.pictures import compose_body_map, compose_figure
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.page.artwork import FigureArt, MapArt
from handouts.page.block import Block, Placed
from handouts.page.map_picture import USUAL
from handouts.page.pages import LaidOut, Page, Part
from handouts.page.style import MM, Style
from handouts.pdf.pages import pdf_bytes
from handouts.problems import ContentError, Problem
from handouts.schema.condition import Condition
from handouts.schema.exercise import Exercise

LAYOUT = "clinic"
PICTURE_HEIGHT_MM = 110.0
MARGIN_MM = 4.0
DOTS_PER_INCH = 200


def write_picture(shown: Shown, target: Path, *, library: Library, side: str) -> None:
    """Write the picture of an exercise, or the map of a muscle or of a condition's muscle, as PNG."""
    layout = find_layout(LAYOUT, library.layouts)
    style = Style(layout, layout.paper)
    art, width = _art(shown, library, side=side)
    page = Page((Part((Placed(art, MARGIN_MM, MARGIN_MM),), style),), style)
    # What lies outside the picture at the left, bottom, right and top.
    below, right = page.height - (art.height + 2 * MARGIN_MM) * MM, page.width - (width + 2 * MARGIN_MM) * MM
    laid_out = LaidOut(shown.id, "en", "", datetime.date.min, (page,))
    write_image(_png(pdf_bytes(laid_out), (0, below, right, 0)), target)


def _art(shown: Shown, library: Library, *, side: str) -> tuple[Block, float]:
    """Return a picture and its width in millimetres."""
    speech = library.speech
    if isinstance(shown, Exercise):
        posed = compose_figure(shown.figure, library, side=side, speech=speech)
        art = FigureArt(posed, PICTURE_HEIGHT_MM / posed.drawn.height)
        return art, art.width
    muscle = library.find_muscle(shown.muscle) if isinstance(shown, Condition) else shown
    if muscle.region is None or not muscle.points:
        message = f"the muscle `{muscle.id}` has no points, so there is no map of it."
        raise ContentError([Problem(library.file("muscles", muscle.id).path, 0, 0, message)])
    points = [point.number for point in muscle.points if not point.rare]
    body_map = compose_body_map(muscle.region, muscle.id, library, side=side, points=points, speech=speech)
    return MapArt(body_map.drawing, USUAL), USUAL.width


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
