"""What a handout says beside the exercises: how much pain is right, the diary, when and where to get help."""

from dataclasses import dataclass, field
from typing import Literal

from handouts.compose.blocks import DATED
from handouts.compose.text import Text


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
    lights: tuple[Light, ...]
    less_heading: str
    less: Text
    more_heading: str
    more: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """How often one exercise is done on each weekday, Monday first; 0 is a day of rest."""

    number: int
    title: str
    sessions: tuple[int, ...]


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
    """Lines to write one's questions on; where the plan has not `chosen` them, only as room is left."""

    heading: str
    lines: int
    chosen: bool = True


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
