from io import BytesIO

from looks import look
from PIL import Image
from pytest import approx, mark
from sample_handout import letterhead, text

from handouts.page.blocks.letterhead import lay_out_letterhead


def png(width, height):
    file = BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


def test_the_head_has_the_height_of_the_look():
    assert lay_out_letterhead(letterhead(), look()).height == approx(13.6, abs=0.1)


@mark.parametrize(
    ("pixels", "millimetres"),
    [((400, 400), (11, 11)), ((900, 110), (30, 30 * 11 / 90)), ((50, 200), (2.75, 11))],
)
def test_a_logo_keeps_its_shape_inside_its_box(pixels, millimetres):
    head = lay_out_letterhead(letterhead(logo=png(*pixels)), look())
    assert head.logo_size == approx(millimetres)


def test_a_long_name_and_a_long_address_stay_on_the_page():
    head = lay_out_letterhead(
        letterhead(
            name="The Northern Example Centre for Moving Well " * 2, lines=(text("1 Example Street, " * 8),)
        ),
        look(),
    )
    assert head.address.width_mm <= 93
    assert head.logo_size[0] + 4 + head.name.width_mm + head.address.width_mm <= 186
    assert head.height >= head.name.height_mm


def test_pre_printed_paper_keeps_the_height_it_is_told():
    assert lay_out_letterhead(letterhead(blank=True, height_mm=32), look()).height == 32
    assert lay_out_letterhead(letterhead(blank=True), look()).height == approx(13.6, abs=0.1)
