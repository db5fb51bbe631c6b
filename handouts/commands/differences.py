"""Turn the origin of a paper, and what its plan gives now, into what has changed since, in words."""

from collections.abc import Callable, Iterator

from handouts.schema.exercise import Chosen, parse_chosen
from handouts.schema.origin import GivenExercise, Origin

Title = Callable[[str], str]
# An exercise as its paper has it, and as it is read.
Pair = tuple[GivenExercise, Chosen]
# What tells exercises apart that are there twice, beside the side and the note.
TELLING = ("times_of_day", "days", "every_days", "sets", "reps")

# The parts of an origin that hold one value each, and how they are called.
PARTS = {
    "condition": "condition",
    "version": "content version",
    "program": "handouts",
    "layout": "layout",
    "language": "language",
    "date": "date",
    "review": "review",
    "side": "side",
}
# The parts that are there only as a mark.
MARKED = {"goal": "the goal", "note": "the note", "clinic": "the clinic's details"}
UNITS = {
    "sets": "sets",
    "reps": "repetitions",
    "seconds": "seconds",
    "hold_seconds": "seconds of hold",
    "rest_seconds": "seconds of rest",
    "tempo": "as the tempo",
    "load": "as the load",
    "effort": "as the effort",
    "times_per_day": "times a day",
    "every_hours": "hours from one time to the next",
    "times_of_day": "as the times of day",
    "days_per_week": "days a week",
    "days": "as the days",
    "every_days": "days from one to the next",
    "weeks": "weeks",
    "pain_limit": "as the most pain",
    "side": "as the side",
}


def differences(paper: Origin, now: Origin, *, title: Title) -> Iterator[str]:
    """Yield what is not the same in two origins, the paper's first; nothing where their codes agree."""
    if paper.code == now.code:
        return
    found = [
        *_parts(paper, now),
        *_exercises(paper, now, title=title),
        *_blocks(paper, now),
        *_texts(paper, now),
    ]
    yield from found or [_unnamed(paper, now)]


def halves(paper: str, now: str) -> Iterator[str]:
    """Yield what two codes alone tell: the first half is that of the plan."""
    if paper == now:
        return
    if paper.split("-")[0] == now.split("-")[0]:
        yield "the plan is the same; the content, the layout, the clinic or the program is not"
    else:
        yield "the plan has changed, or the paper was made from another one"


def _parts(paper: Origin, now: Origin) -> Iterator[str]:
    for part, name in PARTS.items():
        was, is_now = getattr(paper, part), getattr(now, part)
        if was != is_now:
            yield f"{name} {_said(was)} -> {_said(is_now)}"
    for part, name in MARKED.items():
        if getattr(paper, part) != getattr(now, part):
            yield f"{name} changed"


def _exercises(paper: Origin, now: Origin, *, title: Title) -> Iterator[str]:
    """Yield the exercises that are gone, other or new; of namesakes the most alike are compared."""
    waiting = [(one, _read(one)) for one in paper.exercises]
    for one in now.exercises:
        chosen = _read(one)
        namesakes = [pair for pair in waiting if pair[1].exercise == chosen.exercise]
        was = max(namesakes, key=lambda pair: _in_common(pair, (one, chosen)), default=None)
        if was is None:
            yield f"{title(chosen.exercise)}: new"
            continue
        waiting.remove(was)
        yield from (f"{title(chosen.exercise)}: {change}" for change in _dose(was[1], chosen))
        if was[0].note != one.note:
            yield f"{title(chosen.exercise)}: the note changed"
        if was[0].own != one.own:
            yield f"{title(chosen.exercise)}: its own words changed"
    yield from (f"{title(chosen.exercise)}: no longer there" for _, chosen in waiting)


def _in_common(was: Pair, now: Pair) -> int:
    same = [key for key in TELLING if getattr(was[1], key) == getattr(now[1], key)]
    return len(same) + int(was[0].note == now[0].note) + len(TELLING) * int(was[1].side == now[1].side)


def _dose(was: Chosen, now: Chosen) -> Iterator[str]:
    for part, unit in UNITS.items():
        before, after = getattr(was, part), getattr(now, part)
        if before != after:
            yield f"{_said(before)} -> {_said(after)} {unit}"


def _blocks(paper: Origin, now: Origin) -> Iterator[str]:
    yield from (f"block `{block}`: new" for block in now.blocks if block not in paper.blocks)
    yield from (f"block `{block}`: no longer there" for block in paper.blocks if block not in now.blocks)


def _texts(paper: Origin, now: Origin) -> Iterator[str]:
    for block in sorted({*paper.texts, *now.texts}):
        was, is_now = paper.texts.get(block), now.texts.get(block)
        if was != is_now:
            change = "changed" if was and is_now else "new" if is_now else "no longer there"
            yield f"own words of `{block}`: {change}"


def _unnamed(paper: Origin, now: Origin) -> str:
    """Return what can be said of a change that no part shows."""
    if next(halves(paper.code, now.code)).startswith("the plan is the same"):
        return "the words, the pictures or the look changed, and no version with them"
    return "the plan changed in the order or the settings of its parts"


def _read(one: GivenExercise) -> Chosen:
    return parse_chosen(one.dose)


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ("-" if isinstance(value[0], int) else ", ").join(map(str, value))
    return "none" if value is None else str(value)
