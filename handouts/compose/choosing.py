"""Turn the blocks that a plan chooses into those that are printed, and tell what it says that none prints."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from handouts.library.chosen import usual_blocks
from handouts.library.phases import PHASE
from handouts.problems import Problem
from handouts.schema.condition import Condition
from handouts.schema.dose import Dose
from handouts.schema.layout import Layout
from handouts.schema.plan import BlockChoice, Plan, is_kind
from handouts.schema.rewording import parted_name
from handouts.source import Source

EXERCISES = "exercises"
CHANGES = "changes"

# A plan may move the red flags, never leave them out; unplaced, they stand before the last blocks.
SAFETY = "safety"
LAST_BLOCKS = ("contact", "sources")

# Who has checked the text, or that nobody has, is said on every sheet; unplaced, at its very end.
SOURCES = "sources"

# The blocks that cards print.
ON_CARDS = {"summary", EXERCISES, "pain-rule", SAFETY, "contact", SOURCES}

# The blocks that say what the exercises are; the others print nothing of them that a plan chooses.
OF_EXERCISES = ("summary", EXERCISES, "diary")


def chosen_blocks(
    plan: Plan, conditions: Sequence[Condition], *, always: Sequence[str], has_previous: bool
) -> tuple[BlockChoice, ...]:
    """Return the plan's blocks, or the usual ones of its conditions, and with them those that are needed.

    `always` are those that the layout is made of, whatever the plan chooses. What changed is told only
    where there is a previous plan, and the phase where the plan is in one, unplaced before the exercises.
    """
    chosen = plan.blocks
    if chosen is None:
        chosen = tuple(BlockChoice(block=block) for block in usual_blocks(conditions))
    chosen = _with_blocks(chosen, (*always, SAFETY), before=LAST_BLOCKS)
    chosen = _with_blocks(chosen, (SOURCES,), before=())
    told = {CHANGES: has_previous, PHASE: plan.phase is not None}
    needed = [block for block, is_told in told.items() if is_told]
    chosen = _with_blocks(chosen, needed, before=(EXERCISES, SAFETY))
    return tuple(one for one in chosen if told.get(one.block, True))


def _with_blocks(
    chosen: Sequence[BlockChoice], needed: Sequence[str], *, before: Sequence[str]
) -> tuple[BlockChoice, ...]:
    """Return the chosen blocks with the needed ones, which stand before the first of some others."""
    missing = [BlockChoice(block=block) for block in needed if block not in {one.block for one in chosen}]
    at = next((at for at, one in enumerate(chosen) if one.block in before), len(chosen))
    return (*chosen[:at], *missing, *chosen[at:])


def printed_blocks(plan: Plan, conditions: Sequence[Condition], layout: Layout) -> set[str]:
    """Return the blocks that stand on paper; those of exercises only where there are any."""
    chosen = chosen_blocks(plan, conditions, always=layout.wants.always, has_previous=True)
    blocks = {choice.block for choice in chosen}
    if layout.arrangement == "plan-sheet":
        blocks = {*filter(is_on_a_sheet, blocks)}
    elif layout.arrangement == "cards":
        blocks &= ON_CARDS
    elif layout.arrangement == "panels":
        blocks -= {"diary"}
    return blocks if plan.exercises is None or plan.exercises else blocks - {*OF_EXERCISES}


def is_on_a_sheet(block: str) -> bool:
    """Return whether a plan sheet prints a block; its cards are the rows of its grid."""
    if not is_kind(block):
        return False
    match block:
        case (
            "summary"
            | "phase"
            | "exercises"
            | "pain-rule"
            | "diary"
            | "safety"
            | "questions"
            | "contact"
            | "sources"
        ):
            return True
        case "trigger-point-map" | "about-the-muscle" | "what-helps" | "changes" | "glossary":
            return False
        case never:
            assert_never(never)


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


def changes_of_nothing(plan: Plan, source: Source) -> Iterator[Problem]:
    """Yield where a plan wants to tell what changed; it has no last plan."""
    for number, choice in enumerate(plan.blocks or ()):
        if choice.block == CHANGES:
            message = f"`{CHANGES}` is left out, since no last plan is named."
            hint = "Write `previous:` with its file, or give --since."
            yield source.problem(("blocks", number), message, hint)


def phase_of_nothing(plan: Plan, source: Source) -> Iterator[Problem]:
    """Yield where a plan wants to tell its phase; it is in none."""
    for number, choice in enumerate(plan.blocks or ()):
        if choice.block == PHASE and plan.phase is None:
            message = f"`{PHASE}` is left out, since the plan is in no phase."
            yield source.problem(("blocks", number), message, "Write `phase:` with its number.")


def unprinted_texts(plan: Plan, source: Source, printed: Iterable[str]) -> Iterator[Problem]:
    """Yield own words for texts that do not stand on this paper."""
    blocks = {*printed}
    for name in plan.texts or {}:
        if parted_name(name)[1] not in blocks:
            message = f"the text `{name}` is reworded, but not printed."
            yield source.problem(
                ("texts", name), message, "Add it to `blocks`, or leave it out.", at_key=True
            )


def without_effect(
    plan: Plan, source: Source, printed: Iterable[str], *, layout: Layout, has_previous: bool
) -> Iterator[Problem]:
    """Yield what a plan or an option says that changes nothing on this paper."""
    blocks = {*printed}
    if not has_previous:
        yield from changes_of_nothing(plan, source)
    yield from phase_of_nothing(plan, source)
    for number, choice in enumerate(plan.blocks or ()):
        if (choice.block == CHANGES and not has_previous) or (choice.block == PHASE and plan.phase is None):
            continue
        if choice.block not in blocks and choice.block in OF_EXERCISES and not plan.exercises:
            message = f"`{choice.block}` is left out, since the plan has no exercises."
            yield source.problem(("blocks", number), message)
        elif choice.block not in blocks:
            message = f"`{choice.block}` is left out: the layout `{layout.id}` has no place for it."
            yield source.problem(("blocks", number), message, "Choose another layout for it.")
    if has_previous and CHANGES not in blocks:
        message = f"what changed is left out: the layout `{layout.id}` has no place for it."
        yield source.problem(("previous",), message, "Choose another layout for it.", at_key=True)
    chosen: Sequence[Dose] = plan.exercises or ()
    if EXERCISES not in blocks and any(one.model_fields_set - {"exercise", "note", "side"} for one in chosen):
        message = f"the doses stand on the cards, and `blocks` has no `{EXERCISES}`."
        yield source.problem(("exercises",), message, f"Add `{EXERCISES}` to `blocks`.", at_key=True)
