"""Say what a plan asks of a person in a day, and why that may be too much."""

from collections.abc import Iterator

from handouts.compose.doses import prescribed
from handouts.library.content import Library
from handouts.schema.amount import highest
from handouts.schema.plan import Plan

# Henry 1999, a trial of 15 people of 67 to 82: they did 2 exercises better than 8; 5 did not differ.
MOST_EXERCISES = 5
# No source sets a limit.
MOST_MINUTES = 20


def minutes_on_fullest_day(plan: Plan, library: Library) -> int:
    """Return the minutes that the exercises take at most on the weekday that has most of them."""
    given = prescribed(plan, library)
    days = ([one for one in given if one.sessions[day]] for day in range(7))
    return max(sum(highest(one.minutes_a_day) for one in done) for done in days)


def too_much(plan: Plan, library: Library) -> Iterator[tuple[str, str]]:
    """Yield a message and a hint for each way in which the exercises that a plan chooses are a lot."""
    if plan.exercises is None:
        return
    count, minutes = len(plan.exercises), minutes_on_fullest_day(plan, library)
    if count > MOST_EXERCISES:
        message = f"{count} exercises are many: in a small trial people did 2 better than 8 (Henry 1999)."
        yield message, "Keep the most useful."
    if minutes > MOST_MINUTES:
        message = (
            f"the exercises take up to {minutes} minutes on the fullest day, more than {MOST_MINUTES}. No trial"
            " sets a limit; tiredness is among the reasons why exercises are not done (Okezue 2019)."
        )
        yield message, "Check the doses."
