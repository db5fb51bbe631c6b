"""The things people exercise with: floor, wall, chair, worktop, roller, towel."""

import math

from handouts.drawing.body import ArmJoints, LegJoints
from handouts.drawing.curves import (
    Line,
    between,
    circle,
    curve,
    ease,
    rectangle,
    resample,
    rounded_rectangle,
    smooth,
    turn,
    unit,
)
from handouts.drawing.inking import Style, inked, joined
from handouts.drawing.picture import FLOOR_DEPTH, Clip, Fill, Shape, Stroke
from handouts.drawing.side_leg import on_foot
from handouts.schema.things import Chair, Worktop

_CHAIR_DEPTH = 19.0
_CHAIR_BACK = 27.0


def draw_wall(at: float, right: float, top: float, style: Style) -> list[Shape]:
    """Return a wall that begins at x `at` and is seen as far as x `right`."""
    slab = tuple(rectangle(at, right, -FLOOR_DEPTH, top))
    return [Fill(slab, style.tone("prop")), Stroke((at + 0j, complex(at, top)), style.ink, style.line)]


def draw_chair(chair: Chair, style: Style) -> list[Shape]:
    """Return a chair that looks to the right."""
    x, seat = chair.back_edge, chair.seat_height
    legs = [
        rectangle(x + 1.0, x + 2.8, 0, seat - 1),
        rectangle(x + _CHAIR_DEPTH - 2.8, x + _CHAIR_DEPTH - 1, 0, seat - 1),
    ]
    back = [
        complex(x + 0.6, seat),
        complex(x - 3.6, seat + _CHAIR_BACK),
        complex(x - 1.6, seat + _CHAIR_BACK + 0.3),
        complex(x + 2.6, seat),
    ]
    board = rounded_rectangle(x - 0.4, x + _CHAIR_DEPTH, seat - 2.4, seat, radius=0.9)
    return [
        *joined([(leg, style.tone("prop", "_shade")) for leg in legs], style),
        *joined([(back, style.tone("prop"))], style),
        *joined([(board, style.tone("prop"))], style),
    ]


def draw_worktop(worktop: Worktop, right: float, style: Style) -> list[Shape]:
    """Return a kitchen worktop seen from its front, cut off by the side of the picture."""
    x, top = worktop.edge, worktop.height
    cupboard = rectangle(x + 1.5, right, 0, top - 2.6)
    board = rectangle(x, right, top - 2.6, top)
    tones = style.tone("prop"), style.tone("prop", "_shade")
    shapes = joined(zip((cupboard, board), tones, strict=True), style)
    plinth = (complex(x + 1.5, 4), complex(right, 4))
    return [*shapes, Stroke(plinth, style.ink, style.inner)]


def draw_roller(at: float, radius: float, style: Style) -> list[Shape]:
    """Return a foam roller seen from its end."""
    centre = complex(at, radius)
    shapes = joined([(circle(centre, radius), "prop_shade")], style)
    shapes += joined([(circle(centre, radius * 0.52), "paper")], style, line=style.inner)
    ticks = [(centre + radius * 0.66 * turn(a), centre + radius * 0.86 * turn(a)) for a in range(0, 360, 30)]
    return [*shapes, *(Stroke(tick, "ink", style.inner) for tick in ticks)]


def draw_towel_on_floor(left: float, right: float, style: Style) -> list[Shape]:
    """Return a towel spread on the floor."""
    cloth = [complex(left, 0), complex(left + 1, 1.6), complex(right, 1.6), complex(right - 1.2, 0)]
    return joined([(cloth, "towel")], style)


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
