"""The size of a body, and the joints of a person seen from the side: 1 unit is 1 % of the body's height.

After common anthropometric tables, with head, hand and foot a little larger than life, because that
reads better in a picture 45 mm wide.
"""

from functools import cache
from typing import NamedTuple

from handouts.drawing.curves import between, degrees_of, unit

# Half-widths of a limb along its bone: share of the bone, then front and back (seen from the side) or
# outer and inner (seen from the front).
Widths = tuple[tuple[float, float, float], ...]

ANKLE_HEIGHT = 4.5
SHOE_SOLE = 0.9
SHIN = 24.5
THIGH = 24.5
TRUNK = 29.0
UPPER_ARM = 17.0
FOREARM = 14.0
HEAD = 13.9
NECK = 7.0
# The joint at the ball of the foot, seen from the ankle of a level foot.
BALL = 8.1 - 3.7j
# The hip joint above the surface one sits on, and the one that one lies on with the back or the front.
SEAT = 7.3
ON_BACK, ON_FRONT = 7.5, 7.7
# The shoulder joint along the spine.
SHOULDER = 0.838

SIDE_THIGH: Widths = (
    (0, 5.9, 6.3),
    (0.10, 6.0, 6.75),
    (0.22, 5.95, 6.35),
    (0.38, 5.7, 5.4),
    (0.55, 5.2, 4.75),
    (0.85, 4.1, 3.7),
    (1, 3.75, 3.4),
)
SIDE_SHIN: Widths = (
    (0, 3.75, 3.4),
    (0.09, 3.35, 3.6),
    (0.27, 2.75, 4.85),
    (0.42, 2.5, 4.7),
    (0.6, 2.25, 3.4),
    (0.8, 2.05, 2.3),
    (1, 2.1, 2.2),
)
SIDE_UPPER_ARM: Widths = ((0, 3.0, 3.0), (0.35, 2.8, 2.8), (0.8, 2.25, 2.3), (1, 2.15, 2.2))
SIDE_FOREARM: Widths = ((0, 2.15, 2.2), (0.25, 2.35, 2.35), (0.7, 1.75, 1.7), (1, 1.4, 1.4))
# Along the spine from hip to neck; it goes on a little beyond both.
SIDE_TRUNK: Widths = (
    (-0.12, 5.4, 7.2),
    (0, 6.0, 7.6),
    (0.12, 6.1, 6.8),
    (0.34, 5.9, 5.4),
    (0.55, 6.5, 6.0),
    (0.71, 6.8, 6.8),
    (0.84, 5.7, 6.7),
    (0.93, 4.2, 5.6),
    (0.99, 3.3, 4.5),
    (1.04, 3.0, 3.6),
)

FRONT_THIGH: Widths = (
    (0, 4.1, 4.4),
    (0.15, 4.9, 4.6),
    (0.45, 4.8, 4.4),
    (0.8, 3.7, 3.6),
    (1, 3.35, 3.35),
)
FRONT_SHIN: Widths = (
    (0, 3.35, 3.35),
    (0.1, 3.1, 3.2),
    (0.27, 3.55, 3.75),
    (0.42, 3.3, 3.7),
    (0.68, 2.2, 2.35),
    (0.88, 1.8, 1.85),
    (1, 1.9, 2.1),
)
FRONT_UPPER_ARM: Widths = ((0, 3.0, 2.9), (0.35, 2.75, 2.75), (0.8, 2.25, 2.25), (1, 2.2, 2.2))
FRONT_FOREARM: Widths = ((0, 2.2, 2.2), (0.25, 2.45, 2.3), (0.7, 1.8, 1.75), (1, 1.45, 1.45))


class Build(NamedTuple):
    """How wide a body is beside the usual: its limbs, its trunk and its back, and the tables of both views.

    Neck, shoulders, wrists and ankles are as wide in all, so that heads, hands and feet fit.
    """

    limbs: float
    trunk: float
    back: float
    side_thigh: Widths
    side_shin: Widths
    side_upper_arm: Widths
    side_forearm: Widths
    side_trunk: Widths
    front_thigh: Widths
    front_shin: Widths
    front_upper_arm: Widths
    front_forearm: Widths

    @property
    def seat(self) -> float:
        """The hip joint above the surface one sits on, with the buttock or the thigh."""
        return SEAT * max(self.back, 0.97 * self.limbs)


def _build(limbs: float, trunk: float, back: float) -> Build:
    return Build(
        limbs=limbs,
        trunk=trunk,
        back=back,
        side_thigh=_wider(SIDE_THIGH, limbs),
        side_shin=_wider(SIDE_SHIN, limbs, fades=(0.5, 1)),
        side_upper_arm=_wider(SIDE_UPPER_ARM, limbs),
        side_forearm=_wider(SIDE_FOREARM, limbs, fades=(0.25, 1)),
        side_trunk=_wider(SIDE_TRUNK, trunk, back, fades=(0.5, 0.93)),
        front_thigh=_wider(FRONT_THIGH, limbs),
        front_shin=_wider(FRONT_SHIN, limbs, fades=(0.5, 1)),
        front_upper_arm=_wider(FRONT_UPPER_ARM, limbs),
        front_forearm=_wider(FRONT_FOREARM, limbs, fades=(0.25, 1)),
    )


