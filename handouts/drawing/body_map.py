"""A muscle's trigger points become the parts of a map: the muscles, where pain is felt, and the sole.

The drawing knows no language: all words come in `MapWords`, all places from the region and the muscle.
Each part is drawn once, in millimetres at the size of `LEG_MM`, `SOLE_MM` and `BODY_MM`; the page makes it
larger or smaller and puts on what is of one size everywhere: crosses, numbers, words and dots.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from handouts.drawing.checks import DrawingError
from handouts.drawing.curves import curve, mirror
from handouts.drawing.leg import bare_leg, muscles, sole_of_foot
from handouts.drawing.picture import Fill, Points, Shape, Shapes, Side, Stroke, Taper
from handouts.drawing.skin import FINE_MM, Skin, lean, skin
from handouts.schema.muscle import Muscle, TriggerPoint
from handouts.schema.placeholders import fill
from handouts.schema.region import BodyZone, LimbZone, Locator, Offset, Region

# How long the leg is drawn from its crease to the floor, how long the sole, and how tall the small body.
LEG_MM, SOLE_MM, BODY_MM = 68.5, 45.0, 24.5
# The tones of the small body.
_FILL, _HAIR, _FINE = "#E9E4DF", "#B9B4AF", "#7A7E81"


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


def _said(region: Region, points: Sequence[TriggerPoint], words: MapWords) -> str:
    """Return what is said in place of the map: where each point and its pain are, and where it may spread."""
    spots: list[str] = []
    for one in points:
        spots.append(fill(words.alt_point, number=one.number, name=one.name, place=one.place, pain=one.pain))
        if one.spill:
            spread = ", ".join(region.zones[zone].name for zone in one.spill)
            spots.append(fill(words.alt_spread, spread=spread))
    hatched = "; ".join(area.name for area in region.no_press if area.shape)
    labels = ", ".join(label.text for label in words.labels)
    return fill(words.alt, head=words.head, points=" ".join(spots), labels=labels, no_press=hatched)


class _Map:
    """One map being drawn."""

    def __init__(
        self, region: Region, muscle: Muscle, *, side: Side, points: tuple[TriggerPoint, ...], words: MapWords
    ) -> None:
        self.region, self.muscle, self.side, self.points, self.words = region, muscle, side, points, words
        self.leg = skin(region.outline, length=LEG_MM, side=side)
        self.sole = skin(region.sole.outline, length=SOLE_MM, side=side)
        self.core = self._zones(name for point in points for name in point.essential)
        self.spill = self._zones(name for point in points for name in point.spill if name not in self.core)

    def drawing(self) -> MapDrawing:
        region, leg = self.region, self.leg
        models = f"{region.model_dump_json()} {self.muscle.model_dump_json()}"
        drawn_from = f"{self.side} {[point.number for point in self.points]} {self.words} {models}"
        areas = [area for area in region.no_press if area.shape]
        # The words stand at the right of the leg, beside its upper end.
        beside = leg.at(0.8 if leg.outward > 0 else 0.2, 0)
        return MapDrawing(
            outward=leg.outward,
            rise=-region.outline[0].y,
            anatomy=tuple(muscles(leg, region, focus=self.muscle.id)),
            tendons=tuple(_outline(leg, area.shape or ()) for area in areas if area.label_y is not None),
            pointers=tuple(self._pointers()),
            crosses=tuple(NumberAt(point.number, leg.at(point.x, point.y)) for point in self.points),
            leg=tuple(bare_leg(leg, region)),
            leg_pain=self._pain(leg, "leg"),
            no_press=tuple(_outline(leg, area.shape or ()) for area in areas if area.label_y is None),
            no_press_pointer=Pointer(beside, leg.at(0.5, -0.03).imag, self.words.no_press),
            sole=tuple(sole_of_foot(self.sole, region.sole)),
            sole_pain=self._pain(self.sole, "sole"),
            body=tuple(self._small_body(region.locator)),
            body_spots=tuple(self._body_spots()),
            head=self.words.head,
            pain_head=self.words.pain_head,
            alt=_said(region, self.points, self.words),
            digest=sha256(drawn_from.encode()).hexdigest(),
        )

    def _zones(self, names: Iterable[str]) -> dict[str, LimbZone | BodyZone]:
        """Return the zones with these names, each once."""
        zones = self.region.zones
        found: dict[str, LimbZone | BodyZone] = {}
        for name in names:
            if name not in zones:
                raise ValueError(f"{self.region.id} has no zone {name}; it has: {', '.join(zones)}")
            found[name] = zones[name]
        return found

    def _pointers(self) -> Iterator[Pointer]:
        """Yield the words for the landmarks, and for what must not be pressed on the muscles."""
        texts = {entry.landmark: entry.text for entry in self.words.labels}
        for landmark in self.region.landmarks:
            if landmark.id not in texts:
                raise ValueError(f"the map has no words for the landmark {landmark.id}")
            # The words stand at the right: the side of the structure that faces them is named.
            target = landmark.outer if self.leg.outward > 0 else landmark.inner
            strong = landmark.muscle == self.muscle.id
            yield Pointer(self.leg.at(*target), -landmark.label_y * LEG_MM, texts[landmark.id], strong)
        for area in self.region.no_press:
            if area.shape and area.label_y is not None:
                x, y = (sum(values) / len(area.shape) for values in zip(*area.shape, strict=True))
                yield Pointer(self.leg.at(x, y), -area.label_y * LEG_MM, self.words.no_press)

    def _pain(self, limb: Skin, view: str) -> Pain:
        """Return the pain zones of one view; the main ones with the number of the point they belong to."""
        spills, cores = (
            {name: zone for name, zone in zones.items() if isinstance(zone, LimbZone) and zone.view == view}
            for zones in (self.spill, self.core)
        )
        return Pain(
            tuple(_outline(limb, zone.shape) for zone in cores.values()),
            tuple(_outline(limb, zone.shape) for zone in spills.values()),
            tuple(
                NumberAt(self._number(name), limb.at(*zone.number_at))
                for name, zone in cores.items()
                if zone.number_at
            ),
        )

    def _body_spots(self) -> Iterator[BodySpot]:
        for name, zone in self.core.items():
            if isinstance(zone, BodyZone):
                yield BodySpot(self._number(name), self._on_body(zone.at), zone.radius * BODY_MM / 100)

    def _number(self, zone: str) -> int:
        """Return the number of the first point whose main area a zone is."""
        return next(point.number for point in self.points if zone in point.essential)

    def _on_body(self, offset: Offset) -> complex:
        """Return the point of the small body at hundredths of the stature from the midline and the floor."""
        across, up = offset
        return complex(self.leg.outward * across, up) * BODY_MM / 100

    def _small_body(self, locator: Locator) -> Iterator[Shape]:
        """Yield a small body from behind with a frame about the region, so that it is found on a person."""
        half = curve([self._on_body(offset) for offset in locator.outline], corners=locator.corners, steps=3)
        half = [*lean(half, within=2 * FINE_MM)]
        whole = (*half, *mirror(half[::-1]))
        yield Stroke(whole, "ink", 0.9, closed=True)
        yield Fill(whole, _FILL)
        hair = curve([self._on_body(offset) for offset in locator.hair], steps=3)
        yield Fill((*hair, *mirror(hair[::-1])), _HAIR)
        for line in locator.lines:
            points = tuple(self._on_body(offset) for offset in line)
            yield Taper(points, _FINE, (0.1, 0.4, 0.1))
            if points[0].real:
                yield Taper(tuple(mirror(points)), _FINE, (0.1, 0.4, 0.1))
        left, right, bottom, top = locator.frame
        corners = ((left, bottom), (right, bottom), (right, top), (left, top))
        yield Stroke(tuple(map(self._on_body, corners)), "ink", 1.0, closed=True)


def _outline(limb: Skin, places: Sequence[tuple[float, float]]) -> Points:
    return lean(limb.line(places, closed=True, steps=6))
