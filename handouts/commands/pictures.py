"""Turn the picture of an exercise, of all of them, or the map of a muscle into a PNG."""

import datetime
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from PIL import Image

from handouts.commands.facts import Shown
from handouts.commands.target import write_image
from handouts.compose.pictures import compose_body_map, compose_picture
from handouts.compose.text import text_of
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.page.artwork import MapArt, art_within
from handouts.page.drawable import Drawable, Placed
from handouts.page.kit import words
from handouts.page.map_size import USUAL
from handouts.page.pages import LaidOut, Page, Part
from handouts.page.style import Style
from handouts.pdf.finished import page_images, png_bytes
from handouts.pdf.pages import pdf_bytes
from handouts.problems import file_error
from handouts.schema.condition import Condition
from handouts.schema.exercise import Exercise
from handouts.schema.measures import MM
from handouts.schema.muscle import Muscle

LAYOUT = "clinic"
# A picture is as large as fits into this.
PICTURE_MM = 190.0, 110.0
MARGIN_MM = 4.0
# The pictures of all exercises: so many across and down a page, each so wide and tall.
ACROSS, DOWN = 4, 5
CELL_MM = 50.0, 55.0
GAP_MM = 4.0
DOTS_PER_INCH = 200


def write_picture(shown: Shown, target: Path, *, library: Library, side: str) -> None:
    """Write the picture of an exercise, or the map of a muscle or of a condition's muscle, as PNG."""
    layout = find_layout(LAYOUT, library.layouts)
    style = Style(layout, layout.paper)
    art, width = _art(shown, library, side=side)
    placed = Placed(art, MARGIN_MM, MARGIN_MM)
    size = art.height + 2 * MARGIN_MM, width + 2 * MARGIN_MM
    write_image(_png([(placed,)], style, size, name=shown.id), target)


def write_contact_sheet(target: Path, exercises: Sequence[Exercise], *, library: Library) -> None:
    """Write the pictures of exercises as PNG, numbered in their order."""
    layout = find_layout(LAYOUT, library.layouts)
    style = Style(layout, layout.paper)
    cells = [_cell(number, one, library, style) for number, one in enumerate(exercises)]
    full = ACROSS * DOWN
    pages = [[*chain(*cells[first : first + full])] for first in range(0, len(cells), full)]
    rows = min(-(-len(cells) // ACROSS), DOWN)
    size = rows * CELL_MM[1] + 2 * MARGIN_MM, ACROSS * CELL_MM[0] + 2 * MARGIN_MM
    write_image(_png(pages, style, size, name="exercises"), target)


def _cell(number: int, exercise: Exercise, library: Library, style: Style) -> tuple[Placed, ...]:
    """Return the number, the title and the picture of an exercise at their places on a page."""
    down, across = divmod(number % (ACROSS * DOWN), ACROSS)
    x, y = MARGIN_MM + across * CELL_MM[0], MARGIN_MM + down * CELL_MM[1]
    inner = CELL_MM[0] - GAP_MM
    title = words(text_of(f"**{number + 1}** {exercise.title}"), style, width=inner)
    picture = compose_picture(exercise, library, side="right", speech=library.speech)
    art = art_within(picture, inner, CELL_MM[1] - GAP_MM - title.height)
    shown = (Placed(art, x, y + CELL_MM[1] - GAP_MM - art.height),) if art else ()
    return Placed(title, x, y), *shown


def _art(shown: Shown, library: Library, *, side: str) -> tuple[Drawable, float]:
    """Return a picture and its width in millimetres."""
    speech = library.speech
    if isinstance(shown, Exercise):
        art = art_within(compose_picture(shown, library, side=side, speech=speech), *PICTURE_MM)
        if art is None:
            message = f"the exercise `{shown.id}` has no picture."
            raise file_error(library.file("exercises", shown.id).path, message)
        return art, art.width
    muscle = _muscle_of(shown, library) if isinstance(shown, Condition) else shown
    if muscle.region is None or not muscle.points:
        message = f"the muscle `{muscle.id}` has no points, so there is no map of it."
        raise file_error(library.file("muscles", muscle.id).path, message)
    points = [point.number for point in muscle.points if not point.rare]
    body_map = compose_body_map(muscle.region, muscle.id, library, side=side, points=points, speech=speech)
    return MapArt(body_map.drawing, USUAL), USUAL.width


def _muscle_of(condition: Condition, library: Library) -> Muscle:
    if condition.muscle is None:
        path = library.file("conditions", condition.id).path
        raise file_error(path, f"`{condition.id}` has no muscle, so there is no map of it.")
    return library.find_muscle(condition.muscle)


def _png(pages: Sequence[Sequence[Placed]], style: Style, size: tuple[float, float], *, name: str) -> bytes:
    """Return the top left corner of each page, so tall and wide in millimetres, one under the other."""
    laid_out = [Page((Part(tuple(page), style),), style) for page in pages]
    content = pdf_bytes(LaidOut(name, "en", "", datetime.date.min, tuple(laid_out)))
    # What lies outside of it at the left, bottom, right and top.
    below, right = laid_out[0].height - size[0] * MM, laid_out[0].width - size[1] * MM
    images = page_images(content, dots_per_inch=DOTS_PER_INCH, crop=(0, below, right, 0))
    whole = Image.new("RGB", (images[0].width, sum(one.height for one in images)), "white")
    for number, image in enumerate(images):
        whole.paste(image, (0, number * image.height))
    return png_bytes(whole)
