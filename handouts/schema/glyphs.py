"""The small signs of the look, as outlines on a grid of 24 by 24, y down."""

from typing import Annotated

from pydantic import AfterValidator, Field

from handouts.schema.base import Model
from handouts.schema.svg_path import path_commands

GRID = 24


def _readable(path: str) -> str:
    for _ in path_commands(path):
        pass
    return path


SvgPath = Annotated[
    str,
    Field(pattern=r"^[Mm][MmLlHhVvCcAaZz0-9 ,.+-]*$", max_length=600),
    AfterValidator(_readable),
]


class GlyphPath(Model):
    """One stroke of a sign, or a filled outline; `reversed` marks have the colour of the ground.

    `path` is written as in SVG, with the commands M, L, H, V, C, A and Z, large or small.
    """

    path: SvgPath
    """The outline as in SVG, on a grid of 24 by 24, with M, L, H, V, C, A and Z."""
    weight: Annotated[float, Field(gt=0, le=4)] = 1.7
    """The weight of the stroke, on the same grid."""
    filled: bool = False
    """Whether the outline is filled."""
    reversed: bool = False
    """Whether it has the colour of the ground."""


Glyph = tuple[GlyphPath, ...]


class Glyphs(Model):
    """Every sign: an outline is neutral, a solid one warns."""

    repeat: Glyph
    """Repetitions."""
    clock: Glyph
    """A time."""
    calendar: Glyph
    """How often."""
    tick: Glyph
    """What is right: felt, fine, done."""
    cross: Glyph
    """What to avoid."""
    pause: Glyph
    """Take care."""
    pencil: Glyph
    """To write on."""
    phone: Glyph
    """To call."""
    triangle: Glyph
    """A warning."""
    octagon: Glyph
    """Stop."""
