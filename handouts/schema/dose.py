"""How much of an exercise: the models, and the dose notation read into them and written from them."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from handouts.schema.amount import Amount, Between, own_error, written
from handouts.schema.base import Model, SourceId, text
from handouts.schema.dose_words import UNTIL_TIRED, read_days, read_load, read_parts, read_side, read_tempo
from handouts.schema.notation import is_turned, read_dose

Side = Literal["left", "right", "both"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
PartOfDay = Literal["morning", "midday", "afternoon", "evening", "bedtime"]
Effort = Literal["until tired", "as you can bear"]

# A side as it is written: `Left`, `L` and `bilateral` are understood, too.
WrittenSide = Annotated[Side, BeforeValidator(read_side)]

Counted = Annotated[int, Field(ge=1, le=30)]
Stop = Annotated[int, Field(ge=0, le=30)]


def _load(written: object) -> object:
    if isinstance(written, int | float | str) and re.fullmatch(r"\d+(?:[.,]\d+)?", str(written).strip()):
        raise own_error(f"the load `{written}` has no unit; write `{written} kg`.")
    return read_load(written)


LOAD_PATTERN = r"^[\w][\w .,/%+&'’()–-]*$"
Load = Annotated[str, BeforeValidator(_load), text(40), StringConstraints(pattern=LOAD_PATTERN)]

# What a load is, as far as an exercise is done otherwise with it.
LoadKind = Literal["weight", "band"]


class Dose(Model):
    """How much of one exercise; what is left out comes from the exercise's own dose.

    A number may be a range, `[8, 12]` or `8-12`. `reps` alone means that many times; with `sets`, that many
    in each set. `sets` alone leaves the usual repetitions, and of an exercise that has no sets means that
    many times. `seconds` is a time in place of repetitions.
    `tempo` counts the seconds to move, to hold and to return. `days` names the days, `days_per_week` only
    counts them; `times_of_day` names the times, `times_per_day` only counts them.
    """

    sets: Annotated[Amount, Between(1, 10)] | None = None
    """How many sets: a number, or a range such as [2, 3]."""
    reps: Annotated[Amount, Between(1, 100)] | None = None
    """How many repetitions, in each set where there are sets: a number, or a range such as [8, 12]."""
    seconds: Annotated[Amount, Between(1, 3600)] | None = None
    """How long, in seconds, in place of repetitions."""
    hold_seconds: Annotated[Amount, Between(0, 600)] | None = None
    """How long each repetition is held, in seconds."""
    rest_seconds: Annotated[Amount, Between(0, 600)] | None = None
    """How long to rest between sets, in seconds."""
    tempo: Annotated[tuple[Counted, Stop, Counted], BeforeValidator(read_tempo)] | None = None
    """The seconds to move, to hold and to return, such as 2-1-3."""
    load: Load | None = None
    """The weight or the band, such as 5 kg or red band."""
    effort: Effort | None = None
    """When to stop in place of a number: until tired, or as you can bear."""
    times_per_day: Annotated[Amount, Between(1, 10)] | None = None
    """How often a day: a number, or a range such as [2, 3]."""
    every_hours: Annotated[Amount, Between(1, 12)] | None = None
    """Every so many hours while awake."""
    times_of_day: (
        Annotated[tuple[PartOfDay, ...], BeforeValidator(read_parts), Field(min_length=1)] | None
    ) = None
    """The times of the day, such as [morning, evening]."""
    days_per_week: Annotated[Amount, Between(1, 7)] | None = None
    """On how many days of the week."""
    days: Annotated[tuple[Day, ...], BeforeValidator(read_days), Field(min_length=1)] | None = None
    """The days of the week, such as [mon, wed, fri]."""
    every_days: Annotated[int, Field(ge=2, le=14)] | None = None
    """Every so many days: 2 is every other day."""
    weeks: Annotated[Amount, Between(1, 52)] | None = None
    """For how many weeks."""
    pain_limit: Annotated[int, Field(ge=0, le=5)] | None = None
    """How much pain is right, at most, from 0 to 5."""
    side: WrittenSide | None = None
    """The side that works: left, right or both; left out, the sore one."""

    @property
    def load_kind(self) -> LoadKind | None:
        """What kind of load it is; None without one, and for words that do not tell."""
        load = (self.load or "").lower()
        if re.search(r"(bands?|tubes?|tubing)\b", load):
            return "band"
        return "weight" if load.endswith((" kg", " lb")) else None

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        say = self._twice() or self._at_odds()
        if say:
            raise own_error(say)
        return self

    def _twice(self) -> str:
        """Return what to say of a list that names something twice."""
        for key, one in (("days", "day"), ("times_of_day", "time")):
            named = getattr(self, key) or ()
            if len(set(named)) < len(named):
                return f"`{key}` names a {one} twice."
        return ""

    def _at_odds(self) -> str:
        """Return what to say of two values that cannot both be meant."""
        for key, other in EITHER:
            if getattr(self, key) is not None and getattr(self, other) is not None:
                hint = "; a hold is written `hold 30s`" if (key, other) == EITHER[0] else ""
                return f"`{key}` and `{other}` cannot both be; keep one of them{hint}."
        for key, count in (("days", "days_per_week"), ("times_of_day", "times_per_day")):
            named, number = getattr(self, key), getattr(self, count)
            if named and number is not None and len(named) != number:
                said = f"{number[0]}-{number[1]}" if isinstance(number, tuple) else number
                return f"`{key}` names {len(named)}, `{count}` says {said}; keep one of them."
        if self.tempo and self.hold_seconds is not None and self.hold_seconds != self.tempo[1]:
            return f"`tempo` holds for {self.tempo[1]}, `hold_seconds` says otherwise; keep one of them."
        return ""


# Keys of a dose that exclude each other.
EITHER = (
    ("seconds", "reps"),
    ("seconds", "hold_seconds"),
    ("every_hours", "times_per_day"),
    ("every_hours", "times_of_day"),
    ("every_days", "days"),
    ("every_days", "days_per_week"),
)


class DefaultDose(Dose):
    """The usual dose of an exercise, with the sources of its numbers."""

    sources: tuple[SourceId, ...] = ()
    """Where the numbers come from."""


def format_dose(dose: Dose) -> str:
    """Return the dose, and the exercise and note if it has them, in the notation."""
    return write_notation(dose.model_dump(exclude={"sources", "own"}))


FORMS = {
    "hold_seconds": "hold {}s",
    "rest_seconds": "rest {}s",
    "tempo": "tempo {}",
    "load": "{}",
    "effort": "{}",
    "times_per_day": "{}/day",
    "every_hours": "every {} hours",
    "times_of_day": "{}",
    "days_per_week": "{}/week",
    "days": "{}",
    "every_days": "every {} days",
    "weeks": "{} weeks",
    "side": "{}",
    "pain_limit": "pain<={}",
}
_JOINED = {"days": ",", "times_of_day": " and ", "tempo": "-"}


def write_notation(values: Mapping[str, Any]) -> str:
    """Return the notation of values by the keys of a dose, in the usual order; `None` is left out."""
    given = {key: value for key, value in values.items() if value is not None}
    words = [given["exercise"]] if "exercise" in given else []
    words += _write_counts(given)
    words += [form.format(_write(key, given[key])) for key, form in FORMS.items() if key in given]
    if "note" in given:
        words.append(f"note {_quoted(given['note'])}")
    return " ".join(words)


def _write(key: str, value: Any) -> str:
    if key in _JOINED:
        return _JOINED[key].join(map(str, value))
    if key == "load":
        return str(value) if read_dose(value).values == {"load": value} else f"load {_quoted(value)}"
    return value if isinstance(value, str) else written(value)


def _write_counts(given: Mapping[str, Any]) -> list[str]:
    sets, reps, seconds = (written(given[key]) if key in given else "" for key in ("sets", "reps", "seconds"))
    if seconds:
        return [f"{sets}x{seconds}s"] if sets else [f"{seconds}s"]
    if sets and reps and is_turned(given["sets"], given["reps"]):
        return [f"{sets} sets of {reps}"]
    if sets and reps:
        times = sets == "1" and given.get("effort") != UNTIL_TIRED
        return [f"{reps}x" if times else f"{sets}x{reps}"]
    return [f"{sets} sets"] if sets else [f"x{reps}"] if reps else []


def _quoted(note: str) -> str:
    quote = '"' if "'" in note and '"' not in note else "'"
    return f"{quote}{note.replace(quote, quote * 2)}{quote}"
