"""Messages about a person's plan repeat nothing of it but words that every plan may have."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from handouts.problems import Problem
from handouts.schema.check import UNSEEN, models_in
from handouts.schema.condition import Part
from handouts.schema.dates import MONTHS
from handouts.schema.dose_words import VOCABULARY
from handouts.schema.exercise import Chosen, Exercise, OwnPicture, Step
from handouts.schema.plan import BLOCKS, BlockChoice, Patient, Plan
from handouts.schema.rewording import Rewording
from handouts.source import Data

# How near a misspelt word, or a whole id, must be to a known one to be repeated.
NEAR_WORD = 0.85
NEAR_ID = 0.8
SIDES = ("left", "right")
# A word of so many letters is not near to many names.
LONG = 6
# An id of so few letters is near to names.
SHORTEST_ID = 5

_QUOTED = re.compile(r"`([^`\n]*)`")
_UNCLEAR = re.compile(r"`(.*)`", re.DOTALL)
# Initials and characters one by one name nobody.
_WORD = re.compile(r"[^\W\d_]{2,}")
# What people write where it is not understood, and what is nobody's name. No word that is both belongs here.
_EVERYDAY = """
    day week weekly month monthly year hour hours sec second seconds min minute minutes times time o'clock
    monday tuesday wednesday thursday friday saturday sunday today tomorrow next after before each per
    one two three four five six seven eight nine ten twelve fifteen twenty thirty half
    set sets rep repetitions repetition repeat repeats number amount duration frequency weight resistance
    intensity slow slowly quick quickly gently holding resting breathe rounds
    true false yes none empty unknown other
    leg legs knee ankle calf heel toes muscle stretch strengthen exercises
    copies notes comment comments remark remarks reminder instructions advice warning warnings goals target
    therapist clinician physiotherapist physio doctor diagnosis complaint problem appointment follow-up visit
    title surname forename firstname lastname fullname birthday age gender phone email postcode
    map sheet plan leaflet handout summary contents pages font colour color size printer paper template style
    language country need tips
"""
_MODELS = (Plan, Patient, Rewording, Part, Chosen, Exercise, OwnPicture, Step, BlockChoice)


class Discretion:
    """What a plan says of a person, beside the words that anybody's plan may have, such as ids."""

    def __init__(self, data: Data, ids: Collection[str]) -> None:
        """Look at the data of a plan, and at the ids that a plan may name."""
        said = [*_texts(data)]
        self._whole = "\n".join(said)
        self._words = {word for text in said for word in _words(text)}
        self._ids = [one for one in (*ids, *BLOCKS) if len(one) >= SHORTEST_ID]
        patient = data.get("patient") if isinstance(data, Mapping) else None
        # What is known of a person is said in words of the library, or told by its place alone.
        who = {**patient, "facts": None} if isinstance(patient, Mapping) else patient
        self._person = {word for text in _texts(who) for word in _words(text)}
        keys = {key for model in _MODELS for key in model.model_fields}
        named = {word for text in (*ids, *BLOCKS) for word in _words(text)}
        own = named | {*VOCABULARY, *_EVERYDAY.split(), *MONTHS}
        own |= {word for choice in _choices() for word in _words(choice)}
        # A key of every plan gives nobody away, even where a person is called like it.
        self._known = own - self._person | {word for key in keys for word in _words(key)}
        # Many names are near to a short word, a month or a day, as Legg is to leg and Marsh to March.
        self._near = {word for word in named if len(word) >= LONG} - self._person | keys

    def nameless(self, problem: Problem) -> Problem:
        """Return a problem in which nothing is quoted that may be a name."""
        # A text with such a quote in it would end where it does not.
        quoted = _UNCLEAR if "`" in self._whole else _QUOTED
        message, hint = (quoted.sub(self._shown, text) for text in (problem.message, problem.hint))
        return replace(problem, message=message, hint=hint)

    def impersonal(self, problem: Problem) -> Problem:
        """Return a problem of an option, which whoever typed it sees, with no word of the person quoted."""
        hidden = self._person - self._known

        def shown(quoted: re.Match[str]) -> str:
            return f"`{UNSEEN}`" if hidden.intersection(_words(quoted[1])) else quoted[0]

        message, hint = (_QUOTED.sub(shown, text) for text in (problem.message, problem.hint))
        return replace(problem, message=message, hint=hint)

    def _shown(self, quoted: re.Match[str]) -> str:
        text = _folded(quoted[1])
        unknown = [word for word in _words(text) if not self._is_known(word)]
        # A hint may put words of the plan among its own.
        is_said = "`" in text or text in self._whole or self._words.intersection(unknown)
        return f"`{UNSEEN}`" if is_said and unknown and not self._is_near_id(text) else quoted[0]

    def _is_near_id(self, text: str) -> bool:
        """Return whether a whole text is a misspelt id; no name is as long and as near."""
        near = get_close_matches(text, self._ids, n=1, cutoff=NEAR_ID)
        return bool(near) and not self._person.intersection(_words(text))

    def _is_known(self, word: str) -> bool:
        if word in self._known:
            return True
        if word in self._person:
            return False
        # A misspelt side has the letters of the right one, as Wright and Lefty have not.
        side = get_close_matches(word, SIDES, n=1, cutoff=NEAR_ID)
        if side and {*word} <= {*side[0]}:
            return True
        return bool(get_close_matches(word, self._near, n=1, cutoff=NEAR_WORD))


# Measured: 4 % of the time of a roster.
@cache
def _choices() -> tuple[str, ...]:
    """Return every word that some key of a plan can be: left, needs, a4 …"""
    return tuple(
        word
        for model in models_in(Plan)
        for field in model.model_fields.values()
        for word in _said(field.annotation)
    )


def _said(annotation: Any) -> Iterator[str]:
    """Yield the words that an annotation such as `Literal["left"] | None` allows."""
    for one in get_args(annotation):
        if isinstance(one, str):
            yield one
        else:
            yield from _said(one)


def _texts(data: Data) -> Iterator[str]:
    """Yield every text and key in data."""
    if isinstance(data, str):
        yield _folded(data)
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from (_folded(str(key)), *_texts(value))
    elif isinstance(data, tuple | list):
        for item in data:
            yield from _texts(item)


def _folded(text: str) -> str:
    """Return a text on one line without regard to capitals, and without the sign that it was cut off."""
    return " ".join(text.casefold().split()).removesuffix(UNSEEN)


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))
