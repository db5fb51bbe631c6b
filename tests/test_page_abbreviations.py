"""Short forms are heard as their full words; what people typed is left alone."""

from drawn import Drawn, look

from handouts.page.pen import NONE, Abbreviations, Pen
from handouts.page.typesetting import text_width_mm

SHORT = Abbreviations((("GP", "general practitioner"), ("A&E", "accident and emergency"), ("Mon", "Monday")))


def test_only_whole_words_in_their_own_letters_are_short_forms() -> None:
    parts = list(SHORT.parts("Mon: ask a GP, not GPs, on Monday or mon, at A&E."))
    assert [part for part, full in parts if full] == ["Mon", "GP", "A&E"]
    assert "".join(part for part, _ in parts) == "Mon: ask a GP, not GPs, on Monday or mon, at A&E."


def test_without_short_forms_words_stay_one_run() -> None:
    assert list(NONE.parts("Ask a GP")) == [("Ask a GP", "")]


def test_a_short_form_is_an_element_with_its_full_words_and_stands_where_it_stood() -> None:
    drawn, face = Drawn(), look().face("body")
    pen = Pen(drawn, look(), SHORT)
    with pen.element("P"):
        pen.text(20, 50, "Ask a GP today", face)
    (span,) = drawn.document.find("Span")
    assert (span.said["expansion"], span.text) == ("general practitioner", "GP")
    assert abs(drawn.at(" today").x - 20 - text_width_mm("Ask a GP", face)) < 0.001


def test_typed_words_have_no_short_forms() -> None:
    drawn = Drawn()
    Pen(drawn, look(), SHORT).verbatim.text(20, 50, "Mon Example", look().face("body"))
    assert drawn.document.find("Span") == []
    assert [words.text for words in drawn.words] == ["Mon Example"]
