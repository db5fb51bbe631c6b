"""`handouts make --calendar`: the sessions of the doses as reminders that any calendar takes in."""

from pathlib import Path

import pytest
from commands import PLAN, handouts, here, write_plan
from own_content import plan_of, write_exercise

pytestmark = pytest.mark.usefixtures("folder")

# The plan is dated Friday, 20 November 2026.
REVIEW = ("--review", "+14")


def raw(*words: str, plan: str = PLAN) -> bytes:
    result = handouts("make", write_plan(plan), "-o", "a.pdf", "--calendar", "a.ics", "--force", *words)
    assert (result.exit_code, result.stdout) == (0, "a.pdf\na.ics\n"), result.stderr
    return Path("a.ics").read_bytes()


def events(*words: str, plan: str = PLAN) -> list[dict[str, str]]:
    """Return what each event says, as a calendar reads it: unfolded, with what is in its alarm left out."""
    lines = raw(*words, plan=plan).decode().replace("\r\n ", "").split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    found: list[dict[str, str]] = []
    open_parts: list[str] = []
    for line in lines[:-1]:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append(value)
            found += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert open_parts.pop() == value
        elif open_parts == ["VCALENDAR", "VEVENT"]:
            assert name not in found[-1]
            found[-1][name] = value
    assert open_parts == []
    return found


def dose(notation: str) -> list[tuple[str, str]]:
    """Return when a heel raise with this dose is first, and how it comes again."""
    told = events("--set", f"exercises=heel-raise 3x12 {notation}", *REVIEW)
    return [(one["DTSTART"], one["RRULE"]) for one in told if "RRULE" in one]


@pytest.mark.parametrize(
    ("notation", "first", "again"),
    [
        ("daily", ["20261120T09"], "FREQ=DAILY;UNTIL=20261203T235959"),
        ("daily 2/day", ["20261120T09", "20261120T18"], "FREQ=DAILY;UNTIL=20261203T235959"),
        ("daily morning and bedtime", ["20261120T08", "20261120T21"], "FREQ=DAILY;UNTIL=20261203T235959"),
        ("every other day", ["20261120T09"], "FREQ=DAILY;INTERVAL=2;UNTIL=20261203T235959"),
        ("mon,thu", ["20261123T09"], "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261203T235959"),
        ("3/week", ["20261120T09"], "FREQ=WEEKLY;BYDAY=TU,FR,SU;UNTIL=20261203T235959"),
        ("daily 4 weeks", ["20261120T09"], "FREQ=DAILY;UNTIL=20261217T235959"),
        (
            "daily every 5 hours",
            ["20261120T07", "20261120T12", "20261120T17", "20261120T22"],
            "FREQ=DAILY;UNTIL=20261203T235959",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_dose_comes_again_when_it_says(notation: str, first: list[str], again: str) -> None:
    assert dose(notation) == [(f"{hour}0000", again) for hour in first]


def test_what_is_done_at_one_time_is_one_reminder_with_its_doses() -> None:
    exercises = "exercises=heel-raise 3x12 hold 2s daily; toe-touch 2x5 hold 3s daily"
    (one, _) = events("--set", exercises, *REVIEW)
    assert one["SUMMARY"] == "Heel raise\\, Toe touch"
    assert one["DESCRIPTION"].split("\\n") == [
        "1. Heel raise: 3 sets of 12\\, hold 2 seconds\\, once a day\\, both legs",
        "2. Toe touch: 2 sets of 5\\, hold 3 seconds\\, once a day\\, both legs",
    ]


def test_the_review_is_in_it_with_the_clinic() -> None:
    one = events(*REVIEW)[-1]
    assert one["DTSTART;VALUE=DATE"] == "20261204"
    assert one["SUMMARY"].startswith("Next review: ")


def test_it_is_a_calendar_as_the_standard_has_it() -> None:
    content = raw(*REVIEW)
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.count(b"BEGIN:VALARM") == content.count(b"BEGIN:VEVENT") > 1
    told = events(*REVIEW)
    assert len({one["UID"] for one in told}) == len(told)
    assert {one["DTSTAMP"] for one in told} == {"20261120T000000Z"}


def test_the_same_plan_gives_the_same_calendar() -> None:
    assert raw(*REVIEW) == raw(*REVIEW)


def test_who_it_is_for_is_not_in_it() -> None:
    content = raw(*REVIEW, plan=PLAN.replace("Sample Patient", "Zebedee Quillfeather"))
    assert not any(word in content for word in (b"Zebedee", b"Quillfeather", b"4711"))


def test_words_of_ones_own_are_no_part_of_the_calendar() -> None:
    write_exercise("chin-nod", title="'Nod; now, \\ END:VEVENT ééééééééééééééééééééééééééééé'")
    (one, _) = events(*REVIEW, plan=plan_of("chin-nod").read_text("utf-8"))
    assert one["SUMMARY"] == "Nod\\; now\\, \\\\ END:VEVENT " + 29 * "é"


def test_without_an_end_there_are_no_reminders() -> None:
    result = handouts("make", write_plan(), "--calendar", "a.ics")
    assert (result.exit_code, here()) == (1, {"plan.yaml"})
    assert "--calendar: nothing says when the reminders end. Give the next review" in result.stderr


def test_a_file_of_another_kind_is_left_alone() -> None:
    Path("notes.ics").write_text("My notes", "utf-8")
    result = handouts("make", write_plan(), "--calendar", "notes.ics", *REVIEW, "--force")
    assert result.exit_code == 1
    assert "notes.ics: this is there already and is no ICS file, so it is left alone." in result.stderr