def _wider(
    widths: Widths, by: float, behind: float | None = None, *, fades: tuple[float, float] = (1, 2)
) -> Widths:
    """Return half-widths times `by`, those behind times `behind`, which `fades` between two shares."""
    first, last = fades

    def factor(share: float, by: float) -> float:
        return 1 + (by - 1) * min(1, max(0, (last - share) / (last - first)))

    return tuple(
        (share, one * factor(share, by), other * factor(share, behind or by)) for share, one, other in widths
    )


BUILDS = {"slim": _build(0.88, 0.92, 0.975), "usual": _build(1, 1, 1), "broad": _build(1.12, 1.2, 1.05)}


def sided(widths: Widths, side: int) -> Widths:
    """Return half-widths as left-hand and right-hand sides of a limb; the tables say outer and inner."""
    return widths if side > 0 else tuple((share, other, one) for share, one, other in widths)


# Measured: 3 % of a `make`, whose limbs are of few kinds.
@cache
def sampled(widths: Widths, first: float, last: float, count: int) -> tuple[tuple[float, float, float], ...]:
    """Return share, one and other half-width at `count` + 1 even steps from `first` to `last`."""
    slopes = _slopes(widths)
    shares = [first + (last - first) * i / count for i in range(count + 1)]
    return tuple((share, *_eased(widths, slopes, share)) for share in shares)


def half_widths(widths: Widths, share: float) -> tuple[float, float]:
    """Return both half-widths at a share of the bone, smoothly between the knots (cubic Hermite)."""
    return _eased(widths, _slopes(widths), share)


def _slopes(widths: Widths) -> list[complex]:
    """Return how fast both half-widths change at each knot; one complex number is for both sides."""
    around = zip((widths[0], *widths), widths[1:] + widths[-1:], strict=False)
    return [complex(c - a, d - b) / (after - before) for (before, a, b), (after, c, d) in around]


def _eased(widths: Widths, slopes: list[complex], share: float) -> tuple[float, float]:
    if share <= widths[0][0]:
        return widths[0][1:]
    if share >= widths[-1][0]:
        return widths[-1][1:]
    i = next(i for i in range(len(widths) - 1) if share < widths[i + 1][0])
    (left, *start), (right, *end) = widths[i], widths[i + 1]
    span = right - left
    t = (share - left) / span
    turned = t * t * (3 - 2 * t)
    both = (1 - turned) * complex(*start) + turned * complex(*end)
    both += t * (1 - t) * span * ((1 - t) * slopes[i] - t * slopes[i + 1])
    return both.real, both.imag


class LegJoints(NamedTuple):
    """A leg below the hip; angles tilt the foot heel up, and its toes back up."""

    build: Build
    knee: complex
    ankle: complex
    heel_up: float
    toes_up: float = 0.0


class ArmJoints(NamedTuple):
    """An arm below the shoulder; `along` is the hand's direction, `palm` 1 when its palm is at its right."""

    build: Build
    elbow: complex
    wrist: complex
    along: complex
    grip: str
    palm: int


class Skeleton(NamedTuple):
    """All joints of one person, and what could not be reached.

    `round_at` is the middle of the roller or the ball that a calf rests on.
    """

    build: Build
    spine: tuple[complex, ...]
    near_leg: LegJoints
    far_leg: LegJoints | None
    near_arm: ArmJoints | None
    far_arm: ArmJoints | None
    shod: bool
    round_at: complex | None
    out_of_reach: tuple[str, ...]

    @property
    def hip(self) -> complex:
        """The hip joint, where the spine begins."""
        return self.spine[0]

    @property
    def shoulder(self) -> complex:
        """The shoulder joint, on the spine."""
        return on_spine(self.spine, SHOULDER)[0]

    @property
    def thigh_bend(self) -> float:
        """How far the near thigh is bent up from the line of the trunk, in degrees."""
        return degrees_of((self.near_leg.knee - self.hip) / (self.spine[0] - self.spine[1]))

    def joint(self, name: str) -> complex:
        """Return a joint by the name a figure's arrow uses."""
        if name in {"hip", "shoulder"}:
            return self.hip if name == "hip" else self.shoulder
        if name == "head":
            return self.spine[-1] + NECK * unit(self.spine[-1] - self.spine[-2])
        side, part = name.split("_")
        limb = getattr(self, f"{side}_{'leg' if part in {'knee', 'ankle'} else 'arm'}")
        return complex(getattr(limb, part))


def on_spine(spine: tuple[complex, ...], share: float) -> tuple[complex, complex]:
    """Return the place and the upward direction at a share of the spine, straight on beyond its ends."""
    last = len(spine) - 1
    if share <= 0 or share >= 1:
        end, inner = (0, 1) if share <= 0 else (last, last - 1)
        up = unit(spine[max(end, inner)] - spine[min(end, inner)])
        return spine[end] + up * TRUNK * (share - min(1, max(0, share // 1))), up
    i = min(last - 1, int(share * last))
    up = unit(spine[min(last, i + 2)] - spine[max(0, i - 1)])
    return between(spine[i], spine[i + 1], share * last - i), up
