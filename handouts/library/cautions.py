"""Which cautions of exercises and texts are meant for one person, and what must not be given to them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from handouts.library.chosen import chosen_exercises, facts_of, find_conditions, written_or_found
from handouts.library.content import Library
from handouts.problems import ContentError, Problem
from handouts.schema.base import Limb
from handouts.schema.caution import Caution, PatientFact, fact_called
from handouts.schema.plan import Plan
from handouts.source import Location, Source

# The source of what is forbidden in general.
COMMON = ("common-practice",)
# Where a plan says what is true of its person.
FACTS: Location = ("patient", "facts")


@dataclass(frozen=True)
class Given:
    """Something that a plan gives: its id and title, its cautions, and where the plan names it."""

    id: str
    title: str
    cautions: tuple[Caution, ...]
    location: Location
    limb: Limb | None = None


@dataclass(frozen=True)
class Met:
    """A caution of something given that is meant for this person, with the names of the facts it is for.

    `instead` is the exercise that this person can be given in its place.
    """

    given: Given
    caution: Caution
    names: tuple[str, ...]
    instead: str | None

    @property
    def whom(self) -> str:
        """For whom it is meant, such as `one who takes blood thinners`."""
        return f"one who {' and '.join(self.names)}"


def given_by(plan: Plan, library: Library, blocks: Iterable[str]) -> Iterator[Given]:
    """Yield the exercises of a plan, or the usual ones of its conditions, and its blocks that are texts.

    What is not there, or cannot be read, is passed over; it is told where it is named.
    """
    conditions = find_conditions(plan.condition, library)
    # Where the person has none of their own, all facts are of what they have.
    whole: Location = FACTS if plan.patient and plan.patient.facts else ("condition",)
    for number, one in enumerate(chosen_exercises(plan, conditions)):
        at = whole if plan.exercises is None else ("exercises", number, "exercise")
        with suppress(ContentError):
            exercise = written_or_found(one, library)
            yield Given(exercise.id, exercise.title, exercise.cautions, at, exercise.limb)
    for block in blocks:
        own = [one.texts[block] for one in conditions if block in one.texts]
        with suppress(ContentError):
            for text in own or [library.find_advice(block)]:
                yield Given(block, text.heading, text.cautions, whole)


def cautions_met(plan: Plan, given: Iterable[Given], library: Library) -> list[Met]:
    """Return the cautions that are meant for the person of a plan, in the order of what is given."""
    facts = facts_of(plan, find_conditions(plan.condition, library))
    return [
        Met(one, caution, tuple(library.facts[fact].name for fact in met), _instead(caution, facts, library))
        for one in given
        for caution in (*one.cautions, *_stopping(one, facts, library))
        if (met := caution.meets(facts))
    ]


def _stopping(given: Given, facts: Sequence[str], library: Library) -> Iterator[Caution]:
    """Yield what forbids an exercise for its part of the body, where it says nothing of a fact itself."""
    said = {fact for one in given.cautions for fact in one.when}
    for fact in (one for one in facts if one in library.facts and one not in said):
        of = library.facts[fact]
        if given.limb in of.stops and of.reason:
            yield Caution(text=of.reason, when=(fact,), never=True, sources=COMMON)


def _instead(caution: Caution, facts: Sequence[str], library: Library) -> str | None:
    if caution.instead is None:
        return None
    cautions = library.find_exercise(caution.instead).cautions
    forbidden = any(one.never and one.meets(facts) for one in cautions)
    return None if forbidden else caution.instead


def contraindicated(met: Sequence[Met], plan: Plan, source: Source) -> Iterator[Problem]:
    """Yield what must not be given to this person, unless the plan says why it is all the same."""
    for one in met if plan.accepted is None else ():
        if one.caution.never:
            message = f"`{one.given.id}` is not for {one.whom}. {one.caution.text}"
            swap = f"Give `{one.instead}` in its place, leave" if one.instead else "Leave"
            hint = (
                f"{swap} it out, or write why it is given all the same: `accepted: …`, or `--accept REASON`."
            )
            yield source.problem(one.given.location, message, hint)


def cautioned(
    met: Sequence[Met], plan: Plan, source: Source, facts: Mapping[str, PatientFact]
) -> Iterator[Problem]:
    """Yield what needs a word with this person, facts that meet no caution, and decisions that none asks for.

    What is said to everyone with a condition is on the sheet, and needs no word.
    """
    own = plan.patient.facts if plan.patient else ()
    known = {fact for one in met for fact in one.caution.meets(own)}
    for fact in (fact for fact in own if fact in facts and fact not in known):
        message = f"`{fact}` changes nothing: no caution of what is given is for one who {facts[fact].name}."
        yield source.problem(FACTS, message, "Decide whether it is right for them.")
    for one in met:
        if not one.caution.never and not one.caution.meets(own):
            continue
        if plan.accepted is not None or not one.caution.never:
            message = f"`{one.given.id}`, for {one.whom}: {one.caution.text}"
            hint = f"`{one.instead}` can be given in its place." if one.instead else ""
            yield source.problem(one.given.location, message, hint)
    if plan.accepted is not None and not any(one.caution.never for one in met):
        message = "`accepted` says why something is given in spite of a caution, and none forbids it."
        yield source.problem(("accepted",), message, at_key=True)


def with_facts(source: Source, library: Library) -> Source:
    """Return a plan's source with the facts about its person as ids; what is none of them stays as it is.

    They may stand in one text, parted by semicolons or commas, and be called by any of their names.
    """
    patient = source.get("patient")
    said = patient.get("facts") if isinstance(patient, Mapping) else None
    if isinstance(said, str):
        said = tuple(filter(None, (one.strip() for one in re.split(r"[;,]", said))))
    if not isinstance(said, tuple) or not all(isinstance(one, str) for one in said):
        return source
    ids = tuple(fact_called(one, library.facts) for one in said)
    place = source.place(FACTS)
    places = {(*FACTS, number): source.places.get((*FACTS, number), place) for number in range(len(ids))}
    return source.put(FACTS, ids, places={FACTS: place, **places})
