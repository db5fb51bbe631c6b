"""Every statement of the first two articles is accounted for, and no wrong one is repeated uncorrected."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

CONTENT = Path(__file__).parent.parent / "content"
TRACE = yaml.safe_load((CONTENT / "trace" / "soleus.yaml").read_text(encoding="utf-8"))
# How many statements the fact base counts in each article.
COUNTS = {"S1": 86, "S2": 66}
MARKS = {"OK", "PART", "WRONG", "OVER", "DOUBT", "GAP", "none"}
REASONS = {"wrong", "over-claimed", "doubtful", "not-useful", "gap"}
FALSE = {"WRONG", "OVER"}


def seeds_said() -> dict[str, set[str]]:
    """Return the places that name each statement: `file#path`, or the file alone for a whole exercise."""
    places: dict[str, set[str]] = defaultdict(set)
    for path in CONTENT.rglob("*.yaml"):
        if path.parent.name != "trace":
            content = yaml.safe_load(path.read_text(encoding="utf-8"))
            for place, seed in named(content, str(path.relative_to(CONTENT)), "#"):
                places[seed].add(place)
    return places


def named(node: Any, place: str, joint: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        yield from ((place, seed) for seed in node.get("seeds") or ())
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in parts:
        yield from named(value, f"{place}{joint}{key}", ".")


def test_every_statement_of_both_articles_is_accounted_for() -> None:
    every = {f"{article}-{number:02}" for article, count in COUNTS.items() for number in range(1, count + 1)}
    assert set(TRACE) == every
    assert len(every) == 152


@pytest.mark.parametrize("seed", sorted(TRACE))
def test_a_statement_is_said_or_left_out_for_a_reason(seed: str) -> None:
    entry = TRACE[seed]
    assert entry["mark"] in MARKS
    assert ("said" in entry) != ("left_out" in entry)
    if "left_out" in entry:
        assert entry["left_out"] in REASONS
        assert entry["because"]
    else:
        assert entry["said"]


def test_the_trace_and_the_content_name_the_same_places() -> None:
    traced = {seed: set(entry["said"]) for seed, entry in TRACE.items() if "said" in entry}
    assert traced == dict(seeds_said())


def test_a_wrong_or_over_claimed_statement_is_said_only_in_a_corrected_form() -> None:
    uncorrected = [
        seed
        for seed, entry in TRACE.items()
        if entry["mark"] in FALSE and "said" in entry and "correction" not in entry
    ]
    assert uncorrected == []


def test_a_correction_is_named_where_the_corrected_form_is_said() -> None:
    for seed, entry in TRACE.items():
        if entry["mark"] in FALSE:
            for place in entry.get("said", ()):
                text = (CONTENT / place.partition("#")[0]).read_text(encoding="utf-8")
                assert entry["correction"] in text, f"{seed} in {place}"


def test_corrections_are_written_by_their_numbers() -> None:
    for seed, entry in TRACE.items():
        assert re.fullmatch(r"C-\d\d", entry.get("correction", "C-01")), seed
