"""Doses as they are prescribed, on paper: nothing lost, nothing that contradicts, and minutes that follow."""

import re
from pathlib import Path

import pytest
from commands import handouts, write_plan
from hypothesis import given, settings
from hypothesis import strategies as st
from stacks import texts

from handouts.compose.doses import dose_cells, dose_sentence, extra_steps, own_words, told_apart
from handouts.compose.exercise_blocks import DrawnFigure, Summary
from handouts.compose.prescription import Prescription, prescribe
from handouts.compose.summary import compose_summary
from handouts.compose.text import string_of
from handouts.drawing.picture import Picture
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.exercise import Chosen, parse_chosen

LIBRARY = Library(CONTENT)
ENGLISH = find_words("en", [CONTENT])
FILE = "condition: soleus-trigger-points\npatient: {name: Sample Patient}\nside: left\ndate: 2026-11-20\n"


def given_(*notations: str) -> tuple[Prescription, ...]:
    chosen = map(parse_chosen, notations)
    return tuple(
        prescribe(one, LIBRARY.find_exercise(one.exercise), number=number, side="left")
        for number, one in enumerate(chosen, start=1)
    )


def cells(notation: str) -> list[str]:
    return ["".join(word.text for word in cell.long) for cell in dose_cells(given_(notation)[0], ENGLISH)[:3]]


def box(given: tuple[Prescription, ...]) -> Summary:
    pictures = [DrawnFigure(Picture((0, 1, 0, 1), ()), "left", "A picture.", "A picture.") for _ in given]
    return compose_summary(given, pictures, speech=ENGLISH, goal=None, note=None)


