"""When to get help, whom to ask, and where it all comes from."""

from dataclasses import replace

import pytest
from drawn import draw, look, near
from sample_handout import CONTACT, IMPRINT, RED_FLAGS, text

from handouts.compose.information_blocks import RedFlags
from handouts.page.blocks.contact import lay_out_contact
from handouts.page.blocks.imprint import lay_out_imprint, lay_out_status
from handouts.page.blocks.red_flags import RedFlagBox, lay_out_red_flags


def box(said: RedFlags = RED_FLAGS) -> RedFlagBox:
    return lay_out_red_flags(said, look())[0]


def test_the_box_is_as_tall_as_in_the_look() -> None:
    assert box().height == pytest.approx(94.5, abs=0.3)


@pytest.mark.parametrize(
    ("start", "x", "baseline"),
    [
        ("When to get help", 29.1, 161.4),
        ("Call 999", 17.5 + 0.53 + 3 + 5.6 + 2, 166.8 + 1.24 + 5.43),
        ("Sudden chest", 17.5 + 4.2, 166.8 + 9.5 + 1.4 + 4.24),
        ("Go to A&E", 17.5 + 0.53 + 3, 207.7 + 1.24 + 5.43),
        ("Call 111", 110.3 + 0.53 + 3 + 5.6 + 2, 166.8 + 1.24 + 5.43),
        ("A clot can", 17.5, 238.1 + 1.4 + 4.24),
    ],
)
def test_words_stand_where_the_look_puts_them(start: str, x: float, baseline: float) -> None:
    words = draw(box(), x=12, y=152.8).at(start)
    assert (words.x, words.baseline) == (pytest.approx(x, abs=0.5), pytest.approx(baseline, abs=0.5))


def test_the_emergency_is_reversed_and_the_other_pills_are_not() -> None:
    drawn, palette = draw(box()), look().palette
    colours = [drawn.at(start).colour for start in ("Call 999", "Go to", "Call 111")]
    assert colours == [palette["paper"], palette["warning"], palette["warning"]]
    assert {drawn.at(start).size for start in ("Call 999", "Go to", "Call 111")} == {16}


def test_a_listener_hears_the_groups_in_their_order_under_headings_that_do_not_skip() -> None:
    (section,) = draw(box()).document.elements
    assert [kid.role for kid in section.elements] == ["H2", "H3", "L", "H3", "L", "H3", "L", "P"]
    assert [heading.text for heading in section.find("H3")] == [group.call for group in RED_FLAGS.groups]
    assert len(section.find("LI")) == sum(len(group.signs) for group in RED_FLAGS.groups)


def test_the_columns_are_parted_where_the_taller_one_is_lowest() -> None:
    emergency, hospital, today = RED_FLAGS.groups
    many = replace(hospital, signs=today.signs * 2)
    laid = box(replace(RED_FLAGS, groups=(emergency, many)))
    assert len(laid.columns) == 2
    laid = box(replace(RED_FLAGS, groups=(many, emergency, hospital)))
    assert [len(column.parts) for column in laid.columns] == [1, 2]


def test_the_middle_moves_where_that_saves_a_line_and_else_stays() -> None:
    assert box().middle == 93
    emergency, *others = RED_FLAGS.groups
    sign = text("Numb groin, or new pee or poo problems")
    laid = box(replace(RED_FLAGS, groups=(replace(emergency, signs=(*emergency.signs[1:], sign)), *others)))
    assert laid.middle > 93
    drawn = draw(laid)
    assert drawn.at("Numb groin").text == "Numb groin, or new pee or poo problems"
    right = [words for words in drawn.words if words.x > laid.middle]
    assert min(words.x for words in right) >= laid.middle + 5
    assert max(words.end for words in drawn.words) <= 186 - 5


def test_one_group_alone_has_one_column() -> None:
    assert len(box(replace(RED_FLAGS, groups=RED_FLAGS.groups[:1])).columns) == 1


def test_the_box_grows_with_what_it_says_and_is_never_parted() -> None:
    wordy = tuple(replace(group, signs=group.signs * 3) for group in RED_FLAGS.groups)
    laid = box(replace(RED_FLAGS, groups=wordy, foot=text("Ask first. " * 30)))
    drawn = draw(laid, x=12, y=0)
    assert not hasattr(laid, "fit")
    assert laid.height > 190
    assert max(words.baseline for words in drawn.words) < laid.height
    assert max(words.end for words in drawn.words) <= 192.6


def test_a_long_call_wraps_inside_its_pill() -> None:
    group = replace(RED_FLAGS.groups[0], call="Call for an ambulance now, wherever you are")
    drawn = draw(box(replace(RED_FLAGS, groups=(group, RED_FLAGS.groups[2]))))
    pill = [words for words in drawn.words if words.inside[-1:] == ("H3",) and words.x < 93]
    assert len({words.baseline for words in pill}) == 2
    assert max(words.end for words in pill) < 93


def test_the_contact_strip_has_the_number_large() -> None:
    strip = lay_out_contact(CONTACT, look())
    assert strip.height == pytest.approx(15.5, abs=0.3)
    drawn = draw(strip, x=12, y=250.9)
    number = drawn.at("01632")
    assert (number.size, number.strong, number.x) == (16, True, pytest.approx(27, abs=0.3))
    assert drawn.at("No better").x == pytest.approx(116.6, abs=0.5)


def test_the_review_goes_under_the_number_where_there_is_more_to_say_at_the_right() -> None:
    later = text(
        "*No better in 2 weeks?* Tell us or your GP. "
        "Also if pain gets worse, keeps coming back, or stops your walk each time."
    )
    strip = lay_out_contact(replace(CONTACT, later=later), look())
    drawn = draw(strip)
    review, number, better = drawn.at("Next review"), drawn.at("01632"), drawn.at("No better")
    assert review.x == number.x < better.x
    assert review.baseline > number.baseline
    assert drawn.overlaps() == []
    assert max(words.end for words in drawn.words) <= 186 - 4
    assert strip.height < 22


def test_without_a_clinic_there_is_no_phone_and_no_gap_for_one() -> None:
    strip = lay_out_contact(replace(CONTACT, number="", review=()), look())
    assert draw(strip).at("Questions?").x == near(4)
    assert strip.height < 13


def test_sources_and_status_are_small_columns_side_by_side() -> None:
    laid = lay_out_imprint(IMPRINT, look())
    assert laid.height == pytest.approx(9.8, abs=0.3)
    drawn = draw(laid, x=12, y=268.1)
    assert {words.size for words in drawn.words} == {10}
    assert drawn.at("Sample text").x == pytest.approx(108, abs=0.3)


def test_the_longer_of_sources_and_status_has_the_wider_column() -> None:
    laid = lay_out_imprint(replace(IMPRINT, sources=text("A long list of sources, " * 9)), look())
    assert draw(laid).at("Sample text").x > 96


def test_the_status_alone_is_one_line() -> None:
    line = lay_out_status(IMPRINT, (), look())
    assert line.height == pytest.approx(4.23, abs=0.01)
    assert draw(line).at("Sample text").size == 10
