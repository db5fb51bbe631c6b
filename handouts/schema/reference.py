"""The sources that content rests on, and the words of the trade."""

from typing import Annotated, Literal

from pydantic import RootModel

from handouts.schema.base import Id, Label, Model, Sentence, text


class Reference(Model):
    """One source: `short` is printed, `number` is its number in the fact base.

    `read` says how much of it was read; `copy` is wording quoted by another page.
    """

    title: Annotated[str, text(200)]
    short: Annotated[str, text(24)]
    kind: Literal["guideline", "leaflet", "practice", "review", "trial", "web"]
    read: Literal["full", "abstract", "summary", "figure", "opening", "copy", "none"]
    number: Annotated[str, text(4)]


class References(RootModel[dict[Id, Reference]]):
    """All sources by id."""


class Glossary(RootModel[dict[Label, Sentence]]):
    """Words of the trade, each with its meaning in plain words."""
