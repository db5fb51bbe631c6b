"""A figure is compared with what its exercise says must be seen, so that a pose that drifts is told."""

from collections.abc import Iterator
from typing import Any

from handouts.drawing.curves import degrees_of
from handouts.drawing.pose import bones_of
from handouts.drawing.posture import HEEL_UP, SIDE_BY_SIDE, knee_degrees, posture_of
from handouts.schema.figure import Figure, FrontPerson, SidePerson
from handouts.schema.shows import Shows, ShowsAll

# One who sits near the front of a chair has the hip joint so far from its back edge at least.
_FRONT_OF_SEAT = 13.0


def unlike(figure: Figure, shows: ShowsAll) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what of `shows` is not so in a figure: where it stands in it, and both values in words.

    Raises ValueError for a figure that cannot be posed.
    """
    for start in (False, True):
        wanted: Shows | None = shows.start if start else shows
        person = next((one for one in figure.people if one.faded is start), None)
        if wanted is None:
            continue
        if person is None:
            yield ("start",), "shows no start pose"
            continue
        seen = _seen(figure, person)
        where = ("start",) if start else ()
        for name in wanted.model_fields_set - {"start"}:
            told = _differs(seen.get(name), getattr(wanted, name))
            if told:
                yield (*where, name), told


def _differs(seen: Any, wanted: Any) -> str:
    """Return both values in words if what is seen is not what is wanted."""
    if isinstance(seen, float):
        least, most = wanted
        # Angles are told in whole degrees.
        return (
            ""
            if least - 0.5 <= seen <= most + 0.5
            else f"shows {seen:.0f} degrees, not {least:g} to {most:g}"
        )
    if hasattr(wanted, "part"):
        inside = seen and seen.part == wanted.part and wanted.start <= seen.start and seen.end <= wanted.end
        return "" if inside else f"shows {_patch(seen)}, not within {_patch(wanted)}"
    return "" if seen == wanted else f"shows {_named(seen)}, not {_named(wanted)}"


def _patch(feel: Any) -> str:
    return f"{feel.part} {feel.start:g} to {feel.end:g}" if feel else "none"


def _named(value: Any) -> str:
    return ", ".join(value) or "none" if isinstance(value, tuple) else str(value or "none")


def _seen(figure: Figure, person: SidePerson | FrontPerson) -> dict[str, Any]:
    """Return what is seen of a pose, by the names of `Shows`."""
    posture = posture_of(figure, person)
    common = {
        "position": posture.position,
        "hands": tuple(hands.hold for hands in posture.hands for _ in range(hands.count)),
        "felt": person.feel,
        "arrows": tuple(arrow.moves for arrow in figure.arrows),
    }
    return common | (_from_side(figure, person) if isinstance(person, SidePerson) else _from_front(person))


def _from_side(figure: Figure, person: SidePerson) -> dict[str, Any]:
    bones = bones_of(figure, person)
    near, far = bones.near_leg, bones.far_leg
    seen: dict[str, Any] = {
        "knee": knee_degrees(near, bones.hip),
        "ankle": 90 - degrees_of(near.knee - near.ankle) - near.heel_up,
        "heel": "up" if near.heel_up >= HEEL_UP else "down",
        "trunk": float(person.trunk.lean_degrees),
        "keep_off": person.keep_off,
    }
    if far is not None:
        ahead = far.ankle.real - near.ankle.real
        seen["other_knee"] = knee_degrees(far, bones.hip)
        seen["other_foot"] = "beside" if abs(ahead) < SIDE_BY_SIDE else "in_front" if ahead > 0 else "behind"
    if figure.things.chair is not None:
        forward = bones.hip.real - figure.things.chair.back_edge
        seen["seat"] = "front" if forward >= _FRONT_OF_SEAT else "back"
    return seen


def _from_front(person: FrontPerson) -> dict[str, Any]:
    near, far = person.right_leg, person.left_leg
    return {
        "knee": float(near.knee_bend_degrees),
        "heel": "up" if near.hip_bend_degrees else "down",
        "other_knee": float(far.knee_bend_degrees),
        "other_foot": "lifted" if far.hip_bend_degrees else "beside",
        "trunk": 0.0,
    }
