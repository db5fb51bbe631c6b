"""A colour's name becomes red, green and blue."""

from collections.abc import Mapping

from handouts.schema.layout import Rgb, rgb

Palette = Mapping[str, Rgb]


def colour_of(name: str, palette: Palette) -> Rgb:
    """Return a role's colour, `#RRGGBB`, or a tint of either, each part 0 to 1.

    `skin 64` is a 64 % tint of `skin` on paper, `shirt 45 ink` 45 % of `shirt` and 55 % of `ink`.
    """
    first, _, rest = name.partition(" ")
    full = _solid(first, palette)
    if not rest:
        return full
    percent, _, under = rest.partition(" ")
    ground = _solid(under or "paper", palette)
    share = float(percent) / 100
    red, green, blue = (g + (f - g) * share for f, g in zip(full, ground, strict=True))
    return red, green, blue


def _solid(name: str, palette: Palette) -> Rgb:
    """Return the colour of a role or of `#RRGGBB`."""
    return rgb(name) if name.startswith("#") else palette[name]
