"""A handout as text, for golden files: one line a value, words with their marks, models by id."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from handouts.handout import Span
from handouts.schema.origin import LETTERS

# It stands for the look and the version of the program too, which change without a word being changed.
CODE = re.compile(f"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}$", re.MULTILINE)


def handout_text(handout: object) -> str:
    """Return everything a handout says, indented, and its code as `CODE`."""
    return CODE.sub("CODE", "\n".join(_lines(handout, 0))) + "\n"


def _lines(value: object, depth: int) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _field(field.name, getattr(value, field.name), depth)


def _field(name: str, value: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if value in (None, (), "") or name == "origin":
        return
    if isinstance(value, tuple) and all(isinstance(item, Span) for item in value):
        yield f"{pad}{name}: {_words(value)}"
    elif isinstance(value, tuple):
        yield f"{pad}{name}:"
        yield from (line for item in value for line in _item(item, depth + 1))
    elif is_dataclass(value):
        yield f"{pad}{name}: {type(value).__name__}"
        yield from _lines(value, depth + 1)
    else:
        yield f"{pad}{name}: {_simple(value)}"


def _item(value: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(value, tuple) and value and all(isinstance(item, Span) for item in value):
        yield f"{pad}- {_words(value)}"
    elif is_dataclass(value):
        yield f"{pad}- {type(value).__name__}"
        yield from _lines(value, depth + 2)
    else:
        yield f"{pad}- {_simple(value)}"


def _simple(value: Any) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return str(getattr(value, "id", value))


def _words(text: tuple[Span, ...]) -> str:
    return "".join(f"**{span.text}**" if span.strong else span.text for span in text)
