import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import pypdfium2
import pytest
from PIL import Image, ImageStat
from posed import PALETTE, inside
from reportlab.pdfgen.canvas import Canvas

from handouts.drawing.body_map import draw_body_map
from handouts.drawing.map_parts import MapDrawing, MapWords
from handouts.drawing.marks import CORE_DOT_PT, DISC_MM, SPILL_DOT_PT, broken, draw_legend_swatches
from handouts.drawing.picture import Clip, Dots, Fill, Hatch, Label, Picture, Shape, Side, Stroke
from handouts.drawing.region_view import closed_outline
from handouts.drawing.skin import Skin, skin
from handouts.library import CONTENT
from handouts.page.map_picture import place_map
from handouts.page.map_size import ALONE, NARROW, PANEL, USUAL, MapSize, in_rows, of_height, with_type
from handouts.page.picture import ink
from handouts.page.type import width_pt
from handouts.schema.check import check
from handouts.schema.muscle import Muscle
from handouts.schema.region import Body, Region, ViewZone
from handouts.source import read_source

SIDES: tuple[Side, Side] = ("right", "left")
CHOICES = [(1, 2), (1,), (2,), (3,), (1, 2, 3)]
POINTS_PER_MM = 72 / 25.4

REGION = check(read_source(CONTENT / "regions" / "lower-leg.yaml"), Region)
NECK = check(read_source(CONTENT / "regions" / "neck-shoulder.yaml"), Region)
ARM = check(read_source(CONTENT / "regions" / "shoulder-arm.yaml"), Region)
HIP = check(read_source(CONTENT / "regions" / "hip-and-thigh.yaml"), Region)
LEG, SOLE, *_ = REGION.views
BODY = check(read_source(CONTENT / "body.yaml"), Body)
# How long the leg is, from its crease to the floor, on a usual map.
LEG_MM = 68.5
CREASE = USUAL.height - USUAL.top + -0.2 * LEG_MM
SOLEUS = check(read_source(CONTENT / "muscles" / "soleus.yaml"), Muscle)


NAMES = [one.name for one in REGION.landmarks if one.view is None]
WORDS = MapWords(
    head="Head of the muscles",
    pain_head="Head of the pain",
    views="the leg and the sole",
    alt="{head}. {points} Words: {labels}.",
    alt_point="{number} {name} is {place}, felt {pain}.",
    alt_spread="Then {spread}.",
    alt_no_press="Hands off: {no_press}.",
)


def drawing(side: Side = "right", points: Sequence[int] = (1, 2)) -> MapDrawing:
    return draw_body_map(REGION, SOLEUS, BODY, side=side, points=points, words=WORDS)


def drawn(side: Side = "right", points: Sequence[int] = (1, 2)) -> Picture:
    return place_map(drawing(side, points), USUAL)


@dataclass(frozen=True)
class Leg:
    """A leg where the map shows it."""

    skin: Skin
    crease: complex

    def at(self, x: float, y: float) -> complex:
        return self.crease + self.skin.at(x, y)

    def line(self, places: Sequence[tuple[float, float]], *, closed: bool = False) -> list[complex]:
        return [self.crease + point for point in self.skin.line(places, closed=closed)]

    @property
    def outline(self) -> list[complex]:
        top = self.skin.top
        left, right = self.skin.edges([top + (1 - top) * row / 80 for row in range(81)])
        return [self.crease + point for point in left + right[::-1]]


def leg(side: Side, axis: float = USUAL.anatomy_x) -> Leg:
    return Leg(skin(LEG.outline, length=LEG_MM, side=side), complex(axis, CREASE))


def every_shape(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Clip):
            yield from every_shape(shape.shapes)


def crosses(picture: Picture) -> list[complex]:
    arms = [s for s in picture.shapes if isinstance(s, Stroke) and (s.colour, s.weight) == ("ink", 1.8)]
    return [sum(arm.points) / 2 for arm in arms[::2]]


def contours(picture: Picture) -> list[tuple[complex, ...]]:
    return [s.points for s in picture.shapes if isinstance(s, Stroke) and s.colour == "pain" and s.weight > 1]


