"""An arm seen from the side: skin, and the hand in its grip."""

from handouts.drawing.body import ArmJoints
from handouts.drawing.curves import Line, circle, curve
from handouts.drawing.inking import Style, inked, skinned
from handouts.drawing.limb import limb
from handouts.drawing.picture import Fill, Shape, Stroke
from handouts.drawing.side_leg import fold

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
# Elbow flexion from which flesh folds, in degrees.
_FOLDS_FROM = 50


def hand_outlines(arm: ArmJoints) -> tuple[Line, Line]:
    """Return the outlines of the hand and of its thumb."""
    hand, thumb = (curve(shape[arm.grip], closed=True, steps=_STEPS) for shape in (_HANDS, _THUMBS))
    return _placed(arm, hand), _placed(arm, thumb)


def _placed(arm: ArmJoints, points: Line) -> Line:
    """Return points of a hand where the arm has it."""
    up = 1j * arm.palm
    base = arm.wrist - (arm.along * up * 1.5 if arm.grip == "flat" else 0)
    return [base + arm.along * (point.real + up * point.imag) for point in points]


def draw_arm(shoulder: complex, arm: ArmJoints, style: Style) -> list[Shape]:
    """Return the skin of arm and hand."""
    flesh = limb(
        (shoulder, arm.elbow, arm.wrist),
        upper=arm.build.side_upper_arm,
        lower=arm.build.side_forearm,
        fillet=0.8,
    )
    skin = flesh.below_sleeve
    hand, thumb = map(tuple, hand_outlines(arm))
    parts = [skin, tuple(circle(arm.wrist, 1.38, count=20)), hand]
    if arm.grip in {"relaxed", "hold"}:
        parts.append(thumb)
    shapes = skinned(parts, style, lit=0.55 + 0.3j)
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
