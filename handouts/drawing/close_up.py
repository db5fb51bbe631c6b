"""A lens: a bare foot seen large, its toes gripping a towel, or pulled back by a hand; or part of an arm."""

import math
from collections.abc import Callable, Sequence

from handouts.drawing import body
from handouts.drawing.body import BUILDS, ArmJoints, LegJoints
from handouts.drawing.curves import (
    arc,
    between,
    bow,
    circle,
    curve,
    ellipse,
    rectangle,
    rounded_rectangle,
    turn,
    unit,
)
from handouts.drawing.front_view import draw_front
from handouts.drawing.held import BAR_END, weights_end_on
from handouts.drawing.inking import Style, faded_style, inked, joined, near_style, shaded
from handouts.drawing.picture import Arrow, Clip, Fill, Hatch, Lines, Points, Shape, Stroke, enlarged
from handouts.drawing.props import draw_ball
from handouts.drawing.side_arm import draw_arm
from handouts.drawing.side_leg import draw_leg, felt_patch
from handouts.schema.figure import CloseUp
from handouts.schema.people import Feel, FrontPerson, Look
from handouts.schema.things import Ball

# What a lens shows, what of it stands in the middle, and how many of its units the radius takes in.
Seen = tuple[list[Shape], complex, float]

# The wrist is at 0; the forearm lies to the left, on a table whose top is so far below. How many of these
# units the radius of a lens takes in.
_ELBOW, _TOP, _ARM_REACH = -13.9 + 0.7j, -1.5, 13.0
_SHOULDER = -27 + 16j
# The pitch of a hatch.
_PITCH_PT = 3.2


def _wrist_hold(style: Style) -> Seen:
    """Return a hand past the edge of a table that pushes up under the other hand."""
    hand = _arm(style, _ELBOW, 0j, turn(4), "flat", 1)
    other = _arm(style, -7 + 14j, 0.4 + 2.95j, turn(3), "flat", 1)
    shapes = [
        *_table(style),
        *draw_arm(_SHOULDER, hand, style),
        *draw_arm(-12 + 30j, other, style),
        _arrow((5.5 - 8.5j, 5.5 - 2.6j), style),
        _arrow((8 + 11j, 8 + 5j), style),
    ]
    return shapes, 1.5 + 1.5j, _ARM_REACH


def _wrist_weight(style: Style) -> Seen:
    """Return a hand past the edge of a table that lifts a weight and lets it down."""
    hand = _arm(style, _ELBOW, 0j, turn(24), "fist", 1)
    fist = turn(24) * 2.8
    down = curve([10.5 + 6.4j, 13 + 1j, 10.5 - 5.5j], steps=8)
    shapes = [
        *_table(style),
        *weights_end_on([fist], style),
        *draw_arm(_SHOULDER, hand, style),
        *weights_end_on([fist], style, size=BAR_END),
        Arrow(tuple(down), "signal", style.line * 3, True),
    ]
    return shapes, 2 + 0.5j, _ARM_REACH


def _wrist_pull(style: Style) -> Seen:
    """Return a hand that hangs down from a straight arm, and the other hand that pulls it in."""
    hand = _arm(style, -14 + 1j, 0j, turn(-72), "flat", -1)
    other = _arm(style, -6 - 13.5j, 3.2 - 11.5j, turn(66), "hold", 1)
    pull = curve([12.5 - 3j, 11.5 - 8.5j, 7.5 - 12j], steps=8)
    shapes = [
        *draw_arm(-24 - 9j, other, style),
        *draw_arm(_SHOULDER, hand, style),
        Arrow(tuple(pull), "signal", style.line * 3),
    ]
    return shapes, 1 - 4j, _ARM_REACH


def _forearm_stroke(style: Style) -> Seen:
    """Return a forearm with its thumb up, a thumb that strokes it, and the front of the elbow hatched."""
    hand = _arm(style, _ELBOW, 0j, turn(2), "relaxed", 1)
    other = _arm(style, -1 + 17j, -4.2 + 6.4j, turn(-128), "hold", -1)
    keep_off = ellipse(-13.4 + 2.4j, 2.3, 1.4, degrees=12)
    shapes = [
        *_table(style),
        *draw_arm(-16 + 17j, hand, style),
        *_kept_off(keep_off),
        *draw_arm(14 + 30j, other, style),
        _arrow((-8.5 + 9.5j, -14 + 9.5j), style),
    ]
    return shapes, -5 + 3j, _ARM_REACH


