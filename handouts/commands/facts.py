"""Turn an exercise, a muscle or a condition into lines for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from handouts.compose.text import Say, sayer, string_of
from handouts.library.content import Library
from handouts.library.words import fill
from handouts.schema.amount import written
from handouts.schema.base import Limb, Statement
from handouts.schema.caution import Caution
from handouts.schema.condition import Condition, Phase
from handouts.schema.dose import format_dose
from handouts.schema.exercise import Exercise
from handouts.schema.muscle import Muscle

Shown = Exercise | Muscle | Condition
Fact = tuple[str, Iterable[str]]

LABEL_WIDTH = 12
WIDTH = 88


def facts_of(shown: Shown, library: Library) -> Iterator[str]:
    """Yield the title and, under their labels, what the library says of a thing."""
    speech = library.speech
    say = sayer(None, _limb(shown, library), speech, us=speech.words.us.clinic)
    if isinstance(shown, Exercise):
        yield from _written(shown.title, _exercise(shown, library, say=say))
    elif isinstance(shown, Muscle):
        yield from _written(shown.name, _muscle(shown, library, say=say))
    else:
        yield from _written(shown.title, _condition(shown, library, say=say))


def _limb(shown: Shown, library: Library) -> Limb:
    if isinstance(shown, Exercise):
        return shown.limb
    return library.find_region(shown.region).limb if shown.region else "body"


def _exercise(exercise: Exercise, library: Library, *, say: Say) -> Iterator[Fact]:
    yield "Id", [exercise.id]
    yield "Also", [", ".join(exercise.also_called)]
    yield "Kind", [", ".join(filter(None, (exercise.group, exercise.position)))]
    yield "Targets", [", ".join(exercise.targets)]
    yield "Needs", [", ".join(exercise.equipment)]
    yield "For", [_said(exercise.purpose, say)]
    yield "Dose", [format_dose(exercise.dose) if exercise.dose else ""]
    yield "Start", [exercise.start or ""]
    side, limb = (getattr(library.speech.side("sore", exercise.limb), key) for key in ("side", "limb"))
    go, back = exercise.move_seconds or (0, 0)
    steps = (fill(step.text, side=side, limb=limb, go=go, back=back) for step in exercise.steps)
    yield "Steps", (f"{number}. {step}" for number, step in enumerate(steps, start=1))
    yield "Feel", [_said(exercise.feel, say)]
    yield "Avoid", [_said(exercise.avoid, say)]
    yield "Ask first", [_said(exercise.ask_first, say)]
    yield "Cautions", (_caution(one, library) for one in exercise.cautions)
    yield "Easier", [_said(exercise.easier, say)]
    then = exercise.harder.then if exercise.harder else None
    yield "Harder", [_said(exercise.harder, say), _said(Statement(text=then) if then else None, say)]
    yield "Sources", _titles(exercise.sources, library)
    yield "Licence", [exercise.licence or ""]


def _muscle(muscle: Muscle, library: Library, *, say: Say) -> Iterator[Fact]:
    yield "Id", [muscle.id]
    yield "Latin", [muscle.latin + (f" ({muscle.say})" if muscle.say else "")]
    yield "What", (_said(one, say) for one in (muscle.what, muscle.starts, muscle.ends))
    yield "Does", (_said(one, say) for one in muscle.does)
    yield "In pain", (_said(one, say) for one in muscle.part_in_pain)
    anatomy = muscle.anatomy
    yield "Origin", [anatomy.origin]
    yield "Insertion", [anatomy.insertion]
    yield "Action", [anatomy.action]
    yield "Nerve", [anatomy.nerve]
    yield "Points", (f"{one.number}. {one.name}: {one.place}; felt {one.pain}." for one in muscle.points)
    yield "Sources", _titles(anatomy.sources, library)
    yield "Licence", [muscle.licence or ""]


def _condition(condition: Condition, library: Library, *, say: Say) -> Iterator[Fact]:
    yield "Id", [condition.id]
    yield "Subtitle", [condition.subtitle]
    yield "Muscle", [condition.muscle or ""]
    sided = {True: "needed in a plan", False: "none", None: "may be named"}
    yield "Side", [sided[condition.sided]]
    yield "Exercises", (format_dose(one) for one in condition.exercises)
    phases = enumerate(condition.phases or (), start=1)
    yield "Phases", (f"{number}. {_phase(one, say)}" for number, one in phases)
    yield "Blocks", [", ".join(condition.blocks)]
    yield "On request", [", ".join(one for one in condition.texts if one not in condition.blocks)]
    yield "Helps", (_said(one, say) for one in condition.what_helps)
    yield "Licence", [condition.licence or ""]
    yield "Version", [f"{condition.version}, issued {condition.issued}, check by {condition.check_by}"]


def _phase(phase: Phase, say: Say) -> str:
    weeks = f", weeks {written(phase.weeks)}" if phase.weeks is not None else ""
    go_on = f" Go on: {' '.join(_said(one, say) for one in phase.go_on)}" if phase.go_on else ""
    return f"{phase.title}{weeks}: {'; '.join(phase.exercises)}.{go_on}"


def _said(statement: Statement | None, say: Say) -> str:
    return string_of(say(statement)) if statement else ""


def _caution(caution: Caution, library: Library) -> str:
    """Return a caution, the facts about a person that it is for, and what they are given or told."""
    facts = ", ".join(caution.when)
    rule = f" Never with {facts}." if caution.never else f" For {facts}." if facts else ""
    instead = f" In its place: {caution.instead}." if caution.instead else ""
    gentler = (
        f' The sheet says: "{fill(caution.gentler, us=library.speech.words.us.clinic)}"'
        if caution.gentler
        else ""
    )
    return f"{caution.text}{rule}{instead}{gentler}"


def _titles(sources: Iterable[str], library: Library) -> Iterator[str]:
    known = library.sources
    return (known[source].title if source in known else source for source in sources)


def _written(title: str, facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the title, then each label with its lines beside it, wrapped."""
    yield title
    for label, lines in facts:
        for line in filter(None, lines):
            yield from textwrap.wrap(
                line,
                WIDTH,
                initial_indent=label.ljust(LABEL_WIDTH),
                subsequent_indent=" " * LABEL_WIDTH,
            )
            label = ""
