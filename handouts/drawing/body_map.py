"""A muscle's trigger points become a map: the muscles, where pain is felt, and the sole.

The drawing knows no language: all words come in `MapWords`, all places from the region and the muscle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handouts.drawing.checks import DrawingError
from handouts.drawing.curves import Line, simplify
from handouts.drawing.leg import bare_leg, muscles
from handouts.drawing.locator import SmallBody, small_body
from handouts.drawing.marks import CROSS_MM, DISC_MM, core, cross, disc, label, leader, no_press, spill, spot
from handouts.drawing.picture import Label, Picture, Shape, Stroke
from handouts.drawing.ribbon import FINE_MM
from handouts.drawing.skin import Side, Skin, skin
from handouts.drawing.sole import sole_of_foot
from handouts.schema.muscle import Muscle, TriggerPoint
from handouts.schema.placeholders import fill
from handouts.schema.region import BodyZone, Landmark, LimbZone, Region


@dataclass(frozen=True, slots=True)
class MapLabel:
    """The words for one landmark of the region."""

    landmark: str
    text: str


@dataclass(frozen=True, slots=True)
class MapWords:
    """Every word of a map.

    `head` and `pain_head` stand over the muscles and over the pain. `alt` is said in place of the picture and
    may use {head}, {points} and {no_press}; each of its points is `alt_point` with {number}, {name}, {place}
    and {pain}.
    """

    head: str
    pain_head: str
    labels: tuple[MapLabel, ...]
    no_press: str
    alt: str
    alt_point: str


@dataclass(frozen=True, slots=True)
class MapSize:
    """The measures of a map in millimetres, from its upper left corner; type in points."""

    width: float = 114
    height: float = 93.5
    leg: float = 68.5
    top: float = 8.5
    anatomy_x: float = 15.5
    labels_x: float = 31.5
    pain_x: float = 73
    pain_head_x: float = 60
    no_press_x: float = 86.5
    sole_x: float = 103
    sole: float = 45
    body_x: float = 45
    body_top: float = 7.6
    body: float = 24.5
    head_y: float = 4.3
    label_pt: float = 12
    leading_pt: float = 16


PAGE = MapSize()
# Where a number can stand beside its cross, in millimetres (outward, up), the best place first.
_BESIDE = ((-3.9, 0.6), (-2.8, 3.1), (3.9, 0.6), (2.8, 3.1), (-2.8, -3.1), (2.8, -3.1))
# How far the forefoot of the sole reaches below the floor of the leg beside it, in lengths of the foot.
_BELOW_FLOOR = 0.065


def draw_body_map(
    region: Region,
    muscle: Muscle,
    *,
    side: Side,
    points: Sequence[int],
    words: MapWords,
    size: MapSize = PAGE,
) -> Picture:
    """Return the map of the chosen trigger points of a muscle; a unit of it is a millimetre.

    Raises ValueError for a point or a zone that does not exist, or a landmark without words, and
    DrawingError for a region whose numbers make no picture.
    """
    chosen = chosen_points(muscle, points)
    try:
        drawing = _Map(region, muscle, side=side, points=chosen, words=words, size=size)
        shapes = tuple(drawing.shapes())
    except (ArithmeticError, IndexError) as error:
        raise DrawingError(region.id, (str(error),), kind="regions") from error
    return Picture((0, size.width, 0, size.height), shapes, said(region, chosen, words))


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
    spots = (
        fill(words.alt_point, number=point.number, name=point.name, place=point.place, pain=point.pain)
        for point in points
    )
    hatched = "; ".join(area.name for area in region.no_press if area.shape)
    return fill(words.alt, head=words.head, points=" ".join(spots), no_press=hatched)


class _Map:
    """One map being drawn: where its panels stand and what goes into them."""

    def __init__(
        self,
        region: Region,
        muscle: Muscle,
        *,
        side: Side,
        points: tuple[TriggerPoint, ...],
        words: MapWords,
        size: MapSize,
    ) -> None:
        self.region, self.muscle, self.points, self.words, self.size = region, muscle, points, words, size
        crease = size.height - size.top + region.outline[0].y * size.leg
        floor = crease - size.leg
        self.anatomy = skin(
            region.outline, origin=complex(size.anatomy_x, crease), length=size.leg, side=side
        )
        self.pain = skin(region.outline, origin=complex(size.pain_x, crease), length=size.leg, side=side)
        heel = complex(size.sole_x, floor + (1 - _BELOW_FLOOR) * size.sole)
        self.sole = skin(region.sole.outline, origin=heel, length=size.sole, side=side)
        foot = complex(size.body_x, size.height - size.body_top - size.body)
        self.body = SmallBody(foot, size.body, self.anatomy.outward)
        self.core = _zones(region, [name for point in points for name in point.essential])
        self.spill = _zones(
            region, [name for point in points for name in point.spill if name not in self.core]
        )

    def shapes(self) -> Iterator[Shape]:
        """Yield all panels in reading order."""
        size = self.size
        head_y = size.height - size.head_y
        yield Label(complex(0, head_y), (self.words.head,), role="map_head", strong=True)
        yield from self._locator()
        yield from muscles(self.anatomy, self.region, focus=self.muscle.id)
        yield from self._labels()
        yield from self._crosses()
        yield Label(complex(size.pain_head_x, head_y), (self.words.pain_head,), role="map_head", strong=True)
        yield from bare_leg(self.pain, self.region)
        yield from self._no_press()
        yield from self._pain(self.pain, "leg")
        yield from sole_of_foot(self.sole, self.region.sole)
        yield from self._pain(self.sole, "sole")

    def _locator(self) -> Iterator[Shape]:
        yield from small_body(self.body, self.region.locator)
        yield from self._body_spots()

    def _labels(self) -> Iterator[Shape]:
        texts = {entry.landmark: entry.text for entry in self.words.labels}
        for landmark in self.region.landmarks:
            if landmark.id not in texts:
                raise ValueError(f"the map has no words for the landmark {landmark.id}")
            yield from self._label(landmark, texts[landmark.id])

    def _label(self, landmark: Landmark, text: str) -> Iterator[Shape]:
        size = self.size
        height = self.anatomy.origin.imag - landmark.label_y * size.leg
        # The labels stand at the right: the side of the structure that faces them is named.
        target = landmark.outer if self.anatomy.outward > 0 else landmark.inner
        yield from leader(self.anatomy.at(*target), complex(size.labels_x - 0.8, height))
        strong = landmark.muscle == self.muscle.id
        at = complex(size.labels_x + 0.4, height)
        yield label(text, at, size_pt=size.label_pt, leading_pt=size.leading_pt, strong=strong)

    def _crosses(self) -> Iterator[Shape]:
        """Yield an X with its number for each point, no number on another mark."""
        crosses = [self.anatomy.at(point.x, point.y) for point in self.points]
        discs: Line = []
        for point, at in zip(self.points, crosses, strict=True):
            yield from cross(at)
            ways = (complex(self.anatomy.outward * out, up) for out, up in _BESIDE)
            places = [at + way for way in ways]
            clear = [place for place in places if _is_clear(place, crosses=crosses, discs=discs)]
            discs.append((clear or places)[0])
            yield from disc(discs[-1], point.number, solid=False)

    def _no_press(self) -> Iterator[Shape]:
        for shape in self._hatched():
            yield from no_press(shape)
        size = self.size
        right = 0.8 if self.pain.outward > 0 else 0.2
        at = complex(size.no_press_x, self.pain.at(0.5, -0.03).imag)
        yield from leader(self.pain.at(right, 0), at - 0.8)
        yield label(self.words.no_press, at + 0.4, size_pt=size.label_pt, leading_pt=size.leading_pt)

    def _hatched(self) -> list[Line]:
        areas = (area.shape for area in self.region.no_press)
        return [self._shape(self.pain, shape) for shape in areas if shape]

    def _shape(self, limb: Skin, places: Sequence[tuple[float, float]]) -> Line:
        return simplify(limb.line(places, closed=True, steps=6), within=FINE_MM)

    def _pain(self, limb: Skin, view: str) -> Iterator[Shape]:
        """Yield the pain zones of one view with the numbers of the points they belong to."""
        cores = [self._shape(limb, zone.shape) for zone in _seen(self.core, view)]
        spills = [self._shape(limb, zone.shape) for zone in _seen(self.spill, view)]
        yield from core(cores, seed=3)
        hatched = self._hatched() if view == "leg" else []
        yield from spill(spills, cores=cores, hatched=hatched, seed=7)
        for name, zone in {**self.spill, **self.core}.items():
            if isinstance(zone, LimbZone) and zone.view == view and zone.number_at:
                yield from disc(limb.at(*zone.number_at), self._number(name), solid=True)

    def _body_spots(self) -> Iterator[Shape]:
        """Yield the pain zones on the small body, large enough to be seen."""
        for name, zone in self.core.items():
            if isinstance(zone, BodyZone):
                centre = self.body.at(zone.at)
                number_at = centre + complex(self.body.outward * 7.2, 0)
                yield Stroke((centre, number_at), "ink", 0.6)
                yield from spot(centre, max(1.0, zone.radius * self.size.body / 100))
                yield from disc(number_at, self._number(name), solid=True)

    def _number(self, zone: str) -> int:
        """Return the number of the first point that is felt in a zone, as a main area if there is one."""
        mains = [point.number for point in self.points if zone in point.essential]
        return (mains + [point.number for point in self.points if zone in point.spill])[0]


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


def _is_clear(place: complex, *, crosses: Sequence[complex], discs: Sequence[complex]) -> bool:
    """Return whether a number can stand at a place without touching another mark."""
    far_from_crosses = all(abs(place - other) > DISC_MM + 0.8 * CROSS_MM for other in crosses)
    return far_from_crosses and all(abs(place - other) > 2 * DISC_MM + 0.4 for other in discs)
