"""What can be said of the pose of a person seen from the front, from behind or from above."""

from collections.abc import Iterator

from handouts.drawing.front_view import fingertips
from handouts.drawing.legs_said import lying_legs
from handouts.drawing.said import HeadSaid, LegSaid, Posture, Whose
from handouts.schema.arms import FrontArm
from handouts.schema.figure import Figure, Hold, Position
from handouts.schema.people import FrontHead, FrontPerson
from handouts.schema.things import Things, Top

# A hand at most so far above a worktop is near it.
_NEAR_WORKTOP = 6.0
# Arms farther from the body are out at its sides, in degrees.
_WIDE = 40.0
# A seat at most so far from the top of a thing is on it, in percent of body height.
_ON_TOP = 1.0


def posture_in_front(figure: Figure, person: FrontPerson) -> Posture:
    """Return the pose of a person whose right leg is the near one: figures are drawn for the right side."""
    if person.from_above:
        return _on_mat(person)
    if person.lies_at is not None:
        return _on_side(figure, person)
    return _upright(figure, person)


def _upright(figure: Figure, person: FrontPerson) -> Posture:
    """Return the pose of a person who stands or sits."""
    lifted = {"near": person.right_leg, "far": person.left_leg}
    up: list[Whose] = [whose for whose, leg in lifted.items() if leg.hip_bend_degrees]  # type: ignore[misc]
    position: Position = "stands"
    if person.sits_at is not None:
        position = seat_of(figure, person.sits_at)
    elif figure.things.wall is not None:
        position = "stands_beside_wall"
    elif up:
        position = "stands_on_near_leg" if up == ["far"] else "stands_on_far_leg"
    arms = zip((person.right_arm, person.left_arm), fingertips(person), strict=True)
    holds = [_hold_in_front(arm, tip, figure.things) for arm, tip in arms]
    return Posture(
        position=position,
        ground="floor",
        lean="upright",
        hands=tuple(hold for hold in holds if hold is not None),
        legs=(
            tuple(LegSaid(whose, "lifted", None, "bent") for whose in up)
            if person.sits_at is None
            else tuple(_sitting_legs(person))
        ),
        bare=False,
        head=_front_head(person.head),
        shoulders_up=person.shoulders_up > 0,
    )


def _on_mat(person: FrontPerson) -> Posture:
    """Return the pose of a person who lies on the back and is seen from above."""
    wide = min(person.right_arm.out_degrees, person.left_arm.out_degrees) > _WIDE
    rolled = any(leg.aside_degrees < 0 for leg in (person.right_leg, person.left_leg))
    hold: Hold = "out_wide" if wide else "sides"
    legs = [LegSaid("both", "rolled", None, None) if rolled else LegSaid("both", "flat", None, "bent")]
    if person.right_leg.across:
        hold = "behind_knee"
        legs = [LegSaid("near", "across", None, None), LegSaid("far", "drawn_up", None, None)]
    return Posture(
        position="lies_on_back",
        ground="floor",
        lean=None,
        hands=(hold, hold),
        legs=tuple(legs),
        bare=person.right_leg.across,
        head_on_pillow=True,
    )


def _on_side(figure: Figure, person: FrontPerson) -> Posture:
    """Return the pose of a person who lies on a side."""
    bed, low = figure.things.bed, person.lies_at or 0
    pillows, own = figure.things.pillows, person.lies_on == "right"
    return Posture(
        position="lies_on_own_side" if own else "lies_on_other_side",
        ground="bed" if bed and bed.height <= low else "floor",
        lean=None,
        hands=("other_wrist",) if person.left_arm.on == "other_wrist" else (),
        legs=lying_legs(person),
        bare=False,
        head_on_pillow=any(one.right < 0 if own else one.left > 0 for one in pillows),
    )


def _hold_in_front(arm: FrontArm, tip: complex, things: Things) -> Hold | None:
    """Return what a hand of a person seen from the front lies on, holds or is near, or how its arm is."""
    held = _held_in_front(arm, things)
    if held is not None:
        return held
    worktop = things.worktop
    if worktop and tip.real > worktop.edge and 0 <= tip.imag - worktop.height < _NEAR_WORKTOP:
        return "near_worktop"
    return "out_wide" if arm.out_degrees > _WIDE else None


def _held_in_front(arm: FrontArm, things: Things) -> Hold | None:
    """Return what a hand of a person seen from the front lies on or holds."""
    if arm.grip == "fist":
        if things.towel_between_hands:
            return "towel_roll"
        return "weight" if things.weights else "band" if things.band_under_feet or things.band else None
    return arm.on


def _front_head(head: FrontHead) -> HeadSaid | None:
    if head.turn_degrees:
        return "turned_down" if head.nod_degrees else "turned"
    if head.tilt_degrees:
        return "to_near_shoulder" if head.tilt_degrees > 0 else "to_far_shoulder"
    return "nods" if head.nod_degrees else None


def _sitting_legs(person: FrontPerson) -> Iterator[LegSaid]:
    """Yield the legs of a person who sits and is seen from the front."""
    across = person.right_leg.across, person.left_leg.across
    if not any(across):
        yield LegSaid("both", "flat", None, "bent")
        return
    both: tuple[Whose, Whose] = ("near", "far")
    for whose, lies in zip(both, across, strict=True):
        yield LegSaid(whose, "across", None, None) if lies else LegSaid(whose, "flat", None, "bent")


def seat_of(figure: Figure, height: float) -> Position:
    """Return what a person sits on whose seat is so high."""
    things = figure.things
    if height < _ON_TOP:
        return "sits_on_floor"
    seats: tuple[tuple[Position, Top | None], ...] = (
        ("sits_on_stool", things.stool),
        ("sits_on_table", things.table),
        ("sits_on_bed", things.bed),
    )
    on = (position for position, seat in seats if seat and abs(seat.height - height) < _ON_TOP)
    return next(on, "sits_on_chair")
