"""A person seen from the front, in painting order; angles lie in the plane of the picture."""

from collections.abc import Sequence
from functools import partial

from handouts.drawing import body
from handouts.drawing.curves import (
    Line,
    bezier,
    bow,
    circle,
    curve,
    mirror,
    moved,
    unit,
)
from handouts.drawing.front_arm import (
    SHOULDER_CAP,
    ArmSeen,
    draw_front_arm,
    draw_sleeve,
    fingertip_of,
    fist_of,
    hold_other_arm,
    place_front_arm,
    round_forearm,
    sleeve_of,
)
from handouts.drawing.front_leg import (
    GROUND,
    CrossedLeg,
    LegSeen,
    draw_crossed,
    draw_front_leg,
    draw_front_shorts,
    draw_lap,
    felt_on_calf,
    place_front_leg,
)
from handouts.drawing.head import draw_front_head, on_front_head
from handouts.drawing.inking import Style, joined, near_style, seam, shaded, style_of
from handouts.drawing.picture import Clip, Points, Shape, turned
from handouts.drawing.props import draw_mat, draw_side_mat
from handouts.drawing.side_leg import felt_shapes
from handouts.schema.people import FrontPerson

# What is felt from the neck to the shoulder, and at the side of the hip, at the picture's right.
_FELT = {
    "shoulder_top": (
        3.3 + 34j, 3.5 + 31.6j, 6.2 + 29.9j, 9.2 + 28.4j, 8.6 + 26.2j, 5.2 + 27.6j, 2.4 + 29.6j, 2.2 + 33j,
    ),
    "hip_side": (
        3.6 - 3j, 5.6 - 1.6j, 8.2 - 1.8j, 8.9 - 4j, 8.9 - 8j, 7.6 - 11j, 5.4 - 11.2j, 4 - 8.6j, 3.3 - 5.6j,
    ),
}  # fmt: skip
# Half-width and height above the hips: from the hem to the armpit, and from there to the collar.
_SHIRT = (9.5 - 2.5j, 9.0 + 2.5j, 7.9 + 9.5j, 8.0 + 15j, 8.7 + 20.5j, 9.4 + 24.0j)
_SHOULDERS = (10.9 + 27.0j, 8.9 + 28.55j, 6.2 + 29.8j, 3.9 + 31.3j)
# How high the hips of one who lies on a side are, and how far they are turned.
_LYING, _LAID_DEGREES = 10.0, -84.0
# From an elbow to the middle of a roll between it and the waist.
_BESIDE_ELBOW = 2.9


def laid(person: FrontPerson, shapes: Sequence[Shape]) -> list[Shape]:
    """Return a person and what they hold; one who lies is drawn upright, and laid on their side here."""
    if person.lies_at is None:
        return [*shapes]
    hips = 1j * (person.lies_at + _LYING)
    head = 1 if person.lies_on == "left" else -1
    mat = draw_side_mat(person.lies_at, near_style(person.look), head=head)
    return [*mat, *turned(shapes, head * _LAID_DEGREES, about=_hips(person), to=hips)]