def centre(points: Sequence[complex]) -> complex:
    return sum(points) / len(points)


def leader_ends(picture: Picture) -> list[complex]:
    return [centre(s.points) for s in picture.shapes if isinstance(s, Fill) and len(s.points) == 12]


def discs(picture: Picture) -> list[complex]:
    rings = (s for s in picture.shapes if isinstance(s, Stroke) and s.closed and s.weight == 0.8)
    return [centre(ring.points) for ring in rings]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_cross_stands_at_the_place_its_point_is_given(side: Side, number: int) -> None:
    (at,) = crosses(drawn(side, [number]))
    point = next(point for point in SOLEUS.points if point.number == number)
    y = (CREASE - at.imag) / LEG_MM
    inner, outer = leg(side).at(0, y).real, leg(side).at(1, y).real
    edge = inner if point.x < 0.5 else outer
    across = (at.real - USUAL.anatomy_x) / (edge - USUAL.anatomy_x) / 2
    x = 0.5 - across if point.x < 0.5 else 0.5 + across
    assert [x, y] == pytest.approx([point.x, point.y])


def test_the_left_leg_is_the_right_leg_in_a_mirror() -> None:
    right, left = drawn("right", (1, 2, 3)), drawn("left", (1, 2, 3))
    mirrored = [complex(2 * USUAL.anatomy_x - at.real, at.imag) for at in crosses(right)]
    assert crosses(left) == pytest.approx(mirrored)
    for one, other in zip(contours(right), contours(left), strict=True):
        axis = USUAL.others_x if centre(one).real > (USUAL.pain_x + USUAL.others_x) / 2 else USUAL.pain_x
        assert list(other) == pytest.approx([complex(2 * axis - p.real, p.imag) for p in one])


def test_the_outer_side_of_a_right_leg_from_behind_is_at_the_right() -> None:
    assert crosses(drawn("right", [2]))[0].real > USUAL.anatomy_x > crosses(drawn("left", [2]))[0].real


def test_the_panels_stay_in_order_on_a_left_leg() -> None:
    heads = {s.lines: s.at for s in drawn("right").shapes if isinstance(s, Label) and s.role == "map_head"}
    assert heads == {
        s.lines: s.at for s in drawn("left").shapes if isinstance(s, Label) and s.role == "map_head"
    }


SHAPED = [
    (region, name)
    for region in (REGION, HIP)
    for name, zone in region.zones.items()
    if isinstance(zone, ViewZone) and zone.shape
]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("region", "name"), SHAPED, ids=[name for _, name in SHAPED])
def test_every_zone_lies_inside_the_skin(region: Region, name: str, side: Side) -> None:
    zone = region.zones[name]
    assert isinstance(zone, ViewZone)
    view = region.view(zone.view)
    limb = skin(view.outline, length=45, side=side, viewed_from=view.viewed_from)
    top, bottom = limb.top, limb.bottom
    left, right = limb.edges([top + (bottom - top) * row / 200 for row in range(201)])
    assert all(inside(point, left + right[::-1]) for point in limb.line(zone.shape or (), closed=True))


@pytest.mark.parametrize("side", SIDES)
def test_every_dot_of_pain_lies_inside_the_skin(side: Side) -> None:
    heel = complex(USUAL.others_x, CREASE - LEG_MM + 0.935 * SOLE.length_mm)
    sole = closed_outline(skin(SOLE.outline, length=SOLE.length_mm, side=side))
    edges = (leg(side, USUAL.pain_x).outline, [heel + point for point in sole])
    dots = [dot for s in drawn(side).shapes if isinstance(s, Dots) for dot in s.centres]
    assert len(dots) > 200
    assert all(any(inside(dot, edge) for edge in edges) for dot in dots)


def read_muscle(muscle: str) -> Muscle:
    return check(read_source(CONTENT / "muscles" / f"{muscle}.yaml"), Muscle)


