"""Head and neck, seen from the side, looking right, or from the front."""

import math
from collections.abc import Callable, Sequence

from handouts.drawing import body
from handouts.drawing.body import Skeleton, on_spine
from handouts.drawing.curves import Line, between, bow, circle, curve, degrees_of, ellipse, mirror, turn, unit
from handouts.drawing.inking import Style, inked, joined
from handouts.drawing.picture import Fill, Points, Shape
from handouts.schema.people import FrontHead, Head

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
# The same from the front, the right half from the chin up.
_FRONT_HEAD = (
    0j, 0.15 + 0.012j, 0.255 + 0.085j, 0.32 + 0.22j, 0.35 + 0.42j, 0.36 + 0.62j, 0.33 + 0.80j,
    0.21 + 0.95j, 1.0j,
)  # fmt: skip
_FRONT_HAIR = (
    1.045j, 0.22 + 0.99j, 0.36 + 0.83j, 0.39 + 0.66j, 0.355 + 0.53j, 0.32 + 0.66j, 0.25 + 0.78j,
    0.05 + 0.80j, -0.16 + 0.75j, -0.30 + 0.66j, -0.355 + 0.53j, -0.39 + 0.66j, -0.36 + 0.83j, -0.22 + 0.99j,
)  # fmt: skip
_FRONT_HAIR_CORNERS = (4, 10)
_FRONT_EAR = (0.33 + 0.53j, 0.40 + 0.56j, 0.425 + 0.48j, 0.40 + 0.37j, 0.35 + 0.33j)
_FRONT_NECK = (4.6 + 28.2j, 3.35 + 30.5j, 3.2 + 34j, 3.3 + 37j)
# The chin above the hips, whence the neck is measured.
_FRONT_CHIN = 32.9j
# Where a head seen from the front tilts on the neck, and how far an ear goes back as the face turns.
_TILTS_ABOUT, _EAR_BACK = 0.1j, -0.12
_BACK_HAIR = (
    1.045j, 0.22 + 0.99j, 0.36 + 0.83j, 0.395 + 0.62j, 0.37 + 0.40j, 0.30 + 0.24j, 0.2 + 0.17j, 0.15j,
    -0.2 + 0.17j, -0.30 + 0.24j, -0.37 + 0.40j, -0.395 + 0.62j, -0.36 + 0.83j, -0.22 + 0.99j,
)  # fmt: skip


def draw_head(bones: Skeleton, head: Head, style: Style) -> list[Shape]:
    """Return neck, face, hair and ear from the side; the face looks straight on unless the pose says not."""
    up = on_spine(bones.spine, 1)[1] if head.follows_trunk else 1j
    up *= turn(-head.nod_degrees)
    pivot = bones.spine[-1] + body.NECK * on_spine(bones.spine, 1)[1] * turn(-10) + head.ahead
    scale = up / 1j * body.HEAD

    def placed(points: Sequence[complex]) -> Points:
        return tuple(pivot + scale * (point - _PIVOT) for point in points)

    face = placed(curve(_HEAD, closed=True, corners=_HEAD_CORNERS, steps=5))
    hair = placed(curve(_HAIR, closed=True, corners=_HAIR_CORNERS, steps=5))
    ear = placed(curve(_EAR, closed=True, steps=5))
    neck = _neck(on_spine(bones.spine, 0.93)[0], pivot)
    shapes = joined([(neck, _throat(style)), (face, style.tone("skin"))], style)
    shapes.append(inked(curve(placed(_JAW), steps=4), style))
    behind: list[Sequence[complex]] = []
    if style.look.hair_style == "bun":
        behind = [circle(placed([_BUN])[0], _BUN_RADIUS * body.HEAD)]
    if style.look.hair_style == "ponytail":
        behind = [curve(placed(_PONYTAIL), closed=True, steps=5)]
    shapes += _hair([*behind, hair], style)
    shapes += joined([(ear, style.tone("skin"))], style, line=style.inner)
    eye = ellipse(placed([_EYE])[0], 0.26, 0.42, degrees=degrees_of(up) - 90, count=12)
    brow = inked(curve(placed(_BROW), steps=4), style, start=0.2, middle=style.inner * 1.2, end=0.3)
    return [*shapes, Fill(tuple(eye), style.ink), brow]


def _throat(style: Style) -> str:
    # The neck is in the shade of the chin.
    return style.tone("skin") if style.faded else style.tone("skin", "_shade")


def _hair(locks: Sequence[Sequence[complex]], style: Style) -> list[Shape]:
    return joined([(lock, style.tone("hair")) for lock in locks], style, line=style.line * 0.8)


