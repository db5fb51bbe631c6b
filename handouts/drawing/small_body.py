"""A small body on which a region is found, from the back or the front."""

from collections.abc import Iterator

from handouts.drawing.curves import curve, mirror
from handouts.drawing.picture import Fill, Shape, Stroke, Taper
from handouts.drawing.skin import FINE_MM, lean
from handouts.schema.region import Body, Locator, Offset

# How tall it is.
BODY_MM = 24.5
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
