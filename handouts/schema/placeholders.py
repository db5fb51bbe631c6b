"""Find the marks in a text that nobody will read: `{placeholders}` that nothing fills, and stray `**`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from handouts.problems import Problem, did_you_mean
from handouts.schema.walk import walk
from handouts.source import Data, Location, Source

PLACE = re.compile(r"\{([a-z_]+)\}")
# What looks like a placeholder, whatever its author took for one.
BRACES = re.compile(r"\{([^{}]*)\}")
STRONG = "**"
PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True)
class Marked:
    """Marks a field whose text may hold these placeholders, and `**strong words**` unless said otherwise."""

    places: tuple[str, ...] = ()
    strong: bool = True


def fill(template: str, **values: object) -> str:
    """Return a template with each `{name}` replaced; the values are never read as templates."""
    return PLACE.sub(lambda place: str(values.get(place[1], place[0])), template)


def unread_marks(model: BaseModel, source: Source) -> list[Problem]:
    """Return a problem for each mark in a model's text that would be printed as it is typed."""
    return [
        problem
        for location, text, marked in texts_of(model)
        if "{" in text or STRONG in text
        for problem in (
            *unknown_places(text, marked.places if marked else (), location=location, source=source),
            *_stray_stars(text, source, location=location, strong=marked is not None and marked.strong),
        )
    ]


def unknown_places(
    text: str, known: tuple[str, ...], *, location: Location, source: Source
) -> Iterator[Problem]:
    """Yield a problem for each placeholder of a text that is not known."""
    for place in BRACES.finditer(text):
        if place[1] not in known:
            there_are = ", ".join(f"`{{{name}}}`" for name in known)
            near = did_you_mean(place[1], known).replace("`", "`{", 1).replace("`?", "}`?")
            hint = near or (f"There is {there_are}." if known else "Leave the braces out.")
            message = f"nothing is filled in for `{place[0]}` here."
            yield source.problem(location, message, hint, at=place.start())


def texts_of(model: BaseModel | Data) -> Iterator[tuple[Location, str, Marked | None]]:
    """Yield every text of a model, or of plain data, with its place and what it may hold."""
    for location, value, marks in walk(model):
        if isinstance(value, str):
            yield location, value, next((mark for mark in marks if isinstance(mark, Marked)), None)


def _stray_stars(text: str, source: Source, *, location: Location, strong: bool) -> Iterator[Problem]:
    at = text.rfind(STRONG)
    if at >= 0 and not strong:
        yield source.problem(
            location, "`**` makes nothing strong here.", "Leave it out.", at=text.index(STRONG)
        )
    elif text.count(STRONG) % 2:
        yield source.problem(location, "this `**` is not closed.", "Write `**strong words**`.", at=at)


def unread_words(words: BaseModel, source: Source, *, english: Data) -> list[Problem]:
    """Return a problem for each placeholder of a language that its English message does not have."""
    known: dict[Location, list[str]] = {}
    for location, text, _ in texts_of(english):
        known.setdefault(_message(location), []).extend(PLACE.findall(text))
    return [
        problem
        for location, text, _ in texts_of(words)
        for problem in unknown_places(
            text, tuple(dict.fromkeys(known.get(_message(location), ()))), location=location, source=source
        )
    ]


def _message(location: Location) -> Location:
    """Return the keys of a message, the same for each of its plural forms and for each item of a list."""
    keys = tuple(part for part in location if isinstance(part, str))
    return keys[:-1] if keys[-1] in PLURAL_FORMS else keys
