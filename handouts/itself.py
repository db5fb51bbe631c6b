"""A thing as a key: the same thing, and no other however alike."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, eq=False)
class Itself(Generic[Thing]):
    """Holds a thing that is too large to compare; while it does, no other takes its place."""

    thing: Thing

    def __eq__(self, other: object) -> bool:
        """Return whether the other one holds the same thing."""
        return isinstance(other, Itself) and self.thing is other.thing

    def __hash__(self) -> int:
        """Return a number that is that of no other thing."""
        return id(self.thing)
