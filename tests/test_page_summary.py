from drawn import draw, look, near
from printed import printed
from pytest import approx
from sample_handout import standing, summary, text

from handouts.compose.exercise_blocks import PlanGroup, Summary, Thumbnail
from handouts.page.blocks.summary import lay_out_summary, lay_out_trays


def thumbnails(count):
    return [Thumbnail(number, "Heel raise", standing()) for number in range(1, count + 1)]


def box(said):
    return lay_out_summary(said, look())[0]


def trays(*counts, width=56.0):
    return lay_out_trays([thumbnails(count) for count in counts], look(), width=width)


def test_the_plan_box_has_the_height_of_the_look():
    assert box(summary()).height == approx(63.4, abs=0.1)


def test_a_tray_is_as_wide_as_its_pictures():
    one, two = trays(1, 2)
    assert (one.width, two.width) == (28, 56)
    assert one.art[0].mm_per_unit == 0.215


def test_three_exercises_in_a_group_make_all_pictures_small_and_drop_their_arrows():
    for tray in trays(1, 3):
        assert {(art.mm_per_unit, art.arrows) for art in tray.art} == {(0.15, False)}
        assert tray.width <= 56


def test_a_number_stands_on_nobody_and_none_at_the_left_beside_one_at_the_right(tmp_path):
    plan = tmp_path / "plan.yaml"
    plan.write_text("condition: shoulder-pain\nside: right\ndate: 2026-11-20\ncountry: gb\n", "utf-8")
    of_plan = printed(plan, "large-print")
    (said,) = (one for one in of_plan.handout.content.blocks if isinstance(one, Summary))
    strengthen = next(group for group in said.groups if len(group.thumbnails) == 3)
    (tray,) = lay_out_trays([strengthen.thumbnails], of_plan.style, width=85)
    drawn = draw(tray, style=of_plan.style)
    numbers = [drawn.at(str(one.number)).x for one in strengthen.thumbnails]
    # In front of the wall, but behind who pulls a band, and away from the lens.
    at_left = [x - tray.pitch * at < tray.pitch / 2 for at, x in enumerate(numbers)]
    assert at_left == [True, False, False]


def test_four_exercises_in_a_group_are_numbers_only_in_all_groups():
    one, four, thirteen = trays(1, 4, 13)
    assert one.art == four.art == thirteen.art == ()
    assert thirteen.width <= 56
    assert thirteen.height == near(3 * 9)


def test_one_group_has_room_for_six_pictures():
    group = PlanGroup("Stretch", ("Daily", "9 minutes"), tuple(thumbnails(6)))
    drawn = draw(box(summary(groups=(group,))))
    assert len(drawn.forms) == 6
    # The floor of each is as wide as its place.
    assert {round(width, 1) for _, _, width, _ in drawn.forms} == {28}


def test_the_tray_of_one_group_stands_beside_its_words_and_makes_the_box_lower():
    (group,) = summary(1).groups
    alone = box(summary(groups=(group,)))
    assert alone.height < box(summary()).height - 10
    drawn = draw(alone)
    ((x, y, width, _),) = drawn.forms
    words = [said for said in drawn.words if said.text in (group.title, *group.lines)]
    assert x + width == near(181)
    assert all(said.end + 4 <= x for said in words)
    assert y < max(said.baseline for said in words)


def test_the_tray_of_one_group_with_much_to_show_stands_under_its_words():
    group = PlanGroup("Stretch", ("Daily", "9 minutes"), tuple(thumbnails(6)))
    drawn = draw(box(summary(groups=(group,))))
    last = drawn.at("9 minutes")
    assert all(y > last.baseline for _, y, _, _ in drawn.forms)


def test_a_goal_makes_the_box_taller_and_a_note_stands_below_it():
    plain, nothing = lay_out_summary(summary(), look())
    goal, under_goal = lay_out_summary(summary(goal=text("*Your goal:* Walk to the shop")), look())
    beside, note = lay_out_summary(summary(note=text("*For you.* " + "Take it slowly. " * 12)), look())
    assert goal.height > plain.height and under_goal is nothing is None
    assert beside.height == plain.height
    assert note.height > 3 * 16 / 72 * 25.4


def test_a_long_goal_stands_under_the_box_which_stays_a_glance():
    long, under = lay_out_summary(summary(goal=text("*Your goal:* " + "Walk to the shop. " * 40)), look())
    assert long.height == box(summary()).height
    assert under.height > 8 * 16 / 72 * 25.4


def test_minutes_too_wide_for_the_heading_line_stand_under_it():
    usual, wide = (box(summary(groups=(), minutes=text("*10* minutes a day, " * times))) for times in (1, 4))
    assert wide.height == approx(usual.height + 20 / 72 * 25.4)
    drawn = draw(wide)
    assert drawn.at("10").baseline > drawn.at("Your plan").baseline + 5


def test_a_plan_without_groups_is_a_box_with_its_heading():
    assert box(summary(groups=())).height == near((10 + 24 + 10) / 72 * 25.4)


def test_minutes_that_are_too_wide_for_the_box_have_several_lines_in_it():
    said = summary(
        minutes=text("*6 to 12* minutes a day. *7 to 13* on Mon, Tue, Wed, Thu, Fri and Sat. " * 2)
    )
    drawn = draw(box(said))
    assert max(words.end for words in drawn.words) <= 181
    assert box(said).height > box(summary()).height
