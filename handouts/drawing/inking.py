"""How a layer of a figure is inked: near limbs, paler far limbs, or a faded pose beside them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handouts.drawing.curves import moved
from handouts.drawing.picture import Clip, Fill, Lines, Shape, Stroke, Taper, Weight
from handouts.schema.people import Look, Person

# The thinnest black line a laser printer draws without breaks.
_THINNEST_PT = 0.35
_FAR_TINT = 64
_FADED_FILLS = {"hair", "shorts", "sole"}


class Style(NamedTuple):
    """Colours and line weights of one layer; a faded layer is white with the thinnest lines."""

    look: Look
    line: Lines
    inner: Lines
    ink: str = "ink"
    tint: int = 100

    @property
    def faded(self) -> bool:
        """Whether this is a pose beside the one that counts."""
        return self.tint == 0

    def tone(self, part: str, kind: str = "") -> str:
        """Return the colour of a part of the body or clothes; `kind` is `_shade` or `_seam` of it."""
        if self.faded:
            if kind == "_seam":
                return self.ink
            return "ghost_fill" if part in _FADED_FILLS else "paper"
        role = str(getattr(self.look, part, part)) + kind
        return role if self.tint == 100 else f"{role} {self.tint}"


def near_style(look: Look) -> Style:
    """Return the style of what is on the viewer's side."""
    return Style(look, Lines(1), Lines(0.53, _THINNEST_PT))


def far_style(look: Look) -> Style:
    """Return the style of far limbs: paler fills, and lines that are thin but black."""
    return Style(look, Lines(0.62, _THINNEST_PT), Lines(0.42, _THINNEST_PT), tint=_FAR_TINT)


def style_of(person: Person) -> Style:
    """Return the style of what is on the viewer's side of a person."""
    return faded_style(person.look) if person.faded else near_style(person.look)


def faded_style(look: Look) -> Style:
    """Return the style of a pose shown beside another one."""
    # Black, for a printer breaks grey lines up into dots.
    thin = Lines(0.5, _THINNEST_PT)
    return Style(look, thin, thin, ink="ghost_line", tint=0)


def joined(
    outlines: Iterable[tuple[Sequence[complex], str]], style: Style, *, line: Lines | None = None
) -> list[Shape]:
    """Return outlines filled as one body: lines first, at twice the weight, so that fills hide the joins."""
    weight = line or style.line
    kept = [(tuple(points), colour) for points, colour in outlines]
    lines: list[Shape] = [Stroke(points, style.ink, weight * 2, closed=True) for points, _ in kept]
    return lines + [Fill(points, colour) for points, colour in kept]


def shaded(outline: Sequence[complex], part: str, style: Style, *, lit: complex) -> list[Shape]:
    """Return a crescent of shade away from the light: the dark tone, and the part moved over it."""
    if style.faded:
        return []
    dark = Fill(tuple(outline), style.tone(part, "_shade"))
    light = Fill(tuple(moved(outline, lit)), style.tone(part))
    return [Clip(tuple(outline), (dark, light))]


def skinned(parts: Sequence[Sequence[complex]], style: Style, *, lit: complex) -> list[Shape]:
    """Return parts of a limb as one body, with shade on the first of them."""
    tone = style.tone("skin")
    shapes = joined([(part, tone) for part in parts], style)
    shapes += shaded(parts[0], "skin", style, lit=lit)
    return [*shapes, *(Fill(tuple(part), tone) for part in parts[1:])]


def seam(line: Sequence[complex], part: str, style: Style, *, by: complex) -> Stroke:
    """Return the thread beside the edge of a garment."""
    return Stroke(tuple(moved(line, by)), style.tone(part, "_seam"), style.inner)


def inked(
    points: Sequence[complex],
    style: Style,
    *,
    start: Weight = 0.1,
    middle: Weight | None = None,
    end: Weight = 0.1,
    colour: str | None = None,
) -> Taper:
    """Return an inner line that swells and thins like a pen stroke."""
    return Taper(tuple(points), colour or style.ink, (start, style.inner if middle is None else middle, end))
