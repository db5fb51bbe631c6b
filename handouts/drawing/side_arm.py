"""An arm seen from the side: skin, hand in its grip, and the sleeve."""

from handouts.drawing import proportions as body
from handouts.drawing.curves import Line, circle, curve, moved, unit
from handouts.drawing.inking import Style, inked, joined, shaded
from handouts.drawing.limb import bone_sides, hem, limb
from handouts.drawing.picture import Clip, Fill, Points, Shape, Stroke
from handouts.drawing.side_leg import fold
from handouts.drawing.skeleton import ArmJoints

# Knots from the wrist along a hand that points right; a `flat` hand is seen edge-on on its surface.
_HANDS = {
    "relaxed": (
        -0.8 - 1.4j, 1.2 - 1.75j, 3.4 - 1.95j, 6.2 - 1.65j, 8.4 - 0.8j, 9.1 - 0.1j, 8.8 + 0.5j, 7 + 0.85j,
        4.6 + 1.5j, 2 + 1.7j, -0.8 + 1.4j,
    ),
    "hold": (
        -0.8 - 1.4j, 1.0 - 1.9j, 2.8 - 2.5j, 5.2 - 2.9j, 6.8 - 2.75j, 7.3 - 2.2j, 6.9 - 1.65j, 8.0 - 1.5j,
        8.5 - 0.9j, 7.7 - 0.35j, 8.3 - 0.1j, 8.7 + 0.45j, 7.8 + 0.95j, 8.0 + 1.3j, 7.6 + 1.95j, 5.2 + 2.1j,
        2.4 + 1.9j, -0.8 + 1.4j,
    ),
    "flat": (
        -0.3 + 0.12j, 0.9 + 0.02j, 4 + 0.0j, 8.2 + 0.0j, 9.2 + 0.4j, 8.8 + 1.0j, 6.2 + 1.4j, 4.4 + 2.1j,
        2.2 + 2.65j, -0.3 + 2.85j,
    ),
    "fist": (
        -0.8 - 1.4j, 1.0 - 1.9j, 3.2 - 2.2j, 4.8 - 1.6j, 5.3 + 0j, 4.9 + 1.6j, 3.2 + 2.2j, 1.0 + 1.8j,
        -0.8 + 1.4j,
    ),
}  # fmt: skip
_THUMBS = {
    "relaxed": (0.8 + 1.1j, 2.2 + 2.35j, 4.2 + 2.9j, 5.5 + 2.6j, 5.5 + 1.9j, 4.2 + 1.4j, 2.8 + 0.5j),
    "hold": (0.2 + 0.8j, 0.3 + 2.6j, 0.6 + 4.5j, 1.2 + 6.0j, 2.1 + 6.1j, 2.3 + 4.8j, 2.3 + 2.9j, 3.2 + 1.2j),
    "flat": (1.2 + 2.2j, 2.6 + 1.7j, 4.4 + 1.05j, 6.0 + 0.75j, 6.3 + 1.15j, 5 + 1.7j, 3.4 + 2.5j),
    "fist": (1.6 + 1.6j, 3.2 + 1.5j, 4.9 + 0.9j, 5.0 + 0.2j, 4.3 - 0.1j, 2.6 + 0.5j),
}
_FINGERS = {
    "relaxed": ((5.2 - 0.4j, 7 - 0.25j, 8.6 - 0.15j),),
    "hold": (
        (4.4 - 1.5j, 5.7 - 1.65j, 7.0 - 1.65j),
        (4.6 - 0.4j, 6.1 - 0.4j, 7.8 - 0.35j),
        (4.5 + 0.75j, 6.0 + 0.85j, 7.9 + 0.95j),
    ),
    "flat": (),
    "fist": ((5.1 - 1.1j, 4.3 - 1.1j, 3.6 - 1.2j), (5.1 - 0.1j, 4.3 - 0.1j, 3.6 - 0.2j)),
}
_STEPS = 6
# The skin begins below the shoulder, where the sleeve hides its end.
_SKIN_FROM = 0.14
_SLEEVE_LAST = 0.6
_SLEEVE_EASE = (0.75, 0.75)
# Elbow flexion from which flesh folds, in degrees.
_FOLDS_FROM = 50
_SHOULDER_CAP = 3.7
_SEAM = 0.85


def _hand_lines(grip: str) -> tuple[Line, Line]:
    """Return hand and thumb of a grip, before they are placed."""
    return curve(_HANDS[grip], closed=True, steps=_STEPS), curve(_THUMBS[grip], closed=True, steps=_STEPS)