@pytest.mark.parametrize("side", SIDES)
def test_pain_in_the_toes_is_drawn_on_each_of_them(side: Side) -> None:
    bender = read_muscle("flexor-digitorum-longus")
    small, _ = draw_body_map(REGION, bender, BODY, side=side, points=[1], words=WORDS).others
    sole = skin(SOLE.outline, length=SOLE.length_mm, side=side)
    toes = [sole.beside(toe.at) for toe in SOLE.digits[1:]]
    assert len(small.spills) == len(toes) == 4
    assert all(inside(toe, spill) for toe, spill in zip(toes, small.spills, strict=True))


@pytest.mark.parametrize("side", SIDES)
def test_a_spot_of_the_sole_stands_on_the_sole_with_its_toes(side: Side) -> None:
    deep = draw_body_map(REGION, read_muscle("quadratus-plantae"), BODY, side=side, points=[1], words=WORDS)
    sole = skin(SOLE.outline, length=deep.main.length, side=side)
    (cross,) = deep.crosses
    assert inside(cross.at, closed_outline(sole))
    toes = [sole.beside(toe.at) for toe in SOLE.digits]
    closed = [s.points for s in every_shape(deep.muscles) if isinstance(s, Fill)]
    assert all(any(inside(toe, points) for points in closed) for toe in toes)


def map_of(muscle: str, side: Side) -> MapDrawing:
    found = read_muscle(muscle)
    region = next(one for one in (REGION, HIP, NECK, ARM) if one.id == found.region)
    points = [one.number for one in found.points]
    return draw_body_map(region, found, BODY, side=side, points=points, words=WORDS)


# The toes of a right foot from its outer side point to the right, from its inner side to the left.
@pytest.mark.parametrize(
    ("muscle", "toes_of_the_right"),
    [("fibularis-longus", 1), ("fibularis-tertius", 1), ("abductor-hallucis", -1)],
)
def test_from_a_side_the_toes_point_the_way_they_do_on_a_patient(muscle: str, toes_of_the_right: int) -> None:
    for side, toes in (("right", toes_of_the_right), ("left", -toes_of_the_right)):
        drawn = map_of(muscle, side)
        lines = [s.points for s in every_shape(drawn.main.skin) if isinstance(s, Stroke)]
        low = [p for line in lines for p in line if p.imag < -0.97 * drawn.main.length]
        tip, heel = max(p.real * toes for p in low), max(-p.real * toes for p in low)
        assert tip > 2 * heel > 0


@pytest.mark.parametrize("side", SIDES)
def test_the_bump_that_is_not_pressed_is_before_the_calf_and_behind_the_shin(side: Side) -> None:
    drawn = map_of("fibularis-longus", side)
    toes = 1 if side == "right" else -1
    (hatched,) = drawn.main.no_press
    assert 0.02 < -centre(hatched).imag / drawn.main.length < 0.14
    assert abs(centre(hatched).real) < 0.05 * drawn.main.length
    (ankle,) = drawn.main.cores
    # Its heel half is behind the axis.
    assert min(p.real * toes for p in ankle) < 0 < max(p.real * toes for p in ankle)


@pytest.mark.parametrize("side", SIDES)
def test_spots_of_the_hip_are_above_those_of_the_thigh_and_to_the_outer_side(side: Side) -> None:
    outward = 1 if side == "right" else -1
    buttock, front = map_of("gluteus-minimus", side), map_of("gluteus-minimus-front", side)
    inner, outer = map_of("hamstrings-inner", side), map_of("biceps-femoris", side)
    assert buttock.crosses[0].at.real * outward > 0 < front.crosses[0].at.real * outward
    assert buttock.crosses[0].at.imag > 0 > max(one.at.imag for one in inner.crosses)
    assert [len(inner.crosses), len(outer.crosses)] == [3, 3]
    assert all(one.at.real * outward < 0 for one in inner.crosses)
    assert all(one.at.real * outward > 0 for one in outer.crosses)


@pytest.mark.parametrize("side", SIDES)
def test_a_point_that_is_several_in_a_row_has_one_number(side: Side) -> None:
    picture = place_map(map_of("abductor-hallucis", side), USUAL)
    assert len(crosses(picture)) == 3
    numbers = [s.lines[0] for s in picture.shapes if isinstance(s, Label) and s.anchor == "middle"]
    assert numbers == ["1", "1"]


