"""Turn the prescribed exercises into the plan at a glance: what, when, and for how many minutes."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from handouts.compose.doses import named_parts, which_days
from handouts.compose.exercise_blocks import (
    ExercisePicture,
    OwnWords,
    PlanGroup,
    Summary,
    Thumbnail,
)
from handouts.compose.handout import Block
from handouts.compose.information_blocks import Contact
from handouts.compose.plan_facts import PlanFacts
from handouts.compose.prescription import Prescription
from handouts.compose.text import Text, string_of, text_of
from handouts.library.words import Speech, fill
from handouts.schema.amount import Amount, highest, lowest, ranging
from handouts.schema.dates import DAYS_OF_A_WEEK

GROUPS = ("stretch", "strengthen", "loosen", None)


def compose_summary(
    given: Sequence[Prescription],
    pictures: Sequence[ExercisePicture],
    *,
    speech: Speech,
    goal: str | None,
    note: str | None,
) -> Summary:
    """Return the plan box; its groups stand in the order stretch, strengthen, loosen, others."""
    words = speech.words.summary
    pairs = zip(given, pictures, strict=True)
    shown = {one.number: Thumbnail(one.number, one.title, picture) for one, picture in pairs}
    groups = []
    for group in GROUPS:
        members = [one for one in given if one.exercise.group == group]
        if members:
            title = getattr(speech.words.groups, group) if group else words.ungrouped
            lines = tuple(_lines(members, speech))
            groups.append(PlanGroup(title, lines, tuple(shown[one.number] for one in members)))
    return Summary(
        heading=speech.count(words.heading, len(given)),
        minutes=text_of(minutes_told(given, speech)),
        groups=tuple(groups),
        goal=text_of(words.goal, goal=goal) if goal else None,
        note=text_of(words.note, note=note) if note else None,
    )


def compose_own_words(of: PlanFacts, blocks: Sequence[Block]) -> OwnWords | None:
    """Return what the plan says that no block says: no choice of blocks loses it. None for nothing."""
    plan, words = of.plan, of.speech.words
    in_box = any(isinstance(block, Summary) for block in blocks)
    dated = plan.patient is not None or any(isinstance(block, Contact) for block in blocks)
    goal, note, review = not in_box and plan.goal, not in_box and plan.note, not dated and plan.review
    if not (goal or note or review):
        return None
    return OwnWords(
        goal=text_of(words.summary.goal, goal=goal) if goal else None,
        note=text_of(words.summary.note, note=note) if note else None,
        review=text_of(words.contact.review, date=of.speech.date(review)) if review else None,
    )


def compose_message(
    given: Sequence[Prescription],
    aims: Sequence[str],
    *,
    lasting: str,
    review: datetime.date | None,
    speech: Speech,
) -> Text:
    """Return in one sentence what to do, how many minutes a day, for how long and what for.

    How long is what all doses say; else it is until the review, or what is usual, `lasting`.
    """
    words = speech.words.summary
    if not given:
        return ()
    weeks = {one.dose.weeks for one in given}
    if weeks != {None} and len(weeks) == 1:
        lasting = speech.count(words.message_weeks, weeks.pop() or 0)
    elif review:
        lasting = words.message_review
    exercises = speech.count(words.message_exercises, len(given))
    # The minutes of the emptiest and the fullest day; no day is said to be empty.
    least, most = _fewest_and_most(given)
    minutes = speech.count(words.message_some_days, most)
    if not all(one.is_counted for one in given):
        minutes = words.message_as_shown
    elif least:
        minutes = speech.count(words.message_minutes, ranging(least, most))
    return text_of(
        words.message,
        exercises=exercises,
        minutes=minutes,
        lasting=lasting,
        aim=speech.listed(list(dict.fromkeys(aims))),
    )


def _lines(given: Sequence[Prescription], speech: Speech) -> Iterator[str]:
    """Yield when and how long a group is done; where that is not the same for all, for which of them."""
    words = speech.words.summary

    def rhythm(one: Prescription) -> str:
        return repr(one.rhythm)

    timed = [one for one in given if one.is_timed]
    together = [[*same] for _, same in groupby(sorted(timed, key=rhythm), key=rhythm)]
    for same in sorted(together, key=lambda some: some[0].number):
        each = words.in_all if same[0].times == 1 else words.each_time
        said = [_when(same[0], speech)]
        if all(one.is_counted for one in same):
            said.append(speech.count(each, _sum(one.minutes for one in same)))
        if len(same) == len(given):
            yield from said
        else:
            numbers = ", ".join(str(one.number) for one in same)
            yield fill(words.some, numbers=numbers, said=", ".join(said))


def _when(given: Prescription, speech: Speech) -> str:
    """Return how often an exercise is done, and on which days."""
    words, dose = speech.words.summary, given.dose
    if dose.every_hours:
        often = speech.count(speech.words.dose.every_hours, dose.every_hours)
    elif dose.times_of_day:
        often = named_parts(given, speech)
    else:
        often = words.once if given.times == 1 else speech.count(words.per_day, given.times)
    days = string_of(text_of(which_days(given, speech)))
    if dose.days and days:
        days = speech.listed(days.split(", "))
    if not days:
        said = often
    else:
        said = days if often == words.once else fill(words.often_on_days, often=often, days=days)
    return f"{said[0].upper()}{said[1:]}"


def minutes_told(given: Sequence[Prescription], speech: Speech) -> str:
    """Return the minutes of every day, and of the days that have more; nothing where some are not known."""
    words = speech.words.summary
    if not all(one.is_counted for one in given):
        return ""
    some = [one for one in given if not one.every_day]
    daily = _sum(one.minutes_a_day for one in given if one.every_day)
    days = {(one.dose.days and frozenset(one.dose.days), which_days(one, speech)) for one in some}
    if len(days) > 1:
        return speech.count(words.minutes, ranging(*_fewest_and_most(given)))
    if not some:
        return speech.count(words.minutes, daily)
    named = string_of(text_of(which_days(some[0], speech)))
    if not some[0].dose.every_days:
        named = fill(words.on_days, days=named)
    if not daily:
        return speech.count(words.minutes_some_days, _sum(one.minutes_a_day for one in some), days=named)
    fullest = speech.amount(_sum(one.minutes_a_day for one in given))
    return fill(words.minutes_more, each_day=speech.count(words.minutes, daily), n=fullest, days=named)


def _fewest_and_most(given: Sequence[Prescription]) -> tuple[int, int]:
    """Return the minutes of the emptiest and of the fullest day.

    An exercise whose days are not named may fall on none of the named days, or on any.
    """

    def on(day: int, end: Callable[[Amount], int], *, unnamed: bool) -> int:
        done = (one for one in given if one.sessions[day] and (unnamed or one.every_day or one.dose.days))
        return sum(end(one.minutes_a_day) for one in done)

    return (
        min(on(day, lowest, unnamed=False) for day in range(DAYS_OF_A_WEEK)),
        max(on(day, highest, unnamed=True) for day in range(DAYS_OF_A_WEEK)),
    )


def _sum(amounts: Iterable[Amount]) -> Amount:
    found = [*amounts]
    return ranging(sum(map(lowest, found)), sum(map(highest, found)))
