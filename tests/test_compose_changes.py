"""What changed since last time is told in words, exercise by exercise."""

import re
from pathlib import Path

import pypdfium2
import pytest
from commands import PLAN, handouts, here, write_plan

from handouts.compose.changes import compose_changes
from handouts.compose.information_blocks import Paragraph, TextList
from handouts.compose.prescription import Prescription, prescribe
from handouts.compose.text import string_of
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.dose import Side
from handouts.schema.exercise import parse_chosen

pytestmark = pytest.mark.usefixtures("folder")

SPEECH = find_words("en", [CONTENT])
LIBRARY = Library(CONTENT)
HEADING = "What changed since last time"


def given(*lines: str, side: Side = "left") -> list[Prescription]:
    chosen = map(parse_chosen, lines)
    return [
        prescribe(one, LIBRARY.find_exercise(one.exercise), number=number, side=side)
        for number, one in enumerate(chosen, start=1)
    ]


def told(before: list[Prescription], now: list[Prescription]) -> list[str]:
    """Return what is said, line by line."""
    (part,) = compose_changes(before, now, speech=SPEECH).parts
    assert isinstance(part, TextList)
    return [string_of(item) for item in part.items]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("heel-raise 3x10", "heel-raise 3x15", "Now 15 in each set, was 10."),
        ("heel-raise 2x10", "heel-raise 3x10", "Now 3 sets of 10, was 2 sets of 10."),
        ("heel-raise 2x10", "heel-raise 3x12", "Now 3 sets of 12, was 2 sets of 10."),
        ("heel-raise hold 2s", "heel-raise hold 1s", "Now hold 1 second, was hold 2 seconds."),
        ("heel-raise hold 2s", "heel-raise hold 0s", "Now slow, no hold, was hold 2 seconds."),
        ("heel-raise 3/week", "heel-raise 1/day 7/week", "Now 1 time a day, was 3 days a week."),
        ("heel-raise mon,fri", "heel-raise mon,tue,fri", "Now Mon, Tue, Fri, was Mon, Fri."),
        ("heel-raise 4 weeks", "heel-raise 6 weeks", "Now 6 weeks."),
        ("heel-raise rest 60s", "heel-raise rest 90s", "Rest 90 seconds between sets."),
        ("heel-raise pain<=5", "heel-raise pain<=3", "Keep pain at 3 or less, out of 10."),
        ("heel-raise", "heel-raise note 'slowly'", "See the new note."),
        (
            "heel-raise 3x10 hold 2s",
            "heel-raise 3x12 hold 3s",
            "Now 12 in each set, was 10. Now hold 3 seconds, was hold 2 seconds.",
        ),
    ],
)
def test_another_dose_is_told_with_the_old_one(before: str, now: str, said: str) -> None:
    assert told(given(before), given(now)) == [f"Heel raise: {said}"]


def test_another_side_is_told() -> None:
    assert told(given("knee-to-wall left"), given("knee-to-wall right")) == [
        "Knee-to-wall ankle bend: Now right leg, was left leg."
    ]


def test_what_is_new_stands_in_the_order_of_the_plan_and_what_is_stopped_last() -> None:
    before = given("heel-raise", "toe-touch")
    now = given("knee-to-wall", "toe-touch", "single-leg-balance")
    assert told(before, now) == [
        "New: Knee-to-wall ankle bend.",
        "New: One-leg balance.",
        "Stopped: Heel raise.",
    ]


def test_one_exercise_for_each_leg_is_compared_leg_by_leg() -> None:
    before = given("toe-touch x5 left", "toe-touch x5 right")
    assert told(before, given("toe-touch x5 right", "toe-touch x6 left")) == [
        "Toe touch: Now 6 times, was 5 times."
    ]
    assert told(before, given("toe-touch x5 right")) == ["Stopped: Toe touch."]


def test_nothing_new_is_said_in_one_sentence() -> None:
    (part,) = compose_changes(given("heel-raise"), given("heel-raise"), speech=SPEECH).parts
    assert isinstance(part, Paragraph)
    assert string_of(part.text) == "Your exercises are the same as last time."


def test_a_note_that_is_taken_away_is_no_change_to_read_about() -> None:
    (part,) = compose_changes(given("heel-raise note 'x'"), given("heel-raise"), speech=SPEECH).parts
    assert isinstance(part, Paragraph)


LAST = PLAN.replace("3x12", "3x10").replace("2026-11-20", "2026-11-06")


def pages_of(*words: str | Path, warned: str = "") -> list[str]:
    result = handouts("make", *words, "-o", "made.pdf")
    assert result.exit_code == 0
    assert warned in result.stderr if warned else not result.stderr
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument("made.pdf")]
    return [page.replace("\r\n", " ") for page in pages]


