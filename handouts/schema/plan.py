"""One person's plan."""

from typing import Annotated, Literal, TypeGuard, get_args

from pydantic import Field

from handouts.schema.base import ConditionId, Date, FileName, Id, Language, LayoutId, Model, OwnText, text
from handouts.schema.country import CountryCode
from handouts.schema.dose import Chosen as Chosen
from handouts.schema.dose import WrittenSide

# The blocks that every condition has; a condition adds its own texts.
BlockKind = Literal[
    "summary",
    "trigger-point-map",
    "about-the-muscle",
    "what-helps",
    "changes",
    "exercises",
    "pain-rule",
    "diary",
    "safety",
    "glossary",
    "questions",
    "contact",
    "sources",
]
# What each block can be told.
BLOCKS: dict[BlockKind, tuple[str, ...]] = dict.fromkeys(get_args(BlockKind), ()) | {
    "trigger-point-map": ("points",),
    "diary": ("weeks",),
    "questions": ("lines",),
}


def settings_of(block: str) -> tuple[str, ...]:
    """Return what a block can be told; a text of a condition can be told nothing."""
    return BLOCKS[block] if is_kind(block) else ()


def is_kind(block: str) -> TypeGuard[BlockKind]:
    """Return whether a block is one that every condition has, and no text of its own."""
    return block in BLOCKS


# What a card can say beside its steps, in the order it is said.
Shown = Literal["needs", "easier", "harder"]


class Patient(Model):
    """Who the handout is for; the name is printed on the sheet and nowhere else."""

    name: Annotated[str, text(200)] | None = None
    initials: Annotated[str, text(16)] | None = None
    id: Annotated[str, text(60)] | None = None


class BlockChoice(Model):
    """One chosen block and its settings.

    `points` are the numbers of trigger points on the map, `weeks` the length of the diary, `lines` how many
    there are to write questions on.
    """

    block: Id
    points: Annotated[tuple[Annotated[int, Field(ge=1, le=9)], ...], Field(min_length=1)] | None = None
    weeks: Annotated[int, Field(ge=1, le=4)] | None = None
    lines: Annotated[int, Field(ge=1, le=20)] | None = None


class Plan(Model):
    """A plan as its file says it; what is left out comes from the condition, the clinic and the layout.

    The safety block cannot be left out: `blocks` may move it, and where it is missing it is added.
    `country` is for somebody who has no clinic: it decides whom the sheet says to call.
    `show` is what else the cards of the exercises say: what is needed, and how to make it easier or harder.
    `previous` is the file of the last plan, beside this one, from which `changes` are told;
    `private_note` stands on the clinic's copy only.
    """

    condition: ConditionId
    patient: Patient | None = None
    date: Date | None = None
    side: WrittenSide | None = None
    goal: OwnText | None = None
    exercises: Annotated[tuple[Chosen, ...], Field(max_length=30)] | None = None
    show: Annotated[tuple[Shown, ...], Field(min_length=1)] | None = None
    blocks: Annotated[tuple[BlockChoice, ...], Field(min_length=1)] | None = None
    review: Date | None = None
    note: OwnText | None = None
    layout: LayoutId | None = None
    country: CountryCode | None = None
    paper: Literal["a4", "letter"] | None = None
    language: Language | None = None
    clinic: FileName | None = None
    previous: FileName | None = None
    private_note: OwnText | None = None
