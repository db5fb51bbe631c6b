"""A path written as in SVG becomes commands with their numbers."""

import re
from collections.abc import Iterator

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
