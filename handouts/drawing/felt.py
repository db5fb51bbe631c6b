"""The patch that says "feel it here": a pale lens on the back of a limb, hatched for grey print."""

import math

from handouts.drawing import proportions as body
from handouts.drawing.curves import degrees_of
from handouts.drawing.picture import Fill, Hatch, Shape, Stroke
from handouts.drawing.skeleton import LegJoints
from handouts.schema.figure import Feel

# Sizes in points, so that the hatch survives one-bit print at every scale.
_EDGE_PT, _HATCH_PT, _PITCH_PT = 0.55, 0.85, 2.3


def felt_patch(feel: Feel, *, hip: complex, leg: LegJoints) -> list[Shape]:
    """Return a patch along the back of calf or thigh, to be clipped to the skin."""
    start, end = (leg.knee, leg.ankle) if feel.part == "calf" else (hip, leg.knee)
    widths = body.SIDE_SHIN if feel.part == "calf" else body.SIDE_THIGH
    ahead = (end - start) / abs(end - start)
    count = 20
    skin, inner = [], []
    for i, (share, _, back) in enumerate(body.sampled(widths, feel.start, feel.end, count)):
        at = start + (end - start) * share
        depth = 1 - 1.15 * math.sin(math.pi * i / count) ** 0.7
        skin.append(at - 1j * ahead * (back + 1.2))
        inner.append(at - 1j * ahead * back * depth)
    outline = tuple(skin + inner[::-1])
    across = degrees_of(ahead) + 120
    return [
        Fill(outline, "signal 20"),
        Hatch(outline, "signal", _HATCH_PT, _PITCH_PT, across),
        Stroke(outline, "ink", _EDGE_PT, closed=True),
    ]