def _blade_spot(style: Style) -> Seen:
    """Return the back of a shoulder, a ball on its blade, and the spine and the armpit hatched."""
    person = FrontPerson(view="front", from_behind=True, look=style.look)
    shapes = [
        *draw_front(person),
        *_kept_off(rounded_rectangle(-1.2, 1.2, 58, 76.5, radius=1)),
        *_kept_off(ellipse(8.4 + 65.5j, 1.5, 3.0)),
        *draw_ball(5.0 + 69.5j, Ball(radius=2.4), style),
    ]
    return shapes, 4.5 + 71j, _ARM_REACH


def _turn_out(style: Style) -> Seen:
    """Return a person from above who looks down the page; the right forearm turns out, the elbow stays."""
    elbow, ways = -11 - 0.5j, (-1j * turn(50), -1j * turn(-30))
    shapes: list[Shape] = []
    for look, way in zip((faded_style(style.look), style), ways, strict=True):
        hand = _arm(look, elbow, elbow + way * body.FOREARM, way, "fist", 1)
        shapes += draw_arm(elbow - way, hand, look)
    upper = [ellipse(0j, 10.5, 6.2), circle(elbow, 4.1), circle(-elbow.conjugate(), 4.1)]
    nose, head = ellipse(-4.9j, 0.9, 1.5), circle(-0.4j, 4.7)
    shapes += joined([(one, style.tone("shirt")) for one in upper], style)
    shapes += joined([(nose, style.tone("skin"))], style) + joined([(head, style.tone("hair"))], style)
    turned = [elbow + way * 22 for way in (-1j * turn(38), -1j * turn(4), -1j * turn(-14))]
    return [*shapes, _arrow(curve(turned, steps=8), style)], -4.5 - 7j, 20.5


def _kept_off(area: Sequence[complex]) -> list[Shape]:
    """Return the hatch of what must not be pressed."""
    line = Stroke(tuple(area), "ink", Lines(0, 0.7), closed=True)
    return [Fill(tuple(area), "paper"), Hatch(tuple(area), "ink", 0.55, _PITCH_PT), line]


def _arm(style: Style, elbow: complex, wrist: complex, along: complex, grip: str, palm: int) -> ArmJoints:
    return ArmJoints(BUILDS[style.look.build], elbow, wrist, along, grip, palm)


def _arrow(line: Sequence[complex], style: Style) -> Shape:
    return Arrow(tuple(line), "signal", style.line * 3)


def _table(style: Style) -> list[Shape]:
    """Return the end of a table."""
    return joined([(rectangle(-40, 0.4, _TOP - 3.4, _TOP), style.tone("prop"))], style)


