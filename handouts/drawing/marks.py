"""The marks of a map: crosses, numbers, leaders, labels, pain zones, no-press areas; and its legend."""

from collections.abc import Iterator, Sequence

from handouts.drawing.curves import Line, circle, rectangle, unit
from handouts.drawing.picture import Dots, Fill, Hatch, Label, Picture, Shape, Stroke
from handouts.drawing.stipple import Density, stipple
from handouts.schema.measures import MM

CORE_DENSITY = Density(near_mm=1.05, far_mm=1.05, fall_mm=1)
SPILL_DENSITY = Density(near_mm=1.15, far_mm=1.9, fall_mm=3)
# Radii; a dot of less than half a millimetre across is lost in the dots of a printer's grey.
CORE_DOT_PT, SPILL_DOT_PT = 0.85, 0.72
CROSS_MM, DISC_MM = 1.9, 2.05
HATCH_PITCH_PT = 1.3 * MM
# A mark in the legend.
SWATCH_WIDTH_MM, SWATCH_HEIGHT_MM = 9.0, 4.6
# From the baseline to half the height of a figure or a capital, in ems of FiraGO.
HALF_CAPITAL = 0.345
# A label longer than this is set in two lines.
LONGEST_LINE = 12


def cross(centre: complex) -> Iterator[Shape]:
    """Yield the X of a trigger point with its paper halo."""
    arm = CROSS_MM * 0.7
    for colour, weight in (("paper", 3.8), ("ink", 1.8)):
        for way in (1 + 1j, 1 - 1j):
            yield Stroke((centre - arm * way, centre + arm * way), colour, weight)


def disc(centre: complex, number: int, *, solid: bool) -> Iterator[Shape]:
    """Yield a number in a ring, or reversed on a solid disc."""
    yield Fill(tuple(circle(centre, DISC_MM + 0.28, count=20)), "paper")
    ring = tuple(circle(centre, DISC_MM, count=20))
    yield Fill(ring, "ink" if solid else "paper")
    yield Stroke(ring, "ink", 0.8, closed=True)
    size_pt = 11
    baseline = centre - 1j * HALF_CAPITAL * size_pt / MM
    colour = "paper" if solid else "ink"
    yield Label(baseline, (str(number),), role="disc_small", anchor="middle", strong=True, colour=colour)


def leader(start: complex, end: complex) -> Iterator[Shape]:
    """Yield the line from a structure, where it ends in a dot, to its label."""
    yield Stroke((start, end), "paper", 1.8)
    yield Stroke((start, end), "ink", 0.6)
    yield Fill(tuple(circle(start, 0.5, count=12)), "ink")


def label(words: str, at: complex, *, size_pt: float, leading_pt: float, strong: bool = False) -> Label:
    """Return words of one or two lines that begin at `at` and are centred on its height."""
    lines = broken(words)
    rise = ((len(lines) - 1) * leading_pt / 2 - HALF_CAPITAL * size_pt) / MM
    return Label(at + 1j * rise, lines, role="map_label", strong=strong)


def broken(words: str) -> tuple[str, ...]:
    """Return a label as one line, or as the two lines whose longer one is shortest."""
    parts = words.split()
    if len(words) <= LONGEST_LINE or len(parts) == 1:
        return (words,)
    breaks = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    return min(breaks, key=lambda lines: max(map(len, lines)))


def core(zones: Sequence[Line], *, seed: int) -> Iterator[Shape]:
    """Yield main pain areas: tint, contour and tight dots; those that overlap become one."""
    shapes = [tuple(zone) for zone in zones]
    for shape in shapes:
        yield Stroke(shape, "pain", 1.2, closed=True)
    for shape in shapes:
        yield Fill(shape, "pain_tint")
    if shapes:
        yield Dots(tuple(stipple(zones, CORE_DENSITY, seed=seed)), CORE_DOT_PT, "pain")


def spill(zones: Sequence[Line], *, cores: Sequence[Line], is_hatched: bool, seed: int) -> Iterator[Shape]:
    """Yield where pain may spread: dots alone, none inside a main pain area or on a line of a hatch."""
    where = _between_hatch_lines if is_hatched else None
    dots = stipple(zones, SPILL_DENSITY, seed=seed, avoid=cores, where=where)
    if dots:
        yield Dots(tuple(dots), SPILL_DOT_PT, "pain")


def _between_hatch_lines(point: complex) -> bool:
    """Return whether a dot here clears the lines of a hatch (which all stand on one grid, see `Hatch`)."""
    rows = (point / unit(1 + 1j)).imag / (HATCH_PITCH_PT / MM)
    return abs(rows - round(rows)) > 0.3


def no_press(shape: Line) -> Iterator[Shape]:
    """Yield a hatched area that must not be pressed."""
    yield Fill(tuple(shape), "#FAF3ED")
    yield from no_press_lines(shape)


def no_press_lines(shape: Line) -> Iterator[Shape]:
    """Yield the lines of a hatched area alone, over what is painted there."""
    outline = tuple(shape)
    yield Hatch(outline, "ink", 0.55, HATCH_PITCH_PT)
    yield Stroke(outline, "ink", 0.7, closed=True)


def spot(centre: complex, radius: float) -> Iterator[Shape]:
    """Yield a small round main pain area: too small for dots in a grid, it has three."""
    ring = tuple(circle(centre, radius, count=20))
    yield Fill(ring, "pain_tint")
    yield Stroke(ring, "pain", 0.6, closed=True)
    yield Dots(tuple(circle(centre, radius * 0.5, count=3)), SPILL_DOT_PT, "pain")


def draw_legend_swatches() -> tuple[Picture, Picture, Picture, Picture]:
    """Return the marks as they look on the map: a point, a hidden edge, main pain and where it may spread.

    Each is a picture of 9 by 4.6 mm; what it looks like is said by the page.
    """
    frame = tuple(rectangle(0.3, SWATCH_WIDTH_MM - 0.3, 0.3, SWATCH_HEIGHT_MM - 0.3))
    inner = rectangle(0.7, SWATCH_WIDTH_MM - 0.7, 0.7, SWATCH_HEIGHT_MM - 0.7)
    middle = SWATCH_HEIGHT_MM / 2
    dash = (complex(0.5, middle), complex(SWATCH_WIDTH_MM - 0.5, middle))
    tight = Dots(tuple(stipple([inner], Density(0.98, 0.98, 1), seed=2)), CORE_DOT_PT, "pain")
    loose = Dots(tuple(stipple([inner], Density(1.6, 1.6, 1), seed=6)), SPILL_DOT_PT, "pain")
    return (
        _swatch(*cross(complex(SWATCH_WIDTH_MM / 2, middle))),
        _swatch(Stroke(dash, "ink", 0.8, dash_pt=(2.5, 2.0))),
        _swatch(Fill(frame, "pain_tint"), Stroke(frame, "pain", 0.6, closed=True), tight),
        _swatch(Stroke(frame, "ink", 0.375, closed=True), loose),
    )


def _swatch(*shapes: Shape) -> Picture:
    return Picture((0, SWATCH_WIDTH_MM, 0, SWATCH_HEIGHT_MM), shapes)
