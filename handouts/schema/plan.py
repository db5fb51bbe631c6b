"""One person's plan."""

import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeGuard, get_args

from pydantic import Field

from handouts.schema.base import ConditionId, Date, FileName, Id, Language, LayoutId, Model, OwnText, text
from handouts.schema.caution import FactId
from handouts.schema.condition import PhaseNumber
from handouts.schema.country import CountryCode
from handouts.schema.dose import WrittenSide, format_dose, write_notation
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.papers import WrittenNeed
from handouts.schema.people import People
from handouts.schema.rewording import Rewording, Texts
from handouts.source import called_from, write_source

# The blocks that every condition has; a condition adds its own texts.
BlockKind = Literal[
    "summary",
    "trigger-point-map",
    "about-the-muscle",
    "what-helps",
    "changes",
    "phase",
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


# The order of the exercises: with the fewest changes of position, then of equipment, or the plan's own.
Order = Literal["by-position", "as-written"]

# What a card can say beside its steps, in the order it is said.
Shown = Literal["needs", "easier", "harder"]


class Patient(Model):
    """Who the handout is for; the name is printed on the sheet and nowhere else."""

    name: Annotated[str, text(200)] | None = None
    """The full name, printed on the sheet and nowhere else."""
    initials: Annotated[str, text(16)] | None = None
    """The initials, under every page; without them they are made from the name."""
    id: Annotated[str, text(60)] | None = None
    """The number in the clinic's records, such as "4711"; it names the file and stands under every page."""
    facts: Annotated[tuple[FactId, ...], Field(max_length=20)] = ()
    """What decides what they can do, such as [anticoagulants, pregnant]; never printed as such."""


class BlockChoice(Model):
    """One chosen block and its settings."""

    block: Id
    """The id of a block; `handouts list blocks` tells all there are."""
    points: Annotated[tuple[Annotated[int, Field(ge=1, le=9)], ...], Field(min_length=1)] | None = None
    """The numbers of the trigger points on the map, such as [1, 2]."""
    weeks: Annotated[int, Field(ge=1, le=12)] | None = None
    """How many weeks the diary has, 1 to 12."""
    lines: Annotated[int, Field(ge=1, le=20)] | None = None
    """How many lines there are to write questions on, 1 to 20."""


class Plan(Model):
    """A plan as its file says it; what is left out comes from its conditions, the clinic and the layout.

    The safety block cannot be left out: `blocks` may move it, and where it is missing it is added.
    """

    condition: Annotated[tuple[ConditionId, ...], Field(min_length=1, max_length=4)] | None = None
    """What it is about, such as [soleus-trigger-points]; left out, exercises with general safety."""
    patient: Patient | None = None
    """Who it is for; a leaflet for nobody in particular has none."""
    date: Date | None = None
    """The day of the handout, such as 2026-11-20; left out, today."""
    side: WrittenSide | None = None
    """The sore side: left, right or both."""
    goal: OwnText | None = None
    """What the person wants to do again, in their words."""
    exercises: Annotated[tuple[Chosen, ...], Field(max_length=30)] | None = None
    """The exercises, each with its dose; left out, the usual ones of the conditions, or of the phase."""
    phase: PhaseNumber | None = None
    """The phase of the condition's or the clinic's protocol, such as 2; its exercises are the usual ones."""
    order: Order | None = None
    """Their order: as-written, or by-position with the fewest changes of position; left out, that."""
    show: Annotated[tuple[Shown, ...], Field(min_length=1)] | None = None
    """What else each card says: needs, easier, harder."""
    blocks: Annotated[tuple[BlockChoice, ...], Field(min_length=1)] | None = None
    """The blocks in order; left out, the condition's usual ones. The warning signs are always printed."""
    texts: Texts | None = None
    """Own words in place of those of a text, such as {overview: …}; never of the warning signs."""
    review: Date | None = None
    """The next visit: a date, or +14 or +2w after the date of the handout."""
    note: OwnText | None = None
    """What is printed for this person alone."""
    people: People | None = None
    """How the people in the pictures look, such as {skin: brown, hair: grey}; left out, each is another."""
    layout: LayoutId | None = None
    """How the pages look; `handouts list layouts` tells all there are."""
    needs: Annotated[tuple[WrittenNeed, ...], Field(min_length=1)] | None = None
    """What they need of the paper, such as [large-print]: it chooses the layout unless an option does."""
    country: CountryCode | None = None
    """Whose emergency numbers are printed where there is no clinic, such as gb or Ireland."""
    paper: Literal["a4", "letter"] | None = None
    """The paper; left out, the clinic's, else the layout's."""
    language: Language | None = None
    """The language, such as en or en-US; left out, the one of the country."""
    clinic: FileName | None = None
    """The file of the clinic, beside this plan; left out, the usual one."""
    previous: FileName | None = None
    """The file of the last plan, beside this one, from which changes are told."""
    accepted: OwnText | None = None
    """Why something is given in spite of a caution; it stands on the clinic's copy only."""
    private_note: OwnText | None = None
    """What stands on the clinic's copy only."""


def write_plan(plan: Plan, folder: Path = Path()) -> str:
    """Return YAML text that reads back as the same plan, with nothing in it that was not said.

    It names the pictures of its own exercises as they are found from a folder, which is to be its own.
    """
    said = {key: getattr(plan, key) for key in Plan.model_fields if getattr(plan, key) is not None}
    if plan.condition and len(plan.condition) == 1:
        (said["condition"],) = plan.condition
    return write_source({key: _yaml_of(value, folder) for key, value in said.items()})


def _yaml_of(value: Any, folder: Path) -> Any:
    if isinstance(value, tuple):
        return [_yaml_of(item, folder) for item in value]
    if isinstance(value, Chosen):
        return _yaml_of_own(value, value.own, folder) if value.own else format_dose(value)
    if isinstance(value, BlockChoice):
        settings = value.model_dump(exclude={"block"}, exclude_none=True)
        return {value.block: settings} if settings else value.block
    if isinstance(value, str | int | datetime.date):
        return value
    if isinstance(value, dict):
        return {key: _yaml_of(item, folder) for key, item in value.items()}
    if isinstance(value, Rewording):
        said = value.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        return {key: _text_alone(part) for key, part in said.items()}
    return value.model_dump(exclude_none=True, exclude_defaults=True)


def _yaml_of_own(chosen: Chosen, own: Exercise, folder: Path) -> dict[str, Any]:
    """Return an exercise that the plan writes out as a plan writes it."""

    def found(file: str) -> str:
        return called_from(folder, Path(file))

    data = own.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
    said = {key: _text_alone(value) for key, value in data.items()}
    if own.picture:
        said["picture"] = found(own.picture)
    if own.pictures:
        said["pictures"] = [{**one, "file": found(one["file"])} for one in data["pictures"]]
    dose = write_notation(chosen.model_dump(exclude={"exercise", "own", "note"}))
    beside = {"dose": dose, "note": chosen.note}
    return {**said, **{key: value for key, value in beside.items() if value}}


def _text_alone(value: Any) -> Any:
    """Return a text alone where a mapping has nothing else."""
    if isinstance(value, list):
        return [_text_alone(item) for item in value]
    return value["text"] if isinstance(value, dict) and [*value] == ["text"] else value
