"""Shirt and shorts seen from the side."""

from dataclasses import dataclass

from handouts.drawing import proportions as body
from handouts.drawing.curves import Line, between, bezier, bow, circle, moved, resample, smooth, unit
from handouts.drawing.inking import Style, inked, joined, shaded
from handouts.drawing.limb import bone_sides, hem
from handouts.drawing.picture import Clip, Points, Shape, Stroke
from handouts.drawing.side_arm import sleeve_outlines
from handouts.drawing.skeleton import LegJoints, Skeleton, on_spine

_SHORTS_LAST = 0.63
_SHORTS_EASE = (0.45, 0.75)
_BUTTOCK = 6.8
# Hip flexion in degrees: from here the shirt rides up, folds at the waist, and shorts crease at the groin.
_LAP = 55
_GROIN = 40


def trunk_side(
    spine: tuple[complex, ...], first: float, last: float, *, ease: float, front: bool, count: int = 24
) -> Line:
    """Return the front or the back of the trunk between two shares of the spine."""
    line: Line = []
    for share, ahead, behind in body.sampled(body.SIDE_TRUNK, first, last, count):
        at, up = on_spine(spine, share)
        line.append(at - 1j * up * (ahead + ease) if front else at + 1j * up * (behind + ease))
    return line


def _shorts_leg(hip: complex, leg: LegJoints) -> tuple[Line, Line]:
    """Return one leg of the shorts and its hem."""
    front, back = bone_sides(hip, leg.knee, widths=body.SIDE_THIGH, last=_SHORTS_LAST, ease=_SHORTS_EASE)
    edge = hem(front, back, bulge=unit(leg.knee - hip) * 1.3)
    return front + edge[1:-1] + back[::-1], edge


def shorts_outlines(bones: Skeleton) -> list[Line]:
    """Return the near leg of the shorts, the pelvis and the buttock."""
    spine = bones.spine
    pelvis = trunk_side(spine, 0.06, 0.34, ease=0, front=True, count=8)
    pelvis += trunk_side(spine, 0.02, 0.34, ease=-0.1, front=False, count=8)[::-1]
    # The buttock points away from the middle of trunk and thigh, so it sits where one sits on it.
    middle = unit(on_spine(spine, 0)[1] - unit(bones.near_leg.knee - bones.hip))
    buttock = circle(bones.hip + 0.75j * middle, _BUTTOCK)
    return [_shorts_leg(bones.hip, bones.near_leg)[0], pelvis, buttock]


def draw_far_shorts(hip: complex, leg: LegJoints, style: Style) -> list[Shape]:
    """Return the far leg of the shorts."""
    outline, edge = _shorts_leg(hip, leg)
    return [*joined([(outline, style.tone("shorts"))], style), _hem_seam(edge, leg.knee - hip, style)]


def draw_shorts(bones: Skeleton, style: Style) -> list[Shape]:
    """Return near leg and pelvis of the shorts, with a crease in a bent groin."""
    tone = style.tone("shorts")
    shapes = joined([(outline, tone) for outline in shorts_outlines(bones)], style)
    hip, along = bones.hip, unit(bones.near_leg.knee - bones.hip)
    shapes.append(_hem_seam(_shorts_leg(hip, bones.near_leg)[1], along, style))
    if bones.thigh_bend > _GROIN:
        start = hip + unit(1j * along - 1j * on_spine(bones.spine, 0)[1]) * 5.6
        line = (start, between(start, hip, 0.3), between(start, hip, 0.62))
        shapes.append(inked(line, style, start=style.line))
    return shapes


def _hem_seam(edge: Line, along: complex, style: Style) -> Shape:
    """Return the thread above the hem of the shorts."""
    inner = moved(edge[1:-1], -unit(along))
    return Stroke(tuple(inner), style.tone("shorts", "_seam"), style.inner)


@dataclass(frozen=True, slots=True)
class Shirt:
    """The lines of a shirt without its sleeves."""

    front: Line
    collar: Line
    back: Line
    hem: Line

    @property
    def outline(self) -> Points:
        """The closed outline."""
        return (*self.front, *self.collar[1:-1], *self.back[::-1], *self.hem[1:-1])


def shirt_of(bones: Skeleton) -> Shirt:
    """Return the shirt of a person; it rides up in a lap."""
    spine = bones.spine
    low = 0.06 if bones.thigh_bend > _LAP else 0.0
    front = trunk_side(spine, low, 0.985, ease=0.35, front=True)
    back = trunk_side(spine, low - 0.01, 1.045, ease=0.3, front=False)
    front[0] += unit(front[0] - back[0]) * 0.3
    front, back = (smooth(resample(line, 0.8), passes=4) for line in (front, back))
    down = -on_spine(spine, 1)[1]
    first, last = front[-1], back[-1]
    collar = bezier(
        first,
        between(first, last, 0.25) + down * 1.6,
        between(first, last, 0.65) + down * 1.5,
        last,
        steps=12,
    )
    return Shirt(front, collar, back, hem(back[::-1], front[::-1], bulge=-on_spine(spine, 0)[1] * 1.3))


def draw_shirt(shirt: Shirt, bones: Skeleton, style: Style) -> list[Shape]:
    """Return the shirt, one body with its near sleeve."""
    outline = shirt.outline
    tone, seam = style.tone("shirt"), style.tone("shirt", "_seam")
    sleeve = sleeve_outlines(bones.shoulder, bones.near_arm) if bones.near_arm is not None else []
    shapes = joined([(line, tone) for line in (outline, *sleeve)], style)
    shapes += shaded(outline, "shirt", style, lit=1.3 + 0.2j)
    up = on_spine(bones.spine, 0)[1]
    shapes.append(Stroke(tuple(moved(shirt.hem, 0.95 * up)), seam, style.inner))
    inside: list[Shape] = list(_waist_folds(bones, style)) if bones.thigh_bend > _LAP else []
    shapes.append(Clip(outline, (*inside, collar_seam(shirt, bones, style))))
    return shapes


def collar_seam(shirt: Shirt, bones: Skeleton, style: Style) -> Shape:
    """Return the thread below the collar."""
    down = -on_spine(bones.spine, 1)[1]
    return Stroke(tuple(moved(shirt.collar, down)), style.tone("shirt", "_seam"), style.inner)


def _waist_folds(bones: Skeleton, style: Style) -> list[Shape]:
    """Return the two folds a shirt throws above a lap."""
    folds: list[Shape] = []
    for share, length in ((0.16, 5.0), (0.225, 3.6)):
        at, up = on_spine(bones.spine, share)
        start = at - 1j * up * (body.half_widths(body.SIDE_TRUNK, share)[0] + 0.3)
        inward = 1j * up * length
        line = bow(start, start + inward / 2 - 0.9 * up, start + inward - 0.1 * up)
        seam = style.tone("shirt", "_seam")
        folds.append(inked(line, style, start=style.line * 0.8, colour=seam))
    return folds