EVERY_MAP = (
    "fibularis-longus",
    "fibularis-tertius",
    "abductor-hallucis",
    "flexor-digitorum-longus",
    "hamstrings-inner",
    "gluteus-minimus",
    "gluteus-minimus-front",
    "trapezius",
    "levator-scapulae",
    "infraspinatus",
    "supraspinatus",
    "deltoid",
    "biceps",
    "extensor-carpi-radialis-brevis",
)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("muscle", EVERY_MAP)
def test_words_of_every_map_keep_clear_of_each_other_and_of_its_other_views(muscle: str, side: Side) -> None:
    drawn = map_of(muscle, side)
    picture = place_map(drawn, USUAL)
    words = boxes(picture)
    for (a, b, c, d), (e, f, g, h) in combinations(words, 2):
        assert b <= e or f <= a or d <= g or h <= c
    leaders = {p for s in picture.shapes if isinstance(s, Fill) and len(s.points) == 12 for p in s.points}
    painted = [p for s in picture.shapes if isinstance(s, Fill) for p in s.points if p not in leaders]
    for left, right, bottom, top in words:
        assert right <= USUAL.width and bottom >= 0
        assert not [p for p in painted if left < p.real < right and bottom < p.imag < top]
    assert all(0 <= p.real <= USUAL.width and 0 <= p.imag <= picture.height for p in painted)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("muscle", EVERY_MAP)
def test_words_of_every_map_keep_clear_of_each_other_on_a_narrow_page(muscle: str, side: Side) -> None:
    # A leaf of a leaflet is 81 mm wide, and its type is as large as anywhere.
    larger = PANEL.width / 81
    drawing = map_of(muscle, side)
    rows = boxes(place_map(drawing, in_rows(drawing, width=81, share=0.9, times=1)))
    for words in (rows, boxes(place_map(drawing, with_type(PANEL, larger)), larger=larger)):
        for (a, b, c, d), (e, f, g, h) in combinations(words, 2):
            assert b <= e or f <= a or d <= g or h <= c


@pytest.mark.parametrize("side", SIDES)
def test_what_must_not_be_pressed_stays_hatched_in_a_main_area(side: Side) -> None:
    shapes = [*place_map(map_of("biceps-femoris", side), USUAL).shapes]
    tints = [i for i, s in enumerate(shapes) if isinstance(s, Fill) and s.colour == "pain_tint"]
    hatches = [i for i, s in enumerate(shapes) if isinstance(s, Hatch)]
    assert hatches[-1] > max(tints)


@pytest.mark.parametrize(("side", "outward"), [("right", -1), ("left", 1)])
def test_from_the_front_the_outer_side_of_a_right_leg_is_at_the_left(side: Side, outward: int) -> None:
    shin = map_of("tibialis-anterior", side)
    # The shin spot lies to the outer side, the big toe to the inner.
    assert shin.crosses[0].at.real * outward > 0
    toe = min(shin.main.cores, key=lambda core: centre(core).imag)
    assert centre(toe).real * outward < 0


def test_no_dot_of_spreading_pain_stands_in_a_main_area() -> None:
    picture = drawn("right", (1, 2, 3))
    loose = [s for s in picture.shapes if isinstance(s, Dots) and s.radius_pt == SPILL_DOT_PT]
    assert loose
    assert not any(inside(dot, zone) for s in loose for dot in s.centres for zone in contours(picture))


def test_dots_of_a_main_area_keep_their_distance() -> None:
    tight = [s for s in drawn().shapes if isinstance(s, Dots) and s.radius_pt == CORE_DOT_PT]
    assert min(abs(a - b) for s in tight for a, b in combinations(s.centres, 2)) >= 1.05


