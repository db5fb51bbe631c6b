from drawn import look
from pytest import approx, mark
from sample_handout import OVERVIEW, body_map, text

from handouts.compose.information_blocks import Paragraph
from handouts.page.blocks.explanation import lay_out_explanation, lay_out_map
from handouts.page.map_size import ALONE, NARROW, USUAL, of_height

LONGER = (*OVERVIEW.parts, Paragraph(text("slow " * 19)))


def explanation(*, narrow):
    return lay_out_explanation(OVERVIEW.heading, LONGER, body_map(), look(), narrow=narrow)


def map_of(laid):
    return laid.picture.parts[0].block


def test_a_narrow_map_leaves_room_for_a_wider_text_and_is_no_taller_than_it():
    usual, narrow = (explanation(narrow=narrow) for narrow in (False, True))
    assert (map_of(usual).size.width, map_of(usual).size.height) == (114, 93.5)
    assert narrow.text.height < usual.text.height
    assert narrow.picture.height == approx(narrow.text.height)
    assert narrow.picture_x + map_of(narrow).size.width == approx(186)


def test_a_map_alone_is_larger_and_has_its_legend_under_the_spots():
    laid = lay_out_map(body_map(), look())
    size = map_of(laid).size
    assert size.share > 1.15 * USUAL.share
    assert laid.picture_x + size.width == approx(186)
    assert laid.text.parts[-1].block.columns == 1
    assert laid.text.height <= laid.picture.height == size.height


@mark.parametrize("size", [USUAL, NARROW, ALONE])
def test_no_map_has_a_leg_too_short_to_read(size):
    least = of_height(size, 10)
    # From its crease to the floor it is 68.5 mm long on the usual map.
    leg = least.share * 68.5
    assert leg == approx(52, abs=0.02)
    assert least.height == approx(size.height - (68.5 - leg) * 1.2)


def test_a_legend_that_wraps_makes_only_its_own_row_taller():
    legend = explanation(narrow=True).picture.parts[1].block
    lines = [len(item.words.text.lines) for item in legend.items]
    assert lines == [1, 2, 1, 2]
    assert legend.height == approx((16 + 3 + 32) / 72 * 25.4)
