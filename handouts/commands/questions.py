"""Ask what a plan needs, with an answer to each that Enter accepts; all of it on stderr."""

import datetime
from collections.abc import Callable, Sequence
from typing import TypeVar

import click
from pydantic_core import PydanticCustomError

from handouts.library.chosen import GENERAL
from handouts.library.content import Library
from handouts.library.layouts import BASE, find_layout, layout_ids
from handouts.library.plan_options import PlanOptions
from handouts.library.plans import FARTHEST
from handouts.problems import ContentError
from handouts.request import USUAL_LAYOUT
from handouts.schema.base import Kind
from handouts.schema.condition import Condition
from handouts.schema.country import read_country
from handouts.schema.dates import read_date
from handouts.schema.dose import format_dose
from handouts.schema.exercise import parse_chosen

USUAL_REVIEW = datetime.timedelta(weeks=2)
SIDES = (("left", "Left"), ("right", "Right"), ("both", "Both"))

Choice = tuple[str, str]
T = TypeVar("T")


def ask_plan(library: Library, *, today: datetime.date, has_clinic: bool) -> PlanOptions:
    """Return the answers as the options of a plan; who has no clinic is asked for the country."""
    # What has no condition comes last: Enter takes the first.
    titles = sorted(_titles("conditions", library), key=lambda one: one[0] == GENERAL)
    condition = library.find_condition(_ask_one("Condition", titles))
    patient_id = _ask_text("Patient's ID in your records")
    initials = _ask_text("Initials")
    patient = _ask_text("Name, printed on the sheet only")
    side = _ask_one("Sore side", SIDES) if condition.sided else None
    exercises = _ask_exercises(condition, library)
    goal = _ask_text("Goal, in the patient's words")
    country = None if has_clinic else _ask_country()
    layout = _ask_one("Layout", _layouts(library), usual=USUAL_LAYOUT)
    review = _ask_date("Next review", today=today)
    return PlanOptions(
        condition=() if condition.id == GENERAL else (condition.id,),
        patient_id=patient_id,
        initials=initials,
        patient=patient,
        side=side,
        exercises=exercises,
        goal=goal,
        country=country,
        layout=layout,
        review=str(review),
        settings=(f"date={today}",),
    )


def _ask_exercises(condition: Condition, library: Library) -> tuple[str, ...]:
    """Return the chosen exercises, each with its dose where it is not the usual one.

    None are returned where the usual ones are kept as they are, so that the plan stays short.
    """
    titles = _titles("exercises", library)
    ids = [one for one, _ in titles]
    usual = [one.exercise for one in condition.exercises]
    numbers = ",".join(str(ids.index(one) + 1) for one in usual)
    _echo_choices(titles)

    def named(word: str) -> str:
        called = library.exercise_names.named(word)
        return called[0] if len(called) == 1 else _one_of(titles, word)

    def read(answer: str) -> list[str]:
        """Return the ids of names or numbers with commas between them; numbers may have spaces instead."""
        found: list[str] = []
        for part in filter(None, map(str.strip, answer.split(","))):
            whole = library.exercise_names.named(part) or len(part.split()) == 1
            found += map(named, [part] if whole else part.split())
        if not found:
            raise click.UsageError("There is nothing usual here; name at least one exercise.")
        return list(dict.fromkeys(found))

    chosen = _prompt("Exercises, in order", numbers, read)
    doses = [_ask_dose(one, library) for one in chosen]
    if chosen == usual and not any(doses):
        return ()
    return tuple(f"{one} {dose}".strip() for one, dose in zip(chosen, doses, strict=True))


def _ask_dose(exercise: str, library: Library) -> str:
    """Return the dose of an exercise in the notation, nothing where the usual one is kept."""
    found = library.find_exercise(exercise)
    default = format_dose(found.dose) if found.dose else ""

    def read(answer: str) -> str:
        if answer.strip() == default:
            return ""
        try:
            parse_chosen(f"{exercise} {answer}")
        except ContentError as error:
            raise click.UsageError(" ".join(f"{one.message} {one.hint}" for one in error.problems)) from None
        return answer.strip()

    return _prompt(f"Dose of {found.title.lower()}", default, read)


def _ask_country() -> str | None:
    def read(answer: str) -> str | None:
        try:
            return str(read_country(answer)) if answer.strip() else None
        except PydanticCustomError as error:
            raise click.UsageError(error.message()) from None

    question = "Your country, whose emergency numbers are printed (Enter for none)"
    return _prompt(question, "", read, shown=False)


def _ask_one(question: str, choices: Sequence[Choice], *, usual: str | None = None) -> str:
    ids = [one for one, _ in choices]
    _echo_choices(choices)
    default = str(ids.index(usual or ids[0]) + 1)
    return _prompt(question, default, lambda answer: _one_of(choices, answer.strip()))


def _ask_text(question: str) -> str | None:
    return _prompt(f"{question} (Enter for none)", "", str.strip, shown=False) or None


def _ask_date(question: str, *, today: datetime.date) -> datetime.date:
    def read(answer: str) -> datetime.date:
        try:
            date = read_date(answer, start=today)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        if not today < date <= today + FARTHEST:
            raise click.UsageError(f"{date} is not within two years after today.")
        return date

    return _prompt(question, str(today + USUAL_REVIEW), read)


def _prompt(question: str, default: str, read: Callable[[str], T], *, shown: bool = True) -> T:
    """Return what is read from an answer; an answer that is not understood is asked for again."""
    answer: T = click.prompt(question, default=default, value_proc=read, show_default=shown, err=True)
    return answer


def _one_of(choices: Sequence[Choice], answer: str) -> str:
    """Return the id of a choice by its number, its id or its title, in any case."""
    ids = [one for one, _ in choices]
    called = {name.casefold(): one for one, title in choices for name in (title, one)}
    if answer.casefold() in called:
        return called[answer.casefold()]
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(ids):
        return ids[int(answer) - 1]
    raise click.UsageError(f"`{answer}` is not a number from 1 to {len(ids)}.")


def _echo_choices(choices: Sequence[Choice]) -> None:
    for number, (_, title) in enumerate(choices, start=1):
        click.echo(f"{number:>4}  {title}", err=True)


def _titles(kind: Kind, library: Library) -> list[Choice]:
    find = library.find_condition if kind == "conditions" else library.find_exercise
    return [(one, find(one).title) for one in library.ids(kind)]


def _layouts(library: Library) -> list[Choice]:
    ids = [one for one in layout_ids(library.layouts) if one != BASE]
    return [(one, find_layout(one, library.layouts).title) for one in ids]
