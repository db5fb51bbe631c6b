"""A person seen from the side, in painting order, with shirt and shorts."""

from collections.abc import Sequence
from typing import NamedTuple

from handouts.drawing import body
from handouts.drawing.body import ArmJoints, LegJoints, Skeleton, on_spine
from handouts.drawing.curves import Line, between, bezier, bow, circle, resample, smooth, unit
from handouts.drawing.head import draw_head
from handouts.drawing.inking import Style, far_style, inked, joined, seam, shaded, style_of
from handouts.drawing.limb import Sleeve, hem, sleeve
from handouts.drawing.picture import Clip, Fill, Points, Shape, Stroke
from handouts.drawing.side_arm import draw_arm
from handouts.drawing.side_leg import draw_leg, felt_patch, knee_hollow
from handouts.schema.people import SidePerson

_BUTTOCK = 6.8
_SHOULDER_CAP = 3.7
# Hip flexion in degrees: from here the shirt rides up, folds at the waist, and shorts crease at the groin.
_LAP = 55
_GROIN = 40


class Layers(NamedTuple):
    """The shapes of a person, or of what they hold, from far to near; things go between them.

    A roller lies between `far` and `middle`, a towel between `middle` and `near`. What is held is in the far
    hand alone, behind the near arm, and over its fist.
    """

    far: Sequence[Shape]
    middle: Sequence[Shape]
    near: Sequence[Shape]


class _Shirt(NamedTuple):
    """A shirt without its sleeves."""

    outline: Points
    hem: Line
    collar_seam: Stroke


def draw_side(person: SidePerson, bones: Skeleton) -> Layers:
    """Return a person from the side."""
    near = style_of(person)
    far = near if person.faded else far_style(person.look)
    shirt = _shirt_of(bones, near)
    return Layers(_far(bones, far), _middle(person, bones, shirt, near), _near(bones, shirt, near))


def _far(bones: Skeleton, style: Style) -> list[Shape]:
    """Return the arm and the leg that are farther from the viewer, with their clothes."""
    arm: list[Shape] = []
    leg: list[Shape] = []
    if bones.far_arm is not None:
        arm = draw_arm(bones.shoulder, bones.far_arm, style)
        arm += joined([(line, style.tone("shirt")) for line in _sleeve_outlines(bones, bones.far_arm)], style)
        arm.append(_sleeve_seam(bones, bones.far_arm, style))
    if bones.far_leg is not None:
        leg = draw_leg(bones.hip, bones.far_leg, style, shod=bones.shod)
        cloth = _shorts_leg(bones.hip, bones.far_leg)
        leg += joined([(cloth.outline, style.tone("shorts"))], style)
        leg.append(_shorts_seam(cloth, bones.far_leg.knee - bones.hip, style))
    # A far hand that holds the near leg is nearer than the far leg.
    holds = bones.far_arm is not None and bones.far_arm.grip == "hold"
    return leg + arm if holds else arm + leg


def _middle(person: SidePerson, bones: Skeleton, shirt: _Shirt, style: Style) -> list[Shape]:
    """Return head, near leg, shorts and shirt."""
    leg = bones.near_leg
    felt = [] if person.feel is None else felt_patch(person.feel, hip=bones.hip, leg=leg)
    hollow, cross = ([], []) if person.keep_off is None else knee_hollow(bones.hip, leg)
    shapes = draw_head(bones, person.head, style)
    shapes += draw_leg(bones.hip, leg, style, shod=bones.shod, felt=[*felt, *hollow])
    shapes += cross
    shapes += _draw_shorts(bones, style)
    if person.feel is not None and person.feel.part in ("thigh", "thigh_front"):
        shapes.append(Clip(tuple(shorts_outlines(bones)[0]), tuple(felt)))
    return shapes + _draw_shirt(shirt, bones, style)


def _near(bones: Skeleton, shirt: _Shirt, style: Style) -> list[Shape]:
    """Return the arm on the viewer's side; its sleeve fades in on the shirt, its hem is drawn in full."""
    arm = bones.near_arm
    if arm is None:
        return []
    cloth = _sleeve(bones, arm)
    start = len(cloth.front) * 3 // 10
    sides = (
        inked(side[start:], style, middle=style.line * 0.8, end=style.line)
        for side in (cloth.front, cloth.back)
    )
    return [
        *draw_arm(bones.shoulder, arm, style),
        Fill(tuple(cloth.outline), style.tone("shirt")),
        Clip(shirt.outline, (shirt.collar_seam,)),
        Clip(shirt.outline, tuple(sides)),
        Stroke(tuple(cloth.hem), style.ink, style.line),
        _sleeve_seam(bones, arm, style),
    ]


def _sleeve(bones: Skeleton, arm: ArmJoints) -> Sleeve:
    bulge = unit(arm.elbow - bones.shoulder) * 1.1
    widths = arm.build.side_upper_arm
    return sleeve(bones.shoulder, arm.elbow, widths=widths, last=0.6, ease=(0.75, 0.75), bulge=bulge)


def _sleeve_outlines(bones: Skeleton, arm: ArmJoints) -> list[Line]:
    """Return the sleeve and the round of the shoulder, to be joined with the shirt or painted under it."""
    return [_sleeve(bones, arm).outline, circle(bones.shoulder, _SHOULDER_CAP * bones.build.limbs)]


