"""The page of promises names a test for each, and each of them exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/test_\w+\.py)::(test_\w+)`", PAGE)))
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| We promise")]


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_a_named_test_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=[row.split("|")[1].strip()[:40] for row in ROWS])
def test_every_promise_is_held_by_a_test(row: str) -> None:
    assert re.search(r"`tests/test_\w+\.py::test_\w+`", row)


def test_there_are_promises_of_all_kinds() -> None:
    kinds = re.findall(r"^## (\w+): ", PAGE, re.MULTILINE)
    assert kinds == ["Accessible", "Lasting", "Private", "Protected", "Traceable", "Honest", "Exact"]
    assert len(ROWS) > 35
