import io
from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from handouts.drawing.curves import circle, rectangle
from handouts.drawing.picture import (
    Arrow,
    Clip,
    Dots,
    Fill,
    Hatch,
    Label,
    Picture,
    Shape,
    Stroke,
    Taper,
)
from handouts.page.picture import ink, labels
from handouts.page.style import Palette

ROLES = (("ink", "#000000"), ("paper", "#FFFFFF"), ("signal", "#FF0000"), ("skin", "#CC9966"))
PALETTE = Palette(ROLES)
# One unit is one point, so that places on the page are easy to name.
POINT_MM = 25.4 / 72


def picture(*shapes: Shape) -> Picture:
    return Picture((0, 100, 0, 100), shapes, "")


def painted(*shapes: Shape, mm_per_unit: float = POINT_MM) -> Image.Image:
    """Return the page at 4 pixels a point, with a grey ground that shows what is painted white."""
    size = 100 * mm_per_unit / POINT_MM
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(size, size))
    canvas.setFillGray(0.5)
    canvas.rect(0, 0, size, size, stroke=0, fill=1)
    canvas._code.append(ink(picture(*shapes), mm_per_unit, palette=PALETTE))
    canvas.save()
    document = pypdfium2.PdfDocument(page.getvalue())
    image: Image.Image = document[0].render(scale=4).to_pil().convert("RGB")
    document.close()
    return image


