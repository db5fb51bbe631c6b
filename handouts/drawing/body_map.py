"""A muscle's trigger points become the parts of a map: the muscles, where pain is felt, and the sole.

The drawing knows no language: all words come in `MapWords`, all places from the region and the muscle.
Each part is drawn once, in millimetres at the size of `LEG_MM`, `SOLE_MM` and `BODY_MM`; the page makes it
larger or smaller and puts on what is of one size everywhere: crosses, numbers, words and dots.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from handouts.drawing.checks import DrawingError
from handouts.drawing.curves import simplify
from handouts.drawing.leg import bare_leg, muscles
from handouts.drawing.locator import SmallBody, small_body
from handouts.drawing.picture import Points, Shapes
from handouts.drawing.ribbon import FINE_MM
from handouts.drawing.skin import Side, Skin, skin
from handouts.drawing.sole import sole_of_foot
from handouts.schema.muscle import Muscle, TriggerPoint
from handouts.schema.placeholders import fill
from handouts.schema.region import BodyZone, Landmark, LimbZone, Region

# How long the leg is drawn from its crease to the floor, how long the sole, and how tall the small body.
LEG_MM, SOLE_MM, BODY_MM = 68.5, 45.0, 24.5


@dataclass(frozen=True, slots=True)
class MapLabel:
    """The words for one landmark of the region."""

    landmark: str
    text: str


@dataclass(frozen=True, slots=True)
class MapWords:
    """Every word of a map.

    `head` and `pain_head` stand over the muscles and over the pain. `alt` is said in place of the picture and
    may use {head}, {points}, {labels} and {no_press}; each of its points is `alt_point` with {number},
    {name}, {place} and {pain}, and `alt_spread` with {spread} where it may spread.
    """

    head: str
    pain_head: str
    labels: tuple[MapLabel, ...]
    no_press: str
    alt: str
    alt_point: str
    alt_spread: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words beside a leg at a height, and the place on the leg that a line leads from."""

    at: complex
    height: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class NumberAt:
    """The number of a trigger point at a place."""

    number: int
    at: complex


@dataclass(frozen=True, slots=True)
class Pain:
    """Where pain is felt on a leg or a sole: main areas, where it may spread, and whose areas they are."""

    cores: tuple[Points, ...]
    spills: tuple[Points, ...]
    numbers: tuple[NumberAt, ...]


