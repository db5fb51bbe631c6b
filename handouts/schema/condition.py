"""A condition, the phases of its protocol, and the blocks of text that can be said about it."""

import re
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from handouts.schema.amount import Amount, Between, own_error
from handouts.schema.base import (
    AsWritten,
    ContentFile,
    Date,
    FigureId,
    GlossaryId,
    Id,
    Label,
    Limb,
    Model,
    MuscleId,
    RegionId,
    SafetyId,
    Sign,
    SourceId,
    Statement,
    text,
)
from handouts.schema.caution import Caution, FactId
from handouts.schema.exercise import Chosen
from handouts.schema.placeholders import Marked

MOST_PHASES = 20

_NUMBER = re.compile(r"(?:phase\s*)?(\d{1,3})", re.IGNORECASE)


def read_phase(value: object) -> object:
    """Return the number of a phase that is written as a text such as `2` or `phase 2`; else the value."""
    found = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    return int(found[1]) if found else value


PhaseNumber = Annotated[int, BeforeValidator(read_phase), Field(ge=1, le=MOST_PHASES)]


class Phase(Model):
    """One phase of a protocol; the next one follows when all is so that `go_on` says.

    `go_on` are whole sentences, such as `The tendon is as usual the next morning.`
    """

    title: Label
    """What it is called on paper, such as Heel drops."""
    weeks: Annotated[Amount, Between(0, 104)] | None = None
    """Its weeks from the first to the last, such as 1-2; left out, it ends with `go_on` alone."""
    exercises: Annotated[
        tuple[Annotated[str, text(300), AsWritten()], ...], Field(min_length=1, max_length=30)
    ]
    """Its exercises with their doses, such as [heel-raise 3x10, toe-touch]."""
    go_on: Annotated[tuple[Statement, ...], Field(max_length=6)] = ()
    """What must be so to go on to the next phase, each a sentence; of the last, to be done."""


Phases = Annotated[tuple[Phase, ...], Field(min_length=1, max_length=MOST_PHASES)]


class Option(Model):
    """One thing that can help: what it is, what is known of it, and how sure that is.

    Grades after the fact base: A solid, B fair, C weak or short-term, D disputed, N none found.
    """

    name: Label
    """What it is called."""
    what: Statement
    """What it is."""
    known: Statement
    """What is known of it."""
    grade: Literal["A", "B", "C", "D", "N"]
    """How sure that is: A solid, B fair, C weak or short-term, D disputed, N none found."""


class Part(Model):
    """One part of a text block: exactly one of a paragraph, a list, numbered steps or graded options."""

    heading: Label | None = None
    """A heading over it."""
    text: Statement | None = None
    """A paragraph."""
    bullets: tuple[Statement, ...] = ()
    """A list without order."""
    steps: tuple[Statement, ...] = ()
    """A list to be followed in order."""
    options: tuple[Option, ...] = ()
    """Things that can help, each with what is known of it."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = [key for key in ("text", "bullets", "steps", "options") if getattr(self, key)]
        if len(given) != 1:
            raise own_error("a part has exactly one of `text`, `bullets`, `steps` and `options`.")
        return self


class TextBlock(Model):
    """A heading and what is said under it."""

    heading: Annotated[str, text(34)]
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    cautions: tuple[Caution, ...] = ()


class Advice(ContentFile, TextBlock):
    """A text block that several conditions share; `figure` is the picture beside it.

    `safety` is the part of the body that it speaks of, by its warning signs: it is printed for no other.
    """

    safety: SafetyId | None = None
    figure: FigureId | None = None
    caption: Annotated[str, text(28)] | None = None


class Band(Model):
    """One light of the pain rule: from `low` to `high` on a scale of 0 to 10."""

    low: Annotated[int, Field(ge=0, le=10)]
    high: Annotated[int, Field(ge=0, le=10)]
    meaning: Literal["fine", "care", "stop"]
    word: Annotated[str, text(12)]
    text: Annotated[str, text(60)]
    short: Annotated[str, text(40)]


class PainRule(Model):
    """The traffic light, when to do less, and the heading over what makes each exercise harder."""

    heading: Annotated[str, text(34)]
    scale: Annotated[str, text(60)]
    bands: tuple[Band, Band, Band]
    less_heading: Annotated[str, text(34)]
    less: Statement
    more_heading: Annotated[str, text(34)]
    sources: tuple[SourceId, ...]


class WarningSign(Sign):
    """A sign to get help or to stop for.

    Where several files are printed together, of those with the same `sign` the first is said: what is a sign
    of another part of the body, or of more of it, has another one. One that is of more of it `covers` others,
    which are not said beside it.
    """

    sign: Id | None = None
    covers: tuple[Id, ...] = ()


class Safety(ContentFile):
    """The warning signs of one body region, worst first; they can be moved but never left out.

    `clot_risk` is said under `foot`. `strip` are the questions of page 1; what to `stop` for is said under
    every page of exercises and goes on from the word Stop: no capital, no full stop.
    """

    heading: Annotated[str, text(34)]
    emergency: Annotated[tuple[WarningSign, ...], Field(min_length=1)]
    hospital: Annotated[tuple[WarningSign, ...], Field(min_length=1)]
    today: Annotated[tuple[WarningSign, ...], Field(min_length=1)]
    foot: Sign
    clot_risk: Sign | None = None
    strip_emergency: Sign
    strip_today: Sign
    strip_today_action: Sign
    strip_hospital: Sign
    stop: Annotated[tuple[WarningSign, ...], Field(min_length=2)]
    soon_heading: Annotated[str, text(34)]
    soon: Sign


class Condition(ContentFile):
    """A condition: its words, its usual exercises and its usual blocks, in order.

    `aim` and `usual_time` go on from what to do each day: no capital, no full stop.
    In its file an exercise may be written in the dose notation, as in a plan. `phases` are those of its
    protocol, each with exercises in the place of the usual ones.
    It has a map where it has a `muscle` with points and a `region`. A plan needs a side where it is `sided`,
    may have none where it is not, and may have one or none where that is left open.
    """

    title: Annotated[str, text(24)]
    also_called: tuple[Label, ...] = ()
    """Other names by which plans can name it."""
    subtitle: Annotated[str, text(50)]
    sheet_title: Annotated[str, text(30), Marked(("days",), strong=False)]
    aim: Statement
    usual_time: Statement
    muscle: MuscleId | None = None
    region: RegionId | None = None
    limb: Limb | None = None
    """What a side is of, where that is not what the region is of."""
    sided: bool | None = None
    safety: SafetyId
    glossary: GlossaryId | None = None
    version: Annotated[str, text(10), AsWritten()]
    issued: Date
    check_by: Date
    facts: tuple[FactId, ...] = ()
    """What is true of everyone who has it: cautions meant for that are met without a word in the plan."""
    exercises: tuple[Chosen, ...] = ()
    phases: Phases | None = None
    blocks: tuple[Id, ...]
    texts: dict[Id, TextBlock] = {}
    pain_rule: PainRule
    what_helps: Annotated[tuple[Statement, ...], Field(max_length=4)] = ()
    map_points: tuple[int, ...] = ()
