"""What a plan is about and what it gives: its conditions, its exercises, and the part of the body of each.

The part of the body is told by the id of the warning signs that are said of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from handouts.library.content import Library
from handouts.problems import Problem
from handouts.schema.condition import Condition
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.plan import Plan
from handouts.source import Location, Source

# What a plan without a condition is about.
GENERAL = "general"


def find_conditions(named: Sequence[str] | None, library: Library) -> tuple[Condition, ...]:
    """Return the conditions that a plan names, or the general one; raise ContentError for one not there."""
    return tuple(map(library.find_condition, named or (GENERAL,)))


def facts_of(plan: Plan, conditions: Sequence[Condition]) -> tuple[str, ...]:
    """Return what is true of the person of a plan: what the plan says, and what its conditions bring."""
    own = plan.patient.facts if plan.patient else ()
    return tuple(dict.fromkeys((*own, *(fact for one in conditions for fact in one.facts))))


def usual_exercises(conditions: Sequence[Condition]) -> tuple[Chosen, ...]:
    """Return the usual exercises of conditions, each once, with the dose of the first that has it."""
    chosen: list[Chosen] = []
    for condition in conditions:
        before = {one.exercise for one in chosen}
        chosen += [one for one in condition.exercises if one.exercise not in before]
    return tuple(chosen)


def chosen_exercises(plan: Plan, conditions: Sequence[Condition]) -> Sequence[Chosen]:
    """Return the exercises of a plan, or the usual ones of its conditions."""
    return usual_exercises(conditions) if plan.exercises is None else plan.exercises


def usual_blocks(conditions: Sequence[Condition]) -> tuple[str, ...]:
    """Return the usual blocks of conditions, each once; one that the first lacks follows its neighbour."""
    blocks: list[str] = []
    for condition in conditions:
        at = 0
        for block in condition.blocks:
            if block not in blocks:
                blocks.insert(at, block)
            at = blocks.index(block) + 1
    return tuple(blocks)


def written_or_found(chosen: Chosen, library: Library) -> Exercise:
    """Return the exercise that is chosen; raise ContentError where there is none, or a wrong one."""
    return chosen.own or library.find_exercise(chosen.exercise)


def with_pictures_found(plan: Plan, source: Source) -> Plan:
    """Return a plan whose exercises of its own have their pictures looked up beside its file."""
    if not any(one.own and one.own.photos for one in plan.exercises or ()):
        return plan
    found = tuple(
        one.model_copy(update={"own": one.own.seen_from(_file_of(source, at).parent)}) if one.own else one
        for at, one in enumerate(plan.exercises or ())
    )
    return plan.model_copy(update={"exercises": found})


def unfit_own(plan: Plan, source: Source, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the exercises that a plan writes out, beside what the model tells."""
    for at, one in enumerate(plan.exercises or ()):
        if one.own:
            yield from library.faults(one.own, source.part(_place(at)))


def own_photos(plan: Plan) -> list[Path]:
    """Return the pictures of the exercises that a plan writes out."""
    return [photo.path for one in plan.exercises or () if one.own for photo in one.own.photos]


def named_pictures(source: Source | None) -> Iterator[Path]:
    """Yield the pictures that a plan names, be it right or not."""
    items = source.get("exercises") if source else None
    for at, one in enumerate(items if isinstance(items, tuple) else ()):
        if source and isinstance(one, Mapping):
            pictures = one.get("pictures")
            listed = pictures if isinstance(pictures, tuple) else ()
            names = [one.get("picture"), *(each.get("file") for each in listed if isinstance(each, Mapping))]
            yield from (_file_of(source, at).parent / name for name in names if isinstance(name, str))


def _place(at: int) -> Location:
    return ("exercises", at, "own")


def _file_of(source: Source, at: int) -> Path:
    return source.place(_place(at)).path or source.path


def parts_of_exercises(plan: Plan, conditions: Sequence[Condition], library: Library) -> set[str]:
    """Return the warning signs of the exercises of a plan, or of the usual ones, as far as they are there."""
    chosen = chosen_exercises(plan, conditions)
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
