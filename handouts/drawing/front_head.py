"""Head and neck seen from the front."""

from collections.abc import Callable, Sequence

from handouts.drawing import proportions as body
from handouts.drawing.curves import Line, bow, circle, curve, ellipse
from handouts.drawing.inking import Style, inked, joined
from handouts.drawing.picture import Fill, Shape

Placing = Callable[[Sequence[complex]], tuple[complex, ...]]

# In heights of the head, right half from the chin up.
_HEAD = (
    0j, 0.15 + 0.012j, 0.255 + 0.085j, 0.32 + 0.22j, 0.35 + 0.42j, 0.36 + 0.62j, 0.33 + 0.80j,
    0.21 + 0.95j, 1.0j,
)  # fmt: skip
_HAIR = (
    1.045j, 0.22 + 0.99j, 0.36 + 0.83j, 0.39 + 0.66j, 0.355 + 0.53j, 0.32 + 0.66j, 0.25 + 0.78j,
    0.05 + 0.80j, -0.16 + 0.75j, -0.30 + 0.66j, -0.355 + 0.53j, -0.39 + 0.66j, -0.36 + 0.83j, -0.22 + 0.99j,
)  # fmt: skip
_HAIR_CORNERS = (4, 10)
_EAR = (0.33 + 0.53j, 0.40 + 0.56j, 0.425 + 0.48j, 0.40 + 0.37j, 0.35 + 0.33j)
_NECK = (4.6 + 28.2j, 3.35 + 30.5j, 3.2 + 34j, 3.3 + 37j)
# The chin above the hips.
_CHIN = 32.9j


def draw_front_head(chin: complex, style: Style) -> list[Shape]:
    """Return neck, face and hair above a chin."""

    def placed(points: Sequence[complex]) -> tuple[complex, ...]:
        return tuple(chin + point * body.HEAD for point in points)

    right = [point - _CHIN for point in curve(_NECK, steps=5)]
    neck = [chin + point for point in [-p.conjugate() for p in right] + right[::-1]]
    throat = style.tone("skin") if style.faded else style.tone("skin", "_shade")
    face = placed(curve([*_HEAD, *_other_half(_HEAD)], closed=True, steps=5))
    ears = [curve(_EAR, closed=True, steps=4), curve([-p.conjugate() for p in _EAR], closed=True, steps=4)]
    tone = style.tone("skin")
    shapes = joined([(neck, throat)], style)
    shapes += joined([*((placed(ear), tone) for ear in ears), (face, tone)], style)
    hair = placed(curve(_HAIR, closed=True, corners=_HAIR_CORNERS, steps=5))
    locks = [(hair, style.tone("hair"))]
    if style.look.hair_style == "bun":
        locks.insert(0, (tuple(circle(chin + 1.1j * body.HEAD, 2.5)), style.tone("hair")))
    shapes += joined(locks, style, line=style.line * 0.8)
    return shapes + _features(placed, style)


def _other_half(points: Sequence[complex]) -> Line:
    """Return the mirrored inner points of a half outline, in the order that closes it."""
    return [-point.conjugate() for point in reversed(points[1:-1])]


def _features(placed: Placing, style: Style) -> list[Shape]:
    """Return eyes, brows, nose and mouth."""
    heavy = style.inner * 1.2
    shapes: list[Shape] = []
    for side in (-1, 1):
        (eye,) = placed([side * 0.145 + 0.475j])
        brow = placed([side * 0.22 + 0.555j, side * 0.15 + 0.585j, side * 0.07 + 0.56j])
        shapes.append(Fill(tuple(ellipse(eye, 0.27, 0.4, count=12)), style.ink))
        shapes.append(inked(bow(*brow), style, start=0.2, middle=heavy, end=0.3))
    nose = curve(placed([0.02 + 0.42j, 0.05 + 0.32j, -0.01 + 0.305j]), steps=4)
    mouth = bow(*placed([-0.09 + 0.185j, 0.165j, 0.09 + 0.185j]))
    return [*shapes, inked(nose, style, middle=heavy, end=0.4), inked(mouth, style, middle=heavy)]
