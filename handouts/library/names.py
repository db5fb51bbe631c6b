"""Find an exercise or a condition by any of its names: its id, its title, or what else it is called."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from handouts.problems import ContentError, did_you_mean
from handouts.schema.caution import PatientFact, fact_called
from handouts.source import read_source

_WORD = re.compile(r"[\s\-\u2010-\u2015\u2212_]*((?:[^\W_]|['’])+)")
_BESIDE = re.compile(r"\s*(?:[/&+]|\band\b|\bwith\b)\s*", re.IGNORECASE)
# No name has more words.
MOST_WORDS = 9


class ContentNames:
    """The names of all content of one kind; capitals, hyphens and the plural make no difference."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Remember the file of each id; a file is only read where an id alone does not tell."""
        self._files = files
        self._ids = {key_of(name): (name,) for name in files}

    @property
    def ids(self) -> Iterable[str]:
        """All ids."""
        return self._files

    def find(self, text: str, at: int) -> tuple[tuple[str, ...], int]:
        """Return the ids of the longest name that a text has from `at` on, and where it ends.

        Several ids share an ambiguous name; none are returned where no name begins.
        """
        ids, end = _longest(text, at, self._ids)
        following = text[end:].lstrip()[:1]
        if ids and not following.isalpha():
            return ids, end
        return _longest(text, at, self._names)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids of what is called so, with nothing after it."""
        ids, end = self.find(name, 0)
        return ids if end == len(name.rstrip()) else ()

    def last(self, text: str) -> tuple[tuple[str, ...], int]:
        """Return the ids of the longest name that a text ends with, and where it begins."""
        found = ((self.named(text[at:]), at) for at in (word.start(1) for word in _WORD.finditer(text)))
        return next((one for one in found if one[0]), ((), len(text)))

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """The ids by every name; an id is nobody else's name."""
        names: dict[str, tuple[str, ...]] = {}
        for one, path in sorted(self._files.items()):
            for key in dict.fromkeys(map(key_of, _called(path))):
                names[key] = (*names.get(key, ()), one)
        return {**names, **self._ids}


def in_place_of(name: str, names: ContentNames, facts: Mapping[str, PatientFact]) -> str:
    """Return what to write in place of a condition that is not there, or nothing."""
    fact, several = fact_called(name, facts), [*map(names.named, _BESIDE.split(name))]
    if fact in facts:
        return (
            "It is a fact about the person: name the condition that it goes with, and add"
            f" `facts: [{fact}]` to `patient`."
        )
    if len(several) > 1 and all(len(ids) == 1 for ids in several):
        return f"Write each by itself: `{'; '.join(ids[0] for ids in several)}`."
    # `heel-pain` is near to `knee pain` in letters alone.
    return did_you_mean(name, [one for one in names.ids if one[:1] == name[:1].lower()])


def key_of(name: str) -> str:
    """Return a name in small letters and in the singular, its words parted by single spaces."""
    return " ".join(map(_singular, _WORD.findall(name)))


def _singular(word: str) -> str:
    word = re.sub("['’]", "", word.lower())
    if re.search(r"(?:ch|sh|x|ss)es$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and re.search(r"[^s]s$", word) else word


def _longest(text: str, at: int, names: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], int]:
    found: tuple[tuple[str, ...], int] = ((), at)
    words: list[str] = []
    while len(words) < MOST_WORDS and (word := _WORD.match(text, at)):
        words.append(_singular(word[1]))
        at = word.end()
        if ids := names.get(" ".join(words)):
            found = ids, at
    return found


def _called(path: Path) -> Iterator[str]:
    """Yield the title and the other names in a file; what is wrong with it is told elsewhere."""
    try:
        data = read_source(path).data
    except ContentError:
        return
    if isinstance(data, Mapping):
        others = data.get("also_called")
        names = [data.get("title"), *(others if isinstance(others, tuple) else ())]
        yield from (name for name in names if isinstance(name, str))
