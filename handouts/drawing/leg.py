"""The lower leg from behind, without its skin and bare, and the sole of the foot below it, heel up."""

import math
from collections.abc import Iterator

from handouts.drawing.curves import Line, between, curve, ellipse, moved, turn
from handouts.drawing.picture import Clip, Fill, Points, Shape, Stroke, Taper
from handouts.drawing.skin import FINE_MM, Ribbon, Skin, Tones, evenly, fibres, lean, mix, shaded
from handouts.schema.region import Crease, Forefoot, Region, Sheet, Sole, Tendon, Toe

INK = "#000000"
SKIN_LIGHT, SKIN, SKIN_DARK = "#FAECE0", "#F1DCCB", "#D5B199"
SKIN_TONES = Tones(SKIN_LIGHT, "#EBD3C0", SKIN_DARK, start=0.18, rise=0.82)
FOSSA_TONES = Tones("#E7CDA9", "#DDBE9A", "#B58A70", start=0.1, rise=0.8)
MUSCLE_TONES = ("#D9958A", "#B5655A", "#7E3D38")
QUIET_TONES = ("#E6C9C0", "#CDA196", "#A07A72")
TENDON = "#F0E8DA"
TENDON_TONES = Tones("#FBF7EE", "#E9DFCD", "#C0B197", start=0.06, rise=0.8)
CORDS = {"vein": "#8496AE", "nerve": "#D2AC55"}

OUTLINE_PT = 1.0
BORDER_PT = 0.55
# How much of the leg's length runs out into the paper at the top.
FADE = 0.11
FADE_ROWS = 6
# One toe, half of it: (across, along) from its tip to its root, in half-widths and half-lengths.
_TOE = ((0.0, -1.0), (0.62, -0.84), (0.98, -0.22), (0.86, 0.42), (0.62, 0.85), (0.55, 1.15))


def bare_leg(skin: Skin, region: Region) -> Iterator[Shape]:
    """Yield the leg with its skin on."""
    yield from _forefoot(skin, region.forefoot)
    yield from _skin(skin, bands=7)
    yield from _creases(skin, region.creases, but_not="muscles")
    yield from _edge(skin)


def muscles(skin: Skin, region: Region, *, focus: str) -> Iterator[Shape]:
    """Yield the leg without its skin; every muscle but `focus` is quiet, its hidden border dashed."""
    yield from _forefoot(skin, region.forefoot)
    # Muscles cover most of it.
    yield from _skin(skin, bands=3)
    fossa = region.fossa
    hollow = _ribbon(skin, skin.line(fossa.inner), skin.line(fossa.outer), rows=20)
    yield from shaded(hollow, FOSSA_TONES, bands=3, fade=_fade_rows(skin, hollow))
    for cord in fossa.cords:
        line, weight, colour = tuple(evenly(skin.line(cord.line), 6)), cord.weight_pt, CORDS[cord.kind]
        yield Taper(line, mix(colour, INK, 0.5), (0.2, weight + 0.5, weight + 0.5))
        yield Taper(line, mix(colour, "#FFFFFF", 0.25), (0.1, weight, weight))
    for over_tendon in (False, True):
        if over_tendon:
            yield from _tendon(skin, region.tendon)
        for sheet in region.sheets:
            if sheet.over_tendon is over_tendon:
                yield from _sheet(skin, sheet, MUSCLE_TONES if sheet.muscle == focus else QUIET_TONES)
    for edge in region.hidden_edges:
        if edge.muscle == focus:
            hidden = lean(skin.line(edge.line))
            yield Stroke(hidden, "paper", 1.7)
            yield Stroke(hidden, "ink", 0.75, dash_pt=(2.5, 2.0))
    yield from _creases(skin, region.creases, but_not="skin")
    yield from _edge(skin)


def _heights(skin: Skin) -> list[float]:
    """Return where the skin is measured: evenly in the fade at the top, then down to the floor."""
    below = skin.top + FADE
    fade = [skin.top + FADE * row / FADE_ROWS for row in range(FADE_ROWS)]
    shank = [below + (0.94 - below) * row / 44 for row in range(45)]
    return [*fade, *shank, 0.955, 0.968, 0.978, 0.986, 0.992, 0.996, 1]