def _neck(base: complex, top: complex) -> Line:
    """Return the neck between the base of the throat and the head, a little narrower in its middle."""
    side = 1j * unit(top - base)
    middle = between(base, top, 0.55)
    front = curve([base - side * 3.5, middle - side * 3.0, top - side * 3.4], steps=5)
    back = curve([top + side * 3.2, middle + side * 3.2, base + side * 4.2], steps=5)
    return front + back


def on_front_head(hips: complex, head: FrontHead, *, own_right: int) -> Callable[[complex], complex]:
    """Return what turns a place on the head, in heights of it from the chin, into one of the picture.

    `own_right` is the side of the picture where their right side is, -1 at its left.
    """
    # The head tilts about the top of the neck.
    base = hips + _FRONT_CHIN + _TILTS_ABOUT * body.HEAD
    leans = turn(-own_right * head.tilt_degrees)
    low = -0.12j * math.sin(math.radians(head.nod_degrees))

    def placed(point: complex) -> complex:
        return base + (point - _TILTS_ABOUT + low) * leans * body.HEAD

    return placed


def draw_front_head(
    hips: complex, head: FrontHead, style: Style, *, own_right: int, from_behind: bool
) -> list[Shape]:
    """Return neck, face and hair above the hips, or the back of the head."""
    place = on_front_head(hips, head, own_right=own_right)

    def placed(points: Sequence[complex]) -> Points:
        return tuple(map(place, points))

    right = curve(_FRONT_NECK, steps=5)
    neck = [hips + point for point in right[:6]]
    top = [place((point - _FRONT_CHIN) / body.HEAD) for point in right[6:]]
    others = [hips + point for point in mirror(right[:6])]
    over = [place((point - _FRONT_CHIN) / body.HEAD) for point in mirror(right[6:])]
    face = placed(curve([*_FRONT_HEAD, *mirror(_FRONT_HEAD[-2:0:-1])], closed=True, steps=5))
    aside = own_right * math.sin(math.radians(head.turn_degrees))
    ears = [
        placed([point + aside * _EAR_BACK for point in curve(ear, closed=True, steps=4)])
        for side, ear in ((1, _FRONT_EAR), (-1, mirror(_FRONT_EAR)))
        # The ear of the side to which the face turns is hidden.
        if aside * side <= 0.3
    ]
    shapes = joined([([*others, *over, *top[::-1], *neck[::-1]], _throat(style))], style)
    shapes += joined([(part, style.tone("skin")) for part in (*ears, face)], style)
    bun = [circle(place(1.1j), 2.5)] if style.look.hair_style == "bun" else []
    if from_behind:
        return shapes + _hair([*bun, placed(curve(_BACK_HAIR, closed=True, steps=5))], style)
    # Hair above the face follows it as it turns and nods; the edge of the head does not.
    hair = [
        point if abs(point) > 0.92 or abs(point.real) > 0.34 else point + aside * 0.14
        for point in _FRONT_HAIR
    ]
    shapes += _hair([*bun, placed(curve(hair, closed=True, corners=_FRONT_HAIR_CORNERS, steps=5))], style)
    falls = 0.16 * math.sin(math.radians(head.nod_degrees))
    return shapes + _features(placed, style, aside=aside, falls=falls)


def _features(
    placed: Callable[[Sequence[complex]], Points], style: Style, *, aside: float, falls: float
) -> list[Shape]:
    """Return eyes, brows, nose and mouth; `aside` is the sine of the turn to the picture's right.

    A face that turns shows its features nearer to its edge and to each other, one that nods lower.
    """
    heavy = style.inner * 1.2
    narrow = 1 - 0.3 * abs(aside)

    def faced(points: Sequence[complex], *, out: float = 0.19) -> Points:
        return placed([complex(p.real * narrow + aside * out, p.imag - falls) for p in points])

    shapes: list[Shape] = []
    for side in (-1, 1):
        (eye,) = faced([side * 0.145 + 0.475j])
        brow = faced([side * 0.22 + 0.555j, side * 0.15 + 0.585j, side * 0.07 + 0.56j])
        shapes.append(Fill(tuple(ellipse(eye, 0.27 * narrow, 0.4, count=12)), style.ink))
        shapes.append(inked(bow(*brow), style, start=0.2, middle=heavy, end=0.3))
    tip = 0.05 if aside > -0.1 else -0.05
    nose = curve(faced([0.4 * tip + 0.42j, tip + 0.32j, -0.01 + 0.305j], out=0.24), steps=4)
    mouth = bow(*faced([-0.09 + 0.185j, 0.165j, 0.09 + 0.185j]))
    return [*shapes, inked(nose, style, middle=heavy, end=0.4), inked(mouth, style, middle=heavy)]
