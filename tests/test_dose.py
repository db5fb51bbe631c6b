import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handouts.problems import ContentError
from handouts.schema.dose import format_dose
from handouts.schema.exercise import Chosen, parse_chosen
from handouts.schema.notation import HINT, read_chosen


def read(text: str) -> Chosen:
    return parse_chosen(f"heel-raise {text}")


def told(text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read(text)
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
        ("3x", {"sets": 1, "reps": 3}),
        ("3 sets", {"sets": 3}),
        ("3 x", {"sets": 1, "reps": 3}),
        ("x10", {"reps": 10}),
        ("3 sets", {"sets": 3}),
        ("3x 2/day", {"sets": 1, "reps": 3, "times_per_day": 2}),
        ("3 x 2/day", {"sets": 1, "reps": 3, "times_per_day": 2}),
        ("2x/day", {"times_per_day": 2}),
        ("2 / day 5/week", {"times_per_day": 2, "days_per_week": 5}),
        ("hold 30s", {"hold_seconds": 30}),
        ("30s rest 60s", {"seconds": 30, "rest_seconds": 60}),
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
    assert read(text) == Chosen(exercise="heel-raise", **values)


# Each line is one dose in the words of different people.
SAME = """
3x12 | 3 x 12 reps | 3 sets of 12 | three sets of twelve | 3x12 reps | 3 × 12 | 3X12 | 3 sets, 12 reps | 3x 12
3x12 | 12 reps x 3 sets | 3 sets x 12 reps | sets: 3, reps: 12 | (3 sets of 12) | 3 rounds of 12
3x8-12 | 3x8–12 | 3 x 8 to 12 | three sets of eight to twelve | 3 sets of 8-12 reps | 3x8‑12
2-3x10-15 | 2-3 sets of 10-15 | two or three sets of 10 to 15
x10-15 | 10-15 reps | 10 to 15 repetitions | reps: 10-15
3-5x | 1x3-5 | 3-5 times | three to five times
hold 20-30s | hold 20-30 sec | 20-30s hold | hold for 20 to 30 seconds | hold 20–30 s
hold 60s | hold 1 minute | hold one minute | hold 1 min | 1 min hold | hold 60sec
3x hold 30s | 3x30s hold | 3 times, with a 30 second hold | 3 x 30 sec holds | 3*30s hold | 1x3 hold 30s
x3 hold 30s | 3 reps of 30 seconds | 3 reps x 30s hold | 3 reps of a 30 second hold
3x hold 30s | hold 30 seconds, repeat 3 times | hold 30s at the top, 3x
3 sets hold 30s | 3 sets of 30 second hold
3 sets until tired | 3x until tired
3x5 | 5x, 3 sets | 5 times, 3 sets | 3x, 5 reps
3x10 both | 3x10 per leg | 3x10/leg | 3x10 B/L | 3x10 bilat
10 sets of 3 every 1 hours | 10 sets of 3, hourly
x10 every 1 hours | x10 hourly
3x30s both | 3 x 30 sec each leg | 3 x 30 s each side
5 kg 2/day | w/ 5kg twice a day | 5 kg, 2x/day
3x30s | 3 x 30" | 3 x 30″
3x30s | 3 x 30 sec | 3 sets of 30 seconds | three sets of 30s each | 3 × 30 s | 30 sec x 3 | 30s × 3
120s | 2min | 2 minutes | for two minutes | 120 sec
90s | 1 min 30 s | 1.5 min | 1 minute and 30 seconds
rest 30-60s | rest 30-60 sec | 30-60s rest between sets | rest for 30 to 60 seconds | rest 30s-1min
hold 0s | no hold
7/week | daily | every day | each day | everyday | 7 days a week
2/day | 2 x day | 2xd
2/day | twice a day | 2x/day | 2 x a day | x2/day | 2 times a day | two times per day | 2 / day
2/day | 2 a day | 2x per day | twice each day | Two Times A Day
2/day 7/week | b.d. | twice daily | 2 times daily | 2x daily | BD | bid
3/day 7/week | tds | 3 times daily | three times daily
2-3/day | 2-3x/day | 2 to 3 times a day | two or three times a day | 2–3 times a day
every 2 days | every other day | qod | EOD | every second day | alternate days | every 2nd day
every 2 days | on alternate days | alt days | alt. days
every 3 days | every third day | every three days
every 2 hours | every two hours | q2h | q 2 hrs | 2 hourly | 2-hourly | every 2 hrs
every 1 hours | hourly | every hour
every 2-3 hours | every 2 to 3 hours
mon,tue,wed,thu,fri | weekdays | on weekdays | Mon-Fri | Monday to Friday | week days
sat,sun | weekends | Sat and Sun | at weekends
mon,tue,wed,sat | Mon-Wed, Sat
mon,tue,wed,thu,fri,sat | weekdays and Saturdays
mon,wed,fri | every Mon, Wed and Fri | mon. wed. fri.
mon,wed,fri | Monday, Wednesday and Friday | mon wed fri | Mon/Wed/Fri | on Mondays, Wednesdays and Fridays
morning and bedtime | mane and nocte
morning and evening | mornings and evenings | am and pm | in the morning and in the evening | morning, evening
morning and midday and bedtime | morning, noon and night | in the morning, at lunch and before bed
3/week | 3x week | 3x per wk | 3 days a week | three times a week | 3x/week | 3 x per week
3-4/week | 3-4 days a week | 3 to 4 times a week
5 kg | 5kg | with 5 kg | @ 5kg | @5 kg | with a 5 kg weight | 5 kilos | five kg
10 lb | 10lb | 10 lbs | 10 pounds
2 kg | two kilos | load 'two kilos'
2.5 kg | 2,5kg | with 2.5 kg
5-8 kg | 5 to 8 kg
red band | with a red band | Red Band | a red band
light resistance band | with a light resistance band
bodyweight | body weight | own bodyweight | no weight | body-weight only
tempo 2-1-3 | tempo 2/1/3 | at tempo 2:1:3 | Tempo: 2 – 1 – 3
until tired | until you tire | till tired | to fatigue | until fatigued
as you can bear | as tolerated | as much as you can bear | as you can tolerate | as can bear
6 weeks | x 6 weeks | for 6 weeks | 6/52 | for 6/52 | six weeks | 6 wks
4-6 weeks | for 4 to 6 weeks
left | L | Left leg | on the left | LEFT
both | bilateral | each leg | both legs | left and right | L/R | each side
pain<=3 | pain ≤ 3 | pain up to 3 | pain max 3/10 | keep pain at most 3 | max pain 3/10 | pain 0-3
3x12 7/week | 3x12 daily | 3 sets of 12 every day
3x12 mon,tue,wed,thu,fri | 3x12 weekdays | 3 x 12 on weekdays
120s rest 60s | 2min rest 60s | 2 min, rest 60s | 2 minutes rest for 1 minute | 2min, 60s rest
3x hold 30s rest 60s | 3 x 30s hold 60s rest | 3x hold 30s, 1 min rest | 3 times, 30 sec hold, 60 sec rest
3x 2/day | 1x3 2/day | 3x 2 times a day | 3x 2/day | 3 times, 2 times a day
3x 5 kg | 1x3 5 kg | 3 x 5kg
3x12 5 kg 2/day left | 3 sets of 12 with 5 kg, twice a day, left leg | 3x12 - 5kg - 2/day - left
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines(), ids=lambda line: line[:24])
def test_a_dose_may_be_said_in_many_ways(line: str) -> None:
    usual, *others = line.split(" | ")
    for one in (usual, *others, *(one.replace(" ", "\N{NO-BREAK SPACE}") for one in others)):
        assert format_dose(read(one)) == f"heel-raise {usual}", one


# What is said, and what must never be offered for it.
MISTAKES = [
    ("red", "wed"),
    ("reps", "rest"),
    ("3x12 rps", "rest"),
    ("blue", "tue"),
    ("bad", "both"),
    ("at", "sat"),
]


@pytest.mark.parametrize(("text", "wrong"), MISTAKES)
def test_a_word_that_is_not_understood_gets_no_misleading_guess(text: str, wrong: str) -> None:
    assert not any("Did you mean" in problem for problem in told(text))


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("10x3", ["3x10", "10 sets of 3"]),
        ("15 x 2 bd", ["2x15"]),
        ("10 x 10 sec hold x 3", ["3x10", "10 sets of 3"]),
        ("10 x 3 daily", ["x10, 3/day", "10 sets of 3, daily"]),
        ("15 min x 2 daily", ["2/day", "x2, daily"]),
        ("10 hourly", ["x10, every hour", "every 10 hours"]),
        ("2 weekly", ["2/week"]),
        ("2 min 30 s rest", []),
        ("3x5 - 10s hold", []),
        ("x3 - 5/day", []),
        ("3 s x 10 r", ["3x10", "10x3s right"]),
        ("3 x 10/day", ["10/day", "3x10, daily"]),
        ("x10 a day", ["10/day", "x10, daily"]),
        ("10 x day", ["10/day", "x10, daily"]),
    ],
)
def test_what_may_be_two_doses_is_refused_with_both(text: str, ways: list[str]) -> None:
    (problem,) = told(text)
    words, _, hint = problem.partition(" may be two doses. ")
    assert words.strip("`") in text
    assert re.findall("`(.*?)`", hint) == ways
    assert not [one for way in ways for one in read_chosen(f"heel-raise {way}").faults]


@given(st.text("abcdefghilmnoprstuvwy", min_size=2, max_size=9))
def test_whatever_is_offered_is_part_of_a_dose(word: str) -> None:
    for problem in read_chosen(f"heel-raise 3x12 {word} 30s").faults:
        for offered in re.findall("Did you mean `(.*?)`", problem.hint):
            assert not read_chosen(f"heel-raise {offered}").faults


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


KEEP = "Keep one of them, or write each dose as an item of its own."


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("3y12", ["`3y12` is not understood."]),
        ("lft", ["`lft` is not understood. Did you mean `left`?"]),
        ("hold 30", ["`hold 30` has no unit. Write `hold 30s`."]),
        ("hold 1:30", ["`hold 1:30` is not understood."]),
        ("3x12 x10", [f"`reps` is given twice, as `3x12` and as `x10`. {KEEP}"]),
        ("left right", [f"`side` is given twice, as `left` and as `right`. {KEEP}"]),
        ("3x1000", ["`reps` is 1000; the most is 100."]),
        ("hold 15 min", ["`hold_seconds` is 900; the longest hold is 600."]),
        ("3x12-8", ["the range `12-8` does not go up; write `8-12`, or a comma for two things."]),
        ("hold 20-20s", ["the range `20-20` does not go up; write `20`."]),
        ("x90-120", ["the range `90-120` must be within 1 and 100."]),
        (
            "3x12 30s",
            ["`seconds` and `reps` cannot both be; keep one of them; a hold is written `hold 30s`."],
        ),
        ("2min hold 5s", ["`seconds` and `hold_seconds` cannot both be; keep one of them."]),
        ("every 2 hours 3/day", ["`every_hours` and `times_per_day` cannot both be; keep one of them."]),
        ("every 2 hours morning", ["`every_hours` and `times_of_day` cannot both be; keep one of them."]),
        ("every other day mon", ["`every_days` and `days` cannot both be; keep one of them."]),
        ("every other day daily", ["`every_days` and `days_per_week` cannot both be; keep one of them."]),
        ("daily mon", ["`days` names 1, `days_per_week` says 7; keep one of them."]),
        ("3/day morning", ["`times_of_day` names 1, `times_per_day` says 3; keep one of them."]),
        ("tempo 2-1-3 hold 5s", ["`tempo` holds for 1, `hold_seconds` says otherwise; keep one of them."]),
        ("morning and am", ["`times_of_day` names a time twice."]),
        ("5 kg red band", [f"`load` is given twice, as `5 kg` and as `red band`. {KEEP}"]),
        ("x2 daily", ["`x2 daily` may be two doses. Write `2/day` or `x2, daily`."]),
        ("10x daily", ["`10x daily` may be two doses. Write `10/day` or `x10, daily`."]),
        ("ten times daily", ["`ten times daily` may be two doses. Write `10/day` or `x10, daily`."]),
        ("tempo 2-1", ["item 3 of `tempo` is missing."]),
        ("0/day", ["`times_per_day` is 0; the least is 1."]),
        ("mon,mon", ["`days` names a day twice."]),
        ("5/week mon,wed", ["`days` names 2, `days_per_week` says 5; keep one of them."]),
        ("3y 4z", ["`3y 4z` is not understood."]),
        (
            "3x10 as often as possible",
            ["`as often as possible` is not understood. What is no dose goes into a note."],
        ),
        (
            "10, daily",
            ["`10` is not understood. Write `x10` for repetitions, `10s` for seconds or `10 sets`."],
        ),
        ("hold for 30", ["`hold for 30` has no unit. Write `hold 30s`."]),
        (
            "hold 5 breaths",
            ["`hold 5` is not understood.", "`breaths` is not understood. What is no dose goes into a note."],
        ),
        ("hold 2.5s", ["`hold 2.5s` is not understood."]),
        ("hold 1,5 min, rest 1,5", ["`rest 1,5` is not understood."]),
        ("10 reps, +1 per week", ["`+1 per week` is not understood."]),
    ],
)
def test_a_word_that_is_not_understood_is_named(text: str, problems: list[str]) -> None:
    assert told(text) == problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("heel-raise note slowly", "the note has no quotes. Write `note 'slowly'`."),
        (
            "heel-raise note 'slowly",
            "the note has no closing '. Put it after the last word of the note; "
            "in a list in brackets, put each item in double quotes.",
        ),
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
    with pytest.raises(ContentError, match="hold 20-30s · rest 60s · tempo 2-1-3"):
        read("3y12")


def test_the_usual_order_is_the_same_however_it_was_said() -> None:
    chosen = parse_chosen("heel-raise note 'slowly' left 1/day hold 2s 3x12")
    assert format_dose(chosen) == "heel-raise 3x12 hold 2s 1/day left note 'slowly'"


def amounts(least: int, most: int) -> st.SearchStrategy[Any]:
    """Draw numbers and ranges."""
    pairs = st.tuples(st.integers(least, most), st.integers(least, most)).filter(
        lambda pair: pair[0] < pair[1]
    )
    return st.integers(least, most) | pairs


NAMED_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS = st.lists(st.sampled_from(NAMED_DAYS), min_size=1, unique=True).map(tuple)
PARTS = st.lists(st.sampled_from(["morning", "midday", "evening", "bedtime"]), min_size=1, unique=True)
NOTES = st.text("ab '\"’“”·,;x39/<=é", min_size=1, max_size=30).map(str.strip).filter(bool)
LOADS = ["5 kg", "2.5 kg", "5-8 kg", "10 lb", "red band", "extra heavy band", "bodyweight", "2 tins of beans"]
OFTEN = [
    {"times_per_day": amounts(1, 10)},
    {"every_hours": amounts(1, 12)},
    {"times_of_day": PARTS.map(tuple)},
]
WHEN = [{"days": DAYS}, {"days_per_week": amounts(1, 7)}, {"every_days": st.integers(2, 14)}]
MANY = [
    {"reps": amounts(1, 100), "hold_seconds": amounts(0, 600)},
    {"reps": amounts(1, 100), "tempo": st.tuples(st.integers(1, 30), st.integers(0, 30), st.integers(1, 30))},
    {"seconds": amounts(1, 3600)},
]
DOSES = st.tuples(st.sampled_from(OFTEN), st.sampled_from(WHEN), st.sampled_from(MANY)).flatmap(
    lambda some: st.fixed_dictionaries(
        {"exercise": st.just("heel-raise")},
        optional={
            "sets": amounts(1, 10),
            "rest_seconds": amounts(0, 600),
            "load": st.sampled_from(LOADS),
            "effort": st.sampled_from(["until tired", "as you can bear"]),
            "weeks": amounts(1, 52),
            "pain_limit": st.integers(0, 5),
            "side": st.sampled_from(["left", "right", "both"]),
            "note": NOTES,
            **some[0],
            **some[1],
            **some[2],
        },
    )
)


@given(DOSES)
@example({"exercise": "heel-raise", "seconds": 120, "rest_seconds": 60})
@example({"exercise": "heel-raise", "seconds": (188, 1712), "rest_seconds": 0})
def test_what_is_written_in_the_notation_reads_back_the_same(values: dict[str, Any]) -> None:
    chosen = Chosen(**values)
    assert parse_chosen(format_dose(chosen)) == chosen


@given(st.text(max_size=40) | st.text("3x12 hold/day'left,·<=", max_size=40))
def test_any_text_gives_a_dose_or_problems(text: str) -> None:
    try:
        assert isinstance(parse_chosen(text), Chosen)
    except ContentError as error:
        assert error.problems
