"""The two pages as a friend of ReportLab builds them: flowables and drawings, set up to be fast, untagged."""

from collections.abc import Iterator, Sequence
from copy import copy
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.graphics import renderPDF, shapes
from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Table
from said import CARD_MM, TRAY_MM, figure_name

from handouts.compose.exercise_blocks import Exercises, Summary
from handouts.compose.handout import Handout
from handouts.compose.information_blocks import BodyMap
from handouts.drawing.picture import Clip, Dots, Fill, Floor, Lines, Picture, Shape, Stroke, Taper
from handouts.page.map_picture import place_map
from handouts.page.map_size import USUAL

LINE_PT = 0.52
WIDTH = A4[0] - 24 * mm
BODY = ParagraphStyle("body", fontName="Plain", fontSize=12, leading=16)
ITEM = ParagraphStyle("item", BODY, leftIndent=18, bulletIndent=0, bulletFontName="Plain")
SMALL = ParagraphStyle("small", BODY, fontSize=10, leading=12)
HEADS = [
    ParagraphStyle(f"h{size}", BODY, fontName="Strong", fontSize=size, leading=size + 4)
    for size in (28, 18, 16)
]
TINT, WARNING = HexColor("#E6F0F1"), HexColor("#A12A17")


class Recorded(Flowable):  # type: ignore[misc]
    """A drawing that is rendered once: to do so again takes longer than to set a page."""

    def __init__(self, drawing: Drawing) -> None:
        """Render it on a canvas of no file."""
        super().__init__()
        self.width, self.height = drawing.width, drawing.height
        canvas = Canvas(BytesIO(), initialFontName="Plain")
        renderPDF.draw(drawing, canvas, 0, 0)
        self.code = canvas.getCurrentPageContent()

    def draw(self) -> None:
        """Paint it."""
        self.canv.addLiteral(self.code)


