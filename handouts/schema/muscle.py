"""A muscle: what it is and does in plain words, and its trigger points as numbers on the body."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from handouts.schema.base import (
    AsWritten,
    ContentFile,
    Id,
    Label,
    Line,
    Model,
    MuscleId,
    RegionId,
    SeedId,
    SourceId,
    Statement,
    text,
)
from handouts.schema.region import Across, Down, Place


class Reach(Model):
    """How far a point is found from its usual place, across and down its view."""

    x: tuple[Across, Across]
    y: tuple[Down, Down]


class TriggerPoint(Model):
    """One trigger point: its plain name, where it lies, and where it can be felt.

    `x` and `y` are places on the muscle's view of its region; a point that is several in a row is `also_at`
    others. `essential` and `spill` name zones of
    the region: the main pain area, and where pain may spread. A `rare` point is drawn only when asked for.
    `place` and `pain` continue a sentence: no capital, no full stop.
    """

    number: Annotated[int, Field(ge=1, le=9)]
    name: Label
    place: Annotated[str, text(90)]
    pain: Annotated[str, text(90)]
    x: Across
    y: Down
    also_at: tuple[Place, ...] = ()
    reach: Reach
    essential: Annotated[tuple[Id, ...], Field(min_length=1)]
    spill: tuple[Id, ...] = ()
    rare: bool = False
    confidence: Literal["high", "middle", "low"]
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    seeds: tuple[SeedId, ...] = ()

    @model_validator(mode="after")
    def _within_reach(self) -> Self:
        for name, place, (low, high) in (("x", self.x, self.reach.x), ("y", self.y, self.reach.y)):
            if not low <= place <= high:
                raise ValueError(f"{name} is {place}, outside its own reach of {low} to {high}")
        return self


class Anatomy(Model):
    """What a clinician looks up: origin, insertion, action and nerve."""

    origin: Line
    insertion: Line
    action: Line
    nerve: Line
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class Muscle(ContentFile):
    """A muscle in plain words; `say` is how its name is spoken, `region` the map that shows it.

    `view` is the view of the region on which its points lie, left out the first.

    `neighbours` lie beside it, `linked` ones can hurt in the same places.
    """

    name: Label
    latin: Annotated[Label, AsWritten()]
    say: Label | None = None
    region: RegionId | None = None
    view: Id | None = None
    what: Statement
    starts: Statement
    ends: Statement
    does: tuple[Statement, ...]
    nerve: Statement | None = None
    neighbours: tuple[MuscleId, ...] = ()
    linked: tuple[MuscleId, ...] = ()
    part_in_pain: tuple[Statement, ...]
    anatomy: Anatomy
    points: tuple[TriggerPoint, ...] = ()

    @model_validator(mode="after")
    def _one_point_a_number(self) -> Self:
        numbers = [point.number for point in self.points]
        if len(numbers) != len(set(numbers)):
            raise ValueError("two points have the same number")
        if numbers and not self.region:
            raise ValueError("a muscle with points needs the `region` they lie in")
        return self
