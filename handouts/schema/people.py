"""How a person in a picture is posed, as numbers.

Lengths and places are percent of body height, x to the right and y up from the floor; the person looks
to the right, and the near side is the patient's own. Angles are degrees; a share runs from 0 at the
upper joint to 1 at the lower one.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from handouts.schema.arms import Arm, FrontArm
from handouts.schema.base import Model
from handouts.schema.things import Degrees, Length, Percent, Place, Share, exactly_one

Role = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]


HairStyle = Literal["short", "bun", "ponytail"]
Build = Literal["slim", "usual", "broad"]


class Look(Model):
    """Colour roles of a person; each garment also has a `…_shade` and a `…_seam`."""

    skin: Role = "light_skin"
    hair: Role = "dark_hair"
    hair_style: HairStyle = "short"
    build: Build = "usual"
    shirt: Role = "teal_shirt"
    shorts: Role = "dark_shorts"


class People(Model):
    """How the people in all pictures of a plan look; what is left out is as each picture has it."""

    skin: Literal["light", "brown"] | None = None
    """The colour of their skin."""
    hair: Literal["black", "dark", "brown", "grey"] | None = None
    """The colour of their hair."""
    hair_style: HairStyle | None = None
    """How they wear it."""
    build: Build | None = None
    """Whether they are slim, broad or neither."""
    shirt: Literal["teal", "yellow", "plum"] | None = None
    """The colour of their shirts."""

    def dressed(self, person: "Person") -> "Person":
        """Return a person of a picture who looks so; shorts stand out from the skin on grey paper, too."""
        roles = {key: f"{value}_{key}" for key in ("skin", "hair", "shirt") if (value := getattr(self, key))}
        # Nobody lies on a bun.
        lies = isinstance(person, SidePerson) and person.pelvis.lies_on is not None
        if self.hair_style and not lies:
            roles["hair_style"] = self.hair_style
        if self.build:
            roles["build"] = self.build
        if self.skin:
            roles["shorts"] = "pale_shorts" if self.skin == "brown" else "dark_shorts"
        return person.model_copy(update={"look": person.look.model_copy(update=roles)})


class Pelvis(Model):
    """Where the hips are: above a planted foot or knee, on a seat, lying on something, or at a place.

    Over a leg that kneels, `knee_bend_degrees` is 90 where the thigh is upright. Who lies has a trunk that
    leans far back (on the back) or far forward (on the front); their hips may be `lifted` by so much.
    """

    over: Literal["near_leg", "far_leg"] | None = None
    shin_lean_degrees: Degrees = 0
    knee_bend_degrees: Annotated[float, Field(ge=0, le=150)] = 0
    sits_on: Place | None = None
    lies_on: Place | None = None
    lifted: Annotated[float, Field(ge=0, le=25)] = 0
    at: Place | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "over", "sits_on", "lies_on", "at")
        return self


class Trunk(Model):
    """Lean forward from upright (90 is face down), and how far the back is rounded."""

    lean_degrees: Degrees = 0
    slouch_degrees: Annotated[float, Field(ge=-40, le=80)] = 0


class Head(Model):
    """The head looks straight on unless it nods down or lies in line with the trunk.

    It is `ahead` of its place by so much, or behind it where that is negative.
    """

    nod_degrees: Degrees = 0
    ahead: Annotated[float, Field(ge=-3, le=3)] = 0
    follows_trunk: bool = False


class CalfOn(Model):
    """What a calf rests on, and at which share of it."""

    thing: Literal["roller", "ball", "other_knee"]
    at: Share


class Leg(Model):
    """Where a leg is: its foot, ankle or knee at a place, its calf on something, or its angles.

    `foot_at` is the ground under the ankle of a flat foot. `heel_up_degrees` tilts the foot about its ball,
    or about its heel with `stands_on: heel`; the toes of a foot on its ball stay flat. `knee_at` is the
    ground that the leg kneels on, its shin along it and its foot behind. `thigh_degrees` is how far the thigh
    is ahead of straight down.
    """

    foot_at: Place | None = None
    ankle_at: Place | None = None
    knee_at: Place | None = None
    calf_on: CalfOn | None = None
    thigh_degrees: Degrees | None = None
    knee_bend_degrees: Annotated[float, Field(ge=0, le=150)] = 0
    heel_up_degrees: Degrees = 0
    stands_on: Literal["ball", "heel"] = "ball"

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "foot_at", "ankle_at", "knee_at", "calf_on", "thigh_degrees")
        return self


class Feel(Model):
    """Where the exercise is felt between two shares: of the back of calf or thigh, of the shin, or the sole.

    The share of a sole runs from the heel to the toes.
    """

    part: Literal["calf", "thigh", "shin", "thigh_front", "sole", "shoulder_top", "hip_side"] = "calf"
    """Where it is felt: calf, thigh, shin, front of the thigh, sole, top of the shoulder, side of the hip."""
    start: Share
    """Where the feeling begins, from 0 at the top to 1."""
    end: Share
    """Where the feeling ends, from 0 at the top to 1."""


class Shown(Model):
    """How a person is shown; `faded` is a start pose shown beside the one that counts.

    A pose is told where it is done; it is drawn `moved_by` so much along the floor, with a wall, chair,
    worktop or step of its own, pale where the pose is faded. One before the last that is not faded is another
    way to do the same.
    """

    faded: bool = False
    moved_by: Percent = 0
    look: Look = Look()


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
    """A leg seen from the front: where its foot stands, or how far hip and knee bend when it is lifted.

    Of one who sits, a leg that lies `across` has its bare ankle on the other thigh. A leg goes `aside` from
    the other one, or where that is negative toward it; where it is bent its knee does, and its foot stays.
    """

    out: Percent = 5.2
    aside_degrees: Annotated[float, Field(ge=-60, le=60)] = 0
    across: bool = False
    hip_bend_degrees: Annotated[float, Field(ge=0, le=85)] = 0
    knee_bend_degrees: Annotated[float, Field(ge=0, le=110)] = 0


class FrontHead(Model):
    """A head seen from the front: its ear tilts to a shoulder, its face turns, both to the own right."""

    tilt_degrees: Annotated[float, Field(ge=-45, le=45)] = 0
    turn_degrees: Annotated[float, Field(ge=-70, le=70)] = 0
    nod_degrees: Annotated[float, Field(ge=0, le=45)] = 0


class FrontPerson(Shown):
    """A person seen from the front, or `from_behind`; their right side is at the left, or the right.

    Their middle is at x 0. They stand, sit on a seat of the height `sits_at`, or lie on the side that
    `lies_on` tells, head to the right where that is the left one, on what is as high as `lies_at`; or they
    lie on the back, on a mat that is seen `from_above`, the head at its top, both knees bent. Their shoulders
    are lifted by `shoulders_up`.

    `feel` is at both edges of the calf of the right leg, which is all of it that is seen from here; of the
    shoulder it is from the neck to the shoulder of the right side, of the hip over its right side.
    """

    view: Literal["front"]
    from_behind: bool = False
    from_above: bool = False
    sits_at: Length | None = None
    lies_at: Annotated[float, Field(ge=0, le=60)] | None = None
    lies_on: Literal["left", "right"] = "left"
    shoulders_up: Annotated[float, Field(ge=0, le=5)] = 0
    head: FrontHead = FrontHead()
    right_leg: FrontLeg = FrontLeg()
    left_leg: FrontLeg = FrontLeg()
    right_arm: FrontArm = FrontArm()
    left_arm: FrontArm = FrontArm()
    feel: Feel | None = None


Person = Annotated[SidePerson | FrontPerson, Field(discriminator="view")]