class PlainReportLab:
    """Makes files and stacks; what is the same for everybody and can be kept is kept."""

    def __init__(self, handout: Handout, said: dict[str, Any], folder: Path) -> None:
        """Register the fonts and render the drawings."""
        rl_config.useA85 = 0
        for name, file in (("Plain", "FiraGO-Regular.ttf"), ("Strong", "FiraGO-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, folder / file))
        pdfmetrics.registerFontFamily("Plain", normal="Plain", bold="Strong")
        shapes.STATE_DEFAULTS["fontName"] = "Plain"
        self._said, self._logo = said, str(folder / "logo.png")
        self._drawings = {name: Recorded(drawing) for name, drawing in _drawings(handout)}

    def build(self, people: Sequence[tuple[str, str]]) -> bytes:
        """Return the pages of some people."""
        target, edge = BytesIO(), 12 * mm
        document = SimpleDocTemplate(
            target,
            pagesize=A4,
            leftMargin=edge,
            rightMargin=edge,
            topMargin=edge,
            bottomMargin=edge,
            title=self._said["title"],
            initialFontName="Plain",
        )
        document.build([flowable for person in people for flowable in self._person(*person)])
        return target.getvalue()

    def _person(self, name: str, number: str) -> Iterator[Flowable]:
        said = self._said
        lines = Paragraph("<br/>".join(map(escape, said["lines"])), SMALL)
        yield _row([Image(self._logo, 11 * mm, 11 * mm), _text(said["clinic"]), lines])
        yield Paragraph(escape(said["title"]), HEADS[0])
        yield Paragraph(escape(said["subtitle"]), HEADS[2])
        identity = [[label, value] for label, value in said["identity"]]
        identity[0][1] = name
        yield _row(
            [Paragraph(f"{escape(label)}<br/><b>{escape(value)}</b>", BODY) for label, value in identity]
        )
        yield self._plan(said["plan"])
        signs = [_spans([*sign, (" ", False), *action]) for sign, action in said["help"]["questions"]]
        yield _box([_head(said["help"]["heading"], 2), *signs], border=WARNING)
        yield self._overview(said)
        yield PageBreak()
        yield _head(said["exercises"]["heading"], 1)
        yield from map(self._card, said["exercises"]["cards"])
        yield from self._safety(said)
        yield Paragraph(escape(f"ID {number} · {said['footer']['handout']}"), SMALL)
        yield PageBreak()

    def _drawing(self, name: str) -> Flowable:
        # A copy, because a document leaves notes on its flowables.
        return copy(self._drawings[name])

    def _plan(self, plan: dict[str, Any]) -> Flowable:
        groups = [
            [_head(group["title"], 2), *map(_text, group["lines"])]
            + [self._drawing(picture) for _, picture in group["pictures"]]
            for group in plan["groups"]
        ]
        head = _row([_head(plan["heading"], 1), _spans(plan["minutes"])])
        return _box([head, _row(groups, width=WIDTH - 16)], tint=TINT)

    def _overview(self, said: dict[str, Any]) -> Flowable:
        shown, drawing = said["map"], self._drawing(said["map"]["picture"])
        spots = [_spans(text, ITEM, bullet=f"{number}.") for number, text in shown["spots"]]
        words = [_head(said["overview"]["heading"], 1), *map(_spans, said["overview"]["paragraphs"]), *spots]
        legend = _row([_text(name) for _, name in shown["legend"]], width=drawing.width)
        columns = [WIDTH - drawing.width - 12, drawing.width + 12]
        table = Table([[[*words, _spans(shown["trust"])], [drawing, legend]]], columns)
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        return table

    def _card(self, card: dict[str, Any]) -> Flowable:
        dose = [_text(" ".join(word for word, _ in words)) for _, words in card["dose"]]
        steps = [_spans(step, ITEM, bullet=f"{number}.") for number, step in enumerate(card["steps"], 1)]
        signs = [_spans(card["feel"]), _spans(card["avoid"])]
        notes = [_spans([(lead, True), (" ", False), *text]) for lead, text in card["notes"]]
        left = [self._drawing(card["picture"]), _text(card["caption"])]
        title = f"{card['number']} {card['title']}"
        table = Table([[left, [*steps, *signs, *notes]]], [0.38 * WIDTH, 0.62 * WIDTH])
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        return KeepTogether([_row([_head(title, 2), _text(card["kicker"])]), _row(dose, tint=TINT), table])

    def _safety(self, said: dict[str, Any]) -> Iterator[Flowable]:
        safety = said["safety"]
        groups = [
            [_head(group["call"], 2), *(_spans(sign, ITEM, bullet="•") for sign in group["signs"])]
            for group in safety["groups"]
        ]
        box = [_head(safety["heading"], 1), _row(groups, width=WIDTH - 16), _spans(safety["foot"])]
        yield _box(box, border=WARNING)
        yield _spans(said["exercises"]["stop"])


def _text(words: str) -> Paragraph:
    return Paragraph(escape(words), BODY)


def _head(words: str, level: int) -> Paragraph:
    return Paragraph(escape(words), HEADS[level])


def _spans(text: Any, style: ParagraphStyle = BODY, *, bullet: str | None = None) -> Paragraph:
    words = "".join(f"<b>{escape(part)}</b>" if strong else escape(part) for part, strong in text)
    return Paragraph(words, style, bulletText=bullet)


def _row(cells: list[Any], *, width: float = WIDTH, tint: Color | None = None) -> Table:
    table = Table([cells], [width / len(cells)] * len(cells))
    table.setStyle(
        [("VALIGN", (0, 0), (-1, -1), "TOP"), *([("BACKGROUND", (0, 0), (-1, -1), tint)] if tint else [])]
    )
    return table


def _box(content: list[Flowable], *, tint: Color | None = None, border: Color | None = None) -> Table:
    table = Table([[content]], [WIDTH])
    look = [("BACKGROUND", (0, 0), (-1, -1), tint)] if tint else [("BOX", (0, 0), (-1, -1), 1, border)]
    table.setStyle(look)
    return table


def _drawings(handout: Handout) -> Iterator[tuple[str, Drawing]]:
    """Yield the pictures by the names that `said` has for them."""
    for block in handout.content.blocks:
        if isinstance(block, BodyMap):
            yield "map", _drawing(place_map(block.drawing, USUAL), 1)
        elif isinstance(block, Exercises):
            for card in block.cards:
                yield figure_name(card.picture, CARD_MM), _drawing(card.picture.drawn, CARD_MM)
        elif isinstance(block, Summary):
            for group in block.groups:
                for one in group.thumbnails:
                    yield figure_name(one.picture, TRAY_MM), _drawing(one.picture.drawn, TRAY_MM)


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
