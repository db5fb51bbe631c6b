"""The small things people exercise with: roller, ball, book, pillow, towel, warm pack."""

import math

from handouts.drawing.body import ArmJoints, LegJoints
from handouts.drawing.curves import (
    Line,
    arc,
    between,
    bow,
    circle,
    curve,
    ease,
    moved,
    rectangle,
    resample,
    rounded_rectangle,
    smooth,
    turn,
    unit,
)
from handouts.drawing.inking import Style, inked, joined, shaded
from handouts.drawing.picture import Clip, Shape, Stroke
from handouts.drawing.side_leg import on_foot
from handouts.schema.things import ROLLER_RADIUS, Ball, Pillow

# The left, right, lower and upper edge of a mat and of the pillow on it, from the middle of the hips.
_MAT, _MAT_PILLOW = (-21, 21, -49, 53), (-12, 12, 31, 49)
# The corners of a mat that is seen a little from above, the head at its right.
_SIDE_MAT = (-57, -8), (68, -8), (64, 4), (-53, 4)
# Half the length of the book that a ball lies on.
_BOOK = 6.5


def draw_roller(centre: complex, style: Style) -> list[Shape]:
    """Return a foam roller seen from its end."""
    radius = ROLLER_RADIUS
    shapes = joined([(circle(centre, radius), "prop_shade")], style)
    shapes += joined([(circle(centre, radius * 0.52), style.tone("paper"))], style, line=style.inner)
    ticks = [(centre + radius * 0.66 * turn(a), centre + radius * 0.86 * turn(a)) for a in range(0, 360, 30)]
    return [*shapes, *(Stroke(tick, "ink", style.inner) for tick in ticks)]


def draw_ball(centre: complex, ball: Ball, style: Style) -> list[Shape]:
    """Return a ball, on its book if it has one, or the end of a bottle."""
    shapes: list[Shape] = []
    if ball.on_book:
        left, right, top = centre.real - _BOOK, centre.real + _BOOK, ball.on_book
        pages = rectangle(left + 0.4, right - 0.3, 0.7, top - 0.7)
        cover = rounded_rectangle(left, right, 0, top, radius=0.5)
        shapes += joined(
            [(cover, style.tone("book")), (pages, style.tone("paper"))], style, line=style.line * 0.85
        )
        leaves = ((complex(left + 0.8, y), complex(right - 0.3, y)) for y in (top / 2 - 0.5, top / 2 + 0.5))
        shapes += [Stroke(line, "ink", style.inner) for line in leaves]
    outline = tuple(circle(centre, ball.radius))
    if ball.bottle:
        shapes += joined([(outline, style.tone("prop"))], style)
        rings = (circle(centre, ball.radius * share) for share in (0.72, 0.36))
        return [*shapes, *(Stroke(tuple(ring), "ink", style.inner, closed=True) for ring in rings)]
    shapes += joined([(outline, style.tone("ball"))], style)
    shapes += shaded(outline, "ball", style, lit=complex(ball.radius * 0.35, ball.radius * 0.22))
    shine = arc(centre, ball.radius * 0.62, 35, 100, steps=8)
    return [*shapes, inked(shine, style, middle=style.line * 0.9, colour="paper")]


def draw_pillow(pillow: Pillow, style: Style) -> list[Shape]:
    """Return a pillow seen from its side, with the seam between its two halves."""
    left, right, low = pillow.left, pillow.right, pillow.base
    top, middle, width = low + pillow.height, low + pillow.height * 0.45, right - left
    upper = [complex(left + width * share, top) for share in (0.16, 0.5, 0.84)]
    lower = [complex(left + width * share, low) for share in (0.9, 0.5, 0.1)]
    knots = [complex(left, middle), *upper, complex(right, middle), *lower]
    cloth = tuple(curve(knots, closed=True, corners=(0, 4), steps=6))
    seam = bow(complex(left, middle), complex(left + width / 2, middle - 0.7), complex(right, middle))
    shapes = joined([(cloth, style.tone("towel"))], style)
    return [*shapes, *shaded(cloth, "towel", style, lit=0.5 + 0.9j), inked(seam, style)]


def draw_mat(hips: complex, style: Style) -> list[Shape]:
    """Return the mat and the pillow of one who lies on the back, seen from above."""
    mat = moved(rounded_rectangle(*_MAT, radius=2), hips)
    pillow = moved(rounded_rectangle(*_MAT_PILLOW, radius=3.4), hips)
    left, right, low, top = _MAT
    inside = moved(rounded_rectangle(left + 1.6, right - 1.6, low + 1.6, top - 1.6, radius=1), hips)
    shapes = joined([(mat, style.tone("prop"))], style)
    shapes.append(Stroke(tuple(inside), style.tone("prop", "_shade"), style.inner, closed=True))
    return shapes + joined([(pillow, style.tone("towel"))], style)


