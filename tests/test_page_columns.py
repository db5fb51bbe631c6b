from drawn import look
from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from handouts.compose.text import one_span
from handouts.page.columns import Passage, in_columns
from handouts.page.flow import Flowing, page_ends
from handouts.page.typesetting import set_text

BODY, SUBHEADING = look().face("body"), look().face("subheading")
LINE_MM = 16 / 72 * 25.4


def passage(lines, role="P", face=BODY):
    """Return a passage of so many lines."""
    # One word of 16 pt, and no two of 12 pt, have room on a line.
    return Passage(set_text(one_span(" ".join(["word"] * lines)), face, width_mm=15), gap=2, role=role)


def lines_of_second_column(columns):
    return [sum(x > 0 for x, _ in places) for places in columns.corners]


PASSAGES = st.lists(st.integers(1, 9).map(passage), min_size=1, max_size=8)


@given(PASSAGES)
def test_two_columns_are_never_taller_than_one(passages):
    one, two = (in_columns(passages, pitch=96, count=count) for count in (1, 2))
    assert two.height <= one.height


@given(PASSAGES)
def test_every_line_has_one_place_and_columns_never_overlap(passages):
    columns = in_columns(passages, pitch=96)
    places = [place for passage in columns.corners for place in passage]
    assert len(places) == len(set(places)) == sum(len(one.text.lines) for one in passages)


@given(PASSAGES)
def test_a_broken_paragraph_keeps_two_lines_on_each_side(passages):
    columns = in_columns(passages, pitch=96)
    for one, in_second in zip(passages, lines_of_second_column(columns), strict=True):
        if 0 < in_second < len(one.text.lines):
            assert 2 <= in_second <= len(one.text.lines) - 2


def test_a_heading_never_ends_a_column():
    passages = [passage(4), passage(1, role="H3", face=SUBHEADING), passage(3)]
    assert lines_of_second_column(in_columns(passages, pitch=96)) == [0, 1, 3]


def test_columns_share_their_first_baseline_though_one_begins_with_a_heading():
    passages = [passage(5), passage(1, role="H3", face=SUBHEADING), passage(3)]
    first, second = (in_columns(passages, pitch=96).corners[number][0][1] for number in (0, 1))
    # 16/20 stands 15.36 pt below its top, 12/16 stands 12.02 pt below.
    assert first - second == approx((15.36 - 12.02) / 72 * 25.4, abs=0.01)


def items(*lines, numbering="Disc", number=1):
    return [passage(count)._replace(list_number=number, numbering=numbering, label="1") for count in lines]


HEADING = passage(1, role="H3", face=SUBHEADING)


def test_a_column_rather_begins_with_a_heading_than_within_a_list():
    passages = [*items(2, 2, 2, 2, 2), HEADING, passage(2), HEADING, passage(2)]
    assert lines_of_second_column(in_columns(passages, pitch=96)) == [0, 0, 0, 0, 0, 1, 2, 1, 2]


def test_a_long_list_under_one_heading_is_parted_between_two_items():
    passages = [HEADING, *items(2, 2, 2, 2, 2, 2)]
    assert lines_of_second_column(in_columns(passages, pitch=96)) == [0, 0, 0, 0, 2, 2, 2]


def test_steps_and_what_leads_to_a_short_list_stay_in_one_column():
    steps = [passage(2), *items(1, 1, 2, 1, 1, numbering="Decimal")]
    bullets = [passage(2), *items(1, 1)]
    for passages in (steps, bullets):
        assert not any(lines_of_second_column(in_columns(passages, pitch=96)))


def flowing(*lines, roles=(), most=0):
    """Return text that goes on overleaf between passages, or only at a heading if no taller than `most`."""
    passages = tuple(
        passage(count, role=roles[at] if at < len(roles) else "P") for at, count in enumerate(lines)
    )
    ends = page_ends(passages, most=most, columns=2)
    return Flowing(passages, 96, 2, "Heading", 5, ends, ends)


def test_text_that_fits_leaves_nothing_over():
    block, rest = flowing(4, 4).fit(100)
    assert rest is None
    assert block.height == 4 * LINE_MM


def test_text_goes_on_overleaf_between_passages():
    block, rest = flowing(8, 8, 8).fit(9 * LINE_MM)
    assert [len(one.text.lines) for one in block.passages] == [8, 8]
    assert [len(one.text.lines) for one in rest.passages] == [8]


def test_a_page_never_ends_with_a_heading():
    block, rest = flowing(8, 1, 8, roles=("P", "H3")).fit(5 * LINE_MM)
    assert [one.role for one in rest.passages] == ["H3", "P"]


def test_text_that_has_no_room_for_its_first_lines_waits_for_the_next_page():
    piece = flowing(8, 8)
    assert piece.fit(LINE_MM) == (None, piece)


def test_text_under_one_heading_stays_on_its_page_and_the_next_heading_may_begin_another():
    piece = flowing(4, 4, 1, 4, 4, roles=("P", "P", "H3"), most=100)
    assert piece.least == 4 * LINE_MM
    block, rest = piece.fit(7 * LINE_MM)
    assert [len(one.text.lines) for one in block.passages] == [4, 4]
    assert [one.role for one in rest.passages] == ["H3", "P", "P"]
    assert rest.fit(100)[1] is None


def test_a_list_taller_than_a_page_is_parted_between_its_items_and_steps_never():
    bullets, steps = (items(*[2] * 12, numbering=numbering) for numbering in ("Disc", "Decimal"))
    assert page_ends(bullets, most=20, columns=2) == (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)
    assert page_ends(steps, most=20, columns=2) == (12,)
    assert page_ends(steps, most=20, columns=2, steps=True) == (2, 3, 4, 5, 6, 7, 8, 9, 10, 12)
