"""Two borders become a rounded, lit and fibred surface: nested bands of tone, and fine slivers along it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from handouts.drawing.curves import Line, between, ease, simplify
from handouts.drawing.picture import Fill

# About one dot of a 600 dpi printer, in millimetres.
FINE_MM = 0.06
# Nobody sees the edge between two neighbouring tones; the outermost lies under a line.
_SOFT_MM = 0.12
PAPER = "#FFFFFF"


def mix(first: str, second: str, share: float) -> str:
    """Return the tone a `share` (0 to 1) of the way from one `#RRGGBB` to another."""
    parts = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in parts).hex().upper()


@dataclass(frozen=True, slots=True)
class Tones:
    """How a surface is lit from the upper left: its lightest, middle and darkest tone.

    `start` is the depth of tone where it is lightest, `rise` what is added toward its edges.
    """

    light: str
    middle: str
    dark: str
    start: float = 0.1
    rise: float = 0.78

    def at(self, away: float) -> str:
        """Return the tone at a distance (0 to 1) from where the light falls."""
        depth = min(1.0, self.start + self.rise * away**1.7)
        if depth < 0.6:
            return mix(self.light, self.middle, depth / 0.6)
        return mix(self.middle, self.dark, (depth - 0.6) / 0.4 * 0.75)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A surface between two borders of equally many points, from the top down; left is the viewer's left."""

    left: Line
    right: Line

    def along(self, share: float, start: int = 0, end: int | None = None) -> Line:
        """Return the line that runs down the ribbon a `share` of the way from left to right."""
        pairs = zip(self.left[start:end], self.right[start:end], strict=True)
        return [a + (b - a) * share for a, b in pairs]

    def at(self, across: float, down: float) -> complex:
        """Return the point at shares of the width and of the length."""
        place = down * (len(self.left) - 1)
        row = min(int(place), len(self.left) - 2)
        left = between(self.left[row], self.left[row + 1], place - row)
        right = between(self.right[row], self.right[row + 1], place - row)
        return between(left, right, across)

    @property
    def outline(self) -> Line:
        """The closed border, down the left and up the right."""
        return self.left + self.right[::-1]


def evenly(line: Line, count: int) -> Line:
    """Return `count` points at equal steps along a line, its ends included."""
    lengths = [abs(b - a) for a, b in zip(line, line[1:], strict=False)]
    step = sum(lengths) / (count - 1)
    points, passed, place = [line[0]], 0.0, 0
    for number in range(1, count - 1):
        while passed + lengths[place] < number * step:
            passed += lengths[place]
            place += 1
        points.append(between(line[place], line[place + 1], (number * step - passed) / lengths[place]))
    return [*points, line[-1]]


def shaded(ribbon: Ribbon, tones: Tones, *, bands: int, fade: int = 0) -> Iterator[Fill]:
    """Yield the surface as nested bands, the darkest and widest first, light falling a third from the left.

    The first `fade` rows of points run out into the paper.
    """
    for left, right, tone in _nested(tones, bands):
        for row in range(fade):
            corners = ribbon.along(left, row, row + 3) + ribbon.along(right, row, row + 3)[::-1]
            pale = mix(PAPER, tone, ease((row + 0.5) / fade))
            # Two rows deep, so that the next row covers the seam.
            yield Fill((corners[0], corners[2], corners[3], corners[5]), pale)
        down = simplify(ribbon.along(left, fade), within=_SOFT_MM)
        up = simplify(ribbon.along(right, fade), within=_SOFT_MM)
        yield Fill((*down, *up[::-1]), tone)


def _nested(tones: Tones, bands: int) -> Iterator[tuple[float, float, str]]:
    """Yield the left and right share of the width of each band, and its tone."""
    lit = 0.36
    for band in range(bands):
        reach = 1 - band / bands
        left = max(0.0, lit - 0.48 * reach) if band else 0.0
        yield left, lit + (1 - lit) * reach, tones.at(reach - 0.5 / bands)


def fibres(ribbon: Ribbon, tones: tuple[str, ...], *, count: int, seed: int, start: float = 0) -> list[Fill]:
    """Return fine slivers along a ribbon, in these tones in turn, the same ones for the same seed."""
    chance = random.Random(seed)
    slivers = []
    for number in range(count):
        across = (number + 0.5 + chance.uniform(-0.3, 0.3)) / count
        top = max(start, chance.uniform(0.03, 0.3) + 0.2 * (number % 2))
        end = chance.uniform(0.66, 0.97)
        tone = tones[chance.randrange(len(tones))]
        slivers.append(Fill(_sliver(ribbon, across, top, end), tone))
    # One tone after the other, so that the page seldom changes its colour.
    return sorted(slivers, key=lambda sliver: sliver.colour)


def _sliver(ribbon: Ribbon, across: float, top: float, end: float) -> tuple[complex, ...]:
    """Return the outline of one fibre, pointed at both ends."""
    upper = ribbon.at(across, top + (end - top) * 0.3)
    lower = ribbon.at(across, top + (end - top) * 0.7)
    half = 0.065
    tip, tail = ribbon.at(across, top), ribbon.at(across, end)
    return tip, upper + half, lower + half, tail, lower - half, upper - half
