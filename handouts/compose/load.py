"""Add up what a plan asks of a person in a day."""

from handouts.compose.doses import prescribe
from handouts.library import Library
from handouts.schema.plan import Plan

# No source sets a limit; past an hour a day a slip of the pen is likelier than the intention.
MOST_MINUTES = 60


def minutes_on_fullest_day(plan: Plan, library: Library) -> int:
    """Return the minutes that the exercises take on the weekday that has most of them."""
    chosen = plan.exercises
    if chosen is None:
        chosen = library.find_condition(plan.condition).exercises
    given = [prescribe(one, library.find_exercise(one.exercise), number=0, side=plan.side) for one in chosen]
    return max(sum(one.minutes * one.sessions[day] for one in given) for day in range(7))
