"""What it is, beside the map of where it is felt, with the numbered spots and the legend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from handouts.drawing.body_map import MapSize
from handouts.drawing.legend import LegendSwatches, draw_legend_swatches
from handouts.drawing.picture import Picture
from handouts.handout import BodyMap, Legend, Part, Spot
from handouts.page.artwork import MapArt, paint_swatch
from handouts.page.columns import in_columns
from handouts.page.glyphs import middle_baseline
from handouts.page.heading import lay_out_heading
from handouts.page.passages import lay_out_passages
from handouts.page.pen import Pen
from handouts.page.setting import SetText, plain, set_text, settled
from handouts.page.stack import Stack, Stacked, Words, stack
from handouts.page.style import Style, mm


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
                        pen.lines(x + pen.style.measures.explanation.spot_indent_mm, y, text)
                y += text.height_mm + self.gap


def _draw_ring(pen: Pen, x: float, y: float, number: int, text: SetText) -> None:
    measures, face = pen.style.measures.explanation, pen.style.face("spot")
    radius = measures.ring_mm / 2
    middle = y + mm(text.face.leading_pt) / 2
    pen.ring(
        x + radius, middle, radius=radius - mm(measures.ring_pt) / 2, weight_pt=measures.ring_pt, colour="ink"
    )
    with pen.element("Lbl"):
        pen.text_middle(x + radius, middle_baseline(middle, face), str(number), face)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A mark of the map, what it looks like, and what it means."""

    name: str
    swatch: Picture
    look: str
    text: SetText


@dataclass(frozen=True, slots=True)
class LegendGrid:
    """The marks of the map with their words, down the first column and then down the second."""

    entries: tuple[LegendEntry, ...]
    row: float
    pitch: float

    @property
    def height(self) -> float:
        """The height of two rows, without the gap under the last."""
        return self._rows * self.row - self._gap

    @property
    def _rows(self) -> int:
        return -(-len(self.entries) // 2)

    @property
    def _gap(self) -> float:
        return self.row - max(entry.text.height_mm for entry in self.entries)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Paint a list of the marks, each before its words."""
        with pen.element("L", numbering="None"):
            for place, entry in enumerate(self.entries):
                column, row = divmod(place, self._rows)
                with pen.element("LI"):
                    _draw_entry(pen, entry, x + column * self.pitch, y + row * self.row)


def _draw_entry(pen: Pen, entry: LegendEntry, x: float, y: float) -> None:
    """Paint the mark as the label of its words; a listener hears what it looks like."""
    measures = pen.style.measures.explanation
    width, height = entry.swatch.width, entry.swatch.height
    top = y + (mm(entry.text.face.leading_pt) - measures.swatch_height_mm) / 2
    with pen.element("Lbl"), pen.figure(entry.look, x=x, y=top, width=width, height=height):
        paint_swatch(pen, entry.swatch, x, top)
    with pen.element("LBody"):
        pen.lines(x + measures.swatch_width_mm + measures.swatch_gap_mm, y, entry.text)


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
    heading: str, parts: Sequence[Part], body_map: BodyMap, style: Style, *, map_scale: float = 1
) -> Explanation:
    """Return a heading and paragraphs beside the map; `map_scale` is less than 1 where room is short."""
    measures, text = style.measures.explanation, style.measures.text
    width = measures.text_mm
    paragraphs = in_columns(lay_out_passages(parts, style, width=width), pitch=0, count=1)
    gap = mm(text.paragraph_gap_pt)
    trust = Words(set_text(body_map.trust, style.face("body"), width_mm=width))
    left = stack(
        (
            Stacked(lay_out_heading(heading, style, width=width)),
            Stacked(paragraphs, mm(text.heading_gap_pt)) if parts else None,
            Stacked(_spots(body_map.spots, style), gap if parts else mm(text.heading_gap_pt)),
            Stacked(trust, gap),
        )
    )
    art = MapArt(body_map, _map_size(map_scale))
    legend = _legend(body_map.legend, style, width=art.size.width)
    right = Stack((Stacked(art), Stacked(legend, mm(measures.legend_gap_pt))))
    return Explanation(left, right, width + measures.gutter_mm)


def _spots(spots: Sequence[Spot], style: Style) -> SpotList:
    measures = style.measures.explanation
    width = measures.text_mm - measures.spot_indent_mm
    texts = tuple(settled(spot.text, style.face("body"), width_mm=width) for spot in spots)
    return SpotList(tuple(spot.number for spot in spots), texts, mm(measures.spot_gap_pt))


def _legend(legend: Legend, style: Style, *, width: float) -> LegendGrid:
    measures, body = style.measures.explanation, style.face("body")
    pitch = (width + measures.legend_column_gap_mm) / 2
    room = pitch - measures.swatch_width_mm - 2 * measures.swatch_gap_mm
    swatches = _swatches()
    meanings = {
        "point": legend.point,
        "hidden_edge": legend.hidden_edge,
        "core": legend.core,
        "spill": legend.spill,
    }
    entries = tuple(
        LegendEntry(name, getattr(swatches, name), look, set_text(plain(words), body, width_mm=room))
        for (name, words), look in zip(meanings.items(), legend.looks, strict=True)
    )
    tallest = max(entry.text.height_mm for entry in entries)
    return LegendGrid(entries, tallest + mm(measures.legend_row_gap_pt), pitch)


@cache
def _swatches() -> LegendSwatches:
    return draw_legend_swatches()


def _map_size(scale: float) -> MapSize:
    """Return the size of the map; only what is drawn shrinks, never its words and the room for them."""
    full = MapSize()
    lost = full.height * (1 - scale)
    # The leg is drawn from a fifth of its length above the crease down to the floor.
    leg = full.leg - lost / 1.2
    share = leg / full.leg
    return replace(full, height=full.height - lost, leg=leg, sole=full.sole * share, body=full.body * share)
