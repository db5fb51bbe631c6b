"""The data of a file, where each value of it stands, and how two files are laid over each other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from handouts.problems import Problem

Part = TypeVar("Part")
Location = tuple[str | int, ...]
# None, bool, int, float, str, a tuple of these, or a dict of these by text.
Data = Any


class Place(NamedTuple):
    """Where a value and its key stand, from 1; 0 is the whole file.

    `text_column` is where the characters of a text stand one by one, 0 when they do not.
    `path` is given where the value is not from the file itself.
    """

    line: int
    column: int
    key_line: int = 0
    key_column: int = 0
    text_column: int = 0
    path: Path | None = None


Places = Mapping[Location, Place]

NOWHERE = Place(0, 0)


@dataclass(frozen=True)
class PlacesOnDemand(Places):
    """Places that are found when one is asked for: of a file that is right, none ever is."""

    find: Callable[[], Places]

    @cached_property
    def _found(self) -> Places:
        return self.find()

    def __getitem__(self, location: Location) -> Place:
        """Return the place of a location that the file has."""
        return self._found[location]

    def __iter__(self) -> Iterator[Location]:
        """Return the locations, each before those inside it."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many locations there are."""
        return len(self._found)


@dataclass(frozen=True)
class Source:
    """The data of one file, where each value stands, and how each number was written.

    `remarks` are what is worth a look in it, and no reason to refuse it. With `faults` of its form it is
    refused, and only serves to find others; `unread` are the keys whose lines are no YAML.
    """

    path: Path
    data: Data
    places: Places
    written: Mapping[Location, str] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()

    def place(self, location: Location) -> Place:
        """Return the place of the deepest part of `location` that the file has."""
        while location and location not in self.places:
            location = location[:-1]
        return self.places.get(location, NOWHERE)

    def value(self, location: Location) -> Data:
        """Return the value at a location that the file has."""
        data = self.data
        for part in location:
            data = data[part]
        return data

    def get(self, key: str) -> Data:
        """Return what a key of the file says; None where it has no such key, or no keys at all."""
        return self.data.get(key) if isinstance(self.data, Mapping) else None

    def part(self, inside: Location) -> "Source":
        """Return what stands at a place as a source of its own."""
        depth, place = len(inside), self.place(inside)
        places = {at[depth:]: found for at, found in self.places.items() if at[:depth] == inside}
        places.setdefault((), place)
        path, data = place.path or self.path, self.value(inside)
        return replace(self, path=path, data=data, places=places, written={})

    def put(self, location: Location, value: Data, *, places: Places, written: str = "") -> "Source":
        """Return a source with another value at `location`, with its places and how it was written."""
        numbers = _outside(self.written, location)
        if written and isinstance(value, int | float):
            numbers[location] = written
        all_places = PlacesOnDemand(partial(_places_with, self.places, location, places))
        data = replaced(self.data, location, value)
        return replace(self, data=data, places=all_places, written=numbers)

    def with_told_of(self, other: "Source") -> "Source":
        """Return a source with the remarks and faults of another one beside its own."""
        return replace(self, remarks=self.remarks + other.remarks, faults=self.faults + other.faults)

    def problem(
        self, location: Location, message: str, hint: str = "", *, at_key: bool = False, at: int = 0
    ) -> Problem:
        """Return a problem with the value at `location`, from character `at` on, or with its key."""
        place = self.place(location)
        line = place.line
        column = place.text_column + at if at and place.text_column else place.column
        if at_key and place.key_line:
            line, column = place.key_line, place.key_column
        return Problem(place.path or self.path, line, column, message, hint)


def _places_with(places: Places, location: Location, new: Places) -> Places:
    return {**_outside(places, location), **new}


def _outside(parts: Mapping[Location, Part], location: Location) -> dict[Location, Part]:
    """Return what does not stand at a location or inside it."""
    depth = len(location)
    return {at: part for at, part in parts.items() if at[:depth] != location}


def replaced(data: Data, location: Location, value: Data) -> Data:
    """Return a copy of `data` with another value at a location, of which all but the last part exists."""
    if not location:
        return value
    part, rest = location[0], location[1:]
    if isinstance(part, int):
        return (*data[:part], replaced(data[part], rest, value), *data[part + 1 :])
    return {**data, part: replaced(data.get(part), rest, value)}


def merged(own: Data, other: Data) -> Data:
    """Return a value in place of another one; mappings are merged key by key."""
    if not isinstance(own, Mapping) or not isinstance(other, Mapping):
        return own
    return {**other, **{key: merged(value, other.get(key)) for key, value in own.items()}}


def laid_over(own: Source, other: Source, data: Data) -> Source:
    """Return the data of two files where `own` goes before the `other`; each value knows its file."""
    places = PlacesOnDemand(partial(_places_over, own, other))
    written = {**other.written, **own.written}
    return replace(own, data=data, places=places, written=written).with_told_of(other)


def _places_over(own: Source, other: Source) -> Places:
    inherited = other.places.items()
    named = {at: place if place.path else place._replace(path=other.path) for at, place in inherited}
    return {**named, **own.places}