# Knots around the ankle; the sole is at -4.5 and the towel below it.
_FOOT = (
    -2.2 + 12j, -2.15 + 7j, -2.25 + 2.0j, -3.2 - 0.7j, -4.15 - 2.6j, -3.9 - 3.9j, -2.7 - 4.5j, -0.6 - 4.5j,
    2 - 4.3j, 4.6 - 4.45j, 6.6 - 4.5j, 8.2 - 4.3j, 9.3 - 3.4j, 9.6 - 2.4j, 9.0 - 1.35j, 7.6 - 0.55j,
    5.6 + 0.6j, 3.7 + 1.7j, 2.7 + 3.2j, 2.15 + 7j, 2.1 + 12j,
)  # fmt: skip
_TOE = (
    -0.9 + 1.75j, 0.3 + 2.35j, 1.5 + 2.75j, 2.5 + 2.6j, 3.25 + 1.85j, 3.45 + 0.95j, 3.2 + 0.2j, 2.7 - 0.02j,
    2.3 + 0.3j, 2.15 + 0.95j, 1.6 + 1.15j, 1.0 + 0.85j, 0.5 + 0.1j, -0.5 + 0.05j,
)  # fmt: skip
_NAIL = (3.06 + 1.5j, 3.36 + 1.3j, 3.42 + 0.75j, 3.12 + 0.62j)
_KNUCKLES = ((1.55 + 2.72j, 1.65 + 2.5j, 1.75 + 2.3j), (2.0 + 2.72j, 2.05 + 2.5j, 2.1 + 2.35j))
# Where each toe begins and its size, from the big toe, which is farthest, to the little one.
_TOES = ((9.2 - 4.5j, 1.25), (8.7 - 4.5j, 1.05), (7.6 - 4.5j, 1.0), (6.4 - 4.5j, 0.96), (5.15 - 4.5j, 0.92))
_TOWEL = (
    -9 - 5.75j, -9 - 4.3j, -4 - 4.2j, 3 - 4.15j, 8.0 - 4.2j, 8.9 - 3.9j, 9.7 - 3.3j, 10.5 - 4.0j,
    11.3 - 4.3j, 12.6 - 3.9j, 13.6 - 2.3j, 14.6 - 2.5j, 15.1 - 3.95j, 15.8 - 3.2j, 16.7 - 2.9j, 17.4 - 3.8j,
    18.0 - 4.75j, 19.6 - 4.85j, 22 - 4.75j, 26 - 4.85j, 26 - 5.75j,
)  # fmt: skip
_TOWEL_FOLDS = (
    (11.3 - 4.3j, 11.2 - 4.9j, 11.7 - 5.35j),
    (15.1 - 3.95j, 14.9 - 4.6j, 15.3 - 5.3j),
    (18.0 - 4.75j, 17.3 - 5.0j, 16.7 - 5.4j),
    (13.9 - 3.2j, 13.5 - 4.0j, 13.6 - 4.8j),
    (16.4 - 3.9j, 16.1 - 4.5j, 16.0 - 4.9j),
)
_TENDONS = ((3.2 + 1.4j, 8.2 - 1.6j), (3.0 + 0.9j, 7.4 - 1.9j))
# The middle of what the lens shows, and how many of these units its radius takes in.
_MIDDLE = 9.3 - 2.0j
_REACH = 9.0
# The same of the lens that shows the toes pulled.
_PULL_MIDDLE = -1.5 + 6.0j
_PULL_REACH = 14.0
# The thin lines that lead to a lens.
_LENS = Lines(0.7)


def draw_close_up(close_up: CloseUp, look: Look) -> list[Shape]:
    """Return a lens and what it shows of a person who looks so, after what leads to it."""
    centre, radius = complex(*close_up.at), close_up.radius
    leads = [] if close_up.of is None else _leads(complex(*close_up.of), close_up.of_radius, centre, radius)
    rim = tuple(circle(centre, radius, count=80))
    drawing = _DRAWINGS[close_up.drawing]
    shapes, middle, reach = drawing(near_style(look))
    drawn = Clip(rim, enlarged(enlarged(shapes, 1, about=-middle), radius / reach, about=centre))
    return [*leads, Fill(rim, "paper"), drawn, Stroke(rim, "ink", Lines(1), closed=True)]


def _leads(of: complex, of_radius: float, centre: complex, radius: float) -> list[Shape]:
    """Return a circle round what a lens shows large, and the two lines that lead to the lens."""
    way = centre - of
    tilt = math.degrees(math.acos((radius - of_radius) / abs(way)))
    sides = [-unit(way) * turn(sign * tilt) for sign in (1, -1)]
    ends = [(of - side * of_radius, centre - side * radius) for side in sides]
    seen = Stroke(tuple(circle(of, of_radius)), "ink", _LENS, closed=True)
    return [*(Stroke(line, "ink", _LENS) for line in ends), seen]


def _toe_curl(style: Style) -> Seen:
    """Return toes that pull a towel in."""
    floor = rectangle(-20, 40, -22, -5.9)
    cloth = curve(_TOWEL, closed=True, steps=6)
    grip = curve([10.6 + 0.6j, 12.6 + 1.0j, 14.4 + 0.1j, 15.0 - 1.3j], steps=8)
    shapes = [
        Fill(tuple(floor), "prop_shade"),
        Stroke(tuple(floor[2:]), "ink", style.line),
        *joined([(cloth, "towel")], style),
        *shaded(cloth, "towel", style, lit=0.432 + 0.252j),
        *(inked(curve(fold, steps=4), style, start=style.line, end=0.1) for fold in _TOWEL_FOLDS),
        *_foot(style),
        Arrow((13.8 - 8.0j, 7.6 - 8.0j), "signal", style.line * 3.3),
        Arrow(tuple(grip), "signal", style.line * 3),
    ]
    return shapes, _MIDDLE, _REACH


