"""What it is, beside the map of where it is felt, with the numbered spots and the legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from handouts.compose.blocks import BodyMap, LegendMark, Part, Spot
from handouts.drawing.picture import Picture
from handouts.page.artwork import MapArt, paint_swatch
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.blocks.passages import lay_out_passages
from handouts.page.columns import in_columns
from handouts.page.glyphs import middle_baseline
from handouts.page.map_picture import ALONE, ALONE_HEIGHT_MM, NARROW, USUAL, of_height
from handouts.page.pen import Pen
from handouts.page.stack import Stack, Stacked, Words, stack
from handouts.page.style import Style, mm
from handouts.page.typesetting import SetText, plain, set_text, settled


@dataclass(frozen=True, slots=True)
class SpotList:
    """The trigger points in words, each behind its number in a ring."""

    numbers: tuple[int, ...]
    texts: tuple[SetText, ...]
    gap: float

    @property
    def height(self) -> float:
        """The height of all lines and gaps."""
        return sum(text.height_mm for text in self.texts) + self.gap * (len(self.texts) - 1)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint a list whose labels are the numbers."""
        with pen.element("L", numbering="Decimal"):
            for number, text in zip(self.numbers, self.texts, strict=True):
                with pen.element("LI"):
                    _draw_ring(pen, x, y, number, text)
                    with pen.element("LBody"):
                        pen.lines(x + pen.style.measures.explanation.spot_indent, y, text)
                y += text.height_mm + self.gap


def _draw_ring(pen: Pen, x: float, y: float, number: int, text: SetText) -> None:
    measures, face = pen.style.measures.explanation, pen.style.face("spot")
    radius = measures.ring / 2
    middle = y + mm(text.face.leading_pt) / 2
    pen.ring(
        x + radius, middle, radius=radius - mm(measures.ring_pt) / 2, weight_pt=measures.ring_pt, colour="ink"
    )
    with pen.element("Lbl"):
        pen.text_middle(x + radius, middle_baseline(middle, face), str(number), face)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark of the map, what it looks like, and what it means."""

    swatch: Picture
    look: str
    text: SetText


@dataclass(frozen=True, slots=True)
class LegendGrid:
    """The marks of the map with their words, down one column after the other."""

    entries: tuple[LegendEntry, ...]
    columns: int
    gap: float
    pitch: float

    @property
    def height(self) -> float:
        """The height of all rows, without a gap under the last."""
        return sum(self._row_heights) + self.gap * (self._rows - 1)

    @property
    def _rows(self) -> int:
        return -(-len(self.entries) // self.columns)

    @property
    def _row_heights(self) -> list[float]:
        rows = (self.entries[row :: self._rows] for row in range(self._rows))
        return [max(entry.text.height_mm for entry in row) for row in rows]

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint a list of the marks, each before its words."""
        tops = list(accumulate((height + self.gap for height in self._row_heights), initial=y))
        with pen.element("L", numbering="None"):
            for place, entry in enumerate(self.entries):
                column, row = divmod(place, self._rows)
                with pen.element("LI"):
                    _draw_entry(pen, entry, x + column * self.pitch, tops[row])


def _draw_entry(pen: Pen, entry: LegendEntry, x: float, y: float) -> None:
    """Paint the mark as the label of its words; a listener hears what it looks like."""
    measures = pen.style.measures.explanation
    width, height = entry.swatch.width, entry.swatch.height
    top = y + (mm(entry.text.face.leading_pt) - measures.swatch_height) / 2
    with pen.element("Lbl"), pen.figure(entry.look, x=x, y=top, width=width, height=height):
        paint_swatch(pen, entry.swatch, x, top)
    with pen.element("LBody"):
        pen.lines(x + measures.swatch_width + measures.swatch_gap, y, entry.text)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Text and spots in the narrow column, map and legend in the wide one."""

    text: Stack
    picture: Stack
    picture_x: float

    @property
    def height(self) -> float:
        """The taller column."""
        return max(self.text.height, self.picture.height)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the words first, then the map and its legend."""
        with pen.element("Sect"):
            self.text.draw(pen, x, y)
            with pen.element("Div"):
                self.picture.draw(pen, x + self.picture_x, y)


