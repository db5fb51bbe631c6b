"""A figure's numbers become a picture of people, their things and the arrows of movement."""

from hashlib import sha256

from handouts.drawing import props
from handouts.drawing.body import Skeleton
from handouts.drawing.checks import DrawingError, faults, outline_points, outside, stray_arrows, touching
from handouts.drawing.close_up import draw_close_up
from handouts.drawing.curves import curve
from handouts.drawing.front_view import draw_front
from handouts.drawing.inking import Style, faded_style, near_style
from handouts.drawing.picture import Arrow, Floor, Lines, Picture, Shape, Side, Start, enlarged, mirrored
from handouts.drawing.pose import arrow_line, bones_of, wall_of
from handouts.drawing.side_view import Layers, draw_side
from handouts.schema.figure import Figure, Look, Movement, Person, SidePerson

Edges = tuple[float, float, float, float]
_SHAFT = Lines(4)
# How much of the wall or worktop of a start pose is seen; the room beside a picture without that pose.
_OWN_WALL, _BESIDE = 5.0, 1.5


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
    wall, things = wall_of(figure), figure.things
    problems: list[str] = []
    bones: Skeleton | None = None
    starts: list[Shape] = []
    ends: list[Shape] = []
    for person in sorted(figure.people, key=lambda person: not person.faded):
        if isinstance(person, SidePerson):
            bones = bones_of(figure, person)
            layers = draw_side(person, bones)
            problems += faults(person, bones, layers)
            shapes = _with_things(figure, person, bones, layers)
        else:
            shapes = draw_front(person, things.worktop)
        if person.faded:
            starts += enlarged(_own_things(figure, person, box, wall=wall) + shapes, 1, about=person.moved_by)
        else:
            ends += shapes
    arrows = [_arrow(movement, bones) for movement in figure.arrows]
    problems += outside([*starts, *ends, *arrows], box)
    if bones is not None:
        problems += stray_arrows(figure.arrows, bones)
    style = near_style(Look())
    towel = things.towel_on_floor
    cloth = [] if towel is None else props.draw_towel_on_floor(*towel, style)
    ends = [*_standing(figure, box, style, wall=wall), *cloth, *ends]
    problems += touching(starts, ends)
    # The floor ends at a wall or a worktop, which fill the picture to its right side.
    right = box[1] if wall is None else wall
    floor = Floor(box[0], right, open_right=wall is None and things.worktop is None)
    start = [_start(starts, [*ends, *arrows], box)] if starts else []
    lens = [] if figure.close_up is None else draw_close_up(figure.close_up)
    return [floor, *start, *ends, *arrows, *lens], problems


def _start(starts: list[Shape], others: list[Shape], box: Edges) -> Start:
    """Return the start poses as one; the rest of the picture lies beside them."""
    ends = [point.real for point in outline_points(others)]
    first = [point.real for point in outline_points(starts)]
    left, right, _, _ = box
    if min(first) < min(ends):
        return Start(tuple(starts), max(left, min(ends) - _BESIDE), right)
    return Start(tuple(starts), left, min(right, max(ends) + _BESIDE))


def _own_things(figure: Figure, person: Person, box: Edges, *, wall: float | None) -> list[Shape]:
    """Return the pale wall, chair and worktop of a start pose that is drawn beside them."""
    if not person.moved_by:
        return []
    worktop = figure.things.worktop
    right = _OWN_WALL + ((wall or 0) if worktop is None else worktop.edge)
    return _standing(figure, (box[0], right, *box[2:]), faded_style(person.look), wall=wall)


def _standing(figure: Figure, box: Edges, style: Style, *, wall: float | None) -> list[Shape]:
    """Return the wall, the chair and the worktop."""
    _, right, _, top = box
    things = figure.things
    shapes: list[Shape] = []
    if wall is not None:
        shapes += props.draw_wall(wall, right, top, style)
    if things.chair is not None:
        shapes += props.draw_chair(things.chair, style)
    if things.worktop is not None:
        shapes += props.draw_worktop(things.worktop, right, style)
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
