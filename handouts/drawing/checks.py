"""What can be wrong with a drawn person, found before anybody sees it."""

from collections.abc import Iterable, Iterator
from typing import Literal

from handouts.drawing.picture import Arrow, Fill, Shape
from handouts.drawing.pose import arrow_line
from handouts.drawing.side_clothes import shorts_outlines
from handouts.drawing.side_leg import foot_of, leg_limb, leg_outline
from handouts.drawing.side_view import Layers
from handouts.drawing.skeleton import Skeleton
from handouts.schema.figure import Movement, SidePerson

# How far a body may be from what carries it, in percent of body height.
_GAP = 0.6
# An arrow is at most this share as far from what it moves as from the same part of the other leg.
_BY_ARROW = 0.6
# Knees or heels that are no farther apart cannot be told from each other: there an arrow is only near them.
_SIDE_BY_SIDE, _NEAR = 6.0, 10.0
# A start pose and the one that counts are so far apart at least.
_APART = 2.0
# How far in front of the hip joint the body still lies on its seat.
_SAT_ON = 8.0


class DrawingError(Exception):
    """A figure or a region that cannot be drawn as it is described: its id, and all that is wrong with it."""

    def __init__(  # noqa: D107
        self, figure: str, problems: tuple[str, ...], *, kind: Literal["figures", "regions"] = "figures"
    ) -> None:
        super().__init__(f"figure `{figure}`: " + "; ".join(problems))
        self.figure = figure
        self.kind: Literal["figures", "regions"] = kind
        self.problems = problems


def faults(person: SidePerson, bones: Skeleton, layers: Layers) -> Iterator[str]:
    """Yield what a person cannot reach, and where they float above or sink into what carries them."""
    yield from bones.out_of_reach
    yield from _on(
        0, outline_points((*layers.far, *layers.middle, *layers.near)), what="the body", on="the floor"
    )
    if person.pelvis.sits_on is not None:
        # Beyond the edge of a chair a thigh may hang lower than the seat.
        sitting = (p for line in shorts_outlines(bones) for p in line if p.real < bones.hip.real + _SAT_ON)
        yield from _on(person.pelvis.sits_on[1], sitting, what="the pelvis", on="its seat")
    for name in ("near_leg", "far_leg"):
        leg, joints = getattr(person, name), getattr(bones, name)
        if leg is not None and leg.foot_at is not None and not bones.shod:
            skin = leg_outline(leg_limb(bones.hip, joints, shod=False), joints, shod=False)
            yield from _on(leg.foot_at[1], skin, what=f"the foot of `{name}`", on="its ground")


def outline_points(shapes: Iterable[Shape]) -> list[complex]:
    """Return the points of everything that is filled, and of arrows."""
    return [point for shape in shapes if isinstance(shape, Fill | Arrow) for point in shape.points]


def stray_arrows(arrows: Iterable[Movement], bones: Skeleton) -> Iterator[str]:
    """Yield the arrows of the working knee or heel that stand nearer to the other leg, or near neither."""
    far = bones.far_leg
    for movement in arrows:
        if movement.moves not in ("knee", "heel") or far is None:
            continue
        joints = [(leg.knee,) if movement.moves == "knee" else foot_of(leg) for leg in (bones.near_leg, far)]
        line = arrow_line(movement, bones)
        own, other = (min(abs(point - joint) for point in line for joint in leg) for leg in joints)
        parted = abs(joints[0][0] - joints[1][0]) > _SIDE_BY_SIDE
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
