"""Head and neck seen from the side, looking right."""

from collections.abc import Sequence

from handouts.drawing import proportions as body
from handouts.drawing.curves import Line, between, circle, curve, degrees_of, ellipse, turn, unit
from handouts.drawing.inking import Style, inked, joined
from handouts.drawing.picture import Fill, Shape
from handouts.drawing.skeleton import Skeleton, on_spine
from handouts.schema.figure import Head

# In heights of the head: x forward, y from chin to crown.
_HEAD = (
    -0.26 + 0.10j, -0.38 + 0.28j, -0.465 + 0.46j, -0.48 + 0.64j, -0.41 + 0.83j, -0.23 + 0.965j, 0 + 1.0j,
    0.22 + 0.955j, 0.375 + 0.83j, 0.43 + 0.68j, 0.425 + 0.575j, 0.455 + 0.50j, 0.545 + 0.385j,
    0.535 + 0.345j, 0.455 + 0.325j, 0.475 + 0.27j, 0.44 + 0.232j, 0.462 + 0.185j, 0.425 + 0.14j,
    0.435 + 0.07j, 0.37 + 0j, 0.22 + 0.02j, 0.06 + 0.10j, -0.1 + 0.08j,
)  # fmt: skip
_HEAD_CORNERS = (13, 14, 16)
_HAIR = (
    0.385 + 0.82j, 0.30 + 0.93j, 0.16 + 1.01j, -0.02 + 1.045j, -0.27 + 1.0j, -0.45 + 0.86j, -0.525 + 0.65j,
    -0.50 + 0.44j, -0.40 + 0.25j, -0.31 + 0.16j, -0.22 + 0.24j, -0.14 + 0.36j, -0.10 + 0.52j,
    -0.04 + 0.585j, 0.03 + 0.56j, 0.045 + 0.44j, 0.10 + 0.44j, 0.135 + 0.60j, 0.20 + 0.74j, 0.30 + 0.80j,
)  # fmt: skip
_HAIR_CORNERS = (0, 9, 12, 15, 16)
_PONYTAIL = (
    -0.40 + 0.78j, -0.62 + 0.74j, -0.74 + 0.50j, -0.70 + 0.22j, -0.60 + 0.10j, -0.56 + 0.28j, -0.54 + 0.46j,
    -0.42 + 0.60j,
)  # fmt: skip
_BUN = -0.54 + 0.80j
_BUN_RADIUS = 0.18
_EAR = (
    -0.06 + 0.52j, -0.10 + 0.46j, -0.085 + 0.38j, -0.03 + 0.33j, 0.01 + 0.37j, 0.03 + 0.46j, 0.01 + 0.53j,
    -0.03 + 0.545j,
)  # fmt: skip
_JAW = (0.20 + 0.035j, 0.10 + 0.085j, 0.03 + 0.15j, -0.01 + 0.26j)
_EYE = 0.325 + 0.50j
_BROW = (0.25 + 0.585j, 0.32 + 0.61j, 0.39 + 0.59j)
# The point of the head that sits on the neck.
_PIVOT = -0.10 + 0.30j


def draw_head(bones: Skeleton, head: Head, style: Style) -> list[Shape]:
    """Return neck, face, hair and ear; the face looks straight on unless the pose says otherwise."""
    up = on_spine(bones.spine, 1)[1] if head.follows_trunk else 1j
    up *= turn(-head.nod_degrees)
    pivot = bones.spine[-1] + body.NECK * on_spine(bones.spine, 1)[1] * turn(-10)
    scale = up / 1j * body.HEAD

    def placed(points: Sequence[complex]) -> tuple[complex, ...]:
        return tuple(pivot + scale * (point - _PIVOT) for point in points)

    face = placed(curve(_HEAD, closed=True, corners=_HEAD_CORNERS, steps=5))
    hair = placed(curve(_HAIR, closed=True, corners=_HAIR_CORNERS, steps=5))
    ear = placed(curve(_EAR, closed=True, steps=5))
    neck = _neck(on_spine(bones.spine, 0.93)[0], pivot)
    # The neck is in the shade of the chin.
    throat = style.tone("skin") if style.faded else style.tone("skin", "_shade")
    shapes = joined([(neck, throat), (face, style.tone("skin"))], style)
    shapes.append(inked(curve(placed(_JAW), steps=4), style))
    locks = [(hair, style.tone("hair"))]
    if style.look.hair_style == "bun":
        locks.insert(0, (tuple(circle(placed([_BUN])[0], _BUN_RADIUS * body.HEAD)), style.tone("hair")))
    if style.look.hair_style == "ponytail":
        locks.insert(0, (tuple(curve(placed(_PONYTAIL), closed=True, steps=5)), style.tone("hair")))
    shapes += joined(locks, style, line=style.line * 0.8)
    shapes += joined([(ear, style.tone("skin"))], style, line=style.inner)
    eye = ellipse(placed([_EYE])[0], 0.26, 0.42, degrees=degrees_of(up) - 90, count=12)
    brow = inked(curve(placed(_BROW), steps=4), style, start=0.2, middle=style.inner * 1.2, end=0.3)
    return [*shapes, Fill(tuple(eye), style.ink), brow]


def _neck(base: complex, top: complex) -> Line:
    """Return the neck between the base of the throat and the head, a little narrower in its middle."""
    side = 1j * unit(top - base)
    middle = between(base, top, 0.55)
    front = curve([base - side * 3.5, middle - side * 3.0, top - side * 3.4], steps=5)
    back = curve([top + side * 3.2, middle + side * 3.2, base + side * 4.2], steps=5)
    return front + back
