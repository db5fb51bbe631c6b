"""The same handout as plain ReportLab builds it: Platypus flowables and drawings, no tags, nothing kept."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from handouts.compose.blocks import BodyMap, Diary, DoseCell, DrawnFigure
from handouts.compose.handout import Handout
from handouts.compose.text import Span
from handouts.drawing.picture import Clip, Dots, Fill, Floor, Lines, Picture, Shape, Stroke, Taper
from handouts.page.map_picture import USUAL, place_map

CARD_MM = 0.42
TRAY_MM = 0.215
LINE_PT = 0.52


def register_fonts() -> None:
    """Give ReportLab the typeface of our pages."""
    import pymupdf_fonts

    for name, code in (("Plain", "figo"), ("Strong", "figbo")):
        pdfmetrics.registerFont(TTFont(name, BytesIO(pymupdf_fonts.myfont(code))))
    pdfmetrics.registerFontFamily("Plain", normal="Plain", bold="Strong")


def build_plainly(handout: Handout) -> bytes:
    """Return a PDF with every word and every picture of the handout."""
    style = ParagraphStyle("body", fontName="Plain", fontSize=12, leading=16)
    target = BytesIO()
    document = SimpleDocTemplate(target, initialFontName="Plain")
    document.build(list(_flowables((handout.person, replace(handout.content, digest="")), style)))
    return target.getvalue()


def _flowables(value: object, style: ParagraphStyle) -> Iterator[Flowable]:
    if isinstance(value, DrawnFigure):
        yield from (_drawing(value.drawn, scale) for scale in (CARD_MM, TRAY_MM))
    elif isinstance(value, BodyMap):
        yield _drawing(place_map(value.drawing, USUAL), 1)
        yield from _flowables((value.spots, value.trust), style)
    elif isinstance(value, Diary):
        yield Table([[row.title, *map(str, row.sessions)] for row in value.rows])
    elif isinstance(value, str) and value:
        yield Paragraph(escape(value), style)
    elif isinstance(value, tuple):
        yield from _of_many(value, style)
    elif is_dataclass(value):
        yield from _of_many(tuple(getattr(value, field.name) for field in fields(value)), style)


def _of_many(values: tuple[object, ...], style: ParagraphStyle) -> Iterator[Flowable]:
    if values and isinstance(values[0], DoseCell):
        yield Table([[" ".join(word.text for word in cell.long) for cell in values]])
    elif values and isinstance(values[0], Span):
        yield Paragraph("".join(_marked(span) for span in values), style)
    else:
        for value in values:
            yield from _flowables(value, style)


def _marked(span: Span) -> str:
    return f"<b>{escape(span.text)}</b>" if span.strong else escape(span.text)


def _drawing(picture: Picture, mm_per_unit: float) -> Drawing:
    scale = mm_per_unit * mm
    drawing = Drawing(picture.width * scale, picture.height * scale)
    corner = complex(picture.box[0], picture.box[2])
    for shape in picture.shapes:
        for one in _shapes(shape, corner, scale):
            drawing.add(one)
    return drawing


def _shapes(shape: Shape, corner: complex, scale: float) -> Iterator[Polygon | PolyLine | Circle]:
    if isinstance(shape, Clip | Floor):
        for inner in shape.shapes:
            yield from _shapes(inner, corner, scale)
    elif isinstance(shape, Fill | Taper):
        yield Polygon(
            _numbers(shape.points, corner, scale), fillColor=_colour(shape.colour), strokeColor=None
        )
    elif isinstance(shape, Stroke):
        weight = shape.weight.pt(LINE_PT) if isinstance(shape.weight, Lines) else shape.weight
        yield PolyLine(_numbers(shape.points, corner, scale), strokeWidth=weight)
    elif isinstance(shape, Dots):
        for centre in shape.centres:
            at = (centre - corner) * scale
            yield Circle(at.real, at.imag, shape.radius_pt, fillColor=_colour(shape.colour), strokeColor=None)


def _numbers(points: tuple[complex, ...], corner: complex, scale: float) -> list[float]:
    return [number for point in points for at in [(point - corner) * scale] for number in (at.real, at.imag)]


def _colour(name: str) -> HexColor:
    return HexColor(name if name.startswith("#") else "#808080")
