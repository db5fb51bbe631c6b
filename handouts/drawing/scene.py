"""A figure's numbers become a picture of people, their things and the arrows of movement."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from handouts.drawing import furniture, props
from handouts.drawing.body import Skeleton
from handouts.drawing.checks import DrawingError, faults, outline_points, outside, stray_arrows, touching
from handouts.drawing.close_up import draw_close_up
from handouts.drawing.curves import between, curve
from handouts.drawing.front_view import draw_front, laid
from handouts.drawing.held import draw_held, draw_held_in_front
from handouts.drawing.inking import Style, near_style, style_of
from handouts.drawing.picture import Arrow, Floor, Lines, Picture, Shape, Side, Start, enlarged, mirrored
from handouts.drawing.pose import arrow_line, bones_of, wall_of
from handouts.drawing.side_leg import leg_limb
from handouts.drawing.side_view import Layers, draw_side
from handouts.schema.figure import Figure, Movement
from handouts.schema.people import FrontPerson, Look, Person, SidePerson
from handouts.schema.things import Things

Edges = tuple[float, float, float, float]
_SHAFT = Lines(4)
# How much of the wall or worktop of a start pose is seen; the room beside a picture without that pose.
_OWN_WALL, _BESIDE = 5.0, 1.5
# How far a towel on a table reaches on both sides of the wrist.
_TOWEL = 7.0, 17.0
# The share of the shin that a rolled towel under a calf lies at, and what counts as the skin above it.
_UNDER_CALF, _NEAR = 0.62, 0.7


def draw_figure(figure: Figure, *, side: Side) -> Picture:
    """Return the picture of a figure whose working leg is the patient's `side`.

    The poses of a movement stand from left to right on both sides. Raises DrawingError for a hand or foot
    out of reach, a body that floats or sinks, and anything outside the box.
    """
    box = (figure.box.left, figure.box.right, figure.box.bottom, figure.box.top)
    try:
        scene, problems = _scene(figure, box)
    except (ValueError, ArithmeticError) as error:
        raise DrawingError(figure.id, (str(error),)) from error
    if problems:
        raise DrawingError(figure.id, tuple(problems))
    key = sha256(figure.model_dump_json().encode()).hexdigest()
    if side == "right" or not scene.starts:
        picture = Picture(box, tuple(scene.shapes(box)), key)
        return picture if side == "right" else mirrored(picture)
    return Picture(box, tuple(_turned(scene, box).shapes(box)), key)


class _Scene(NamedTuple):
    """The parts of a picture: its floor, the start poses from left to right, and the one that counts.

    A picture that is seen from above has no floor.
    """

    floor: Floor | None
    starts: Sequence[Sequence[Shape]]
    ends: Sequence[Shape]
    lens: Sequence[Shape]

    def shapes(self, box: Edges) -> list[Shape]:
        """Return all shapes in painting order."""
        starts = [shape for shapes in self.starts for shape in shapes]
        start = [_start(starts, [*self.ends, *self.lens], box)] if starts else []
        floor = [] if self.floor is None else [self.floor]
        return [*floor, *start, *self.ends, *self.lens]


def _turned(scene: _Scene, box: Edges) -> _Scene:
    """Return a scene with each pose in the mirror, and with the wall or worktop that it stands at.

    The gaps between the poses stay; the margins of the picture change sides.
    """
    poses = [*scene.starts, scene.ends]
    across = [[point.real for point in outline_points(shapes)] for shapes in poses]
    edges = [(min(one), max(one)) for one in across]
    left, turned = box[0] + box[1] - edges[-1][1], []
    for shapes, (first, last), following in zip(poses, edges, [*edges[1:], None], strict=True):
        turned.append(_in_mirror(shapes, moved=left + last))
        left += (following[0] if following else last) - first
    # Where the floor ended at a wall, that of the first pose is at its left now.
    floor = scene.floor
    if floor is not None:
        begins = box[0] + box[1] - edges[-1][1] if floor.right < box[1] else box[0]
        floor = Floor(begins, box[1], open_left=floor.open_right, open_right=floor.open_left)
    *starts, ends = turned
    return _Scene(floor, starts, ends, _in_mirror(scene.lens, moved=box[0] + box[1]))


def _in_mirror(shapes: Sequence[Shape], *, moved: float) -> list[Shape]:
    """Return shapes in the mirror at 0, moved to the right."""
    return list(enlarged(mirrored(Picture((0, 0, 0, 0), tuple(shapes), "")).shapes, 1, about=complex(moved)))


def _scene(figure: Figure, box: Edges) -> tuple[_Scene, list[str]]:
    """Return the parts of a figure's picture, and what is wrong with them."""
    wall, things = wall_of(figure), figure.things
    problems: list[str] = []
    bones: Skeleton | None = None
    poses: list[list[Shape]] = []
    for person in figure.people:
        if isinstance(person, SidePerson):
            bones = bones_of(figure, person)
            layers = draw_side(person, bones)
            problems += faults(figure, person, bones, layers)
            shapes = _with_things(figure, person, bones, layers)
        else:
            held = draw_held_in_front(things, person)
            shapes = laid(person, [*held.far, *draw_front(person), *held.near])
        if person.moved_by:
            own = _own_things(figure, person, box, wall=wall)
            shapes = list(enlarged(own + shapes, 1, about=person.moved_by))
        poses.append(shapes)
    arrows = [_arrow(movement, bones) for movement in figure.arrows]
    problems += outside([shape for shapes in (*poses, arrows) for shape in shapes], box)
    if bones is not None:
        problems += stray_arrows(figure.arrows, bones)
    style = near_style(Look())
    poses[-1] = [*_standing(figure, box, style, wall=wall), *poses[-1]]
    problems += (told for one, other in pairwise(poses) for told in touching(one, other))
    lens = [] if figure.close_up is None else draw_close_up(figure.close_up, figure.people[-1].look)
    return _Scene(_floor(figure, box, wall=wall), poses[:-1], [*poses[-1], *arrows], lens), problems


