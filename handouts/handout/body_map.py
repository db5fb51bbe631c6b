"""The trigger-point map with its words."""

from dataclasses import dataclass

from handouts.drawing.body_map import MapWords
from handouts.handout.plan import OneSide
from handouts.handout.text import Text
from handouts.schema.muscle import Muscle
from handouts.schema.region import Region


@dataclass(frozen=True, slots=True)
class Spot:
    """A numbered trigger point in words."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Legend:
    """The words for the marks of the map; `looks` says of each, in this order, what it looks like."""

    point: str
    hidden_edge: str
    core: str
    spill: str
    looks: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The trigger-point map: what to draw, the numbered spots, the legend, and how far to trust it."""

    heading: str
    region: Region
    muscle: Muscle
    side: OneSide
    points: tuple[int, ...]
    words: MapWords
    spots: tuple[Spot, ...]
    legend: Legend
    trust: Text
