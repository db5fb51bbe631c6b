"""Every text that a file can say, found from the models and not from a list."""

from collections.abc import Iterator
from copy import deepcopy
from inspect import isclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from handouts.schema.base import ONE_LINE_PATTERN, OfFile

# A key of a model, a position of a list, or `EACH` for the keys of a mapping from ids.
Part = str | int
EACH = "*"
Field = tuple[tuple[Part, ...], int]


def text_fields(kind: Any, at: tuple[Part, ...] = (), *, marks: tuple[Any, ...] = ()) -> Iterator[Field]:
    """Yield the place of every text in a model with its most characters.

    Names of files, and what must have a form, are none.
    """
    if get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        marks = (*marks, *more)
    if kind is str:
        longest = _longest(marks)
        if longest:
            yield at, longest
    elif isclass(kind) and issubclass(kind, BaseModel):
        for key, field in kind.model_fields.items():
            yield from text_fields(field.annotation, (*at, key), marks=tuple(field.metadata))
    else:
        inside = {tuple: (0,), dict: (EACH,)}.get(get_origin(kind), ())
        for inner in get_args(kind):
            yield from text_fields(inner, (*at, *inside), marks=marks)


def _longest(marks: tuple[Any, ...]) -> int:
    if any(isinstance(mark, OfFile) for mark in marks):
        return 0
    rules = [mark for mark in marks if isinstance(mark, StringConstraints)]
    if any(rule.pattern != ONE_LINE_PATTERN for rule in rules):
        return 0
    return next((rule.max_length or 0 for rule in rules), 0)


def with_text(data: Any, at: tuple[Part, ...], text: Any) -> Any:
    """Return plain data with another value at a place, which is made where it is not there."""
    changed = deepcopy(data)
    _put(changed, at, text)
    return changed


def _put(data: Any, at: tuple[Part, ...], text: Any) -> None:
    first, *rest = at
    if not rest:
        data[first] = text
        return
    if isinstance(data, dict):
        data.setdefault(first, [] if rest[0] == 0 else {})
    _put(data[first], tuple(rest), text)
