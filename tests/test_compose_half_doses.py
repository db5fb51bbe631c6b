"""Half of each dose is said under the pain rule, so that nobody has to work it out."""

import re
from pathlib import Path

import pytest
from commands import handouts, write_plan

pytestmark = pytest.mark.usefixtures("folder")


def half_of(*exercises: str) -> str:
    """Return the words of half of these doses as the web page has them, empty where there are none."""
    listed = "".join(f"\n  - {one}" for one in exercises)
    write_plan(f"condition: soleus-trigger-points\nside: left\ncountry: gb\nexercises:{listed}\n")
    result = handouts("make", "plan.yaml", "-o", "a.pdf", "--html", "a.html")
    assert result.exit_code == 0
    found = re.search(r"Half of (.*?)</p>", Path("a.html").read_text("utf-8"))
    return re.sub(r"<[^>]*>", "", found[1]) if found else ""


@pytest.mark.parametrize(
    ("dose", "half"),
    [
        ("heel-raise 2x10", "1: 1 set."),
        ("heel-raise 3x12", "1: 3 sets of 6."),
        ("heel-raise 3x8-12", "1: 3 sets of 4 to 6."),
        ("heel-raise 3x12-15", "1: 3 sets of 6 to 7."),
        ("heel-raise 3x1", "1: 1 set."),
        ("bent-knee-wall-stretch 3x hold 30s", "1: hold 15 sec."),
        ("bent-knee-wall-stretch 4x hold 30s", "1: 2 times."),
        ("bent-knee-wall-stretch 3x hold 5s", "1: 1 time."),
        ("foot-ball-roll 2min", "1: for 1 minute."),
        ("heel-raise 2x10 5kg", "1: 1 set."),
    ],
)
def test_half_is_as_near_as_whole_numbers_go_and_never_more(dose: str, half: str) -> None:
    assert half_of(dose) == half


def test_doses_with_one_half_are_said_together() -> None:
    said = half_of(
        "bent-knee-wall-stretch 3x hold 30s", "heel-raise 2x10", "seated-soleus-stretch 3x hold 30s"
    )
    assert said == "1, 3: hold 15 sec. 2: 1 set."


@pytest.mark.parametrize("dose", ["heel-raise until tired", "heel-raise 1x1"])
def test_what_has_no_half_has_no_words(dose: str) -> None:
    assert half_of(dose) == ""