@pytest.mark.parametrize("side", SIDES)
def test_the_leader_of_a_muscle_ends_on_the_part_of_it_that_is_seen(side: Side) -> None:
    limb, ends = leg(side), leader_ends(drawn(side))
    for landmark in REGION.landmarks:
        if landmark.muscle and landmark.view is None:
            at = limb.at(*(landmark.outer if side == "right" else landmark.inner))
            assert any(abs(at - end) < 0.01 for end in ends)
            covers = [s for s in LEG.sheets if inside(at, sheet_outline(limb, s.inner, s.outer))]
            # The sheets are in painting order, so the last one is on top.
            assert covers[-1].muscle == landmark.muscle


def sheet_outline(
    limb: Leg, inner: Sequence[tuple[float, float]], outer: Sequence[tuple[float, float]]
) -> list[complex]:
    return limb.line(inner) + limb.line(outer)[::-1]


@pytest.mark.parametrize("side", SIDES)
def test_the_leader_of_the_tendon_ends_on_it_below_the_muscles(side: Side) -> None:
    limb = leg(side)
    landmark = next(one for one in REGION.landmarks if one.id == "achilles-tendon")
    at = limb.at(*(landmark.outer if side == "right" else landmark.inner))
    assert any(abs(at - end) < 0.01 for end in leader_ends(drawn(side)))
    assert inside(at, sheet_outline(limb, LEG.tendons[0].inner, LEG.tendons[0].outer))
    assert not any(inside(at, sheet_outline(limb, s.inner, s.outer)) for s in LEG.sheets if s.over_tendon)


@pytest.mark.parametrize("side", SIDES)
def test_the_leader_of_do_not_press_ends_in_the_hatched_hollow(side: Side) -> None:
    limb = leg(side, USUAL.pain_x)
    hollow = next(area.shape for area in REGION.no_press if area.id == "knee-hollow")
    assert hollow
    edge = limb.line(hollow, closed=True)
    assert sum(inside(end, edge) for end in leader_ends(drawn(side))) == 1


def boxes(picture: Picture, *, larger: float = 1) -> list[tuple[float, float, float, float]]:
    """Return a generous box (.55 em a character at 12 pt) about every label."""
    em, pitch = 12 / POINTS_PER_MM * larger, 16 / POINTS_PER_MM * larger
    words = (s for s in picture.shapes if isinstance(s, Label) and s.role == "map_label")
    return [
        (
            word.at.real,
            word.at.real + 0.55 * em * max(map(len, word.lines)),
            word.at.imag - pitch * (len(word.lines) - 1) - 0.25 * em,
            word.at.imag + 0.75 * em,
        )
        for word in words
    ]


@pytest.mark.parametrize("side", SIDES)
def test_labels_keep_clear_of_each_other_of_the_legs_and_of_the_numbers(side: Side) -> None:
    picture = drawn(side, (1, 2, 3))
    words = boxes(picture)
    assert len(words) == 6
    for (a, b, c, d), (e, f, g, h) in combinations(words, 2):
        assert b <= e or f <= a or d <= g or h <= c
    drawing = [p for axis in (USUAL.anatomy_x, USUAL.pain_x) for p in leg(side, axis).outline]
    drawing += [p for s in picture.shapes if isinstance(s, Fill) for p in s.points]
    leaders = {p for s in picture.shapes if isinstance(s, Fill) and len(s.points) == 12 for p in s.points}
    for left, right, bottom, top in words:
        assert right <= USUAL.width
        assert not [
            p for p in drawing if p not in leaders and left < p.real < right and bottom < p.imag < top
        ]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("points", CHOICES)
def test_numbers_keep_clear_of_crosses_and_of_each_other(side: Side, points: tuple[int, ...]) -> None:
    picture = drawn(side, points)
    assert all(abs(a - b) > 2 * DISC_MM for a, b in combinations(discs(picture), 2))
    assert all(abs(a - b) > DISC_MM + 1.3 for a in discs(picture) for b in crosses(picture))


@pytest.mark.parametrize("points", CHOICES)
def test_each_chosen_point_has_its_number_at_the_cross_and_at_its_pain(points: tuple[int, ...]) -> None:
    numbers = [
        s.lines[0] for s in drawn("right", points).shapes if isinstance(s, Label) and s.anchor == "middle"
    ]
    assert set(numbers) == {str(number) for number in points}
    assert all(numbers.count(str(number)) >= 2 for number in points)


