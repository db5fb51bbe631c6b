"""Put exercises in the order in which a person changes position, and then equipment, least often."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from handouts.schema.exercise import Exercise

T = TypeVar("T")


def by_position(items: Iterable[T], *, exercise_of: Callable[[T], Exercise]) -> list[T]:
    """Return items with those of one position together, and of these those of one equipment.

    Positions stand in the order in which they first come, and what ties stays in its order. After each item
    comes the one with the least to fetch or to put away. An exercise without a position stays in that of the
    exercise before it.
    """
    positions: dict[str | None, list[T]] = {}
    last: str | None = None
    for item in items:
        last = exercise_of(item).position or last
        positions.setdefault(last, []).append(item)

    def equipment(item: T) -> frozenset[str]:
        return frozenset(exercise_of(item).equipment)

    ordered: list[T] = []
    for waiting in positions.values():
        at_hand = equipment(waiting[0])
        while waiting:
            changes = [len(equipment(item) ^ at_hand) for item in waiting]
            ordered.append(waiting.pop(changes.index(min(changes))))
            at_hand = equipment(ordered[-1])
    return ordered
