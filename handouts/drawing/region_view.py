"""A region seen from one side, without its skin and bare."""

from collections.abc import Iterable, Iterator

from handouts.drawing.curves import Line, between, curve, ellipse, moved
from handouts.drawing.digits import draw_digit_edges, draw_digits
from handouts.drawing.picture import Clip, Fill, Points, Shape, Stroke, Taper
from handouts.drawing.skin import (
    FINE_MM,
    INK,
    OUTLINE_PT,
    PAPER,
    SKIN,
    SKIN_DARK,
    SKIN_LIGHT,
    Ribbon,
    Skin,
    Tones,
    evenly,
    fibres,
    lean,
    mix,
    shaded,
)
from handouts.schema.region import Beyond, Crease, Hollow, Sheet, Tendon, View

SKIN_TONES = Tones(SKIN_LIGHT, "#EBD3C0", SKIN_DARK, start=0.18, rise=0.82)
HOLLOW_TONES = Tones("#E7CDA9", "#DDBE9A", "#B58A70", start=0.1, rise=0.8)
MUSCLE_TONES = ("#D9958A", "#B5655A", "#7E3D38")
QUIET_TONES = ("#E6C9C0", "#CDA196", "#A07A72")
TENDON = "#F0E8DA"
TENDON_TONES = Tones("#FBF7EE", "#E9DFCD", "#C0B197", start=0.06, rise=0.8)
CORDS = {"vein": "#8496AE", "nerve": "#D2AC55"}

BORDER_PT = 0.55
# How much of a picture's height runs out into the paper where the body goes on.
FADE = 11 / 120
FADE_ROWS = 6
# How far from a side where the body goes on it runs out, as a place across, and in how many steps.
INNER_FADE, INNER_STEPS = 0.4, 6
# Of a muscle that is cut, so many that some are in the part that runs out.
CUT_ROWS = 34


def bare_view(skin: Skin, view: View) -> Iterator[Shape]:
    """Yield a view with its skin on."""
    if not view.goes_on:
        yield from _whole_skin(skin, view)
        return
    yield from _beyond(skin, view.beyond)
    yield from draw_digit_edges(skin, view)
    yield from _skin(skin, view, bands=7)
    yield from _creases(skin, view.creases, but_not="muscles")
    yield from _edge(skin, view)
    yield from draw_digits(skin, view)


def muscles_of_view(skin: Skin, view: View, *, focus: str) -> Iterator[Shape]:
    """Yield a view without its skin; every muscle but `focus` is quiet, its hidden border dashed."""
    if view.goes_on:
        yield from _beyond(skin, view.beyond)
        yield from draw_digit_edges(skin, view)
        # Muscles cover most of it.
        yield from _skin(skin, view, bands=3)
    else:
        yield from _whole_skin(skin, view)
    for hollow in view.hollows:
        yield from _hollow(skin, hollow)
    yield from _sheets(skin, (one for one in view.sheets if not one.over_tendon), focus=focus)
    for tendon in view.tendons:
        yield from _tendon(skin, tendon)
    yield from _sheets(skin, (one for one in view.sheets if one.over_tendon), focus=focus)
    for edge in view.hidden_edges:
        if edge.muscle == focus:
            hidden = lean(skin.line(edge.line))
            yield Stroke(hidden, "paper", 1.7)
            yield Stroke(hidden, "ink", 0.75, dash_pt=(2.5, 2.0))
    if view.goes_on:
        yield from _creases(skin, view.creases, but_not="skin")
        yield from _edge(skin, view)
        yield from draw_digits(skin, view)


def _sheets(skin: Skin, sheets: Iterable[Sheet], *, focus: str) -> Iterator[Shape]:
    for sheet in sheets:
        yield from _sheet(skin, sheet, MUSCLE_TONES if sheet.muscle == focus else QUIET_TONES)


def _hollow(skin: Skin, hollow: Hollow) -> Iterator[Shape]:
    ribbon = _ribbon(skin, skin.line(hollow.inner), skin.line(hollow.outer), rows=20)
    yield from shaded(ribbon, HOLLOW_TONES, bands=3, fade=_fade_rows(skin, ribbon))
    for cord in hollow.cords:
        line, weight, colour = tuple(evenly(skin.line(cord.line), 6)), cord.weight_pt, CORDS[cord.kind]
        yield Taper(line, mix(colour, INK, 0.5), (0.2, weight + 0.5, weight + 0.5))
        yield Taper(line, mix(colour, "#FFFFFF", 0.25), (0.1, weight, weight))


