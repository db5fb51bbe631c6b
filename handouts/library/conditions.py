"""What a plan is about: the conditions it names, or the general one, and what is usual for them together."""

from collections.abc import Sequence

from handouts.library.content import Library
from handouts.schema.condition import Condition
from handouts.schema.exercise import Chosen
from handouts.schema.plan import Plan

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
