"""What gives way where room is short, and what never does."""

from dataclasses import replace
from itertools import pairwise
from unittest.mock import patch

from laid_sides import kinds, names, of_kind, sides
from pytest import approx
from sample_handout import (
    OVERVIEW,
    PAIN_RULE,
    RED_FLAGS,
    all_blocks,
    body_map,
    exercises,
    last_blocks,
    summary,
    text,
)

from handouts.compose.information_blocks import Paragraph, Subheading, TextBlock, TextList
from handouts.page.blocks.exercise_card import Card
from handouts.page.blocks.explanation import Explanation
from handouts.page.blocks.help_strip import StopStrip
from handouts.page.columns import Columns
from handouts.page.handout import Arrangement
from handouts.page.kit import Positioned

# The first exercise of the sample under a picture half as tall.
LOW = -1

# The heading of the pain rule, which is one box where a handout is tight.
PAIN = PAIN_RULE.heading

GAP_8 = 8 * 25.4 / 72 - 0.01


def advice(number, *, headings=0, items=0, steps=0):
    """Return a section of so many headings with a list each."""
    parts = [Paragraph(text("Rest the leg for a day or two, then go on as before. " * 3))]
    for at in range(headings):
        item = (text("Take it slowly, day by day, and see how it goes the morning after."),)
        parts += [Subheading(f"Part {at}"), TextList(item * (items or steps), ordered=bool(steps))]
    return TextBlock(f"advice-{number}", f"Advice {number}", tuple(parts))


def named(name, laid):
    return [placed for side in laid for placed in side if placed.name == name]


def pages_with(name, laid):
    return [number for number, side in enumerate(laid, start=1) if name in names(side)]


def test_a_section_that_fits_on_a_page_is_torn_only_where_it_would_leave_a_hole():
    torn = 0
    for items in range(1, 9):
        blocks = (advice(0, headings=2, items=items), advice(1, headings=2, items=5), RED_FLAGS)
        laid = sides(blocks=(summary(), *blocks))
        first, *others = pages_with("Advice 1", laid)
        top = next(placed.y for placed in laid[first - 1] if placed.name == "Advice 1")
        assert not others or 280 - top > 40
        torn += len(others)
    assert 0 < torn < 8


def test_a_long_section_goes_on_overleaf_with_a_heading():
    laid = sides(blocks=(summary(), advice(1, headings=6, items=7), RED_FLAGS))
    first, second = pages_with("Advice 1", laid)
    assert second == first + 1
    (columns,) = of_kind(laid[second - 1][:1], object)
    assert columns.block.passages[0].role == "H3"


