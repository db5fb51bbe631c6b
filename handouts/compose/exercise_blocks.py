"""What a handout says of the plan: at a glance, exercise by exercise, how much pain is right, the diary.

Plain data in one language. Strings with `{page}`, `{pages}`, `{first}`, `{last}` or `{count}` wait for
numbers that only the laid-out pages know. A field that is `DATED` may say something else on another day.
"""

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from handouts.compose.text import Text
from handouts.drawing.picture import Picture, Side

# Marks a field that a digest leaves out, so that a plan without a date has one code on every day.
DATED = {"dated": True}


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """A figure with its working side; `alt` is said in its place, `short_alt` where its start is left out."""

    drawn: Picture
    side: Side
    alt: str
    short_alt: str

    @property
    def without_start(self) -> "DrawnFigure":
        """The figure where there is no room for the pose that its movement begins with."""
        return replace(self, drawn=self.drawn.without_start, alt=self.short_alt)


class Photo(NamedTuple):
    """A photo or drawing of one's own, so many pixels wide and tall, as JPEG in colour and in grey."""

    colour: bytes
    grey: bytes
    width: int
    height: int
    alt: str
    caption: str


# A posed figure, one photo, two of start and end, or none.
ExercisePicture = DrawnFigure | tuple[Photo, ...]


class Thumbnail(NamedTuple):
    """A small picture of one exercise, if there is one, with its number."""

    number: int
    title: str
    picture: ExercisePicture


class PlanGroup(NamedTuple):
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
class OwnWords:
    """What a plan says to one person where no plan box, nobody's details and no contact say it."""

    goal: Text | None
    note: Text | None
    review: Text | None


class DoseWord(NamedTuple):
    """A piece of a dose: `figure` is the number a patient must see, `strong` a word, `plain` the rest."""

    text: str
    kind: Literal["figure", "strong", "plain"]


class DoseCell(NamedTuple):
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
    """How much pain is right, when to do less and when to do more.

    `half` says what half of each dose is; it may be empty.
    """

    heading: str
    scale: str
    short_heading: str
    short_scale: str
    lights: tuple[Light, ...]
    less_heading: str
    less: Text
    half: Text
    more_heading: str
    more: tuple[Text, ...]


class DiaryRow(NamedTuple):
    """How often one exercise is done on each weekday, Monday first; 0 is a day of rest."""

    number: int
    title: str
    sessions: tuple[int, ...]


class DiaryDay(NamedTuple):
    """One dated day of a sheet; `weekday` 0 is Monday; `month` is said where a month begins."""

    weekday: int
    initial: str
    name: str
    number: str
    month: str


class DiaryWeek(NamedTuple):
    """One week of a dated sheet."""

    heading: str
    days: tuple[DiaryDay, ...]


@dataclass(frozen=True, slots=True)
class Diary:
    """A diary to tick: undated by weekday, or by the dated `sheet` weeks.

    `rest_day` is what a striped box says to a listener, `notes` the heading of lines to write on.
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
    notes: str = ""