def lay_out_explanation(
    heading: str, parts: Sequence[Part], body_map: BodyMap, style: Style, *, narrow: bool = False
) -> Explanation:
    """Return a heading and paragraphs beside the map; a `narrow` one has more words beside it."""
    measures = style.measures.explanation
    most = NARROW if narrow else USUAL
    width = measures.text + style.wider_mm + USUAL.width - most.width
    left = stack(_words(heading, parts, body_map, style, width=width))
    legend = Stacked(_legend(body_map.legend, style, width=most.width), measures.legend_gap)
    height = most.height
    if narrow:
        height = min(height, left.height - legend.gap - legend.block.height)
    art = MapArt(body_map.drawing, of_height(most, height))
    return Explanation(left, Stack((Stacked(art), legend)), width + measures.gutter)


def stands_beside_text(style: Style) -> bool:
    """Return whether there is room for words beside a map that goes with their size."""
    measures = style.measures.explanation
    return USUAL.width * style.scale + measures.gutter + measures.least_text <= style.width_mm


def lay_out_map(body_map: BodyMap, style: Style) -> Explanation | Stack:
    """Return the map without a text: larger, with the legend under its spots.

    Where the type is large the map is as wide as the page, over its spots and its legend.
    """
    if not stands_beside_text(style):
        return _lay_out_wide_map(body_map, style)
    measures = style.measures.explanation
    width = measures.text + style.wider_mm + USUAL.width - ALONE.width
    words = _words(body_map.heading, (), body_map, style, width=width)
    legend = _legend(body_map.legend, style, width=width, columns=1)
    left = stack((*words, Stacked(legend, style.measures.text.subheading_gap)))
    art = MapArt(body_map.drawing, of_height(ALONE, ALONE_HEIGHT_MM))
    return Explanation(left, Stack((Stacked(art),)), width + measures.gutter)


def _lay_out_wide_map(body_map: BodyMap, style: Style) -> Stack:
    measures, width = style.measures.explanation, style.width_mm
    widest = next((size for size in (ALONE, USUAL) if size.width * style.scale <= width), NARROW)
    scale = min(style.scale, width / widest.width)
    pitch = (width + measures.gutter) / 2
    column = pitch - measures.gutter
    heading, *words = _words(body_map.heading, (), body_map, style, width=column)
    legend = stack([Stacked(_legend(body_map.legend, style, width=column, columns=1))])
    below = Explanation(stack(words), legend, pitch)
    gap = style.measures.text.heading_gap
    art = MapArt(body_map.drawing, widest, scale)
    return stack([heading, Stacked(art, gap), Stacked(below, measures.legend_gap)])


def _words(
    heading: str, parts: Sequence[Part], body_map: BodyMap, style: Style, *, width: float
) -> Iterator[Stacked]:
    """Yield the heading, the paragraphs if there are any, the spots, and how sure all this is."""
    gap, heading_gap = style.measures.text.paragraph_gap, style.measures.text.heading_gap
    yield Stacked(lay_out_heading(heading, style, width=width))
    if parts:
        passages = lay_out_passages(parts, style, width=width)
        yield Stacked(in_columns(passages, pitch=0, count=1), heading_gap)
    yield Stacked(_spots(body_map.spots, style, width=width), gap if parts else heading_gap)
    yield Stacked(Words(set_text(body_map.trust, style.face("body"), width_mm=width)), gap)


def _spots(spots: Sequence[Spot], style: Style, *, width: float) -> SpotList:
    measures = style.measures.explanation
    room = width - measures.spot_indent
    texts = tuple(settled(spot.text, style.face("body"), width_mm=room) for spot in spots)
    return SpotList(tuple(spot.number for spot in spots), texts, measures.spot_gap)


def _legend(legend: Sequence[LegendMark], style: Style, *, width: float, columns: int = 2) -> LegendGrid:
    measures, body = style.measures.explanation, style.face("body")
    pitch = (width + measures.legend_column_gap) / columns
    room = pitch - measures.swatch_width - 2 * measures.swatch_gap
    entries = tuple(
        LegendEntry(mark.picture, mark.look, set_text(plain(mark.words), body, width_mm=room))
        for mark in legend
    )
    return LegendGrid(entries, columns, measures.legend_row_gap, pitch)