def _skin(skin: Skin, *, bands: int) -> Iterator[Shape]:
    left, right = skin.edges(_heights(skin))
    yield from shaded(Ribbon(left, right), SKIN_TONES, bands=bands, fade=FADE_ROWS)


def _edge(skin: Skin) -> Iterator[Shape]:
    """Yield the outline of the skin, fine at the top and closed at the heel."""
    left, right = skin.edges(_heights(skin))
    for side in (left, right):
        yield Taper(tuple(side[: FADE_ROWS + 1]), INK, (0.1, 0.6 * OUTLINE_PT, OUTLINE_PT))
    yield Stroke(lean([*left[FADE_ROWS:], *right[: FADE_ROWS - 1 : -1]]), INK, OUTLINE_PT)


def _forefoot(skin: Skin, forefoot: Forefoot) -> Iterator[Shape]:
    """Yield the outer forefoot that shows past the heel."""
    shape = lean(curve([skin.beside(offset) for offset in forefoot.shape], closed=True, steps=5))
    yield Stroke(shape, INK, 1.7 * OUTLINE_PT, closed=True)
    dark = mix(SKIN, SKIN_DARK, 0.75)
    shift = complex(-0.4 * skin.outward, 0.36) * skin.length / 66
    lit = [Fill(tuple(moved(shape, shift * step)), mix(dark, SKIN, step / 2)) for step in range(3)]
    yield Clip(shape, tuple(lit))
    for crease in forefoot.creases:
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
    """Yield one stretch of muscle: its rounding, its tendon, its fibres and its border."""
    light, middle, dark = tones
    ribbon = _ribbon(skin, skin.line(sheet.inner), skin.line(sheet.outer), rows=20)
    fade = _fade_rows(skin, ribbon) if sheet.cut else 0
    bands = 3 if sheet.cut or sheet.fibres < 10 else 6
    yield from shaded(ribbon, Tones(*tones, start=0.1 + sheet.dark), bands=bands, fade=fade)
    yield from _turning(ribbon, middle, TENDON, start=sheet.tendon)
    strands = (mix(light, "#FFFFFF", 0.35), *(mix(middle, dark, share) for share in (0.55, 0.75, 1.0)))
    yield from fibres(ribbon, strands, count=sheet.fibres, seed=len(sheet.id), start=0.6 * fade / 20)
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
    """Return how many rows of a ribbon lie in the part that runs out into the paper."""
    end = -(skin.top + FADE) * skin.length
    return sum(point.imag > end for point in ribbon.left)


def _tendon(skin: Skin, tendon: Tendon) -> Iterator[Shape]:
    """Yield the Achilles tendon, lost in the skin of the heel."""
    ribbon = _ribbon(skin, skin.line(tendon.inner), skin.line(tendon.outer), rows=36)
    yield from shaded(ribbon, TENDON_TONES, bands=6)
    yield from _turning(ribbon, TENDON, mix(SKIN, SKIN_LIGHT, 0.5), start=0.8, steps=6)
    strand = mix("#C9BBA4", INK, 0.1)
    yield from fibres(ribbon, (strand,), count=tendon.fibres, seed=5)
    colour = mix("#C9BBA4", INK, 0.65)
    for side in (ribbon.left, ribbon.right):
        yield Stroke(lean(side[:29]), colour, 0.45)
        yield Taper(tuple(side[28:]), colour, (0.45, 0.3, 0.05))


