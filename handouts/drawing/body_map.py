"""A muscle's trigger points become the parts of a map: the muscles, and where pain is felt on each view.

The drawing knows no language: all words come in `MapWords`, all places from the region and the muscle.
Each part is drawn once, in millimetres at the size that the page usually has room for; the page makes it
larger or smaller and puts on what is of one size everywhere: crosses, numbers, words and dots.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from handouts.drawing.checks import DrawingError
from handouts.drawing.curves import curve, mirror
from handouts.drawing.digits import digit_outline
from handouts.drawing.map_parts import (
    BODY_MM,
    TALL_MM,
    WIDE_MM,
    WORDS_MM,
    BareView,
    BodySpot,
    MapDrawing,
    MapWords,
    NumberAt,
    Pointer,
    said_of_map,
)
from handouts.drawing.picture import Fill, Points, Shape, Side, Stroke, Taper
from handouts.drawing.region_view import bare_view, muscles_of_view
from handouts.drawing.skin import FINE_MM, Skin, lean, outward_of, skin
from handouts.schema.muscle import Muscle, TriggerPoint
from handouts.schema.region import Body, BodyZone, Locator, NoPress, Offset, Region, View, ViewZone


def draw_body_map(
    region: Region, muscle: Muscle, body: Body, *, side: Side, points: Sequence[int], words: MapWords
) -> MapDrawing:
    """Return the map of the chosen trigger points of a muscle, with the small body that the region is on.

    Raises ValueError for a point or a zone that does not exist, and DrawingError for a region whose numbers
    make no picture.
    """
    try:
        chosen = chosen_points(muscle, points)
        return _Map(region, muscle, body, side=side, points=chosen, words=words).drawing()
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


class _Map:
    """One map being drawn."""

    def __init__(
        self,
        region: Region,
        muscle: Muscle,
        body: Body,
        *,
        side: Side,
        points: tuple[TriggerPoint, ...],
        words: MapWords,
    ) -> None:
        self.region, self.muscle, self.body, self.side = region, muscle, body, side
        self.points, self.words = points, words
        self.view = region.view(muscle.view)
        self.skin = self._skin_of(self.view, _length(self.view))
        self.locator = self.view.locator or region.locator
        self.body_outward = outward_of(side, "front" if self.locator.seen == "front" else "behind")
        self.core = self._zones(name for point in points for name in point.essential)
        self.spill = self._zones(name for point in points for name in point.spill if name not in self.core)
        self.others = [*region.shown_with(self.view, (*self.core, *self.spill))]
        self.hatched = [*self._hatched_on(self.view)]
        self.landmarks = [one for one in region.landmarks if region.view(one.view) is self.view]

    def drawing(self) -> MapDrawing:
        region, main = self.region, self.skin
        models = f"{region.model_dump_json()} {self.muscle.model_dump_json()} {self.body.model_dump_json()}"
        drawn_from = f"{self.side} {[point.number for point in self.points]} {self.words} {models}"
        hatched = [*self.hatched, *(area for view in self.others for area in self._hatched_on(view))]
        on_muscles, on_skin = (
            [area for area in self.hatched if area.surface == surface] for surface in ("muscles", "skin")
        )
        return MapDrawing(
            outward=main.outward,
            main=self._bare(main, self.view, on_skin),
            muscles=tuple(muscles_of_view(main, self.view, focus=self.muscle.id)),
            muscles_no_press=tuple(_outline(main, area.shape or ()) for area in on_muscles),
            muscles_pointers=(*self._landmarks(), *self._pointers(on_muscles)),
            crosses=tuple(
                NumberAt(point.number, main.at(*place))
                for point in self.points
                for place in ((point.x, point.y), *point.also_at)
            ),
            skin_pointers=tuple(self._pointers(on_skin)),
            skin_right=max((self._right_of(one.height) for one in self._pointers(on_skin)), default=0),
            others=tuple(self._others()),
            body=tuple(small_body(self.body, self.locator, outward=self.body_outward)),
            body_outward=self.body_outward,
            body_spots=tuple(self._body_spots()),
            head=self.words.head,
            pain_head=self.words.pain_head,
            alt=said_of_map(region, self.points, self.words, self.landmarks, hatched),
            digest=sha256(drawn_from.encode()).hexdigest(),
        )

    def _skin_of(self, view: View, length: float) -> Skin:
        return skin(view.outline, length=length, side=self.side, viewed_from=view.viewed_from)

    def _hatched_on(self, view: View) -> Iterator[NoPress]:
        """Yield what must not be pressed on a view."""
        for area in self.region.no_press:
            if area.shape and self.region.view(area.view) is view:
                yield area

    def _zones(self, names: Iterable[str]) -> dict[str, ViewZone | BodyZone]:
        """Return the zones with these names, each once."""
        zones = self.region.zones
        found: dict[str, ViewZone | BodyZone] = {}
        for name in names:
            if name not in zones:
                raise ValueError(f"{self.region.id} has no zone {name}; it has: {', '.join(zones)}")
            found[name] = zones[name]
        return found

    def _landmarks(self) -> Iterator[Pointer]:
        """Yield the words for the landmarks."""
        for landmark in self.landmarks:
            # The words stand at the right: the side of the structure that faces them is named.
            target = landmark.outer if self.skin.outward > 0 else landmark.inner
            strong = landmark.muscle == self.muscle.id
            height = -landmark.label_y * self.skin.length
            yield Pointer(self.skin.at(*target), height, landmark.name, strong)

    def _pointers(self, areas: Iterable[NoPress]) -> Iterator[Pointer]:
        """Yield the words for what must not be pressed, where they are wanted."""
        for area in areas:
            if area.shape and area.label_y is not None:
                x, y = (sum(values) / len(area.shape) for values in zip(*area.shape, strict=True))
                target = (area.outer if self.skin.outward > 0 else area.inner) or (x, y)
                name = self.region.no_press_name or ""
                yield Pointer(self.skin.at(*target), -area.label_y * self.skin.length, name)

    def _right_of(self, height: float) -> float:
        """Return how far to the right of its axis the skin reaches beside words at a height."""
        heights = (height - WORDS_MM, height, height + WORDS_MM)
        edge = 1 if self.skin.outward > 0 else 0
        return max(self.skin.at(edge, -one / self.skin.length).real for one in heights)

    def _others(self) -> Iterator[BareView]:
        """Yield the other views on which pain is felt, and those that always stand beside this one."""
        for view in self.others:
            yield self._bare(self._skin_of(view, view.length_mm), view, self._hatched_on(view))

    def _bare(self, limb: Skin, view: View, hatched: Iterable[NoPress]) -> BareView:
        """Return a view with its skin on and its pain zones, some areas hatched."""
        spills, cores = (
            {
                name: zone
                for name, zone in zones.items()
                if isinstance(zone, ViewZone) and zone.view == view.id
            }
            for zones in (self.spill, self.core)
        )
        return BareView(
            length=limb.length,
            top=limb.top,
            bottom=_bottom(view),
            middle=_middle(limb, view),
            skin=tuple(bare_view(limb, view)),
            no_press=tuple(_outline(limb, area.shape or ()) for area in hatched),
            cores=tuple(outline for zone in cores.values() for outline in _outlines(limb, view, zone)),
            spills=tuple(outline for zone in spills.values() for outline in _outlines(limb, view, zone)),
            numbers=tuple(
                NumberAt(self._number(name), limb.at(*zone.number_at))
                for name, zone in cores.items()
                if zone.number_at
            ),
        )

    def _body_spots(self) -> Iterator[BodySpot]:
        for name, zone in self.core.items():
            if isinstance(zone, BodyZone):
                yield BodySpot(
                    self._number(name),
                    on_body(zone.at, outward=self.body_outward),
                    zone.radius * BODY_MM / 100,
                )

    def _number(self, zone: str) -> int:
        """Return the number of the first point whose main area a zone is."""
        return next(point.number for point in self.points if zone in point.essential)


def _outlines(limb: Skin, view: View, zone: ViewZone) -> Iterator[Points]:
    """Yield the outline of a zone and those of its digits."""
    if zone.shape:
        yield _outline(limb, zone.shape)
    for number in zone.digits:
        yield digit_outline(limb, view.digits[number - 1])


def _outline(limb: Skin, places: Sequence[tuple[float, float]]) -> Points:
    return lean(limb.line(places, closed=True, steps=6))


def _middle(limb: Skin, view: View) -> float:
    """Return how far beside its axis a view stands: from the side, and one that shows half of a trunk."""
    is_aside = view.viewed_from in ("outer side", "inner side") or "inner" in view.goes_on
    return limb.middle if is_aside else 0.0


def _bottom(view: View) -> float:
    """Return the y at which a view ends, its fingers or toes included."""
    return max(view.outline[-1].y, *(digit.at[1] + digit.half[1] for digit in view.digits), -1.0)


def _length(view: View) -> float:
    """Return how long a main view is from y 0 to 1, so that it fits the room for it, in millimetres."""
    tall = _bottom(view) - view.outline[0].y
    wide = max(edge.inner for edge in view.outline) + max(edge.outer for edge in view.outline)
    return min(TALL_MM / tall, WIDE_MM / wide)


_FILL, _HAIR, _FINE = "#E9E4DF", "#B9B4AF", "#7A7E81"


def on_body(offset: Offset, *, outward: int) -> complex:
    """Return the point of the small body at hundredths of the stature from the midline and the floor.

    `outward` is +1 where the side that is shown is at the viewer's right, -1 where it is at the left.
    """
    across, up = offset
    return complex(outward * across, up) * BODY_MM / 100


def small_body(body: Body, locator: Locator, *, outward: int) -> Iterator[Shape]:
    """Yield the body with a frame about a region, so that it is found on a person."""
    seen = body.back if locator.seen == "back" else body.front

    def placed(offsets: tuple[Offset, ...]) -> list[complex]:
        return [on_body(offset, outward=outward) for offset in offsets]

    half = [*lean(curve(placed(body.outline), corners=body.corners, steps=3), within=2 * FINE_MM)]
    whole = (*half, *mirror(half[::-1]))
    yield Stroke(whole, "ink", 0.9, closed=True)
    yield Fill(whole, _FILL)
    hair = curve(placed(seen.hair), steps=3)
    yield Fill((*hair, *mirror(hair[::-1])), _HAIR)
    for line in seen.lines:
        points = tuple(placed(line))
        yield Taper(points, _FINE, (0.1, 0.4, 0.1))
        if points[0].real:
            yield Taper(tuple(mirror(points)), _FINE, (0.1, 0.4, 0.1))
    left, right, bottom, top = locator.frame
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    yield Stroke(tuple(placed(corners)), "ink", 1.0, closed=True)
