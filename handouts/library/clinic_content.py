"""What a clinic's file says of content: sets of exercises, usual doses, own words."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from handouts.library.clinics import ClinicFile, content_folder, read_clinic, rest_of_clinic
from handouts.library.content import Library
from handouts.library.phases import PHASE, find_phase, phase_asked, unfit_line, unfit_phases
from handouts.library.plan_lists import Item, arranged, conditions_of, with_usual
from handouts.library.rewordings import unfit_texts
from handouts.problems import ContentError, Problem, gather
from handouts.schema.condition import Phase
from handouts.schema.notation import read_chosen
from handouts.schema.placeholders import unread_marks
from handouts.schema.shorthand import split_items
from handouts.source import Data, Location, Place, Source

# What is said of an exercise beside its dose.
BESIDE_DOSE = {"exercise", "side", "note"}


def with_lists(source: Source, clinic: ClinicFile | None, library: Library) -> Source:
    """Return a plan with the sets and the phase that it names, and the clinic's doses where it says none.

    Raises ContentError for a phase that is not there, and for what is wrong with a condition.
    """
    own, file = (clinic.clinic, clinic.source.path) if clinic else (None, Path())
    source = with_sets(source, own.sets, file) if own and own.sets else source
    source = with_phase(source, clinic, library)
    return with_usual_doses(source, own.usual, library, file) if own and own.usual else source


def with_phase(source: Source, clinic: ClinicFile | None, library: Library) -> Source:
    """Return a plan with the exercises of its phase where it has none of its own, or has `phase` among them.

    Raises ContentError for a phase that is not there.
    """
    number = phase_asked(source)
    source, items = _with_items(source)
    asks = [at for at, one in enumerate(items) if isinstance(one, str) and one.strip().lower() == PHASE]
    if number is None:
        if asks and source.get(PHASE) is None:
            message = f"`{PHASE}` stands for the exercises of a phase, and the plan names none."
            raise ContentError([source.problem(("exercises", asks[0]), message, "Write `phase: 1`.")])
        return source
    conditions = conditions_of(source, library)
    if conditions is None:
        return source
    name, phase = find_phase(number, conditions, clinic.clinic if clinic else None, source)
    own = clinic and name in (clinic.clinic.phases or {})
    file = clinic.source.path if clinic and own else library.file("conditions", name).path
    lines: list[Item] = [(line, str(file)) for line in phase.exercises]
    if source.data.get("exercises") is None:
        return arranged(source, "exercises", lines)
    listed = [lines if at in asks else [at] for at in range(len(items))]
    return arranged(source, "exercises", [one for some in listed for one in some]) if asks else source


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
    is_own = source.get("exercises") is not None
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
    said = source.get("exercises")
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


def macros_of(clinic: ClinicFile | None) -> Mapping[str, str]:
    """Return the macros of a clinic's file."""
    return (clinic and clinic.clinic.macros) or {}


def examine_clinic(path: Path, library: Library) -> tuple[ClinicFile | None, list[Problem]]:
    """Return the clinic of a file, and every problem of it, also in what it says of content."""
    problems: list[Problem] = []
    clinic = gather(problems, lambda: read_clinic(path))
    # What cannot be read at all is told once.
    rest = clinic or gather([], lambda: rest_of_clinic(path))
    if rest:
        problems += gather(problems, lambda: clinic_faults(rest, library)) or []
    return clinic, problems


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
        *unfit_texts(own.texts or {}, source, every, library, shared=True),
        *_unfit_sets(own.sets or {}, source, library),
        *_unfit_usual(own.usual or {}, source, library),
        *_unfit_protocols(own.phases or {}, source, library),
    ]


def _unfit_sets(sets: Mapping[str, Sequence[str]], source: Source, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the sets of a clinic: names that are an exercise's, lines that are none."""
    for name, lines in sets.items():
        if library.exercise_names.named(name) or name == PHASE:
            message = f"`{name}` is the name of an exercise."
            if name == PHASE:
                message = f"`{PHASE}` among exercises stands for those of a phase."
            yield source.problem(("sets", name), message, "Call the set otherwise.", at_key=True)
        for at, line in enumerate(lines):
            yield from unfit_line(line, ("sets", name, at), source, library.exercise_names, library.missing)


def _unfit_protocols(
    protocols: Mapping[str, Sequence[Phase]], source: Source, library: Library
) -> Iterator[Problem]:
    """Yield what is wrong with the phases of a clinic: no such condition, lines that are no exercise."""
    for name, phases in protocols.items():
        missing = library.missing("conditions", name)
        yield from [source.problem(("phases", name), *missing, at_key=True)] if missing else []
        names = library.exercise_names
        yield from unfit_phases(phases, ("phases", name), source, names=names, missing=library.missing)
        for number, phase in enumerate(phases):
            yield from unread_marks(phase, source.part(("phases", name, number)))


def _unfit_usual(usual: Mapping[str, str], source: Source, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the usual doses of a clinic."""
    for name, dose in usual.items():
        line = f"{name} {dose}"
        yield from unfit_line(line, ("usual", name), source, library.exercise_names, library.missing)
