"""Walk through the values of a model or of plain data, each with its place and the marks of its field."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from handouts.source import Location


class Found(NamedTuple):
    """One value; `marks` are what the type of its field is annotated with, at any depth."""

    location: Location
    value: Any
    marks: tuple[Any, ...] = ()


def walk(value: Any) -> Iterator[Found]:
    """Yield a value and every value inside it, in the order of their fields, keys and positions.

    Fields of a model that hold nothing but numbers are left out: a picture has thousands of them.
    """
    waiting = [Found((), value)]
    while waiting:
        found = waiting.pop()
        yield found
        inside = _inside(found)
        if inside:
            waiting += reversed(inside)


def _inside(found: Found) -> list[Found]:
    location, value, marks = found
    if isinstance(value, str):
        return []
    if isinstance(value, BaseModel):
        fields = _marks_of_fields(type(value))
        if "root" in fields:
            return [Found(location, getattr(value, "root", None), fields["root"])]
        return [Found((*location, key), getattr(value, key), fields[key]) for key in fields]
    if isinstance(value, dict):
        return [Found((*location, key), item, marks) for key, item in value.items()]
    if isinstance(value, tuple | list):
        return [Found((*location, index), item, marks) for index, item in enumerate(value)]
    return []


# Measured: 6 % of a `make`, and a quarter of `check content`.
@cache
def _marks_of_fields(model: type[BaseModel]) -> dict[str, tuple[Any, ...]]:
    fields = model.model_fields.items()
    return {
        key: (*field.metadata, *_marks_inside(field.annotation))
        for key, field in fields
        if not _is_numbers(field.annotation)
    }


def _is_numbers(annotation: Any) -> bool:
    inside = get_args(annotation)
    if getattr(annotation, "__metadata__", ()):
        return _is_numbers(inside[0])
    if inside:
        return all(inner is Ellipsis or _is_numbers(inner) for inner in inside)
    return annotation in (int, float, bool, type(None))


def _marks_inside(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks_inside(inner)
