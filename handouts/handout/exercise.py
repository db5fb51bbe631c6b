"""The exercises as the patient does them."""

from dataclasses import dataclass
from typing import Literal

from handouts.handout.plan import Posed
from handouts.handout.text import Text


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
    """A changed dose or a caution; a caution outranks a change."""

    kind: Literal["changed", "ask-first"]
    lead: str
    text: Text


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise as the patient does it; `spoken` is the whole dose as a sentence."""

    number: int
    title: str
    kicker: str
    dose: tuple[DoseCell, DoseCell, DoseCell, DoseCell]
    spoken: str
    steps: tuple[Text, ...]
    feel: Text
    avoid: Text
    notes: tuple[Note, ...]
    picture: Posed
    caption: str


@dataclass(frozen=True, slots=True)
class Exercises:
    """The chosen exercises in order; `stop` is said under every page of them."""

    heading: str
    range_words: str
    place_words: str
    cards: tuple[ExerciseCard, ...]
    stop: Text
    side_letters: tuple[str, str]
