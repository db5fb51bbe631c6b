"""A condition and the blocks of text that can be said about it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from handouts.schema.base import Id, Label, Line, Model, SeedId, Sentence, SourceId, Statement, text
from handouts.schema.dose import Reps, Sets


class Part(Model):
    """One part of a text block: exactly one of a paragraph, a list, numbered steps or graded options."""

    heading: Label | None = None
    text: Statement | None = None
    bullets: tuple[Statement, ...] = ()
    steps: tuple[Statement, ...] = ()
    options: tuple["Option", ...] = ()


class Option(Model):
    """One thing that can help: what it is, what is known of it, and how sure that is.

    Grades after the fact base: A solid, B fair, C weak or short-term, D disputed, N none found.
    """

    name: Label
    what: Statement
    known: Statement
    grade: Literal["A", "B", "C", "D", "N"]


class TextBlock(Model):
    """A heading and what is said under it."""

    heading: Annotated[str, text(34)]
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]


class Advice(TextBlock):
    """A text block that several conditions share; `figure` is the picture beside it."""

    id: Id
    figure: Id | None = None
    caption: Annotated[str, text(28)] | None = None


class Band(Model):
    """One light of the pain rule: from `low` to `high` on a scale of 0 to 10."""

    low: Annotated[int, Field(ge=0, le=10)]
    high: Annotated[int, Field(ge=0, le=10)]
    meaning: Literal["fine", "care", "stop"]
    word: Annotated[str, text(12)]
    text: Annotated[str, text(60)]
    short: Annotated[str, text(40)]


class NextRung(Statement):
    """A next step of strength work; said until the dose has `reps` or `sets`."""

    reps: Reps | None = None
    sets: Sets | None = None


class PainRule(Model):
    """The traffic light, and when to do less and when to do more."""

    heading: Annotated[str, text(34)]
    scale: Annotated[str, text(60)]
    bands: Annotated[tuple[Band, Band, Band], Field()]
    less_heading: Annotated[str, text(34)]
    less: Statement
    more_heading: Annotated[str, text(34)]
    more: Annotated[tuple[NextRung, ...], Field(min_length=1, max_length=3)]
    sources: tuple[SourceId, ...]


class Safety(Model):
    """The warning signs of one body region, worst first; they can be moved but never left out.

    `strip` are the questions of page 1; `stop` is said under every page of exercises.
    """

    id: Id
    heading: Annotated[str, text(34)]
    emergency: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=5)]
    hospital: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=3)]
    today: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=6)]
    foot: Statement
    strip_emergency: Statement
    strip_today: Statement
    strip_today_action: Statement
    strip_hospital: Statement
    stop: Statement
    soon_heading: Annotated[str, text(34)]
    soon: Statement


class Condition(Model):
    """A condition: its words, its usual exercises and its usual blocks, in order."""

    id: Id
    title: Annotated[str, text(24)]
    subtitle: Annotated[str, text(50)]
    sheet_title: Annotated[str, text(30)]
    muscle: Id
    region: Id
    sided: bool
    safety: Id
    version: Annotated[str, text(10)]
    issued: date
    check_by: date
    exercises: tuple[str, ...]
    blocks: tuple[Id, ...]
    texts: dict[Id, TextBlock]
    pain_rule: PainRule
    what_helps: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=4)]
    map_points: tuple[int, ...]
