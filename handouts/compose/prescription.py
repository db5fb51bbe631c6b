"""Lay a person's own dose over an exercise's usual one, and count what it asks of them in a day."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handouts.library.chosen import chosen_exercises, facts_of, find_conditions, written_or_found
from handouts.library.content import Library
from handouts.schema.amount import Amount, highest, lowest, ranging
from handouts.schema.condition import TextBlock
from handouts.schema.dates import DAYS_OF_A_WEEK, WEEK
from handouts.schema.dose import Dose, Side
from handouts.schema.dose_words import UNTIL_TIRED
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.notation import MOST_SETS
from handouts.schema.plan import Plan

# For how many times `every 2 hours` is in a day: people do it while they are awake. An assumption.
HOURS_AWAKE = 16
_SENTENCE_END = re.compile(r"(?<=[.?!]) ")
_FIELDS = tuple(Dose.model_fields)
# A person's own choice of one of these drops the usual ones of all.
ALTERNATIVES = (
    {"days", "days_per_week", "every_days"},
    {"times_per_day", "every_hours", "times_of_day"},
    {"reps", "seconds"},
    {"hold_seconds", "tempo"},
    {"hold_seconds", "seconds"},
)


@dataclass(frozen=True, slots=True)
class Prescription:
    """One exercise with the dose that is printed; `side` is None where the plan names none.

    `title` tells it apart from others of the same exercise; `own` are the keys of the dose that the plan
    itself says; `gentler` is what its cautions say to this person. `is_own` says that the plan itself
    writes it out.
    """

    number: int
    exercise: Exercise
    dose: Dose
    side: Side | None
    note: str | None
    title: str
    own: frozenset[str] = field(default=frozenset())
    gentler: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether anything says how much of it; else it has no minutes."""
        dose = self.dose
        amounts = (dose.sets, dose.reps, dose.seconds, dose.hold_seconds)
        return any(one is not None for one in amounts) or dose.effort == UNTIL_TIRED

    @property
    def is_timed(self) -> bool:
        """Whether anything says how often; what is counted is done once a day where nothing does."""
        often = set().union(*ALTERNATIVES[:2])
        return self.is_counted or any(getattr(self.dose, key) is not None for key in often)

    @property
    def times(self) -> Amount:
        """How often it is done on a day that has it."""
        dose = self.dose
        if dose.every_hours:
            low, high = lowest(dose.every_hours), highest(dose.every_hours)
            return ranging(HOURS_AWAKE // high, HOURS_AWAKE // low)
        return len(dose.times_of_day or ()) or dose.times_per_day or 1

    @property
    def sessions(self) -> tuple[int, ...]:
        """How often it is done at most on each weekday, Monday first; without named days, any may be it."""
        times = highest(self.times)
        return tuple(times if not self.dose.days or day in self.dose.days else 0 for day in WEEK)

    @property
    def every_day(self) -> bool:
        """Whether no day of the week is a day of rest."""
        dose = self.dose
        return all(self.sessions) and dose.days_per_week in (None, DAYS_OF_A_WEEK) and dose.every_days is None

    @property
    def rhythm(self) -> tuple[object, ...]:
        """What is the same for exercises that are done together."""
        dose = self.dose
        per_week = None if self.every_day or dose.days else dose.days_per_week
        days = None if self.every_day else dose.days
        often = dose.every_hours and ("hours", dose.every_hours)
        return often or dose.times_of_day or self.times, days and frozenset(days), per_week, dose.every_days

    @property
    def said_side(self) -> str | None:
        """The name of the side's words: `each` for one after the other, `sore` where none is named.

        It is None for an exercise that has no side, unless its own dose names one.
        """
        if self.exercise.works == "together":
            return "both"
        if self.exercise.works is None and self.dose.side is None:
            return None
        return {None: "sore", "both": "each"}.get(self.side, self.side or "sore")

    @property
    def next_step(self) -> str | None:
        """The next harder thing to do, without a dose that this one has come to; None where there is none."""
        rung, dose = self.exercise.harder, self.dose
        if rung is None:
            return None
        sets, reps = highest(dose.sets or 1), highest(dose.reps or 0)
        named = rung.sets is not None or rung.reps is not None
        past = sets > (rung.sets or sets) or reps > (rung.reps or reps)
        reached = sets == (rung.sets or sets) and reps == (rung.reps or reps)
        return rung.then if named and (past or reached or dose.reps is None) else rung.text

    @property
    def minutes(self) -> Amount:
        """How long one session takes, in whole minutes and at least 1; a range where the dose has one.

        It is 0 where nothing says how much.
        """
        if not self.is_counted:
            return 0
        low, high = (max(1, round(self._seconds(end) / 60)) for end in (lowest, highest))
        return ranging(low, high)

    @property
    def minutes_a_day(self) -> Amount:
        """How long it takes on a day that has it, in whole minutes: those of a session so many times."""
        low, high = (end(self.minutes) * end(self.times) for end in (lowest, highest))
        return ranging(low, high)

    def _seconds(self, end: Callable[[Amount], int]) -> float:
        """Return the seconds of one session at the lower or upper end of each range.

        Of an exercise done until one is tired, the usual repetitions are the estimate.
        """
        dose, sets = self.dose, end(self.dose.sets or 1)
        usual = self.exercise.dose
        reps = 1 if dose.seconds else end(dose.reps or (usual and usual.reps) or 1)
        moved = dose.tempo[0] + dose.tempo[2] if dose.tempo else self.exercise.seconds_per_rep
        once = end(dose.seconds) if dose.seconds else moved + end(dose.hold_seconds or 0)
        rests = sets - 1 if dose.sets else reps - 1
        seconds = sets * reps * once + rests * end(dose.rest_seconds or 0)
        return seconds * (2 if self.said_side == "each" else 1)


def prescribed(plan: Plan, library: Library) -> tuple[Prescription, ...]:
    """Return the exercises of a plan, or the usual ones of its conditions, with the doses that are printed.

    They stand in the order of the plan's `order`. Where nothing is sore on one side, what is done with one
    side is done with each.
    """
    conditions = find_conditions(plan.condition, library)
    found = [(one, written_or_found(one, library)) for one in chosen_exercises(plan, conditions)]
    if plan.order != "as-written":
        found = by_position(found)
    side = plan.side or (None if any(one.sided for one in conditions) else "both")
    facts = facts_of(plan, conditions)
    return tuple(
        replace(prescribe(one, exercise, number=number, side=side), gentler=gentler_of(exercise, facts))
        for number, (one, exercise) in enumerate(found, start=1)
    )


def by_position(items: Sequence[tuple[Chosen, Exercise]]) -> list[tuple[Chosen, Exercise]]:
    """Return exercises with those of one position together, and of these those of one equipment.

    Positions stand in the order in which they first come, and what ties stays in its order. After each one
    comes that with the least to fetch or to put away. One without a position stays in that of the one before.
    """
    positions: dict[str | None, list[tuple[Chosen, Exercise]]] = {}
    last: str | None = None
    for chosen, exercise in items:
        last = exercise.position or last
        positions.setdefault(last, []).append((chosen, exercise))
    ordered: list[tuple[Chosen, Exercise]] = []
    for waiting in positions.values():
        at_hand = {*waiting[0][1].equipment}
        while waiting:
            nearest = min(waiting, key=lambda one: len({*one[1].equipment} ^ at_hand))
            waiting.remove(nearest)
            ordered.append(nearest)
            at_hand = {*nearest[1].equipment}
    return ordered


def gentler_of(given: Exercise | TextBlock, facts: Sequence[str]) -> tuple[str, ...]:
    """Return what the cautions of an exercise or a text say to one with these facts, each sentence once."""
    met = (one.gentler for one in given.cautions if one.gentler and one.meets(facts))
    return tuple(dict.fromkeys(sentence for said in met for sentence in _SENTENCE_END.split(said)))


def prescribe(chosen: Chosen, exercise: Exercise, *, number: int, side: Side | None) -> Prescription:
    """Return the exercise with the person's own dose laid over its usual one.

    Sets alone of an exercise that is counted in times are that many times, and one set of it is no set.
    A time alone is done once. A tempo says how long to hold.
    """
    own = {name: value for name in _FIELDS if (value := getattr(chosen, name)) is not None}
    said = frozenset(own)
    usual = {name: getattr(exercise.dose, name, None) for name in _FIELDS}
    if "seconds" in own:
        usual |= {"sets": None, "hold_seconds": None}
    else:
        own = _without_time(own, exercise)
        usual |= dict.fromkeys({"sets"} & own.keys())
        if own.get("effort") == UNTIL_TIRED:
            usual["reps"] = None
    for names in ALTERNATIVES:
        if names & own.keys():
            usual |= dict.fromkeys(names)
    dose = Dose.model_validate(usual | own)
    side, is_own = dose.side or side, chosen.own is not None
    return Prescription(number, exercise, dose, side, chosen.note, exercise.title, said, is_own=is_own)


def _without_time(own: dict[str, Any], exercise: Exercise) -> dict[str, Any]:
    """Return what an own dose that says no time means for this exercise."""
    own = own | ({"hold_seconds": own["tempo"][1]} if "tempo" in own else {})
    if exercise.counts == "reps":
        return own
    is_alone = "reps" not in own or (own.get("sets", 1) == 1 and highest(own["reps"]) <= MOST_SETS)
    if exercise.dose and exercise.dose.seconds and is_alone and "hold_seconds" not in own:
        # So many times the usual time.
        times = {"sets": own["reps"]} if "reps" in own else {}
        return {key: value for key, value in own.items() if key != "reps"} | times
    if "sets" in own and "reps" not in own:
        return own | {"sets": None, "reps": own["sets"]}
    return own | ({"sets": None} if own.get("sets") == 1 else {})


def minutes_on_fullest_day(plan: Plan, library: Library) -> int:
    """Return the minutes that the exercises take at most on the weekday that has most of them."""
    given = prescribed(plan, library)
    days = ([one for one in given if one.sessions[day]] for day in range(DAYS_OF_A_WEEK))
    return max(sum(highest(one.minutes_a_day) for one in done) for done in days)
