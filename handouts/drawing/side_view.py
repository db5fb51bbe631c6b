"""A person seen from the side, in painting order."""

from dataclasses import dataclass

from handouts.drawing.inking import Style, faded_style, far_style, near_style
from handouts.drawing.picture import Clip, Shape
from handouts.drawing.side_arm import draw_arm, draw_far_sleeve, draw_near_sleeve
from handouts.drawing.side_clothes import (
    Shirt,
    collar_seam,
    draw_far_shorts,
    draw_shirt,
    draw_shorts,
    shirt_of,
    shorts_outlines,
)
from handouts.drawing.side_head import draw_head
from handouts.drawing.side_leg import draw_leg, felt_patch, knee_hollow
from handouts.drawing.skeleton import Skeleton
from handouts.schema.figure import SidePerson


@dataclass(frozen=True, slots=True)
class Layers:
    """A person's shapes from far to near; things go between them.

    A roller lies between `far` and `middle`, a towel between `middle` and `near`.
    """

    far: tuple[Shape, ...]
    middle: tuple[Shape, ...]
    near: tuple[Shape, ...]


def draw_side(person: SidePerson, bones: Skeleton) -> Layers:
    """Return a person from the side."""
    near = faded_style(person.look) if person.faded else near_style(person.look)
    far = near if person.faded else far_style(person.look)
    shirt = shirt_of(bones)
    return Layers(
        far=tuple(_far(bones, far)),
        middle=tuple(_middle(person, bones, shirt, near)),
        near=tuple(_near(bones, shirt, near)),
    )


def _far(bones: Skeleton, style: Style) -> list[Shape]:
    """Return the arm and the leg that are farther from the viewer."""
    arm: list[Shape] = []
    leg: list[Shape] = []
    if bones.far_arm is not None:
        arm = draw_arm(bones.shoulder, bones.far_arm, style)
        arm += draw_far_sleeve(bones.shoulder, bones.far_arm, style)
    if bones.far_leg is not None:
        leg = draw_leg(bones.hip, bones.far_leg, style, shod=bones.shod)
        leg += draw_far_shorts(bones.hip, bones.far_leg, style)
    # A far hand that holds the near leg is nearer than the far leg.
    holds = bones.far_arm is not None and bones.far_arm.grip == "hold"
    return leg + arm if holds else arm + leg


def _middle(person: SidePerson, bones: Skeleton, shirt: Shirt, style: Style) -> list[Shape]:
    """Return head, near leg, shorts and shirt."""
    leg = bones.near_leg
    felt = [] if person.feel is None else felt_patch(person.feel, hip=bones.hip, leg=leg)
    hollow, cross = ([], []) if person.keep_off is None else knee_hollow(bones.hip, leg)
    shapes = draw_head(bones, person.head, style)
    shapes += draw_leg(bones.hip, leg, style, shod=bones.shod, felt=[*felt, *hollow])
    shapes += cross
    shapes += draw_shorts(bones, style)
    if person.feel is not None and person.feel.part == "thigh":
        shapes.append(Clip(tuple(shorts_outlines(bones)[0]), tuple(felt)))
    return shapes + draw_shirt(shirt, bones, style)


def _near(bones: Skeleton, shirt: Shirt, style: Style) -> list[Shape]:
    """Return the arm on the viewer's side, with its sleeve over it."""
    arm = bones.near_arm
    if arm is None:
        return []
    outline = shirt.outline
    seam = Clip(outline, (collar_seam(shirt, bones, style),))
    shapes = draw_arm(bones.shoulder, arm, style)
    sleeve = draw_near_sleeve(bones.shoulder, arm, style, shirt=outline)
    return [*shapes, sleeve[0], seam, *sleeve[1:]]