def test_only_the_focus_muscle_has_a_strong_label() -> None:
    strong = [s.lines for s in drawn().shapes if isinstance(s, Label) and s.role == "map_label" and s.strong]
    assert strong == [("Soleus",)]


@pytest.mark.parametrize("height", [80, 93.5, 108])
def test_marks_and_dots_of_pain_are_of_one_size_on_a_map_of_every_height(height: float) -> None:
    size = of_height(ALONE, height)
    picture = place_map(drawing(points=(1, 2, 3)), size)
    assert picture.height == pytest.approx(height)
    rings = [s for s in picture.shapes if isinstance(s, Stroke) and s.closed and s.weight == 0.8]
    assert {round(max(abs(p - centre(ring.points)) for p in ring.points), 6) for ring in rings} == {DISC_MM}
    tight = [s for s in picture.shapes if isinstance(s, Dots) and s.radius_pt == CORE_DOT_PT]
    assert min(abs(a - b) for s in tight for a, b in combinations(s.centres, 2)) >= 1.05
    apart, usual = (abs(one - other) for one, other, *_ in map(crosses, (picture, drawn(points=(1, 2, 3)))))
    assert apart == pytest.approx(usual * size.share)


@pytest.mark.parametrize("side", SIDES)
def test_the_same_map_is_drawn_every_time(side: Side) -> None:
    assert drawn(side, (1, 2, 3)) == drawn(side, (3, 2, 1))


def test_the_words_in_place_of_the_map_tell_every_chosen_point_and_no_other() -> None:
    said = drawing("right", (1, 3)).alt
    first, second, third = SOLEUS.points
    for point in (first, third):
        assert f"{point.number} {point.name} is {point.place}, felt {point.pain}." in said
    assert second.name not in said
    assert said.startswith("Head of the muscles. ")
    assert "the hollow behind the knee" in said


def test_the_words_in_place_of_the_map_tell_its_labels_where_pain_spreads_and_all_that_is_hatched() -> None:
    said = drawing("left", (1,)).alt
    assert "Then the inner arch of the foot." in said
    assert "the back of the knee" not in said
    assert f"Words: {', '.join(NAMES)}." in said
    hatched = [area.name for area in REGION.no_press if area.shape and area.view is None]
    assert f"Hands off: {'; '.join(hatched)}." in said
    assert any("Achilles tendon" in name for name in hatched)


@pytest.mark.parametrize("side", SIDES)
def test_the_free_tendon_is_hatched_between_the_soleus_muscles_and_no_cross_stands_on_it(side: Side) -> None:
    picture = drawn(side, (1, 2, 3))
    (tendon,) = drawing(side, (1, 2, 3)).muscles_no_press
    across = [point.real for point in tendon]
    assert min(across) < 0 < max(across) and max(across) - min(across) < 7
    assert not [at for at in crosses(picture) if inside(at - complex(USUAL.anatomy_x, CREASE), tendon)]
    words = [label for label in every_shape(picture.shapes) if isinstance(label, Label)]
    assert sum(" ".join(label.lines) == REGION.no_press_name for label in words) == 2


def test_for_a_black_printer_pain_stands_on_white_skin_in_black_lines() -> None:
    picture = place_map(drawing("right", (1, 2)), USUAL, black=True)
    skin = [
        shape.colour
        for shape in every_shape(picture.shapes)
        if isinstance(shape, Fill) and all(point.real > USUAL.pain_x - 12 for point in shape.points)
    ]
    assert skin and set(skin) <= {"paper", "ink", "pain_tint", "#FAF3ED"}


def test_a_dot_is_at_least_half_a_millimetre_across() -> None:
    dots = [shape for shape in every_shape(drawn("right", (1, 2, 3)).shapes) if isinstance(shape, Dots)]
    assert dots and all(2 * shape.radius_pt / POINTS_PER_MM >= 0.5 for shape in dots)


