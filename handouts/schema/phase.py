"""A phase of a protocol: the exercises of some weeks, and what must be so to go on."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from handouts.schema.amount import Amount, Between
from handouts.schema.base import AsWritten, Label, Model, Statement, text

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
