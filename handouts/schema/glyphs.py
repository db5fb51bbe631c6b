"""The small signs of the look, as outlines on a grid of 24 by 24, y down, written as paths of SVG."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field

from handouts.schema.base import Model

_COMMAND = re.compile(r"([MLHVCAZ])([^MLHVCAZ]*)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
# The two flags of an arc may stand against the number after them.
_ARC = re.compile(
    r"\s*,?\s*".join([f"({_NUMBER.pattern})"] * 3 + ["([01])"] * 2 + [f"({_NUMBER.pattern})"] * 2)
)

# How many numbers each command takes.
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "A": 7, "Z": 0}


def path_commands(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield each command of a path with its own numbers, a repeated one as many times.

    Commands M, L, H, V, C, A and Z, large (absolute) or small (relative). Raises ValueError for
    numbers that do not fit their command.
    """
    for letter, rest in _COMMAND.findall(path):
        numbers = _numbers(letter, rest)
        count = _NUMBERS[letter.upper()]
        if len(numbers) % (count or 1) or bool(numbers) != bool(count):
            raise ValueError(f"`{letter}{rest}`: a command `{letter}` has {count} numbers.")
        if not count:
            yield letter, ()
        for at in range(0, len(numbers), count or 1):
            # What follows a move without a letter of its own is a line.
            drawn = letter if at == 0 or letter not in "Mm" else "l" if letter == "m" else "L"
            yield drawn, numbers[at : at + count]


def _numbers(letter: str, rest: str) -> tuple[float, ...]:
    if letter not in "Aa":
        return tuple(map(float, _NUMBER.findall(rest)))
    arcs = [] if _ARC.sub("", rest).strip(" ,") else _ARC.findall(rest)
    return tuple(float(number) for arc in arcs for number in arc)


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
