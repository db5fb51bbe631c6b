"""The line of an arrow, which may stand off a joint of the person that it is about."""

from handouts.drawing.curves import Line
from handouts.drawing.skeleton import Skeleton
from handouts.schema.figure import Movement


def arrow_line(movement: Movement, bones: Skeleton | None) -> Line:
    """Return the points of an arrow; raises ValueError for a joint without a person seen from the side."""
    points = []
    for point in movement.line:
        if len(point) == 2:
            points.append(complex(*point))
        elif bones is None:
            raise ValueError("an arrow from a joint needs a person seen from the side")
        else:
            name, right, up = point
            points.append(bones.joint(name) + complex(right, up))
    return points
