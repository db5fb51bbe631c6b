"""Which part of the body a thing is for, by the id of the warning signs that are said of it."""

from collections.abc import Iterable, Iterator, Sequence

from handouts.library.conditions import GENERAL, usual_exercises
from handouts.library.content import Library
from handouts.library.own_exercises import written_or_found
from handouts.schema.condition import Condition
from handouts.schema.exercise import Exercise
from handouts.schema.plan import Plan


def parts_of_exercises(plan: Plan, conditions: Sequence[Condition], library: Library) -> set[str]:
    """Return the warning signs of the exercises of a plan, or of the usual ones, as far as they are there."""
    chosen = usual_exercises(conditions) if plan.exercises is None else plan.exercises
    there = (one for one in chosen if one.own or not library.missing("exercises", one.exercise))
    return {*safeties_of((written_or_found(one, library) for one in there), conditions, library)}


def safeties_of(
    exercises: Iterable[Exercise], conditions: Sequence[Condition], library: Library
) -> Iterator[str]:
    """Yield the warning signs of each exercise, for those of the conditions the conditions' own.

    An exercise is for the part that it names, or for the condition's where it is also for that; else for that
    of the first of its muscles that has a region.
    One that says nothing is taken to be for a condition of the same limb, or for one that has no region;
    else it can be for any part of the body, and the general signs are said of it.
    """
    limbs = [library.find_region(one.region).limb if one.region else None for one in conditions]
    for exercise in exercises:
        named = _named(exercise, conditions) or _of_muscles(exercise, conditions, library)
        fitting = (one.safety for one, limb in zip(conditions, limbs, strict=True) if limb == exercise.limb)
        open_to_all = (one.safety for one, limb in zip(conditions, limbs, strict=True) if limb is None)
        yield named or next(fitting, None) or next(open_to_all, GENERAL)


def _named(exercise: Exercise, conditions: Sequence[Condition]) -> str | None:
    """Return the warning signs an exercise names: its own, or those of another part that a plan is for."""
    of_plan = {one.safety for one in conditions}
    return next((one for one in (exercise.safety, *exercise.also_for) if one in of_plan), exercise.safety)


def _of_muscles(exercise: Exercise, conditions: Sequence[Condition], library: Library) -> str | None:
    """Return the warning signs of the region of its first muscle that has one; None where none is known."""
    known = {*library.ids("muscles")}
    regions = (library.find_muscle(one).region for one in exercise.targets if one in known)
    region = next(filter(None, regions), None)
    own = next((one.safety for one in conditions if region and one.region == region), None)
    return own or (library.find_region(region).safety if region else None)
