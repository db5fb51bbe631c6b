"""A picture of posed people, as numbers.

Lengths and places are percent of body height, x to the right and y up from the floor.
"""

from typing import Annotated, Literal

from pydantic import Field

from handouts.schema.base import ContentFile, Model
from handouts.schema.people import Person
from handouts.schema.things import Length, Percent, Place, Things

Joint = Literal[
    "hip",
    "shoulder",
    "head",
    "near_knee",
    "near_ankle",
    "near_elbow",
    "near_wrist",
    "far_knee",
    "far_ankle",
    "far_elbow",
    "far_wrist",
]


class Box(Model):
    """What the picture shows."""

    left: Percent
    right: Percent
    bottom: Percent = -3.5
    top: Percent


ArrowPoint = Place | tuple[Joint, Percent, Percent]


# What an arrow can move: of the near side, but for what is both or the `other`.
Moving = Literal[
    "head", "trunk", "arm", "arms", "hand", "hands", "shoulders", "elbows", "hips", "leg", "knee",
    "knee_to_chest", "knees_to_chest", "knees_apart", "knees_roll", "calf", "thumb", "foot", "heel", "heels",
    "toes", "all_toes", "other_foot", "other_arm", "body", "ball", "bottle",
]  # fmt: skip


class Movement(Model):
    """An arrow along a line; a point may stand off a joint of the last person, to follow the pose."""

    moves: Moving
    line: Annotated[tuple[ArrowPoint, ...], Field(min_length=2, max_length=4)]
    both_ways: bool = False


class CloseUp(Model):
    """A lens that shows a drawing of its own for what lies round `of`."""

    drawing: Literal[
        "toe-curl", "toe-pull", "wrist-hold", "wrist-weight", "wrist-pull", "forearm-stroke", "blade-spot"
    ]
    of: Place
    of_radius: Length
    at: Place
    radius: Length


class Figure(ContentFile):
    """One picture of posed people; what is said in its place is made from these numbers.

    The last person is the one that counts; before it stand the one or two start poses, in their order, or
    other ways to do the same.
    """

    box: Box
    things: Things = Things()
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=4)]
    arrows: Annotated[tuple[Movement, ...], Field(max_length=3)] = ()
    close_up: CloseUp | None = None
