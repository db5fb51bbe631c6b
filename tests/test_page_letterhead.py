from io import BytesIO

from drawn import draw, look
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
    (logo,) = draw(lay_out_letterhead(letterhead(logo=png(*pixels)), look())).document.find("Figure")
    left, bottom, right, top = (edge * 25.4 / 72 for edge in logo.said["box"])
    assert (right - left, top - bottom) == approx(millimetres)


def test_a_long_name_and_a_long_address_stay_on_the_page():
    head = lay_out_letterhead(
        letterhead(
            name="The Northern Example Centre for Moving Well " * 2, lines=(text("1 Example Street, " * 8),)
        ),
        look(),
    )
    drawn = draw(head)
    name, address = drawn.at("The Northern"), drawn.at("1 Example")
    assert name.x >= 11 + 4
    assert address.x >= max(words.end for words in drawn.words if words.x == name.x) + 4
    assert max(words.end for words in drawn.words) <= 186
    assert max(words.baseline for words in drawn.words) < head.height
