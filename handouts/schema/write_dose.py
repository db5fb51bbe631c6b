"""Write named values of a dose in the notation."""

from collections.abc import Mapping
from typing import Any

from handouts.schema.amount import written
from handouts.schema.dose_words import UNTIL_TIRED
from handouts.schema.notation import is_turned, read_dose

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
