"""Turn YAML text into plain data, and tell the line and column of every value."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import yaml

from handouts.characters import FORBIDDEN, forbidden_characters, made_plain, named, what_to_do
from handouts.problems import ContentError, Problem
from handouts.source.data import Data, Location, Place, Places, PlacesOnDemand, Source
from handouts.source.faults import explain_fault
from handouts.source.text_file import hidden_characters, read_text

# The fast loader is there wherever PyYAML comes as a wheel.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_LEVELS = 50
# Entries of a file that are no YAML, told at once; each takes another walk over the file.
MOST_ENTRIES = 8
# So many keys, or items of a list, are more than any file needs; their faults alone would take a minute.
MOST_ITEMS = 5_000
# Words that are cut off, told at once.
MOST_REMARKS = 100
# The first line of an entry of a file.
ENTRY = re.compile(r"[^\s#\]})-]")
NULLS = ("", "null", "~")
# A number with a leading zero, a sign or an exponent is text, and so is one too long to be a measure.
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
LINE_BREAK = re.compile(r"\r\n|\r|\n")
# A comment that begins like one of the words before it: with no space after its `#`.
CUT = re.compile(r"[ \t]+(#[^\s#].*)")
CUT_HINT = "YAML takes a `#` after a space, and what follows, for a comment: put text with it in quotes."
START = yaml.Mark("", 0, 0, 0, "", 0)


class Unsound(ContentError):
    """YAML with faults, and the source as far as it can be read, so that nothing else in it stays untold."""

    def __init__(self, source: Source) -> None:
        """Keep the source, whose faults are the problems."""
        super().__init__(source.faults)
        self.source = source


def read_source(path: Path) -> Source:
    """Return the data and places of a YAML file; raise ContentError with every problem of its form.

    A process that makes many handouts, such as the desk, takes a file that has not changed apart once.
    """
    return _parsed(read_text(path), path)


def read_as_far(path: Path) -> Source:
    """Return a YAML file as far as it can be read, for whoever tells its faults with others.

    Raises ContentError where nothing can be read.
    """
    try:
        return read_source(path)
    except Unsound as error:
        return error.source


def parse_source(text: str, path: Path) -> Source:
    """Return the data and places of YAML text; `path` is what problems call it."""
    problems = hidden_characters(text, path)
    if problems:
        text = FORBIDDEN.sub(" ", text)
    unread: list[str] = []
    while True:
        walk = _Walk(path, text)
        try:
            data = walk.document()
            break
        except yaml.MarkedYAMLError as error:
            fault = _fault(error, text, path=path)
        text, key, lines = _without_entry(text, fault.line)
        problems.append(replace(fault, hint=f"{fault.hint} {lines}".strip()))
        unread.append(key)
        if not text.strip() or len(unread) == MOST_ENTRIES:
            raise ContentError(problems)
    problems += walk.problems
    if data is None:
        raise ContentError(problems or [Problem(path, 0, 0, "the file is empty.")])
    places = PlacesOnDemand(partial(_places, text))
    remarks, faults = tuple(walk.remarks), tuple(problems)
    source = Source(path, data, places, walk.written, remarks, faults, frozenset(unread))
    if faults:
        raise Unsound(source)
    return source


_parsed = lru_cache(maxsize=512)(parse_source)


def _without_entry(text: str, at: int) -> tuple[str, str, str]:
    """Return a text without the entry that line `at` (from 1) is in, its key, and what is said of its lines.

    What is left stands where it stood.
    """
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines) if ENTRY.match(line)]
    first = max((number for number in begins if number < at), default=0)
    last = min((number for number in begins if number >= at), default=len(text.rstrip().split("\n")))
    key = lines[first].partition(":")[0].strip()
    left = [*lines[:first], *[""] * (last - first), *lines[last:]]
    said = f"Lines {first + 1} to {last} are not checked until then." if last > first + 1 else ""
    return "\n".join(left), key, said


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
    line, opening = (lines[at.line] if at.line < len(lines) else "" for at in (mark, opened or mark))
    said = error.problem or "", error.context or ""
    fault = explain_fault(*said, line=line, column=mark.column, opening=opening)
    is_cut = any(map(CUT.search, (opening, line, *lines[max(mark.line - 1, 0) : mark.line])))
    if fault.at_opening and opened:
        mark = opened
    hint = f"{fault.hint} {CUT_HINT}".strip() if is_cut else fault.hint
    return Problem(path, mark.line + 1, mark.column + 1, fault.message, hint)


class _TooDeep(yaml.MarkedYAMLError):
    """Brackets within brackets beyond any use."""


class _Walk:
    """One walk over the events of a YAML text, which keeps the problems, and the places where wanted."""

    def __init__(self, path: Path, text: str, *, places: dict[Location, Place] | None = None) -> None:
        self.path = path
        self.next: Callable[[], Any] = LOADER(text).get_event
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        # Only a text with such a sign in it can be cut off.
        self.lines = LINE_BREAK.split(text) if "#" in text else []
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
            if self.lines and len(self.remarks) < MOST_REMARKS:
                self._remark_what_is_cut(event.end_mark)
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
            self._refuse_more(len(items), item)
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
            self._refuse_more(len(data), key)
        return data

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._problem(event, "a key must be a word, not a list, a mapping or an alias.")
            self._inside("", event)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        name = made_plain(event.value).strip()
        if event.implicit[0] and not isinstance(plain_value(name), str):
            self._problem(event, "this key is not text.", "Write it in quotes.")
        if event.implicit[0] and name == "<<":
            self._problem(event, "merge keys (`<<`) are not allowed.", "Write the lines out.")
        return name

    def _refuse_more(self, items: int, event: Any) -> None:
        if items > MOST_ITEMS:
            message = f"here are more than {MOST_ITEMS:,} entries, which is more than any file needs."
            where = event.start_mark
            raise ContentError([Problem(self.path, where.line + 1, where.column + 1, message)])

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

    def _remark_what_is_cut(self, end: Any) -> None:
        """Keep in mind the words after a value that YAML takes for a comment, and nobody would."""
        # What ends with the file may end on the line after the last one.
        cut = CUT.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None
        if cut:
            words = cut[1].rstrip()
            # Words with a capital letter, and those beside a person's name, may be a name.
            personal = self.at[:1] == ["patient"] or words != words.lower()
            shown = "what follows" if personal else f"`{words}`"
            message = f"YAML takes {shown} for a comment, so it is left out."
            hint = "Put the whole text in quotes; where a comment is meant, write a space after the `#`."
            self.remarks.append(Problem(self.path, end.line + 1, cut.start(1) + 1, message, hint))

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
