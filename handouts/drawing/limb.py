"""Two bones and their widths become one closed outline, round outside the joint and creased inside it."""

from typing import NamedTuple

from handouts.drawing.body import Widths, half_widths, sampled
from handouts.drawing.curves import Line, between, bow, crossing, degrees_of, resample, smooth, turn, unit
from handouts.drawing.picture import Points


class Limb(NamedTuple):
    """An upper and a lower bone in their flesh.

    `front` and `back` run from the upper joint to the end; `bend` is the angle at the joint in degrees,
    counter-clockwise; `crease` is where the flesh meets inside the joint.
    """

    front: Line
    back: Line
    bend: float
    crease: complex | None

    @property
    def outline(self) -> Line:
        """The whole skin as one closed line."""
        return self.front + self.back[::-1]

    @property
    def below_sleeve(self) -> Points:
        """The skin of an arm without its upper end, which the sleeve hides."""
        skip = int(len(self.front) * 0.14)
        return tuple(self.front[skip:] + self.back[skip:][::-1])


def bone_sides(
    start: complex,
    end: complex,
    *,
    widths: Widths,
    first: float = 0,
    last: float = 1,
    ease: tuple[float, float] = (0, 0),
) -> tuple[Line, Line]:
    """Return the front and the back line of one bone between two shares of it.

    `ease` widens both sides, as cloth does: by its first number, and by its second times the share.
    """
    ahead = (end - start) / abs(end - start)
    front: Line = []
    back: Line = []
    for share, one, other in sampled(widths, first, last, 14):
        at = start + (end - start) * share
        wider = ease[0] + ease[1] * share
        front.append(at + 1j * ahead * (one + wider))
        back.append(at - 1j * ahead * (other + wider))
    return front, back


def limb(
    joints: tuple[complex, complex, complex],
    *,
    upper: Widths,
    lower: Widths,
    last: float = 1,
    fillet: float = 1.2,
) -> Limb:
    """Return a limb through three joints, its lower bone drawn to the share `last`."""
    a, b, c = joints
    bend = degrees_of((c - b) / (b - a))
    uppers = bone_sides(a, b, widths=upper)
    lowers = bone_sides(b, c, widths=lower, last=last)
    sides: list[Line] = []
    crease = None
    for i, way in enumerate((1j, -1j)):
        outer = (bend < 0) == (i == 0)
        if abs(bend) < 1:
            side = uppers[i] + lowers[i][1:]
        elif outer:
            radius = half_widths(upper, 1.0)[i] * way * unit(b - a)
            side = uppers[i] + [b + radius * turn(bend * k / 10) for k in range(1, 10)] + lowers[i]
        else:
            side, crease = _folded(uppers[i], lowers[i], fillet=fillet)
        # Rounds off what is left of the knots of the widths where a joint is straight.
        sides.append(smooth(resample(side, 0.7), passes=6))
    return Limb(sides[0], sides[1], bend, crease)


def _folded(upper: Line, lower: Line, *, fillet: float) -> tuple[Line, complex | None]:
    """Return the inner side of a bent joint: cut where the two lines cross, with a small round."""
    for i in range(len(upper) - 2, -1, -1):
        for j in range(len(lower) - 1):
            meeting = crossing(upper[i], upper[i + 1], lower[j], lower[j + 1])
            if meeting is not None:
                # A joint that is bent all the way meets at an end, so that this stays.
                start = [p for p in upper[: i + 1] if abs(p - meeting) >= fillet] or upper[:1]
                end = [p for p in lower[j + 1 :] if abs(p - meeting) >= fillet] or lower[-1:]
                return [*start, *bow(start[-1], meeting, end[0], steps=8), *end], meeting
    return upper + lower, None


def bent_joint(
    start: complex, end: complex, *, upper: float, lower: float, side: int
) -> tuple[complex, complex]:
    """Return the middle joint of two bones between two places, and the end they can really reach.

    `side` is 1 when the joint is left of the way from start to end, -1 when it is right of it.
    """
    far = abs(end - start)
    ahead = unit(end - start)
    reach = (upper + lower) * 0.99999
    if far > reach:
        far, end = reach, start + ahead * reach
    far = max(far, abs(upper - lower) * 1.001 + 1e-6)
    along = (upper * upper - lower * lower + far * far) / (2 * far)
    beside = max(0.0, upper * upper - along * along) ** 0.5
    return start + ahead * complex(along, side * beside), end


class Sleeve(NamedTuple):
    """Cloth round a stretch of one bone: its front, its back, and its rounded hem from front to back."""

    front: Line
    back: Line
    hem: Line

    @property
    def outline(self) -> Line:
        """The whole cloth as one closed line."""
        return self.front + self.hem[1:-1] + self.back[::-1]


def sleeve(
    start: complex, end: complex, *, widths: Widths, last: float, ease: tuple[float, float], bulge: complex
) -> Sleeve:
    """Return the sleeve of an arm or a leg down to the share `last` of its upper bone."""
    front, back = bone_sides(start, end, widths=widths, last=last, ease=ease)
    return Sleeve(front, back, hem(front[-1], back[-1], bulge=bulge))


def hem(start: complex, end: complex, *, bulge: complex) -> Line:
    """Return the rounded edge of a garment."""
    return bow(start, between(start, end, 0.5) + bulge, end, steps=10)