def _sleeve_seam(bones: Skeleton, arm: ArmJoints, style: Style) -> Shape:
    return seam(_sleeve(bones, arm).hem[1:-1], "shirt", style, by=-0.85 * unit(arm.elbow - bones.shoulder))


def _shorts_leg(hip: complex, leg: LegJoints) -> Sleeve:
    bulge = unit(leg.knee - hip) * 1.3
    return sleeve(hip, leg.knee, widths=leg.build.side_thigh, last=0.63, ease=(0.45, 0.75), bulge=bulge)


def _shorts_seam(cloth: Sleeve, along: complex, style: Style) -> Shape:
    return seam(cloth.hem[1:-1], "shorts", style, by=-unit(along))


def shorts_outlines(bones: Skeleton) -> list[Line]:
    """Return the near leg of the shorts, the pelvis and the buttock."""
    spine = bones.spine
    pelvis = _trunk_side(bones, 0.06, 0.34, ease=0, front=True, count=8)
    pelvis += _trunk_side(bones, 0.02, 0.34, ease=-0.1, front=False, count=8)[::-1]
    # The buttock points away from the middle of trunk and thigh, so it sits where one sits on it.
    middle = unit(on_spine(spine, 0)[1] - unit(bones.near_leg.knee - bones.hip))
    buttock = circle(bones.hip + 0.75j * middle, _BUTTOCK * bones.build.back)
    return [_shorts_leg(bones.hip, bones.near_leg).outline, pelvis, buttock]


def _trunk_side(
    bones: Skeleton, first: float, last: float, *, ease: float, front: bool, count: int = 24
) -> Line:
    """Return the front or the back of the trunk between two shares of the spine."""
    line: Line = []
    for share, ahead, behind in body.sampled(bones.build.side_trunk, first, last, count):
        at, up = on_spine(bones.spine, share)
        line.append(at - 1j * up * (ahead + ease) if front else at + 1j * up * (behind + ease))
    return line


def _draw_shorts(bones: Skeleton, style: Style) -> list[Shape]:
    """Return near leg and pelvis of the shorts, with a crease in a bent groin."""
    shapes = joined([(outline, style.tone("shorts")) for outline in shorts_outlines(bones)], style)
    hip, along = bones.hip, unit(bones.near_leg.knee - bones.hip)
    shapes.append(_shorts_seam(_shorts_leg(hip, bones.near_leg), along, style))
    if bones.thigh_bend > _GROIN:
        start = hip + unit(1j * along - 1j * on_spine(bones.spine, 0)[1]) * 5.6 * bones.build.limbs
        line = (start, between(start, hip, 0.3), between(start, hip, 0.62))
        shapes.append(inked(line, style, start=style.line))
    return shapes


def _shirt_of(bones: Skeleton, style: Style) -> _Shirt:
    """Return the shirt of a person; it rides up in a lap."""
    spine = bones.spine
    low = 0.06 if bones.thigh_bend > _LAP else 0.0
    front = _trunk_side(bones, low, 0.985, ease=0.35, front=True)
    back = _trunk_side(bones, low - 0.01, 1.045, ease=0.3, front=False)
    front[0] += unit(front[0] - back[0]) * 0.3
    front, back = (smooth(resample(line, 0.8), passes=4) for line in (front, back))
    down = -on_spine(spine, 1)[1]
    first, last = front[-1], back[-1]
    throat = between(first, last, 0.25) + down * 1.6
    collar = bezier(first, throat, between(first, last, 0.65) + down * 1.5, last, steps=12)
    edge = hem(back[0], front[0], bulge=-on_spine(spine, 0)[1] * 1.3)
    outline = (*front, *collar[1:-1], *back[::-1], *edge[1:-1])
    return _Shirt(outline, edge, seam(collar, "shirt", style, by=down))


def _draw_shirt(shirt: _Shirt, bones: Skeleton, style: Style) -> list[Shape]:
    """Return the shirt, one body with its near sleeve, and the two folds that it throws above a lap."""
    sleeves = _sleeve_outlines(bones, bones.near_arm) if bones.near_arm is not None else []
    shapes = joined([(line, style.tone("shirt")) for line in (shirt.outline, *sleeves)], style)
    shapes += shaded(shirt.outline, "shirt", style, lit=1.3 + 0.2j)
    shapes.append(seam(shirt.hem, "shirt", style, by=0.95 * on_spine(bones.spine, 0)[1]))
    folds: list[Shape] = []
    for share, length in ((0.16, 5.0), (0.225, 3.6)) if bones.thigh_bend > _LAP else ():
        at, up = on_spine(bones.spine, share)
        start = at - 1j * up * (body.half_widths(bones.build.side_trunk, share)[0] + 0.3)
        inward = 1j * up * length
        line = bow(start, start + inward / 2 - 0.9 * up, start + inward - 0.1 * up)
        folds.append(inked(line, style, start=style.line * 0.8, colour=style.tone("shirt", "_seam")))
    return [*shapes, Clip(shirt.outline, (*folds, shirt.collar_seam))]
