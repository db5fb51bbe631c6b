"""The parts of a map become one picture, at the size that the page has room for.

Parts grow and shrink; crosses, numbers, words and the dots of pain are of one size everywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from handouts.drawing.map_parts import BETWEEN_MM, BODY_MM, WORDS_MM, BareView, MapDrawing, Pointer
from handouts.drawing.marks import (
    CROSS_MM,
    DISC_MM,
    core,
    cross,
    disc,
    label,
    leader,
    no_press,
    no_press_lines,
    spill,
    spot,
)
from handouts.drawing.picture import Clip, Fill, Label, Picture, Shape, Stroke, Taper, enlarged, filled_points
from handouts.page.map_size import MapSize, fitted_map, floor_of, pain_x_of, word_heights

# Where a number can stand beside its cross, in millimetres (outward, up), the best place first.
_BESIDE = ((-3.9, 0.6), (-2.8, 3.1), (3.9, 0.6), (2.8, 3.1), (-2.8, -3.1), (2.8, -3.1))
# Where the line from words over the skin begins.
_UNDER_WORDS = 9 - 6.6j


def place_map(drawing: MapDrawing, size: MapSize, *, black: bool = False) -> Picture:
    """Return the map at a size; a unit of it is a millimetre.

    It is as tall as `fitted_map` says. For a black-and-white printer (`black`) the skin on which pain is
    shown is white, with black lines.
    """
    if black:
        main, *others = (one._replace(skin=_lines_alone(one.skin)) for one in (drawing.main, *drawing.others))
        drawing = replace(drawing, main=main, others=tuple(others))
    size = fitted_map(size, drawing)
    shapes = tuple(_Placing(drawing, size).shapes())
    return Picture((0, size.width, 0, size.height), shapes, drawing.digest)


def _lines_alone(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return shapes with white fills and black lines."""
    blank: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Clip):
            blank.append(shape._replace(shapes=_lines_alone(shape.shapes)))
        elif isinstance(shape, Fill):
            blank.append(shape._replace(colour="paper"))
        elif isinstance(shape, Stroke | Taper):
            blank.append(shape._replace(colour="ink"))
    return tuple(blank)


class _Standing(NamedTuple):
    """Where a part stands on the map, and how many times as large as it was drawn."""

    origin: complex
    times: float

    def at(self, point: complex) -> complex:
        return self.origin + point * self.times

    def line(self, points: Sequence[complex]) -> list[complex]:
        return [self.at(point) for point in points]

    def shapes(self, shapes: Sequence[Shape]) -> tuple[Shape, ...]:
        return enlarged(shapes, self.times, about=self.origin)


