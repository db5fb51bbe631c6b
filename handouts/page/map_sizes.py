"""How large the map is drawn: beside its text, in less room, or on its own."""

from dataclasses import replace

from handouts.drawing.body_map import MapSize

USUAL = MapSize()

# Closer together, so that more text has room beside it.
NARROW = replace(
    USUAL,
    width=104,
    anatomy_x=14.5,
    labels_x=29.5,
    body_x=43,
    pain_head_x=53,
    pain_x=66,
    no_press_x=78.5,
    sole_x=94.5,
)

# As wide as the words of an exercise, with the legs of a taller map.
ALONE = replace(
    USUAL,
    width=122,
    anatomy_x=17.5,
    labels_x=35.5,
    body_x=49,
    pain_head_x=62,
    pain_x=78,
    no_press_x=93.5,
    sole_x=111,
)
ALONE_HEIGHT_MM = 108

# A leg drawn shorter, from its crease to the floor, cannot be read.
_LEAST_LEG_MM = 52

# The leg is drawn from a fifth of its length above the crease down to the floor.
_DRAWN_LEG = 1.2


def of_height(size: MapSize, height: float) -> MapSize:
    """Return a map as tall as this, or as small as it may be; the room for its words stays as it is."""
    leg = max(_LEAST_LEG_MM, size.leg + (height - size.height) / _DRAWN_LEG)
    share = leg / size.leg
    height = size.height + (leg - size.leg) * _DRAWN_LEG
    return replace(size, height=height, leg=leg, sole=size.sole * share, body=size.body * share)
