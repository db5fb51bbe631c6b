"""A figure's numbers become a picture of people, their things and the arrows of movement."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from handouts.drawing import props
from handouts.drawing.checks import DrawingError, faults
from handouts.drawing.curves import circle, curve, mirror
from handouts.drawing.foot_close_up import toe_curl
from handouts.drawing.front_view import draw_front
from handouts.drawing.inking import near_style
from handouts.drawing.movement import arrow_line
from handouts.drawing.picture import (
    Arrow,
    Clip,
    Dots,
    Fill,
    Hatch,
    Label,
    Picture,
    Points,
    Shape,
    Stroke,
)
from handouts.drawing.pose import solve, wall_of
from handouts.drawing.side_view import Layers, draw_side
from handouts.drawing.skeleton import Skeleton
from handouts.schema.figure import CloseUp, Figure, Look, Movement, SidePerson

Edges = tuple[float, float, float, float]
Side = Literal["left", "right"]
# An arrow's shaft, in line weights.
_SHAFT = 4.0
# The thin lines that lead to a lens, in line weights.
_LENS = 0.7


def line_weight_pt(mm_per_unit: float) -> float:
    """Return how heavy a near outline is at a scale: .52 pt at .42 mm per unit, .89 at .84, at least .5."""
    return max(0.5, 0.52 + (mm_per_unit - 0.42) * 0.37 / 0.42)


def draw_figure(figure: Figure, *, side: Side, line_pt: float, arrows: bool = True) -> Picture:
    """Return the picture of a figure whose working leg is the patient's `side`.

    `line_pt` is the weight of near outlines; arrows grow with it. Raises DrawingError for a hand or
    foot out of reach, a body that floats or sinks, and anything outside the box.
    """
    box = (figure.box.left, figure.box.right, figure.box.bottom, figure.box.top)
    try:
        shapes, problems = _scene(figure, box, line_pt=line_pt, arrows=arrows)
    except (ValueError, ArithmeticError) as error:
        raise DrawingError(figure.id, (str(error),)) from error
    if problems:
        raise DrawingError(figure.id, tuple(problems))
    picture = Picture(box, tuple(shapes))
    return picture if side == "right" else mirrored(picture)


def _scene(figure: Figure, box: Edges, *, line_pt: float, arrows: bool) -> tuple[list[Shape], list[str]]:
    """Return all shapes of a figure in painting order, and what is wrong with them."""
    wall = wall_of(figure)
    people: list[Shape] = []
    problems: list[str] = []
    bones: Skeleton | None = None
    for person in sorted(figure.people, key=lambda person: not person.faded):
        if isinstance(person, SidePerson):
            roller = figure.things.roller
            bones = solve(person, wall=wall, roller_radius=roller.radius if roller else 0)
            layers = draw_side(person, bones, line_pt=line_pt)
            problems += faults(person, bones, layers)
            people += _with_things(figure, person, bones, layers, line_pt=line_pt)
        else:
            people += draw_front(person, worktop=_worktop_height(figure), line_pt=line_pt)
    shapes = _behind(figure, box, wall=wall, line_pt=line_pt) + people
    if arrows:
        shapes += [_arrow(movement, bones, shaft_pt=_SHAFT * line_pt) for movement in figure.arrows]
    if figure.close_up is not None:
        shapes += _close_up(figure.close_up, line_pt=line_pt)
    return shapes, problems + list(_outside(people, box))


def _worktop_height(figure: Figure) -> float:
    """Return how high the worktop is, 0 where there is none."""
    return figure.things.worktop.height if figure.things.worktop is not None else 0


def _behind(figure: Figure, box: Edges, *, wall: float | None, line_pt: float) -> list[Shape]:
    """Return what stands behind the people."""
    left, right, _, top = box
    things, style = figure.things, near_style(Look(), line_pt)
    shapes = props.draw_floor(left, right if wall is None else wall, line_pt=line_pt)
    if wall is not None:
        shapes += props.draw_wall(wall, right, top, line_pt=line_pt)
    if things.chair is not None:
        shapes += props.draw_chair(things.chair, style)
    if things.worktop is not None:
        shapes += props.draw_worktop(things.worktop, right, style)
    if things.towel_on_floor is not None:
        shapes += props.draw_towel_on_floor(*things.towel_on_floor, style)
    return shapes


def _with_things(
    figure: Figure, person: SidePerson, bones: Skeleton, layers: Layers, *, line_pt: float
) -> list[Shape]:
    """Return a person with the roller under and the towel round them."""
    style = near_style(person.look, line_pt)
    under: list[Shape] = []
    over: list[Shape] = []
    if figure.things.roller is not None and bones.roller_at is not None:
        under = props.draw_roller(bones.roller_at, figure.things.roller.radius, style)
    if figure.things.towel and bones.near_arm is not None and not person.faded:
        over = props.draw_towel(bones.near_arm, bones.near_leg, style)
    return [*layers.far, *under, *layers.middle, *over, *layers.near]


def _arrow(movement: Movement, bones: Skeleton | None, *, shaft_pt: float) -> Shape:
    points = arrow_line(movement, bones)
    line = curve(points, steps=12) if len(points) > 2 else points
    return Arrow(tuple(line), "signal", shaft_pt, movement.both_ways)


def _close_up(close_up: CloseUp, *, line_pt: float) -> list[Shape]:
    """Return a lens with a drawing of its own in it."""
    centre, of = complex(*close_up.at), complex(*close_up.of)
    rim = tuple(circle(centre, close_up.radius, count=80))
    shapes = props.draw_lens(
        centre, close_up.radius, of=of, of_radius=close_up.of_radius, line_pt=_LENS * line_pt
    )
    inside = toe_curl(centre, close_up.radius, line_pt=line_pt)
    return [*shapes, Fill(rim, "paper"), Clip(rim, tuple(inside)), Stroke(rim, "ink", line_pt, closed=True)]


def _outside(shapes: Iterable[Shape], box: Edges) -> Iterable[str]:
    """Yield by how much people and their things leave the box."""
    points = [point for shape in shapes if isinstance(shape, Fill) for point in shape.points]
    across, up = [point.real for point in points], [point.imag for point in points]
    left, right, bottom, top = box
    over = {
        "left": left - min(across),
        "right": max(across) - right,
        "bottom": bottom - min(up),
        "top": max(up) - top,
    }
    return (f"it leaves the box at the {edge} by {by:.1f}" for edge, by in over.items() if by > 0)


def mirrored(picture: Picture) -> Picture:
    """Return the exact mirror image of a picture, in a mirrored box."""
    left, right, bottom, top = picture.box
    flip = _Flip()
    return replace(picture, box=(-right, -left, bottom, top), shapes=tuple(map(flip.shape, picture.shapes)))


class _Flip:
    """Mirrors shapes; an outline that is both stroked and filled stays one outline."""

    def __init__(self) -> None:
        self._done: dict[int, Points] = {}

    def points(self, points: Points) -> Points:
        if id(points) not in self._done:
            self._done[id(points)] = tuple(mirror(points))
        return self._done[id(points)]

    def shape(self, shape: Shape) -> Shape:
        match shape:
            case Clip():
                return Clip(self.points(shape.points), tuple(map(self.shape, shape.shapes)))
            case Hatch():
                return replace(shape, points=self.points(shape.points), degrees=-shape.degrees)
            case Dots():
                return replace(shape, centres=self.points(shape.centres))
            case Label():
                anchor = {"start": "end", "end": "start"}.get(shape.anchor, shape.anchor)
                return replace(shape, at=-shape.at.conjugate(), anchor=anchor)
            case _:
                return replace(shape, points=self.points(shape.points))
