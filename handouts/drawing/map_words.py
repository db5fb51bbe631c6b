"""The words of a map, and what is said in its place."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from handouts.schema.muscle import TriggerPoint
from handouts.schema.placeholders import fill
from handouts.schema.region import NoPress, Region


class MapLabel(NamedTuple):
    """The words for one landmark of the region."""

    landmark: str
    text: str


class MapWords(NamedTuple):
    """Every word of a map.

    `head` and `pain_head` stand over the muscles and over the pain. `alt` is said in place of the picture and
    may use {head}, {views}, {points} and {labels}; each of its points is `alt_point` with {number}, {name},
    {place} and {pain}, and `alt_spread` with {spread} where it may spread. `alt_no_press` follows with
    {no_press} where something must not be pressed. `views` are those on which pain is shown.
    """

    head: str
    pain_head: str
    labels: tuple[MapLabel, ...]
    no_press: str
    views: str
    alt: str
    alt_point: str
    alt_spread: str
    alt_no_press: str


def said_of_map(
    region: Region, points: Sequence[TriggerPoint], words: MapWords, hatched: Iterable[NoPress]
) -> str:
    """Return what is said in place of the map: where each point and its pain are, and where it may spread."""
    spots: list[str] = []
    for one in points:
        spots.append(fill(words.alt_point, number=one.number, name=one.name, place=one.place, pain=one.pain))
        if one.spill:
            spread = ", ".join(region.zones[zone].name for zone in one.spill)
            spots.append(fill(words.alt_spread, spread=spread))
    no_press = "; ".join(area.name for area in hatched)
    labels = ", ".join(label.text for label in words.labels)
    said = fill(words.alt, head=words.head, views=words.views, points=" ".join(spots), labels=labels)
    return f"{said} {fill(words.alt_no_press, no_press=no_press)}" if no_press else said
