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
from handouts.schema.dose import DefaultDose
from handouts.schema.placeholders import Marked
from handouts.schema.shows import ShowsAll

Group = Literal["stretch", "strengthen", "loosen"]
Position = Literal["standing", "sitting", "floor"]


class Step(Model):
    """One action, best of at most 12 words.

    `text` may say `{side}` for `left`, `right` or `sore`; `both` is said when both sides do it,
    and is needed where `{side}` is used. `no_hold` is said in its place where the
    dose has no hold. `{go}` and `{back}` are the seconds of the two ways of a movement.
    """

    text: Annotated[Sentence, Marked(("side", "leg", "go", "back"))]
    both: Annotated[Sentence, Marked(("side", "leg", "go", "back"))] | None = None
    no_hold: Annotated[Sentence, Marked(("side", "leg", "go", "back"))] | None = None


class Rung(Statement):
    """The next harder or easier thing to do; `exercise` when the library has it.

    `sets` and `reps` are the dose that `text` builds up to; past it, `then` is said instead.
    """

    exercise: ExerciseId | None = None
    sets: Annotated[int, Field(ge=1, le=10)] | None = None
    reps: Annotated[int, Field(ge=1, le=100)] | None = None
    then: Annotated[Line, Marked(("us",))] | None = None


class Exercise(Model):
    """One exercise: what to do, what to feel, what to avoid, and its usual dose.

    `counts` says what `reps` counts, `limb` what works, `sides` whether one side works at a time,
    `seconds_per_rep` how long one repetition takes without its hold; `move_seconds` are its two ways, where
    the steps say them, unless a tempo is prescribed.
    `ask_first` is printed on the card; `cautions` are for the clinician.
    `feel` and `avoid` continue the words "Feel" and "Avoid". `shows` is what must be seen in its `figure`.
    """

    id: Id
    title: Line
    also_called: tuple[Label, ...] = ()
    group: Group
    position: Position
    purpose: Statement
    equipment: tuple[Label, ...] = ()
    counts: Literal["times", "reps", "spots"]
    limb: Limb = "body"
    sides: Literal["each", "together"]
    seconds_per_rep: Annotated[float, Field(ge=0, le=120)]
    move_seconds: tuple[Annotated[int, Field(ge=1, le=30)], Annotated[int, Field(ge=1, le=30)]] | None = None
    dose: DefaultDose
    start: Line
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=20)]
    feel: Statement
    avoid: Statement
    ask_first: Statement | None = None
    cautions: tuple[Statement, ...]
    easier: Rung
    harder: Rung
    caption: Line
    figure: FigureId
    shows: ShowsAll | None = None
    sources: tuple[SourceId, ...]
    seeds: tuple[SeedId, ...] = ()
