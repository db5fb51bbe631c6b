"""Walk through the values of a model or of plain data, each with its place and the marks of its field."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from handouts.source import Location


class Found(NamedTuple):
    """One value; `marks` are what the type of its field is annotated with, at any depth."""

    location: Location
    value: Any
    marks: tuple[Any, ...] = ()


def walk(value: Any, location: Location = (), *, marks: tuple[Any, ...] = ()) -> Iterator[Found]:
    """Yield a value and every value inside it, in the order of their fields, keys and positions."""
    yield Found(location, value, marks)
    if isinstance(value, BaseModel):
        for key, of_field in _marks_of_fields(type(value)).items():
            inside = location if key == "root" else (*location, key)
            yield from walk(getattr(value, key), inside, marks=of_field)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from walk(item, (*location, key), marks=marks)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from walk(item, (*location, index), marks=marks)


@cache
def _marks_of_fields(model: type[BaseModel]) -> dict[str, tuple[Any, ...]]:
    fields = model.model_fields.items()
    return {key: (*field.metadata, *_marks_inside(field.annotation)) for key, field in fields}


def _marks_inside(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks_inside(inner)
