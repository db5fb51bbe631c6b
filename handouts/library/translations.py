"""Lay the texts of a translation over the file of content that they were made from."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handouts.problems import ContentError, Problem, did_you_mean
from handouts.schema.base import Kind, is_text
from handouts.schema.condition import Advice, Condition, Safety
from handouts.schema.exercise import Exercise
from handouts.schema.muscle import Muscle
from handouts.schema.reference import Glossary
from handouts.schema.region import Region
from handouts.schema.sentences import shortened
from handouts.schema.walk import walk
from handouts.source import Data, Location, Source, laid_over, read_source

# A folder of content with one folder for each language, and in it files of the same names as in content.
FOLDER = "translations"
# The key of a translated file that tells which texts it was made from.
ORIGINAL = "original"
DIGEST_LENGTH = 8

# What patients read; each file of these is translated by one of the same name.
TRANSLATED: dict[Kind, type[BaseModel]] = {
    "conditions": Condition,
    "exercises": Exercise,
    "muscles": Muscle,
    "regions": Region,
    "safety": Safety,
    "advice": Advice,
    "glossaries": Glossary,
}

Texts = Mapping[Location, str]


def texts_of_file(model: BaseModel) -> Texts:
    """Return every text of a model that is said in the language of its file, by its place."""
    return {location: value for location, value, marks in walk(model) if is_text(value, marks)}


def read_translation(path: Path, model: BaseModel, original: Source, *, partial: bool) -> Source:
    """Return an original with the texts of a translation in it; raise ContentError.

    A text that is left out stays as it is where the language is `partial`, else it is a problem.
    """
    own = read_source(path)
    problems = list(_unfit(own, own.data, _nested(texts_of_file(model)), (), partial=partial))
    if problems:
        raise ContentError(problems)
    return laid_over(own, original, _over(own.data, original.data))


def stale(own: Source, texts: Texts) -> list[Problem]:
    """Return a warning where a translation was not made from these texts."""
    digest, said = digest_of_texts(own.data, texts), own.data.get(ORIGINAL)
    if said == digest:
        return []
    hint = f"When it says the same as the original, write `{ORIGINAL}: {digest}`."
    if said is None:
        return [own.problem((), "this does not tell which texts it was made from.", hint)]
    return [own.problem((ORIGINAL,), "the original has changed since this was translated.", hint)]


def digest_of_texts(own: Data, texts: Texts) -> str:
    """Return what stands for those of the texts that a translation has in its own words."""
    covered = [([*at], text) for at, text in texts.items() if _has(own, at)]
    return sha256(json.dumps(covered).encode()).hexdigest()[:DIGEST_LENGTH]


def _has(own: Data, location: Location) -> bool:
    """Say whether a translation has a text, in whatever plural forms."""
    for part in location:
        if isinstance(own, Mapping) and "other" in own:
            return True
        parts = _parts(own)
        if part not in parts:
            return False
        own = parts[part]
    return own is not None


def _parts(data: Data) -> Mapping[str | int, Data]:
    """Return what is in a mapping or a list, by key or position; nothing for one value."""
    if isinstance(data, Mapping):
        return data
    return dict(enumerate(data)) if isinstance(data, tuple) else {}


def _nested(texts: Texts) -> dict[str | int, Any]:
    """Return texts by their place as keys within keys."""
    tree: dict[str | int, Any] = {}
    for location, text in texts.items():
        inside = tree
        for part in location[:-1]:
            inside = inside.setdefault(part, {})
        inside[location[-1]] = text
    return tree


def _unfit(own: Source, said: Data, wanted: Any, at: Location, *, partial: bool) -> Iterator[Problem]:
    """Yield what a translation says that is no text of its original, and what it leaves out."""
    if isinstance(wanted, str) or (said is None and partial):
        return
    is_list = any(isinstance(part, int) for part in wanted)
    if not isinstance(said, tuple if is_list else Mapping):
        form = "a list" if is_list else "`key: value` lines"
        yield own.problem(at, f"the original has {form} here.", "Write it in the same form.")
        return
    parts = _parts(said)
    for part, value in parts.items():
        if part in wanted:
            yield from _unfit(own, value, wanted[part], (*at, part), partial=partial)
        elif (*at, part) != (ORIGINAL,):
            name = f"item {part + 1}" if isinstance(part, int) else f"`{shortened(part)}`"
            near = "" if is_list else did_you_mean(str(part), map(str, wanted))
            hint = near or "A translation has the texts of its original and nothing else."
            yield own.problem((*at, part), f"the original has no text {name} here.", hint, at_key=True)
    for part in wanted:
        if part not in parts and not partial:
            yield own.problem(at, f"{_named((*at, part))} is not translated: {_shown(wanted[part])}.")


def _named(location: Location) -> str:
    """Return how a place in a file is called: `steps` item 3."""
    return " ".join(f"item {part + 1}" if isinstance(part, int) else f"`{part}`" for part in location)


def _shown(wanted: Any) -> str:
    """Return the text, or the first of several, so that it is found in the original."""
    while not isinstance(wanted, str):
        wanted = next(iter(wanted.values()))
    return f"“{shortened(wanted)}”"


def _over(own: Data, original: Data) -> Data:
    """Return an original with the texts of a translation in their places."""
    if own is None:
        return original
    if isinstance(own, Mapping) and isinstance(original, Mapping):
        said = {key: _over(value, original[key]) for key, value in own.items() if key in original}
        return {**original, **said}
    if isinstance(own, tuple) and isinstance(original, tuple):
        return (*map(_over, own, original), *original[len(own) :])
    return own
