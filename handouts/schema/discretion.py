"""Messages about a person's plan repeat nothing of it but words that every plan may have."""

import re
from calendar import month_name
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from handouts.problems import Problem
from handouts.schema.notation import VOCABULARY
from handouts.schema.plan import BLOCKS, BlockChoice, Chosen, Patient, Plan
from handouts.source import Data

UNSEEN = "…"
# How near a misspelt word must be to a known one to be repeated; no name that was tried is so near.
NEAR = 0.8

_QUOTED = re.compile(r"`([^`\n]*)`")
_UNCLEAR = re.compile(r"`(.*)`", re.DOTALL)
# Initials and characters one by one name nobody.
_WORD = re.compile(r"[^\W\d_]{2,}")
_UNITS = ("day", "week", "sec", "second", "seconds", "min", "minutes", "set", "sets", "true", "false")
_MONTHS = tuple(month_name)[1:]
_MODELS = (Plan, Patient, Chosen, BlockChoice)


class Discretion:
    """What a plan says of a person, beside the words that anybody's plan may have, such as ids."""

    def __init__(self, data: Data, ids: Collection[str]) -> None:
        """Look at the data of a plan, and at the ids that a plan may name."""
        self._said = [*_texts(data)]
        patient = data.get("patient") if isinstance(data, Mapping) else None
        self._person = {word for text in _texts(patient) for word in _words(text)}
        keys = {key for model in _MODELS for key in model.model_fields}
        known = (*ids, *BLOCKS, *VOCABULARY, *_UNITS, *_MONTHS)
        # A key of every plan gives nobody away, even where a person is called like it.
        own = {word for text in known for word in _words(text)} - self._person
        self._known = own | {word for key in keys for word in _words(key)}

    def nameless(self, problem: Problem) -> Problem:
        """Return a problem in which nothing is quoted that may be a name."""
        # A text with such a quote in it would end where it does not.
        quoted = _UNCLEAR if any("`" in said for said in self._said) else _QUOTED
        message, hint = (quoted.sub(self._shown, text) for text in (problem.message, problem.hint))
        return replace(problem, message=message, hint=hint)

    def _shown(self, quoted: re.Match[str]) -> str:
        text = _plain(quoted[1])
        is_said = "`" in text or any(text in said for said in self._said)
        return f"`{UNSEEN}`" if is_said and not all(map(self._is_known, _words(text))) else quoted[0]

    def _is_known(self, word: str) -> bool:
        if word in self._known:
            return True
        return word not in self._person and bool(get_close_matches(word, self._known, n=1, cutoff=NEAR))


def _texts(data: Data) -> Iterator[str]:
    """Yield every text and key in data."""
    if isinstance(data, str):
        yield _plain(data)
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from (_plain(str(key)), *_texts(value))
    elif isinstance(data, tuple | list):
        for item in data:
            yield from _texts(item)


def _plain(text: str) -> str:
    """Return a text on one line without regard to capitals, and without the sign that it was cut off."""
    return " ".join(text.casefold().split()).removesuffix(UNSEEN)


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text))
