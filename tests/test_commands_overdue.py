"""Content that is due for review is printed all the same, and nobody overlooks it."""

import datetime
from pathlib import Path

import pypdfium2
import pytest
from commands import PLAN, handouts, write_plan

from handouts.library import CONTENT

pytestmark = pytest.mark.usefixtures("folder")

SHIPPED = CONTENT / "conditions" / "soleus-trigger-points.yaml"
DUE = "2028-11-20"


def due_on(day: str) -> Path:
    """Put a condition of one's own beside the plan, to be reviewed by a day."""
    own = Path("content", "conditions", SHIPPED.name)
    own.parent.mkdir(parents=True)
    own.write_text(SHIPPED.read_text("utf-8").replace(f"check_by: {DUE}", f"check_by: {day}"), "utf-8")
    return own


def dated(day: str) -> Path:
    return write_plan(PLAN.replace("2026-11-20", day))


def last_page() -> str:
    *_, last = pypdfium2.PdfDocument("made.pdf")
    return " ".join(last.get_textpage().get_text_range().split())


def test_a_handout_on_the_last_day_says_when_to_check_again() -> None:
    assert handouts("make", dated(DUE), "-o", "made.pdf").stderr == ""
    assert "Check again by November 2028." in last_page()


def test_a_handout_of_the_day_after_prints_and_warns() -> None:
    result = handouts("make", dated("2028-11-21"), "-o", "made.pdf")
    assert result.exit_code == 0
    assert result.stderr == f"{SHIPPED}: warning: this content was due for review on {DUE}.\n"
    assert "This content was due for review in November 2028." in last_page()
    assert "Check again" not in last_page()


def test_a_handout_without_a_date_is_of_today() -> None:
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    due_on(str(yesterday))
    result = handouts("make", write_plan(PLAN.replace("date: 2026-11-20\n", "")), "-o", "made.pdf")
    assert "was due for review" in result.stderr
    assert "was due for review" in last_page()


def test_check_tells_overdue_content_at_its_date() -> None:
    own = due_on("2026-11-20")
    told = handouts("check", own)
    line = 1 + own.read_text("utf-8").split("\n").index("check_by: 2026-11-20")
    assert told.exit_code == 0
    assert told.stdout == (
        f"{own}:{line}:11: warning: this content was due for review on 2026-11-20. "
        "Review it, then write when it is due again.\n"
    )


def test_check_is_silent_until_then() -> None:
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    assert handouts("check", due_on(str(tomorrow))).stdout == ""