def at(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    pixel = image.getpixel((round(4 * x), image.height - 1 - round(4 * y)))
    assert isinstance(pixel, tuple)
    return pixel


GROUND, RED, BLACK, WHITE = (128, 128, 128), (255, 0, 0), (0, 0, 0), (255, 255, 255)
SQUARE = tuple(rectangle(20, 60, 20, 60))


def black_run(image: Image.Image, x: float) -> int:
    """Return how many pixels of a column are black or nearly so."""
    return sum(max(at(image, x, y / 4)) < 64 for y in range(image.height))


def test_a_fill_covers_its_outline_and_nothing_else() -> None:
    image = painted(Fill(SQUARE, "signal"))
    assert [at(image, *place) for place in ((40, 40), (22, 58), (18, 40), (40, 62))] == [
        RED,
        RED,
        GROUND,
        GROUND,
    ]


def test_a_loop_drawn_over_itself_stays_filled() -> None:
    twice = SQUARE + SQUARE
    assert at(painted(Fill(twice, "signal")), 40, 40) == RED


@pytest.mark.parametrize("mm_per_unit", [POINT_MM, 2 * POINT_MM])
def test_a_line_is_as_heavy_at_every_scale(mm_per_unit: float) -> None:
    image = painted(Stroke((10 + 25j, 40 + 25j), "ink", 3), mm_per_unit=mm_per_unit)
    assert 11 <= black_run(image, 25 * mm_per_unit / POINT_MM) <= 13


def test_a_dashed_line_has_gaps_and_the_next_line_has_none() -> None:
    dashed = Stroke((10 + 20j, 90 + 20j), "ink", 2, dash_pt=(4, 8))
    image = painted(dashed, Stroke((10 + 40j, 90 + 40j), "ink", 2))
    assert {at(image, x, 20) for x in range(12, 88)} >= {BLACK, GROUND}
    assert {at(image, x, 40) for x in range(12, 88)} == {BLACK}


def test_a_closed_line_returns_to_its_start() -> None:
    assert at(painted(Stroke(SQUARE, "ink", 3, closed=True)), 20, 40) == BLACK


def test_a_tapered_line_is_thin_at_its_ends() -> None:
    image = painted(Taper((10 + 50j, 50 + 50j, 90 + 50j), "ink", (0.1, 8, 0.1)))
    assert black_run(image, 12) < black_run(image, 30) < black_run(image, 50)
    assert 28 <= black_run(image, 50) <= 33


def test_dots_are_round_and_as_large_as_told() -> None:
    image = painted(Dots((30 + 30j, 70 + 30j), 5, "ink"))
    assert [at(image, *place) for place in ((30, 30), (34, 30), (30, 26), (34, 34))] == [BLACK] * 3 + [GROUND]
    assert at(image, 70, 30) == BLACK


@pytest.mark.parametrize("degrees", [0, 30, 90, 135])
def test_hatching_stays_inside_its_outline(degrees: float) -> None:
    outline = tuple(circle(50 + 50j, 30, count=90))
    image = painted(Hatch(outline, "ink", 2, 6, degrees))
    places = [complex(x, y) for x in range(2, 98) for y in range(2, 98)]
    outside = [at(image, p.real, p.imag) for p in places if abs(p - 50 - 50j) > 31]
    inside = [at(image, p.real, p.imag) for p in places if abs(p - 50 - 50j) < 29]
    assert set(outside) == {GROUND}
    assert 0.25 < sum(max(pixel) < 100 for pixel in inside) / len(inside) < 0.42


def test_an_arrow_swells_toward_its_head_and_has_a_paper_halo() -> None:
    image = painted(Arrow((10 + 50j, 90 + 50j), "ink", 6))
    assert black_run(image, 15) < black_run(image, 60) < black_run(image, 76)
    assert at(image, 88, 50) == BLACK
    assert at(image, 60, 53.1) == WHITE


def test_a_double_arrow_has_a_head_at_each_end() -> None:
    image = painted(Arrow((10 + 50j, 90 + 50j), "ink", 6, double=True))
    assert black_run(image, 24) == black_run(image, 76) > 2 * black_run(image, 50)


def test_the_head_of_a_short_arrow_leaves_half_of_it_to_the_shaft() -> None:
    image = painted(Arrow((40 + 50j, 52 + 50j), "ink", 6))
    assert black_run(image, 44) < 9 < black_run(image, 46.4)


def test_a_clip_hides_what_lies_outside_it_and_nothing_after_it() -> None:
    left = tuple(rectangle(0, 40, 0, 100))
    image = painted(Clip(left, (Fill(SQUARE, "signal"),)), Fill(tuple(rectangle(70, 80, 0, 9)), "signal"))
    assert [at(image, *place) for place in ((30, 40), (50, 40), (75, 5))] == [RED, GROUND, RED]


def test_a_colour_set_inside_a_clip_does_not_leak() -> None:
    inner = Clip(SQUARE, (Fill(SQUARE, "signal"),))
    image = painted(
        Fill(tuple(rectangle(0, 9, 0, 9)), "ink"), inner, Fill(tuple(rectangle(80, 90, 0, 9)), "ink")
    )
    assert at(image, 85, 5) == BLACK


def test_a_tint_is_mixed_with_paper_or_with_another_colour() -> None:
    assert PALETTE["skin 50"] == pytest.approx((0.9, 0.8, 0.7))
    assert PALETTE["skin 25 ink"] == pytest.approx((0.2, 0.15, 0.1))
    assert PALETTE["#336699"] == pytest.approx((0.2, 0.4, 0.6))
    # Each part is told by its share of what is seen in grey: 0.299, 0.587 and 0.114.
    grey = Palette(ROLES, is_grey=True)
    assert grey["signal"] == grey["#FF0000"] == (0.299, 0.299, 0.299)
    assert grey["skin 50"] == pytest.approx((0.8185, 0.8185, 0.8185), abs=0.001)


def test_a_role_the_palette_lacks_is_named() -> None:
    with pytest.raises(KeyError, match="hat"):
        ink(picture(Fill(SQUARE, "hat")), 1, palette=PALETTE)


def words(shapes: Sequence[Shape]) -> list[str]:
    return [label.lines[0] for label in labels(picture(*shapes))]


def test_labels_are_handed_out_in_painting_order_and_not_painted() -> None:
    shapes = (Label(5 + 5j, ("heel",)), Clip(SQUARE, (Label(30 + 30j, ("calf",)),)), Label(1j, ("toes",)))
    assert words(shapes) == ["heel", "calf", "toes"]
    assert painted(*shapes).getcolors() == [(160000, GROUND)]


def test_the_same_picture_is_the_same_operators_and_leaves_the_page_as_it_was() -> None:
    shapes = (Hatch(SQUARE, "ink", 1, 5), Arrow((0j, 50 + 50j), "signal", 3), Fill(SQUARE, "skin"))
    code = ink(picture(*shapes), 0.42, palette=PALETTE)
    assert code == ink(picture(*shapes), 0.42, palette=PALETTE)
    steps = [{"q": 1, "Q": -1}.get(word, 0) for word in code.split()]
    assert code.startswith("q ") and sum(steps) == 0 and sum(steps[:-1]) == 1
