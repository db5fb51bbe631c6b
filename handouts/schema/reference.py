"""The sources that content rests on, and the words of the trade."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from handouts.schema.base import ContentFile, Id, Label, Model, Sentence, text


class Reference(Model):
    """One source: `short` is printed, `number` is its number in the fact base where it has one.

    `read` says how much of it was read; `copy` is wording quoted by another page.
    """

    title: Annotated[str, text(200)]
    short: Annotated[str, text(24)]
    kind: Literal["guideline", "leaflet", "practice", "review", "trial", "web"]
    read: Literal["full", "abstract", "summary", "figure", "opening", "copy", "none"]
    number: Annotated[str, text(4)] | None = None


class References(RootModel[dict[Id, Reference]]):
    """All sources by id."""


class Term(Model):
    """One word of the trade with its meaning in plain words."""

    term: Label
    meaning: Sentence


class Glossary(ContentFile):
    """Words of the trade that the texts of a condition may use."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
