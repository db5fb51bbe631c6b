"""A leg seen from the side: skin, where it is felt, sock and shoe or bare foot."""

import math
from collections.abc import Iterable, Sequence

from handouts.drawing import body
from handouts.drawing.body import LegJoints
from handouts.drawing.curves import Line, arc, circle, curve, degrees_of, ease, turn, unit
from handouts.drawing.inking import Style, inked, joined, skinned
from handouts.drawing.limb import Limb, bone_sides, limb
from handouts.drawing.picture import Clip, Fill, Hatch, Lines, Shape, Stroke
from handouts.schema.people import Feel

# Knots around the ankle of a level foot that looks to the right; the sole is at -4.5.
_FOOT = (
    2.75 + 2.1j, 4.6 + 0.5j, 7.4 - 1.35j, 9.6 - 2.1j, 11.6 - 2.7j, 12.2 - 3.7j, 11.4 - 4.45j, 9.8 - 4.4j,
    9.2 - 4.3j, 7.6 - 4.5j, 5.6 - 4.4j, 3.0 - 4.1j, -0.8 - 4.45j, -2.7 - 4.5j, -3.9 - 3.9j, -4.15 - 2.6j,
    -3.2 - 0.7j, -2.25 + 2.0j,
)  # fmt: skip
_SHOE = (
    -3.0 + 2.0j, -3.7 + 0.6j, -4.5 - 1.8j, -4.85 - 3.6j, -4.75 - 4.9j, -4.0 - 5.4j, -2 - 5.4j, 4 - 5.4j,
    8 - 5.4j, 11 - 5.25j, 13.2 - 4.3j, 13.1 - 3.3j, 11.6 - 2.0j, 8.6 - 1.2j, 6.0 + 0.1j, 4.2 + 1.5j,
    2.9 + 3.0j, 0 + 2.0j,
)  # fmt: skip
_SHOE_CORNERS = (0, 10, 16)
_SHOE_SOLE = (
    -4.95 - 5.4j, 4 - 5.4j, 8 - 5.4j, 11 - 5.25j, 13.4 - 4.2j, 13.3 - 3.5j, 10 - 3.95j, 4 - 4.1j, -5 - 3.9j,
)  # fmt: skip
_SHOE_SOLE_CORNERS = (0, 4)
_LACES = ((5.6 + 0.1j, 4.6 - 1.4j), (7.0 - 0.55j, 6.0 - 1.9j))
_BIG_TOE = (12.0 - 3.1j, 11.3 - 3.3j, 10.7 - 3.2j, 10.5 - 2.75j)
_BALL_LINE = (9.15 - 4.3j, 9.35 - 3.7j, 9.9 - 3.4j)
# Knee flexion from which flesh folds behind the knee, in degrees.
_FOLDS_FROM = 35
# The patch where it is felt is sized in points, so that its hatch survives one-bit print at every scale.
_FELT_EDGE_PT, _FELT_HATCH_PT, _FELT_PITCH_PT = 0.55, 0.85, 2.3
# Where a sole begins and ends, from the ankle.
_SOLE = -3.6, 10.5
# The cross beside what must not be pressed.
_CROSS = Lines(1.3)


def on_foot(leg: LegJoints, points: Iterable[complex]) -> Line:
    """Return points of a level foot as the leg has it: toes hinge at the ball, ankle and shin blend."""
    tilt, shin, toes = turn(-leg.heel_up), unit(leg.knee - leg.ankle) / 1j, turn(leg.toes_up)
    placed = []
    for point in points:
        if point.real > 6.9:
            hinge = ease((point.real - 6.9) / 2)
            # The share of the bend grows over the joint, so that the sole stays round.
            point = body.BALL + (point - body.BALL) * (turn(leg.toes_up * hinge) if hinge < 1 else toes)
        blend = ease((point.imag - 0.2) / 3.2)
        placed.append(leg.ankle + point * (tilt + (shin - tilt) * blend))
    return placed


def foot_outline(leg: LegJoints, *, shod: bool) -> Line:
    """Return the outline of a foot or its shoe."""
    if shod:
        return on_foot(leg, curve(_SHOE, closed=True, corners=_SHOE_CORNERS, steps=6))
    return on_foot(leg, curve(_FOOT, steps=5))


def leg_limb(hip: complex, leg: LegJoints, *, shod: bool) -> Limb:
    """Return the thigh and shin in their flesh; a bare one ends above the ankle, where the foot goes on."""
    return limb(
        (hip, leg.knee, leg.ankle),
        upper=leg.build.side_thigh,
        lower=leg.build.side_shin,
        last=1 if shod else 0.8,
    )


def leg_outline(flesh: Limb, leg: LegJoints, *, shod: bool) -> Line:
    """Return the skin of a leg as one closed line, with the bare foot spliced in."""
    if shod:
        return flesh.outline
    front, back = flesh.front, flesh.back
    knots = [front[-5], front[-2], *on_foot(leg, _FOOT), back[-2], back[-5]]
    steps = 5
    foot = curve(knots, steps=steps)[steps:-steps]
    return front[:-2] + foot + back[-3::-1]


def draw_leg(
    hip: complex, leg: LegJoints, style: Style, *, shod: bool, felt: Sequence[Shape] = ()
) -> list[Shape]:
    """Return a leg's shapes; `felt` lies on the skin, under the shoe."""
    flesh = leg_limb(hip, leg, shod=shod)
    skin = tuple(leg_outline(flesh, leg, shod=shod))
    shapes = skinned([skin], style, lit=1.0 + 0.35j)
    if flesh.crease is not None and flesh.bend < -_FOLDS_FROM:
        shapes.append(fold(flesh.crease, leg.knee, skin, style=style))
    if felt:
        shapes.append(Clip(skin, tuple(felt)))
    return shapes + (_shoe(leg, style) if shod else _bare_marks(leg, style))