def _toe_pull(style: Style) -> Seen:
    """Return a bare foot across a thigh, its toes pulled back by a hand, to be seen in a lens."""
    build = BUILDS[style.look.build]
    leg = LegJoints(build, -24.5 + 0.6j, 0j, -98.0, 46.0)
    felt = felt_patch(Feel(part="sole", start=0.12, end=0.92), hip=-48 + 0j, leg=leg)
    hand = ArmJoints(build, -17 + 19j, -4.6 + 12.9j, turn(-6), "hold", -1)
    thigh = tuple(ellipse(-5.5 - 9.6j, 7.6, 6.9))
    shapes: list[Shape] = [
        *joined([(thigh, style.tone("shorts"))], style),
        *draw_leg(-48 + 0j, leg, style, shod=False, felt=felt),
        *draw_arm(-31 + 28j, hand, style),
        Arrow(tuple(curve([8.4 + 11.4j, 6.6 + 15.2j, 2.4 + 17.4j], steps=8)), "signal", style.line * 3),
    ]
    return shapes, _PULL_MIDDLE, _PULL_REACH


def _foot(style: Style) -> list[Shape]:
    """Return heel and midfoot, then the toes over them from far to near."""
    skin = tuple(curve(_FOOT, closed=True, steps=8))
    light, shade = style.tone("skin"), style.tone("skin", "_shade")
    shapes = joined([(skin, light)], style, line=style.line * 1.1)
    shapes += shaded(skin, "skin", style, lit=0.684 + 0.396j)
    for number, (at, size) in enumerate(_TOES):
        shapes += _toe(at, size, number=number, style=style)
    root = curve([3.5 - 4.6j, 4.6 - 2.6j, 6.0 - 2.2j, 6.3 - 3.2j, 5.6 - 4.6j], closed=True, steps=6)
    shapes.append(Clip(skin, (Fill(tuple(root), light),)))
    tendons = [bow(a, between(a, b, 0.5) + 0.15j, b) for a, b in _TENDONS]
    shapes += [inked(line, style, middle=1.6, colour=shade) for line in tendons]
    ankle_bone = arc(-0.1 - 0.5j, 1.0, 115, -60, steps=10)
    web = curve([5.0 - 2.75j, 5.9 - 2.3j, 6.9 - 2.25j], steps=5)
    return [*shapes, inked(ankle_bone, style, middle=style.line * 0.7), inked(web, style)]


def _toe(at: complex, size: float, *, number: int, style: Style) -> list[Shape]:
    """Return one curled toe with its nail; farther toes are darker."""

    def on_toe(points: Sequence[complex]) -> Points:
        return tuple(at + point * size for point in points)

    outline = on_toe(curve(_TOE, closed=True, steps=8))
    nail = on_toe(curve(_NAIL, closed=True, steps=4))
    share = round(25 + 75 * number / 4)
    tone = f"{style.tone('skin')} {share} {style.tone('skin', '_shade')}"
    shapes: list[Shape] = [Fill(outline, tone)]
    if number < len(_TOES) - 1:
        shapes.append(Stroke(outline[5:], style.ink, style.line))
    else:
        # The nearest toe grows out of the foot, so its line fades at both ends.
        start, tip, end = outline[3:28], outline[27:70], outline[69:90]
        shapes.append(inked(start, style, middle=style.line * 0.8, end=style.line))
        shapes.append(Stroke(tip, style.ink, style.line))
        shapes.append(inked(end, style, start=style.line, middle=style.line * 0.8))
    shapes += joined([(nail, f"{style.tone('skin')} 35")], style, line=Lines(0, 0.4))
    return shapes + [inked(on_toe(line), style, start=style.inner) for line in _KNUCKLES]


_DRAWINGS: dict[str, Callable[[Style], Seen]] = {
    "toe-curl": _toe_curl,
    "toe-pull": _toe_pull,
    "wrist-hold": _wrist_hold,
    "wrist-weight": _wrist_weight,
    "wrist-pull": _wrist_pull,
    "forearm-stroke": _forearm_stroke,
    "blade-spot": _blade_spot,
    "turn-out": _turn_out,
}
