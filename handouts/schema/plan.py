"""One person's plan."""

from datetime import date
from typing import Annotated

from pydantic import Field

from handouts.schema.base import Id, Model, text
from handouts.schema.dose import Dose, Side


class Patient(Model):
    """Who the handout is for; the name is printed on the sheet and nowhere else."""

    name: Annotated[str, text(80)] | None = None
    initials: Annotated[str, text(6)] | None = None
    id: Annotated[str, text(30)] | None = None


class Chosen(Dose):
    """One chosen exercise with the patient's own dose and note."""

    exercise: Id
    note: Annotated[str, text(200)] | None = None


class BlockChoice(Model):
    """One chosen block and its settings."""

    block: Id
    points: tuple[Annotated[int, Field(ge=1, le=9)], ...] | None = None
    weeks: Annotated[int, Field(ge=1, le=4)] | None = None


class Plan(Model):
    """A plan as its file says it; what is left out comes from the condition, the clinic and the layout."""

    condition: Id
    patient: Patient | None = None
    date: date | None = None
    side: Side | None = None
    goal: Annotated[str, text(120)] | None = None
    exercises: tuple[Chosen, ...] | None = None
    blocks: tuple[BlockChoice, ...] | None = None
    review: date | None = None
    note: Annotated[str, text(400)] | None = None
    layout: Id | None = None
    paper: str | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] | None = None
    clinic: Annotated[str, text(200)] | None = None
