"""The pain rule: three lights side by side, and what to do next."""

from dataclasses import replace

import pytest
from drawn import draw, look
from sample_handout import PAIN_RULE, text

from handouts.compose.exercise_blocks import PainRule
from handouts.page.blocks.pain_rule import lay_out_next_step, lay_out_pain_rule
from handouts.page.blocks.short_pain_rule import lay_out_pain_box, lay_out_short_pain_rule
from handouts.page.kit import Column


def lights(said: PainRule = PAIN_RULE) -> Column:
    return lay_out_pain_rule(said, look())


def test_the_lights_are_as_large_as_in_the_look() -> None:
    laid = lights()
    assert laid.height == pytest.approx(47.4 - 10, abs=0.3)
    panel = laid.parts[1].block.block.cells[0][1]
    assert (panel.width, panel.height) == (pytest.approx(59.33, abs=0.01), pytest.approx(27.2, abs=0.3))


def test_panels_stand_where_the_look_puts_them() -> None:
    drawn = draw(lights(), x=12, y=10)
    # The range stands behind border, padding, a sign of 7 mm and a gap.
    assert [drawn.at(start).x for start in ("0\u2013", "4\u2013", "6\u2013")] == [
        pytest.approx(left + 0.53 + 3.5 + 7 + 2.4, abs=0.3) for left in (12, 75.3, 138.7)
    ]
    assert drawn.at("Carry on").x == pytest.approx(15.9, abs=0.3)


def test_all_panels_are_as_tall_as_the_one_with_most_to_say() -> None:
    wordy = replace(PAIN_RULE.lights[1], text="Take it slowly. " * 12)
    said = replace(PAIN_RULE, lights=(PAIN_RULE.lights[0], wordy, PAIN_RULE.lights[2]))
    assert lights(said).height > lights().height + 10
    drawn = draw(lights(said))
    assert drawn.overlaps() == []


def test_a_word_too_long_for_the_head_stands_under_its_range_in_every_panel() -> None:
    long = replace(PAIN_RULE.lights[1], word="Proceed with great care")
    said = replace(PAIN_RULE, lights=(PAIN_RULE.lights[0], long, PAIN_RULE.lights[2]))
    drawn = draw(lights(said))
    assert drawn.at("Fine").baseline == drawn.at("Proceed").baseline > drawn.at("0\u2013").baseline
    assert all(words.end <= 186.001 for words in drawn.words)
    lines = [words for words in drawn.words if words.text.strip() in "Proceed with great care"]
    assert max(words.end for words in lines) <= 122.7


def test_no_body_of_a_light_ends_with_a_single_word() -> None:
    drawn = draw(lights())
    bodies = [said for said in drawn.words if said.inside[-1] == "LBody"]
    for end in {said.x: said for said in sorted(bodies, key=lambda said: said.baseline)}.values():
        assert len(end.text.split()) > 1


def test_a_listener_hears_heading_scale_and_the_lights_from_fine_to_stop() -> None:
    elements = draw(lights()).document.elements
    assert [element.role for element in elements] == ["H2", "P", "L"]
    labels, bodies = zip(*(light.elements for light in elements[2].elements), strict=True)
    assert [label.text for label in labels] == ["0\u20133 Fine", "4\u20135 Take care", "6\u201310 Stop"]
    assert all(body.role == "LBody" and body.text for body in bodies)


def test_only_the_last_light_is_reversed() -> None:
    drawn, palette = draw(lights()), look().palette
    colours = [drawn.at(word).colour for word in ("Fine", "Take care", "Stop")]
    assert colours == [palette["ink"], palette["ink"], palette["paper"]]


def test_the_next_step_is_a_pair_of_columns_with_a_box_for_every_rung() -> None:
    laid = lay_out_next_step(PAIN_RULE, look())
    assert laid.height == pytest.approx(24.0, abs=0.3)
    drawn = draw(laid, x=12, y=51.6)
    assert drawn.at("Exercises 3").x == pytest.approx(109, abs=0.3)
    assert drawn.at("Go from").x == pytest.approx(109 + 6.7, abs=0.3)
    assert sum(path.is_bordered for path in drawn.paths) == 3
    assert [element.role for element in drawn.document.elements] == ["Sect", "Sect"]


def test_without_a_next_rung_there_is_one_column() -> None:
    laid = lay_out_next_step(replace(PAIN_RULE, more_heading="", more=()), look())
    assert len(laid.cells) == 1


def test_the_short_rule_is_one_box_in_which_the_tallest_light_sets_the_height() -> None:
    laid = lay_out_short_pain_rule(PAIN_RULE, look())
    assert laid.height == pytest.approx(21.7, abs=0.3)
    drawn = draw(laid, x=12, y=232.9)
    assert drawn.at("0\u2013").x == pytest.approx(63.7, abs=0.4)
    assert drawn.at("Stop.").colour == look().palette["paper"]
    assert drawn.at("Pain during").inside[-1] == "H2"


def test_the_ranges_of_a_box_stand_on_one_line_however_much_each_light_says() -> None:
    wordy = replace(PAIN_RULE.lights[1], short="Take it slowly. " * 4, text="Take it slowly. " * 6)
    said = replace(PAIN_RULE, lights=(PAIN_RULE.lights[0], wordy, PAIN_RULE.lights[2]))
    for lay_out_box in (lay_out_short_pain_rule, lay_out_pain_box):
        drawn = draw(lay_out_box(said, look()))
        assert len({round(drawn.at(light.range_text).baseline, 2) for light in said.lights}) == 1


def test_a_long_text_makes_the_short_rule_taller() -> None:
    wordy = replace(PAIN_RULE.lights[2], short="Stop now, rest for the day and do half of it next time.")
    said = replace(PAIN_RULE, lights=(*PAIN_RULE.lights[:2], wordy), less=text("Less."))
    assert lay_out_short_pain_rule(said, look()).height > 26


def test_the_box_of_a_tight_handout_says_all_that_the_lights_say_in_less_room() -> None:
    box = lay_out_pain_box(PAIN_RULE, look(paper="letter"))
    assert box.height == pytest.approx(56 * 25.4 / 72 + 2 * 4.8 * 25.4 / 72, abs=0.1)
    drawn = draw(box)
    heading, scale, cells = drawn.document.elements[0].elements
    assert (heading.role, heading.text) == ("H2", PAIN_RULE.heading)
    assert scale.text == PAIN_RULE.short_scale
    assert [[part.text for part in light.elements] for light in cells.elements] == [
        [f"{light.range_text} {light.word}", light.text] for light in PAIN_RULE.lights
    ]
    assert drawn.overlaps() == []
    assert max(words.end for words in drawn.words) < 191.9 - 1


def test_a_box_with_more_to_say_is_taller_and_its_words_stay_in_their_cells() -> None:
    wordy = replace(PAIN_RULE.lights[1], text="Take it slowly. " * 6)
    said = replace(PAIN_RULE, lights=(PAIN_RULE.lights[0], wordy, PAIN_RULE.lights[2]))
    box = lay_out_pain_box(said, look())
    assert box.height > 30
    lines = [words for words in draw(box).words if "slowly" in words.text]
    assert min(words.x for words in lines) >= 36 + 50
    assert max(words.end for words in lines) <= 36 + 100
