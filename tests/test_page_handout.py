from dataclasses import replace
from functools import cache

import pytest
from laid_sides import kinds, names, of_kind, sides
from pytest import approx, mark
from sample_handout import (
    IDENTITY,
    IMPRINT,
    OVERVIEW,
    RED_FLAGS,
    SITTING,
    SYMPTOMS,
    TREATMENT,
    WHAT_HELPS,
    all_blocks,
    body_map,
    exercises,
    last_blocks,
    summary,
    text,
)

from handouts.compose.information_blocks import Paragraph, TextBlock, TextList
from handouts.page.blocks.exercise_card import Card
from handouts.page.blocks.explanation import Explanation
from handouts.page.blocks.heading import PageHead
from handouts.page.blocks.help_strip import StopStrip
from handouts.page.blocks.red_flags import RedFlagBox
from handouts.page.drawable import LayoutError, Space
from handouts.schema.papers import Letterhead

GAP_MM = {8: 8 / 72 * 25.4, 24: 24 / 72 * 25.4}


@cache
def usual():
    return sides()


# The tops that the pages were designed with, in millimetres.
PAGE_1 = (10.0, 27.2, 49.7, 67.6, 134.5, 154.6, 265.0)
PAGE_4 = (10.0, 51.6, 79.5, 152.8, 250.9, 268.1)


def test_page_1_stands_to_the_millimetre():
    assert [placed.y for placed in usual()[0]] == [approx(top, abs=0.3) for top in PAGE_1]


def test_the_last_page_stands_to_the_millimetre():
    assert [placed.y for placed in usual()[-1]] == [approx(top, abs=0.4) for top in PAGE_4]


def test_six_exercises_make_four_pages():
    assert len(usual()) == 4
    assert [len(of_kind(side, Card)) for side in usual()] == [0, 3, 3, 0]


@mark.parametrize(("count", "cards"), [(1, [1]), (4, [2, 2]), (12, [3, 3, 3, 3])])
def test_cards_fill_their_pages_in_order(count, cards):
    laid = sides(blocks=all_blocks(count))
    assert [len(of_kind(side, Card)) for side in laid if of_kind(side, Card)] == cards


def test_every_page_of_cards_ends_with_the_stop_strip():
    for paper, end in (("a4", 280.0), ("letter", 262.4)):
        for side in sides(paper=paper):
            strips = of_kind(side, StopStrip)
            assert len(strips) == bool(of_kind(side, Card))
            assert all(strip.end == approx(end, abs=0.01) for strip in strips)


def test_the_gaps_round_the_cards_are_equal_and_within_their_limits():
    for side in usual()[1:3]:
        gaps = [below.y - above.end for above, below in zip(side, side[1:], strict=False)]
        assert gaps == [approx(gaps[0])] * len(gaps)
        assert GAP_MM[8] <= gaps[0] <= GAP_MM[24]


def test_cards_stand_at_one_left_edge_on_all_pages():
    assert {placed.x for side in usual() for placed in side} == {12}


def test_nothing_leaves_the_live_area_and_nothing_overlaps():
    for changes in ({}, {"blocks": all_blocks(12, wordy=True)}, {"blocks": all_blocks(1)}):
        for side in sides(**changes):
            ordered = sorted(side, key=lambda placed: placed.y)
            assert ordered[0].y == approx(10)
            assert ordered[-1].end <= 280.05
            assert all(below.y - above.end > 1.5 for above, below in zip(ordered, ordered[1:], strict=False))


def test_a_hole_after_few_cards_is_filled_with_what_follows():
    with_card = next(side for side in sides(blocks=all_blocks(1)) if of_kind(side, Card))
    assert "How much pain is OK?" in names(with_card)


def test_long_steps_are_set_in_the_compact_type_on_all_cards_if_that_saves_a_page():
    chosen = exercises(4)
    # Fourteen lines are too many for two cards on a page at 13 pt, not at 12 pt.
    cards = tuple(replace(card, steps=(card.steps * 3)[:14], notes=()) for card in chosen.cards)
    laid = sides(blocks=(replace(chosen, cards=cards), RED_FLAGS))
    printed = [placed.block for side in laid for placed in of_kind(side, Card)]
    assert {card.words.parts[0].block.items[0].words.text.face.size_pt for card in printed} == {12}


def test_steps_keep_their_usual_type_where_the_compact_type_saves_no_page():
    laid = sides(blocks=all_blocks(6, wordy=True))
    printed = [placed.block for side in laid for placed in of_kind(side, Card)]
    assert {card.words.parts[0].block.items[0].words.text.face.size_pt for card in printed} == {13}


def test_the_lead_keeps_its_order_wherever_the_plan_stands():
    blocks = (OVERVIEW, RED_FLAGS, summary())
    assert names(sides(blocks=blocks)[0])[1:5] == [
        "Calf and heel pain",
        "details",
        "Your plan: 6 exercises",
        "Get help first",
    ]


@mark.parametrize("blocks", [(RED_FLAGS,), (exercises(2), *last_blocks(2)), (SYMPTOMS, TREATMENT, RED_FLAGS)])
def test_the_help_strip_is_on_page_1_whatever_is_chosen(blocks):
    assert "Get help first" in names(sides(blocks=blocks)[0])


