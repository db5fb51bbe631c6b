"""Turn the prescribed exercises into the plan at a glance: what, when, and for how many minutes."""

import datetime
from collections.abc import Sequence

from handouts.compose.blocks import DrawnFigure, PlanGroup, Summary, Thumbnail
from handouts.compose.doses import Prescription, named_days
from handouts.compose.handout import OwnWords
from handouts.compose.text import Text, text_of
from handouts.library.words import Speech, fill

GROUPS = ("stretch", "strengthen", "loosen")


def compose_summary(
    given: Sequence[Prescription],
    pictures: Sequence[DrawnFigure],
    *,
    speech: Speech,
    goal: str | None,
    note: str | None,
) -> Summary:
    """Return the plan box; its groups stand in the order stretch, strengthen, loosen."""
    words = speech.words.summary
    groups = []
    for group in GROUPS:
        members = [
            (one, picture)
            for one, picture in zip(given, pictures, strict=True)
            if one.exercise.group == group
        ]
        if members:
            thumbnails = tuple(Thumbnail(one.number, one.exercise.title, picture) for one, picture in members)
            title = getattr(speech.words.groups, group)
            own = [one for one, _ in members]
            groups.append(PlanGroup(title, _when(own, speech), _how_long(own, speech), thumbnails))
    return Summary(
        heading=speech.count(words.heading, len(groups)),
        minutes=_minutes(given, speech),
        groups=tuple(groups),
        goal=text_of(words.goal, goal=goal) if goal else None,
        note=text_of(words.note, note=note) if note else None,
    )


def compose_own_words(
    *, goal: str | None, note: str | None, review: datetime.date | None, speech: Speech
) -> OwnWords | None:
    """Return what is said to one person where no plan box is; None where there is nothing."""
    if not (goal or note or review):
        return None
    words = speech.words
    return OwnWords(
        goal=text_of(words.summary.goal, goal=goal) if goal else None,
        note=text_of(words.summary.note, note=note) if note else None,
        review=text_of(words.contact.review, date=speech.date(review)) if review else None,
    )


def _when(given: Sequence[Prescription], speech: Speech) -> str:
    """Return how often a group is done, and on which days where all of it keeps to the same ones."""
    words = speech.words.summary
    often = _how_often(sorted({one.dose.times_per_day or 1 for one in given}), speech)
    schedules = {(one.dose.days_per_week, tuple(map(bool, one.sessions)), one.every_day) for one in given}
    if len(schedules) > 1 or given[0].every_day:
        return often
    sessions = given[0].sessions
    if all(sessions):
        days = speech.count(words.days_a_week, given[0].dose.days_per_week or 7)
    else:
        days = speech.listed(named_days(sessions, speech).split(", "))
    return days if often == words.once else fill(words.often_on_days, often=often, days=days)


def _how_often(times: Sequence[int], speech: Speech) -> str:
    words = speech.words.summary
    if times[0] < times[-1]:
        return fill(words.per_day_range, low=times[0], high=times[-1])
    return words.once if times[0] == 1 else speech.count(words.per_day, times[0])


def _how_long(given: Sequence[Prescription], speech: Speech) -> str:
    words = speech.words.summary
    minutes = sum(one.minutes for one in given)
    once = all((one.dose.times_per_day or 1) == 1 for one in given)
    return speech.count(words.in_all if once else words.each_time, minutes)


def _minutes(given: Sequence[Prescription], speech: Speech) -> Text:
    """Return the minutes of every day, and of the days that have more."""
    words = speech.words.summary
    daily = sum(one.minutes * (one.dose.times_per_day or 1) for one in given if one.every_day)
    some = [one for one in given if not one.every_day]
    more = sum(one.minutes * (one.dose.times_per_day or 1) for one in some)
    if not some:
        return text_of(speech.count(words.minutes, daily))
    schedules = {(one.dose.days_per_week, tuple(map(bool, one.sessions))) for one in some}
    if len(schedules) > 1:
        return text_of(words.minutes_range, low=min(_per_day(given)), high=max(_per_day(given)))
    per_week, _ = schedules.pop()
    sessions = some[0].sessions
    days = speech.count(words.days_a_week, per_week or 7) if all(sessions) else named_days(sessions, speech)
    if not daily:
        return text_of(speech.count(words.minutes_some_days, more, days=days))
    each_day = speech.count(words.minutes, daily)
    return text_of(fill(words.minutes_more, each_day=each_day, n=daily + more, days=days))


def _per_day(given: Sequence[Prescription]) -> list[int]:
    """Return the minutes of each weekday; an exercise whose days are not named may fall on any of them."""
    return [sum(one.minutes * one.sessions[day] for one in given) for day in range(7)]
