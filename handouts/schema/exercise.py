"""One exercise, as a clinician writes it and a patient reads it."""

from typing import Annotated, Literal

from pydantic import Field

from handouts.schema.base import (
    ExerciseId,
    FigureId,
    Id,
    Label,
    Limb,
    Line,
    Model,
    SeedId,
    Sentence,
    SourceId,
    Statement,
)
from handouts.schema.caution import Caution
from handouts.schema.dose import DefaultDose
from handouts.schema.placeholders import Marked
from handouts.schema.shows import ShowsAll

Group = Literal["stretch", "strengthen", "loosen"]
Position = Literal["standing", "sitting", "kneeling", "floor", "lying"]

# What stands in the file of a new exercise until somebody writes it.
UNWRITTEN = ("Say what to do first.", "Say what to do next.", "what should be felt.", "what to avoid.")


class Step(Model):
    """One action, best of at most 12 words.

    `text` may say `{side}` for `left`, `right` or `sore`; `both` is said when both sides do it,
    and is needed where `{side}` is used. `no_hold` is said in its place where the
    dose has no hold. `{go}` and `{back}` are the seconds of the two ways of a movement.
    """

    text: Annotated[Sentence, Marked(("side", "limb", "go", "back"))]
    """What to do, best in at most 12 words."""
    both: Annotated[Sentence, Marked(("side", "limb", "go", "back"))] | None = None
    """What is said in its place when both sides do it."""
    no_hold: Annotated[Sentence, Marked(("side", "limb", "go", "back"))] | None = None
    """What is said in its place where the dose has no hold."""


class Rung(Statement):
    """The next harder or easier thing to do."""

    exercise: ExerciseId | None = None
    """The id of the exercise that it is, where the library has it."""
    sets: Annotated[int, Field(ge=1, le=10)] | None = None
    """The sets that the text builds up to."""
    reps: Annotated[int, Field(ge=1, le=100)] | None = None
    """The repetitions that the text builds up to."""
    then: Annotated[Line, Marked(("us",))] | None = None
    """What is said once that dose is reached."""


class Exercise(Model):
    """One exercise: what to do, what to feel, what to avoid, and its usual dose."""

    id: Id
    """The name of the file without its ending."""
    title: Line
    """What it is called on paper."""
    also_called: tuple[Label, ...] = ()
    """Other names by which plans can choose it."""
    group: Group
    """What it does: stretch, strengthen or loosen."""
    position: Position
    """How it is done: standing, sitting, kneeling, on the floor (seated, or on hands and knees) or lying."""
    purpose: Statement
    """What it is for, the first line of its card."""
    targets: tuple[Label, ...] = ()
    """The muscles it is meant for, by id or by name; the first of them most."""
    equipment: tuple[Label, ...] = ()
    """What is needed for it."""
    counts: Literal["times", "reps", "spots"]
    """What its repetitions count: times, reps or spots."""
    limb: Limb = "body"
    """What of the body works."""
    sides: Literal["each", "together"]
    """Whether one side works at a time (each) or both (together)."""
    seconds_per_rep: Annotated[float, Field(ge=0, le=120)]
    """How long one repetition takes without its hold."""
    move_seconds: tuple[Annotated[int, Field(ge=1, le=30)], Annotated[int, Field(ge=1, le=30)]] | None = None
    """The seconds of its two ways, where the steps say them."""
    dose: DefaultDose
    """Its usual dose, with the sources of the numbers."""
    start: Line
    """Where and how to begin."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=20)]
    """What to do, one action after the other."""
    feel: Statement
    """What should be felt; it goes on from the word Feel."""
    avoid: Statement
    """What to avoid; it goes on from the word Avoid."""
    ask_first: Statement | None = None
    """Who should ask first; printed on the card."""
    cautions: tuple[Caution, ...]
    """What the clinician should know; on paper only their `gentler`, for those who it is meant for."""
    easier: Rung
    """How to make it easier."""
    harder: Rung
    """How to make it harder."""
    caption: Line
    """The line under the picture."""
    figure: FigureId
    """The id of its picture."""
    shows: ShowsAll | None = None
    """What must be seen in its picture."""
    sources: tuple[SourceId, ...]
    """The ids of the sources that it rests on."""
    seeds: tuple[SeedId, ...] = ()
    """The numbered statements of the first two articles that it carries or corrects."""

    @property
    def unwritten(self) -> str:
        """What nobody has written yet, in the words that stand in its place, or nothing."""
        said = (*(step.text for step in self.steps), self.feel.text, self.avoid.text)
        return next((text for text in said if text in UNWRITTEN), "")
