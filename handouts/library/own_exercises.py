"""The exercises that a plan writes out itself, and where their pictures are: beside the plan."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from handouts.library.content import Library
from handouts.problems import Problem
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.plan import Plan
from handouts.source import Location, Source


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
            yield from library.faults(one.own, part_of(source, _place(at)))


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


def part_of(source: Source, inside: Location) -> Source:
    """Return what stands at a place of a source as a source of its own."""
    depth, path = len(inside), source.place(inside).path or source.path
    places = {place[depth:]: found for place, found in source.places.items() if place[:depth] == inside}
    places.setdefault((), source.place(inside))
    return replace(source, path=path, data=source.value(inside), places=places, written={})
