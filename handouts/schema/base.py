"""What all models share: frozen, no unknown keys, and the kinds of text, id, date and reference."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    model_validator,
)

from handouts.schema.amount import own_error
from handouts.schema.dates import read_date
from handouts.schema.placeholders import Marked


class Model(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


# Each kind is a folder of content with one file per id, but for `sources` and `facts`, which share one file.
Kind = Literal[
    "exercises",
    "conditions",
    "muscles",
    "regions",
    "figures",
    "safety",
    "advice",
    "glossaries",
    "words",
    "layouts",
    "sources",
    "facts",
]


@dataclass(frozen=True)
class Names:
    """Marks a field whose text is the id of something in the library."""

    kind: Kind


class AsWritten:
    """Marks a field whose text is the same in every language."""


class NotTyped:
    """Marks a field that nobody writes as a key: the program fills it in."""


LONGEST_ID = 60
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE_PATTERN = r"^[^\r\n]*$"
SEED_PATTERN = r"^S[12]-\d\d$"
LANGUAGE_PATTERN = r"^[a-z]{2}(-[A-Z]{2})?$"


def is_id(name: str) -> bool:
    """Say whether a name can be the id of something."""
    return re.fullmatch(ID_PATTERN, name) is not None and len(name) <= LONGEST_ID


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
SourceId = Annotated[Id, Names("sources")]
ExerciseId = Annotated[Id, Names("exercises")]
ConditionId = Annotated[Id, Names("conditions")]
MuscleId = Annotated[Id, Names("muscles")]
RegionId = Annotated[Id, Names("regions")]
FigureId = Annotated[Id, Names("figures")]
SafetyId = Annotated[Id, Names("safety")]
LayoutId = Annotated[Id, Names("layouts")]
GlossaryId = Annotated[Id, Names("glossaries")]
# BCP 47.
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
SeedId = Annotated[str, StringConstraints(pattern=SEED_PATTERN)]


def text(longest: int) -> StringConstraints:
    """Return the rule for one line of text of at most `longest` characters."""
    return StringConstraints(
        min_length=1, max_length=longest, strip_whitespace=True, pattern=ONE_LINE_PATTERN
    )


class OfFile:
    """Marks a field whose text is the path of a file; it is opened and never printed."""


# An exercise by any of its names; when its file is checked, it is the id.
ExerciseName = Annotated[str, text(60), Names("exercises"), AsWritten()]


FileName = Annotated[str, text(200), OfFile()]
# A message of the program's own; a space at its ends may be wanted.
MESSAGE_PATTERN = r"^[^\r\n]*[^\s][^\r\n]*$"
Message = Annotated[str, StringConstraints(pattern=MESSAGE_PATTERN, max_length=400)]
Label = Annotated[str, text(40)]
Line = Annotated[str, text(120)]
Sentence = Annotated[str, text(400)]


def _in_one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


# What somebody writes for one person; as long as no one meets. It runs on over the line breaks of its file.
OwnText = Annotated[str, BeforeValidator(_in_one_line), text(2000)]


def _https(address: str) -> str:
    """Return an address that leads to a page and holds no name or password; raise ValueError."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or "@" in parts.netloc or "." not in parts.hostname:
        raise ValueError("write a whole address that begins with https://")
    return address


# An address that a QR code leads to.
HTTPS_PATTERN = r"^https://[!-~]+$"
HttpsAddress = Annotated[
    str, StringConstraints(pattern=HTTPS_PATTERN, max_length=200), AfterValidator(_https)
]
# Words to call somebody by have a number in them.
CALL_PATTERN = r"\d"
EMAIL_PATTERN = r"\S@\S"


def is_text(value: object, marks: tuple[object, ...]) -> bool:
    """Say whether a value is said in the language of its file, from what its field is marked with."""
    if not isinstance(value, str) or any(isinstance(mark, OfFile | AsWritten | Names) for mark in marks):
        return False
    rules = (mark.pattern for mark in marks if isinstance(mark, StringConstraints))
    return any(pattern in (ONE_LINE_PATTERN, MESSAGE_PATTERN) for pattern in rules)


def _read_date(value: object) -> object:
    """Return the date of a text such as 2026-12-31; raise an error with the sentence to show."""
    if not isinstance(value, str):
        return value
    try:
        return read_date(value)
    except ValueError as error:
        raise own_error(str(error)) from None


Date = Annotated[datetime.date, BeforeValidator(_read_date)]

# How paper is printed: in colour, in greys, or in black lines and words that can be copied again.
Colouring = Literal["colour", "grey", "black"]
# What has a left and a right one, or only two sides, as a neck, a back and a body have.
Limb = Literal["leg", "hip", "arm", "shoulder", "neck", "back", "body"]


class ByName(dict[str, Any]):
    """What is told by its name; it can be part of a key."""

    def __hash__(self) -> int:  # type: ignore[override]
        """Return the same for equal mappings."""
        return hash(repr(sorted(self.items())))


class ContentFile(Model):
    """What has a file of content for itself."""

    id: Id
    """The name of the file without its ending."""
    licence: Annotated[str, text(80), AsWritten()] | None = None
    """The licence of this file, such as MIT or CC BY 4.0."""


class Said(Model):
    """What is said as a mapping with a `text`, or in its file as the text alone."""

    @model_validator(mode="before")
    @classmethod
    def _spell_out(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


# Built at once and for all: built anew inside each of five models, reading a plan takes 5 % longer.
class Statement(Said, defer_build=False):
    """One thing that is said to a patient, with the sources it rests on.

    `text` may carry `**strong words**`, `[la:words in another language]`, and the placeholders `{side}`,
    `{limb}` and `{us}`, who is asked: those who gave the sheet, or somebody else where there is no clinic.
    `seeds` names the numbered statements of the first two articles that it carries or corrects.
    """

    text: Annotated[Sentence, Marked(("side", "limb", "us"))]
    """The text, with `**strong words**` where they are wanted."""
    sources: tuple[SourceId, ...] = ()
    """The ids of the sources that it rests on."""
    seeds: tuple[SeedId, ...] = ()
    """The numbered statements of the first two articles that it carries or corrects."""


class Sign(Statement, defer_build=False):
    """A statement that is the same for both sides: `text` may carry `**strong words**` only."""

    text: Annotated[Sentence, Marked()]
