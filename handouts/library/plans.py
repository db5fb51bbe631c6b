"""Turn a plan's file into a checked plan whose every reference exists, and a plan into its file."""

import datetime
from collections.abc import Callable, Iterator, Sequence

from handouts.library.cautions import FACTS, with_facts
from handouts.library.chosen import (
    find_conditions,
    parts_of_exercises,
    unfit_own,
    usual_blocks,
    usual_exercises,
    with_pictures_found,
    written_or_found,
)
from handouts.library.content import Library
from handouts.library.plan_conditions import (
    repeated_conditions,
    texts_of_conditions,
    unfit_blocks,
    unfit_side,
    without_exercises,
)
from handouts.library.rewordings import unfit_texts
from handouts.library.words import language_id
from handouts.problems import ContentError, Problem, file_error
from handouts.schema.base import Kind
from handouts.schema.check import check_rest, in_order, try_check
from handouts.schema.condition import Condition
from handouts.schema.dates import DateOrder, read_date, time_of
from handouts.schema.discretion import Discretion
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.plan import BlockChoice, Plan
from handouts.schema.shorthand import spell_out_plan
from handouts.source import Location, Source

# The second counts from the first.
DATES = ("date", "review")
FARTHEST = datetime.timedelta(days=2 * 366)

# The keys of a plan that name something in the library.
KINDS: dict[Location, Kind] = {
    ("condition",): "conditions",
    ("layout",): "layouts",
    ("exercises", "exercise"): "exercises",
    FACTS: "facts",
}
# What a plan may name.
NAMED: tuple[Kind, ...] = ("conditions", "exercises", "layouts", "advice", "words", "facts")


def check_previous(source: Source, library: Library, *, plan: Plan | None, order: DateOrder | None) -> Plan:
    """Return the last plan; raise ContentError with its problems, and where it cannot come before `plan`."""
    previous = check_plan(source, library, order=order)
    fault = _fault(previous, plan) if plan else ""
    if fault:
        raise file_error(source.path, fault, "Name the person's last plan.")
    return previous


def _fault(previous: Plan, plan: Plan) -> str:
    """Return why two plans cannot follow each other, without a word of whom they are for."""
    old, new = previous.patient, plan.patient
    if old and new:
        both_named = old.name and new.name and not (old.id and new.id)
        if old.id and new.id and old.id != new.id:
            return "this is the plan of another person: the ID is not the same."
        if both_named and _alike(old.name) != _alike(new.name):
            return "this is the plan of another person: the name is not the same."
    if previous.date and plan.date and previous.date > plan.date:
        return f"this plan is of {previous.date}, after the one that follows it, of {plan.date}."
    return ""


