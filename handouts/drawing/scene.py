"""A figure's numbers become a picture of people, their things and the arrows of movement."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from handouts.drawing import props
from handouts.drawing.checks import DrawingError, faults
from handouts.drawing.curves import circle, curve
from handouts.drawing.foot_close_up import toe_curl
from handouts.drawing.front_view import draw_front
from handouts.drawing.inking import near_style
from handouts.drawing.picture import Arrow, Clip, Fill, Floor, Lines, Picture, Shape, Stroke, mirrored
from handouts.drawing.pose import arrow_line, solve, wall_of
from handouts.drawing.side_view import Layers, draw_side
from handouts.drawing.skeleton import Skeleton
from handouts.schema.figure import CloseUp, Figure, Look, Movement, SidePerson

Edges = tuple[float, float, float, float]
Side = Literal["left", "right"]
_SHAFT = Lines(4)


def draw_figure(figure: Figure, *, side: Side) -> Picture:
    """Return the picture of a figure whose working leg is the patient's `side`.

    Raises DrawingError for a hand or foot out of reach, a body that floats or sinks, and anything outside
    the box.
    """
    box = (figure.box.left, figure.box.right, figure.box.bottom, figure.box.top)
    try:
        shapes, problems = _scene(figure, box)
    except (ValueError, ArithmeticError) as error:
        raise DrawingError(figure.id, (str(error),)) from error
    if problems:
        raise DrawingError(figure.id, tuple(problems))
    picture = Picture(box, tuple(shapes), sha256(figure.model_dump_json().encode()).hexdigest())
    return picture if side == "right" else mirrored(picture)


def _scene(figure: Figure, box: Edges) -> tuple[list[Shape], list[str]]:
    """Return all shapes of a figure in painting order, and what is wrong with them."""
    wall = wall_of(figure)
    people: list[Shape] = []
    problems: list[str] = []
    bones: Skeleton | None = None
    for person in sorted(figure.people, key=lambda person: not person.faded):
        if isinstance(person, SidePerson):
            roller = figure.things.roller
            bones = solve(person, wall=wall, roller_radius=roller.radius if roller else 0)
            layers = draw_side(person, bones)
            problems += faults(person, bones, layers)
            people += _with_things(figure, person, bones, layers)
        else:
            people += draw_front(person, worktop=_worktop_height(figure))
    shapes = _behind(figure, box, wall=wall) + people
    shapes += [_arrow(movement, bones) for movement in figure.arrows]
    if figure.close_up is not None:
        shapes += _close_up(figure.close_up)
    return shapes, problems + list(_outside(people, box))


def _worktop_height(figure: Figure) -> float:
    """Return how high the worktop is, 0 where there is none."""
    return figure.things.worktop.height if figure.things.worktop is not None else 0


def _behind(figure: Figure, box: Edges, *, wall: float | None) -> list[Shape]:
    """Return what stands behind the people."""
    left, right, _, top = box
    things, style = figure.things, near_style(Look())
    # A wall or a worktop fills the picture to its right side, so that the floor can go on at the left only.
    is_open = wall is None and things.worktop is None
    shapes: list[Shape] = [Floor(left, right if wall is None else wall, open_right=is_open)]
    if wall is not None:
        shapes += props.draw_wall(wall, right, top)
    if things.chair is not None:
        shapes += props.draw_chair(things.chair, style)
    if things.worktop is not None:
        shapes += props.draw_worktop(things.worktop, right, style)
    if things.towel_on_floor is not None:
        shapes += props.draw_towel_on_floor(*things.towel_on_floor, style)
    return shapes


def _with_things(figure: Figure, person: SidePerson, bones: Skeleton, layers: Layers) -> list[Shape]:
    """Return a person with the roller under and the towel round them."""
    style = near_style(person.look)
    under: list[Shape] = []
    over: list[Shape] = []
    if figure.things.roller is not None and bones.roller_at is not None:
        under = props.draw_roller(bones.roller_at, figure.things.roller.radius, style)
    if figure.things.towel and bones.near_arm is not None and not person.faded:
        over = props.draw_towel(bones.near_arm, bones.near_leg, style)
    return [*layers.far, *under, *layers.middle, *over, *layers.near]


def _arrow(movement: Movement, bones: Skeleton | None) -> Shape:
    points = arrow_line(movement, bones)
    line = curve(points, steps=12) if len(points) > 2 else points
    return Arrow(tuple(line), "signal", _SHAFT, movement.both_ways)


def _close_up(close_up: CloseUp) -> list[Shape]:
    """Return a lens with a drawing of its own in it."""
    centre, of = complex(*close_up.at), complex(*close_up.of)
    rim = tuple(circle(centre, close_up.radius, count=80))
    shapes = props.draw_lens(centre, close_up.radius, of=of, of_radius=close_up.of_radius)
    inside = toe_curl(centre, close_up.radius)
    return [*shapes, Fill(rim, "paper"), Clip(rim, tuple(inside)), Stroke(rim, "ink", Lines(1), closed=True)]


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