def draw_front(person: FrontPerson) -> list[Shape]:
    """Return a person from the front, upright."""
    style = style_of(person)
    hips, arms, right = _hips(person), _arms(person), own_right(person)
    lower, lap, last = _draw_legs(person, hips, style), _draw_lap(person, hips, style), list[Shape]()
    if person.from_above and lap:
        # Legs that are crossed over the body are nearer to the viewer than the arms.
        lower, lap, last = [], [], lower + lap
    shapes = (draw_mat(hips, style) if person.from_above else []) + lower
    pairs = zip(arms, (person.right_arm, person.left_arm), strict=True)
    hidden = [arm for arm, own in pairs if own.on == "head_back"]
    for arm in hidden:
        shapes += draw_front_arm(arm, style)
    shapes += draw_front_head(hips, person.head, style, own_right=right, from_behind=person.from_behind)
    neck, down = _SHOULDERS[-1], 2.6 + 27.7j
    knots = (hips + neck, hips + down, hips - down.conjugate(), hips - neck.conjugate())
    collar = bezier(*knots, steps=12)
    shirt = _shirt_outline(hips, collar, _build_of(person), lifted=person.shoulders_up)
    shapes += _draw_shirt(hips, shirt, arms, style) + lap
    shapes += _felt_on_body(person, hips, right, front_legs(person))
    # The upper arm of one who lies is in front of the lower one; an arm that is held is before the other,
    # and the hand that holds it before both.
    holds = person.left_arm.on == "other_arm"
    on_left = person.lies_at is not None and person.lies_on == "left"
    for arm in arms[::-1] if holds or on_left else arms:
        shapes += [] if arm in hidden else draw_front_arm(arm, style)
        shapes += draw_sleeve(arm, style, shirt=shirt)
    if holds:
        shapes.append(Clip(round_forearm(arms[1]), tuple(draw_front_arm(arms[1], style))))
    return [*shapes, *last, Clip(shirt, (seam(collar, "shirt", style, by=-1j),))]


def _draw_legs(person: FrontPerson, hips: complex, style: Style) -> list[Shape]:
    """Return the legs that are not across, with the shorts of one who does not sit."""
    legs, shapes = front_legs(person), list[Shape]()
    on_calf = person.feel is not None and person.feel.part == "calf" and _crossed(person) is None
    felt = felt_on_calf(legs[0], person.feel) if person.feel is not None and on_calf else []
    for leg in legs:
        shapes += draw_front_leg(leg, style, felt=felt if leg.side < 0 else ())
    return shapes if person.sits_at is not None else shapes + draw_front_shorts(hips, legs, style)


def _draw_lap(person: FrontPerson, hips: complex, style: Style) -> list[Shape]:
    """Return the lap of one who sits, and a leg that lies across the other thigh."""
    crossed, knees = _crossed(person), [leg.knee for leg in front_legs(person)]
    shapes = [] if person.sits_at is None else draw_lap(hips, knees, _build_of(person), style)
    return shapes if crossed is None else shapes + draw_crossed(crossed, style, felt=person.feel is not None)


def _hips(person: FrontPerson) -> complex:
    if person.sits_at is not None:
        return 1j * (person.sits_at + _build_of(person).seat)
    # Legs are a little longer than both bones, because hips and ankles are drawn at their outer ends.
    return 1j * (GROUND + body.THIGH + body.SHIN - 0.4)


def _build_of(person: FrontPerson) -> body.Build:
    return body.BUILDS[person.look.build]


def own_right(person: FrontPerson) -> int:
    """Return the side of the picture where a person's right side is, -1 at its left."""
    return 1 if person.from_behind else -1


def fingertips(person: FrontPerson) -> tuple[complex, ...]:
    """Return where the hands of a person end, the right one first."""
    return tuple(map(fingertip_of, _arms(person)))


def fists(person: FrontPerson) -> tuple[complex, ...]:
    """Return the fists of a person, the right one first."""
    return tuple(fist_of(arm) for arm in _arms(person) if arm.fist)


def elbow_at_waist(person: FrontPerson) -> complex:
    """Return the place between the right elbow of a person and the waist."""
    arm = _arms(person)[0]
    return arm.elbow - arm.side * _BESIDE_ELBOW


def soles(person: FrontPerson) -> tuple[complex, ...]:
    """Return where the feet of a person stand, the right one first."""
    return tuple(complex(leg.ankle.real, 0.6) for leg in front_legs(person))


def front_legs(person: FrontPerson) -> list[LegSeen]:
    """Return the legs of a person that are not across the other thigh, the right one first."""
    hips, right = _hips(person), own_right(person)
    sides = ((right, person.right_leg), (-right, person.left_leg))
    return [place_front_leg(person, hips, side, leg) for side, leg in sides if not leg.across]