def _placed(arm: ArmJoints, points: Line) -> Line:
    """Return points of a hand where the arm has it."""
    up = 1j * arm.palm
    base = arm.wrist - (arm.along * up * 1.5 if arm.grip == "flat" else 0)
    return [base + arm.along * (point.real + up * point.imag) for point in points]


def hand_outline(arm: ArmJoints) -> Line:
    """Return the outline of the hand, without its thumb."""
    return _placed(arm, _hand_lines(arm.grip)[0])


def draw_arm(shoulder: complex, arm: ArmJoints, style: Style) -> list[Shape]:
    """Return the skin of arm and hand."""
    flesh = limb(
        (shoulder, arm.elbow, arm.wrist), upper=body.SIDE_UPPER_ARM, lower=body.SIDE_FOREARM, fillet=0.8
    )
    skip = int(len(flesh.front) * _SKIN_FROM)
    skin = tuple(flesh.front[skip:] + flesh.back[skip:][::-1])
    hand, thumb = (tuple(_placed(arm, line)) for line in _hand_lines(arm.grip))
    wrist = tuple(circle(arm.wrist, 1.38, count=20))
    parts = [skin, wrist, hand]
    if arm.grip in {"relaxed", "hold"}:
        parts.append(thumb)
    tone = style.tone("skin")
    shapes = joined([(part, tone) for part in parts], style)
    shapes += shaded(skin, "skin", style, lit=0.55 + 0.3j)
    shapes += [Fill(part, tone) for part in parts[1:]]
    shapes += _hand_marks(arm, thumb, style)
    if flesh.crease is not None and abs(flesh.bend) > _FOLDS_FROM:
        shapes.append(fold(flesh.crease, arm.elbow, skin, style=style))
    return shapes


def _hand_marks(arm: ArmJoints, thumb: tuple[complex, ...], style: Style) -> list[Shape]:
    """Return thumb and finger lines."""
    fingers = [inked(_placed(arm, list(line)), style, end=style.inner) for line in _FINGERS[arm.grip]]
    if arm.grip == "fist":
        closed = Stroke(thumb[4:35], style.ink, style.inner)
        return [*fingers, Fill(thumb, style.tone("skin")), closed]
    # An edge-on hand shows the whole thumb; another one only where it leaves the palm.
    last = 27 if arm.grip == "flat" else 5 * _STEPS
    return [inked(thumb[_STEPS if last > 27 else 1 : last], style), *fingers]


def _sleeve_sides(shoulder: complex, arm: ArmJoints) -> tuple[Line, Line]:
    """Return front and back of the sleeve."""
    return bone_sides(shoulder, arm.elbow, widths=body.SIDE_UPPER_ARM, last=_SLEEVE_LAST, ease=_SLEEVE_EASE)


def sleeve_outlines(shoulder: complex, arm: ArmJoints) -> list[Line]:
    """Return the sleeve and the round of the shoulder, to be joined with the shirt."""
    front, back = _sleeve_sides(shoulder, arm)
    edge = hem(front, back, bulge=unit(arm.elbow - shoulder) * 1.1)
    return [front + edge[1:-1] + back[::-1], circle(shoulder, _SHOULDER_CAP)]


def draw_far_sleeve(shoulder: complex, arm: ArmJoints, style: Style) -> list[Shape]:
    """Return a sleeve that the shirt is painted over."""
    outlines = [(line, style.tone("shirt")) for line in sleeve_outlines(shoulder, arm)]
    return [*joined(outlines, style), _sleeve_seam(shoulder, arm, style)]


def draw_near_sleeve(shoulder: complex, arm: ArmJoints, style: Style, *, shirt: Points) -> list[Shape]:
    """Return a sleeve over the shirt: its sides fade in on the shirt, its hem is drawn in full."""
    front, back = _sleeve_sides(shoulder, arm)
    edge = hem(front, back, bulge=unit(arm.elbow - shoulder) * 1.1)
    start = len(front) * 3 // 10
    sides = tuple(
        inked(side[start:], style, middle=style.line * 0.8, end=style.line) for side in (front, back)
    )
    return [
        Fill(tuple(front + edge[1:-1] + back[::-1]), style.tone("shirt")),
        Clip(shirt, sides),
        Stroke(tuple(edge), style.ink, style.line),
        _sleeve_seam(shoulder, arm, style),
    ]


def _sleeve_seam(shoulder: complex, arm: ArmJoints, style: Style) -> Shape:
    """Return the thread above the hem of a sleeve."""
    front, back = _sleeve_sides(shoulder, arm)
    ahead = unit(arm.elbow - shoulder)
    edge = hem(front, back, bulge=ahead * 1.1)
    return Stroke(tuple(moved(edge[1:-1], -_SEAM * ahead)), style.tone("shirt", "_seam"), style.inner)
