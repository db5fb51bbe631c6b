"""What people hold: an elastic band, a towel, weights; and a belt."""

from collections.abc import Sequence

from handouts.drawing.body import ArmJoints, Skeleton
from handouts.drawing.curves import (
    Line,
    bar,
    between,
    bow,
    circle,
    ellipse,
    moved,
    rectangle,
    rounded_rectangle,
    unit,
)
from handouts.drawing.front_leg import LegSeen
from handouts.drawing.front_view import elbow_at_waist, fists, front_legs, soles
from handouts.drawing.inking import Style, inked, joined, shaded, style_of
from handouts.drawing.picture import Shape
from handouts.drawing.side_leg import on_foot
from handouts.drawing.side_view import Layers
from handouts.schema.people import FrontPerson
from handouts.schema.things import Band, Things

# From the wrist to the middle of a fist; half a band.
_FIST, _BAND = 2.8, 0.75
# Half the grip of a weight; half the length and the height of its ends.
_GRIP, _END = 3.2, (1.3, 2.4)
# How large the far end of a weight is beside its usual end, and the end of its bar before the fist.
_FAR_END, BAR_END = 1.4, 0.42
# Half a belt, where it is round a thigh, and half that thigh.
_BELT, _ABOVE_KNEE, _THIGH = 1.5, 0.78, 5.2
# How far a rolled towel goes on beyond a fist, half of it, and half of what a fist hides; one at the elbow.
_TOWEL_BEYOND, _TOWEL_HALF, _IN_FIST = 6.5, 1.5, 2.2
_ELBOW_ROLL = 1.9, 3.4
# The sole below the ball of a foot, from the ankle.
_SOLE = 8.2 - 4.6j


def draw_held(things: Things, bones: Skeleton, style: Style) -> Layers:
    """Return what a person holds.

    Raises ValueError for a band at a limb that is not there.
    """
    far: list[Shape] = []
    shapes: list[Shape] = []
    near: list[Shape] = []
    arms = [arm for arm in (bones.far_arm, bones.near_arm) if arm is not None and arm.grip == "fist"]
    if things.band is not None:
        shapes += _band(things.band, bones, style)
    if things.weight_end_on and arms:
        fist = _fist(arms[-1])
        shapes += weights_end_on([fist], style)
        near += weights_end_on([fist], style, size=BAR_END)
    if things.weights:
        for arm in arms:
            held = _weight(arm, style)
            shapes += held if arm is bones.near_arm else []
            far += held if arm is bones.far_arm else []
    return Layers(far, shapes, near)


def draw_held_in_front(things: Things, person: FrontPerson) -> Layers:
    """Return what a person seen from the front or from behind holds: weights end on, or a band."""
    style = style_of(person)
    hands = fists(person)
    weights: list[Shape] = []
    if things.weights:
        for size in (1.0, 0.45):
            weights += weights_end_on(hands, style, size=size)
    strips: list[Shape] = []
    if things.band_under_feet:
        for hand, sole in zip(hands, soles(person), strict=True):
            strip = bar(hand, sole, half=_BAND)
            strips += joined([(strip, style.tone("band"))], style, line=style.line * 0.7)
    belt = _belt(front_legs(person), style) if things.belt_round_thighs else []
    return Layers(strips, [], [*weights, *belt, *_in_hands(things, person, style)])


def _in_hands(things: Things, person: FrontPerson, style: Style) -> list[Shape]:
    """Return a band from the right fist to its anchor, a towel between both, or a roll at the elbow."""
    hands = fists(person)
    shapes: list[Shape] = []
    if things.band is not None and not isinstance(things.band.end, str):
        shapes += _tied(hands[0], complex(*things.band.end), style)
    if things.towel_between_hands:
        shapes += _towel_roll(sorted(hands, key=lambda at: at.real), style)
    if things.rolled_towel == "near_elbow":
        roll = ellipse(elbow_at_waist(person), *_ELBOW_ROLL)
        shapes += joined([(roll, style.tone("towel"))], style)
        shapes += shaded(roll, "towel", style, lit=0.5 + 0.6j)
    return shapes


