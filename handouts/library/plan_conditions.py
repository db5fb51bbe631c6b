"""Find what a plan says that does not fit the conditions it is about: blocks, sides, what it leaves out."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from handouts.library.chosen import GENERAL, parts_of_exercises, usual_exercises
from handouts.library.content import Library
from handouts.library.references import has_block, missing_block, unknown_points
from handouts.problems import ContentError, Problem, listed
from handouts.schema.condition import Condition
from handouts.schema.plan import BlockChoice, Plan, settings_of
from handouts.source import Source, read_source


def texts_of_conditions(library: Library) -> list[str]:
    """Return the ids of the texts of every condition that can be read; for so much none need be right."""
    texts: list[str] = []
    for path in library.paths("conditions").values():
        with suppress(ContentError):
            said = read_source(path).get("texts")
            texts += said if isinstance(said, Mapping) else ()
    return texts


def repeated_conditions(named: tuple[str, ...], source: Source) -> Iterator[Problem]:
    """Yield conditions that are there twice, and the general one beside others."""
    for index, one in enumerate(named):
        if one in named[:index]:
            yield source.problem(("condition", index), f"`{one}` is there twice.", "Keep one of them.")
        elif one == GENERAL and len(named) > 1:
            message = f"`{GENERAL}` is what a plan without a condition is about, and here are others."
            yield source.problem(("condition", index), message, "Leave it out.")


def without_exercises(plan: Plan, source: Source, conditions: Sequence[Condition]) -> Iterator[Problem]:
    """Yield where nothing says what to do: a plan without a condition has no usual exercises."""
    if plan.exercises is None and not usual_exercises(conditions):
        message = "`exercises` is missing, and so is a condition, which has usual ones."
        yield source.problem((), message, "Write `exercises:` with a list, or `condition:`.")


def unfit_side(plan: Plan, source: Source, conditions: Sequence[Condition]) -> Iterator[Problem]:
    """Yield a side that is missing where a condition has one, or named where none has."""
    sided = next((one for one in conditions if one.sided), None)
    if sided and plan.patient and not plan.side:
        message = f"`side` is missing, and `{sided.id}` is on one side or on both."
        hint = "Write `side: left`, `side: right` or `side: both`."
        yield source.problem(("condition",), message, hint, at_key=True)
    if plan.side and all(one.sided is False for one in conditions):
        message = f"`side` is `{plan.side}`, but {listed(one.id for one in conditions)} has no side."
        yield source.problem(("side",), message, "Leave it out.", at_key=True)


def unfit_blocks(
    plan: Plan, source: Source, conditions: Sequence[Condition], *, library: Library
) -> Iterator[Problem]:
    """Yield blocks that none of the conditions has, and settings and points that a block cannot have."""
    choices, advice = plan.blocks or (), library.ids("advice")

    # The other conditions are only read for a block that these do not have.
    def others() -> list[str]:
        return texts_of_conditions(library)

    for index, choice in enumerate(choices):
        location = ("blocks", index)
        missing = missing_block(choice.block, conditions, advice=advice, others=others)
        if missing:
            yield source.problem((*location, "block"), *missing)
            continue
        yield from _unfit_settings(choice, index, source=source)
        if choice.block in advice and not any(choice.block in one.texts for one in conditions):
            yield from _foreign_advice(choice.block, index, plan, conditions, source, library)
        muscles = [one.muscle for one in conditions if one.muscle and has_block(one, choice.block)]
        if choice.points and muscles and not any(library.missing("muscles", one) for one in muscles):
            found = [*map(library.find_muscle, muscles)]
            yield from unknown_points(choice.points, (*location, "points"), muscles=found, source=source)


def _unfit_settings(choice: BlockChoice, index: int, *, source: Source) -> Iterator[Problem]:
    allowed = settings_of(choice.block)
    for setting in choice.model_fields_set - {"block", *allowed}:
        message = f"the block `{choice.block}` has no `{setting}`."
        hint = f"It has `{allowed[0]}`." if allowed else "Leave it out."
        yield source.problem(("blocks", index, setting), message, hint, at_key=True)


def _foreign_advice(
    block: str, index: int, plan: Plan, conditions: Sequence[Condition], source: Source, library: Library
) -> Iterator[Problem]:
    """Yield advice about a part of the body that neither the conditions nor the exercises are of."""
    part = library.find_advice(block).safety
    if part is None or part in {one.safety for one in conditions}:
        return
    if part not in parts_of_exercises(plan, conditions, library):
        message = f"`{block}` speaks of the {part.replace('-', ' ')}, and nothing else in the plan is of it."
        hint = "Leave it out, or name a condition or an exercise of that part of the body."
        yield source.problem(("blocks", index, "block"), message, hint)