@pytest.mark.parametrize(
    ("notation", "many", "long", "often"),
    [
        ("heel-raise 3x8-12", "3 sets of 8 to 12", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise 2-3x10", "2 to 3 sets of 10", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise x10-15 daily", "2 sets of 10 to 15", "hold 2 seconds", "1 time a day"),
        ("heel-raise 3x30s", "3 sets", "for 30 seconds each", "Mon, Wed, Fri"),
        ("heel-raise 2min", "1 time", "for 2 minutes", "Mon, Wed, Fri"),
        ("single-leg-balance 3x30-45s", "3 times", "for 30 to 45 seconds each", "1 time a day"),
        ("foam-roller-release 2min", "1 time", "for 2 minutes", "1 time a day"),
        (
            "bent-knee-wall-stretch 3-5 times hold 20-30s",
            "3 to 5 times",
            "hold 20 to 30 seconds",
            "2 times a day",
        ),
        ("bent-knee-wall-stretch 3x 2-3/day", "3 times", "hold 30 seconds", "2 to 3 times a day"),
        ("heel-raise every other day", "2 sets of 12", "hold 2 seconds", "every other day"),
        (
            "heel-raise every 3 days twice a day",
            "2 sets of 12",
            "hold 2 seconds",
            "2 times a day, every 3 days",
        ),
        ("seated-soleus-stretch every 2 hours", "3 times", "hold 30 seconds", "every 2 hours"),
        (
            "seated-soleus-stretch hourly weekdays",
            "3 times",
            "hold 30 seconds",
            "every hour, Mon, Tue, Wed, Thu, Fri",
        ),
        ("knee-to-wall morning and evening", "2 sets of 10", "slow, no hold", "morning and evening"),
        ("knee-to-wall 10 reps 3-4/week", "2 sets of 10", "slow, no hold", "3 to 4 days a week"),
        ("heel-raise 3x12 5kg", "3 sets of 12 with 5\u00a0kg", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise 3x12 red band", "3 sets of 12 with red band", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise bodyweight", "2 sets of 12, no added weight", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise tempo 2-1-3", "2 sets of 12", "hold 1 second", "Mon, Wed, Fri"),
        ("heel-raise 3x until tired", "3 sets, until tired", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise 3x12 until tired", "3 sets of 12, until tired", "hold 2 seconds", "Mon, Wed, Fri"),
        ("towel-toe-curls until tired", "until tired", "hold 2 seconds", "1 time a day"),
        ("towel-toe-curls 10 times", "10 times", "hold 2 seconds", "1 time a day"),
        ("heel-raise 10 times", "1 set of 10", "hold 2 seconds", "Mon, Wed, Fri"),
        ("heel-raise 10x, daily", "1 set of 10", "hold 2 seconds", "1 time a day"),
        ("heel-raise 10 x 5 sec holds", "1 set of 10", "hold 5 seconds", "Mon, Wed, Fri"),
        ("knee-to-wall 10x hold 5s", "1 set of 10", "hold 5 seconds", "1 time a day"),
    ],
)
def test_a_dose_is_printed_plainly(notation: str, many: str, long: str, often: str) -> None:
    assert cells(notation) == [many, long, often]
    heard = dose_sentence(given_(notation)[0], ENGLISH)
    assert heard.startswith(f"{many}, {long}, ")


@pytest.mark.parametrize(
    ("notation", "low", "high"),
    [
        # 5 seconds to move and 2 to hold, 3 sets, and a minute after the first two.
        ("heel-raise 3x8-12 rest 60s", 288 / 60, 372 / 60),
        ("heel-raise 3x12 tempo 3-1-4 rest 30s", 348 / 60, 348 / 60),
        ("heel-raise 3x30s rest 60s", 210 / 60, 210 / 60),
        ("foam-roller-release 2-3min", 2, 3),
        ("bent-knee-wall-stretch 3-5 times hold 20-30s rest 10s", 80 / 60, 190 / 60),
        ("single-leg-balance 3x30s both", 3, 3),
    ],
)
def test_the_minutes_follow_from_the_dose(notation: str, low: float, high: float) -> None:
    expected = max(1, round(low)), max(1, round(high))
    minutes = given_(notation)[0].minutes
    assert minutes in (expected, expected[0]) and (minutes == expected or expected[0] == expected[1])


SECTION = [
    *(
        "3x8-12",
        "x10-15",
        "hold 20-30s",
        "3x30s",
        "2min",
        "3-5 times",
        "3 sets of 12",
        "3x12 reps",
        "10 reps",
    ),
    *(
        "daily",
        "twice a day",
        "2-3/day",
        "every other day",
        "every 2 hours",
        "weekdays",
        "morning and evening",
    ),
    *(
        "5kg",
        "10lb",
        "red band",
        "bodyweight",
        "tempo 2-1-3",
        "until tired",
        "as you can bear",
        "rest 45-60s",
    ),
    *("for 5-6 weeks", "pain<=2"),
]
ON_PAPER = {
    **{
        "3x8-12": "8 to 12",
        "x10-15": "10 to 15",
        "hold 20-30s": "20 to 30",
        "3x30s": "30 sec",
        "2min": "2 min",
    },
    **{"3-5 times": "3 to 5", "10 reps": "10", "daily": "a day", "twice a day": "2", "2-3/day": "2 to 3"},
    **{"weekdays": "Tue", "5kg": "5\u00a0kg", "10lb": "10\u00a0lb", "bodyweight": "no added weight"},
    **{"tempo 2-1-3": "come back", "as you can bear": "as you can bear", "rest 45-60s": "45 to 60 seconds"},
    **{"for 5-6 weeks": "5 to 6 weeks", "pain<=2": "Keep pain at 2", "3 sets of 12": "3", "3x12 reps": "12"},
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_every_dose_is_on_paper_in_every_layout(layout: str) -> None:
    for exercise in ("wall-toe-raise", "single-leg-balance"):
        for at in range(0, len(SECTION), 13):
            some = SECTION[at : at + 13]
            lines = [f"  - {exercise} {one} note 'Row {number}.'\n" for number, one in enumerate(some)]
            write_plan(FILE + "exercises:\n" + "".join(lines))
            assert handouts("make", "plan.yaml", "-l", layout, "-o", "a.pdf").exit_code == 0
            printed = _words("".join(texts("a.pdf")))
            for one in some:
                assert _words(ON_PAPER.get(one, one)) in printed, (layout, one)


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


NAMES = ("heel-raise", "single-leg-balance", "knee-to-wall", "bent-knee-wall-stretch", "foam-roller-release")


def amounts(least: int, most: int) -> st.SearchStrategy[int | tuple[int, int]]:
    pairs = st.tuples(st.integers(least, most), st.integers(least, most)).filter(
        lambda pair: pair[0] < pair[1]
    )
    return st.integers(least, most) | pairs


OFTEN = [
    {"times_per_day": amounts(1, 6)},
    {"every_hours": amounts(2, 5)},
    {"times_of_day": st.just(("morning", "evening"))},
]
DAYS = st.lists(st.sampled_from(["mon", "wed", "fri", "sun"]), min_size=1, unique=True).map(tuple)
WHEN = [{"days": DAYS}, {"days_per_week": amounts(1, 7)}, {"every_days": st.integers(2, 4)}]
MANY = [{"reps": amounts(1, 30), "hold_seconds": amounts(1, 60)}, {"seconds": amounts(1, 300)}]
CHOSEN = st.tuples(*map(st.sampled_from, (OFTEN, WHEN, MANY))).flatmap(
    lambda some: st.fixed_dictionaries(
        {"exercise": st.sampled_from(NAMES)},
        optional={
            "sets": amounts(2, 5),
            "rest_seconds": amounts(1, 120),
            "load": st.sampled_from(["7 kg", "2-4 lb", "red band"]),
            "weeks": amounts(1, 12),
            "pain_limit": st.integers(0, 5),
            **some[0],
            **some[1],
            **some[2],
        },
    ).map(lambda values: Chosen(**values))
)


def prescribed(chosen: list[Chosen]) -> tuple[Prescription, ...]:
    given = [
        prescribe(one, LIBRARY.find_exercise(one.exercise), number=number, side="left")
        for number, one in enumerate(chosen, start=1)
    ]
    return told_apart(given, ENGLISH)


def numbers(*said: object) -> list[str]:
    """Return the numbers of values of a dose, as digits."""
    return [digit for one in said for digit in re.findall(r"\d+", str(one))]


@settings(deadline=None)
@given(CHOSEN)
def test_every_number_that_a_plan_says_is_printed_and_heard(chosen: Chosen) -> None:
    (one,) = prescribed([chosen])
    shown = [word.text for cell in dose_cells(one, ENGLISH) for word in cell.long]
    shown += [*extra_steps(one, ENGLISH), *own_words(one, ENGLISH)]
    heard = dose_sentence(one, ENGLISH)
    said = {
        key: value for key, value in chosen.model_dump().items() if value is not None and key != "exercise"
    }
    for key in ("rest_seconds", "seconds"):
        # Whole minutes are told in minutes.
        ends = said.get(key) if isinstance(said.get(key), tuple) else (said.get(key),)
        if all(end and end % 60 == 0 for end in ends):
            said[key] = [end // 60 for end in ends]
    for key, value in said.items():
        words = {
            "every_days": {2: "other"},
            "times_per_day": {1: "once", 2: "twice"},
            "days_per_week": {7: ""},
        }
        word = words.get(key, {}).get(value) if isinstance(value, int) else None
        for number in numbers(value):
            if key == "days_per_week" and value == 7 or key == "times_per_day" and value == 1:
                continue
            assert word or number in numbers(*shown), (key, shown)
            assert (word and word in heard) or number in numbers(heard), (key, heard)


def oracle_minutes(one: Prescription, end: int) -> int:
    """Count the minutes of one session from the dose alone, at the lower (0) or the upper end (1)."""

    def at(value: int | tuple[int, int] | None, usual: int) -> int:
        return usual if value is None else value[end] if isinstance(value, tuple) else value

    dose, total = one.dose, 0.0
    rounds = at(dose.sets, 0) or (1 if dose.seconds else at(dose.reps, 1))
    for number in range(rounds):
        inside = at(dose.reps, 1) if dose.sets and not dose.seconds else 1
        each = at(dose.seconds, 0) or one.exercise.seconds_per_rep + at(dose.hold_seconds, 0)
        total += inside * each + (at(dose.rest_seconds, 0) if number else 0)
    return max(1, round(total / 60))


def oracle_times(one: Prescription, end: int) -> int:
    if one.dose.every_hours:
        hours = one.dose.every_hours
        return 16 // (hours if isinstance(hours, int) else hours[1 - end])
    if one.dose.times_of_day:
        return len(one.dose.times_of_day)
    times = one.dose.times_per_day or 1
    return times if isinstance(times, int) else times[end]


def oracle_day(given: tuple[Prescription, ...], day: str, end: int, *, floating: bool) -> int:
    total = 0
    for one in given:
        fixed = one.dose.days is None and one.dose.every_days is None and one.dose.days_per_week in (None, 7)
        on = day in one.dose.days if one.dose.days else fixed or floating
        total += oracle_minutes(one, end) * oracle_times(one, end) if on else 0
    return total


@settings(deadline=None)
@given(st.lists(CHOSEN, min_size=1, max_size=6))
def test_the_minutes_of_page_1_are_the_sum_of_the_doses(chosen: list[Chosen]) -> None:
    given = prescribed(chosen)
    shown = string_of(box(given).minutes)
    named = re.sub(r"(on )?(\d+ (to \d+ )?days? a week|every (other day|\d+ days))", "", shown)
    low = min(
        oracle_day(given, day, 0, floating=False) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )
    high = max(
        oracle_day(given, day, 1, floating=True) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    )
    found = list(map(int, numbers(named)))
    assert max(found) == high, shown
    assert min(found) == low or (low == 0 and "0" not in numbers(named)), shown


@settings(deadline=None)
@given(st.lists(CHOSEN, min_size=1, max_size=6))
def test_the_plan_box_says_of_a_group_only_what_holds_for_each_of_its_exercises(chosen: list[Chosen]) -> None:
    given = prescribed(chosen)
    for group in box(given).groups:
        members = [one for one in given if one.number in {thumb.number for thumb in group.thumbnails}]
        told: set[int] = set()
        for line in group.lines:
            head, colon, rest = line.partition(": ")
            about = [one for one in members if str(one.number) in head.split(", ")] if colon else members
            told |= {one.number for one in about}
            minutes = [re.search(r"(\d+)(?: to (\d+))? minutes?", line)]
            for found in filter(None, minutes):
                ends = (
                    sum(oracle_minutes(one, 0) for one in about),
                    sum(oracle_minutes(one, 1) for one in about),
                )
                assert (int(found[1]), int(found[2] or found[1])) == ends, line
            for one in about:
                if found := re.search(r"(\d+)(?: to (\d+))? times? a day", line):
                    times = oracle_times(one, 0), oracle_times(one, 1)
                    assert (int(found[1]), int(found[2] or found[1])) == times, line
        assert told == {one.number for one in members}


@settings(deadline=None)
@given(st.lists(CHOSEN, min_size=2, max_size=6, unique_by=repr))
def test_no_two_exercises_have_one_title(chosen: list[Chosen]) -> None:
    given = prescribed(chosen)
    alike = {(one.dose, one.exercise.id) for one in given}
    if len(alike) == len(given):
        assert len({one.title for one in given}) == len(given), [one.title for one in given]


@pytest.mark.parametrize(
    ("notations", "titles"),
    [
        (
            ["single-leg-balance 3x30s left", "single-leg-balance 2x20s right"],
            ["One-leg balance, left leg", "One-leg balance, right leg"],
        ),
        (
            ["heel-raise 3x12 morning", "heel-raise 3x12 evening"],
            ["Heel raise, morning", "Heel raise, evening"],
        ),
        (
            ["heel-raise 2x8 note 'Bad days.'", "heel-raise 3x12 note 'Good days.'"],
            ["Heel raise, Bad days.", "Heel raise, Good days."],
        ),
        (["heel-raise 2x8", "heel-raise 3x12"], ["Heel raise, 2 sets of 8", "Heel raise, 3 sets of 12"]),
        (["heel-raise mon", "heel-raise fri"], ["Heel raise, Mon", "Heel raise, Fri"]),
        (["heel-raise 2x8", "toe-touch"], ["Heel raise", "Toe touch"]),
    ],
)
def test_an_exercise_that_stands_twice_is_told_apart(notations: list[str], titles: list[str]) -> None:
    assert [one.title for one in told_apart(given_(*notations), ENGLISH)] == titles


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("layout", ["clinic", "plan-sheet"])
def test_the_rows_of_one_exercise_are_told_apart_on_every_page(layout: str) -> None:
    lines = "  - single-leg-balance 3x30s morning left\n  - single-leg-balance 2x20s evening right\n"
    write_plan(FILE + "exercises:\n" + lines)
    assert handouts("make", "plan.yaml", "-l", layout, "-o", "a.pdf").exit_code == 0
    printed = _words("".join(texts("a.pdf")))
    least = 1 if layout == "plan-sheet" else 2
    assert printed.count("One-legbalance,leftleg") >= least
    assert printed.count("One-legbalance,rightleg") >= least


@pytest.mark.usefixtures("folder")
def test_a_side_of_an_exercise_for_both_legs_is_refused_with_the_right_word() -> None:
    write_plan(FILE + "exercises: [heel-raise 3x12 left, Seated calf raise 2x10 R, toe-touch both]\n")
    made = handouts("make", "plan.yaml")
    assert made.exit_code == 1
    assert (
        "`side` is `left`, but heel raise works both legs. Leave out the side, or choose `single-heel-raise`."
        in made.stderr
    )
    assert "`side` is `right`, but seated heel raise works both legs." in made.stderr
    assert "toe touch" not in made.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("limb", "named"), [("limb: arm", "left arm"), ("", "left side")])
def test_words_of_the_side_are_those_of_what_works(limb: str, named: str) -> None:
    text = (CONTENT / "exercises" / "knee-to-wall.yaml").read_text("utf-8")
    for old, new in (("limb: leg", limb), ("id: knee-to-wall", "id: wall-slide")):
        assert old in text
        text = text.replace(old, new)
    Path("content/exercises").mkdir(parents=True)
    Path("content/exercises/wall-slide.yaml").write_text(text, "utf-8")
    for side, words in (("left", named), ("both", f"each {named.split()[1]}")):
        write_plan(FILE + f"exercises: [wall-slide 3x10 {side}]\nblocks: [exercises]\n")
        assert handouts("make", "plan.yaml", "-o", "a.pdf", "--force").exit_code == 0
        # At the top stands the side of the condition, which is a leg's.
        printed = " ".join("".join(texts("a.pdf")).lower().split()).replace("side left leg", "")
        assert words in printed
        assert f"{words.split()[0]} leg" not in printed
    write_plan(FILE + "exercises: [wall-slide 3x10 left]\n")
    Path("content/exercises/wall-slide.yaml").write_text(
        text.replace("sides: each", "sides: together"), "utf-8"
    )
    both = f"both {named.split()[1]}s"
    assert (
        f"`side` is `left`, but knee-to-wall ankle bend works {both}." in handouts("make", "plan.yaml").stderr
    )


@pytest.mark.usefixtures("folder")
def test_the_exercise_for_one_leg_is_offered_where_there_is_one() -> None:
    text = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    own = Path("content/exercises")
    own.mkdir(parents=True)
    text = text.replace("id: heel-raise", "id: calf-raise-single").replace("sides: together", "sides: each")
    (own / "calf-raise-single.yaml").write_text(
        text.replace("title: Heel raise", "title: One-leg heel raise"), "utf-8"
    )
    write_plan(FILE + "exercises: [heel-raise 3x12 left]\n")
    assert "Leave out the side, or choose `calf-raise-single`." in handouts("make", "plan.yaml").stderr


@pytest.mark.usefixtures("folder")
def test_advice_to_progress_comes_from_the_exercises_of_the_plan() -> None:
    def printed(*lines: str) -> str:
        write_plan(FILE + "exercises:\n" + "".join(f"  - {line}\n" for line in lines))
        assert handouts("make", "plan.yaml", "-o", "a.pdf").exit_code == 0
        return " ".join("".join(texts("a.pdf")).split())

    balance = printed("single-leg-balance 3x30s")
    assert "Close your eyes" in balance
    assert not re.search("in each set|sets of 15|heel raise", balance)
    both = printed("heel-raise 3x15", "seated-heel-raise 2x10")
    assert "Build up to 3 sets of 15" not in both
    assert "Ask us about one-leg heel raises" in both
    assert "Does it feel easy?" not in printed("bent-knee-wall-stretch")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Heel raise", "heel-raise"),
        ("calf raise", "heel-raise"),
        ("heel-raises", "heel-raise"),
        ("HEEL RAISES", "heel-raise"),
        ("Double heel raise", "heel-raise"),
        ("seated calf raises", "seated-heel-raise"),
        ("One-leg balance", "single-leg-balance"),
        ("one leg stands", "single-leg-balance"),
        ("Knee to wall", "knee-to-wall"),
        ("runners stretch", "straight-knee-wall-stretch"),
        ("Runner’s stretch", "straight-knee-wall-stretch"),
        ("toe curls", "towel-toe-curls"),
        ("• heel\N{NO-BREAK SPACE}raise", "heel-raise"),
        ("1. Heel raise", "heel-raise"),
    ],
)
def test_an_exercise_is_found_by_any_of_its_names(name: str, exercise: str) -> None:
    made = handouts(
        "new",
        "a.yaml",
        "--condition",
        "soleus-trigger-points",
        "--side",
        "L",
        "--exercise",
        f"{name} 3x12 daily",
    )
    assert made.exit_code == 0, made.stderr
    assert f"- {exercise} 3x12 7/week" in Path("a.yaml").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_an_ambiguous_name_lists_what_it_may_be_and_an_unknown_one_is_told_once() -> None:
    text = (CONTENT / "exercises" / "heel-raise.yaml").read_text("utf-8")
    own = Path("content/exercises")
    own.mkdir(parents=True)
    (own / "my-raise.yaml").write_text(text.replace("id: heel-raise", "id: my-raise"), "utf-8")
    write_plan(FILE + "exercises: [calf raise 3x12, {exercise: Calf raise}, Heel rise 2x10]\n")
    said = handouts("make", "plan.yaml").stderr
    assert said.count("`calf raise` may be `heel-raise` or `my-raise`.") == 1
    assert said.count("`Calf raise` may be `heel-raise` or `my-raise`.") == 1
    assert said.count("there is no exercise `Heel rise`. Did you mean `heel-raise`?") == 1


@pytest.mark.usefixtures("folder")
def test_a_second_exercise_in_one_item_is_told_as_what_it_is() -> None:
    write_plan(FILE + "exercises: ['heel-raise 3x12, knee to wall 2x10']\n")
    assert "another exercise begins here, `knee to wall`." in handouts("make", "plan.yaml").stderr


@pytest.mark.usefixtures("folder")
def test_many_exercises_and_minutes_are_warned_of_with_the_evidence() -> None:
    names = (
        "heel-raise",
        "toe-touch",
        "knee-to-wall",
        "single-leg-balance",
        "towel-toe-curls",
        "seated-heel-raise",
    )
    write_plan(FILE + "exercises:\n" + "".join(f"  - {name} 3/day daily\n" for name in names))
    for words in (("make", "plan.yaml", "-o", "a.pdf"), ("check", "plan.yaml")):
        result = handouts(*words)
        assert result.exit_code == 0
        assert (
            "6 exercises are many: in a small trial people did 2 better than 8 (Henry 1999)." in result.output
        )
        assert re.search(
            r"take up to \d+ minutes on the fullest day, more than 20\..*Okezue 2019", result.output
        )
    write_plan(FILE + "exercises: [heel-raise]\n")
    assert "warning" not in handouts("make", "plan.yaml", "-o", "a.pdf").output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("dose", "warning"),
    [
        ("heel raise 3x12 2/day", "`heel-raise` is printed for its usual days, Mon, Wed, Fri."),
        ("heel raise 3x12 morning", "`heel-raise` is printed for its usual days, Mon, Wed, Fri."),
        ("heel raise 3x", "`heel-raise` is printed as 3 times in all; its usual is 2 sets of 12."),
        ("heel raise 3x12 tds", ""),
        ("heel raise 3x12 2/day tue,thu", ""),
        ("heel raise 10 reps", "`heel-raise` is printed with its usual sets, 2 sets of 10."),
        ("heel raise 10 times", ""),
        ("toe touch x3 2/day", ""),
    ],
)
def test_what_is_half_said_and_printed_as_usual_is_told(dose: str, warning: str) -> None:
    write_plan(FILE + f"exercises:\n  - {dose}\n")
    for words in (("make", "plan.yaml", "-o", "a.pdf"), ("check", "plan.yaml")):
        told = handouts(*words)
        assert told.exit_code == 0
        assert warning in told.output
        assert ("printed" in told.output) == bool(warning)


