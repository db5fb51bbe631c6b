"""What a lens shows of an arm: its wrist held, lowered with a weight or pulled, its forearm, its blade."""

from collections.abc import Sequence

from handouts.drawing.body import BUILDS, ArmJoints
from handouts.drawing.curves import curve, ellipse, rectangle, rounded_rectangle, turn
from handouts.drawing.front_view import draw_front
from handouts.drawing.held import BAR_END, weights_end_on
from handouts.drawing.inking import Style, joined
from handouts.drawing.picture import Arrow, Fill, Hatch, Lines, Shape, Stroke, enlarged
from handouts.drawing.props import draw_ball
from handouts.drawing.side_arm import draw_arm
from handouts.schema.people import FrontPerson
from handouts.schema.things import Ball

# The wrist is at 0; the forearm lies to the left, on a table whose top is so far below. How many of these
# units the radius of a lens takes in.
_ELBOW, _TOP, _REACH = -13.9 + 0.7j, -1.5, 13.0
_SHOULDER = -27 + 16j
# The pitch of a hatch.
_PITCH_PT = 3.2


def draw_wrist_hold(centre: complex, radius: float, style: Style) -> list[Shape]:
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
    return _seen(shapes, centre, radius, about=1.5 + 1.5j)


def draw_wrist_weight(centre: complex, radius: float, style: Style) -> list[Shape]:
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
    return _seen(shapes, centre, radius, about=2 + 0.5j)


def draw_wrist_pull(centre: complex, radius: float, style: Style) -> list[Shape]:
    """Return a hand that hangs down from a straight arm, and the other hand that pulls it in."""
    hand = _arm(style, -14 + 1j, 0j, turn(-72), "flat", -1)
    other = _arm(style, -6 - 13.5j, 3.2 - 11.5j, turn(66), "hold", 1)
    pull = curve([12.5 - 3j, 11.5 - 8.5j, 7.5 - 12j], steps=8)
    shapes = [
        *draw_arm(-24 - 9j, other, style),
        *draw_arm(_SHOULDER, hand, style),
        Arrow(tuple(pull), "signal", style.line * 3),
    ]
    return _seen(shapes, centre, radius, about=1 - 4j)


def draw_forearm_stroke(centre: complex, radius: float, style: Style) -> list[Shape]:
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
    return _seen(shapes, centre, radius, about=-5 + 3j)


def draw_blade_spot(centre: complex, radius: float, style: Style) -> list[Shape]:
    """Return the back of a shoulder, a ball on its blade, and the spine and the armpit hatched."""
    person = FrontPerson(view="front", from_behind=True, look=style.look)
    shapes = [
        *draw_front(person, None),
        *_kept_off(rounded_rectangle(-1.2, 1.2, 58, 76.5, radius=1)),
        *_kept_off(ellipse(8.4 + 65.5j, 1.5, 3.0)),
        *draw_ball(5.0 + 69.5j, Ball(radius=2.4), style),
    ]
    return _seen(shapes, centre, radius, about=4.5 + 71j)


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


def _seen(shapes: Sequence[Shape], centre: complex, radius: float, *, about: complex) -> list[Shape]:
    """Return shapes as large as the lens shows them, with this place in its middle."""
    return [*enlarged(enlarged(shapes, 1, about=-about), radius / _REACH, about=centre)]
