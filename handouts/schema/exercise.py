"""One exercise, as a clinician writes it and a patient reads it; and a chosen one, with its own dose."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from handouts.problems import Problem
from handouts.schema.base import (
    LONGEST_ID,
    ContentFile,
    ExerciseId,
    ExerciseName,
    FigureId,
    FileName,
    HttpsAddress,
    Label,
    Limb,
    Line,
    Model,
    NotTyped,
    OwnText,
    SafetyId,
    Said,
    SeedId,
    Sentence,
    SourceId,
    Statement,
)
from handouts.schema.caution import Caution
from handouts.schema.check import check
from handouts.schema.dose import DefaultDose, Dose, LoadKind
from handouts.schema.figure import ShowsAll
from handouts.schema.notation import read_chosen
from handouts.schema.placeholders import Marked
from handouts.source import NOWHERE, Source

Group = Literal["stretch", "strengthen", "loosen"]
Position = Literal["standing", "sitting", "kneeling", "floor", "lying"]

# What stands in the file of a new exercise until somebody writes it.
UNWRITTEN = ("Say what to do first.", "Say what to do next.")


def _read_sides(written: object) -> object:
    """Return how the sides work for other words that say it, `both` or `one`; anything else as it is."""
    return {"both": "together", "one": "each"}.get(written, written) if isinstance(written, str) else written


class Step(Said):
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


class OwnPicture(Model):
    """A photo or drawing of one's own, PNG or JPEG, beside the file that names it."""

    file: FileName
    """The name of its file."""
    alt: Sentence
    """What is seen in it, for those who cannot see it."""
    caption: Label | None = None
    """The line under it."""

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.file)


# Built at once, and Chosen too: both are inside plans and conditions, and would be built anew for each.
class Exercise(ContentFile, defer_build=False):
    """One exercise: an id, a title and steps; what else is left out is not printed, or has a usual value.

    In its file a step, what is felt and the like may be a text alone, and the dose be written in the
    notation.
    """

    title: Line
    """What it is called on paper."""
    also_called: tuple[Label, ...] = ()
    """Other names by which plans can choose it."""
    group: Group | None = None
    """What it does: stretch, strengthen or loosen."""
    position: Position | None = None
    """How it is done: standing, sitting, kneeling, on the floor (seated, or on hands and knees) or lying."""
    purpose: Statement | None = None
    """What it is for, the first line of its card."""
    targets: tuple[Label, ...] = ()
    """The muscles it is meant for, by id or by name; the first of them most."""
    equipment: tuple[Label, ...] = ()
    """What is needed for it."""
    loads: tuple[LoadKind, ...] | None = None
    """The kinds of load that its steps allow; left out, any where it strengthens, else none."""
    counts: Literal["times", "reps", "spots"] = "times"
    """What its repetitions count: times, reps or spots."""
    limb: Limb = "body"
    """What of the body works."""
    safety: SafetyId | None = None
    """The part of the body it is for, by its warning signs; left out, that of the region of its targets."""
    also_for: tuple[SafetyId, ...] = ()
    """Other parts it is for; a plan for one of them, and not for its own, has the signs of that part."""
    sides: Annotated[Literal["each", "together"], BeforeValidator(_read_sides)] | None = None
    """Whether one side works at a time (each) or both (together); left out, it has no side."""
    seconds_per_rep: Annotated[float, Field(ge=0, le=120)] = 3
    """How long one repetition takes without its hold."""
    move_seconds: tuple[Annotated[int, Field(ge=1, le=30)], Annotated[int, Field(ge=1, le=30)]] | None = None
    """The seconds of its two ways, where the steps say them."""
    dose: DefaultDose | None = None
    """Its usual dose, with the sources of the numbers; left out, a plan says how much."""
    start: Line | None = None
    """Where and how to begin."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=20)]
    """What to do, one action after the other."""
    feel: Statement | None = None
    """What should be felt; it goes on from the word Feel."""
    avoid: Statement | None = None
    """What to avoid; it goes on from the word Avoid."""
    ask_first: Statement | None = None
    """Who should ask first; printed on the card."""
    cautions: tuple[Caution, ...] = ()
    """What the clinician should know; on paper only their `gentler`, for those who it is meant for."""
    easier: Rung | None = None
    """How to make it easier."""
    harder: Rung | None = None
    """How to make it harder."""
    caption: Line | None = None
    """The line under the picture."""
    figure: FigureId | None = None
    """The id of its picture, where that is a posed figure."""
    picture: FileName | None = None
    """A photo or drawing of your own in its place: a PNG or JPEG file beside this one."""
    alt: Sentence | None = None
    """What is seen in that picture, for those who cannot see it."""
    pictures: Annotated[tuple[OwnPicture, ...], Field(max_length=2)] = ()
    """Two of your own in its place, of the start and the end, each with its file and alt."""
    video: HttpsAddress | None = None
    """The address of a video of the clinic's own, printed with a QR code."""
    shows: ShowsAll | None = None
    """What must be seen in its picture."""
    sources: tuple[SourceId, ...] = ()
    """The ids of the sources that it rests on."""
    seeds: tuple[SeedId, ...] = ()
    """The numbered statements of the first two articles that it carries or corrects."""

    def allows(self, load: LoadKind) -> bool:
        """Return whether its steps allow a kind of load."""
        return self.group not in ("stretch", "loosen") if self.loads is None else load in self.loads

    @property
    def photos(self) -> tuple[OwnPicture, ...]:
        """Its own pictures, one or two, or none."""
        if self.picture:
            return (OwnPicture.model_construct(file=self.picture, alt=self.alt or "", caption=self.caption),)
        return self.pictures

    def seen_from(self, folder: Path) -> "Exercise":
        """Return the exercise with its own pictures looked up in a folder."""
        found = tuple(one.model_copy(update={"file": str(folder / one.file)}) for one in self.pictures)
        picture = str(folder / self.picture) if self.picture else None
        return self.model_copy(update={"picture": picture, "pictures": found}) if self.photos else self

    @property
    def unwritten(self) -> str:
        """What nobody has written yet, in the words that stand in its place, or nothing."""
        return next((step.text for step in self.steps if step.text in UNWRITTEN), "")

    @property
    def works(self) -> Literal["each", "together"] | None:
        """Whether one side works at a time or both, None where nothing says so; a step may name a side."""
        said = self.sides is None and any("{side}" in step.text for step in self.steps)
        return "each" if said else self.sides


# How an id begins whose title has no letter that an id can have.
OWN = "own"


class Chosen(Dose, defer_build=False):
    """One chosen exercise with the patient's own dose and note."""

    exercise: ExerciseName
    """The exercise, by its id, its title or what else it is called."""
    own: Annotated[Exercise | None, NotTyped()] = None
    """The exercise itself where the plan writes it out; then its id is made from its title."""
    note: OwnText | None = None
    """What is printed on its card for this person alone."""


def parse_chosen(text: str, path: Path = Path("exercise")) -> Chosen:
    """Return the exercise and dose of a text such as `heel-raise 3x12`; raise ContentError."""
    said = read_chosen(text)
    faults = [Problem(path, 0, 0, fault.message, fault.hint) for fault in said.faults]
    return check(Source(path, said.values, {(): NOWHERE}), Chosen, also=faults)


def own_id(title: str) -> str:
    """Return the id of an exercise that a plan writes out, from its title."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall("[a-z0-9]+", plain))[:LONGEST_ID].strip("-")
    return name or f"{OWN}-{sha256(title.encode()).hexdigest()[:8]}"
