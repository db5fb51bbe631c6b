"""Dates as people write them, read in one place for all doors."""

import datetime
from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan
from hypothesis import given
from hypothesis import strategies as st
from stacks import texts

from handouts.schema.dates import MONTHS, read_date

START = datetime.date(2026, 11, 20)
TENTH = datetime.date(2026, 12, 10)


@pytest.mark.parametrize(
    "text",
    """2026-12-10 | 10.12.2026 | 10. 12. 2026 | 10 Dec 2026 | 10 December 2026 | 10th December 2026
    | Dec 10, 2026 | December 10th 2026 | 10-Dec-2026 | Thursday 10 December 2026 | Thu, 10 Dec 2026
    | 2026/12/10 | 2026.12.10 | 2026-12-10T00:00:00 | 2026-12-10 09:30 | 2026-12-10T09:30:00Z
    | 10th of December 2026 | +20 | +20d
    | +20 days | in 20 days""".replace("\n    |", " |").split(" | "),
)
def test_a_date_is_understood_wherever_only_one_day_can_be_meant(text: str) -> None:
    assert read_date(text, start=START) == TENTH


@pytest.mark.parametrize(
    "text", ["+2w", "+2 weeks", "in 2 weeks", "2 weeks", "2w", "14 days", "+14", "4.12.2026", "04 Dec 2026"]
)
def test_weeks_count_from_the_day_of_the_handout(text: str) -> None:
    assert read_date(text, start=START) == datetime.date(2026, 12, 4)


@pytest.mark.parametrize("text", ["10/12/2026", "10-12-2026", "1/2/2026"])
def test_figures_that_could_be_two_days_ask_for_their_order(text: str) -> None:
    with pytest.raises(ValueError, match="date_order: dmy"):
        read_date(text)
    day_first, month_first = read_date(text, order="dmy"), read_date(text, order="mdy")
    assert (day_first.day, day_first.month) == (month_first.month, month_first.day)


@pytest.mark.parametrize(
    ("text", "date"),
    [("20/11/2026", START), ("11/20/2026", START), ("10/10/2026", datetime.date(2026, 10, 10))],
)
def test_figures_that_can_only_be_one_day_need_no_order(text: str, date: datetime.date) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2026",
        "2026-13-01",
        "Monday 10 December 2026",
        "10.12.26",
        "tomorrow",
        "10 Foo 2026",
        "20261210",
        "14",
    ],
)
def test_what_is_no_day_or_not_surely_one_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        read_date(text, start=START)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_a_date_in_words_is_the_same_in_every_order(date: datetime.date) -> None:
    month = MONTHS[date.month - 1]
    for name in (month, month[:3], month.capitalize()):
        assert read_date(f"{date.day} {name} {date.year}") == date
        assert read_date(f"{name} {date.day}, {date.year}", order="dmy") == date


@given(st.text(max_size=30) | st.text("0123456789 -./:TZdecw+", max_size=20))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        read_date(text)
    except ValueError as error:
        assert str(error).startswith("`")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("review", ["+2w", "4.12.2026", "4 Dec 2026", "Dec 4, 2026", "2026-12-04T00:00:00"])
def test_a_review_is_printed_however_it_is_written(review: str) -> None:
    write_plan(PLAN)
    saved = handouts("make", "plan.yaml", "--set", f"review={review}", "--save-plan", "saved.yaml")
    assert saved.exit_code == 0
    assert "review: 2026-12-04" in Path("saved.yaml").read_text("utf-8")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("review", "said"),
    [
        ("2026-11-19", "is not after the plan's date, 2026-11-20."),
        ("2026-11-20", "is not after the plan's date, 2026-11-20."),
        ("2062-12-04", "is more than two years after 2026-11-20. Check the year."),
        ("10/12/2026", "`10/12/2026` is 2026-12-10 or 2026-10-12;"),
    ],
)
def test_a_review_that_cannot_be_meant_is_refused(review: str, said: str) -> None:
    write_plan(PLAN)
    made = handouts("make", "plan.yaml", "--set", f"review={review}")
    assert made.exit_code == 1
    assert said in made.stderr


@pytest.mark.usefixtures("folder")
def test_the_clinic_settles_the_order_of_day_and_month() -> None:
    write_plan(PLAN)
    Path("clinic.yaml").write_text("name: Sample Clinic\ncountry: gb\ndate_order: dmy\n", "utf-8")
    assert (
        handouts("make", "plan.yaml", "--set", "review=10/12/2026", "--save-plan", "saved.yaml").exit_code
        == 0
    )
    assert "review: 2026-12-10" in Path("saved.yaml").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_the_dates_of_a_roster_are_read_the_same_way() -> None:
    rows = "patient.id,condition,side,date,review\n1,soleus-trigger-points,L,20.11.2026,+2w\n"
    Path("roster.csv").write_text(
        rows + "2,soleus-trigger-points,Bilateral,20 Nov 2026,2026-12-04 00:00\n", "utf-8"
    )
    assert handouts("batch", "roster.csv", "-o", "out").exit_code == 0
    printed = ["".join(texts(path)) for path in sorted(Path("out").glob("*.pdf"))]
    assert ["4 December 2026" in text for text in printed] == [True, True]
