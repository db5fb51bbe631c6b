"""A small body from behind with a frame about the region, so that a map can be found on a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from handouts.drawing.curves import curve, mirror, simplify
from handouts.drawing.picture import Fill, Shape, Stroke, Taper
from handouts.drawing.ribbon import FINE_MM
from handouts.schema.region import Locator, Offset

_FILL, _HAIR, _FINE = "#E9E4DF", "#B9B4AF", "#7A7E81"


@dataclass(frozen=True, slots=True)
class SmallBody:
    """Where the body stands: `foot` is the floor under it, `outward` +1 shows the right side."""

    foot: complex
    height_mm: float
    outward: int

    def at(self, offset: Offset) -> complex:
        """Return the point at hundredths of the stature from the midline and the floor."""
        across, up = offset
        return self.foot + complex(self.outward * across, up) * self.height_mm / 100


def small_body(body: SmallBody, locator: Locator) -> Iterator[Shape]:
    """Yield the body, its hair, its main lines and the frame."""
    half = curve([body.at(offset) for offset in locator.outline], corners=locator.corners, steps=3)
    half = simplify(half, within=2 * FINE_MM)
    whole = (*half, *mirror(reversed(half), body.foot.real))
    yield Stroke(whole, "ink", 0.9, closed=True)
    yield Fill(whole, _FILL)
    hair = curve([body.at(offset) for offset in locator.hair], steps=3)
    yield Fill((*hair, *mirror(reversed(hair), body.foot.real)), _HAIR)
    for line in locator.lines:
        points = tuple(body.at(offset) for offset in line)
        yield Taper(points, _FINE, (0.1, 0.4, 0.1))
        if points[0].real != body.foot.real:
            yield Taper(tuple(mirror(points, body.foot.real)), _FINE, (0.1, 0.4, 0.1))
    left, right, bottom, top = locator.frame
    corners = (body.at(corner) for corner in ((left, bottom), (right, bottom), (right, top), (left, top)))
    yield Stroke(tuple(corners), "ink", 1.0, closed=True)
