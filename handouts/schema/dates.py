"""Read a date as people write it, wherever only one day can be meant."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal

# Which of day and month comes first where figures could mean both.
DateOrder = Literal["dmy", "mdy"]

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)
DAYS_OF_A_WEEK = 7
LONGEST_SHOWN = 40
# In these a diary has all of its days, and a year is written with four digits.
YEARS = range(1900, 3000)

_ISO_TIME = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2})[t ](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})"
)
_MONTH_DAY = re.compile(rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})")
_LATER = re.compile(r"(?:(?:\+|in\s)\s*(?=\d)|(?=\d+\s*[dw]))(\d{1,3})\s*(d|days?|w|wks?|weeks?)?")


def read_date(
    text: str, *, order: DateOrder | None = None, start: datetime.date | None = None
) -> datetime.date:
    """Return the day of a text such as `2026-12-31`, `31.12.2026`, `31 Dec 2026` or `+14`.

    `order` settles figures that could be two days; `start` is the day from which `+14` counts.
    Raises ValueError with the sentence to show.
    """
    written = " ".join(text.split()).lower()
    later = _LATER.fullmatch(written)
    if later:
        days = int(later[1]) * (7 if (later[2] or "d").startswith("w") else 1)
        if start is None:
            raise ValueError(f"`{_shown(text)}` counts from no day here; write a date like 2026-12-31.")
        return start + datetime.timedelta(days=days)
    found = list(dict.fromkeys(_days(written, order)))
    if any(day.year not in YEARS for day in found):
        raise ValueError(f"`{_shown(text)}` is not a date of our time: years are {YEARS[0]} to {YEARS[-1]}.")
    if len(found) == 1:
        return found[0]
    if found:
        first, second = found
        which = (
            f"is {first} or {second}; write it so, or name the order once as `date_order: dmy` in clinic.yaml"
        )
        raise ValueError(f"`{_shown(text)}` {which}.")
    if _has_form(written):
        raise ValueError(f"`{_shown(text)}` is not a date: there is no such day.")
    raise ValueError(f"`{_shown(text)}` is not a date; write it as year-month-day, like 2026-12-31.")


def time_of(text: str) -> str:
    """Return the time of a text such as `2026-12-04 09:30`, or nothing, as for midnight."""
    timed = _ISO_TIME.fullmatch(" ".join(text.split()).lower())
    return timed[2] if timed and timed[2].strip("0:") else ""


def _has_form(written: str) -> bool:
    named = _named(written)
    forms = (_ISO_TIME, _YEAR_FIRST, _YEAR_LAST)
    return any(form.fullmatch(written) for form in forms) or bool(named and _month(named["month"]))


def _named(written: str) -> re.Match[str] | None:
    return _DAY_MONTH.fullmatch(written) or _MONTH_DAY.fullmatch(written)


def _days(written: str, order: DateOrder | None) -> Iterator[datetime.date]:
    """Yield the days that a text can mean, those of the `order` only where it is known."""
    timed = _ISO_TIME.fullmatch(written)
    if found := _YEAR_FIRST.fullmatch(timed[1] if timed else written):
        yield from _day(found[1], found[3], found[4])
    elif found := _YEAR_LAST.fullmatch(written):
        first, mark, second, year = found.groups()
        # With dots the day is first wherever dates are written so.
        day_first, month_first = list(_day(year, second, first)), list(_day(year, first, second))
        if mark == "." or order == "dmy":
            yield from day_first
        else:
            yield from month_first if order == "mdy" else (*day_first, *month_first)
    elif found := _named(written):
        days = _day(found["year"], str(_month(found["month"])), found["day"])
        weekday = found["weekday"]
        yield from (day for day in days if weekday in (None, WEEK[day.weekday()]))


def _month(word: str) -> int:
    """Return the number of a month by its name or the beginning of it, or 0."""
    return next((at for at, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


def _day(year: str, month: str, day: str) -> Iterator[datetime.date]:
    try:
        yield datetime.date(int(year), int(month), int(day))
    except ValueError:
        return


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