def test_a_leaflet_for_nobody_has_no_gap_where_the_details_were():
    assert sides(identity=())[0][2].y == approx(usual()[0][2].y)


def test_without_a_clinic_the_title_begins_the_page():
    first = sides(letterhead=None)[0][0]
    assert (first.name, first.y) == ("Calf and heel pain", 10)


def preprinted(top_mm, pages="first"):
    # A taller one than a clinic may have: what else it takes to fill a page.
    return Letterhead.model_construct(kind="blank", top_mm=top_mm, pages=pages)


@mark.parametrize(("pages", "later"), [("first", 10), ("every", 50)])
def test_pre_printed_paper_keeps_its_head_free(pages, later):
    first, *others = (
        [one.y for one in side if not isinstance(one.block, Space)]
        for side in sides(preprinted=preprinted(50, pages))
    )
    assert 50 <= min(first) < 54
    assert [min(tops) for tops in others] == [approx(later)] * len(others)
    assert "Sample Physiotherapy Clinic" not in names(sides(preprinted=preprinted(50))[0])


def test_the_overview_stands_beside_the_map():
    (explanation,) = of_kind(usual()[0], Explanation)
    assert explanation.name == "What is it?"
    assert explanation.block.picture_x == 72
    assert explanation.block.height == approx(107.6, abs=0.1)


def test_an_overview_too_long_for_the_narrow_column_stands_above_the_map():
    long = replace(OVERVIEW, parts=OVERVIEW.parts * 3)
    laid = sides(blocks=(long, body_map(), RED_FLAGS))
    assert [name for side in laid for name in names(side) if name in ("What is it?", "Trigger points")] == [
        "What is it?",
        "What is it?",
        "Trigger points",
    ]


def with_goal(words):
    return (summary(goal=text(f"*Your goal:* {words}")), *all_blocks()[1:])


def test_a_fuller_page_1_first_makes_the_map_smaller():
    first = sides(blocks=with_goal("Walk to the shop " * 4))[0]
    (explanation,) = of_kind(first, Explanation)
    assert explanation.block.height < 107
    assert "What helps?" in names(first)


def test_a_page_1_fuller_still_moves_what_helps_before_the_red_flags():
    laid = sides(blocks=with_goal("Walk to the shop " * 12))
    assert "What is it?" in names(laid[0]) and "What helps?" not in names(laid[0])
    order = [name for side in laid for name in names(side)]
    assert order.index("What helps?") < order.index("When to get help")


def test_a_full_page_1_moves_the_map_whole_and_keeps_plan_and_warning_signs():
    blocks = (summary(note=text("*For you.* " + "Take it slowly, day by day. " * 16)), *all_blocks()[1:])
    first, second = sides(blocks=blocks)[:2]
    assert {"Your plan: 6 exercises", "Get help first"} <= set(names(first))
    assert {"What is it?", "What helps?"} < set(names(first))
    assert kinds(second)[0] == "Explanation"


def test_a_full_last_page_gives_the_diary_lower_rows_before_it_turns_over():
    more = replace(IMPRINT, sources=text("Sources: " + "NHS Fife, " * 22))
    last = sides(blocks=(*all_blocks()[:-1], more))[-1]
    assert "Your diary" in names(last) and "When to get help" in names(last)
    (diary,) = (placed for placed in last if placed.name == "Your diary")
    assert diary.block.height < 68


def test_red_flags_are_whole_and_never_without_whom_to_ask():
    for count in (1, 3, 6, 9, 12):
        laid = sides(blocks=all_blocks(count))
        (page,) = (side for side in laid if of_kind(side, RedFlagBox))
        assert {"When to get help", "contact", "sources"} <= set(names(page))


def test_a_long_diary_has_a_page_of_its_own_with_two_weeks_before_the_last():
    *_, before, last = sides(blocks=all_blocks(9))
    assert set(names(before)) == {"Your diary"}
    assert len(before) == 4
    assert names(last) == [
        "How much pain is OK?",
        "Worse the next morning?",
        "When to get help",
        "contact",
        "sources",
    ]


def test_a_week_of_the_diary_is_never_parted():
    laid = sides(blocks=all_blocks(9, wordy=True))
    assert sum("Your diary" in names(side) for side in laid) == 1


def test_only_safety_is_one_page():
    laid = sides(blocks=(RED_FLAGS,))
    assert len(laid) == 1
    assert of_kind(laid[0], RedFlagBox)


def test_a_plan_may_move_the_red_flags_to_the_front():
    laid = sides(blocks=(RED_FLAGS, *all_blocks()[:-3]))
    assert of_kind(laid[0], RedFlagBox)
    strip = laid[0][names(laid[0]).index("Get help first")]
    assert strip.see_page == 1


def test_the_warning_signs_point_to_the_page_of_the_red_flags():
    for count in (6, 12):
        laid = sides(blocks=all_blocks(count))
        page = next(number for number, side in enumerate(laid, start=1) if of_kind(side, RedFlagBox))
        pointing = [
            one
            for side in laid
            for one in side
            if one.name == "Get help first" or isinstance(one.block, StopStrip)
        ]
        assert len(pointing) > 1
        assert {one.see_page for one in pointing} == {page}


