"""The page of promises names a test for each, and each of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/test_\w+\.py)::(test_\w+)`", PAGE)))
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| We promise")]


def test_a_named_test_exists() -> None:
    missing = [
        f"{file}::{test}"
        for file, test in NAMED
        if not re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)
    ]
    assert missing == []


def test_every_promise_is_held_by_a_test() -> None:
    assert [row for row in ROWS if not re.search(r"`tests/test_\w+\.py::test_\w+`", row)] == []


def test_there_are_promises_of_all_kinds() -> None:
    kinds = re.findall(r"^## (\w+): ", PAGE, re.MULTILINE)
    assert kinds == ["Accessible", "Lasting", "Private", "Protected", "Traceable", "Honest", "Exact"]
    assert len(ROWS) > 35
