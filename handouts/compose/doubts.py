"""What may not be meant in the exercises of a plan: half-said doses, too much, the same thing twice."""

import re
from collections.abc import Iterator

from handouts.compose.prescription import ALTERNATIVES, Prescription, minutes_on_fullest_day, prescribed
from handouts.library.content import Library
from handouts.library.references import coarse_pictures
from handouts.schema.amount import highest, lowest, written
from handouts.schema.plan import Plan

# Henry 1999, a trial of 15 people of 67 to 82: they did 2 exercises better than 8; 5 did not differ.
MOST_EXERCISES = 5
# No source sets a limit.
MOST_MINUTES = 20
# More than this at home may be a slip, such as of a decimal point; no source sets a limit.
HEAVIEST = {"kg": 20, "lb": 45}


def doubts(plan: Plan, library: Library) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint for whatever may not be meant in the exercises of a plan."""
    given = prescribed(plan, library)
    for one in given:
        # A title that the plan itself writes may have a name in it.
        name = f"exercise {one.number}" if one.is_own else f"`{one.exercise.id}`"
        yield from coarse_pictures(one.exercise, name)
        if plan.exercises is not None and not one.is_counted:
            yield f"{name} has no dose, so its card does not say how much.", "Write it, as in `2x10`."
        found = re.fullmatch(r"(?:.*-)?([\d.]+) (kg|lb)", one.dose.load or "")
        if found and float(found[1]) > HEAVIEST[found[2]]:
            yield f"{name} is printed with {one.dose.load}, which is heavy.", "Check the load."
        if plan.exercises is not None:
            yield from _half_said(one)
        if any(_is_same(one, other) for other in given[: one.number - 1]):
            message = f"{name} is given twice for one side and time, and both doses are printed."
            yield message, "Keep one of them, or give each a side, a time or a note of its own."
    if plan.exercises is not None:
        yield from _too_much(plan, library)


def _is_same(one: Prescription, other: Prescription) -> bool:
    """Return whether two doses of an exercise are for the same leg at the same time, whichever is meant."""
    sides = {one.side, other.side}
    same_side = len(sides) == 1 or "both" in sides
    told_apart = [(part.dose.times_of_day, part.dose.days, part.note) for part in (one, other)]
    return one.exercise.id == other.exercise.id and same_side and told_apart[0] == told_apart[1]


def _half_said(one: Prescription) -> Iterator[tuple[str, str]]:
    """Yield where a dose says how often a day, or how many, and what goes with it is the usual."""
    name, dose, usual = one.exercise.id, one.dose, one.exercise.dose
    if usual is None:
        return
    on_days, in_a_day = ALTERNATIVES[:2]
    if one.own & in_a_day and not one.own & on_days and not one.every_day:
        days = ", ".join(day.capitalize() for day in dose.days or ()) or "some days"
        yield f"`{name}` is printed for its usual days, {days}.", "Write `daily` for every day, or name them."
    if "reps" in one.own and "sets" not in one.own and dose.reps and dose.sets not in (None, 1):
        many = f"{written(dose.sets)} sets of {written(dose.reps)}"
        yield f"`{name}` is printed with its usual sets, {many}.", "Write the sets, too, as in `1x12`."
    reps = highest(dose.reps or 0)
    if one.own >= {"sets", "reps"} and dose.sets == 1 and usual.reps and 2 * reps < lowest(usual.reps):
        many = f"{written(usual.sets or 1)} sets of {written(usual.reps)}"
        message = f"`{name}` is printed as {written(dose.reps or 1)} times in all; its usual is {many}."
        yield message, "Write `3 sets` for sets of its usual repetitions."


def _too_much(plan: Plan, library: Library) -> Iterator[tuple[str, str]]:
    count, minutes = len(plan.exercises or ()), minutes_on_fullest_day(plan, library)
    if count > MOST_EXERCISES:
        message = f"{count} exercises are many: in a small trial people did 2 better than 8 (Henry 1999)."
        yield message, "Keep the most useful."
    if minutes > MOST_MINUTES:
        message = (
            f"the exercises take up to {minutes} minutes on the fullest day, more than {MOST_MINUTES}."
            " No trial sets a limit; tiredness is among the reasons why they are not done (Okezue 2019)."
        )
        yield message, "Check the doses."
