"""What stands in a picture besides people: walls, chairs, rollers, towels; and how places are written."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import Model

Percent = Annotated[float, Field(ge=-200, le=200)]
Length = Annotated[float, Field(gt=0, le=200)]
Degrees = Annotated[float, Field(ge=-200, le=200)]
Share = Annotated[float, Field(ge=0, le=1)]
Place = tuple[Percent, Percent]


def exactly_one(model: Model, *ways: str) -> None:
    """Raise ValueError unless just one of these fields has a value."""
    given = [way for way in ways if getattr(model, way) is not None]
    if len(given) != 1:
        raise ValueError(f"say exactly one of {', '.join(ways)}; here are {', '.join(given) or 'none'}")


class Wall(Model):
    """A wall at a place, where the near knee touches it, or where an elbow bent this much reaches it."""

    at: Percent | None = None
    at_near_knee: Literal[True] | None = None
    elbow_bend_degrees: Annotated[float, Field(ge=0, le=140)] | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "at", "at_near_knee", "elbow_bend_degrees")
        return self


class Chair(Model):
    """A chair whose seat begins at `back_edge`."""

    back_edge: Percent
    seat_height: Length = 23.2


class Roller(Model):
    """A foam roller; it lies where the calf touches it."""

    radius: Length = 4.6


class Worktop(Model):
    """A kitchen worktop from `edge` to the side of the picture."""

    edge: Percent
    height: Length = 53


class Things(Model):
    """What stands in the picture besides people and the floor.

    `towel` runs from the near hand round the near foot; `towel_on_floor` lies from one x to another.
    """

    wall: Wall | None = None
    chair: Chair | None = None
    roller: Roller | None = None
    worktop: Worktop | None = None
    towel: bool = False
    towel_on_floor: tuple[Percent, Percent] | None = None