def _alike(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def check_plan(
    source: Source,
    library: Library,
    *,
    today: datetime.date | None = None,
    order: DateOrder | None = None,
    also: Sequence[Problem] = (),
) -> Plan:
    """Return the plan of a source; raise ContentError with every problem, those found `also` before, too."""
    plan, problems, _ = examine_plan(source, library, today=today, order=order)
    if plan is None or problems or also:
        raise ContentError(in_order(nameless([*also, *problems], source, library)))
    return plan


def examine_plan(
    source: Source, library: Library, *, today: datetime.date | None, order: DateOrder | None
) -> tuple[Plan | None, list[Problem], set[str]]:
    """Return the plan of a source, every problem of it, and the keys that are left out for them.

    `today` is the date of a plan that has none; `order` settles dates in figures that could be two days.
    A plan without the safety block is no problem: the block is added when the handout is composed.
    """
    timed = _timed_review(source)
    source = _with_dates(source, today=today, order=order)
    source = with_facts(source, library)
    source, problems = spell_out_plan(source, library.exercise_names, library.condition_names)
    misread = {"exercises", "blocks"} if problems else set()
    problems += timed
    plan, wrong = try_check(source, Plan)
    problems += _once([*_unknown_ids(source, library), *wrong])
    left_out = {*source.unread, *misread}
    if plan is None:
        plan, wrong_keys = check_rest(source, Plan)
        left_out |= wrong_keys
    if plan:
        problems += _problems(plan, source, library, left_out=left_out)
        problems += _unfit_dates(plan, source, today=today)
        plan = with_pictures_found(plan, source)
    return plan, problems, left_out


def nameless(problems: Sequence[Problem], source: Source, library: Library) -> list[Problem]:
    """Return problems of a plan in which nothing is quoted that may be a name."""
    if not problems:
        return []
    ids = [one for kind in NAMED for one in library.ids(kind)]
    ids += texts_of_conditions(library)
    return [*map(Discretion(source.data, ids).nameless, problems)]


def _timed_review(source: Source) -> list[Problem]:
    """Return what is wrong with a review at an hour, which no sheet prints; exports add midnight."""
    time = time_of(str(source.get("review")))
    message = f"the review is printed by its day alone, without `{time}`."
    hint = "Write the day, and put the time into the note."
    return [source.problem(("review",), message, hint)] if time else []


def _with_dates(source: Source, *, today: datetime.date | None, order: DateOrder | None) -> Source:
    """Return a plan with those of its dates that count from another, or need an order, as what they mean."""
    start = today
    for key in DATES:
        written = source.get(key)
        if isinstance(written, str):
            try:
                start = read_date(written, order=order, start=start)
            except ValueError:
                # The check of the plan tells it.
                continue
            source = source.put((key,), start, places={(key,): source.place((key,))})
    return source


def _unfit_dates(plan: Plan, source: Source, *, today: datetime.date | None) -> Iterator[Problem]:
    """Yield a review that is not after the day of the handout, and dates so far off that they are slips."""
    start = plan.date or today
    if plan.date and today and plan.date > today + FARTHEST:
        message = f"the date {plan.date} is more than two years from today, {today}."
        yield source.problem(("date",), message, "Check the year.")
    if plan.review and start and plan.review <= start:
        whose = "the plan's date" if plan.date else "the day of the handout"
        yield source.problem(("review",), f"the review on {plan.review} is not after {whose}, {start}.")
    elif plan.review and start and plan.review > start + FARTHEST:
        message = f"the review on {plan.review} is more than two years after {start}."
        yield source.problem(("review",), message, "Check the year.")


def _unknown_ids(source: Source, library: Library) -> Iterator[Problem]:
    """Yield the ids that the library does not have, whatever else is wrong with the plan."""
    for location in source.places:
        kind = KINDS.get(tuple(part for part in location if isinstance(part, str)))
        name = source.value(location) if kind else None
        missing = library.missing(kind, name) if kind and isinstance(name, str) else None
        if missing and (*location[:-1], "own") not in source.places:
            yield source.problem(location, *missing)


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """Return the first problem of each place: what is not there need not be told to be no id, too."""
    first = {(one.path, one.line, one.column): one for one in reversed(problems)}
    return [one for one in problems if one is first[one.path, one.line, one.column]]


def _problems(plan: Plan, source: Source, library: Library, *, left_out: set[str]) -> Iterator[Problem]:
    """Yield what does not fit in a plan; nothing is said of keys that are missing for being wrong."""
    if "exercises" not in left_out:
        yield from _repeated_exercises(plan.exercises or (), source)
    yield from repeated_conditions(plan.condition or (), source)
    yield from _told(_unfit_exercises(plan.exercises or (), source, library=library))
    yield from _told(unfit_own(plan, source, library))
    yield from _repeated_blocks(plan.blocks or (), source)
    yield from _unknown_language(plan, source, library)
    if "condition" in left_out or any(library.missing("conditions", one) for one in plan.condition or ()):
        return
    try:
        conditions = find_conditions(plan.condition, library)
    except ContentError as error:
        yield from error.problems
        return
    yield from _told(unfit_texts(plan.texts or {}, source, conditions, library))
    yield from _told(_unreadable(plan, conditions, library=library))
    # A key that is not known may be the side, or the exercises, misspelt.
    if left_out <= {*Plan.model_fields}:
        yield from unfit_side(plan, source, conditions) if "side" not in left_out else ()
        yield from without_exercises(plan, source, conditions) if "exercises" not in left_out else ()
    yield from _told(unfit_blocks(plan, source, conditions, library=library))


def _told(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield problems, and those of content that cannot be read on the way."""
    try:
        yield from problems
    except ContentError as error:
        yield from error.problems


def _repeated_exercises(chosen: tuple[Chosen, ...], source: Source) -> Iterator[Problem]:
    """Yield exercises that are there twice with nothing to tell them apart."""
    for index, one in enumerate(chosen):
        if one in chosen[:index]:
            message = f"`{one.exercise}` is chosen twice with the same dose."
            hint = "Keep one of them, or give each a side, a time of day, a dose or a note of its own."
            yield source.problem(("exercises", index, "exercise"), message, hint)


def _unfit_exercises(chosen: tuple[Chosen, ...], source: Source, *, library: Library) -> Iterator[Problem]:
    """Yield exercises that nobody has written yet, and sides and loads that their steps do not allow."""
    for index, one in enumerate(chosen):
        if one.own is None and library.missing("exercises", one.exercise):
            continue
        exercise = written_or_found(one, library)
        if exercise.unwritten:
            message = f"`{one.exercise}` still says `{exercise.unwritten}`"
            yield source.problem(("exercises", index, "exercise"), message, "Write its texts, all of them.")
        if exercise.sides == "together" and one.side in ("left", "right"):
            both = library.speech.side("both", exercise.limb).limb
            message = f"`side` is `{one.side}`, but {exercise.title.lower()} works {both}."
            other = _one_sided(exercise, library)
            hint = f"Leave out the side, or choose `{other}`." if other else "Leave out the side."
            yield source.problem(("exercises", index, "side"), message, hint)
        if one.load_kind and not exercise.allows(one.load_kind):
            used = " or ".join(f"a {kind}" for kind in exercise.loads or ()) or "none"
            message = f"the load is a {one.load_kind}, but the steps of {exercise.title.lower()} use {used}."
            other = next(iter(library.exercise_names.named(f"{exercise.title} with {one.load_kind}s")), None)
            hint = f"Leave it out, or choose `{other}`." if other else "Leave it out."
            yield source.problem(("exercises", index, "load"), message, hint)


def _one_sided(exercise: Exercise, library: Library) -> str | None:
    """Return the id of what an exercise for both sides is with one, if there is such a one."""
    limb = exercise.limb.replace("body", "side")
    ways = (f"one-{limb}", f"single-{limb}", f"one-{limb}ged", "single")
    names = (f"{way} {name}" for name in (exercise.title, *exercise.also_called) for way in ways)
    found = (one for name in names for one in library.exercise_names.named(name))
    return next((one for one in found if library.find_exercise(one).sides == "each"), None)


def _repeated_blocks(choices: tuple[BlockChoice, ...], source: Source) -> Iterator[Problem]:
    blocks = [choice.block for choice in choices]
    for index, block in enumerate(blocks):
        if block in blocks[:index]:
            yield source.problem(
                ("blocks", index, "block"), f"the block `{block}` is there twice.", "Keep one of them."
            )


def _unknown_language(plan: Plan, source: Source, library: Library) -> Iterator[Problem]:
    missing = library.missing("words", plan.language) if plan.language else None
    if plan.language and missing and language_id(plan.language, library.folders) is None:
        yield source.problem(("language",), *missing)


def _unreadable(plan: Plan, conditions: Sequence[Condition], *, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the content of a plan, in its language: nothing is printed half in another."""
    spoken = library.in_language(plan.language or library.language)
    if library.missing("words", spoken.language):
        return
    exercises = [one.exercise for one in plan.exercises or usual_exercises(conditions) if one.own is None]
    blocks = [one.block for one in plan.blocks or ()] or usual_blocks(conditions)
    advice = [block for block in blocks if block in library.ids("advice")]
    glossaries = [one.glossary for one in conditions if "glossary" in blocks]
    parts = sorted(parts_of_exercises(plan, conditions, library))
    needed: list[tuple[Kind, Callable[[str], object], Sequence[str | None]]] = [
        ("conditions", spoken.find_condition, [one.id for one in conditions]),
        ("safety", spoken.find_safety, [*dict.fromkeys(one.safety for one in conditions), *parts]),
        ("muscles", spoken.find_muscle, [one.muscle for one in conditions]),
        ("regions", spoken.find_region, [one.region for one in conditions]),
        ("exercises", spoken.find_exercise, exercises),
        ("advice", spoken.find_advice, advice),
        ("glossaries", spoken.find_glossary, glossaries),
    ]
    for kind, find, names in needed:
        # What is not there is told where it is named.
        for name in (one for one in names if one and not library.missing(kind, one)):
            try:
                find(name)
            except ContentError as error:
                yield from error.problems
