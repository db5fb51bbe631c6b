"""Add up what a plan asks of a person in a day."""

from handouts.compose.doses import prescribed
from handouts.library.content import Library
from handouts.schema.plan import Plan

# No source sets a limit; past an hour a day a slip of the pen is likelier than the intention.
MOST_MINUTES = 60


def minutes_on_fullest_day(plan: Plan, library: Library) -> int:
    """Return the minutes that the exercises take on the weekday that has most of them."""
    given = prescribed(plan, library)
    return max(sum(one.minutes * one.sessions[day] for one in given) for day in range(7))
