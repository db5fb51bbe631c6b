"""Whatever a layout says, pages are made with it or a message says why not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import PLAN, handouts, write_plan
from hostile import examples, values
from hypothesis import given
from hypothesis import strategies as st

from handouts.library import LAYOUTS
from handouts.library.layouts import read_layout
from handouts.problems import ContentError

pytestmark = pytest.mark.usefixtures("folder")

Keys = tuple[str, ...]


def leaves(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*keys, key))
    else:
        yield keys, data


BASE = dict(leaves(yaml.safe_load((LAYOUTS / "base.yaml").read_text("utf-8"))))
NUMBERS = [keys for keys, value in BASE.items() if isinstance(value, int | float)]
EXTREMES = st.sampled_from([0, -1, 0.001, 0.35, 1, 5, 9.9, 10, 40, 72, 96, 200, 450, 500, 501, 1e9])


def write_layout(changes: dict[Keys, Any], *, extends: str = "clinic") -> Path:
    layout: dict[str, Any] = {"extends": extends, "id": "own", "title": "Own"}
    for keys, value in changes.items():
        inside = layout
        for key in keys[:-1]:
            inside = inside.setdefault(key, {})
        inside[keys[-1]] = value
    Path("layouts").mkdir(exist_ok=True)
    path = Path("layouts", "own.yaml")
    path.write_text(yaml.safe_dump(layout), "utf-8")
    return path


@examples(60)
@given(st.dictionaries(st.sampled_from(sorted(BASE)), values(), min_size=1, max_size=3))
def test_values_of_any_kind_are_a_layout_or_a_message(changes: dict[Keys, Any]) -> None:
    try:
        layout = read_layout(write_layout(changes), [LAYOUTS])
    except ContentError as error:
        assert error.problems
    else:
        assert layout.id == "own"


@examples(12)
@given(
    changes=st.dictionaries(st.sampled_from(sorted(NUMBERS)), EXTREMES, min_size=1, max_size=2),
    extends=st.sampled_from(["clinic", "plan-sheet"]),
)
def test_measures_of_any_size_make_pages_or_a_message(changes: dict[Keys, float], extends: str) -> None:
    write_layout(changes, extends=extends)
    result = handouts("make", write_plan(PLAN), "--layout", "own", "-o", "-")
    assert result.exit_code in (0, 1)
    assert result.stdout_bytes.startswith(b"%PDF-") or result.stderr.strip()