def refused(*words: str | Path) -> str:
    before = here()
    result = handouts("make", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert here() == before
    problem, count = result.stderr.splitlines()
    assert count == "1 problem"
    return problem


def test_a_last_plan_is_named_in_the_plan_beside_it() -> None:
    Path("ana").mkdir()
    Path("ana", "last.yaml").write_text(LAST, "utf-8")
    Path("ana", "plan.yaml").write_text(PLAN + "previous: last.yaml\n", "utf-8")
    text = " ".join(pages_of("ana/plan.yaml"))
    assert f"{HEADING}" in text
    assert "Heel raise: Now 12 in each set, was 10." in text


def test_a_last_plan_is_named_with_an_option_that_wins() -> None:
    write_plan(LAST, "last.yaml")
    write_plan(LAST.replace("3x10", "3x8"), "older.yaml")
    write_plan(PLAN + "previous: last.yaml\n")
    assert "Now 12 in each set, was 8." in " ".join(pages_of("plan.yaml", "--since", "older.yaml"))


def test_a_last_plan_adds_nothing_where_there_is_none() -> None:
    write_plan()
    assert HEADING not in " ".join(pages_of("plan.yaml"))
    write_plan(PLAN + "blocks: [changes, exercises]\n")
    assert HEADING not in " ".join(pages_of("plan.yaml", warned="`changes` is left out"))


def test_a_last_plan_is_told_before_the_exercises_where_there_is_room() -> None:
    write_plan(LAST, "last.yaml")
    write_plan(PLAN + "blocks: [exercises]\n")
    text = " ".join(pages_of("plan.yaml", "--since", "last.yaml"))
    assert 0 < text.index(HEADING) < text.index("Your exercises")


def test_a_last_plan_never_costs_a_page_that_it_could_spare() -> None:
    write_plan(LAST, "last.yaml")
    write_plan()
    assert len(pages_of("plan.yaml", "--since", "last.yaml")) == len(pages_of("plan.yaml"))


def test_a_last_plan_is_told_on_page_1_wherever_the_plan_puts_it() -> None:
    write_plan(LAST, "last.yaml")
    write_plan(PLAN + "blocks: [exercises, changes, contact]\n")
    first, *_ = pages_of("plan.yaml", "--since", "last.yaml")
    assert 0 < first.index(HEADING) < first.index("Get help")


def test_the_cards_of_what_is_new_or_different_say_so() -> None:
    same, other = "seated-soleus-stretch", "heel-raise 3x12"
    write_plan(f"{LAST.partition('exercises:')[0]}exercises: [{same}, heel-raise 2x8]\n", "last.yaml")
    write_plan(f"{PLAN.partition('exercises:')[0]}exercises: [{same}, {other}, toe-touch]\n")
    text = " ".join(pages_of("plan.yaml", "--since", "last.yaml"))
    assert re.findall(r"(\w+) · \w+ · about", text) == ["Changed", "New"]


def test_a_last_plan_may_leave_its_exercises_to_the_condition() -> None:
    write_plan(LAST.partition("exercises:")[0], "last.yaml")
    write_plan()
    assert "Stopped: Seated heel raise." in " ".join(pages_of("plan.yaml", "--since", "last.yaml"))


def test_a_last_plan_that_is_missing_is_told_at_its_place() -> None:
    write_plan(PLAN + "previous: nowhere.yaml\n")
    assert refused("plan.yaml") == "plan.yaml:7:11: there is no file `…`."
    write_plan()
    assert refused("plan.yaml", "--since", "nowhere.yaml") == "nowhere.yaml: there is no such file."


def test_a_last_plan_that_is_wrong_is_told() -> None:
    write_plan(LAST.replace("heel-raise", "heel-rise"), "last.yaml")
    write_plan(PLAN + "previous: last.yaml\n")
    assert refused("plan.yaml").startswith("last.yaml:6:5: there is no exercise `heel-rise`.")


def test_a_last_plan_of_another_person_is_refused_without_saying_who() -> None:
    write_plan(LAST.replace('"4711"', '"4712"'), "last.yaml")
    write_plan()
    hint = "Name the person's last plan."
    wrong_id = f"last.yaml: this is the plan of another person: the ID is not the same. {hint}"
    assert refused("plan.yaml", "--since", "last.yaml") == wrong_id
    write_plan(LAST.replace('Sample Patient, id: "4711"', "Other Person"), "last.yaml")
    write_plan(PLAN.replace(', id: "4711"', ""))
    wrong_name = f"last.yaml: this is the plan of another person: the name is not the same. {hint}"
    assert refused("plan.yaml", "--since", "last.yaml") == wrong_name


def test_a_last_plan_may_write_a_name_in_another_way() -> None:
    write_plan(LAST.replace('Sample Patient, id: "4711"', "sample  PATIENT"), "last.yaml")
    write_plan(PLAN.replace(', id: "4711"', ""))
    assert pages_of("plan.yaml", "--since", "last.yaml")


def test_a_last_plan_cannot_come_after_this_one() -> None:
    write_plan(LAST.replace("2026-11-06", "2026-11-21"), "last.yaml")
    write_plan()
    assert refused("plan.yaml", "--since", "last.yaml") == (
        "last.yaml: this plan is of 2026-11-21, after the one that follows it, of 2026-11-20. "
        "Name the person's last plan."
    )


def test_a_last_plan_that_is_forgotten_is_a_warning() -> None:
    write_plan(PLAN + "blocks: [exercises, changes]\n")
    told = handouts("check", "plan.yaml")
    assert told.exit_code == 0
    assert told.stdout == (
        "plan.yaml:7:21: warning: `changes` is left out, since no last plan is named. "
        "Write `previous:` with its file, or give --since.\n"
    )
