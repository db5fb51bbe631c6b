"""The exercise card: everything at the place the look gives it, and in the order it is read in."""

from dataclasses import replace

import pytest
from commands import handouts
from drawn import Drawn, draw, look
from page_text import page_text
from sample_handout import NOTES, card, text

from handouts.compose.exercise_blocks import ExerciseCard
from handouts.page.blocks.exercise_card import Card, lay_out_exercise_card
from handouts.page.blocks.help_strip import lay_out_stop_strip


def laid(said: ExerciseCard, *, compact: bool = False) -> Card:
    return lay_out_exercise_card(said, look(), letters=("L", "R"), compact=compact)


def drawn_at_the_top_of_page_2(said: ExerciseCard) -> Drawn:
    return draw(laid(said), x=12, y=22.1)


@pytest.mark.parametrize(("number", "height"), [(1, 77.4), (2, 82.5), (5, 77.4), (6, 82.5)])
def test_a_card_is_as_tall_as_in_the_look(number: int, height: float) -> None:
    assert laid(card(number)).height == pytest.approx(height, abs=0.3)


def test_a_note_of_one_line_makes_a_card_taller_only_under_its_words() -> None:
    said = replace(card(1), notes=(replace(NOTES["changed"], text=text("2 sets, not 3.")),))
    # Six steps, feel and avoid are 49.4 mm of the 52.8 mm that the picture takes.
    assert laid(said).height == pytest.approx(24.6 + 49.4 + 1.76 + 6.7, abs=0.3)


@pytest.mark.parametrize(
    ("start", "x", "top", "size", "leading"),
    [
        ("Bent-knee wall stretch", 23, 25.2, 16, 20),
        ("1 ", 76, 46.7, 13, 17),
        ("Stand facing", 83, 46.7, 13, 17),
        ("Stop at a pull", 83, 76.7, 13, 17),
        ("Feel", 83, 84.1, 13, 17),
        ("Avoid", 83, 90.1, 13, 17),
        ("Both knees bent", 12, 93.8, 12, 16),
    ],
)
def test_words_stand_where_the_look_puts_them(
    start: str, x: float, top: float, size: float, leading: float
) -> None:
    said = replace(card(1), caption="Both knees bent, heels down.")
    words = drawn_at_the_top_of_page_2(said).at(start)
    baseline = top + (leading / 2 + 0.335 * size) * 25.4 / 72
    assert (words.x, words.baseline) == (pytest.approx(x, abs=0.3), pytest.approx(baseline, abs=0.3))
    assert words.size == size


def test_the_picture_fills_its_column_from_the_top_of_the_steps() -> None:
    ((x, top, width, height),) = drawn_at_the_top_of_page_2(card(1)).forms
    assert (x, top, width) == (pytest.approx(12), pytest.approx(46.7, abs=0.3), pytest.approx(58))
    assert height == pytest.approx(107 * 0.42, abs=2)


def test_a_picture_wider_than_its_column_is_drawn_smaller_and_not_cut_off() -> None:
    said = card(1)
    left, *box = said.picture.drawn.box
    wide = replace(said.picture.drawn, box=(left - 100, *box))
    ((_, _, width, _),) = draw(laid(replace(said, picture=replace(said.picture, drawn=wide)))).forms
    assert width == pytest.approx(58)


def test_a_listener_hears_title_dose_picture_caption_steps_feel_avoid_and_notes_in_this_order() -> None:
    said = replace(card(1), notes=(NOTES["changed"], NOTES["ask-first"]))
    (section,) = drawn_at_the_top_of_page_2(said).document.elements
    roles = [kid.role for kid in section.elements]
    assert roles == ["H3", "P", "P", "Div", "L", "P", "P", "Note", "Note"]
    assert section.elements[0].text == "1Bent-knee wall stretch"
    assert section.elements[2].said["spoken"] == said.spoken
    picture, caption = section.elements[3].elements
    assert picture.said["alt"] == said.picture.alt
    assert (caption.role, caption.text) == ("Caption", said.caption)


def test_steps_are_a_numbered_list() -> None:
    (steps,) = drawn_at_the_top_of_page_2(card(1)).document.find("L")
    assert steps.said["numbering"] == "Decimal"
    assert [[kid.role for kid in item.elements] for item in steps.elements] == [["Lbl", "LBody"]] * 6
    assert steps.elements[1].text == "2 Step your right foot back, a short step."


