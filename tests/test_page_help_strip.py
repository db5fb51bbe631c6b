from dataclasses import replace

from drawn import draw, look
from pytest import approx
from sample_handout import HELP_STRIP, text

from handouts.compose.information_blocks import HelpQuestion
from handouts.page.blocks.help_strip import lay_out_help_strip


def lines_of(strip, start):
    """Return the lines of the question that begins with these words, the first run of each."""
    drawn = draw(strip, style=look())
    left = drawn.at(start).x
    return [words.text for words in drawn.words if words.x == approx(left)]


def test_two_short_questions_stand_on_two_lines():
    strip = lay_out_help_strip(HELP_STRIP, look())
    assert strip.height == approx(15.9, abs=0.1)
    assert [len(lines_of(strip, start)) for start in ("Chest pain", "One calf")] == [2, 2]


def test_only_the_question_that_must_is_broken():
    longer = HelpQuestion(
        text("*One calf swollen, hot or a new colour?*"),
        text("Call your *doctor* today. No massage. See page 4."),
    )
    strip = lay_out_help_strip(replace(HELP_STRIP, questions=(HELP_STRIP.questions[0], longer)), look())
    assert [len(lines_of(strip, start)) for start in ("Chest pain", "One calf")] == [2, 3]


def test_three_questions_share_the_strip():
    strip = lay_out_help_strip(replace(HELP_STRIP, questions=HELP_STRIP.short_questions), look())
    drawn = draw(strip, style=look())
    assert drawn.overlaps() == []
    starts = [drawn.at(start).x for start in ("Sudden", "One calf", "A pop")]
    assert starts == sorted(starts)
    assert max(words.end for words in drawn.words) < 186
