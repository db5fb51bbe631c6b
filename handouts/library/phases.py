"""The phases of a protocol: which one a plan is in, and its exercises in the place of the usual ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from handouts.library.names import ContentNames
from handouts.library.references import Missing
from handouts.problems import ContentError, Problem, listed
from handouts.schema.base import Kind
from handouts.schema.clinic import Clinic
from handouts.schema.condition import MOST_PHASES, Condition, Phase, read_phase
from handouts.schema.notation import read_chosen
from handouts.source import Location, Source

# In a plan: which phase it is in, and among its exercises those of that phase.
PHASE = "phase"

Protocol = tuple[str, tuple[Phase, ...]]


def protocols_of(conditions: Sequence[Condition], clinic: Clinic | None) -> list[Protocol]:
    """Return the conditions that have phases, with these; those of the clinic win."""
    own: Mapping[str, tuple[Phase, ...]] = (clinic and clinic.phases) or {}
    both = ((one.id, own.get(one.id) or one.phases) for one in conditions)
    return [(name, phases) for name, phases in both if phases]


def phase_asked(source: Source) -> int | None:
    """Return the number of the phase that a plan is in; None where it says none, or what no phase can be."""
    said = read_phase(source.get(PHASE))
    return said if isinstance(said, int) and 1 <= said <= MOST_PHASES else None


def find_phase(
    number: int, conditions: Sequence[Condition], clinic: Clinic | None, source: Source
) -> tuple[str, Phase]:
    """Return the phase of a plan with whose it is; raise ContentError where that is not one."""
    found, at = protocols_of(conditions, clinic), (PHASE,)
    if not found:
        message = f"`phase` is {number}, and {listed(one.id for one in conditions)} has no phases."
        hint = "Leave it out, or write `phases:` in the clinic's file."
        raise ContentError([source.problem(at, message, hint)])
    if len(found) > 1:
        message = f"`phase` is {number}, and {listed((name for name, _ in found), last='and')} have phases."
        raise ContentError([source.problem(at, message, "Make a plan for each of them.")])
    ((name, phases),) = found
    if number > len(phases):
        there = ", ".join(f"{rank} {one.title}" for rank, one in enumerate(phases, start=1))
        raise ContentError([source.problem(at, f"`{name}` has no phase {number}.", f"It has {there}.")])
    return name, phases[number - 1]


def unfit_phases(
    phases: Sequence[Phase],
    at: Location,
    source: Source,
    *,
    names: ContentNames,
    missing: Callable[[Kind, str], Missing | None],
) -> Iterator[Problem]:
    """Yield the lines of phases that are no exercise with its dose."""
    for number, phase in enumerate(phases):
        for line, text in enumerate(phase.exercises):
            yield from unfit_line(text, (*at, number, "exercises", line), source, names, missing)


def unfit_line(
    line: str,
    at: Location,
    source: Source,
    names: ContentNames,
    missing: Callable[[Kind, str], Missing | None],
) -> Iterator[Problem]:
    """Yield what is wrong with a line that is to be an exercise with its dose."""
    said = read_chosen(line, names)
    yield from (source.problem(at, one.message, one.hint) for one in said.faults)
    told = None if said.faults else missing("exercises", str(said.values["exercise"]))
    yield from [source.problem(at, *told)] if told else []
