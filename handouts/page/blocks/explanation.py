"""What it is, beside the map of where it is felt, with the numbered spots and the legend."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handouts.compose.information_blocks import BodyMap, LegendMark, Part, Spot
from handouts.compose.text import one_span
from handouts.page.artwork import MapArt, Swatch
from handouts.page.blocks.heading import lay_out_heading
from handouts.page.columns import in_columns, lay_out_passages
from handouts.page.glyphs import middle_baseline
from handouts.page.kit import Column, Spaced, Words, column
from handouts.page.lists import Item, List
from handouts.page.map_size import (
    ALONE,
    ALONE_HEIGHT_MM,
    NARROW,
    PANEL,
    USUAL,
    fitted_map,
    in_rows,
    of_height,
    with_type,
)
from handouts.page.pen import Pen
from handouts.page.style import Style, mm
from handouts.page.typesetting import set_text, settled

# How large the parts of a map in two rows may be, the best first.
ROW_SHARES = (1.1, 1, 0.9, 0.8)


class Ring(NamedTuple):
    """The number of a spot in a ring."""

    number: int
    height: float

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint the ring, then the number in its middle."""
        weight_pt, radius = pen.style.measures.explanation.ring_pt, self.height / 2
        inner = radius - mm(weight_pt) / 2
        pen.ring(x + radius, y + radius, radius=inner, weight_pt=weight_pt, colour="ink")
        face = pen.style.face("spot")
        pen.text_middle(x + radius, middle_baseline(y + radius, face), str(self.number), face)


class Explanation(NamedTuple):
    """Text and spots in the narrow column, map and legend in the wide one."""

    text: Column
    picture: Column
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
    left = column(_words(heading, parts, body_map, style, width=width))
    legend = Spaced(_legend(body_map.legend, style, width=most.width), measures.legend_gap)
    height = most.height
    if narrow:
        height = min(height, left.height - legend.gap - legend.block.height)
    art = MapArt(body_map.drawing, of_height(most, height))
    return Explanation(left, column([art, legend]), width + measures.gutter)


def stands_beside_text(style: Style) -> bool:
    """Return whether there is room for words beside a map that goes with their size."""
    measures = style.measures.explanation
    return USUAL.width * style.scale + measures.gutter + measures.least_text <= style.width_mm


def lay_out_map(body_map: BodyMap, style: Style, *, low: bool = False) -> Explanation | Column:
    """Return the map without a text: larger, with the legend under its spots.

    Where the type is large the map is as wide as the page, over its spots and its legend; where it is to be
    `low`, or no page would hold it, its legs are short.
    """
    if not stands_beside_text(style):
        wide = _lay_out_wide_map(body_map, style, low=low)
        fits = wide.height <= style.bottom_mm - style.top_mm
        return wide if fits else _lay_out_wide_map(body_map, style, low=True)
    measures = style.measures.explanation
    width = measures.text + style.wider_mm + USUAL.width - ALONE.width
    words = _words(body_map.heading, (), body_map, style, width=width)
    legend = _legend(body_map.legend, style, width=width, columns=1)
    left = column((*words, Spaced(legend, style.measures.text.subheading_gap)))
    art = MapArt(body_map.drawing, of_height(ALONE, ALONE_HEIGHT_MM))
    return Explanation(left, Column((Spaced(art),)), width + measures.gutter)


def _lay_out_wide_map(body_map: BodyMap, style: Style, *, low: bool) -> Column:
    measures, width = style.measures.explanation, style.width_mm
    if width < NARROW.width * style.scale:
        scale = width / PANEL.width
        size = with_type(of_height(PANEL, 0) if low else PANEL, style.scale / scale)
        usual = MapArt(body_map.drawing, size, scale)
        least = fitted_map(size, body_map.drawing).share * scale
        for share in (one for one in ROW_SHARES if one > least):
            rows = in_rows(body_map.drawing, width=width, share=share, times=style.scale)
            larger = _over_words(MapArt(body_map.drawing, rows), body_map, style)
            if larger.height <= style.bottom_mm - style.top_mm:
                return larger
        return _over_words(usual, body_map, style)
    widest = next((size for size in (ALONE, USUAL) if size.width * style.scale <= width), NARROW)
    art = MapArt(body_map.drawing, of_height(widest, 0) if low else widest, style.scale)
    pitch = (width + measures.gutter) / 2
    width = pitch - measures.gutter
    if width < style.measures.red_flags.least_column:
        return _over_words(art, body_map, style)
    heading, *words = _words(body_map.heading, (), body_map, style, width=width)
    legend = column([_legend(body_map.legend, style, width=width, columns=1)])
    below = Explanation(column(words), legend, pitch)
    gap = style.measures.text.heading_gap
    return column([heading, Spaced(art, gap), Spaced(below, measures.legend_gap)])


def _over_words(art: MapArt, body_map: BodyMap, style: Style) -> Column:
    """Return the map over its spots and its legend, each as wide as the page."""
    measures, width = style.measures.explanation, style.width_mm
    heading, first, *others = _words(body_map.heading, (), body_map, style, width=width)
    legend = _legend(body_map.legend, style, width=width - measures.legend_column_gap)
    over, under = style.measures.text.heading_gap, style.measures.text.paragraph_gap
    return column(
        [heading, Spaced(art, over), Spaced(first.block, under), *others, Spaced(legend, measures.legend_gap)]
    )


def _words(
    heading: str, parts: Sequence[Part], body_map: BodyMap, style: Style, *, width: float
) -> Iterator[Spaced]:
    """Yield the heading, the paragraphs if there are any, the spots, and how sure all this is."""
    gap, heading_gap = style.measures.text.paragraph_gap, style.measures.text.heading_gap
    yield Spaced(lay_out_heading(heading, style, width=width))
    if parts:
        passages = lay_out_passages(parts, style, width=width)
        yield Spaced(in_columns(passages, pitch=0, count=1), heading_gap)
    yield Spaced(_spots(body_map.spots, style, width=width), gap if parts else heading_gap)
    yield Spaced(Words(set_text(body_map.trust, style.face("body"), width_mm=width)), gap)


def _spots(spots: Sequence[Spot], style: Style, *, width: float) -> List:
    """Return the trigger points in words, each behind its number in a ring."""
    measures, body = style.measures.explanation, style.face("body")
    room = width - measures.spot_indent
    texts = (settled(spot.text, body, width_mm=room) for spot in spots)
    items = (
        Item(Ring(spot.number, measures.ring), Words(text, role=""), measures.spot_indent)
        for spot, text in zip(spots, texts, strict=True)
    )
    return List(tuple(items), "Decimal", measures.spot_gap)


def _legend(legend: Sequence[LegendMark], style: Style, *, width: float, columns: int = 2) -> List:
    """Return the marks of the map with their words, down one column after the other."""
    measures, body = style.measures.explanation, style.face("body")
    pitch = (width + measures.legend_column_gap) / columns
    indent = measures.swatch_width + measures.swatch_gap
    texts = (
        set_text(one_span(mark.words), body, width_mm=pitch - indent - measures.swatch_gap) for mark in legend
    )
    items = (
        Item(Swatch(mark.picture, mark.look, measures.swatch_height), Words(text, role=""), indent)
        for mark, text in zip(legend, texts, strict=True)
    )
    return List(tuple(items), "None", measures.legend_row_gap, columns, pitch)
