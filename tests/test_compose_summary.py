"""The plan at a glance."""

import pytest

from handouts.compose.exercise_blocks import DrawnFigure, Summary
from handouts.compose.prescription import prescribe
from handouts.compose.summary import compose_summary
from handouts.compose.text import string_of
from handouts.drawing.picture import Picture
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.exercise import parse_chosen

LIBRARY = Library(CONTENT)
ENGLISH = find_words("en", [CONTENT])


def summary(*notations: str) -> Summary:
    chosen = [parse_chosen(notation) for notation in notations]
    given = [
        prescribe(one, LIBRARY.find_exercise(one.exercise), number=number, side="left")
        for number, one in enumerate(chosen, start=1)
    ]
    pictures = [DrawnFigure(Picture((0, 1, 0, 1), ()), "left", "A picture.", "A picture.") for one in given]
    return compose_summary(given, pictures, speech=ENGLISH, goal=None, note=None)


def test_groups_stand_in_one_order_whatever_the_plans() -> None:
    shown = summary("knee-to-wall", "heel-raise", "bent-knee-wall-stretch")
    assert [group.title for group in shown.groups] == ["Stretch", "Strengthen", "Loosen"]
    assert [group.thumbnails[0].number for group in shown.groups] == [3, 2, 1]


@pytest.mark.parametrize(
    ("notation", "when"),
    [
        ("heel-raise 1/day 7/week", "Once a day"),
        ("heel-raise 2/day 7/week", "2 times a day"),
        ("heel-raise", "Mon, Wed and Fri"),
        ("heel-raise 3/day tue,thu", "3 times a day, Tue and Thu"),
        ("heel-raise 3/week", "3 days a week"),
        ("heel-raise 2/day 1/week", "2 times a day, 1 day a week"),
    ],
)
def test_a_group_says_when(notation: str, when: str) -> None:
    assert summary(notation).groups[0].lines[0] == when


def test_a_group_of_different_times_says_which_exercise_is_done_how_often() -> None:
    shown = summary("bent-knee-wall-stretch 1/day", "seated-soleus-stretch 3/day")
    assert shown.groups[0].lines == ("1: Once a day, 2 minutes", "2: 3 times a day, 2 minutes each time")


@pytest.mark.parametrize(
    ("notations", "minutes"),
    [
        (["bent-knee-wall-stretch 2/day"], "4 minutes a day"),
        (["heel-raise"], "4 minutes on Mon, Wed, Fri"),
        (["heel-raise 3/week"], "4 minutes on 3 days a week"),
        (["bent-knee-wall-stretch 2/day", "heel-raise"], "4 minutes a day. 8 on Mon, Wed, Fri."),
        (["heel-raise mon", "seated-heel-raise tue"], "0 to 6 minutes a day"),
    ],
)
def test_the_minutes_of_a_day_are_told(notations: list[str], minutes: str) -> None:
    assert string_of(summary(*notations).minutes) == minutes
