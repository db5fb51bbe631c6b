"""The pictures of the desk: an exercise as SVG, drawn once, and a page of a handout as PNG."""

from base64 import b64encode
from functools import cache
from io import BytesIO

from handouts.compose.exercise_blocks import DrawnFigure
from handouts.compose.pictures import compose_picture
from handouts.html.svg import shapes_of, svg, view_of
from handouts.library.content import Library
from handouts.library.layouts import find_layout
from handouts.page.style import Style
from handouts.request import USUAL_LAYOUT

SVG, JPEG = "image/svg+xml", "image/jpeg"
MM_PER_UNIT = 0.4
PAGE_PIXELS = 900
XMLNS = "http://www.w3.org/2000/svg"


@cache
def exercise_picture(exercise: str, library: Library) -> tuple[bytes, str] | None:
    """Return the picture of an exercise and its media type; None where it has none."""
    found = library.find_exercise(exercise)
    picture = compose_picture(found, library, side="right", speech=library.speech)
    if isinstance(picture, DrawnFigure):
        layout = find_layout(USUAL_LAYOUT, library.layouts)
        style = Style(layout, layout.paper)
        shapes = shapes_of(picture.drawn, MM_PER_UNIT, style, name="p")
        return svg(shapes, view_of(picture.drawn, MM_PER_UNIT), xmlns=XMLNS).encode(), SVG
    return (picture[0].colour, JPEG) if picture else None


def page_picture(content: bytes, number: int) -> str:
    """Return a page of a file, counted from 1, as a picture that an address holds."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        page = document[number - 1]
        image = page.render(scale=PAGE_PIXELS / page.get_width(), rev_byteorder=True).to_pil()
    finally:
        document.close()
    png = BytesIO()
    image.convert("RGB").quantize(256, method=2, dither=0).save(png, "PNG", compress_level=3)
    return f"data:image/png;base64,{b64encode(png.getvalue()).decode()}"
