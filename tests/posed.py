"""The shipped figures, drawn and solved for the tests of the drawing."""

from collections.abc import Iterator, Sequence
from typing import Any

from handouts.drawing.body import Skeleton
from handouts.drawing.picture import Clip, Fill, Picture, Shape, Side, Start
from handouts.drawing.pose import bones_of
from handouts.drawing.scene import draw_figure
from handouts.library import CONTENT, LAYOUTS
from handouts.library.layouts import find_layout
from handouts.page.style import Palette
from handouts.schema.check import check
from handouts.schema.figure import Figure
from handouts.schema.people import SidePerson
from handouts.source import read_source

FIGURES = {
    path.stem: check(read_source(path), Figure) for path in sorted((CONTENT / "figures").glob("*.yaml"))
}
ROLES = find_layout("base", [LAYOUTS])
PALETTE = Palette(tuple({**ROLES.illustration, **ROLES.colours.model_dump()}.items()))


def drawn(name: str, side: Side = "right") -> Picture:
    return draw_figure(FIGURES[name], side=side)


def person(name: str) -> SidePerson:
    last = FIGURES[name].people[-1]
    assert isinstance(last, SidePerson)
    return last


def bones(name: str) -> Skeleton:
    return bones_of(FIGURES[name], person(name))


def wall_of(name: str) -> float | None:
    """Return where the wall of a picture begins: its slab is what is filled first after the floor."""
    slabs = fills(drawn(name), "prop")
    return min(p.real for p in slabs[0].points) if FIGURES[name].things.wall else None


def changed(name: str, **changes: Any) -> Figure:
    """Return a figure with other values for the last person."""
    data = FIGURES[name].model_dump()
    data["people"] = [*data["people"][:-1], {**data["people"][-1], **changes}]
    return Figure.model_validate(data)


def every_shape(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Clip | Start):
            yield from every_shape(shape.shapes)


def fills(picture: Picture, colour: str) -> list[Fill]:
    return [shape for shape in picture.shapes if isinstance(shape, Fill) and shape.colour == colour]


def inside(point: complex, outline: Sequence[complex]) -> bool:
    """Return whether a point lies inside a closed outline (even-odd rule)."""
    x, y = point.real, point.imag
    within = False
    a = outline[-1]
    for b in outline:
        if (a.imag > y) != (b.imag > y) and x < (a.real - b.real) * (y - b.imag) / (a.imag - b.imag) + b.real:
            within = not within
        a = b
    return within
