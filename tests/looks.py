"""The shipped looks, ready for laying out."""

from functools import cache, partial

from pytest import approx

from handouts.library import LAYOUTS
from handouts.library.layouts import find_layout
from handouts.page.style import Style
from handouts.schema.base import Colouring

# A measure in em has three decimals: a hundredth of a millimetre is near enough.
near = partial(approx, abs=0.01)


@cache
def look(layout: str = "clinic", *, paper: str = "a4", colour: Colouring = "colour") -> Style:
    """Return a shipped layout on a paper."""
    return Style(find_layout(layout, [LAYOUTS]), paper, colour)
