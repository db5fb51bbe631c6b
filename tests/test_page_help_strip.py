from dataclasses import replace

from looks import look
from pytest import approx
from sample_handout import HELP_STRIP, text

from handouts.compose.information_blocks import HelpQuestion
from handouts.page.blocks.help_strip import lay_out_help_strip


def test_two_short_questions_stand_on_two_lines():
    strip = lay_out_help_strip(HELP_STRIP, look())
    assert strip.height == approx(15.9, abs=0.1)
    assert [question.height for question, _ in strip.questions] == [approx(2 * 16 / 72 * 25.4)] * 2


def test_only_the_question_that_must_is_broken():
    longer = HelpQuestion(
        text("*One calf swollen, hot or a new colour?*"),
        text("Call your *doctor* today. No massage. See page 4."),
    )
    strip = lay_out_help_strip(replace(HELP_STRIP, questions=(HELP_STRIP.questions[0], longer)), look())
    lines = [question.height / (16 / 72 * 25.4) for question, _ in strip.questions]
    assert lines == [approx(2), approx(3)]


def test_three_questions_share_the_strip():
    strip = lay_out_help_strip(replace(HELP_STRIP, questions=HELP_STRIP.short_questions), look())
    assert len(strip.questions) == 3
    for question, width in strip.questions:
        assert max(part.block.width for part in question.parts) < width
