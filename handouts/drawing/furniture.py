"""What stands on the floor: walls, chairs, worktops, tables, beds, stairs and rails."""

from handouts.drawing.curves import between, rectangle, rounded_rectangle, unit
from handouts.drawing.inking import Style, joined
from handouts.drawing.picture import FLOOR_DEPTH, Fill, Shape, Stroke
from handouts.schema.things import SEAT_HEIGHT, STEP_DEPTH, Chair, Rail, Step, Top, Worktop

_CHAIR_DEPTH = 19.0
_CHAIR_BACK = 27.0
_MATTRESS = 9.0
# How wide a post of a door is.
_POST = 4.0
# A rail up to so long has one post.
_SHORT_RAIL = 16.0
# How far a tread stands out over the step, how thick it is, and half a handrail.
_NOSE, _TREAD, _RAIL = 0.6, 1.8, 1.15


def draw_wall(at: float, far: float, top: float, style: Style) -> list[Shape]:
    """Return a wall that begins at x `at` and is seen as far as x `far`, ahead or behind."""
    slab = tuple(rectangle(min(at, far), max(at, far), -FLOOR_DEPTH, top))
    return [Fill(slab, style.tone("prop")), Stroke((at + 0j, complex(at, top)), style.ink, style.line)]


def draw_chair(chair: Chair, style: Style) -> list[Shape]:
    """Return a chair that looks to the right, or at the viewer."""
    x, seat = chair.back_edge, SEAT_HEIGHT
    if chair.looks == "at_viewer":
        return _front_chair(x, seat, style)
    legs = [
        rectangle(x + 1.0, x + 2.8, 0, seat - 1),
        rectangle(x + _CHAIR_DEPTH - 2.8, x + _CHAIR_DEPTH - 1, 0, seat - 1),
    ]
    back = [
        complex(x + 0.6, seat),
        complex(x - 3.6, seat + _CHAIR_BACK),
        complex(x - 1.6, seat + _CHAIR_BACK + 0.3),
        complex(x + 2.6, seat),
    ]
    board = rounded_rectangle(x - 0.4, x + _CHAIR_DEPTH, seat - 2.4, seat, radius=0.9)
    return [
        *joined([(leg, style.tone("prop", "_shade")) for leg in legs], style),
        *joined([(back, style.tone("prop"))], style),
        *joined([(board, style.tone("prop"))], style),
    ]


def _front_chair(left: float, seat: float, style: Style) -> list[Shape]:
    """Return a chair from its front: its back behind the seat, which is as wide as it is deep."""
    right, top = left + _CHAIR_DEPTH, seat + _CHAIR_BACK
    back = [rectangle(x, x + 1.8, seat - 1, top - 1) for x in (left + 0.6, right - 2.4)]
    rests = [rounded_rectangle(left, right, y, y + 6, radius=0.9) for y in (top - 6, top - 15)]
    legs = [rectangle(x, x + 2, 0, seat - 1) for x in (left + 0.6, right - 2.6)]
    board = rounded_rectangle(left - 0.4, right + 0.4, seat - 2.4, seat, radius=0.9)
    dark, light = style.tone("prop", "_shade"), style.tone("prop")
    shapes = joined([(one, dark) for one in (*back, *legs)], style)
    return shapes + joined([(one, light) for one in (*rests, board)], style)


def draw_doorway(left: float, right: float, top: float, style: Style) -> list[Shape]:
    """Return both posts of the frame of a door, from its front."""
    posts = [rectangle(x, x + _POST, -FLOOR_DEPTH, top) for x in (left, right - _POST)]
    return joined([(post, style.tone("prop")) for post in posts], style)


def draw_worktop(worktop: Worktop, right: float, style: Style) -> list[Shape]:
    """Return a kitchen worktop seen from its front, cut off by the side of the picture."""
    x, top = worktop.edge, worktop.height
    cupboard = rectangle(x + 1.5, right, 0, top - 2.6)
    board = rectangle(x, right, top - 2.6, top)
    tones = style.tone("prop"), style.tone("prop", "_shade")
    shapes = joined(zip((cupboard, board), tones, strict=True), style)
    plinth = (complex(x + 1.5, 4), complex(right, 4))
    return [*shapes, Stroke(plinth, style.ink, style.inner)]


def draw_table(table: Top, style: Style) -> list[Shape]:
    """Return a table or a stool."""
    left, right, top = table.left, table.right, table.height
    legs = [rectangle(x, x + 1.9, 0, top - 1) for x in (left + 1.2, right - 3.1)]
    board = rounded_rectangle(left, right, top - 2.4, top, radius=0.9)
    shapes = joined([(leg, style.tone("prop", "_shade")) for leg in legs], style)
    return shapes + joined([(board, style.tone("prop"))], style)


def draw_bed(bed: Top, style: Style) -> list[Shape]:
    """Return a bed from its side: mattress, frame and feet."""
    left, right, top = bed.left, bed.right, bed.height
    mattress = rounded_rectangle(left, right, top - _MATTRESS, top, radius=2.2)
    frame = rectangle(left + 0.8, right - 0.8, top - _MATTRESS - 3.4, top - _MATTRESS)
    feet = [rectangle(x, x + 2.6, 0, top - _MATTRESS - 3) for x in (left + 3, right - 5.6)]
    shapes = joined([(foot, style.tone("prop", "_shade")) for foot in feet], style)
    shapes += joined([(frame, style.tone("prop", "_shade"))], style)
    shapes += joined([(mattress, style.tone("prop"))], style)
    piping = (complex(left + 1.4, top - _MATTRESS + 1.6), complex(right - 1.4, top - _MATTRESS + 1.6))
    return [*shapes, Stroke(piping, style.ink, style.inner)]


def draw_step(step: Step, style: Style) -> list[Shape]:
    """Return a step, or stairs that go up to the right."""
    shapes: list[Shape] = []
    for number in range(step.count, 0, -1):
        right, top = step.edge + STEP_DEPTH * step.count, step.height * number
        left = step.edge + STEP_DEPTH * (number - 1)
        body = rectangle(left, right, top - step.height if number > 1 else 0, top)
        tread = rectangle(left - _NOSE, right, top - _TREAD, top)
        shapes += joined([(body, style.tone("prop"))], style)
        shapes += joined([(tread, style.tone("prop", "_shade"))], style)
    return shapes


def draw_rail(rail: Rail, step: Step | None, style: Style) -> list[Shape]:
    """Return a handrail on two posts, or a short one on a post below its middle."""
    left, right = complex(*rail.left), complex(*rail.right)
    along = unit(right - left)
    posts = []
    ends = (left + along * 2, right - along * 2)
    for end in ends if abs(right - left) > _SHORT_RAIL else (between(*ends, 0.5),):
        foot = 0.0 if step is None else step.height_at(end.real)
        posts.append(rectangle(end.real - 0.8, end.real + 0.8, foot, end.imag))
    side = 1j * along * _RAIL
    bar = [left - side, right - side, right + side, left + side]
    shapes = joined([(post, style.tone("prop", "_shade")) for post in posts], style)
    return shapes + joined([(bar, style.tone("prop", "_shade"))], style)
