"""The small signs of the look, as outlines on a grid of 24 by 24, y down."""

from typing import Annotated

from pydantic import AfterValidator, Field

from handouts.schema.base import Model
from handouts.schema.outline import commands

GRID = 24


def _readable(path: str) -> str:
    for _ in commands(path):
        pass
    return path


OutlinePath = Annotated[
    str,
    Field(pattern=r"^[Mm][MmLlHhVvCcAaZz0-9 ,.+-]*$", max_length=600),
    AfterValidator(_readable),
]


class Mark(Model):
    """One stroke of a sign, or a filled outline; `reversed` marks have the colour of the ground.

    `path` is written as in SVG, with the commands M, L, H, V, C, A and Z, large or small.
    """

    path: OutlinePath
    weight: Annotated[float, Field(gt=0, le=4)] = 1.7
    filled: bool = False
    reversed: bool = False


Glyph = tuple[Mark, ...]


class Glyphs(Model):
    """Every sign: an outline is neutral, a solid one warns."""

    repeat: Glyph
    clock: Glyph
    calendar: Glyph
    tick: Glyph
    cross: Glyph
    pause: Glyph
    pencil: Glyph
    phone: Glyph
    triangle: Glyph
    octagon: Glyph
