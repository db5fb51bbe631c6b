"""Turn an exercise and a person's own dose into what is said of it: cells, a sentence, minutes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handouts.compose.blocks import DoseCell, DoseWord
from handouts.compose.text import text_of
from handouts.library.content import Library
from handouts.library.words import Speech, fill
from handouts.schema.dose import Day, Dose, Side
from handouts.schema.exercise import Exercise
from handouts.schema.plan import Chosen, Plan

WEEK: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# No source sets a limit; past an hour a day a slip of the pen is likelier than the intention.
MOST_MINUTES = 60
_NUMBER = re.compile(r"(\d+)")
_FIELDS = tuple(Dose.model_fields)


@dataclass(frozen=True, slots=True)
class Prescription:
    """One exercise with the dose that is printed; `side` is None where the plan names none."""

    number: int
    exercise: Exercise
    dose: Dose
    side: Side | None
    note: str | None

    @property
    def sessions(self) -> tuple[int, ...]:
        """How often it is done on each weekday, Monday first; without named days, any day may be it."""
        times = self.dose.times_per_day or 1
        return tuple(times if not self.dose.days or day in self.dose.days else 0 for day in WEEK)

    @property
    def every_day(self) -> bool:
        """Whether no day of the week is a day of rest."""
        return all(self.sessions) and self.dose.days_per_week in (None, 7)

    @property
    def said_side(self) -> str:
        """The name of the side's words: `each` for one leg after the other, `sore` where none is named."""
        if self.exercise.legs == "together":
            return "both"
        return {None: "sore", "both": "each"}.get(self.side, self.side or "sore")

    @property
    def minutes(self) -> int:
        """How long one session takes, in whole minutes and at least 1."""
        reps, sets = self.dose.reps or 1, self.dose.sets or 1
        seconds = sets * reps * (self.exercise.seconds_per_rep + (self.dose.hold_seconds or 0))
        rests = sets - 1 if self.dose.sets else reps - 1
        seconds += rests * (self.dose.rest_seconds or 0)
        return max(1, round(seconds * (2 if self.said_side == "each" else 1) / 60))


def prescribed(plan: Plan, library: Library) -> tuple[Prescription, ...]:
    """Return the exercises of a plan, or its condition's usual ones, with the doses that are printed."""
    chosen = plan.exercises
    if chosen is None:
        chosen = library.find_condition(plan.condition).exercises
    return tuple(
        prescribe(one, library.find_exercise(one.exercise), number=number, side=plan.side)
        for number, one in enumerate(chosen, start=1)
    )


def prescribe(chosen: Chosen, exercise: Exercise, *, number: int, side: Side | None) -> Prescription:
    """Return the exercise with the person's own dose laid over its usual one.

    A number of days and named days exclude each other: the person's own choice of one drops the other.
    Sets alone of an exercise that is counted in times are that many times.
    """
    own = {name: value for name in _FIELDS if (value := getattr(chosen, name)) is not None}
    usual = {name: getattr(exercise.dose, name) for name in _FIELDS}
    if "days" in own or "days_per_week" in own:
        usual |= {"days": None, "days_per_week": None}
    if exercise.counts != "reps" and "sets" in own and "reps" not in own:
        own["reps"] = own.pop("sets")
    dose = Dose.model_validate(usual | own)
    return Prescription(number, exercise, dose, dose.side or side, chosen.note)


def dose_cells(given: Prescription, speech: Speech) -> tuple[DoseCell, DoseCell, DoseCell, DoseCell]:
    """Return how many, how long, how often and which side, in that order."""
    left = given.said_side in ("left", "both", "each")
    right = given.said_side in ("right", "both", "each")
    many = dose_words(_how_many(given, speech))
    held, held_short = map(dose_words, _how_long(given, speech))
    often, often_short = map(dose_words, _how_often(given, speech))
    side = dose_words(speech.side(given.said_side).dose)
    return (
        DoseCell("repeat", many, many),
        DoseCell("clock", held, held_short),
        DoseCell("calendar", often, often_short),
        DoseCell("side", side, side, left, right),
    )


