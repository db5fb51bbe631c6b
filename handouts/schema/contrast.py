"""Turn the colours of a layout into the words and signs that would be hard to see, on screen and in grey.

The limits are those of WCAG 2.1, success criteria 1.4.3 and 1.4.11.
"""

from collections.abc import Iterator, Mapping
from math import floor
from typing import NamedTuple

from handouts.schema.layout import Face, Layout, Rgb, rgb

FOR_WORDS = 4.5
FOR_LARGE_WORDS = 3.0
FOR_SIGNS = 3.0

# Which words stand on which ground: in the colour of their face where none is named.
WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "paper",
        "",
        "title sheet_title subtitle heading subheading sheet_name sheet_figure sheet_strong sheet_word step"
        " step_compact body table_head map_label map_head spot help_heading number admin",
    ),
    ("paper", "ink", "light_range light_word number body map_label"),
    ("paper", "accent", "step step_compact body side_letter"),
    ("paper", "warning", "step step_compact body pill"),
    ("accent_tint", "", "heading body number dose_figure dose_strong dose_word"),
    ("accent_tint", "ink", "light_range light_word number body"),
    ("accent_tint", "accent", "body side_letter"),
    ("warning_tint", "", "heading"),
    ("accent", "", "disc disc_small"),
    ("accent", "paper", "subheading side_letter"),
    ("ink", "paper", "disc_small admin"),
    ("warning", "paper", "light_range light_word number body pill"),
)
# Glyphs, rules, borders, tick boxes, arrows: what must be seen to be understood.
SIGNS: tuple[tuple[str, str], ...] = (
    ("paper", "ink accent warning rule muted signal ghost_line"),
    ("accent_tint", "ink accent"),
    ("warning_tint", "warning"),
    ("accent", "paper"),
    ("warning", "paper"),
    ("light_skin", "ink"),
    ("brown_skin", "ink"),
)

BLACK = "in black"

Palette = Mapping[str, str]


class Faint(NamedTuple):
    """Words or signs too like their ground; `face` is empty for signs, `way` says how it is printed."""

    colour: str
    ground: str
    face: str
    way: str
    ratio: float
    needed: float

    @property
    def message(self) -> str:
        """What is wrong; the ratio is rounded down, so that it never looks good enough."""
        what = f"`{self.face}` text" if self.face else "a sign"
        seen = f"has a contrast of {floor(self.ratio * 10) / 10} to 1 {self.way}"
        return f"`{self.colour}` on `{self.ground}` {seen}; {what} needs {self.needed:g} to 1."

    @property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """Where a layout says what makes it faint, the likeliest first."""
        tables = ("black_colours", "colours") if self.way == BLACK else ("colours", "illustration")
        said = [(table, role) for role in (self.colour, self.ground) for table in tables]
        face = [("type", self.face, key) for key in ("colour", "size_pt", "strong")] if self.face else []
        return (*said, *face)


def contrast_ratio(colour: str, ground: str) -> float:
    """Return how far two colours `#RRGGBB` are apart, from 1 to 21 (WCAG 2.1, contrast ratio)."""
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1 (WCAG 2.1, relative luminance)."""
    red, green, blue = map(_linear, rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey_of(colour: str) -> str:
    """Return the grey that a black-and-white printer makes of a colour."""
    return "#" + 3 * f"{round(255 * luma(rgb(colour))):02X}"


def luma(colour: Rgb) -> float:
    """Return how light a colour looks in grey, from 0 to 1 (ITU-R BT.601, luma)."""
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue


def faint_parts(layout: Layout) -> list[Faint]:
    """Return what is too faint: of each pair of colours the first way of printing, and what needs most."""
    found: dict[tuple[str, str], Faint] = {}
    for way, palette in _palettes(layout).items():
        for colour, ground, face, needed in _pairs(layout):
            if not {colour, ground} <= palette.keys():
                continue
            ratio = contrast_ratio(palette[colour], palette[ground])
            known = found.get((colour, ground))
            if ratio < needed and (known is None or (known.way == way and needed > known.needed)):
                found[colour, ground] = Faint(colour, ground, face, way, ratio, needed)
    return list(found.values())


def needed_for(face: Face) -> float:
    """Return the contrast that words need; from 18 pt on, or 14 pt bold, they count as large."""
    large = face.size_pt >= 18 or (face.size_pt >= 14 and face.strong)
    return FOR_LARGE_WORDS if large else FOR_WORDS


def _palettes(layout: Layout) -> dict[str, Palette]:
    """Return the colours of every role as they reach the eye, for each way of printing."""
    colours = {**layout.illustration, **layout.colours.model_dump()}
    black = {**colours, **layout.black_colours}
    return {"in colour": colours, "in grey": _greys(colours), BLACK: _greys(black)}


def _greys(palette: Palette) -> Palette:
    return {role: grey_of(colour) for role, colour in palette.items()}


def _pairs(layout: Layout) -> Iterator[tuple[str, str, str, float]]:
    """Yield each colour with its ground, its face or nothing for signs, and the contrast that it needs."""
    for ground, own, faces in WORDS:
        for name in faces.split():
            face: Face = getattr(layout.type, name)
            yield own or face.colour, ground, name, needed_for(face)
    for ground, colours in SIGNS:
        for colour in colours.split():
            yield colour, ground, "", FOR_SIGNS


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
