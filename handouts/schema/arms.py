"""How the arms of a person in a picture are posed, as numbers; lengths and angles are as of the person."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import Model
from handouts.schema.things import Degrees, Percent, Place, exactly_one

# What a hand can lie on, at an x, a height or a share; only fingers touch, or the fist holds it.
Surface = Literal[
    "wall", "floor", "bed", "seat", "worktop", "table", "chair_back", "rail",
    "near_thigh", "far_thigh", "near_shin", "near_shin_inside",
]  # fmt: skip


class HandOn(Model):
    """A surface to touch: at a height of the wall, an x of what is level, a share of a thigh or shin.

    A hand on `near_shin` holds it from the viewer's side with the thumb at its back, one on
    `near_shin_inside` from the other side. On a wall or a top the palm lies flat, or only the `fingers`
    touch it; a fist is round the rail, at an x, and round the `chair_back`, at its height.
    """

    surface: Surface
    at: Percent
    touch: Literal["palm", "fingers"] = "palm"

    @model_validator(mode="after")
    def _fingers_on_what_stands(self) -> Self:
        if self.touch == "fingers" and self.surface not in ("wall", "worktop", "table"):
            raise ValueError(
                f"`touch: fingers` is for a wall, a worktop or a table; this surface is `{self.surface}`"
            )
        return self


class Arm(Model):
    """Where an arm is: its hand on a surface or at a place, its forearm on a table, or by its angles.

    `hand_degrees` is the direction of the fingers, counter-clockwise from straight ahead; of a hand
    round a shin, from straight down it. `forearm_seen` is how long a forearm looks that lies across the
    chest, with the angles of the arm. A `forearm_on_table` lies along it, its hand past the table's edge.
    """

    hand_on: HandOn | None = None
    hand_at: Place | None = None
    forearm_on_table: Literal[True] | None = None
    shoulder_degrees: Degrees | None = None
    elbow_bend_degrees: Degrees = 10
    forearm_seen: Annotated[float, Field(ge=0.2, le=1)] = 1
    elbow: Literal["back", "front"] = "back"
    grip: Literal["relaxed", "flat", "fist"] = "relaxed"
    hand_degrees: Degrees | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        exactly_one(self, "hand_on", "hand_at", "forearm_on_table", "shoulder_degrees")
        return self


class FrontArm(Model):
    """An arm seen from the front: by its angles, or with its hand on the body.

    On the `toes` it is round those of the foot that lies across; on the `other_arm` it holds that above the
    elbow. A forearm on a `door_frame` and the back of a hand on the wall are posed by their angles, too. A
    `fist` holds the weights, the band or the towel of the picture. `forearm_seen` is how long a forearm looks
    that points partly at the viewer, and `upper_seen` an upper arm; `thumb_out` turns the thumb away from the
    body.
    """

    out_degrees: Degrees = 9
    elbow_bend_degrees: Degrees = -4
    on: (
        Literal[
            "thigh", "seat", "head", "forehead", "temple", "head_back",
            "other_shoulder", "other_arm", "other_wrist", "toes", "door_frame", "wall_hand_back",
        ]
        | None
    ) = None  # fmt: skip
    forearm_seen: Annotated[float, Field(ge=0.2, le=1)] = 1
    upper_seen: Annotated[float, Field(ge=0.2, le=1)] = 1
    thumb_out: bool = False
    grip: Literal["relaxed", "fist"] = "relaxed"