@pytest.mark.usefixtures("folder")
def test_a_colon_may_stand_between_the_name_and_the_dose() -> None:
    write_plan(FILE + "exercises: ['heel raise: 3x9']\n")
    handouts("make", "plan.yaml", "-o", "a.pdf")
    assert "3 sets of 9" in " ".join(texts(Path("a.pdf")))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("item", ["heel raise 3x12 note 'easier: hold the rail'", "heel-raise: 3x12"])
def test_an_exercise_that_a_colon_made_a_key_of_is_told_the_way_out(item: str) -> None:
    write_plan(FILE + f"exercises:\n  - toe-touch\n  - {item}\n")
    said = handouts("make", "plan.yaml").stderr
    assert said.startswith("plan.yaml:7:5: a colon makes this a key with a value")
    assert "all of it in double quotes" in said
    assert said.endswith("1 problem\n")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (
            "lateral-raise 3x10 2kg",
            "the steps of side raise use a band. Leave it out, or choose `weight-side",
        ),
        ("neck-rotation 5kg", "the load is a weight, but the steps of neck turns use none. Leave it out."),
        ("ankle-pumps red band", "the load is a band, but the steps of ankle pumps use none."),
        ("weight-side-raise 3x10 2kg", ""),
        ("band-row 3x10 blue band", ""),
        ("heel-raise 3x10 5kg", ""),
        ("ankle-pumps yellow TheraBand", "the load is a band, but the steps of ankle pumps use none."),
        ("toe-touch body weight", ""),
    ],
)
def test_a_load_that_the_steps_do_not_allow_is_refused(dose: str, told: str) -> None:
    write_plan(f"patient: {{id: '1'}}\ncountry: gb\nexercises: [{dose}]\n")
    made = handouts("make", "plan.yaml", "-o", "a.pdf")
    assert told in made.stderr
    assert made.exit_code == (1 if told else 0), made.stderr


