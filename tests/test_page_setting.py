from drawn import look
from hypothesis import given
from hypothesis import strategies as st

from handouts.compose.text import Span, one_span
from handouts.page.typesetting import balanced, set_text, settled, text_width_mm
from handouts.schema.layout import Face

BODY = look().face("body")
WORDS = st.text("abcdefghi WIl.-é", max_size=120)
TEXTS = st.lists(st.builds(Span, WORDS, st.booleans()), max_size=4).map(tuple)
WIDTHS = st.floats(8, 120)


def said(text):
    return "".join(piece.span.text for line in text.lines for piece in line)


def printed_lines(text):
    return ["".join(piece.span.text for piece in line).strip() for line in text.lines]


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_column(text, width):
    assert set_text(text, BODY, width_mm=width).width_mm <= width + 0.02


@given(TEXTS, WIDTHS)
def test_no_text_is_lost_or_moved(text, width):
    for setting in (set_text, balanced, settled):
        assert said(setting(text, BODY, width_mm=width)) == "".join(span.text for span in text)


@given(TEXTS, WIDTHS)
def test_lines_of_like_length_take_no_more_lines_and_no_more_room(text, width):
    greedy, even = (setting(text, BODY, width_mm=width) for setting in (set_text, balanced))
    assert len(even.lines) == len(greedy.lines)
    assert even.width_mm <= width + 0.02


def test_a_word_too_long_for_a_line_is_broken_between_letters():
    text = set_text(one_span("Donaudampfschifffahrt"), BODY, width_mm=20)
    assert len(text.lines) > 1
    assert "".join(printed_lines(text)) == "Donaudampfschifffahrt"


def test_words_parted_by_a_change_of_weight_but_no_space_stay_together():
    text = (Span("Call "), Span("999", strong=True), Span(". Now"))
    width = text_width_mm("Call 999", BODY, strong=True)
    assert printed_lines(set_text(text, BODY, width_mm=width - 0.1))[0] == "Call"


def test_a_balanced_heading_has_no_lonely_last_word():
    words = one_span("Your plan for the soleus, a deep muscle")
    width = text_width_mm("Your plan for the soleus, a deep", BODY) + 1
    assert printed_lines(set_text(words, BODY, width_mm=width))[-1] == "muscle"
    assert " " in printed_lines(balanced(words, BODY, width_mm=width))[-1]


def test_a_lonely_last_word_gets_company_without_another_line():
    words = one_span("Pain in the upper calf. It can reach the back of the knee.")
    width = text_width_mm("Pain in the upper calf. It can reach the back of the", BODY) + 1
    lines = printed_lines(settled(words, BODY, width_mm=width))
    assert len(lines) == 2
    assert lines[-1] == "the knee."


def test_leading_gives_the_height():
    face = Face(size_pt=12, leading_pt=18)
    assert set_text(one_span("a b"), face, width_mm=3).height_mm == 2 * 18 / 72 * 25.4


def test_a_line_never_ends_at_a_no_break_space() -> None:
    for space in "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}":
        room = text_width_mm("Walk for 10", BODY)
        assert printed_lines(set_text(one_span(f"Walk for 10{space}km"), BODY, width_mm=room)) == [
            "Walk for",
            f"10{space}km",
        ]


def test_a_word_too_long_for_a_line_is_parted_at_its_hyphens():
    assert printed_lines(set_text(one_span("Nose-to-armpit"), BODY, width_mm=18)) == ["Nose-to-", "armpit"]
