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


class Chair(Model):
    """A chair that looks to the right, or at the viewer; its seat begins at `back_edge`, its left end."""

    back_edge: Percent
    looks: Literal["right", "at_viewer"] = "right"
    seat_height: Length = 23.2


class Roller(Model):
    """A foam roller; it lies where the calf touches it."""

    radius: Length = 4.6


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


class Doorway(Model):
    """The frame of a door, seen from its front, between two x."""

    left: Percent
    right: Percent


class RolledTowel(Model):
    """A rolled towel between the near leg and the floor or the bed, or the right elbow and the waist."""

    under: Literal["near_knee", "near_calf", "near_elbow"]


class Worktop(Model):
    """A kitchen worktop from `edge` to the side of the picture."""

    edge: Percent
    height: Length = 53


class Table(Model):
    """A table, a bench or a stool: a top on legs between two x."""

    left: Percent
    right: Percent
    height: Length = 42


class Bed(Model):
    """A bed between two x, seen from its side; `height` is the top of its mattress."""

    left: Percent
    right: Percent
    height: Length = 22


class Pillow(Model):
    """A pillow between two x; it lies on the floor, or on what is so high."""

    left: Percent
    right: Percent
    height: Length = 4
    base: Percent = 0


class Step(Model):
    """A step, or stairs of several, that begins at `edge` and goes up to the right."""

    edge: Percent
    height: Length = 9
    depth: Length = 17
    count: Annotated[int, Field(ge=1, le=3)] = 1


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
    from the front. `heat_pack` is a pack in a towel under the near calf. A `stick` goes through both hands,
    or through the near one and across it; `weights` are in the hands that are fists, and
    `weight_end_on` is seen from its end in the near one. `band_under_feet` runs
    from under both feet to both fists, seen from the front; `belt_round_thighs` of one who lies is seen from
    above.
    """

    wall: Wall | None = None
    chair: Chair | None = None
    roller: Roller | None = None
    ball: Ball | None = None
    worktop: Worktop | None = None
    table: Table | None = None
    stool: Table | None = None
    bed: Bed | None = None
    pillows: Annotated[tuple[Pillow, ...], Field(max_length=3)] = ()
    step: Step | None = None
    rail: Rail | None = None
    towel: bool = False
    towel_on_floor: tuple[Percent, Percent] | None = None
    towel_on_table: bool = False
    towel_between_hands: bool = False
    rolled_towel: RolledTowel | None = None
    heat_pack: bool = False
    band: Band | None = None
    band_under_feet: bool = False
    belt_round_thighs: bool = False
    doorway: Doorway | None = None
    stick: bool = False
    weights: bool = False
    weight_end_on: bool = False
