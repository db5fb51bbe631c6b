"""The marks of a map as small pictures for its legend; the page sets their words beside them."""

from dataclasses import dataclass

from handouts.drawing.curves import rectangle
from handouts.drawing.marks import CORE_DOT_PT, PAIN, PAIN_TINT, SPILL_DOT_PT, cross
from handouts.drawing.picture import Dots, Fill, Picture, Shape, Stroke
from handouts.drawing.stipple import Density, stipple

WIDTH_MM, HEIGHT_MM = 9.0, 4.6


@dataclass(frozen=True, slots=True)
class LegendSwatches:
    """One picture for each mark, 9 by 4.6 mm; what it looks like is said by the page."""

    point: Picture
    hidden_edge: Picture
    core: Picture
    spill: Picture


def draw_legend_swatches() -> LegendSwatches:
    """Return the marks as they look on the map."""
    frame = rectangle(0.3, WIDTH_MM - 0.3, 0.3, HEIGHT_MM - 0.3)
    inner = rectangle(0.7, WIDTH_MM - 0.7, 0.7, HEIGHT_MM - 0.7)
    middle = HEIGHT_MM / 2
    dash = (complex(0.5, middle), complex(WIDTH_MM - 0.5, middle))
    tight = stipple([inner], Density(0.98, 0.98, 1), seed=2)
    loose = stipple([inner], Density(1.6, 1.6, 1), seed=6)
    return LegendSwatches(
        point=_swatch(*cross(complex(WIDTH_MM / 2, middle))),
        hidden_edge=_swatch(Stroke(dash, "ink", 0.8, dash_pt=(2.5, 2.0))),
        core=_swatch(
            Fill(tuple(frame), PAIN_TINT),
            Stroke(tuple(frame), PAIN, 0.6, closed=True),
            Dots(tuple(tight), CORE_DOT_PT, PAIN),
        ),
        spill=_swatch(
            Stroke(tuple(frame), "#737373", 0.75, closed=True), Dots(tuple(loose), SPILL_DOT_PT, PAIN)
        ),
    )


def _swatch(*shapes: Shape) -> Picture:
    return Picture((0, WIDTH_MM, 0, HEIGHT_MM), shapes)