def _heights(skin: Skin, view: View) -> list[float]:
    """Return where the skin is measured, from the top down: closer where an end fades or closes."""
    top, bottom, length = skin.top, skin.bottom, skin.bottom - skin.top
    start, end = (length * FADE if one in view.goes_on else 0.06 for one in ("top", "bottom"))
    upper = _end_heights(start, is_open="top" in view.goes_on)
    lower = _end_heights(end, is_open="bottom" in view.goes_on)
    first, last = top + start, bottom - end
    middle = [first + (last - first) * row / 44 for row in range(45)]
    return [*(top + way for way in upper), *middle, *(bottom - way for way in reversed(lower))]


def _end_heights(reach: float, *, is_open: bool) -> list[float]:
    """Return how far from an end the skin is measured within `reach` of it, the end itself first."""
    if is_open:
        return [reach * row / FADE_ROWS for row in range(FADE_ROWS)]
    return [0, 0.004, 0.008, 0.014, 0.022, 0.032, 0.045]


def _skin(skin: Skin, view: View, *, bands: int) -> Iterator[Shape]:
    """Yield the skin; where the body goes on, it runs out into the paper."""
    heights = _heights(skin, view)
    edges = skin.edges(heights)
    if "inner" not in view.goes_on:
        yield from _shaded_ends(Ribbon(*edges), view, SKIN_TONES, bands=bands)
        return
    # The other half of the body is as wide: the light falls on both.
    outer = edges[skin.outward > 0]
    halves = (outer, [complex(-point.real, point.imag) for point in outer])
    both = Ribbon(*sorted(halves, key=lambda line: line[0].real))
    lit = tuple(_shaded_ends(both, view, SKIN_TONES, bands=bands))
    yield Clip(tuple(edges[0] + edges[1][::-1]), lit)
    for step in range(INNER_STEPS):
        within = [skin.at(INNER_FADE * (1 - step / INNER_STEPS), y) for y in heights]
        tone = mix(SKIN_TONES.at(0.25), PAPER, (step + 0.5) / INNER_STEPS)
        strip = Ribbon(edges[skin.outward < 0], within)
        yield from _shaded_ends(strip, view, Tones(tone, tone, tone), bands=1)


def _shaded_ends(ribbon: Ribbon, view: View, tones: Tones, *, bands: int) -> Iterator[Fill]:
    """Yield a surface that runs out into the paper at the ends at which the body goes on."""
    halves, left, right = [ribbon], ribbon.left, ribbon.right
    if "bottom" in view.goes_on:
        middle = len(left) // 2
        lower = Ribbon(left[: middle - 1 : -1], right[: middle - 1 : -1])
        halves = [Ribbon(left[: middle + 2], right[: middle + 2]), lower]
    for half, end in zip(halves, ("top", "bottom"), strict=False):
        yield from shaded(half, tones, bands=bands, fade=FADE_ROWS if end in view.goes_on else 0)


def _edge(skin: Skin, view: View) -> Iterator[Shape]:
    """Yield the outline of the skin, fine where the body goes on and closed elsewhere."""
    left, right = skin.edges(_heights(skin, view))
    upper, lower = (FADE_ROWS if end in view.goes_on else 0 for end in ("top", "bottom"))
    inner, outer = (left, right) if skin.outward > 0 else (right, left)
    shown = (outer,) if "inner" in view.goes_on else (left, right)
    for line in (way for side in shown for way in (side, side[::-1])):
        if line in shown and upper or line not in shown and lower:
            yield Taper(tuple(line[: FADE_ROWS + 1]), INK, (0.1, 0.6 * OUTLINE_PT, OUTLINE_PT))
    last = len(left) - lower
    down, up = left[upper:last], right[upper:last][::-1]
    lines = [[*down, *up]]
    if len(shown) == 1:
        lines = [outer[upper:last] if upper else [inner[0], *outer[:last]]]
    elif lower:
        lines = [down, up] if upper else [[*down[::-1], *up[::-1]]]
    for line in lines:
        yield Stroke(lean(line), INK, OUTLINE_PT, closed=not upper and not lower)