def test_text_blocks_go_on_overleaf_without_a_hole():
    laid = sides(blocks=(summary(), OVERVIEW, body_map(), *[SYMPTOMS, TREATMENT, SITTING] * 3, RED_FLAGS))
    assert all(280 - max(placed.end for placed in side) < 60 for side in laid[1:-1])


def test_a_heading_is_never_last_on_a_page():
    for side in sides(blocks=(summary(), OVERVIEW, body_map(), *[SYMPTOMS, TREATMENT] * 4, RED_FLAGS)):
        assert kinds(side)[-1] != "Heading"


def test_a_long_name_makes_room_and_loses_no_block():
    long_name = (IDENTITY[0]._replace(value="Maximiliane Featherstonehaugh-Wolff the Younger"), *IDENTITY[1:])
    found = [name for side in sides(identity=long_name) for name in names(side)]
    assert set(found) == {name for side in usual() for name in names(side)}


def test_a_note_too_long_for_page_1_follows_the_warning_signs_and_goes_on_overleaf():
    note = "*For you.* " + "Take it slowly, day by day. " * 200
    laid = sides(blocks=(summary(note=text(note)), RED_FLAGS))
    assert names(laid[0])[-2:] == ["Get help first", "note"]
    assert [name for side in laid for name in names(side)].count("note") == 3
    assert names(laid[-1])[-1] == "When to get help"


def test_an_exercise_too_long_for_a_page_goes_on_overleaf_under_its_name():
    chosen = exercises(1)
    endless = replace(chosen.cards[0], steps=chosen.cards[0].steps * 12)
    laid = sides(blocks=(replace(chosen, cards=(endless,)), RED_FLAGS))
    cards = [placed.block for side in laid for placed in of_kind(side, Card)]
    assert [card.head.words for card in cards] == ["Bent-knee wall stretch"] * 2
    assert [card.head.goes_on for card in cards] == [False, True]


def test_a_plan_without_room_on_page_1_follows_the_warning_signs():
    first, second, *_ = sides(preprinted=preprinted(180))
    assert "Get help first" in names(first)
    assert "Your plan: 6 exercises" not in names(first)
    assert names(second)[0] == "Your plan: 6 exercises"


def test_what_else_leads_page_1_never_goes_overleaf():
    with pytest.raises(LayoutError) as error:
        sides(preprinted=preprinted(240))
    assert error.value.block == "letterhead"
    assert error.value.overflow > 10


def test_letter_paper_keeps_the_margins_and_gives_its_width_to_the_text():
    for paper, wider in (("a4", 0), ("letter", 5.9)):
        laid = sides(paper=paper, identity=(), blocks=(summary(), OVERVIEW, body_map(), RED_FLAGS))
        (explanation,) = of_kind(laid[0], Explanation)
        assert explanation.x == approx(12)
        assert explanation.block.picture_x == approx(72 + wider)


def test_two_ways_of_saying_the_same_give_the_same_pages():
    block = TextBlock("own", "Own", (Paragraph(text("Rest.")), TextList((text("Walk."), text("Rest.")))))
    once, again = (sides(blocks=(block, WHAT_HELPS, RED_FLAGS)) for _ in (1, 2))
    assert [[(placed.name, placed.y) for placed in side] for side in once] == [
        [(placed.name, placed.y) for placed in side] for side in again
    ]


def test_exercises_begin_under_what_would_leave_a_hole_and_else_on_a_page_of_their_own():
    blocks = (summary(note=text("*For you.* " + "Take it slowly, day by day. " * 16)), *all_blocks()[1:])
    second, third = sides(blocks=blocks)[1:3]
    assert kinds(second) == ["Explanation", "PageHead", "Card", "StopStrip"]
    map_, head, card, stop = second
    assert GAP_MM[8] < head.y - map_.end <= GAP_MM[24] + 0.01
    assert stop.end == approx(280) and stop.y - card.end >= GAP_MM[8]
    assert kinds(third)[0] == "PageHead" and third[0].y == 10
    assert kinds(usual()[1])[0] == "PageHead"


def test_the_exercises_of_a_page_begun_above_are_counted_on():
    blocks = (summary(note=text("*For you.* " + "Take it slowly, day by day. " * 16)), *all_blocks()[1:])
    heads = [placed.block.place for side in sides(blocks=blocks) for placed in of_kind(side, PageHead)]
    assert heads == ["1 of 6", "2 to 4 of 6", "5 to 6 of 6"]


def test_one_exercise_has_a_diary_of_two_weeks_in_place_of_a_hole_above_the_stop_strip():
    laid = sides(blocks=(summary(1), OVERVIEW, body_map(), WHAT_HELPS, exercises(1), *last_blocks(1)))
    page = next(side for side in laid if of_kind(side, StopStrip))
    assert names(page).count("Your diary") == 2
    (stop,) = of_kind(page, StopStrip)
    above = max(placed.end for placed in page if placed is not stop)
    assert stop.y - above < 45
