"""What an author writes becomes runs of text; what a person types stays as it is."""

import pytest

from handouts.compose.text import Span, one_span, string_of, text_of


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("Stand tall.", (Span("Stand tall."),)),
        ("**Stop** here.", (Span("Stop", strong=True), Span(" here."))),
        ("Your {side} leg.", (Span("Your left leg."),)),
        (
            "The soleus, [la:musculus soleus], lifts the heel.",
            (Span("The soleus, "), Span("musculus soleus", language="la"), Span(", lifts the heel.")),
        ),
        ("**[fr:Doucement]** now", (Span("Doucement", strong=True, language="fr"), Span(" now"))),
        ("[a note] and [1:2]", (Span("[a note] and [1:2]"),)),
    ],
)
def test_marks_make_strong_and_foreign_runs(message: str, text: tuple[Span, ...]) -> None:
    assert text_of(message, side="left") == text


def test_a_value_is_never_read_for_marks() -> None:
    assert text_of("For {name}.", name="**A** [la:B] {side}") == (Span("For **A** [la:B] {side}."),)


def test_typed_words_keep_every_mark() -> None:
    assert string_of(one_span("**A** [la:B] {side}")) == "**A** [la:B] {side}"