def test_steps_are_never_parted_between_two_pages():
    laid = sides(blocks=(summary(), *(advice(number, headings=3, steps=5) for number in range(6)), RED_FLAGS))
    for side in laid:
        for placed in side:
            if kinds([placed]) == ["Columns"]:
                labels = [one.label for one in placed.block.passages if one.label]
                assert labels == ["1", "2", "3", "4", "5"] * (len(labels) // 5)


def test_sections_are_torn_where_that_saves_a_page():
    sections = [advice(number, headings=6, items=1) for number in range(3)]
    assert len(sides(blocks=(summary(), *sections, RED_FLAGS))) == 2


def test_steps_too_long_for_a_page_are_parted_between_two_of_them_and_none_stands_alone():
    for count in range(94, 100):
        long = TextBlock("own", "Own", (TextList((text("Walk."),) * count, ordered=True),))
        laid = sides(blocks=(summary(), long, RED_FLAGS))
        parts = [placed.block.passages for side in laid for placed in of_kind(side, Columns)]
        labels = [[int(step.label) for step in part if step.label] for part in parts]
        assert sum(labels, []) == list(range(1, count + 1))
        assert len(labels) > 1
        assert min(map(len, labels)) > 1


def test_only_what_is_too_long_for_a_page_is_parted_between_steps():
    own = [
        TextBlock(f"own-{n}", "Own", (TextList((text("Walk."),) * n, ordered=True),))
        for n in (100, 30, 30, 30)
    ]
    laid = sides(blocks=(summary(), *own, RED_FLAGS))
    parts = [placed.block.passages for side in laid for placed in of_kind(side, Columns)]
    assert [len(part) for part in parts][-3:] == [30, 30, 30]


def six_cards(*which):
    """Return the blocks of a handout with these exercises of the sample, one of them `LOW`."""
    chosen = exercises(6)
    first = chosen.cards[0]
    drawn = first.picture.drawn
    left, right, bottom, top = drawn.box
    lower = replace(drawn, box=(left, right, bottom, top / 2))
    low = replace(first, picture=replace(first.picture, drawn=lower))
    cards = tuple(low if at == LOW else chosen.cards[at] for at in which)
    return (summary(), OVERVIEW, body_map(), replace(chosen, cards=cards), *last_blocks(6))


def cards_to_a_page(laid):
    return [len(of_kind(side, Card)) for side in laid if of_kind(side, Card)]


def test_a_tight_handout_has_three_cards_to_a_letter_page_in_small_gaps_and_the_pain_rule_in_a_box():
    laid = sides(paper="letter", blocks=six_cards(0, 1, LOW, 0, 1, LOW))
    assert cards_to_a_page(laid) == [3, 3]
    assert [type(one.block) for one in named(PAIN, laid)] == [Positioned]
    for side in laid:
        assert side[-1].end <= 262.45
        if of_kind(side, Card):
            assert all(after.y - before.end > GAP_8 for before, after in pairwise(side))


def test_a_handout_is_tight_only_where_that_saves_a_page():
    counts = {"saved": 0, "usual": 0}
    for number in range(1, 13):
        chosen = sides(paper="letter", blocks=all_blocks(number), identity=())
        with patch("handouts.page.handout.MOST_SAVED_MM", -1000):
            usual = sides(paper="letter", blocks=all_blocks(number), identity=(), title=f"Usual {number}")
        is_tight = any(isinstance(one.block, Positioned) for one in named(PAIN, chosen))
        assert is_tight == (len(chosen) < len(usual))
        counts["saved" if is_tight else "usual"] += 1
    assert all(counts.values())


def three_spots():
    return replace(body_map(), spots=(*body_map().spots, body_map().spots[0]))


def test_a_text_too_long_for_the_usual_column_stands_beside_a_narrow_map_on_page_1():
    longer = replace(OVERVIEW, parts=(*OVERVIEW.parts, Paragraph(text("slow " * 19))))
    first = sides(blocks=(summary(goal=text("Walk")), longer, three_spots(), *all_blocks()[3:]))[0]
    (explanation,) = of_kind(first, Explanation)
    assert explanation.name == OVERVIEW.heading
    assert explanation.block.picture_x > 72


def test_what_helps_leaves_page_1_for_no_hole_after_the_exercises():
    for count in range(1, 13):
        assert "What helps?" in names(sides(blocks=all_blocks(count))[0])


def test_three_long_cards_to_a_page_where_the_compact_type_makes_room():
    assert cards_to_a_page(sides(blocks=six_cards(*(1,) * 6))) == [3, 3]


def test_pictures_are_larger_where_two_exercises_to_a_page_leave_room_and_cost_no_page():
    for paper, cards, width in (("a4", [3, 3], 58), ("letter", [2, 2, 2], 76)):
        laid = sides(paper=paper)
        assert cards_to_a_page(laid) == cards
        for placed in (placed for side in laid for placed in of_kind(side, Card)):
            words_x, _ = placed.block.inside.parts[-1].block.cells[-1]
            assert words_x == approx(width + 6)


def test_pages_that_are_full_are_laid_out_no_further():
    # Contents of no other test, so that they have not been laid out before.
    with patch.object(Arrangement, "pages", autospec=True, side_effect=Arrangement.pages) as pages:
        sides(identity=(), author="A clinic of this test")
        assert pages.call_count == 1
        sides(blocks=all_blocks(9), identity=(), author="A clinic of this test")
        assert pages.call_count > 4


def test_the_stop_strip_follows_what_stands_over_it_where_there_would_be_a_hole():
    (page,) = (side for side in sides(blocks=(exercises(1), RED_FLAGS)) if of_kind(side, Card))
    stop = of_kind(page, StopStrip)[0]
    others = [placed.end for placed in page if placed is not stop]
    assert GAP_8 < stop.y - max(others) < 45