def fold(corner: complex, joint: complex, skin: Iterable[complex], *, style: Style) -> Shape:
    """Return the fold inside a bent joint, from the skin half of the way to the joint."""
    start = min(skin, key=lambda point: abs(point - corner))
    way = joint - start
    line = (start - unit(way) * 0.1, start + way * 0.25, start + way * 0.5)
    return inked(line, style, start=style.line * 1.1)


def _shoe(leg: LegJoints, style: Style) -> list[Shape]:
    front, back = bone_sides(leg.knee, leg.ankle, widths=leg.build.side_shin, first=0.84, ease=(0.25, 0))
    shoe = foot_outline(leg, shod=True)
    sole = on_foot(leg, curve(_SHOE_SOLE, closed=True, corners=_SHOE_SOLE_CORNERS, steps=6))
    return draw_shoe(front + back[::-1], shoe, sole, [on_foot(leg, lace) for lace in _LACES], style)


def draw_shoe(sock: Line, shoe: Line, sole: Line, laces: Iterable[Line], style: Style) -> list[Shape]:
    """Return a shoe over its sock, with its sole and its laces."""
    outline = tuple(shoe)
    shapes = joined([(sock, style.tone("shoe"))], style)
    shapes += joined([(outline, style.tone("shoe"))], style)
    shapes.append(Clip(outline, (Fill(tuple(sole), style.tone("sole")),)))
    return [*shapes, *(Stroke(tuple(lace), style.ink, style.inner) for lace in laces)]


def _bare_marks(leg: LegJoints, style: Style) -> list[Shape]:
    """Return the ankle bone, the big toe and the line of the ball."""
    ankle_bone = on_foot(leg, arc(0.1 - 0.5j, 1.0, 60, -70, steps=8))
    toe, ball = (curve(on_foot(leg, line), steps=4) for line in (_BIG_TOE, _BALL_LINE))
    inner = style.inner
    return [inked(ankle_bone, style), inked(toe, style, start=inner), inked(ball, style, start=inner * 1.2)]


def felt_patch(feel: Feel, *, hip: complex, leg: LegJoints) -> list[Shape]:
    """Return a pale lens along one side of shin or thigh, or the sole, hatched, to be clipped to skin."""
    if feel.part == "sole":
        return _felt_sole(feel, leg)
    lower = feel.part in ("calf", "shin")
    start, end = (leg.knee, leg.ankle) if lower else (hip, leg.knee)
    widths = leg.build.side_shin if lower else leg.build.side_thigh
    in_front = feel.part in ("shin", "thigh_front")
    ahead = (end - start) / abs(end - start)
    out = (1j if in_front else -1j) * ahead
    count = 20
    skin, inner = [], []
    for i, (share, front, back) in enumerate(body.sampled(widths, feel.start, feel.end, count)):
        at, half = start + (end - start) * share, front if in_front else back
        depth = 1 - 1.15 * math.sin(math.pi * i / count) ** 0.7
        skin.append(at + out * (half + 1.2))
        inner.append(at + out * half * depth)
    return felt_shapes(tuple(skin + inner[::-1]), degrees=degrees_of(ahead) + 120)


def _felt_sole(feel: Feel, leg: LegJoints) -> list[Shape]:
    """Return a patch along the sole of a bare foot."""
    count, (heel, toes), sole = 16, _SOLE, []
    for i in range(count + 1):
        along = heel + (toes - heel) * (feel.start + (feel.end - feel.start) * i / count)
        sole.append(complex(along, -3.9 + 1.9 * math.sin(math.pi * i / count) ** 0.6))
    under = [complex(point.real, -6) for point in sole]
    tilt = degrees_of(turn(-leg.heel_up))
    return felt_shapes(tuple(on_foot(leg, [*sole, *under[::-1]])), degrees=tilt + 60)


def felt_shapes(outline: tuple[complex, ...], *, degrees: float) -> list[Shape]:
    """Return the pale patch where an exercise is felt, hatched for grey print."""
    return _patch(outline, "signal_tint", "signal", degrees)


def _patch(outline: tuple[complex, ...], tint: str, hatch: str, degrees: float) -> list[Shape]:
    return [
        Fill(outline, tint),
        Hatch(outline, hatch, _FELT_HATCH_PT, _FELT_PITCH_PT, degrees),
        Stroke(outline, "ink", _FELT_EDGE_PT, closed=True),
    ]


def knee_hollow(hip: complex, leg: LegJoints) -> tuple[list[Shape], list[Shape]]:
    """Return the patch behind the knee that must not be pressed, for the skin, and the cross beside it."""
    away = unit(unit(hip - leg.knee) + unit(leg.ankle - leg.knee) - 1e-3j * unit(leg.ankle - hip))
    on_skin = _patch(tuple(circle(leg.knee + away * 4.2, 4.6)), "paper", "ink", 0)
    ring, centre, arm = tuple(circle(leg.knee + away * 9.4, 2.6)), leg.knee + away * 9.4, 1.45
    cross = ((centre - arm * way, centre + arm * way) for way in (1 + 1j, 1 - 1j))
    beside: list[Shape] = [Fill(ring, "paper"), Stroke(ring, "ink", _CROSS, closed=True)]
    return on_skin, beside + [Stroke(line, "ink", _CROSS) for line in cross]