def test_a_caution_comes_before_a_change_and_has_its_own_colour() -> None:
    drawn = drawn_at_the_top_of_page_2(replace(card(1), notes=(NOTES["changed"], NOTES["ask-first"])))
    ask, changed = drawn.at("Ask us first"), drawn.at("Changed for you.")
    assert ask.baseline < changed.baseline
    assert (ask.colour, changed.colour) == (look().palette["warning"], look().palette["accent"])
    assert ask.strong and changed.strong


def test_a_long_note_wraps_beside_its_bar() -> None:
    said = replace(card(1), notes=(replace(NOTES["changed"], text=text("word " * 40)),))
    drawn = drawn_at_the_top_of_page_2(said)
    lines = [words for words in drawn.words if words.inside[-1:] == ("Note",)]
    assert {round(words.x, 1) for words in lines if not words.strong} >= {87.7}
    assert max(words.end for words in lines) <= 198.001


def test_the_compact_type_is_for_steps_and_notes_and_never_for_the_dose() -> None:
    drawn = draw(laid(card(2), compact=True))
    assert drawn.at("Stand facing").size == 12
    assert drawn.at("Changed").size == 12
    assert drawn.at("30").size == 22


def test_the_note_of_a_compact_card_stands_as_close_as_what_to_feel() -> None:
    steps, feel, _, note = laid(card(2), compact=True).words.parts
    assert note.gap == feel.gap < laid(card(2)).words.parts[-1].gap


def test_a_card_of_a_tight_handout_is_less_tall_though_all_it_says_and_shows_is_as_large() -> None:
    usual, tight = (
        lay_out_exercise_card(card(2), style, letters=("L", "R"))
        for style in (look(), replace(look(), tight=True))
    )
    # The gaps round the dose are smaller, and its strip is as tall as the lines of its figures.
    strip = 2.504 * 12 - 24
    assert usual.height - tight.height == pytest.approx((strip + 2 + 1 + 1.65) * 25.4 / 72, abs=0.01)
    assert draw(tight).forms[0][2:] == pytest.approx(draw(usual).forms[0][2:])
    assert [words.size for words in draw(tight).words] == [words.size for words in draw(usual).words]
    assert draw(tight).overlaps() == []


def test_a_title_of_two_lines_makes_its_head_taller_and_clear_of_the_kicker() -> None:
    said = replace(card(1), title="Bent-knee stretch of the calf at a wall with " * 2)
    drawn = draw(laid(said))
    assert laid(said).head.height > 14
    assert drawn.overlaps() == []
    assert drawn.at("Stretch").end == pytest.approx(186)


def test_no_word_of_a_wordy_card_leaves_its_column() -> None:
    drawn = drawn_at_the_top_of_page_2(card(2, wordy=True))
    assert all(words.end <= 198.001 for words in drawn.words)
    assert drawn.overlaps() == []


def test_the_title_of_a_card_is_in_the_outline() -> None:
    assert drawn_at_the_top_of_page_2(card(3)).bookmarks == [("Heel raise", 2)]


def test_only_the_first_words_of_the_stop_strip_have_the_warning_colour() -> None:
    stop = lay_out_stop_strip(text("*Stop* for sharp pain. *See page 4.*"), look())
    assert stop.height == pytest.approx(10.4, abs=0.1)
    drawn = draw(stop, x=12, y=269.6)
    palette = look().palette
    assert drawn.at("Stop").x == pytest.approx(25.9, abs=0.3)
    colours = [drawn.at(start).colour for start in ("Stop", " for", "See")]
    assert colours == [palette["warning"], palette["ink"], palette["ink"]]


def test_a_stop_strip_with_much_to_say_has_more_lines() -> None:
    stop = lay_out_stop_strip(text("*Stop* for sharp pain. " * 12), look())
    assert stop.height > 15
    assert max(words.end for words in draw(stop).words) < 184


@pytest.mark.parametrize("layout", ["large-print", "giant-print", "booklet"])
def test_a_title_keeps_its_words_whole_beside_all_that_is_said_of_it(tmp_path, layout):
    plan = tmp_path / "plan.yaml"
    head = "condition: neck-shoulder-tension\nside: left\ncountry: gb\nblocks: [exercises]\n"
    for path, dose, day in ((tmp_path / "last.yaml", "3x10", 20), (plan, "3x12", 27)):
        path.write_text(f"{head}date: 2026-11-{day}\nexercises: [lateral-raise {dose}]\n", "utf-8")
    made = tmp_path / "made.pdf"
    result = handouts("make", plan, "--since", tmp_path / "last.yaml", "-l", layout, "-o", made)
    assert result.exit_code == 0, result.stderr
    lines = page_text(made.read_bytes()).splitlines()
    assert {"Side raise", "1 Side raise"} & {line.strip() for line in lines}
    assert "Changed" in " ".join(lines)