@pytest.mark.usefixtures("folder")
def test_a_diary_says_what_is_not_done_each_day() -> None:
    doses = ("heel-raise 3x12 3 days a week", "toe-touch x3 3 days a week", "knee-to-wall x5 every other day")
    write_plan(FILE + "exercises:\n" + "".join(f"  - {one}\n" for one in (*doses, "ankle-pumps x10 daily")))
    for layout in ("clinic", "large-print", "leaflet", "giant-print"):
        handouts("make", "plan.yaml", "-o", "a.pdf", "--force", "-l", layout)
        said = " ".join(" ".join(texts(Path("a.pdf"))).split())
        assert ("1, 2: 3 days a week. 3: every other day." in said) == ("Your diary" in said), layout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("doses", "count"),
    [
        ("one-leg heel raise 3x12 both; one-leg heel raise 2x10 right", 1),
        ("one-leg heel raise 3x12 left; one-leg heel raise 2x10 left", 1),
        ("one-leg heel raise 3x12 left; one-leg heel raise 2x10 right", 0),
        ("heel raise 3x12 daily am; heel raise 2x10 daily pm; heel raise 2x10 note 'slowly'", 0),
    ],
)
def test_two_doses_for_one_leg_at_one_time_are_told(doses: str, count: int) -> None:
    write_plan(FILE + f"exercises: {doses}\n")
    said = handouts("make", "plan.yaml", "-o", "a.pdf").output
    assert said.count("is given twice for one side and time") == count


@pytest.mark.usefixtures("folder")
def test_a_dose_may_stand_before_its_exercise() -> None:
    write_plan(
        FILE + "exercises: 3 x 10 daily heel raises; 20 min walking plan; - 2x hold 30s left calf stretch\n"
    )
    assert handouts("make", "plan.yaml", "-o", "a.pdf", "--save-plan", "b.yaml").exit_code == 0
    saved = Path("b.yaml").read_text("utf-8").partition("exercises:\n")[2].splitlines()[:3]
    doses = ["heel-raise 3x10 7/week", "walking-plan 1200s", "straight-knee-wall-stretch 2x hold 30s left"]
    assert saved == [f"  - {one}" for one in doses]
