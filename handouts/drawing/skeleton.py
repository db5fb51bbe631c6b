"""The joints of a person seen from the side."""

from dataclasses import dataclass

from handouts.drawing import proportions as body
from handouts.drawing.curves import between, degrees_of, unit


@dataclass(frozen=True, slots=True)
class LegJoints:
    """A leg below the hip; angles tilt the foot heel up, and its toes back up."""

    knee: complex
    ankle: complex
    heel_up: float
    toes_up: float


@dataclass(frozen=True, slots=True)
class ArmJoints:
    """An arm below the shoulder; `along` is the hand's direction, `palm` 1 when its palm is at its right."""

    elbow: complex
    wrist: complex
    along: complex
    grip: str
    palm: int


@dataclass(frozen=True, slots=True)
class Skeleton:
    """All joints of one person, and what could not be reached."""

    spine: tuple[complex, ...]
    near_leg: LegJoints
    far_leg: LegJoints | None
    near_arm: ArmJoints | None
    far_arm: ArmJoints | None
    shod: bool
    roller_at: float | None
    out_of_reach: tuple[str, ...]

    @property
    def hip(self) -> complex:
        """The hip joint, where the spine begins."""
        return self.spine[0]

    @property
    def shoulder(self) -> complex:
        """The shoulder joint, on the spine."""
        return on_spine(self.spine, body.SHOULDER)[0]

    @property
    def thigh_bend(self) -> float:
        """How far the near thigh is bent up from the line of the trunk, in degrees."""
        return degrees_of((self.near_leg.knee - self.hip) / (self.spine[0] - self.spine[1]))

    def joint(self, name: str) -> complex:
        """Return a joint by the name a figure's arrow uses."""
        if name in {"hip", "shoulder"}:
            return self.hip if name == "hip" else self.shoulder
        if name == "head":
            return self.spine[-1] + body.NECK * unit(self.spine[-1] - self.spine[-2])
        side, part = name.split("_")
        limb = getattr(self, f"{side}_{'leg' if part in {'knee', 'ankle'} else 'arm'}")
        return complex(getattr(limb, part))


def on_spine(spine: tuple[complex, ...], share: float) -> tuple[complex, complex]:
    """Return the place and the upward direction at a share of the spine, straight on beyond its ends."""
    last = len(spine) - 1
    if share <= 0 or share >= 1:
        end, inner = (0, 1) if share <= 0 else (last, last - 1)
        up = unit(spine[max(end, inner)] - spine[min(end, inner)])
        return spine[end] + up * body.TRUNK * (share - min(1, max(0, share // 1))), up
    i = min(last - 1, int(share * last))
    up = unit(spine[min(last, i + 2)] - spine[max(0, i - 1)])
    return between(spine[i], spine[i + 1], share * last - i), up
