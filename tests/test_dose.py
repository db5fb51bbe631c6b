from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.problems import ContentError
from handouts.schema.dose import Chosen, format_dose, parse_chosen
from handouts.schema.notation import HINT


def told(text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        parse_chosen(f"heel-raise {text}")
    return [
        str(problem).removeprefix("exercise: ").removesuffix(HINT).strip()
        for problem in refused.value.problems
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3x12", {"sets": 3, "reps": 12}),
        ("3 x 12", {"sets": 3, "reps": 12}),
        ("3×12", {"sets": 3, "reps": 12}),
        ("3X12", {"sets": 3, "reps": 12}),
        ("3x", {"sets": 3}),
        ("3 x", {"sets": 3}),
        ("x10", {"reps": 10}),
        ("3 sets", {"sets": 3}),
        ("3x 2/day", {"sets": 3, "times_per_day": 2}),
        ("3 x 2/day", {"sets": 3, "times_per_day": 2}),
        ("2x/day", {"times_per_day": 2}),
        ("2 / day 5/week", {"times_per_day": 2, "days_per_week": 5}),
        ("hold 30s", {"hold_seconds": 30}),
        ("hold 30 s", {"hold_seconds": 30}),
        ("hold 90sec", {"hold_seconds": 90}),
        ("hold 1 min rest 2 minutes", {"hold_seconds": 60, "rest_seconds": 120}),
        ("mon,wed,fri", {"days": ("mon", "wed", "fri")}),
        ("Mon, wed", {"days": ("mon", "wed")}),
        ("4 weeks", {"weeks": 4}),
        ("1 week", {"weeks": 1}),
        ("left", {"side": "left"}),
        ("pain<=3", {"pain_limit": 3}),
        ("pain ≤ 3", {"pain_limit": 3}),
        (
            "3x12 · hold 2s; 1/day, left",
            {"sets": 3, "reps": 12, "hold_seconds": 2, "times_per_day": 1, "side": "left"},
        ),
        ("", {}),
    ],
)
def test_the_notation_says(text: str, values: dict[str, Any]) -> None:
    assert parse_chosen(f"heel-raise {text}") == Chosen(exercise="heel-raise", **values)


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("note 'slowly'", "slowly"),
        ('note "slowly"', "slowly"),
        ("note “slowly”", "slowly"),
        ("note „slowly“", "slowly"),
        ("note ‘don’t rush’", "don’t rush"),
        ("note 'don't rush'", "don't rush"),
        ("note 'the patients' choice'", "the patients' choice"),
        ("note 'it''s fine'", "it's fine"),
        ("note 'left, then right: 3x12'", "left, then right: 3x12"),
        ("note '3×12'", "3×12"),
    ],
)
def test_a_note_stands_in_quotes_of_any_kind(written: str, note: str) -> None:
    chosen = parse_chosen(f"heel-raise {written} left")
    assert (chosen.note, chosen.side) == (note, "left")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("3y12", ["`3y12` is not understood."]),
        ("lft", ["`lft` is not understood. Did you mean `left`?"]),
        ("hold 30", ["`hold 30` has no unit. Write `hold 30s`."]),
        ("hold 1:30", ["`hold 1:30` is not understood."]),
        ("3x12 x10", ["`reps` is given twice, as `3x12` and as `x10`. Keep one of them."]),
        ("left right", ["`side` is given twice, as `left` and as `right`. Keep one of them."]),
        ("3x1000", ["`reps` is 1000; the most is 100."]),
        ("hold 15 min", ["`hold_seconds` is 900; the longest hold is 180."]),
        ("0/day", ["`times_per_day` is 0; the least is 1."]),
        ("mon,mon", ["`days` names a day twice."]),
        ("5/week mon,wed", ["`days` names 2, `days_per_week` says 5; keep one of them."]),
        ("3y 4z", ["`3y` is not understood.", "`4z` is not understood."]),
    ],
)
def test_a_word_that_is_not_understood_is_named(text: str, problems: list[str]) -> None:
    assert told(text) == problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("heel-raise note slowly", "the note has no quotes. Write `note 'slowly'`."),
        ("heel-raise note 'slowly", "the note has no closing '. Put it after the last word of the note."),
        ("heel-raise note ''", "the note is empty. Leave it out."),
        ("3x12 hold 2s", "the exercise is missing before the dose. Write it like `heel-raise 3x12 hold 2s`."),
        ("", "the exercise is missing before the dose. Write it like `heel-raise 3x12`."),
    ],
)
def test_a_chosen_exercise_that_is_not_complete_says_what_to_write(text: str, problem: str) -> None:
    with pytest.raises(ContentError) as refused:
        parse_chosen(text)
    assert str(refused.value) == f"exercise: {problem}"


def test_what_is_not_understood_shows_the_notation() -> None:
    with pytest.raises(ContentError, match="hold 30s · rest 60s · 2/day"):
        parse_chosen("heel-raise 3y12")


def test_the_usual_order_is_the_same_however_it_was_said() -> None:
    chosen = parse_chosen("heel-raise note 'slowly' left 1/day hold 2s 3x12")
    assert format_dose(chosen) == "heel-raise 3x12 hold 2s 1/day left note 'slowly'"


DAYS = st.lists(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1, unique=True)
NOTES = st.text("ab '\"’“”·,;x39/<=é", min_size=1, max_size=30).map(str.strip).filter(bool)
DOSES = st.fixed_dictionaries(
    {"exercise": st.just("heel-raise")},
    optional={
        "sets": st.integers(1, 10),
        "reps": st.integers(1, 100),
        "hold_seconds": st.integers(0, 180),
        "rest_seconds": st.integers(0, 600),
        "times_per_day": st.integers(1, 10),
        "days": DAYS.map(tuple),
        "weeks": st.integers(1, 26),
        "pain_limit": st.integers(0, 5),
        "side": st.sampled_from(["left", "right", "both"]),
        "note": NOTES,
    },
)


@given(DOSES)
def test_what_is_written_in_the_notation_reads_back_the_same(values: dict[str, Any]) -> None:
    chosen = Chosen(**values)
    assert parse_chosen(format_dose(chosen)) == chosen


@given(st.text(max_size=40) | st.text("3x12 hold/day'left,·<=", max_size=40))
def test_any_text_gives_a_dose_or_problems(text: str) -> None:
    try:
        assert isinstance(parse_chosen(text), Chosen)
    except ContentError as error:
        assert error.problems