def draw_side_mat(base: float, style: Style, *, head: int) -> list[Shape]:
    """Return the mat of one who lies on a side, seen a little from above; `head` is 1 with it right."""
    knots = (complex(head * x, base + y) for x, y in _SIDE_MAT)
    return joined([(tuple(knots), style.tone("prop"))], style)


def draw_rolled_towel(at: float, base: float, top: float, style: Style) -> list[Shape]:
    """Return a rolled towel seen from its end, from its base up to the leg on it."""
    radius = (top - base) / 2
    centre = complex(at, base + radius)
    shapes = joined([(circle(centre, radius), "towel")], style)
    shapes += shaded(circle(centre, radius), "towel", style, lit=0.5 + 0.6j)
    turns = [centre + radius * (0.82 - 0.7 * i / 40) * turn(-70 + 20 * i) for i in range(41)]
    return [*shapes, inked(turns, style, start=style.inner, end=style.inner)]


def draw_heat_pack(leg: LegJoints, style: Style) -> list[Shape]:
    """Return a warm pack in a towel, under a calf that lies on it."""
    first, last = (between(leg.knee, leg.ankle, share) for share in (0.12, 0.78))
    top = [point - 3j for point in (first, between(first, last, 0.5), last)]
    thick = [point - 4.6j for point in top]
    ends = top[0] - 1.8 - 2.2j, top[-1] + 1.8 - 2.2j
    cloth = tuple(curve([ends[0], *top, ends[1], *thick[::-1]], closed=True, steps=6))
    shapes = joined([(cloth, style.tone("pack"))], style)
    folds = [(top[i] - 0.4j, between(top[i], thick[i], 0.5) + 0.5, thick[i] + 0.5j) for i in range(3)]
    return [*shapes, *(inked(fold, style) for fold in folds)]


def draw_flat_towel(left: float, right: float, height: float, style: Style) -> list[Shape]:
    """Return a towel spread on what is so high."""
    cloth = [complex(left, 0), complex(left + 1, 1.6), complex(right, 1.6), complex(right - 1.2, 0)]
    return joined([(moved(cloth, 1j * height), style.tone("towel"))], style)


def draw_towel(arm: ArmJoints, leg: LegJoints, style: Style) -> list[Shape]:
    """Return a towel from the fist round the ball of the foot, and its end hanging from the fist."""
    fist = arm.wrist + arm.along * 2.8
    instep, ball, sole = on_foot(leg, (9.2 - 2j, 9.6 - 1.4j, 9.4 - 4.9j))
    hanging = [fist - 1.2, fist - 1.6 - 3j, fist - 2.6 - 7.5j]
    taut = [fist, between(fist, instep, 0.5) - 0.5j, ball, sole]
    return [
        *_ribbon(hanging, widths=(2.6, 3.6), folds=1, style=style),
        *_ribbon(taut, widths=(2.4, 4.6), folds=2, style=style),
    ]


def _ribbon(knots: Line, *, widths: tuple[float, float], folds: int, style: Style) -> list[Shape]:
    """Return a strip of cloth along a line, with a round end and fold lines."""
    line = smooth(resample(curve(knots, steps=12), 0.6), passes=6)
    last = len(line) - 1
    ahead = [unit(line[min(i + 1, last)] - line[max(i - 1, 0)]) for i in range(last + 1)]
    halves = [(widths[0] + (widths[1] - widths[0]) * ease(i / last)) / 2 for i in range(last + 1)]
    sides = [1j * way * half for way, half in zip(ahead, halves, strict=True)]
    end = [
        line[-1]
        + sides[-1] * math.cos(math.pi * k / 6)
        + ahead[-1] * halves[-1] * 0.5 * math.sin(math.pi * k / 6)
        for k in range(1, 6)
    ]
    left = [point + side for point, side in zip(line, sides, strict=True)]
    right = [point - side for point, side in zip(line, sides, strict=True)]
    cloth = left + end + right[::-1]
    # The fold lines, one beside the other.
    creases: list[Shape] = []
    for fold in range(folds):
        aside = ((fold + 1) / (folds + 1) * 2 - 1) * 0.75
        first, end_share = (0.05, 0.8) if fold % 2 else (0.2, 0.97)
        stretch = range(int(first * len(line)), int(end_share * len(line)))
        creases.append(inked([line[i] + sides[i] * aside for i in stretch], style, colour="ink 55 towel"))
    return [*joined([(cloth, "towel")], style, line=style.line * 0.85), Clip(tuple(cloth), tuple(creases))]
