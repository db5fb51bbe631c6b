"""The lower leg from behind: the muscles without the skin, and the bare leg on which pain is shown."""

from collections.abc import Iterator

from handouts.drawing.curves import Line, curve, moved, simplify
from handouts.drawing.picture import Clip, Fill, Shape, Stroke, Taper
from handouts.drawing.ribbon import FINE_MM, Ribbon, Tones, evenly, fibres, mix, shaded
from handouts.drawing.skin import Skin
from handouts.schema.region import Cord, Crease, Forefoot, Region, Sheet, Tendon

INK = "#000000"
SKIN, SKIN_DARK = "#F1DCCB", "#D5B199"
SKIN_TONES = Tones("#FAECE0", "#EBD3C0", SKIN_DARK, start=0.18, rise=0.82)
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
    yield from _fossa(skin, region)
    yield from _sheets(skin, [sheet for sheet in region.sheets if not sheet.over_tendon], focus)
    yield from _tendon(skin, region.tendon)
    yield from _sheets(skin, [sheet for sheet in region.sheets if sheet.over_tendon], focus)
    yield from _hidden_edges(skin, region, focus)
    yield from _creases(skin, region.creases, but_not="skin")
    yield from _edge(skin)


def outline(skin: Skin) -> Line:
    """Return the closed outline of the leg."""
    left, right = skin.edges(_heights(skin))
    return left + right[::-1]


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
    yield Stroke(_lean([*left[FADE_ROWS:], *right[: FADE_ROWS - 1 : -1]]), INK, OUTLINE_PT)


def _forefoot(skin: Skin, forefoot: Forefoot) -> Iterator[Shape]:
    """Yield the outer forefoot that shows past the heel."""
    shape = _lean(curve([skin.beside(offset) for offset in forefoot.shape], closed=True, steps=5))
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
            yield Taper(
                tuple(evenly(skin.line(crease.line), 2 * len(crease.line))),
                colour,
                (0.1, crease.weight_pt, 0.1),
            )


def _ribbon(skin: Skin, inner: Line, outer: Line, *, rows: int) -> Ribbon:
    """Return the surface between two borders, sorted by where they lie in the picture."""
    left, right = (inner, outer) if skin.outward > 0 else (outer, inner)
    return Ribbon(evenly(left, rows), evenly(right, rows))


def _fossa(skin: Skin, region: Region) -> Iterator[Shape]:
    """Yield the hollow behind the knee, its vessels and its nerves."""
    fossa = region.fossa
    ribbon = _ribbon(skin, skin.line(fossa.inner), skin.line(fossa.outer), rows=20)
    yield from shaded(ribbon, FOSSA_TONES, bands=3, fade=_fade_rows(skin, ribbon))
    for cord in fossa.cords:
        yield from _cord(skin, cord)


def _cord(skin: Skin, cord: Cord) -> Iterator[Shape]:
    line, weight, colour = tuple(evenly(skin.line(cord.line), 6)), cord.weight_pt, CORDS[cord.kind]
    yield Taper(line, mix(colour, INK, 0.5), (0.2, weight + 0.5, weight + 0.5))
    yield Taper(line, mix(colour, "#FFFFFF", 0.25), (0.1, weight, weight))


def _sheets(skin: Skin, sheets: list[Sheet], focus: str) -> Iterator[Shape]:
    for sheet in sheets:
        yield from _sheet(skin, sheet, MUSCLE_TONES if sheet.muscle == focus else QUIET_TONES)


def _sheet(skin: Skin, sheet: Sheet, tones: tuple[str, str, str]) -> Iterator[Shape]:
    """Yield one stretch of muscle: its rounding, its tendon, its fibres and its border."""
    light, middle, dark = tones
    ribbon = _ribbon(skin, skin.line(sheet.inner), skin.line(sheet.outer), rows=20)
    fade = _fade_rows(skin, ribbon) if sheet.cut else 0
    bands = 3 if sheet.cut or sheet.fibres < 10 else 6
    yield from shaded(ribbon, Tones(*tones, start=0.1 + sheet.dark), bands=bands, fade=fade)
    yield from _turning(ribbon, middle, TENDON, start=sheet.tendon)
    strands = (
        mix(light, "#FFFFFF", 0.35),
        mix(middle, dark, 0.55),
        mix(middle, dark, 0.75),
        mix(middle, dark, 1.0),
    )
    start = 0.6 * fade / 20
    yield from fibres(ribbon, strands, count=sheet.fibres, seed=len(sheet.id), start=start)
    yield from _border(ribbon, mix(dark, INK, 0.45), fade)


def _border(ribbon: Ribbon, colour: str, fade: int) -> Iterator[Shape]:
    """Yield the border of a muscle; one that is cut has no upper end, its sides begin fine."""
    if not fade:
        yield Stroke(_lean(ribbon.outline), colour, BORDER_PT, closed=True)
        return
    for side in (ribbon.left, ribbon.right):
        yield Taper(tuple(side[fade // 2 : fade + 4]), colour, (0.05, 0.35, BORDER_PT))
    yield Stroke(_lean([*ribbon.left[fade + 3 :], *ribbon.right[: fade + 2 : -1]]), colour, BORDER_PT)


def _turning(ribbon: Ribbon, tone: str, other: str, *, start: float, steps: int = 4) -> Iterator[Shape]:
    """Yield the end of a ribbon as it turns from one tone to another, beginning at `start` of its length."""
    if start == 1:
        return
    last = len(ribbon.left) - 1
    for step in range(steps):
        row = round((start + (1 - start) * 0.5 * step / steps) * last)
        piece = ribbon.left[row:] + ribbon.right[: row - 1 if row else None : -1]
        yield Fill(_lean(piece), mix(tone, other, 0.25 + 0.7 * step / steps))


def _lean(line: Line) -> tuple[complex, ...]:
    """Return a line with no more points than a printer can show."""
    return tuple(simplify(line, within=FINE_MM))


def _fade_rows(skin: Skin, ribbon: Ribbon) -> int:
    """Return how many rows of a ribbon lie in the part that runs out into the paper."""
    end = skin.origin.imag - (skin.top + FADE) * skin.length
    return sum(point.imag > end for point in ribbon.left)


def _tendon(skin: Skin, tendon: Tendon) -> Iterator[Shape]:
    """Yield the Achilles tendon, lost in the skin of the heel."""
    ribbon = _ribbon(skin, skin.line(tendon.inner), skin.line(tendon.outer), rows=36)
    yield from shaded(ribbon, TENDON_TONES, bands=6)
    yield from _turning(ribbon, TENDON, mix(SKIN, "#FAECE0", 0.5), start=0.8, steps=6)
    strand = mix("#C9BBA4", INK, 0.1)
    yield from fibres(ribbon, (strand,), count=tendon.fibres, seed=5)
    colour = mix("#C9BBA4", INK, 0.65)
    for side in (ribbon.left, ribbon.right):
        yield Stroke(_lean(side[:29]), colour, 0.45)
        yield Taper(tuple(side[28:]), colour, (0.45, 0.3, 0.05))


def _hidden_edges(skin: Skin, region: Region, focus: str) -> Iterator[Shape]:
    """Yield the border of the focus muscle where another one covers it."""
    for edge in region.hidden_edges:
        if edge.muscle == focus:
            line = _lean(skin.line(edge.line))
            yield Stroke(line, "paper", 1.7)
            yield Stroke(line, "ink", 0.75, dash_pt=(2.5, 2.0))
