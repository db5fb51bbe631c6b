"""A picture of posed people, as numbers, and what it must show whatever they are.

Lengths and places are percent of body height, x to the right and y up from the floor.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import ContentFile, Model
from handouts.schema.people import Feel, Person
from handouts.schema.things import Degrees, Length, Percent, Place, Things

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
    """A lens with a drawing of its own for what lies round `of`; without it, the pose from another side."""

    drawing: Literal[
        "toe-curl",
        "toe-pull",
        "wrist-hold",
        "wrist-weight",
        "wrist-pull",
        "forearm-stroke",
        "blade-spot",
        "turn-out",
    ]
    of: Place | None = None
    of_radius: Length = 6
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


# What a hand lies on, holds or is near.
Hold = Literal[
    "wall", "wall_fingers", "worktop", "worktop_fingers", "near_worktop", "table", "table_fingers",
    "chair_back", "seat", "rail", "floor", "bed", "thigh", "knee", "lower_leg", "towel", "shins", "sides",
    "band", "weight", "toes", "head", "forehead", "temple", "head_back", "other_shoulder",
    "door_frame", "ahead", "out_wide", "raised", "below_knee", "behind_knee",
    "hangs", "across_chest", "other_arm", "wall_hand_back", "towel_roll",
    "forearm_on_table", "on_other_hand", "on_forearm", "ahead_hand_down", "other_wrist",
]  # fmt: skip
Position = Literal[
    "stands", "stands_at_wall", "stands_beside_wall", "stands_back_to_wall",
    "stands_on_near_leg", "stands_on_far_leg", "stands_on_step", "walks",
    "sits_on_chair", "sits_on_stool", "sits_on_table", "sits_on_bed", "sits_on_floor",
    "kneels", "half_kneels_near", "half_kneels_far", "on_hands_and_knees", "on_hand_and_knee",
    "lies_on_back", "lies_hips_lifted", "lies_on_front", "lies_on_other_side", "lies_on_own_side",
]  # fmt: skip
# The least and the most, both included.
Span = tuple[Degrees, Degrees]


class Shows(Model):
    """What must be seen of a pose, from the steps and the facts; it is measured on the joints that are drawn.

    `knee`, `ankle` and `heel` are of the working leg, which is the near one; an ankle is 0 where the foot is
    square to the shin, and more where the toes are nearer to it. `trunk` leans forward from upright.
    `other_foot` is where the other foot stands, seen from the working one; `seat` is the part of the chair
    that is sat on. What is felt lies within `felt`. `hands` are all that are drawn, `arrows` what they move,
    in their order.
    """

    position: Position | None = None
    """How the person stands or sits."""
    knee: Span | None = None
    """The least and the most degrees of the working knee."""
    ankle: Span | None = None
    """The least and the most degrees of the working ankle; 0 is square to the shin."""
    heel: Literal["down", "up", "below"] | None = None
    """Whether the working heel is down, up, or below the edge of the step."""
    other_knee: Span | None = None
    """The least and the most degrees of the other knee."""
    other_foot: Literal["in_front", "behind", "beside", "lifted"] | None = None
    """Where the other foot stands, seen from the working one."""
    trunk: Span | None = None
    """The least and the most degrees that the trunk leans forward."""
    hands: Annotated[tuple[Hold, ...], Field(max_length=2)] | None = None
    """What each hand lies on, holds or is near."""
    seat: Literal["front", "back"] | None = None
    """The part of the chair that is sat on."""
    felt: Feel | None = None
    """Where the exercise is felt, at most."""
    keep_off: Literal["knee_hollow"] | None = None
    """What may not be pressed."""
    arrows: tuple[Moving, ...] | None = None
    """What the arrows move, in their order."""

    @model_validator(mode="after")
    def _least_first(self) -> Self:
        for name in ("knee", "ankle", "other_knee", "trunk"):
            span = getattr(self, name)
            if span is not None and span[0] > span[1]:
                raise ValueError(
                    f"`{name}` is the least and the most degrees; {span[0]:g} is more than {span[1]:g}"
                )
        return self


class ShowsAll(Shows):
    """What must be seen of the pose that counts, and of those before it: `start`, `between` and `next`."""

    start: Shows | None = None
    """The same of the start pose, where one is drawn."""
    between: Shows | None = None
    """The same of the pose after the start, where three are drawn."""
    next: Shows | None = None
    """The same of the one after that, where four are drawn."""
