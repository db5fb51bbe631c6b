"""What stands in a picture besides people: walls, chairs, beds, balls, towels; and how places are written."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import Model

Percent = Annotated[float, Field(ge=-200, le=200)]
Length = Annotated[float, Field(gt=0, le=200)]
Degrees = Annotated[float, Field(ge=-220, le=220)]
Share = Annotated[float, Field(ge=0, le=1)]
Place = tuple[Percent, Percent]


def exactly_one(model: Model, *ways: str) -> None:
    """Raise ValueError unless just one of these fields has a value."""
    given = [way for way in ways if getattr(model, way) is not None]
    if len(given) != 1:
        raise ValueError(f"say exactly one of {', '.join(ways)}; here are {', '.join(given) or 'none'}")


class Wall(Model):
    """A wall ahead: at a place, where the near knee touches it, or where an elbow bent this much reaches it.

    A wall `at_back` is behind the last person, who leans on it; one `beside` a person seen from the front is
    at their right, from this x to the side of the picture.
    """

    at: Percent | None = None
    beside: Percent | None = None
    at_near_knee: Literal[True] | None = None
    at_back: Literal[True] | None = None
    elbow_bend_degrees: Annotated[float, Field(ge=0, le=140)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "at", "beside", "at_near_knee", "at_back", "elbow_bend_degrees")
        return self

    @property
    def at_left(self) -> bool:
        """Whether it fills the left of the picture."""
        return bool(self.at_back) or self.beside is not None


# How high the seat of a chair is, how deep a step, and half a foam roller.
SEAT_HEIGHT, STEP_DEPTH, ROLLER_RADIUS = 23.2, 17.0, 4.6


class Chair(Model):
    """A chair that looks to the right, or at the viewer; its seat begins at `back_edge`, its left end.

    The seat is 23.2 high.
    """

    back_edge: Percent
    looks: Literal["right", "at_viewer"] = "right"


class Ball(Model):
    """A ball at an x, or where the calf touches it; it lies on the floor, or on a book so thick.

    One on the wall behind the last person is `on_wall` at a height. A `bottle` in its place lies across, so
    that its end is seen.
    """

    at: Percent | None = None
    radius: Length = 2.4
    bottle: bool = False
    on_book: Annotated[float, Field(ge=0, le=20)] = 0
    on_wall: Length | None = None


class Worktop(Model):
    """A kitchen worktop from `edge` to the side of the picture."""

    edge: Percent
    height: Length = 53


class Top(Model):
    """The top of a table, a bench, a stool, or of the mattress of a bed, between two x."""

    left: Percent
    right: Percent
    height: Length


class Pillow(Model):
    """A pillow between two x; it lies on the floor, or on what is so high."""

    left: Percent
    right: Percent
    height: Length = 4
    base: Percent = 0


class Step(Model):
    """A step, or stairs of several, that begins at `edge` and goes up to the right; each is 17 deep."""

    edge: Percent
    height: Length = 9
    count: Annotated[int, Field(ge=1, le=3)] = 1

    def height_at(self, x: float) -> float:
        """Return how high the step at an x is, 0 beside it."""
        if not self.edge <= x <= self.edge + self.count * STEP_DEPTH:
            return 0
        return self.height * min(self.count, 1 + int((x - self.edge) / STEP_DEPTH))


class Rail(Model):
    """A handrail from its lower left end to its right one; a post stands below each."""

    left: Place
    right: Place


End = Literal["near_hand", "far_hand", "near_foot", "far_foot", "near_knee"]


class Band(Model):
    """An elastic band from a hand, a foot or a knee of each person to another one, or to a place."""

    start: End
    end: End | Place


class Things(Model):
    """What stands in the picture besides people and the floor, and what people hold.

    `towel` runs from the near hand round the near foot; `towel_on_floor` lies from one x to another, and
    `towel_on_table` under the near hand; `towel_between_hands` is a roll from one fist to the other, seen
    from the front. `rolled_towel` is one between the near leg and the floor or the bed, or the right elbow
    and the waist. A foam `roller` lies where the calf touches it, a `heat_pack` in its towel under the near
    calf. `doorway` is the frame of a door between two x, seen from its front. `weights` are in the hands that
    are fists, and `weight_end_on` is seen from its end in the near one. `band_under_feet` runs from under
    both feet to both fists, seen from the front; `belt_round_thighs` of one who lies is seen from above.
    """

    wall: Wall | None = None
    chair: Chair | None = None
    roller: bool = False
    ball: Ball | None = None
    worktop: Worktop | None = None
    table: Top | None = None
    stool: Top | None = None
    bed: Top | None = None
    pillows: Annotated[tuple[Pillow, ...], Field(max_length=3)] = ()
    step: Step | None = None
    rail: Rail | None = None
    towel: bool = False
    towel_on_floor: tuple[Percent, Percent] | None = None
    towel_on_table: bool = False
    towel_between_hands: bool = False
    rolled_towel: Literal["near_knee", "near_calf", "near_elbow"] | None = None
    heat_pack: bool = False
    band: Band | None = None
    band_under_feet: bool = False
    belt_round_thighs: bool = False
    doorway: tuple[Percent, Percent] | None = None
    weights: bool = False
    weight_end_on: bool = False