def dose_sentence(given: Prescription, speech: Speech) -> str:
    """Return the whole dose as a listener hears it."""
    parts = [_how_many(given, speech), _how_long(given, speech)[0], _often_heard(given, speech)]
    words = [*parts, speech.side(given.said_side).leg]
    return ", ".join("".join(span.text for span in text_of(part)) for part in words)


def dose_words(message: str) -> tuple[DoseWord, ...]:
    """Return a message with its numbers as figures and its `**marked**` words strong."""
    words: list[DoseWord] = []
    for span in text_of(message):
        for piece in _NUMBER.split(span.text):
            if piece:
                kind = "figure" if piece.isdigit() else "strong" if span.strong else "plain"
                words.append(DoseWord(piece, kind))  # type: ignore[arg-type]
    return tuple(words)


def extra_steps(given: Prescription, speech: Speech) -> Iterator[str]:
    """Yield what the dose adds to the steps: the rest between sets, and the person's own pain limit."""
    words, rest = speech.words.dose, given.dose.rest_seconds
    if given.dose.sets and given.dose.sets > 1 and rest:
        whole = rest % 60 == 0
        yield speech.count(words.rest_minutes if whole else words.rest, rest // 60 if whole else rest)
    if given.dose.pain_limit is not None and given.dose.pain_limit != given.exercise.dose.pain_limit:
        yield fill(words.pain_limit, n=given.dose.pain_limit)


def _how_many(given: Prescription, speech: Speech) -> str:
    words, reps = speech.words.dose, given.dose.reps or 1
    if given.dose.sets:
        return speech.count(words.sets, given.dose.sets, reps=reps)
    return speech.count(words.spots if given.exercise.counts == "spots" else words.times, reps)


def _how_long(given: Prescription, speech: Speech) -> tuple[str, str]:
    words, hold = speech.words.dose, given.dose.hold_seconds
    if not hold:
        return words.no_hold, words.no_hold_short
    return speech.count(words.hold, hold), speech.count(words.hold_short, hold)


def _how_often(given: Prescription, speech: Speech) -> tuple[str, str]:
    words, times = speech.words.dose, given.dose.times_per_day or 1
    long, short = speech.count(words.per_day, times), speech.count(words.per_day_short, times)
    if given.dose.days and not given.every_day:
        days = named_days(given.sessions, speech)
        if times == 1:
            return f"**{days}**", f"**{days}**"
        return tuple(fill(words.per_day_and_days, per_day=said, days=days) for said in (long, short))  # type: ignore[return-value]
    if given.every_day:
        return long, short
    week = speech.count(words.days_per_week, given.dose.days_per_week or 7)
    if times == 1:
        return week, week
    return tuple(fill(words.per_day_and_week, per_day=said, per_week=week) for said in (long, short))  # type: ignore[return-value]


def _often_heard(given: Prescription, speech: Speech) -> str:
    """Return how often in whole words: twice a day, on Monday and Friday."""
    words, times = speech.words.dose, given.dose.times_per_day or 1
    few = len(words.often) >= times
    often = words.often[times - 1] if few else speech.count(words.per_day, times)
    if given.every_day:
        return often
    if given.dose.days:
        wide = zip(speech.weekdays("wide"), given.sessions, strict=True)
        days = speech.listed([name for name, sessions in wide if sessions])
        return fill(words.often_on_days, often=often, days=days)
    week = speech.count(words.days_per_week, given.dose.days_per_week or 7)
    return fill(words.per_day_and_week, per_day=often, per_week=week)


def named_days(sessions: tuple[int, ...], speech: Speech) -> str:
    """Return the days that have a session, short: Mon, Wed, Fri."""
    return ", ".join(name for name, times in zip(speech.weekdays(), sessions, strict=True) if times)


def minutes_on_fullest_day(plan: Plan, library: Library) -> int:
    """Return the minutes that the exercises take on the weekday that has most of them."""
    given = prescribed(plan, library)
    return max(sum(one.minutes * one.sessions[day] for one in given) for day in range(7))
