"""What a clinician should know before giving something, and of whom it is true."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field, RootModel

from handouts.schema.base import ExerciseId, Id, Label, Limb, Line, Model, Names, Sentence, Statement
from handouts.schema.placeholders import Marked

FactId = Annotated[Id, Names("facts")]


class PatientFact(Model):
    """Something that may be true of a person and decides what they can do."""

    name: Label
    """What is true of them; it goes on from "one who": `takes blood thinners`."""
    also_called: tuple[Label, ...] = ()
    """Other words by which plans can say it."""
    stops: tuple[Limb, ...] = ()
    """What must not be exercised with it, in exercises that say nothing of it themselves."""
    reason: Annotated[Sentence, Marked(strong=False)] | None = None
    """What the clinician is told where it stops an exercise."""


class PatientFacts(RootModel[dict[Id, PatientFact]]):
    """All facts by id."""


def fact_called(name: str, facts: Mapping[str, PatientFact]) -> str:
    """Return the id of the fact that is called so, else the name."""
    key = " ".join(name.lower().replace("-", " ").split())
    called = {
        words: one for one, fact in facts.items() for words in (one.replace("-", " "), *fact.also_called)
    }
    return called.get(key, name)


class Caution(Statement):
    """What a clinician should know before giving something; with `when` it is a rule.

    `text` is for the clinician, and stands on the clinic's copy. With `never` it must not be given to
    those of whom one of `when` is true; without, it needs a word with them.
    """

    text: Annotated[Sentence, Marked(strong=False)]
    """What the clinician should know, without placeholders."""
    when: tuple[FactId, ...] = ()
    """The facts about a person that it is meant for, such as `anticoagulants`."""
    never: bool = False
    """Whether it must not be given to them at all, unless somebody records why."""
    instead: ExerciseId | None = None
    """The exercise that those can do who must not do this one."""
    gentler: Annotated[Line, Marked(("us",)), Field(min_length=1)] | None = None
    """What their own sheet says of it."""

    def meets(self, facts: Sequence[str]) -> tuple[str, ...]:
        """Return those of a person's facts that it is meant for."""
        return tuple(fact for fact in facts if fact in self.when)
