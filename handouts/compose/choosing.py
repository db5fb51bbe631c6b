"""Turn the blocks that a plan chooses into those that are printed, and tell what it says that none prints."""

from collections.abc import Iterator, Sequence
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


def lost_words(plan: Plan, source: Source, printed: set[str]) -> Iterator[Problem]:
    """Yield what a plan says of its exercises that nothing would print."""
    if EXERCISES in printed or not plan.exercises:
        return
    hint = f"Add `{EXERCISES}` to `blocks`, or leave it out."
    if not printed & {*OF_EXERCISES}:
        message = "`exercises` are chosen, but none of `blocks` prints them."
        yield source.problem(("exercises",), message, hint, at_key=True)
        return
    for number, one in enumerate(plan.exercises):
        if one.note:
            message = f"the note of `{one.exercise}` stands on its card, and `blocks` has no `{EXERCISES}`."
            yield source.problem(("exercises", number, "note"), message, hint)


NO_LAST_PLAN = (
    f"`{CHANGES}` is left out, since no last plan is named.",
    "Write `previous:` with its file, or give --since.",
)


def changes_of_nothing(plan: Plan, source: Source) -> Iterator[Problem]:
    """Yield where a plan wants to tell what changed; it has no last plan."""
    for number, choice in enumerate(plan.blocks or ()):
        if choice.block == CHANGES:
            yield source.problem(("blocks", number), *NO_LAST_PLAN)


def unprinted_texts(plan: Plan, source: Source, printed: set[str]) -> Iterator[Problem]:
    """Yield own words for texts that do not stand on this paper."""
    for name in plan.texts or {}:
        if parted_name(name)[1] not in printed:
            message = f"the text `{name}` is reworded, but not printed."
            hint = "Add it to `blocks`, or leave it out."
            yield source.problem(("texts", name), message, hint, at_key=True)


def without_effect(
    plan: Plan, source: Source, printed: set[str], *, layout: Layout, has_previous: bool
) -> Iterator[Problem]:
    """Yield what a plan or an option says that changes nothing on this paper."""
    no_place = f"is left out: the layout `{layout.id}` has no place for it."
    hint = "Choose another layout for it."
    for number, choice in enumerate(plan.blocks or ()):
        said = _left_out(choice.block, plan, has_previous=has_previous)
        if not said and choice.block not in printed:
            said = f"`{choice.block}` {no_place}", hint
        if said:
            yield source.problem(("blocks", number), *said)
    if has_previous and CHANGES not in printed:
        yield source.problem(("previous",), f"what changed {no_place}", hint, at_key=True)
    chosen: Sequence[Dose] = plan.exercises or ()
    if EXERCISES not in printed and any(
        one.model_fields_set - {"exercise", "note", "side"} for one in chosen
    ):
        message = f"the doses stand on the cards, and `blocks` has no `{EXERCISES}`."
        yield source.problem(("exercises",), message, f"Add `{EXERCISES}` to `blocks`.", at_key=True)


def _left_out(block: str, plan: Plan, *, has_previous: bool) -> tuple[str, str] | None:
    """Return why a block is left out on any paper, and what to do, if it is."""
    if block == CHANGES and not has_previous:
        return NO_LAST_PLAN
    if block == PHASE and plan.phase is None:
        return f"`{PHASE}` is left out, since the plan is in no phase.", "Write `phase:` with its number."
    if block in OF_EXERCISES and plan.exercises == ():
        return f"`{block}` is left out, since the plan has no exercises.", ""
    return None
