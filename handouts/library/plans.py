"""Turn a plan's file into a checked plan whose every reference exists, and a plan into its file."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from handouts.library.content import Library
from handouts.library.references import missing_block, unknown_points
from handouts.library.words import language_id
from handouts.problems import ContentError, Problem
from handouts.schema.base import Kind
from handouts.schema.check import in_order, try_check
from handouts.schema.condition import Condition
from handouts.schema.dose import format_dose
from handouts.schema.plan import BLOCKS, BlockChoice, Chosen, Plan
from handouts.schema.shorthand import spell_out_plan
from handouts.source import Source, read_source, write_source

# The keys of a plan that name something in the library.
KINDS: dict[tuple[str, ...], Kind] = {
    ("condition",): "conditions",
    ("layout",): "layouts",
    ("exercises", "exercise"): "exercises",
}


def read_plan(path: Path, library: Library) -> Plan:
    """Return the plan of a file; raise ContentError with every problem."""
    return check_plan(read_source(path), library)


def read_previous(path: Path, library: Library, *, plan: Plan | None) -> Plan:
    """Return the last plan; raise ContentError with its problems, and where it cannot come before `plan`."""
    previous = read_plan(path, library)
    fault = _fault(previous, plan) if plan else ""
    if fault:
        raise ContentError([Problem(path, 0, 0, fault, "Name the person's last plan.")])
    return previous


def _fault(previous: Plan, plan: Plan) -> str:
    """Return why two plans cannot follow each other, without a word of whom they are for."""
    old, new = previous.patient, plan.patient
    if old and new:
        both_named = old.name and new.name and not (old.id and new.id)
        if old.id and new.id and old.id != new.id:
            return "this is the plan of another person: the ID is not the same."
        if both_named and _alike(old.name) != _alike(new.name):
            return "this is the plan of another person: the name is not the same."
    if previous.date and plan.date and previous.date > plan.date:
        return f"this plan is of {previous.date}, after the one that follows it, of {plan.date}."
    return ""


def _alike(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def check_plan(source: Source, library: Library) -> Plan:
    """Return the plan of a source; raise ContentError with every problem.

    A plan without the safety block is no problem: the block is added when the handout is composed.
    """
    source, problems = spell_out_plan(source)
    plan, wrong = try_check(source, Plan)
    problems += [*wrong, *_unknown_ids(source, library)]
    if plan:
        problems += _problems(plan, source, library)
    if plan is None or problems:
        raise ContentError(in_order(problems))
    return plan


def _unknown_ids(source: Source, library: Library) -> Iterator[Problem]:
    """Yield the ids that the library does not have, whatever else is wrong with the plan."""
    for location in source.places:
        kind = KINDS.get(tuple(part for part in location if isinstance(part, str)))
        name = source.value(location) if kind else None
        missing = library.missing(kind, name) if kind and isinstance(name, str) else None
        if missing:
            yield source.problem(location, *missing)


def _problems(plan: Plan, source: Source, library: Library) -> Iterator[Problem]:
    yield from _repeated_exercises(plan.exercises or (), source)
    yield from _repeated_blocks(plan.blocks or (), source)
    yield from _unknown_language(plan, source, library)
    if plan.date and plan.review and plan.review <= plan.date:
        message = f"the review on {plan.review} is not after the plan's date, {plan.date}."
        yield source.problem(("review",), message)
    if library.missing("conditions", plan.condition):
        return
    try:
        condition = library.find_condition(plan.condition)
        yield from _untranslated(plan, condition, library=library)
        yield from _unfit_side(plan, source, condition=condition)
        yield from _unfit_blocks(plan.blocks or (), source, condition=condition, library=library)
    except ContentError as error:
        yield from error.problems


def _repeated_exercises(chosen: tuple[Chosen, ...], source: Source) -> Iterator[Problem]:
    """Yield exercises that are there twice; one for the left and one for the right are not the same."""
    seen: dict[str, set[str]] = {}
    for index, one in enumerate(chosen):
        sides = {one.side} if one.side in ("left", "right") else {"left", "right"}
        taken = seen.setdefault(one.exercise, set())
        if sides & taken:
            message = f"`{one.exercise}` is chosen twice."
            yield source.problem(("exercises", index, "exercise"), message, "Keep one of them.")
        taken |= sides


def _repeated_blocks(choices: tuple[BlockChoice, ...], source: Source) -> Iterator[Problem]:
    blocks = [choice.block for choice in choices]
    for index, block in enumerate(blocks):
        if block in blocks[:index]:
            yield source.problem(
                ("blocks", index, "block"), f"the block `{block}` is there twice.", "Keep one of them."
            )


def _unknown_language(plan: Plan, source: Source, library: Library) -> Iterator[Problem]:
    missing = library.missing("words", plan.language) if plan.language else None
    if plan.language and missing and language_id(plan.language, library.folders) is None:
        yield source.problem(("language",), *missing)


def _untranslated(plan: Plan, condition: Condition, *, library: Library) -> Iterator[Problem]:
    """Yield what a plan needs and its language has not: nothing is printed half in another language."""
    spoken = library.in_language(plan.language or library.language)
    if spoken is library or library.missing("words", spoken.language):
        return
    exercises = [one.exercise for one in plan.exercises or condition.exercises]
    blocks = [one.block for one in plan.blocks or ()] or condition.blocks
    advice = [block for block in blocks if block in library.ids("advice")]
    needed: list[tuple[Callable[[str], object], list[str]]] = [
        (spoken.find_condition, [condition.id]),
        (spoken.find_safety, [condition.safety]),
        (spoken.find_muscle, [condition.muscle]),
        (spoken.find_region, [condition.region]),
        (spoken.find_exercise, exercises),
        (spoken.find_advice, advice),
    ]
    for find, names in needed:
        for name in names:
            try:
                find(name)
            except ContentError as error:
                yield from error.problems


def _unfit_side(plan: Plan, source: Source, *, condition: Condition) -> Iterator[Problem]:
    if condition.sided and plan.patient and not plan.side:
        message = f"`side` is missing, and `{condition.id}` is on one side or on both."
        hint = "Write `side: left`, `side: right` or `side: both`."
        yield source.problem(("condition",), message, hint, at_key=True)
    if plan.side and not condition.sided:
        message = f"`side` is `{plan.side}`, but `{condition.id}` has no side."
        yield source.problem(("side",), message, "Leave it out.", at_key=True)


def _unfit_blocks(
    choices: tuple[BlockChoice, ...], source: Source, *, condition: Condition, library: Library
) -> Iterator[Problem]:
    for index, choice in enumerate(choices):
        location = ("blocks", index)
        missing = missing_block(choice.block, condition, advice=library.ids("advice"))
        if missing:
            yield source.problem((*location, "block"), *missing)
            continue
        yield from _unfit_settings(choice, index, source=source)
        if choice.points and not library.missing("muscles", condition.muscle):
            muscle = library.find_muscle(condition.muscle)
            yield from unknown_points(choice.points, (*location, "points"), muscle=muscle, source=source)


def _unfit_settings(choice: BlockChoice, index: int, *, source: Source) -> Iterator[Problem]:
    allowed = BLOCKS.get(choice.block, ())
    for setting in choice.model_fields_set - {"block", *allowed}:
        message = f"the block `{choice.block}` has no `{setting}`."
        hint = f"It has `{allowed[0]}`." if allowed else "Leave it out."
        yield source.problem(("blocks", index, setting), message, hint, at_key=True)


def write_plan(plan: Plan) -> str:
    """Return YAML text that reads back as the same plan, with nothing in it that was not said."""
    said = {key: getattr(plan, key) for key in Plan.model_fields if getattr(plan, key) is not None}
    return write_source({key: _plain(value) for key, value in said.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Chosen):
        return format_dose(value)
    if isinstance(value, BlockChoice):
        settings = value.model_dump(exclude={"block"}, exclude_none=True)
        return {value.block: settings} if settings else value.block
    if isinstance(value, str | datetime.date):
        return value
    return value.model_dump(exclude_none=True)
