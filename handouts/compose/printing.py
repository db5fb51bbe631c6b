"""What a plan says that its layout and its choice of blocks do not print: refused, or told as a warning."""

from collections.abc import Iterable, Iterator, Sequence

from handouts.compose.choosing import CHANGES, EXERCISES, chosen_blocks
from handouts.problems import Problem
from handouts.schema.condition import Condition
from handouts.schema.dose import Dose
from handouts.schema.layout import Layout
from handouts.schema.plan import Plan
from handouts.source import Source

# The blocks that a plan sheet prints; its cards are the rows of its grid.
ON_A_SHEET = ("summary", EXERCISES, "pain-rule", "diary", "safety", "contact", "sources")

# The blocks that say what the exercises are; the others print nothing of them that a plan chooses.
OF_EXERCISES = ("summary", EXERCISES, "diary")


def printed_blocks(plan: Plan, condition: Condition, layout: Layout) -> set[str]:
    """Return the blocks that stand on paper; those of exercises only where there are any."""
    chosen = chosen_blocks(plan, condition, always=layout.wants.always, has_previous=True)
    blocks = {choice.block for choice in chosen}
    if layout.arrangement == "plan-sheet":
        blocks &= {*ON_A_SHEET}
    return blocks if plan.exercises is None or plan.exercises else blocks - {*OF_EXERCISES}


def lost_words(plan: Plan, source: Source, printed: Iterable[str]) -> Iterator[Problem]:
    """Yield what a plan says of its exercises that nothing would print."""
    blocks = {*printed}
    if EXERCISES in blocks or not plan.exercises:
        return
    hint = f"Add `{EXERCISES}` to `blocks`, or leave it out."
    if not blocks & {*OF_EXERCISES}:
        message = "`exercises` are chosen, but none of `blocks` prints them."
        yield source.problem(("exercises",), message, hint, at_key=True)
        return
    for number, one in enumerate(plan.exercises):
        if one.note:
            message = f"the note of `{one.exercise}` stands on its card, and `blocks` has no `{EXERCISES}`."
            yield source.problem(("exercises", number, "note"), message, hint)


def without_effect(
    plan: Plan, source: Source, printed: Iterable[str], *, layout: Layout, has_previous: bool
) -> Iterator[Problem]:
    """Yield what a plan or an option says that changes nothing on this paper."""
    blocks = {*printed}
    for number, choice in enumerate(plan.blocks or ()):
        if choice.block == CHANGES and not has_previous:
            message = f"`{CHANGES}` is left out, since no last plan is named."
            hint = "Write `previous:` with its file, or give --since."
            yield source.problem(("blocks", number), message, hint)
        elif choice.block not in blocks and choice.block in OF_EXERCISES and not plan.exercises:
            message = f"`{choice.block}` is left out, since the plan has no exercises."
            yield source.problem(("blocks", number), message)
        elif choice.block not in blocks:
            message = f"`{choice.block}` is left out: the layout `{layout.id}` has no place for it."
            yield source.problem(("blocks", number), message, "Choose another layout for it.")
    if has_previous and CHANGES not in blocks:
        message = f"what changed is left out: the layout `{layout.id}` has no place for it."
        yield source.problem(("previous",), message, "Choose another layout for it.", at_key=True)
    if EXERCISES not in blocks:
        yield from _unsaid_doses(plan.exercises or (), source)


def _unsaid_doses(chosen: Sequence[Dose], source: Source) -> Iterator[Problem]:
    if any(one.model_fields_set - {"exercise", "note", "side"} for one in chosen):
        message = f"the doses stand on the cards, and `blocks` has no `{EXERCISES}`."
        yield source.problem(("exercises",), message, f"Add `{EXERCISES}` to `blocks`.", at_key=True)