def _beyond(skin: Skin, beyond: Beyond | None) -> Iterator[Shape]:
    """Yield what shows past the outline from farther away."""
    if beyond is None:
        return
    shape = lean(curve([skin.beside(offset) for offset in beyond.shape], closed=True, steps=5))
    yield Stroke(shape, INK, 1.7 * OUTLINE_PT, closed=True)
    dark = mix(SKIN, SKIN_DARK, 0.75)
    shift = complex(-0.4 * skin.outward, 0.36) * skin.length / 66
    lit = [Fill(tuple(moved(shape, shift * step)), mix(dark, SKIN, step / 2)) for step in range(3)]
    yield Clip(shape, tuple(lit))
    for crease in beyond.creases:
        yield Taper(tuple(skin.beside(place) for place in crease), mix(INK, SKIN_DARK, 0.3), (0.1, 0.55, 0.1))


def _creases(skin: Skin, creases: tuple[Crease, ...], *, but_not: str) -> Iterator[Shape]:
    colour = mix(INK, SKIN_DARK, 0.35)
    for crease in creases:
        if crease.surface != but_not:
            line = evenly(skin.line(crease.line), 2 * len(crease.line))
            yield Taper(tuple(line), colour, (0.1, crease.weight_pt, 0.1))


def _ribbon(skin: Skin, inner: Line, outer: Line, *, rows: int) -> Ribbon:
    """Return the surface between two borders, sorted by where they lie in the picture."""
    left, right = (inner, outer) if skin.outward > 0 else (outer, inner)
    return Ribbon(evenly(left, rows), evenly(right, rows))


def _sheet(skin: Skin, sheet: Sheet, tones: tuple[str, str, str]) -> Iterator[Shape]:
    """Yield one stretch of muscle: its rounding, its tendon, its fibres and its border.

    Raises IndexError for one that is cut and has too few rows outside of the part that fades.
    """
    light, middle, dark = tones
    rows = CUT_ROWS if sheet.cut else 20
    ribbon = _ribbon(skin, skin.line(sheet.inner), skin.line(sheet.outer), rows=rows)
    if sheet.cut == "bottom":
        # From the end that fades.
        ribbon = Ribbon(ribbon.left[::-1], ribbon.right[::-1])
    fade = _fade_rows(skin, ribbon) if sheet.cut else 0
    if fade > len(ribbon.left) - 5:
        raise IndexError(f"the sheet `{sheet.id}` is too short to be seen past its end that is `cut`")
    bands = 3 if sheet.cut or sheet.fibres < 10 else 6
    yield from shaded(ribbon, Tones(*tones, start=0.1 + sheet.dark), bands=bands, fade=fade)
    yield from _turning(ribbon, middle, TENDON, start=sheet.tendon)
    strands = (mix(light, "#FFFFFF", 0.35), *(mix(middle, dark, share) for share in (0.55, 0.75, 1.0)))
    yield from fibres(ribbon, strands, count=sheet.fibres, seed=len(sheet.id), start=0.6 * fade / rows)
    yield from _border(ribbon, mix(dark, INK, 0.45), fade)


