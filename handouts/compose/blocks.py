"""What each block of a handout says, as plain data in one language.

Strings with `{page}`, `{pages}`, `{first}`, `{last}` or `{count}` wait for numbers that only the
laid-out pages know. A field that is `DATED` may say something else on another day.
"""

from dataclasses import dataclass, replace
from typing import Literal

from handouts.compose.text import Text
from handouts.drawing.body_map import MapDrawing
from handouts.drawing.picture import Picture

OneSide = Literal["left", "right"]

# Marks a field that a digest leaves out, so that a plan without a date has one code on every day.
DATED = {"dated": True}


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """A figure with its working side; `alt` is said in its place, `short_alt` where its start is left out."""

    drawn: Picture
    side: OneSide
    alt: str
    short_alt: str

    @property
    def without_start(self) -> "DrawnFigure":
        """The figure where there is no room for the pose that its movement begins with."""
        return replace(self, drawn=self.drawn.without_start, alt=self.short_alt)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo or drawing of one's own, so many pixels wide and tall, as JPEG in colour and in grey."""

    colour: bytes
    grey: bytes
    width: int
    height: int
    alt: str
    caption: str


# A posed figure, one photo, two of start and end, or none.
ExercisePicture = DrawnFigure | tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture of one exercise, if there is one, with its number."""

    number: int
    title: str
    picture: ExercisePicture


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """One thing to do today: what, when and how long, and which exercises it is.

    Where that is not the same for all of them, each of the `lines` begins with their numbers.
    """

    title: str
    lines: tuple[str, ...]
    thumbnails: tuple[Thumbnail, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The plan at a glance; `minutes` has its figures strong."""

    heading: str
    minutes: Text
    groups: tuple[PlanGroup, ...]
    goal: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a text block."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A list to be followed in order."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can help, what is known of it, and how sure that is."""

    name: str
    what: Text
    known: Text
    sure: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Things that can help, side by side."""

    items: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CaptionedPicture:
    """A figure beside the text of its block."""

    picture: DrawnFigure
    caption: str


Part = Paragraph | Subheading | Bullets | Steps | Choices | CaptionedPicture


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading and what is said under it."""

    id: str
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class WhatHelps:
    """What helps, in a few lines."""

    heading: str
    statements: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A numbered trigger point in words."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class LegendMark:
    """A mark of the map, what it looks like to a listener, and what it means."""

    picture: Picture
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The trigger-point map: its parts, the numbered spots, the legend, and how far to trust it."""

    heading: str
    drawing: MapDrawing
    spots: tuple[Spot, ...]
    legend: tuple[LegendMark, ...]
    trust: Text


@dataclass(frozen=True, slots=True)
class DoseWord:
    """A piece of a dose: `figure` is the number a patient must see, `strong` a word, `plain` the rest."""

    text: str
    kind: Literal["figure", "strong", "plain"]


@dataclass(frozen=True, slots=True)
class DoseCell:
    """One of the four parts of a dose, long and short; `left` and `right` light the side glyph."""

    glyph: Literal["repeat", "clock", "calendar", "side"]
    long: tuple[DoseWord, ...]
    short: tuple[DoseWord, ...]
    left: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A changed dose, a caution, or what else the plan shows; a caution outranks the others."""

    kind: Literal["changed", "ask-first", "shown"]
    lead: str
    text: Text


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise as the patient does it; `spoken` is the whole dose as a sentence.

    `purpose` is what it is for; it, `feel`, `avoid` and `caption` are empty where nothing is said. `beside`
    is what the plan says of the dose beside its cells, for where no steps are printed. `practised` are the
    words of a box to tick, empty where none is wanted. `changed` is whether it is new or different since the
    last plan.
    """

    number: int
    title: str
    kicker: str
    dose: tuple[DoseCell, ...]
    spoken: str
    purpose: Text
    steps: tuple[Text, ...]
    feel: Text
    avoid: Text
    notes: tuple[Note, ...]
    picture: ExercisePicture
    caption: str
    beside: tuple[Text, ...] = ()
    practised: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Exercises:
    """The chosen exercises in order; `stop` is said under every page, `continued` where one goes on."""

    heading: str
    range_words: str
    place_words: str
    cards: tuple[ExerciseCard, ...]
    stop: Text
    side_letters: tuple[str, str]
    continued: str = ""
