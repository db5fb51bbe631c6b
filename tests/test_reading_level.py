"""English text becomes a school grade."""

import pytest

from handouts.library.reading_level import reading_grade, syllables_in


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("heel", 1),
        ("the", 1),
        ("muscle", 2),
        ("reaches", 2),
        ("lifted", 2),
        ("eased", 1),
        ("anatomy", 4),
        ("30", 1),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables_in(word) == count


def test_plain_words_read_easily_and_hard_ones_do_not() -> None:
    assert reading_grade(["Keep both heels down. Bend your knees."]) < 2
    assert reading_grade(["Persistent immobilisation occasionally precipitates deterioration."]) > 15


def test_no_words_have_no_grade() -> None:
    assert reading_grade([]) == 0
    assert reading_grade(["..."]) == 0