def _floor(figure: Figure, box: Edges, *, wall: float | None) -> Floor | None:
    """Return the floor, if it is seen; it ends at a wall or a worktop, which fill the picture to its side."""
    last = figure.people[-1]
    if isinstance(last, FrontPerson) and last.from_above:
        return None
    left, right, _, _ = box
    ahead, behind = wall, None
    if figure.things.wall is not None and figure.things.wall.at_left:
        ahead, behind = None, wall
    return Floor(
        left if behind is None else behind,
        right if ahead is None else ahead,
        open_left=behind is None,
        open_right=ahead is None and figure.things.worktop is None,
    )


def _start(starts: Sequence[Shape], others: Sequence[Shape], box: Edges) -> Start:
    """Return the start poses as one; the rest of the picture lies beside them."""
    ends = [point.real for point in outline_points(others)]
    first = [point.real for point in outline_points(starts)]
    left, right, _, _ = box
    if min(first) < min(ends):
        return Start(tuple(starts), max(left, min(ends) - _BESIDE), right)
    return Start(tuple(starts), left, min(right, max(ends) + _BESIDE))


def _own_things(figure: Figure, person: Person, box: Edges, *, wall: float | None) -> list[Shape]:
    """Return the wall, chair and worktop of a pose that is drawn beside them, pale for a start."""
    worktop = figure.things.worktop
    right = _OWN_WALL + ((wall or 0) if worktop is None else worktop.edge)
    return _standing(figure, (box[0], right, *box[2:]), style_of(person), wall=wall)


def _standing(figure: Figure, box: Edges, style: Style, *, wall: float | None) -> list[Shape]:
    """Return what stands on the floor behind people."""
    left, right, _, top = box
    things = figure.things
    shapes: list[Shape] = []
    if wall is not None:
        behind = things.wall is not None and things.wall.at_left
        shapes += furniture.draw_wall(wall, left if behind else right, top, style)
    if things.chair is not None:
        shapes += furniture.draw_chair(things.chair, style)
    if things.worktop is not None:
        shapes += furniture.draw_worktop(things.worktop, right, style)
    if things.step is not None:
        shapes += furniture.draw_step(things.step, style)
    if things.rail is not None:
        shapes += furniture.draw_rail(things.rail, things.step, style)
    if things.doorway is not None:
        shapes += furniture.draw_doorway(*things.doorway, top, style)
    return shapes + _soft(things, style)


def _soft(things: Things, style: Style) -> list[Shape]:
    """Return what one sits or lies on, and a towel on the floor."""
    shapes = [] if things.bed is None else furniture.draw_bed(things.bed, style)
    for table in (things.table, things.stool):
        shapes += [] if table is None else furniture.draw_table(table, style)
    for pillow in things.pillows:
        shapes += props.draw_pillow(pillow, style)
    if things.towel_on_floor is not None:
        shapes += props.draw_flat_towel(*things.towel_on_floor, 0, style)
    return shapes


def _with_things(figure: Figure, person: SidePerson, bones: Skeleton, layers: Layers) -> list[Shape]:
    """Return a person with what lies under their leg, and the towel round their foot."""
    style, things = style_of(person), figure.things
    under: list[Shape] = []
    over: list[Shape] = []
    if things.roller and bones.round_at is not None:
        under = props.draw_roller(bones.round_at, style)
    if things.ball is not None:
        ball = things.ball
        at = bones.round_at if ball.at is None else complex(ball.at, ball.on_book + ball.radius)
        if ball.on_wall is not None:
            at = complex((wall_of(figure) or 0) + ball.radius, ball.on_wall)
        under = [] if at is None else props.draw_ball(at, ball, style)
    if things.rolled_towel is not None:
        share = 0.0 if things.rolled_towel == "near_knee" else _UNDER_CALF
        base = 0.0 if things.bed is None else things.bed.height
        under = props.draw_rolled_towel(*_under_leg(bones, share, base=base), style)
    if things.heat_pack:
        under = props.draw_heat_pack(bones.near_leg, style)
    if things.towel and bones.near_arm is not None and not person.faded:
        over = props.draw_towel(bones.near_arm, bones.near_leg, style)
    cloth: list[Shape] = []
    if things.towel_on_table and things.table is not None and bones.near_arm is not None:
        wrist = bones.near_arm.wrist.real
        cloth = props.draw_flat_towel(wrist - _TOWEL[0], wrist + _TOWEL[1], things.table.height, style)
    held = draw_held(things, bones, style)
    return [
        *cloth,
        *held.far,
        *layers.far,
        *under,
        *layers.middle,
        *over,
        *held.middle,
        *layers.near,
        *held.near,
    ]


def _under_leg(bones: Skeleton, share: float, *, base: float) -> tuple[float, float, float]:
    """Return the x of a share of the shin, what is below it, and the height of the leg there."""
    leg = bones.near_leg
    at = between(leg.knee, leg.ankle, share).real
    skin = leg_limb(bones.hip, leg, shod=False).outline
    return at, base, min(point.imag for point in skin if abs(point.real - at) < _NEAR)


def _arrow(movement: Movement, bones: Skeleton | None) -> Shape:
    points = arrow_line(movement, bones)
    line = curve(points, steps=12) if len(points) > 2 else points
    return Arrow(tuple(line), "signal", _SHAFT, movement.both_ways)
