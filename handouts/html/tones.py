"""The colours of a layout on a web page: as they are, and lighter on a dark ground."""

from handouts.html.svg import hexadecimal
from handouts.page.style import Palette
from handouts.schema.contrast import contrast_ratio
from handouts.schema.layout import Rgb, rgb

DARK = "@media screen and (prefers-color-scheme:dark)"

ROLES = ("ink", "muted", "accent", "accent_tint", "warning", "warning_tint", "paper")

# Ground and words of the dark page.
DARK_PAPER, DARK_INK = rgb("#14181B"), rgb("#F2F4F5")
WHITE = rgb("#FFFFFF")

# Coloured words on the dark page have at least this contrast (WCAG 2.1, 1.4.6); a tint has so much of its
# colour.
LEAST = 7.0
TINT = 0.16
STEP = 0.05


def tones(palette: Palette) -> str:
    """Return the colours by their roles as CSS, those of the light page and those of the dark one."""
    light = {role: palette[role] for role in ROLES}
    accent, warning = (_lightened(light[role]) for role in ("accent", "warning"))
    dark = {
        "ink": DARK_INK,
        "muted": _lightened(light["muted"]),
        "accent": accent,
        "accent_tint": _mixed(DARK_PAPER, accent, TINT),
        "warning": warning,
        "warning_tint": _mixed(DARK_PAPER, warning, TINT),
        "paper": DARK_PAPER,
    }
    # Who prints gets the light page.
    return f":root{{{_declared(light)}}}\n{DARK}{{:root{{{_declared(dark)}}}}}\n"


def _declared(colours: dict[str, Rgb]) -> str:
    return "".join(f"--{role.replace('_', '-')}:{hexadecimal(one)};" for role, one in colours.items())


def _lightened(colour: Rgb) -> Rgb:
    """Return a colour mixed with as little white as stands out from the dark ground."""
    lighter, share = colour, 0.0
    while contrast_ratio(hexadecimal(lighter), hexadecimal(DARK_PAPER)) < LEAST:
        share += STEP
        lighter = _mixed(colour, WHITE, share)
    return lighter


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(colour, other, strict=True))
    return red, green, blue
