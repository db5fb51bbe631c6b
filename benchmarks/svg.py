"""Our pictures as SVG files, so that every peer shows the same vector pictures."""

from handouts.drawing.picture import Picture
from handouts.html import svg
from handouts.page.style import Style
from handouts.schema.glyphs import GRID, Glyph

NAMESPACE = "http://www.w3.org/2000/svg"


def picture_svg(picture: Picture, mm_per_unit: float, style: Style) -> str:
    """Return a figure or a map, its words in our typeface."""
    view = svg.view_of(picture, mm_per_unit)
    shapes = svg.shapes_of(picture, mm_per_unit, style, name="p")
    return _file(svg.svg(shapes, view, font_family="FiraGO"), width=view[2], height=view[3])


def glyph_svg(glyph: Glyph, colour: str, *, ground: str = "#FFFFFF") -> str:
    """Return one of our signs."""
    sign = svg.glyph_svg(glyph).replace("currentColor", colour).replace("var(--ground)", ground)
    return _file(sign, width=GRID, height=GRID)


def _file(shown: str, *, width: float, height: float) -> str:
    """Return a picture of a page as a file of its own, in points."""
    size = f'xmlns="{NAMESPACE}" width="{width:.2f}pt" height="{height:.2f}pt"'
    return shown.replace("<svg ", f"<svg {size} ", 1)
