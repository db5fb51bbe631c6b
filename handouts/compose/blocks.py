"""What each block of a handout says, as plain data in one language.

Strings with `{page}`, `{pages}`, `{first}`, `{last}` or `{count}` wait for numbers that only the
laid-out pages know. A field that is `DATED` may say something else on another day.
"""

from dataclasses import dataclass, field, replace
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
class Thumbnail:
    """A small picture of one exercise with its number."""

    number: int
    title: str
    picture: DrawnFigure


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

    `purpose` is what it is for. `beside` is what the plan says of the dose beside its cells, for where no
    steps are printed. `practised` are the words of a box to tick, empty where none is wanted.
    """

    number: int
    title: str
    kicker: str
    dose: tuple[DoseCell, DoseCell, DoseCell, DoseCell]
    spoken: str
    purpose: Text
    steps: tuple[Text, ...]
    feel: Text
    avoid: Text
    notes: tuple[Note, ...]
    picture: DrawnFigure
    caption: str
    beside: tuple[Text, ...] = ()
    practised: str = ""


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


@dataclass(frozen=True, slots=True)
class Light:
    """One light of the pain rule; `spoken` is its range and word as a listener hears them."""

    meaning: Literal["fine", "care", "stop"]
    range_text: str
    word: str
    text: str
    short: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class PainRule:
    """How much pain is right, when to do less and when to do more."""

    heading: str
    scale: str
    short_heading: str
    short_scale: str
    lights: tuple[Light, Light, Light]
    less_heading: str
    less: Text
    more_heading: str
    more: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """How often one exercise is done on each weekday, Monday first; 0 is a day of rest."""

    number: int
    title: str
    sessions: tuple[int, int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One dated day of a sheet; `weekday` 0 is Monday; `month` is said where a month begins."""

    weekday: int
    initial: str
    name: str
    number: str
    month: str


@dataclass(frozen=True, slots=True)
class DiaryWeek:
    """One week of a dated sheet."""

    heading: str
    days: tuple[DiaryDay, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    """A diary to tick: undated by weekday, or by the dated `sheet` weeks.

    `rest_day` is what a striped box says to a listener.
    """

    heading: str
    week_from: str
    rest_note: str
    bring: str
    tick: str
    day_names: tuple[str, ...]
    rows: tuple[DiaryRow, ...]
    pain: str
    sheet_note: str
    sheet_pain: str
    weeks: int
    sheet: tuple[DiaryWeek, ...] = field(metadata=DATED)
    rest_day: str = ""


@dataclass(frozen=True, slots=True)
class HelpQuestion:
    """A sign and what to do, each strong where it must catch the eye."""

    sign: Text
    action: Text


@dataclass(frozen=True, slots=True)
class HelpStrip:
    """The signs that come before everything else; `short_questions` is for one-page sheets."""

    heading: str
    short_heading: str
    questions: tuple[HelpQuestion, ...]
    short_questions: tuple[HelpQuestion, ...]


@dataclass(frozen=True, slots=True)
class RedFlagGroup:
    """Where to turn and for which signs; `now` is the emergency, `closed` what to do out of hours."""

    call: str
    now: bool
    phone: bool
    signs: tuple[Text, ...]
    closed: Text = ()


@dataclass(frozen=True, slots=True)
class RedFlags:
    """When to get help; never left out, never split."""

    heading: str
    groups: tuple[RedFlagGroup, ...]
    foot: Text


@dataclass(frozen=True, slots=True)
class Questions:
    """Lines to write one's questions on."""

    heading: str
    lines: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; `number` is empty where no clinic is known."""

    ask: Text
    number: Text
    later: Text
    review: Text


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where the content comes from and who has checked it."""

    sources: Text
    status: Text = field(metadata=DATED)