def _border(ribbon: Ribbon, colour: str, fade: int) -> Iterator[Shape]:
    """Yield the border of a muscle; one that is cut has no upper end, its sides begin fine."""
    if not fade:
        yield Stroke(lean(ribbon.outline), colour, BORDER_PT, closed=True)
        return
    for side in (ribbon.left, ribbon.right):
        yield Taper(tuple(side[fade // 2 : fade + 4]), colour, (0.05, 0.35, BORDER_PT))
    yield Stroke(lean([*ribbon.left[fade + 3 :], *ribbon.right[: fade + 2 : -1]]), colour, BORDER_PT)


def _turning(ribbon: Ribbon, tone: str, other: str, *, start: float, steps: int = 4) -> Iterator[Shape]:
    """Yield the end of a ribbon as it turns from one tone to another, beginning at `start` of its length."""
    if start == 1:
        return
    last = len(ribbon.left) - 1
    for step in range(steps):
        row = round((start + (1 - start) * 0.5 * step / steps) * last)
        piece = ribbon.left[row:] + ribbon.right[: row - 1 if row else None : -1]
        yield Fill(lean(piece), mix(tone, other, 0.25 + 0.7 * step / steps))


def _fade_rows(skin: Skin, ribbon: Ribbon) -> int:
    """Return how many of the first rows of a ribbon lie in the part that runs out into the paper."""
    reach, at_top = (skin.bottom - skin.top) * FADE, ribbon.left[0].imag > ribbon.left[-1].imag
    if at_top:
        return sum(point.imag > -(skin.top + reach) * skin.length for point in ribbon.left)
    return sum(point.imag < -(skin.bottom - reach) * skin.length for point in ribbon.left)


def _tendon(skin: Skin, tendon: Tendon) -> Iterator[Shape]:
    """Yield a flat tendon, lost in the skin at its lower end."""
    ribbon = _ribbon(skin, skin.line(tendon.inner), skin.line(tendon.outer), rows=36)
    yield from shaded(ribbon, TENDON_TONES, bands=6)
    yield from _turning(ribbon, TENDON, mix(SKIN, SKIN_LIGHT, 0.5), start=0.8, steps=6)
    yield from fibres(ribbon, (mix("#C9BBA4", INK, 0.1),), count=tendon.fibres, seed=5)
    colour = mix("#C9BBA4", INK, 0.65)
    for side in (ribbon.left, ribbon.right):
        yield Stroke(lean(side[:29]), colour, 0.45)
        yield Taper(tuple(side[28:]), colour, (0.45, 0.3, 0.05))


def _whole_skin(skin: Skin, view: View) -> Iterator[Shape]:
    """Yield skin with a closed outline, its fingers or toes, its arch and its pads."""
    body = closed_outline(skin)
    yield from draw_digit_edges(skin, view)
    yield Stroke(body, INK, 2 * OUTLINE_PT, closed=True)
    yield from draw_digits(skin, view)
    yield Clip(body, tuple(_relief(skin, view, body)))
    colour = mix(INK, SKIN_DARK, 0.35)
    for crease in view.creases:
        line = tuple(evenly(skin.line(crease.line), 6))
        yield Taper(line, colour, (0.05, crease.weight_pt, 0.05))


def closed_outline(skin: Skin) -> Points:
    """Return the outline of a view that closes at both ends, without fingers and toes."""
    # The shares of the way down at which it is measured, closer at both ends.
    shares = [0.0, 0.005, 0.012, 0.022, 0.035, 0.05, 0.075, *(0.1 + 0.02 * row for row in range(35))]
    whole, length = 0.82, skin.bottom - skin.top
    rows = [skin.top + share * length / whole for share in (*shares, 0.805, 0.812, whole)]
    left, right = skin.edges(rows)
    return lean(left + right[::-1])


def _relief(skin: Skin, view: View, body: tuple[complex, ...]) -> Iterator[Shape]:
    """Yield the light and shade of skin: a darker rim, a hollow arch, lighter pads."""
    centre = skin.top + 21 / 41 * (skin.bottom - skin.top)
    middle = skin.at(0.5, centre)
    light = complex(-0.014, 0.014) * skin.length
    rough = lean(body, within=3 * FINE_MM)
    for step in range(5):
        inner = [between(point, middle, 0.06 * step) + light * step / 4 for point in rough]
        yield Fill(tuple(inner if step else body), mix(mix(SKIN, SKIN_DARK, 0.55), SKIN, step / 4))
    root = skin.at(-0.35, centre)
    arch = skin.line(view.arch, closed=True, steps=4) if view.arch else []
    for step in range(4 if arch else 0):
        shape = lean([between(point, root, 0.16 * step) for point in arch])
        yield Fill(shape, mix(SKIN, SKIN_DARK, 0.08 + 0.17 * step))
    for pad in view.pads:
        across, along = (half * skin.length for half in pad.half)
        for step in range(4):
            size = 1 - 0.23 * step
            ring = ellipse(skin.beside(pad.at), across * size, along * size, count=14)
            yield Fill(tuple(ring), mix(SKIN, SKIN_LIGHT, 0.3 * step))