class _Placing:
    """One map being put together."""

    def __init__(self, drawing: MapDrawing, size: MapSize) -> None:
        self.drawing, self.size = drawing, size
        # The main view stands on the floor of the map.
        self.floor = floor_of(size, drawing)
        origin = self.floor + drawing.main.bottom * drawing.main.length * size.share
        aside = drawing.main.middle * size.share
        self.muscles = _Standing(complex(size.anatomy_x - aside, origin), size.share)
        self.skin = _Standing(complex(pain_x_of(size, drawing), origin - size.second), size.share)
        self.body = _Standing(
            complex(size.body_x, size.height - size.body_top - BODY_MM * size.share), size.share
        )

    def shapes(self) -> Iterator[Shape]:
        """Yield all parts in reading order."""
        drawing, size = self.drawing, self.size
        head_y = size.height - size.head_y
        yield Label(complex(0, head_y), _head(drawing.head, size), role="map_head", strong=True)
        yield from self.body.shapes(drawing.body)
        yield from self._body_spots()
        yield from self.muscles.shapes(drawing.muscles)
        for area in drawing.muscles_no_press:
            yield from no_press(self.muscles.line(area))
        for pointer, height in zip(drawing.muscles_pointers, word_heights(size, drawing), strict=True):
            yield from self._pointer(pointer, self.muscles, complex(size.labels_x, height))
        yield from self._crosses()
        row = size.second - BETWEEN_MM / 2 if size.second else size.height
        over_pain = complex(size.pain_head_x, row - size.head_y)
        yield Label(over_pain, _head(drawing.pain_head, size), role="map_head", strong=True)
        yield from _bare(drawing.main, self.skin)
        for pointer in drawing.skin_pointers:
            top = -drawing.main.top * drawing.main.length
            if pointer.height > top and not size.second:
                yield from self._words_above(pointer)
            else:
                height = min(pointer.height, top - WORDS_MM) if size.second else pointer.height
                beside = complex(size.no_press_x, self.skin.at(1j * height).imag)
                yield from self._pointer(pointer, self.skin, beside)
        for view, place in self._others():
            yield from _bare(view, place)

    def _others(self) -> Iterator[tuple[BareView, _Standing]]:
        """Yield the other views with their places: from the floor up, or in a row from the right."""
        size, share = self.size, self.size.share
        floor, right = self.floor - size.second, size.others_x
        for view in self.drawing.others:
            x = right - view.middle * share
            if size.second:
                across = [point.real * share for point in filled_points(view.skin)]
                x, right = right - max(across), right - max(across) + min(across) - BETWEEN_MM / 2
            yield view, _Standing(complex(x, floor + view.over_floor * share), share)
            floor += 0 if size.second else view.tall * share

    def _pointer(self, pointer: Pointer, view: _Standing, end: complex) -> Iterator[Shape]:
        size = self.size
        yield from leader(view.at(pointer.at), end - 0.8)
        strong = pointer.strong
        yield label(
            pointer.words, end + 0.4, size_pt=size.label_pt, leading_pt=size.leading_pt, strong=strong
        )

    def _words_above(self, pointer: Pointer) -> Iterator[Shape]:
        """Yield words over the skin of a low view, with the line down from under them."""
        size = self.size
        start = complex(size.pain_head_x, self.skin.at(1j * pointer.height).imag)
        yield from leader(self.skin.at(pointer.at), start + _UNDER_WORDS)
        yield label(pointer.words, start, size_pt=size.label_pt, leading_pt=size.leading_pt, strong=False)

    def _crosses(self) -> Iterator[Shape]:
        """Yield an X for each place, the first of a point with its number, no number on another mark."""
        crosses = [self.muscles.at(point.at) for point in self.drawing.crosses]
        discs: list[complex] = []
        numbered: set[int] = set()
        for point, at in zip(self.drawing.crosses, crosses, strict=True):
            yield from cross(at)
            if point.number in numbered:
                continue
            numbered.add(point.number)
            places = [at + complex(self.drawing.outward * out, up) for out, up in _BESIDE]
            clear = [place for place in places if _is_clear(place, crosses=crosses, discs=discs)]
            discs.append((clear or places)[0])
            yield from disc(discs[-1], point.number, solid=False)

    def _body_spots(self) -> Iterator[Shape]:
        """Yield the pain zones on the small body, large enough to be seen."""
        for one in self.drawing.body_spots:
            centre = self.body.at(one.at)
            number_at = centre + complex(self.drawing.body_outward * 7.2, 0)
            yield Stroke((centre, number_at), "ink", 0.6)
            yield from spot(centre, max(1.0, one.radius * self.body.times))
            yield from disc(number_at, one.number, solid=True)


def _head(words: str, size: MapSize) -> tuple[str, ...]:
    """Return a head in one line, or parted at the space that is nearest to its middle."""
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    if size.head_lines == 1 or not spaces:
        return (words,)
    middle = min(spaces, key=lambda at: abs(2 * at - len(words)))
    return words[:middle], words[middle + 1 :]


def _bare(view: BareView, place: _Standing) -> Iterator[Shape]:
    """Yield a view with its skin on and its pain zones; their dots are as close together at every size.

    What must not be pressed stays hatched in a main area.
    """
    yield from place.shapes(view.skin)
    hatched = [place.line(area) for area in view.no_press]
    for area in hatched:
        yield from no_press(area)
    cores, spills = [*map(place.line, view.cores)], [*map(place.line, view.spills)]
    yield from core(cores, seed=3)
    yield from spill(spills, cores=cores, is_hatched=bool(hatched), seed=7)
    for area in hatched if cores else ():
        yield from no_press_lines(area)
    for one in view.numbers:
        yield from disc(place.at(one.at), one.number, solid=True)


def _is_clear(place: complex, *, crosses: Sequence[complex], discs: Sequence[complex]) -> bool:
    """Return whether a number can stand at a place without touching another mark."""
    far_from_crosses = all(abs(place - other) > DISC_MM + 0.8 * CROSS_MM for other in crosses)
    return far_from_crosses and all(abs(place - other) > 2 * DISC_MM + 0.4 for other in discs)
