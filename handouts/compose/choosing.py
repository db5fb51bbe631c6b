"""Turn the blocks that a plan chooses into those that are printed: some can never be missing."""

from collections.abc import Sequence

from handouts.schema.condition import Condition
from handouts.schema.plan import BlockChoice, Plan

EXERCISES = "exercises"
CHANGES = "changes"

# A plan may move the red flags, never leave them out; unplaced, they stand before the last blocks.
SAFETY = "safety"
LAST_BLOCKS = ("contact", "sources")

# Who has checked the text, or that nobody has, is said on every sheet; unplaced, at its very end.
SOURCES = "sources"


def chosen_blocks(
    plan: Plan, condition: Condition, *, always: Sequence[str], has_previous: bool
) -> tuple[BlockChoice, ...]:
    """Return the plan's blocks, or the condition's usual ones, and with them those that are needed.

    `always` are those that the layout is made of, whatever the plan chooses. What changed is told only
    where there is a previous plan, unplaced before the exercises.
    """
    chosen = plan.blocks
    if chosen is None:
        chosen = tuple(BlockChoice(block=block) for block in condition.blocks)
    chosen = _with_blocks(chosen, (*always, SAFETY), before=LAST_BLOCKS)
    chosen = _with_blocks(chosen, (SOURCES,), before=())
    if has_previous:
        return _with_blocks(chosen, (CHANGES,), before=(EXERCISES, SAFETY))
    return tuple(one for one in chosen if one.block != CHANGES)


def _with_blocks(
    chosen: Sequence[BlockChoice], needed: Sequence[str], *, before: Sequence[str]
) -> tuple[BlockChoice, ...]:
    """Return the chosen blocks with the needed ones, which stand before the first of some others."""
    missing = [BlockChoice(block=block) for block in needed if block not in {one.block for one in chosen}]
    at = next((at for at, one in enumerate(chosen) if one.block in before), len(chosen))
    return (*chosen[:at], *missing, *chosen[at:])