def sole_of_foot(skin: Skin, sole: Sole) -> Iterator[Shape]:
    """Yield the sole with its toes, its arch and its pads."""
    body = sole_outline(skin)
    half = [*_TOE, *((-across, along) for across, along in reversed(_TOE[1:]))]
    rounds = ([_on_toe(skin, toe, across, along) for across, along in half] for toe in sole.toes)
    toes = [lean(curve(knots, closed=True, steps=4)) for knots in rounds]
    for shape in (*toes, body):
        yield Stroke(shape, INK, 2 * OUTLINE_PT, closed=True)
    for toe, shape in reversed(list(zip(sole.toes, toes, strict=True))):
        yield Fill(shape, mix(SKIN, SKIN_DARK, 0.4))
        yield from _pad(skin, toe)
        yield from _toe_lines(skin, toe)
    yield Clip(body, tuple(_relief(skin, sole, body)))
    for crease in sole.creases:
        yield Taper(tuple(evenly(skin.line(crease), 6)), mix(INK, SKIN_DARK, 0.35), (0.05, 0.45, 0.05))


def sole_outline(skin: Skin) -> Points:
    """Return the closed outline of the sole without its toes."""
    rows = [0.0, 0.005, 0.012, 0.022, 0.035, 0.05, 0.075, *(0.1 + 0.02 * row for row in range(35))]
    left, right = skin.edges([*rows, 0.805, 0.812, 0.82])
    return lean(left + right[::-1])


def _relief(skin: Skin, sole: Sole, body: tuple[complex, ...]) -> Iterator[Shape]:
    """Yield the light and shade of the sole: darker rim, hollow arch, lighter pads."""
    middle = skin.at(0.5, 0.42)
    light = complex(-0.014, 0.014) * skin.length
    rough = lean(body, within=3 * FINE_MM)
    for step in range(5):
        inner = [between(point, middle, 0.06 * step) + light * step / 4 for point in rough]
        yield Fill(tuple(inner if step else body), mix(mix(SKIN, SKIN_DARK, 0.55), SKIN, step / 4))
    arch = skin.line(sole.arch, closed=True, steps=4)
    root = skin.at(-0.35, 0.42)
    for step in range(4):
        shape = lean([between(point, root, 0.16 * step) for point in arch])
        yield Fill(shape, mix(SKIN, SKIN_DARK, 0.08 + 0.17 * step))
    for cushion in sole.cushions:
        across, along = (half * skin.length for half in cushion.half)
        for step in range(4):
            size = 1 - 0.23 * step
            pad = ellipse(skin.beside(cushion.at), across * size, along * size, count=14)
            yield Fill(tuple(pad), mix(SKIN, SKIN_LIGHT, 0.3 * step))


def _on_toe(skin: Skin, toe: Toe, across: float, along: float) -> complex:
    """Return the point of the picture at half-widths and half-lengths from the middle of a toe."""
    way = complex(skin.outward * across * toe.half[0], along * toe.half[1]) * skin.length
    return skin.beside(toe.at) + way * turn(skin.outward * toe.degrees)


def _pad(skin: Skin, toe: Toe) -> Iterator[Shape]:
    """Yield the soft end of a toe, lit from the upper left."""
    for step in range(3):
        size, lift = 1 - 0.25 * step, 0.05 * step * toe.half[0] * skin.length
        ring = [
            _on_toe(skin, toe, 0.93 * size * math.cos(angle), -0.12 + 0.84 * size * math.sin(angle))
            for angle in (2 * math.pi * i / 12 for i in range(12))
        ]
        tone = mix(mix(SKIN, SKIN_DARK, 0.3), SKIN_LIGHT, step / 2)
        yield Fill(tuple(moved(ring, complex(-lift, lift))), tone)


def _toe_lines(skin: Skin, toe: Toe) -> Iterator[Shape]:
    """Yield the gaps to the neighbouring toes and the fold of the toe."""
    for side in (-1, 1):
        gap = [_on_toe(skin, toe, side * x, y) for x, y in ((0.98, -0.2), (0.88, 0.38), (0.66, 0.8))]
        yield Taper(tuple(gap), INK, (0.8 * OUTLINE_PT, 0.7 * OUTLINE_PT, 0.2))
    fold = [_on_toe(skin, toe, x, y) for x, y in ((-0.62, 0.7), (0, 0.81), (0.62, 0.7))]
    yield Taper(tuple(fold), mix(INK, SKIN_DARK, 0.35), (0.1, 0.5, 0.1))
