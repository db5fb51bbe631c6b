"""A picture of posed people, as numbers.

Lengths and places are percent of body height, x to the right and y up from the floor; the person looks
to the right, and the near side is the patient's own. Angles are degrees; a share runs from 0 at the
upper joint to 1 at the lower one.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from handouts.schema.base import Id, Model
from handouts.schema.things import Degrees, Length, Percent, Place, Share, Things, exactly_one

Role = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
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


class Look(Model):
    """Colour roles of a person; each garment also has a `…_shade` and a `…_seam`."""

    skin: Role = "light_skin"
    hair: Role = "dark_hair"
    hair_style: Literal["short", "bun", "ponytail"] = "short"
    shirt: Role = "teal_shirt"
    shorts: Role = "dark_shorts"


class Pelvis(Model):
    """Where the hips are: above a planted foot, on a seat or the floor, or at a place."""

    over: Literal["near_leg", "far_leg"] | None = None
    shin_lean_degrees: Degrees = 0
    knee_bend_degrees: Annotated[float, Field(ge=0, le=150)] = 0
    sits_on: Place | None = None
    at: Place | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "over", "sits_on", "at")
        return self


class Trunk(Model):
    """Lean forward from upright (90 is face down), and how far the back is rounded."""

    lean_degrees: Degrees = 0
    slouch_degrees: Annotated[float, Field(ge=-40, le=80)] = 0


class Head(Model):
    """The head looks straight on unless it nods down or lies in line with the trunk."""

    nod_degrees: Degrees = 0
    follows_trunk: bool = False


class Leg(Model):
    """Where a leg is: its foot or ankle at a place, or its calf on the roller.

    `foot_at` is the ground under the ankle of a flat foot. `heel_up_degrees` tilts the foot; the toes of
    a foot on the ground stay flat unless `toes_up_degrees` says otherwise.
    """

    foot_at: Place | None = None
    ankle_at: Place | None = None
    calf_on_roller: Share | None = None
    knee_bend_degrees: Annotated[float, Field(ge=0, le=150)] = 0
    heel_up_degrees: Degrees = 0
    toes_up_degrees: Degrees | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "foot_at", "ankle_at", "calf_on_roller")
        return self


class HandOn(Model):
    """A surface to touch: at a height of the wall, an x of the floor, a share of a thigh or shin.

    A hand on `near_shin` holds it from the viewer's side with the thumb at its back, one on
    `near_shin_inside` from the other side. On a wall the palm lies flat, or only the `fingers` touch it.
    """

    surface: Literal["wall", "floor", "near_thigh", "far_thigh", "near_shin", "near_shin_inside"]
    at: Percent
    touch: Literal["palm", "fingers"] = "palm"

    @model_validator(mode="after")
    def _fingers_on_a_wall(self) -> Self:
        if self.touch == "fingers" and self.surface != "wall":
            raise ValueError(f"`touch: fingers` is for a wall; this surface is `{self.surface}`")
        return self


class Arm(Model):
    """Where an arm is: its hand on a surface or at a place, or by its angles.

    `hand_degrees` is the direction of the fingers, counter-clockwise from straight ahead; of a hand
    round a shin, from straight down it.
    """

    hand_on: HandOn | None = None
    hand_at: Place | None = None
    shoulder_degrees: Degrees | None = None
    elbow_bend_degrees: Degrees = 10
    elbow: Literal["back", "front"] = "back"
    grip: Literal["relaxed", "flat", "fist"] = "relaxed"
    hand_degrees: Degrees | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "hand_on", "hand_at", "shoulder_degrees")
        return self


class Feel(Model):
    """Where the exercise is felt: the back of the calf or of the thigh, between two shares."""

    part: Literal["calf", "thigh"] = "calf"
    """Where it is felt: the calf or the thigh."""
    start: Share
    """Where the feeling begins, from 0 at the top to 1."""
    end: Share
    """Where the feeling ends, from 0 at the top to 1."""


class Shown(Model):
    """How a person is shown; `faded` is a start pose shown beside the one that counts.

    A faded pose is told where it is done; it is drawn `moved_by` so much along the floor, with a pale wall,
    chair or worktop of its own.
    """

    faded: bool = False
    moved_by: Percent = 0
    look: Look = Look()

    @model_validator(mode="after")
    def _only_a_start_is_moved(self) -> Self:
        if self.moved_by and not self.faded:
            raise ValueError("`moved_by` is for a start pose, with `faded: true`")
        return self


class SidePerson(Shown):
    """A person seen from the side; `keep_off` marks where this leg must not be pressed."""

    view: Literal["side"]
    feet: Literal["shoes", "bare"] = "shoes"
    pelvis: Pelvis
    trunk: Trunk = Trunk()
    head: Head = Head()
    near_leg: Leg
    far_leg: Leg | None = None
    near_arm: Arm | None = None
    far_arm: Arm | None = None
    feel: Feel | None = None
    keep_off: Literal["knee_hollow"] | None = None


class FrontLeg(Model):
    """A leg seen from the front: where its foot stands, or how far hip and knee bend when it is lifted."""

    out: Percent = 5.2
    hip_bend_degrees: Annotated[float, Field(ge=0, le=60)] = 0
    knee_bend_degrees: Annotated[float, Field(ge=0, le=90)] = 0


class FrontArm(Model):
    """An arm seen from the front: by its angles from the body, or with its hand on the worktop at an x."""

    out_degrees: Degrees = 9
    elbow_bend_degrees: Degrees = -4
    on_worktop_at: Percent | None = None


class FrontPerson(Shown):
    """A person seen from the front; their right side is at the left of the picture.

    `feel` is at both edges of the calf of the right leg, which is all of it that is seen from here.
    """

    view: Literal["front"]
    at: Percent = 0
    right_leg: FrontLeg = FrontLeg()
    left_leg: FrontLeg = FrontLeg()
    right_arm: FrontArm = FrontArm()
    left_arm: FrontArm = FrontArm()
    feel: Feel | None = None


Person = Annotated[SidePerson | FrontPerson, Field(discriminator="view")]


ArrowPoint = Place | tuple[Joint, Percent, Percent]


# What an arrow can move: of the near side, but for `heels`, `hips`, `trunk` and `other_foot`.
Moving = Literal["knee", "heel", "heels", "hips", "trunk", "toes", "calf", "thumb", "other_foot"]


class Movement(Model):
    """An arrow along a line; a point may stand off a joint of the last person, to follow the pose."""

    moves: Moving
    line: Annotated[tuple[ArrowPoint, ...], Field(min_length=2, max_length=4)]
    both_ways: bool = False


class CloseUp(Model):
    """A lens that shows a drawing of its own for what lies round `of`."""

    drawing: Literal["toe-curl"]
    of: Place
    of_radius: Length
    at: Place
    radius: Length


class Figure(Model):
    """One picture of posed people; what is said in its place is made from these numbers."""

    id: Id
    box: Box
    things: Things = Things()
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=2)]
    arrows: Annotated[tuple[Movement, ...], Field(max_length=3)] = ()
    close_up: CloseUp | None = None
