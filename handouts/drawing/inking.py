"""How a layer of a figure is inked: near limbs, paler far limbs, or a faded pose beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handouts.drawing.curves import moved
from handouts.drawing.picture import Clip, Fill, Shape, Stroke, Taper
from handouts.schema.figure import Look

# The thinnest black line a laser printer draws without breaks.
_THINNEST_PT = 0.35
# A grey line is screened into dots; a thinner one falls apart.
_THINNEST_GREY_PT = 0.6
_FAR_TINT = 64
_FADED_FILLS = {"hair", "shorts", "sole"}


@dataclass(frozen=True, slots=True)
class Style:
    """Colours and line weights of one layer; a faded layer is white with grey lines."""

    look: Look
    line_pt: float
    inner_pt: float
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


def near_style(look: Look, line_pt: float) -> Style:
    """Return the style of what is on the viewer's side."""
    return Style(look, line_pt, max(_THINNEST_PT, 0.53 * line_pt))


def far_style(look: Look, line_pt: float) -> Style:
    """Return the style of far limbs: paler fills, and lines that are thin but black."""
    return Style(look, max(_THINNEST_PT, 0.62 * line_pt), max(_THINNEST_PT, 0.42 * line_pt), tint=_FAR_TINT)


def faded_style(look: Look, line_pt: float) -> Style:
    """Return the style of a pose shown beside another one."""
    inner = max(_THINNEST_PT, 0.42 * line_pt)
    return Style(look, max(_THINNEST_GREY_PT, 0.75 * line_pt), inner, ink="ghost_line", tint=0)


def joined(
    outlines: Iterable[tuple[Sequence[complex], str]], style: Style, *, line_pt: float | None = None
) -> list[Shape]:
    """Return outlines filled as one body: lines first, at twice the weight, so that fills hide the joins."""
    weight = style.line_pt if line_pt is None else line_pt
    kept = [(tuple(points), colour) for points, colour in outlines]
    lines: list[Shape] = [Stroke(points, style.ink, 2 * weight, closed=True) for points, _ in kept]
    return lines + [Fill(points, colour) for points, colour in kept]


def shaded(outline: Sequence[complex], part: str, style: Style, *, lit: complex) -> list[Shape]:
    """Return a crescent of shade away from the light: the dark tone, and the part moved over it."""
    if style.faded:
        return []
    dark = Fill(tuple(outline), style.tone(part, "_shade"))
    light = Fill(tuple(moved(outline, lit)), style.tone(part))
    return [Clip(tuple(outline), (dark, light))]


def inked(
    points: Sequence[complex],
    style: Style,
    *,
    start_pt: float = 0.1,
    middle_pt: float | None = None,
    end_pt: float = 0.1,
    colour: str | None = None,
) -> Taper:
    """Return an inner line that swells and thins like a pen stroke."""
    middle = style.inner_pt if middle_pt is None else middle_pt
    return Taper(tuple(points), colour or style.ink, (start_pt, middle, end_pt))
