"""The parts of a drawn map, in millimetres at the size that the page usually has room for, and its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from handouts.drawing.picture import Points, Shapes
from handouts.schema.muscle import TriggerPoint
from handouts.schema.placeholders import fill
from handouts.schema.region import Landmark, NoPress, Region

# How tall and how wide the main view may be.
TALL_MM, WIDE_MM = 82.2, 28.0
# How far a view beside the main one may reach below it, in its own lengths, and the gap between two of them.
_BELOW, BETWEEN_MM = 0.065, 5
# How tall the small body is.
BODY_MM = 24.5
# How far two lines of words reach over the middle of them.
WORDS_MM = 6


class Pointer(NamedTuple):
    """Words beside a view at a height, and the place on the view that a line leads from."""

    at: complex
    height: float
    words: str
    strong: bool = False


class NumberAt(NamedTuple):
    """The number of a trigger point at a place."""

    number: int
    at: complex


class BodySpot(NamedTuple):
    """A main pain area elsewhere on the body, shown on the small one."""

    number: int
    at: complex
    radius: float


class BareView(NamedTuple):
    """A view with its skin on, and where pain is felt and must not be pressed on it.

    It is `length` long from y 0 to 1, drawn from `top` to `bottom`, and its `middle` is beside its axis.
    `cores` are the main areas of pain, with the `numbers` of their points, `spills` where it may spread.
    """

    length: float
    top: float
    bottom: float
    middle: float
    skin: Shapes
    no_press: tuple[Points, ...]
    cores: tuple[Points, ...]
    spills: tuple[Points, ...]
    numbers: tuple[NumberAt, ...]

    @property
    def over_floor(self) -> float:
        """How high y 0 is over the floor that it stands on beside the main view."""
        return (max(1.0, self.bottom) - _BELOW) * self.length

    @property
    def tall(self) -> float:
        """How much of the height of a map it takes, with the gap to the next view."""
        return self.over_floor - self.top * self.length + BETWEEN_MM


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The parts of a map, each about its own origin, which is where its axis has y 0.

    `outward` is +1 where the outer side of the main view is at the viewer's right, -1 where it is at the
    left, and `body_outward` says so of the small body. What may not be pressed is hatched on the muscles and
    on the skin of the `main` view, which reaches `skin_right` of its axis beside its words.
    `alt` is said in place of the map; `digest` stands for all that it is drawn from.
    """

    outward: int
    main: BareView
    muscles: Shapes
    muscles_no_press: tuple[Points, ...]
    muscles_pointers: tuple[Pointer, ...]
    crosses: tuple[NumberAt, ...]
    skin_pointers: tuple[Pointer, ...]
    skin_right: float
    others: tuple[BareView, ...]
    body: Shapes
    body_outward: int
    body_spots: tuple[BodySpot, ...]
    head: str
    pain_head: str
    alt: str
    digest: str

    @property
    def tall(self) -> float:
        """How tall the map is without its headings, the small body over the words beside the main view."""
        low, words = self.main.bottom * self.main.length, [one.height for one in self.muscles_pointers]
        high = -self.main.top * self.main.length
        body = low + max(words, default=high - WORDS_MM) + WORDS_MM + BODY_MM
        views = [low + high, sum(one.tall for one in self.others)]
        return min(TALL_MM, max(body, *views))

    def __hash__(self) -> int:
        """Return the hash of the digest: maps are keys of caches, and too large to be hashed whole."""
        return hash(self.digest)


class MapWords(NamedTuple):
    """Every word of a map but the names in its region.

    `head` and `pain_head` stand over the muscles and over the pain. `alt` is said in place of the picture and
    may use {head}, {views}, {points} and {labels}; each of its points is `alt_point` with {number}, {name},
    {place} and {pain}, and `alt_spread` with {spread} where it may spread. `alt_no_press` follows with
    {no_press} where something must not be pressed. `views` are those on which pain is shown.
    """

    head: str
    pain_head: str
    views: str
    alt: str
    alt_point: str
    alt_spread: str
    alt_no_press: str


def said_of_map(
    region: Region,
    points: Sequence[TriggerPoint],
    words: MapWords,
    landmarks: Iterable[Landmark],
    hatched: Iterable[NoPress],
) -> str:
    """Return what is said in place of the map: where each point and its pain are, and where it may spread."""
    spots: list[str] = []
    for one in points:
        spots.append(fill(words.alt_point, number=one.number, name=one.name, place=one.place, pain=one.pain))
        if one.spill:
            spread = ", ".join(region.zones[zone].name for zone in one.spill)
            spots.append(fill(words.alt_spread, spread=spread))
    no_press = "; ".join(area.name for area in hatched)
    labels = ", ".join(one.name for one in landmarks)
    said = fill(words.alt, head=words.head, views=words.views, points=" ".join(spots), labels=labels)
    return f"{said} {fill(words.alt_no_press, no_press=no_press)}" if no_press else said
