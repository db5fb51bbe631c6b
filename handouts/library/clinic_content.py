"""What a clinic's file says of content: sets of exercises, usual doses, own words."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from handouts.library.clinics import ClinicFile, content_folder
from handouts.library.content import Library
from handouts.library.plan_lists import Item, arranged, with_usual
from handouts.library.rewordings import unfit_texts
from handouts.problems import Problem
from handouts.schema.notation import read_chosen
from handouts.schema.shorthand import split_items
from handouts.source import Data, Location, Place, Source

# What is said of an exercise beside its dose.
BESIDE_DOSE = {"exercise", "side", "note"}


def with_sets(source: Source, sets: Mapping[str, Sequence[str]], file: Path) -> Source:
    """Return a plan with the exercises of each set that it names; the sets stand in a clinic's file."""
    source, items = _with_items(source)
    if not any(isinstance(one, str) and one.strip() in sets for one in items):
        return source
    lines: list[Item] = []
    for at, one in enumerate(items):
        named = sets.get(one.strip()) if isinstance(one, str) else None
        lines += [(line, str(file)) for line in named] if named else [at]
    return arranged(source, "exercises", lines)


def with_usual_doses(source: Source, usual: Mapping[str, str], library: Library, file: Path) -> Source:
    """Return a plan in which what has no dose of its own has the clinic's usual one.

    So have the usual exercises of its conditions, whatever these say. Raises ContentError for what is wrong
    with a condition.
    """
    doses = {name: dose for called, dose in usual.items() for name in library.exercise_names.named(called)}
    is_own = isinstance(source.data, Mapping) and source.data.get("exercises") is not None
    filled, items = _with_items(source if is_own else with_usual(source, "exercises", library))
    lines: list[Item] = []
    for at, one in enumerate(items):
        said = _said(one, library)
        dose = doses.get(str(said.get("exercise")))
        if dose is None or (is_own and said.keys() - BESIDE_DOSE):
            lines.append(at)
        elif isinstance(one, str):
            lines.append((f"{one if is_own else said['exercise']} {dose}", str(file)))
        else:
            usually = read_chosen(f"{said['exercise']} {dose}", library.exercise_names).values
            filled = filled.put(("exercises", at), {**usually, **one}, places={})
            lines.append(at)
    changed = any(not isinstance(one, int) for one in lines) or filled is not source
    return arranged(filled, "exercises", lines) if items and changed else source


def _with_items(source: Source) -> tuple[Source, Sequence[Data]]:
    """Return a plan with its exercises as a list, where they are one text, and the list."""
    said = source.data.get("exercises") if isinstance(source.data, Mapping) else None
    if not isinstance(said, str):
        return source, said if isinstance(said, tuple) else ()
    items, place = split_items(said), source.place(("exercises",))
    places: dict[Location, Place] = {("exercises", at): place for at in range(len(items))}
    return source.put(("exercises",), items, places={("exercises",): place, **places}), items


def _said(item: Data, library: Library) -> Mapping[str, Any]:
    """Return the keys of an exercise in a plan, by its id where it is one of the library."""
    if isinstance(item, str):
        return read_chosen(item, library.exercise_names).values
    if not isinstance(item, Mapping) or not isinstance(item.get("exercise"), str):
        return {}
    ids = library.exercise_names.named(item["exercise"])
    return {**item, "exercise": ids[0]} if len(ids) == 1 else {}


def clinic_faults(clinic: ClinicFile, library: Library) -> list[Problem]:
    """Return what is wrong in the file of a clinic with what it says of content; raise ContentError."""
    folder = content_folder(clinic.source.path)
    if folder and folder.resolve() not in {one.resolve() for one in library.folders}:
        message = "this content is not laid over that of the program, since a plan alone names the clinic."
        hint = "Give the clinic as `--clinic`, or put it beside the plan as `clinic.yaml`."
        return [clinic.source.problem(("content",), message, hint)]
    own, source = clinic.clinic, clinic.source
    every = [library.find_condition(one) for one in library.ids("conditions")] if own.texts else []
    return [
        *unfit_texts(own.texts or {}, source, every, library),
        *_unfit_sets(own.sets or {}, source, library),
        *_unfit_usual(own.usual or {}, source, library),
    ]


def _unfit_sets(sets: Mapping[str, Sequence[str]], source: Source, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the sets of a clinic: names that are an exercise's, lines that are none."""
    for name, lines in sets.items():
        if library.exercise_names.named(name):
            message = f"`{name}` is the name of an exercise."
            yield source.problem(("sets", name), message, "Call the set otherwise.", at_key=True)
        for at, line in enumerate(lines):
            yield from _unfit_line(line, ("sets", name, at), source, library)


def _unfit_usual(usual: Mapping[str, str], source: Source, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the usual doses of a clinic."""
    for name, dose in usual.items():
        yield from _unfit_line(f"{name} {dose}", ("usual", name), source, library)


def _unfit_line(line: str, at: Location, source: Source, library: Library) -> Iterator[Problem]:
    said = read_chosen(line, library.exercise_names)
    yield from (source.problem(at, one.message, one.hint) for one in said.faults)
    missing = None if said.faults else library.missing("exercises", str(said.values["exercise"]))
    yield from [source.problem(at, *missing)] if missing else []
