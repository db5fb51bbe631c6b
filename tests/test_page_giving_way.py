"""What gives way where room is short, and what never does."""

from dataclasses import replace
from unittest.mock import patch

from laid_sides import kinds, names, of_kind, sides
from sample_handout import (
    OVERVIEW,
    RED_FLAGS,
    all_blocks,
    body_map,
    exercises,
    last_blocks,
    summary,
    text,
)

from handouts.handout import Bullets, Paragraph, Steps, Subheading, TextBlock
from handouts.page.arrangement import Arrangement
from handouts.page.exercise_card import Card
from handouts.page.explanation import Explanation


def advice(number, *, headings=0, items=0, steps=0):
    """Return a section of so many headings with a list each."""
    parts = [Paragraph(text("Rest the leg for a day or two, then go on as before. " * 3))]
    for at in range(headings):
        item = (text("Take it slowly, day by day, and see how it goes the morning after."),)
        parts += [Subheading(f"Part {at}"), (Steps if steps else Bullets)(item * (items or steps))]
    return TextBlock(f"advice-{number}", f"Advice {number}", tuple(parts))


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
    chosen = exercises(6)
    cards = replace(chosen, cards=(chosen.cards[1],) * 6)
    laid = sides(blocks=(summary(), OVERVIEW, body_map(), cards, *last_blocks(6)))
    assert [len(of_kind(side, Card)) for side in laid if of_kind(side, Card)] == [3, 3]


def test_pages_that_are_full_are_laid_out_no_further():
    with patch.object(Arrangement, "placed", autospec=True, side_effect=Arrangement.placed) as placed:
        sides(identity=())
        assert placed.call_count == 1
        sides(blocks=all_blocks(9), identity=())
        assert placed.call_count > 4
