"""How much of an exercise: the model, and the short notation for it."""

from typing import Annotated, Literal

from pydantic import Field

from handouts.schema.base import Model, SourceId

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

    `reps` alone means that many times; with `sets`, that many in each set.
    `days` names the days, `days_per_week` only counts them.
    """

    sets: Sets | None = None
    reps: Reps | None = None
    hold_seconds: HoldSeconds | None = None
    rest_seconds: RestSeconds | None = None
    times_per_day: TimesPerDay | None = None
    days_per_week: DaysPerWeek | None = None
    days: tuple[Day, ...] | None = None
    weeks: Weeks | None = None
    pain_limit: PainLimit | None = None
    side: Side | None = None


class DefaultDose(Dose):
    """The usual dose of an exercise, with the sources of its numbers."""

    sources: tuple[SourceId, ...]