def _towel_roll(hands: Line, style: Style) -> list[Shape]:
    """Return a rolled towel through two fists from left to right, its folds running round it."""
    left, right = hands
    way = unit(right - left)
    start, end = left - way * _TOWEL_BEYOND, right + way * _TOWEL_BEYOND
    side, fist = 1j * way * _TOWEL_HALF, way * _IN_FIST
    shapes: list[Shape] = []
    for a, b in ((start, left - fist), (left + fist, right - fist), (right + fist, end)):
        shapes += joined([(bar(a, b, half=_TOWEL_HALF), style.tone("towel"))], style)
        turns = (between(a, b, share) for share in (0.25, 0.6))
        shapes += [inked([at - side, at + way + side], style) for at in turns]
    return shapes


def _belt(legs: Sequence[LegSeen], style: Style) -> list[Shape]:
    """Return a belt round both thighs just above the knees, taut between them, with its buckle."""
    left, right = sorted((between(leg.hip, leg.knee, _ABOVE_KNEE) for leg in legs), key=lambda at: at.real)
    ends = left - _THIGH, right + _THIGH
    edges = [
        [
            *bow(ends[0] + up, left + up - 1.2j, left + _THIGH + up),
            *bow(right - _THIGH + up, right + up - 1.2j, ends[1] + up),
        ]
        for up in (1j * _BELT, -1j * _BELT)
    ]
    buckle = rounded_rectangle(-1.9, 1.9, -2.1, 2.1, radius=0.6)
    at = between(left, right, 0.5)
    shapes = joined([([*edges[0], *edges[1][::-1]], style.tone("band"))], style)
    shapes += joined([(moved(buckle, at), style.tone("prop"))], style)
    return [*shapes, inked([at - 0.9, at + 0.9], style, start=style.inner, end=style.inner)]


def _fist(arm: ArmJoints) -> complex:
    return arm.wrist + arm.along * _FIST


def _band(band: Band, bones: Skeleton, style: Style) -> list[Shape]:
    """Return the band of a person seen from the side."""
    start, end = _end(band.start, bones), _end(band.end, bones)
    return _strip(start, end, style) if isinstance(band.end, str) else _tied(start, end, style)


def _tied(start: complex, end: complex, style: Style) -> list[Shape]:
    """Return a band to the plate that it is tied to."""
    plate = moved(rectangle(-0.9, 0.9, -3, 3), end)
    return [*_strip(start, end, style), *joined([(plate, style.tone("prop", "_shade"))], style)]


def _strip(start: complex, end: complex, style: Style) -> list[Shape]:
    """Return a taut band from one place to another."""
    strip = bar(start, end, half=_BAND)
    middle = inked([start + (end - start) * 0.06, start + (end - start) * 0.94], style)
    return [*joined([(strip, style.tone("band"))], style, line=style.line * 0.7), middle]


def _end(end: str | tuple[float, float], bones: Skeleton) -> complex:
    """Return where a band is held, stood on or tied."""
    if not isinstance(end, str):
        return complex(*end)
    side, part = end.split("_")
    limb = getattr(bones, f"{side}_{'arm' if part == 'hand' else 'leg'}")
    if limb is None:
        raise ValueError(f"a band at the {side} {part} needs that limb")
    if part == "hand":
        return _fist(limb)
    return complex(limb.knee) if part == "knee" else on_foot(limb, [_SOLE])[0]


def weights_end_on(hands: Sequence[complex], style: Style, *, size: float = _FAR_END) -> list[Shape]:
    """Return an end of a weight in each fist, seen end on: by default the far one, behind the fist."""
    return joined([(circle(hand, _END[1] * size), style.tone("sole")) for hand in hands], style)


def _weight(arm: ArmJoints, style: Style) -> list[Shape]:
    """Return a dumbbell across the hand."""
    across, middle = 1j * arm.along, _fist(arm)

    def placed(points: Line) -> Line:
        return [middle + across * point for point in points]

    grip = placed(rounded_rectangle(-_GRIP, _GRIP, -0.7, 0.7, radius=0.3))
    half, high = _END
    ends = [
        placed(rounded_rectangle(at - half, at + half, -high, high, radius=0.8))
        for at in (-_GRIP - half, _GRIP + half)
    ]
    shapes = joined([(grip, style.tone("sole"))], style)
    return shapes + joined([(one, style.tone("sole")) for one in ends], style)
