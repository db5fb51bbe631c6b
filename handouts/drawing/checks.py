"""What can be wrong with a figure, found before anybody sees it: by itself, or beside what it has to show."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, Literal

from handouts.drawing.body import Skeleton
from handouts.drawing.curves import degrees_of
from handouts.drawing.legs_said import HEEL_BELOW, HEEL_UP, SIDE_BY_SIDE, knee_degrees
from handouts.drawing.picture import Arrow, Fill, Shape
from handouts.drawing.pose import arrow_line, bones_of
from handouts.drawing.posture import posture_of
from handouts.drawing.side_leg import leg_limb, leg_outline, on_foot
from handouts.drawing.side_view import Layers, shorts_outlines
from handouts.schema.figure import Figure, Movement, Shows, ShowsAll
from handouts.schema.people import FrontPerson, Person, SidePerson
from handouts.schema.things import Things

# How far a body may be from what carries it, in percent of body height.
_GAP = 0.6
# An arrow is at most this share as far from what it moves as from the same part of the other leg.
_BY_ARROW = 0.6
# Knees or heels side by side cannot be told from each other: there an arrow is only near them.
_NEAR = 10.0
# A start pose and the one that counts are so far apart at least.
_APART = 2.0
# How far about the neck shoulders lie on the floor where the hips are lifted.
_SHOULDERS = 5.0
# How far in front of the hip joint the body still lies on its seat.
_SAT_ON = 8.0
# One who sits near the front of a chair has the hip joint so far from its back edge at least.
_FRONT_OF_SEAT = 13.0
# Heel and toe tip of a level foot, from the ankle.
_FOOT = (-4.1 - 3j, 12.2 - 3.7j)


class DrawingError(Exception):
    """A figure or a region that cannot be drawn as it is described: its id, and all that is wrong with it."""

    def __init__(  # noqa: D107
        self, figure: str, problems: tuple[str, ...], *, kind: Literal["figures", "regions"] = "figures"
    ) -> None:
        super().__init__(f"figure `{figure}`: " + "; ".join(problems))
        self.figure = figure
        self.kind: Literal["figures", "regions"] = kind
        self.problems = problems


def faults(figure: Figure, person: SidePerson, bones: Skeleton, layers: Layers) -> Iterator[str]:
    """Yield what a person cannot reach, and where they float above or sink into what carries them."""
    yield from bones.out_of_reach
    drawn = outline_points((*layers.far, *layers.middle, *layers.near))
    if figure.things.bed or figure.things.step:
        drawn = [point - 1j * _ground(figure.things, point.real) for point in drawn]
    hangs = all(leg is None or leg.foot_at is None for leg in (person.near_leg, person.far_leg))
    on = "the bed" if figure.things.bed else "the step" if figure.things.step else "the floor"
    if not (hangs and person.pelvis.sits_on):
        yield from _on(0, drawn, what="the body", on=on)
    seat = person.pelvis.sits_on or person.pelvis.lies_on
    if person.pelvis.lifted:
        neck = bones.spine[-1].real
        yield from _on(0, (p for p in drawn if abs(p.real - neck) < _SHOULDERS), what="a shoulder", on=on)
    elif seat is not None:
        # Beyond the edge of a chair a thigh may hang lower than the seat.
        sitting = (p for line in shorts_outlines(bones) for p in line if p.real < bones.hip.real + _SAT_ON)
        yield from _on(seat[1], sitting, what="the pelvis", on="its seat" if person.pelvis.sits_on else "it")
    for name in ("near_leg", "far_leg"):
        leg, joints = getattr(person, name), getattr(bones, name)
        if leg is not None and leg.foot_at is not None and not bones.shod and leg.stands_on == "ball":
            skin = leg_outline(leg_limb(bones.hip, joints, shod=False), joints, shod=False)
            yield from _on(leg.foot_at[1], skin, what=f"the foot of `{name}`", on="its ground")


def _ground(things: Things, at: float) -> float:
    """Return how high the floor, the bed or the stairs are at an x."""
    bed, step = things.bed, things.step
    if bed is not None and bed.left <= at <= bed.right:
        return bed.height
    return 0 if step is None else step.height_at(at)


def outline_points(shapes: Iterable[Shape]) -> list[complex]:
    """Return the points of everything that is filled, and of arrows."""
    return [point for shape in shapes if isinstance(shape, Fill | Arrow) for point in shape.points]


def stray_arrows(arrows: Iterable[Movement], bones: Skeleton) -> Iterator[str]:
    """Yield the arrows of the working knee or heel that stand nearer to the other leg, or near neither."""
    far = bones.far_leg
    for movement in arrows:
        if movement.moves not in ("knee", "heel") or far is None:
            continue
        legs = (bones.near_leg, far)
        joints = [[leg.knee] if movement.moves == "knee" else on_foot(leg, _FOOT) for leg in legs]
        line = arrow_line(movement, bones)
        own, other = (min(abs(point - joint) for point in line for joint in leg) for leg in joints)
        parted = abs(joints[0][0] - joints[1][0]) > SIDE_BY_SIDE
        if own > (_BY_ARROW * other if parted else _NEAR):
            apart = f"{own:.1f} from it and {other:.1f} from that of the other leg"
            yield f"the arrow of the {movement.moves} is {apart}"


def touching(start: Iterable[Shape], end: Iterable[Shape]) -> Iterator[str]:
    """Yield by how much a start pose comes too near to the one that counts."""
    one, other = ([point.real for point in outline_points(shapes)] for shapes in (start, end))
    if one and other:
        apart = max(min(other) - max(one), min(one) - max(other))
        if apart < _APART:
            yield f"the start pose is {apart:.1f} from the other one; at least {_APART:g} are needed"


def _on(ground: float, points: Iterable[complex], *, what: str, on: str) -> Iterator[str]:
    """Yield how far something floats above its ground or sinks into it."""
    height = min(point.imag for point in points) - ground
    if abs(height) > _GAP:
        yield f"{what} {'floats above' if height > 0 else 'sinks into'} {on} by {abs(height):.1f}"


def outside(shapes: Iterable[Shape], box: tuple[float, float, float, float]) -> Iterator[str]:
    """Yield by how much people, their things and arrows leave the box."""
    points = outline_points(shapes)
    across, up = [point.real for point in points], [point.imag for point in points]
    left, right, bottom, top = box
    over = {
        "left": left - min(across),
        "right": max(across) - right,
        "bottom": bottom - min(up),
        "top": max(up) - top,
    }
    yield from (f"it leaves the box at the {edge} by {by:.1f}" for edge, by in over.items() if by > 0)


def unlike(figure: Figure, shows: ShowsAll) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what of `shows` is not so in a figure: where it stands in it, and both values in words.

    Raises ValueError for a figure that cannot be posed.
    """
    *others, last = figure.people
    poses: list[tuple[tuple[str, ...], Shows | None, Person | None]] = [((), shows, last)]
    before = {"start": shows.start, "between": shows.between, "next": shows.next}
    poses += [((key,), one, person) for (key, one), person in zip_longest(before.items(), others)]
    for where, wanted, person in poses:
        if wanted is None:
            continue
        if person is None:
            yield where, "shows no start pose" if where == ("start",) else "shows no such pose"
            continue
        seen = _seen(figure, person)
        for name in wanted.model_fields_set - before.keys():
            told = _differs(seen.get(name), getattr(wanted, name))
            if told:
                yield (*where, name), told


