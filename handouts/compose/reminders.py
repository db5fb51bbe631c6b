"""The doses of a plan as reminders: when each is first, on which days it comes again, and until when.

What a dose leaves open is filled in so that it can be moved: times of the day, and which days of a week.
"""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from handouts.compose.doses import dose_sentence
from handouts.compose.prescription import Prescription
from handouts.library.words import Speech
from handouts.schema.amount import highest
from handouts.schema.dates import DAYS_OF_A_WEEK, WEEK

# The hours of the named parts of a day, and of what is done once, twice or three times; an assumption.
PARTS = {"morning": 8, "midday": 12, "afternoon": 15, "evening": 18, "bedtime": 21}
TIMES = {1: (9,), 2: (9, 18), 3: (9, 13, 18)}
# What is done more often begins at this hour, and ends at the other.
FIRST, LAST = 7, 22


class Reminder(NamedTuple):
    """What is to be done at one hour, every so many `days` or on the named ones of each week.

    `first` and `last` are the first and the last day that have it; `on` are weekdays, 0 is Monday.
    """

    first: datetime.date
    last: datetime.date
    hour: int
    summary: str
    description: str
    days: int = 1
    on: tuple[int, ...] = ()


def compose_reminders(
    given: Sequence[Prescription], *, start: datetime.date, review: datetime.date | None, speech: Speech
) -> tuple[Reminder, ...]:
    """Return the reminders, those of one hour and the same days together.

    They end with the weeks of a dose, else on the day before the review. Raises ValueError where neither
    says when, and where there is nothing to remind of.
    """
    if not (given or review):
        raise ValueError("there is nothing to remind of")
    slots = [(_rhythm(one, start, review), hour, one) for one in given for hour in _hours(one)]
    slots.sort(key=lambda slot: (slot[1], slot[0], slot[2].number))
    found = (
        _reminder(rhythm, hour, [one for *_, one in members], start=start, speech=speech)
        for (rhythm, hour), members in groupby(slots, key=lambda slot: slot[:2])
    )
    return tuple(one for one in found if one.first <= one.last)


# Every so many days, on which weekdays, and the last day.
Rhythm = tuple[int, tuple[int, ...], datetime.date]


def _rhythm(one: Prescription, start: datetime.date, review: datetime.date | None) -> Rhythm:
    dose = one.dose
    if dose.weeks:
        last = start + datetime.timedelta(days=DAYS_OF_A_WEEK * highest(dose.weeks) - 1)
    elif review:
        last = review - datetime.timedelta(days=1)
    else:
        raise ValueError("nothing says when the reminders end")
    return dose.every_days or 1, tuple(_weekdays(one, start)), last


def _weekdays(one: Prescription, start: datetime.date) -> Iterator[int]:
    """Yield the days of the week, if not all: those that are named, else as many, spread from the first."""
    dose = one.dose
    count = highest(dose.days_per_week or DAYS_OF_A_WEEK)
    if dose.days:
        yield from (at for at, day in enumerate(WEEK) if day in dose.days)
    elif count < DAYS_OF_A_WEEK:
        spread = (start.weekday() + at * DAYS_OF_A_WEEK // count for at in range(count))
        yield from sorted(day % DAYS_OF_A_WEEK for day in spread)


def _hours(one: Prescription) -> Sequence[int]:
    """Return the hours at which it is done."""
    dose = one.dose
    if dose.times_of_day:
        return sorted(PARTS[part] for part in dose.times_of_day)
    if dose.every_hours:
        return range(FIRST, LAST + 1, highest(dose.every_hours))
    times = highest(one.times)
    return TIMES.get(times) or [FIRST + at * (LAST - FIRST) // (times - 1) for at in range(times)]


def _reminder(
    rhythm: Rhythm, hour: int, members: Sequence[Prescription], *, start: datetime.date, speech: Speech
) -> Reminder:
    days, on, last = rhythm
    week = (start + datetime.timedelta(days=at) for at in range(DAYS_OF_A_WEEK))
    titles = ", ".join(one.title for one in members)
    doses = (f"{one.number}. {one.title}: {dose_sentence(one, speech)}" for one in members)
    return Reminder(
        first=next(day for day in week if not on or day.weekday() in on),
        last=last,
        hour=hour,
        summary=titles,
        description="\n".join(doses),
        days=days,
        on=on,
    )
