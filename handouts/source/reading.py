"""Turn YAML text into plain data, and tell the line and column of every value."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from handouts.characters import forbidden_characters, made_plain, named, what_to_do
from handouts.problems import ContentError, Problem
from handouts.source.data import Data, Location, Place, Places, PlacesOnDemand, Source
from handouts.source.faults import explain_fault
from handouts.source.text_file import read_text, refuse_hidden_characters

# The fast loader is there wherever PyYAML comes as a wheel.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_LEVELS = 50
NULLS = ("", "null", "~")
# A number with a leading zero, a sign or an exponent is text, and so is one too long to be a measure.
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
START = yaml.Mark("", 0, 0, 0, "", 0)


def read_source(path: Path) -> Source:
    """Return the data and places of a YAML file; raise ContentError with every problem of its form."""
    return parse_source(read_text(path), path)


def parse_source(text: str, path: Path) -> Source:
    """Return the data and places of YAML text; `path` is what problems call it."""
    refuse_hidden_characters(text, path)
    walk = _Walk(path, text)
    try:
        data = walk.document()
    except yaml.MarkedYAMLError as error:
        walk.problems.append(_fault(error, text, path=path))
    if walk.problems:
        raise ContentError(walk.problems)
    if data is None:
        raise ContentError([Problem(path, 0, 0, "the file is empty.")])
    return Source(path, data, PlacesOnDemand(partial(_places, text)), walk.written)


def _places(text: str) -> Places:
    """Return the place of every value of a text that is right, by walking over it once more."""
    walk = _Walk(Path(), text, places={})
    walk.document()
    return walk.places or {}


def plain_value(text: str) -> Data:
    """Return what a bare word of YAML means: true, false, nothing, a decimal number, or text."""
    if text in NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    number = NUMBER.fullmatch(text) if text[0] in "-0123456789" else None
    if number is None or text == "-0":
        return text
    return float(text) if number[1] else int(text)


def _fault(error: yaml.MarkedYAMLError, text: str, *, path: Path) -> Problem:
    opened = error.context_mark
    mark = error.problem_mark or opened or START
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    fault = explain_fault(error.problem or "", error.context or "", line=line, column=mark.column)
    if fault.at_opening and opened:
        mark = opened
    return Problem(path, mark.line + 1, mark.column + 1, fault.message, fault.hint)


class _TooDeep(yaml.MarkedYAMLError):
    """Brackets within brackets beyond any use."""


class _Walk:
    """One walk over the events of a YAML text, which keeps the problems, and the places where wanted."""

    def __init__(self, path: Path, text: str, *, places: dict[Location, Place] | None = None) -> None:
        self.path = path
        self.next: Callable[[], Any] = LOADER(text).get_event
        self.problems: list[Problem] = []
        self.places = places
        self.written: dict[Location, str] = {}
        self.anchors: set[str] = set()
        # Where the walk is now.
        self.at: list[str | int] = []

    def document(self) -> Data:
        """Return the data of the only document."""
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        data = self._value(self.next(), key=None)
        self.next()
        after = self.next()
        if isinstance(after, yaml.DocumentStartEvent):
            self._problem(after, "a second document begins here.", "Keep one in each file, without `---`.")
        return data

    def _value(self, event: Any, *, key: Any) -> Data:
        # Nearly all are plain; an alias has an anchor.
        if event.anchor is not None or event.tag is not None or len(self.at) > MOST_LEVELS:
            self._refuse(event)
        if self.places is not None:
            self.places.setdefault(tuple(self.at), _place(event, key))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping()
        return self._sequence() if isinstance(event, yaml.SequenceStartEvent) else None

    def _inside(self, part: str | int, event: Any, *, key: Any = None) -> Data:
        """Return the value of an event that stands under a key or at a position."""
        self.at.append(part)
        value = self._value(event, key=key)
        self.at.pop()
        return value

    def _sequence(self) -> tuple[Data, ...]:
        items: list[Data] = []
        while not isinstance(item := self.next(), yaml.SequenceEndEvent):
            items.append(self._inside(len(items), item))
        return tuple(items)

    def _scalar(self, event: Any) -> Data:
        text: str = event.value
        if not event.implicit[0]:
            self._refuse_escaped(event, text)
            return made_plain(text)
        value = plain_value(text)
        if isinstance(value, str):
            return made_plain(value)
        if value.__class__ in (int, float):
            self.written[tuple(self.at)] = text
        return value

    def _mapping(self) -> dict[str, Data]:
        data: dict[str, Data] = {}
        keys: dict[str, Any] = {}
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            name = self._key(key)
            first = keys.setdefault(name, key)
            if first is not key:
                line, twice = first.start_mark.line + 1, key.start_mark.line + 1
                here = "on this line" if line == twice else f"on line {line} and on line {twice}"
                self._problem(key, f"this key is written twice, {here}.", "Keep one of them.")
            data[name] = self._inside(name, self.next(), key=key)
        return data

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._problem(event, "a key must be a word, not a list, a mapping or an alias.")
            self._inside("", event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        name = made_plain(event.value)
        if event.implicit[0] and not isinstance(plain_value(name), str):
            self._problem(event, "this key is not text.", "Write it in quotes.")
        if event.implicit[0] and name == "<<":
            self._problem(event, "merge keys (`<<`) are not allowed.", "Write the lines out.")
        return name

    def _refuse(self, event: Any) -> None:
        if len(self.at) > MOST_LEVELS:
            raise _TooDeep(problem=f"more than {MOST_LEVELS} levels", problem_mark=event.start_mark)
        if isinstance(event, yaml.AliasEvent) and event.anchor not in self.anchors:
            self._problem(event, "aliases (`*name`) are not allowed.", "Write the text out.")
        elif event.anchor and event.anchor not in self.anchors:
            self.anchors.add(event.anchor)
            what = "anchors (`&name`) and aliases (`*name`) are not allowed."
            self._problem(event, what, "Write the text out.")
        if getattr(event, "tag", None):
            self._problem(event, "tags (`!name`) are not allowed.", "Write the value alone.")

    def _refuse_escaped(self, event: Any, text: str) -> None:
        for found in forbidden_characters(text):
            message = f"this text has a hidden character: {named(found[0])}."
            self._problem(event, message, what_to_do(found[0]))

    def _problem(self, event: Any, message: str, hint: str = "") -> None:
        mark = event.start_mark
        self.problems.append(Problem(self.path, mark.line + 1, mark.column + 1, message, hint))


def _place(event: Any, key: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    line, column = start.line + 1, start.column + 1
    text_column = 0
    if isinstance(event, yaml.ScalarEvent) and start.line == end.line:
        length = len(event.value)
        quotes = end.column - start.column - length
        same = quotes in (0, 2) and len(made_plain(event.value)) == length
        text_column = column + quotes // 2 if same else 0
    if key is None:
        return Place(line, column, text_column=text_column)
    return Place(line, column, key.start_mark.line + 1, key.start_mark.column + 1, text_column)
