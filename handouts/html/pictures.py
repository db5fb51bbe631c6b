"""Figures, photos and maps of a web page, each with the words that are said in its place."""

from base64 import b64encode
from collections.abc import Sequence

from handouts.compose.exercise_blocks import DrawnFigure, ExercisePicture, Photo
from handouts.compose.information_blocks import LegendMark
from handouts.drawing.map_parts import MapDrawing
from handouts.html.markup import Markup, Setting, element
from handouts.html.svg import View, shapes_of, svg, view_of
from handouts.page.map_picture import place_map
from handouts.page.map_size import USUAL
from handouts.schema.measures import MM

# Pictures are so many sizes of the words around them wide, and so grow with these. One is a little less than
# the 12 points of paper, so that pictures fill a phone.
BODY_PT = 9.2

# A map whose halves stand far enough apart to be parted, and where that is, in millimetres.
_APART = 8.0
PARTED = USUAL._replace(
    width=USUAL.width + _APART,
    pain_head_x=USUAL.pain_head_x + _APART,
    pain_x=USUAL.pain_x + _APART,
    no_press_x=USUAL.no_press_x + _APART,
    others_x=USUAL.others_x + _APART,
)
MIDDLE = USUAL.pain_head_x + 1

_PNG = b"\x89PNG"


def picture_of(picture: ExercisePicture, caption: str, setting: Setting) -> Markup:
    """Return a figure with its caption, or photos with theirs; nothing where there is no picture."""
    if isinstance(picture, DrawnFigure):
        scale = setting.style.measures.card.largest_mm_per_unit
        return _captioned(figure_svg(picture, scale, setting), caption)
    photos = (_captioned(photo_img(one, setting), one.caption) for one in picture)
    return element("div", *photos, class_="photos") if picture else Markup()


def _captioned(shown: Markup, caption: str) -> Markup:
    under = element("figcaption", caption) if caption else Markup()
    return element("figure", shown, under, class_="picture")


def figure_svg(figure: DrawnFigure, mm_per_unit: float, setting: Setting, *, hidden: bool = False) -> Markup:
    """Return a posed figure; a `hidden` one says nothing where words beside it do."""
    drawn, view = figure.drawn, view_of(figure.drawn, mm_per_unit)
    shapes = shapes_of(drawn, mm_per_unit, setting.style, name=_name(setting))
    said = {"aria_hidden": "true"} if hidden else {"role": "img", "aria_label": figure.alt}
    return svg(shapes, view, class_="drawn", style=_width(view), **said)


def photo_img(photo: Photo, setting: Setting, *, hidden: bool = False) -> Markup:
    """Return a photo, in grey for a page that is black and white."""
    jpeg = photo.colour if setting.style.colour == "colour" else photo.grey
    return element("img", src=_data(jpeg), alt="" if hidden else photo.alt, class_="photo")


def logo_img(logo: bytes, alt: str) -> Markup:
    """Return the logo of a clinic."""
    return element("img", src=_data(logo), alt=alt, class_="logo")


def _data(image: bytes) -> str:
    kind = "png" if image.startswith(_PNG) else "jpeg"
    return f"data:image/{kind};base64,{b64encode(image).decode()}"


def map_svg(drawing: MapDrawing, setting: Setting) -> Markup:
    """Return a map in two halves, the muscles and the pain, which stand one under the other on a phone."""
    picture, name = place_map(drawing, PARTED, black=setting.style.black), _name(setting)
    shapes = element("g", shapes_of(picture, 1, setting.style, name=name), id=name)
    _, _, width, height = view_of(picture, 1)
    middle = MIDDLE * MM
    left, right = (0.0, 0.0, middle, height), (middle, 0.0, width - middle, height)
    halves = (
        svg(inside, view, class_="drawn", style=_width(view))
        for inside, view in ((shapes, left), (element("use", href=f"#{name}"), right))
    )
    return element("div", *halves, class_="map", role="img", aria_label=drawing.alt)


def legend(marks: Sequence[LegendMark], setting: Setting) -> Markup:
    """Return the marks of a map, each before what it means."""
    return element("ul", *(_mark(one, setting) for one in marks), class_="legend", role="list")


def _mark(mark: LegendMark, setting: Setting) -> Markup:
    view = view_of(mark.picture, 1)
    shapes = shapes_of(mark.picture, 1, setting.style, name=_name(setting))
    look = svg(shapes, view, class_="drawn", style=_width(view), role="img", aria_label=mark.look)
    return element("li", look, element("span", setting.words(mark.words)))


def _width(view: View) -> str:
    return f"width:{view[2] / BODY_PT:.4g}em"


def _name(setting: Setting) -> str:
    return f"p{next(setting.ids)}"
