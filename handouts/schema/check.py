"""Turn plain data into a checked model, or into every problem at its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from inspect import isclass
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handouts.problems import ContentError, Problem
from handouts.schema.base import NotTyped
from handouts.schema.sentences import Found, say
from handouts.source import Data, Location, Source, replaced

M = TypeVar("M", bound=BaseModel)

# Where pydantic says that not the value but its key is wrong.
KEY = "[key]"
# These stand at a place that the file does not have, so their mapping is what can be pointed at.
ABSENT = ("missing", "union_tag_not_found")

# What is wrong inside something that is left out only shows after it.
MOST_ROUNDS = 3

# Of a file with more problems, or of one that is no file of this kind, nobody reads the others.
MOST_TOLD = 300

# In place of a person's details.
UNSEEN = "…"


def is_personal(location: Location) -> bool:
    """Return whether a place in a plan is, or is in, the person's details: these are never repeated."""
    return location[:1] == ("patient",)


def check(source: Source, model: type[M], *, also: Sequence[Problem] = ()) -> M:
    """Return the model of a source; raise ContentError with its problems and those found `also` before."""
    checked, problems = try_check(source, model)
    if checked is None or also or problems:
        raise ContentError(in_order([*also, *problems]))
    return checked


def try_check(source: Source, model: type[M]) -> tuple[M | None, list[Problem]]:
    """Return the model of a source, or None where it is wrong, and its problems, those of its form too."""
    try:
        return model.model_validate(source.data, strict=True), [*source.faults]
    except ValidationError as error:
        details = error.errors(include_url=False)
    source, changed = _as_meant(source, details)
    if changed:
        return try_check(source, model)
    wrong = (one for one in details if not (_follows(one) or _is_unread(one, source)))
    problems = (_problem(source, model, detail) for detail in islice(wrong, MOST_TOLD))
    # What is at fault in its form is told of that alone.
    told = {(one.line, one.column) for one in source.faults}
    return None, [*source.faults, *(one for one in problems if (one.line, one.column) not in told)]


def check_rest(source: Source, model: type[M]) -> tuple[M | None, set[str]]:
    """Return the model without what is wrong in it, and the first keys of that; None where it needs them.

    It serves to find further faults and is never printed.
    """
    data, left_out = source.data, {*source.unread}
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(data, strict=True), left_out
        except ValidationError as error:
            places = {_entry(_real(data, one["loc"])) for one in error.errors(include_url=False)}
        if () in places or len(places) > MOST_TOLD:
            break
        for place in sorted(places, key=len, reverse=True):
            left_out.add(str(place[0]))
            data = _without(data, place)
    return None, left_out


def _entry(location: Location) -> Location:
    """Return the place of the innermost key at a location."""
    while location and not isinstance(location[-1], str):
        location = location[:-1]
    return location


def _without(data: Data, place: Location) -> Data:
    around = data
    for part in place[:-1]:
        around = around[part]
    return replaced(data, place[:-1], {key: value for key, value in around.items() if key != place[-1]})


def misnamed(model: BaseModel, source: Source) -> list[Problem]:
    """Return a problem where the id of a model is not the name of its file."""
    name = source.path.stem
    if getattr(model, "id", name) == name:
        return []
    return [source.problem(("id",), f"`id` must be `{name}`, like the name of the file.")]


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Return problems from the top of each file down, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line, problem.column))


def _follows(detail: ErrorDetails) -> bool:
    """Return whether a list is called too short only because items of it are wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _is_unread(detail: ErrorDetails, source: Source) -> bool:
    """Return whether a key is only missing because its lines are no YAML."""
    return detail["type"] == "missing" and detail["loc"][-1] in source.unread


def _as_meant(source: Source, details: list[ErrorDetails]) -> tuple[Source, bool]:
    """Return the source with what is plainly meant, and whether that is another one.

    A number where text is wanted is as it was written. A word of a few may have capitals and spaces, such as
    `A4` and `by position`.
    """
    meant: dict[Location, Data] = {}
    for detail in details:
        place = _real(source.data, detail["loc"])
        if detail["type"] == "string_type" and place in source.written:
            meant[place] = source.written[place]
        elif detail["type"] == "literal_error" and isinstance(detail["input"], str):
            word = "-".join(detail["input"].lower().split())
            is_one = word != detail["input"] and f"'{word}'" in detail["ctx"]["expected"]
            meant |= {place: word} if is_one else {}
    data = source.data
    for place, value in meant.items():
        data = replaced(data, place, value)
    return replace(source, data=data), bool(meant)


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    kind, location = detail["type"], _real(source.data, detail["loc"])
    last = detail["loc"][-1] if detail["loc"] else ""
    named = (*location, last) if kind == "missing" else location
    found = Found(
        name=_name(named),
        key=str(last if last != KEY else named[-1]),
        value=detail["input"],
        written=source.written.get(location, ""),
        message=detail["msg"],
        context=detail.get("ctx", {}),
        keys=_keys(model, location[:-1] if kind == "extra_forbidden" else location),
    )
    message, hint = say(kind, found)
    if is_personal(location):
        message, of_detail = say(kind, _discreet(found, kind))
        # The nearest key is one of ours, however near a name may be to it.
        hint = hint if kind == "extra_forbidden" else of_detail
    at_key = kind == "extra_forbidden" or last == KEY or kind in ABSENT
    return source.problem(location, message, hint, at_key=at_key)


def _discreet(found: Found, kind: str) -> Found:
    """Return what is known of a person's detail, without the detail; only its length may be told."""
    is_plain = isinstance(found.value, str | int | float) and kind != "string_too_long"
    value = UNSEEN if is_plain else found.value
    return replace(found, value=value, written="", key=UNSEEN if kind == "extra_forbidden" else found.key)


def _real(data: Data, location: Location) -> Location:
    """Return the parts of a location that the data has.

    The others are names that pydantic gives to the members of a union, or what is missing.
    """
    real: list[str | int] = []
    for part in location:
        if isinstance(data, Mapping):
            inside = part in data
        else:
            inside = isinstance(data, tuple) and isinstance(part, int) and part < len(data)
        if inside:
            real.append(part)
            data = data[part]
    return tuple(real)


def _name(location: Location) -> str:
    """Return how a value is called in a sentence: by its key, or as an item of a list."""
    if not location:
        return "the file"
    last = location[-1]
    if isinstance(last, str):
        return f"`{last}`"
    lists = [part for part in location if isinstance(part, str)]
    return f"item {last + 1} of `{lists[-1]}`" if lists else f"item {last + 1}"


def _keys(model: type[BaseModel], location: Location) -> tuple[str, ...]:
    """Return the keys that a mapping at this location could have."""
    models = [model]
    for part in location:
        fields = [
            one.model_fields[part] for one in models if isinstance(part, str) and part in one.model_fields
        ]
        # A part that names no field is the index of a list, or the key of a mapping from ids to models.
        if fields:
            models = [inner for field in fields for inner in _models(field.annotation)]
    typed = (
        key
        for one in models
        for key, about in one.model_fields.items()
        if not any(isinstance(mark, NotTyped) for mark in about.metadata)
    )
    return tuple(dict.fromkeys(typed))


def models_in(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return a model and every model that its keys can hold, at any depth."""
    found = [model]
    for one in found:
        inner = (each for field in one.model_fields.values() for each in _models(field.annotation))
        found += [each for each in dict.fromkeys(inner) if each not in found]
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models inside an annotation such as `tuple[Step, ...] | None`."""
    if isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