@dataclass(frozen=True, slots=True)
class BodySpot:
    """A main pain area elsewhere on the body, shown on the small one."""

    number: int
    at: complex
    radius: float


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The parts of a map, each about its own origin: a leg's is the crease behind the knee.

    `outward` is +1 where the outer side is at the viewer's right, -1 where it is at the left; `rise` is how
    much of the leg is drawn above its crease, in lengths of the leg. Neither `tendons` on the muscles nor
    `no_press` on the skin may be pressed. `alt` is said in place of the map;
    `digest` stands for all that it is drawn from.
    """

    outward: int
    rise: float
    anatomy: Shapes
    tendons: tuple[Points, ...]
    pointers: tuple[Pointer, ...]
    crosses: tuple[NumberAt, ...]
    leg: Shapes
    leg_pain: Pain
    no_press: tuple[Points, ...]
    no_press_pointer: Pointer
    sole: Shapes
    sole_pain: Pain
    body: Shapes
    body_spots: tuple[BodySpot, ...]
    head: str
    pain_head: str
    alt: str
    digest: str

    def __hash__(self) -> int:
        """Return the hash of the digest: maps are keys of caches, and too large to be hashed whole."""
        return hash(self.digest)


def draw_body_map(
    region: Region, muscle: Muscle, *, side: Side, points: Sequence[int], words: MapWords
) -> MapDrawing:
    """Return the map of the chosen trigger points of a muscle.

    Raises ValueError for a point or a zone that does not exist, or a landmark without words, and
    DrawingError for a region whose numbers make no picture.
    """
    try:
        return _Map(region, muscle, side=side, points=chosen_points(muscle, points), words=words).drawing()
    except (ArithmeticError, IndexError) as error:
        raise DrawingError(region.id, (str(error),), kind="regions") from error


def chosen_points(muscle: Muscle, numbers: Sequence[int]) -> tuple[TriggerPoint, ...]:
    """Return the points with these numbers, lowest first; raises ValueError for a number the muscle lacks."""
    known = {point.number: point for point in muscle.points}
    for number in numbers:
        if number not in known:
            there = ", ".join(map(str, sorted(known))) or "none"
            raise ValueError(f"{muscle.id} has no trigger point {number}; it has: {there}")
    return tuple(known[number] for number in sorted(set(numbers)))


def said(region: Region, points: Sequence[TriggerPoint], words: MapWords) -> str:
    """Return what is said in place of the map."""
    hatched = "; ".join(area.name for area in region.no_press if area.shape)
    labels = ", ".join(label.text for label in words.labels)
    spots = " ".join(sentence for point in points for sentence in _said_of(point, region, words))
    return fill(words.alt, head=words.head, points=spots, labels=labels, no_press=hatched)


def _said_of(point: TriggerPoint, region: Region, words: MapWords) -> Iterator[str]:
    """Yield where a point and its pain are, and where its pain may spread."""
    yield fill(words.alt_point, number=point.number, name=point.name, place=point.place, pain=point.pain)
    if point.spill:
        yield fill(words.alt_spread, spread=", ".join(region.zones[zone].name for zone in point.spill))


class _Map:
    """One map being drawn."""

    def __init__(
        self, region: Region, muscle: Muscle, *, side: Side, points: tuple[TriggerPoint, ...], words: MapWords
    ) -> None:
        self.region, self.muscle, self.side, self.points, self.words = region, muscle, side, points, words
        self.leg = skin(region.outline, origin=0j, length=LEG_MM, side=side)
        self.sole = skin(region.sole.outline, origin=0j, length=SOLE_MM, side=side)
        self.body = SmallBody(0j, BODY_MM, self.leg.outward)
        self.core = _zones(region, [name for point in points for name in point.essential])
        spill = [name for point in points for name in point.spill if name not in self.core]
        self.spill = _zones(region, spill)

    def drawing(self) -> MapDrawing:
        region, leg = self.region, self.leg
        areas = [area for area in region.no_press if area.shape]
        # The words stand at the right of the leg, beside its upper end.
        beside = leg.at(0.8 if leg.outward > 0 else 0.2, 0)
        return MapDrawing(
            outward=leg.outward,
            rise=-region.outline[0].y,
            anatomy=tuple(muscles(leg, region, focus=self.muscle.id)),
            tendons=tuple(_outline(leg, area.shape or ()) for area in areas if area.label_y is not None),
            pointers=(*self._pointers(), *self._not_on_muscles()),
            crosses=tuple(NumberAt(point.number, leg.at(point.x, point.y)) for point in self.points),
            leg=tuple(bare_leg(leg, region)),
            leg_pain=self._pain(leg, "leg"),
            no_press=tuple(_outline(leg, area.shape or ()) for area in areas if area.label_y is None),
            no_press_pointer=Pointer(beside, leg.at(0.5, -0.03).imag, self.words.no_press),
            sole=tuple(sole_of_foot(self.sole, region.sole)),
            sole_pain=self._pain(self.sole, "sole"),
            body=tuple(small_body(self.body, region.locator)),
            body_spots=tuple(self._body_spots()),
            head=self.words.head,
            pain_head=self.words.pain_head,
            alt=said(region, self.points, self.words),
            digest=self._digest(),
        )

    def _digest(self) -> str:
        numbers = [point.number for point in self.points]
        models = f"{self.region.model_dump_json()} {self.muscle.model_dump_json()}"
        return sha256(f"{self.side} {numbers} {self.words} {models}".encode()).hexdigest()

    def _pointers(self) -> Iterator[Pointer]:
        texts = {entry.landmark: entry.text for entry in self.words.labels}
        for landmark in self.region.landmarks:
            if landmark.id not in texts:
                raise ValueError(f"the map has no words for the landmark {landmark.id}")
            yield self._pointer(landmark, texts[landmark.id])

    def _pointer(self, landmark: Landmark, text: str) -> Pointer:
        # The words stand at the right: the side of the structure that faces them is named.
        target = landmark.outer if self.leg.outward > 0 else landmark.inner
        strong = landmark.muscle == self.muscle.id
        return Pointer(self.leg.at(*target), -landmark.label_y * LEG_MM, text, strong)

    def _not_on_muscles(self) -> Iterator[Pointer]:
        """Yield the words for what must not be pressed on the muscles."""
        for area in self.region.no_press:
            if area.shape and area.label_y is not None:
                x, y = (sum(values) / len(area.shape) for values in zip(*area.shape, strict=True))
                yield Pointer(self.leg.at(x, y), -area.label_y * LEG_MM, self.words.no_press)

    def _pain(self, limb: Skin, view: str) -> Pain:
        """Return the pain zones of one view with the numbers of the points they belong to."""
        numbers = (
            NumberAt(self._number(name), limb.at(*zone.number_at))
            for name, zone in {**self.spill, **self.core}.items()
            if isinstance(zone, LimbZone) and zone.view == view and zone.number_at
        )
        return Pain(
            tuple(_outline(limb, zone.shape) for zone in _seen(self.core, view)),
            tuple(_outline(limb, zone.shape) for zone in _seen(self.spill, view)),
            tuple(numbers),
        )

    def _body_spots(self) -> Iterator[BodySpot]:
        for name, zone in self.core.items():
            if isinstance(zone, BodyZone):
                yield BodySpot(self._number(name), self.body.at(zone.at), zone.radius * BODY_MM / 100)

    def _number(self, zone: str) -> int:
        """Return the number of the first point that is felt in a zone, as a main area if there is one."""
        mains = [point.number for point in self.points if zone in point.essential]
        return (mains + [point.number for point in self.points if zone in point.spill])[0]


def _outline(limb: Skin, places: Sequence[tuple[float, float]]) -> Points:
    return tuple(simplify(limb.line(places, closed=True, steps=6), within=FINE_MM))


Zones = dict[str, LimbZone | BodyZone]


def _zones(region: Region, names: Sequence[str]) -> Zones:
    """Return the zones with these names, each once."""
    for name in names:
        if name not in region.zones:
            raise ValueError(f"{region.id} has no zone {name}; it has: {', '.join(region.zones)}")
    return {name: region.zones[name] for name in names}


def _seen(zones: Zones, view: str) -> list[LimbZone]:
    """Return the zones of one view."""
    return [zone for zone in zones.values() if isinstance(zone, LimbZone) and zone.view == view]
