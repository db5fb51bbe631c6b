"""How much pain is right, and a diary to tick."""

from dataclasses import dataclass
from typing import Literal

from handouts.handout.text import Text


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
    sheet: tuple[DiaryWeek, ...]
    rest_day: str = ""