def test_all_words_of_the_map_come_from_outside() -> None:
    given = {WORDS.head, WORDS.pain_head, REGION.no_press_name, *NAMES, "1", "2"}
    assert {" ".join(s.lines) for s in every_shape(drawn().shapes) if isinstance(s, Label)} == given


def test_a_point_the_muscle_lacks_is_named_with_those_it_has() -> None:
    with pytest.raises(ValueError, match="soleus has no trigger point 4; it has: 1, 2, 3"):
        drawn("right", (1, 4))


def test_a_zone_the_region_lacks_is_named() -> None:
    bare = REGION.model_copy(update={"zones": {}})
    with pytest.raises(ValueError, match="lower-leg has no zone heel-back"):
        draw_body_map(bare, SOLEUS, BODY, side="right", points=[1], words=WORDS)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Heel bone", ("Heel bone",)),
        ("Large calf muscle", ("Large calf", "muscle")),
        ("Do not press here", ("Do not", "press here")),
        ("Wadenbeinköpfchen", ("Wadenbeinköpfchen",)),
    ],
)
def test_a_long_label_breaks_once_where_its_lines_are_most_even(words: str, lines: tuple[str, ...]) -> None:
    assert broken(words) == lines


def test_the_legend_shows_every_mark_of_the_map() -> None:
    point, hidden_edge, core, spill = draw_legend_swatches()
    assert any(isinstance(s, Dots) and s.radius_pt == CORE_DOT_PT for s in core.shapes)
    assert any(isinstance(s, Dots) and s.radius_pt == SPILL_DOT_PT for s in spill.shapes)
    assert any(isinstance(s, Stroke) and s.dash_pt for s in hidden_edge.shapes)
    assert (point.width, point.height) == (9.0, 4.6)


def painted(picture: Picture, per_mm: int) -> Image.Image:
    """Return the picture as pixels."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(picture.width * POINTS_PER_MM, picture.height * POINTS_PER_MM))
    canvas._code.append(ink(picture, 1, palette=PALETTE))
    canvas.save()
    page = pypdfium2.PdfDocument(paper.getvalue())[0]
    image = page.render(scale=per_mm / POINTS_PER_MM).to_pil()
    assert isinstance(image, Image.Image)
    return image.convert("RGB")


@pytest.mark.parametrize("side", SIDES)
def test_the_painted_map_has_muscle_pain_and_paper_where_they_belong(side: Side) -> None:
    picture = drawn(side)
    per_mm = 8
    image = painted(picture, per_mm)
    outward = 1 if side == "right" else -1

    def around(at: complex) -> tuple[float, float, float]:
        x, y = at.real * per_mm, (picture.height - at.imag) * per_mm
        patch = image.crop((int(x - 4), int(y - 4), int(x + 4), int(y + 4)))
        red, green, blue = ImageStat.Stat(patch).mean
        return red, green, blue

    red, green, _ = around(leg(side).at(0.87, 0.56))
    assert red > green + 50
    red, green, _ = around(leg(side, USUAL.pain_x).at(0.35, 0.36))
    assert red > green + 40
    assert max(around(crosses(picture)[0])) < 40
    assert min(around(complex(USUAL.anatomy_x - 14.5, 40))) == 255
    assert min(around(complex(USUAL.pain_x + outward * 14, 15))) == 255


@pytest.mark.parametrize("side", SIDES)
def test_the_map_stays_light_enough_for_a_stack_of_handouts(side: Side) -> None:
    assert len(ink(drawn(side, (1, 2)), 1, palette=PALETTE)) < 90_000


@pytest.mark.parametrize("size", [NARROW, USUAL, ALONE])
def test_the_heads_of_a_map_keep_clear_of_each_other(size: MapSize) -> None:
    drawing = replace(map_of("soleus", "right"), head="Right hip, from the outer side")
    shapes = place_map(drawing, size).shapes
    first, second = (one for one in shapes if isinstance(one, Label) and one.role == "map_head")
    wide = max(width_pt(line, strong=True, size_pt=12) for line in first.lines) / POINTS_PER_MM
    assert wide < second.at.real
