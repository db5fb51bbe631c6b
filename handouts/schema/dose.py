"""How much of an exercise: the models, and the dose notation read into them and written from them."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from handouts.problems import Problem
from handouts.schema.base import ExerciseId, Model, OwnText, SourceId
from handouts.schema.check import check
from handouts.schema.notation import read_chosen, write_notation
from handouts.source import NOWHERE, Source

Side = Literal["left", "right", "both"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

Sets = Annotated[int, Field(ge=1, le=10)]
Reps = Annotated[int, Field(ge=1, le=100)]
HoldSeconds = Annotated[int, Field(ge=0, le=180)]
RestSeconds = Annotated[int, Field(ge=0, le=600)]
TimesPerDay = Annotated[int, Field(ge=1, le=10)]
DaysPerWeek = Annotated[int, Field(ge=1, le=7)]
Weeks = Annotated[int, Field(ge=1, le=26)]
PainLimit = Annotated[int, Field(ge=0, le=5)]


class Dose(Model):
    """How much of one exercise; what is left out comes from the exercise's own dose.

    `reps` alone means that many times; with `sets`, that many in each set. `sets` alone leaves the usual
    repetitions, and of an exercise that has no sets means that many times.
    `days` names the days, `days_per_week` only counts them.
    """

    sets: Sets | None = None
    reps: Reps | None = None
    hold_seconds: HoldSeconds | None = None
    rest_seconds: RestSeconds | None = None
    times_per_day: TimesPerDay | None = None
    days_per_week: DaysPerWeek | None = None
    days: Annotated[tuple[Day, ...], Field(min_length=1)] | None = None
    weeks: Weeks | None = None
    pain_limit: PainLimit | None = None
    side: Side | None = None

    @model_validator(mode="after")
    def _days_agree(self) -> Self:
        say = ""
        if self.days and len(set(self.days)) < len(self.days):
            say = "`days` names a day twice."
        elif self.days and self.days_per_week and len(self.days) != self.days_per_week:
            say = (
                f"`days` names {len(self.days)}, `days_per_week` says {self.days_per_week}; keep one of them."
            )
        if say:
            raise PydanticCustomError("own", "{say}", {"say": say})
        return self


class DefaultDose(Dose):
    """The usual dose of an exercise, with the sources of its numbers."""

    sources: tuple[SourceId, ...]


class Chosen(Dose):
    """One chosen exercise with the patient's own dose and note."""

    exercise: ExerciseId
    note: OwnText | None = None


def parse_chosen(text: str, path: Path = Path("exercise")) -> Chosen:
    """Return the exercise and dose of a text such as `heel-raise 3x12`; raise ContentError."""
    said = read_chosen(text)
    faults = [Problem(path, 0, 0, fault.message, fault.hint) for fault in said.faults]
    return check(Source(path, said.values, {(): NOWHERE}), Chosen, also=faults)


def format_dose(dose: Dose) -> str:
    """Return the dose, and the exercise and note if it has them, in the notation."""
    return write_notation(dose.model_dump(exclude={"sources"}))