def _arms(person: FrontPerson) -> list[ArmSeen]:
    hips, right = _hips(person), own_right(person)
    place = partial(
        place_front_arm,
        hips,
        _build_of(person),
        lifted=person.shoulders_up,
        head=on_front_head(hips, person.head, own_right=right),
        crossed=_crossed(person),
    )
    pairs = ((right, person.right_arm), (-right, person.left_arm))
    holding = {side: arm.on == "other_wrist" for side, arm in pairs if arm.on in ("other_arm", "other_wrist")}
    free = {side: place(side, arm) for side, arm in pairs if side not in holding}
    held = {side: hold_other_arm(hips, side, free[-side], at_wrist=by) for side, by in holding.items()}
    return [(free | held)[side] for side, _ in pairs]


def _crossed(person: FrontPerson) -> CrossedLeg | None:
    """Return the leg of a person who sits that lies across the other thigh, if one does."""
    right = own_right(person)
    sides = ((right, person.right_leg), (-right, person.left_leg))
    across = next((side for side, leg in sides if leg.across), None)
    if across is None:
        return None
    if person.sits_at is None and not person.from_above:
        raise ValueError("a leg `across` the other thigh needs `sits_at`")
    return CrossedLeg(_build_of(person), across, _hips(person))


def _felt_on_body(person: FrontPerson, hips: complex, right: int, legs: Sequence[LegSeen]) -> list[Shape]:
    """Return a patch at the top of the shoulder, or at the side of the hip, which goes with the thigh."""
    corners = _FELT.get(person.feel.part) if person.feel is not None else None
    if corners is None:
        return []
    points = [complex(right * point.real, point.imag) for point in corners]
    if person.feel is not None and person.feel.part == "hip_side":
        hip = legs[0].hip - hips
        points = [hip + (point - hip) * unit(legs[0].knee - legs[0].hip) * 1j for point in points]
    return felt_shapes(tuple(moved(curve(points, closed=True, steps=4), hips)), degrees=45)


def _shirt_outline(hips: complex, collar: Line, build: body.Build, *, lifted: float) -> Points:
    """Return the shirt without its sleeves; its collar runs from the right end to the left."""
    sides = [_widened(point, build) + 1j * lifted * _lift(point) for point in _SHIRT]
    tops = [point + 1j * lifted * _lift(point) for point in _SHOULDERS]
    right = curve(sides, steps=6) + curve(tops, steps=5)
    left = mirror(right[::-1])
    edge = bow(left[-1], -3.6j, right[0], steps=10)
    return (*moved(right, hips), *collar[1:-1], *moved(left + edge[1:-1], hips))


def _widened(point: complex, build: body.Build) -> complex:
    """Return a point of the shirt's side of a body; at the armpits all are as wide."""
    share = min(1, max(0, (24 - point.imag) / 12))
    return complex(point.real * (1 + (build.trunk - 1) * share), point.imag)


def _lift(point: complex) -> float:
    """Return how much of a lift of the shoulders a point of the shirt takes part in."""
    if point.imag <= 27:
        return max(0.0, (point.imag - 12) / 15)
    return max(0.0, (31.3 - point.imag) / 4.3)


def _draw_shirt(hips: complex, outline: Points, arms: list[ArmSeen], style: Style) -> list[Shape]:
    """Return the shirt, one body with both sleeves."""
    sleeves = [sleeve_of(arm).outline for arm in arms] + [
        circle(arm.shoulder, SHOULDER_CAP * arm.build.limbs) for arm in arms
    ]
    shapes = joined([(line, style.tone("shirt")) for line in (outline, *sleeves)], style)
    shapes += shaded(outline, "shirt", style, lit=1.2 + 0.2j)
    low = _widened(_SHIRT[0], arms[0].build)
    edge = bow(-low.conjugate(), -3.6j, low, steps=10)
    shapes.append(Clip(outline, (seam(edge, "shirt", style, by=hips + 0.95j),)))
    return shapes