def _differs(seen: Any, wanted: Any) -> str:
    """Return both values in words if what is seen is not what is wanted."""
    if isinstance(seen, float):
        least, most = wanted
        # Angles are told in whole degrees.
        alike = least - 0.5 <= seen <= most + 0.5
        return "" if alike else f"shows {seen:.0f} degrees, not {least:g} to {most:g}"
    if hasattr(wanted, "part"):
        inside = seen and seen.part == wanted.part and wanted.start <= seen.start and seen.end <= wanted.end
        one, other = (f"{it.part} {it.start:g} to {it.end:g}" if it else "none" for it in (seen, wanted))
        return "" if inside else f"shows {one}, not within {other}"
    one, other = (", ".join(it) if isinstance(it, tuple) else str(it or "") for it in (seen, wanted))
    return "" if seen == wanted else f"shows {one or 'none'}, not {other or 'none'}"


def _seen(figure: Figure, person: SidePerson | FrontPerson) -> dict[str, Any]:
    """Return what is seen of a pose, by the names of `Shows`."""
    posture = posture_of(figure, person)
    common = {
        "position": posture.position,
        "hands": posture.hands,
        "felt": person.feel,
        "arrows": tuple(arrow.moves for arrow in figure.arrows),
    }
    return common | (_from_side(figure, person) if isinstance(person, SidePerson) else _from_front(person))


def _from_side(figure: Figure, person: SidePerson) -> dict[str, Any]:
    bones = bones_of(figure, person)
    near, far = bones.near_leg, bones.far_leg
    is_below = figure.things.step is not None and near.heel_up < HEEL_BELOW
    seen: dict[str, Any] = {
        "knee": knee_degrees(near, bones.hip),
        "ankle": 90 - degrees_of(near.knee - near.ankle) - near.heel_up,
        "heel": "up" if near.heel_up >= HEEL_UP else "below" if is_below else "down",
        "trunk": float(person.trunk.lean_degrees),
        "keep_off": person.keep_off,
    }
    if far is not None:
        ahead = far.ankle.real - near.ankle.real
        seen["other_knee"] = knee_degrees(far, bones.hip)
        seen["other_foot"] = "beside" if abs(ahead) < SIDE_BY_SIDE else "in_front" if ahead > 0 else "behind"
        if person.pelvis.over is not None and person.far_leg is not None and person.far_leg.foot_at is None:
            seen["other_foot"] = "lifted"
    if figure.things.chair is not None:
        forward = bones.hip.real - figure.things.chair.back_edge
        seen["seat"] = "front" if forward >= _FRONT_OF_SEAT else "back"
    return seen


def _from_front(person: FrontPerson) -> dict[str, Any]:
    near, far = person.right_leg, person.left_leg
    if person.lies_at is not None or person.from_above:
        return {"knee": float(near.knee_bend_degrees), "other_knee": float(far.knee_bend_degrees)}
    if person.sits_at is not None:
        # A thigh that points at the viewer, over an upright shin, or across the other one.
        knees = [100.0 if leg.across else 90.0 for leg in (near, far)]
        return {"knee": knees[0], "heel": "down", "other_knee": knees[1], "trunk": 0.0}
    return {
        "knee": float(near.knee_bend_degrees),
        "heel": "up" if near.hip_bend_degrees else "down",
        "other_knee": float(far.knee_bend_degrees),
        "other_foot": "lifted" if far.hip_bend_degrees else "beside",
        "trunk": 0.0,
    }
