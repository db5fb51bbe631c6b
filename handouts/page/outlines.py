"""Boxes and hatching become page operators in points."""

from handouts.page.surface import Box

# A cubic curve stands for a quarter circle when its handles are this share of the radius.
ROUND = 0.5523


def number(value: float) -> str:
    """Return a number as short as three decimals allow."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def box_outline(edges: Box, radius: float = 0, *, corners: str = "all") -> str:
    """Return the path of a box; `corners` rounds `all`, `top` or `bottom`."""
    left, bottom, right, top = edges
    if not radius:
        return f"{_written((left, bottom, right - left, top - bottom))} re"
    above = radius if corners in ("all", "top") else 0
    below = radius if corners in ("all", "bottom") else 0
    # Where the handles of the curves stand, from the corner.
    a, b = above * (1 - ROUND), below * (1 - ROUND)
    points = (
        ((left + below, bottom), "m"),
        ((right - below, bottom), "l"),
        ((right - b, bottom, right, bottom + b, right, bottom + below), "c"),
        ((right, top - above), "l"),
        ((right, top - a, right - a, top, right - above, top), "c"),
        ((left + above, top), "l"),
        ((left + a, top, left, top - a, left, top - above), "c"),
        ((left, bottom + below), "l"),
        ((left, bottom + b, left + b, bottom, left + below, bottom), "c"),
    )
    return " ".join(f"{_written(numbers)} {letter}" for numbers, letter in points) + " h"


def hatch_lines(edges: Box, pitch: float) -> str:
    """Return the paths of lines at 45 degrees across a box, `pitch` apart; they stand out over its edges."""
    left, bottom, right, top = edges
    step, tall = pitch * 2**0.5, top - bottom
    count = int((right - left + tall) / step) + 1
    starts = (left - tall + step * (0.5 + line) for line in range(count))
    return " ".join(f"{_written((at, bottom))} m {_written((at + tall, top))} l" for at in starts)


def _written(numbers: tuple[float, ...]) -> str:
    return " ".join(map(number, numbers))
