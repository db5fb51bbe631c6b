"""Whatever stands in a plan or on the command line, it becomes a right handout or a message."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import handouts
from hostile import damaged, examples, values, words
from hypothesis import example, given
from hypothesis import strategies as st
from judge import faults

from handouts.problems import ContentError
from handouts.schema.dose import format_dose
from handouts.schema.exercise import Chosen, parse_chosen
from handouts.schema.plan import Plan
from handouts.source import read_source

pytestmark = pytest.mark.usefixtures("folder")

EXAMPLE = (Path(__file__).parents[2] / "examples" / "sample-patient.yaml").read_bytes()


def made_or_told(*options: str, plan: str = "plan.yaml") -> bytes | None:
    """Return the handout, or None when there is a message and no file."""
    Path("out.pdf").unlink(missing_ok=True)
    result = handouts("make", plan, "-o", "out.pdf", *options)
    if result.exit_code == 0:
        return Path("out.pdf").read_bytes()
    assert result.exit_code in (1, 2)
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr
    assert not Path("out.pdf").exists()
    return None


@examples(200)
@given(st.binary(max_size=200) | damaged(EXAMPLE))
@example(b"\xef\xbb\xbf" + "é".encode() + b"\xff")
@example(b"\xff\xfea\x00")
def test_any_bytes_are_data_or_a_message(raw: bytes) -> None:
    path = Path("any.yaml")
    path.write_bytes(raw)
    try:
        source = read_source(path)
    except ContentError as error:
        assert all(problem.line >= 0 and problem.message for problem in error.problems)
        lines = raw.count(b"\n") + raw.count(b"\r") + 2
        assert all(problem.line <= lines for problem in error.problems)
    else:
        assert source.data is not None


@examples(25)
@given(damaged(EXAMPLE))
def test_a_damaged_plan_is_made_or_told(raw: bytes) -> None:
    Path("plan.yaml").write_bytes(raw)
    made_or_told()


@examples(25)
@given(st.dictionaries(st.sampled_from(sorted(Plan.model_fields)), values(), max_size=3))
def test_values_that_fit_nowhere_are_made_or_told(changes: dict[str, Any]) -> None:
    data = {**yaml.safe_load(EXAMPLE), **changes}
    plain = {key: str(value) if isinstance(value, datetime.date) else value for key, value in data.items()}
    Path("plan.yaml").write_text(yaml.safe_dump(plain), "utf-8")
    data_made = made_or_told()
    assert data_made is None or data_made.startswith(b"%PDF-")


PRINTABLE = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40
)


@examples(12)
@given(PRINTABLE, PRINTABLE)
def test_what_is_made_is_a_right_file_whatever_the_text(name: str, note: str) -> None:
    data = {**yaml.safe_load(EXAMPLE), "date": "2026-11-20", "review": "2026-12-04", "note": note}
    Path("plan.yaml").write_text(yaml.safe_dump({**data, "patient": {"name": name}}), "utf-8")
    made = made_or_told()
    assert made is None or faults(made) == []


DOSE_WORDS = st.sampled_from(
    [
        *("3x12", "x10", "3x", "hold", "30s", "rest", "60", "2/day", "5/week", "mon,wed", "weeks", "4"),
        *"x/<='’,;",
    ]
    + ["left", "pain<=3", "note", "'slowly'", "note 'a'", "heel-raise", "³", "٣x٣", "１２x３"]
)


@examples(200)
@given(st.lists(DOSE_WORDS | words(), max_size=8).map(" ".join))
def test_any_line_of_the_notation_is_a_dose_or_a_message(line: str) -> None:
    try:
        chosen = parse_chosen(line)
    except ContentError as error:
        assert error.problems
    else:
        assert isinstance(chosen, Chosen)
        assert parse_chosen(format_dose(chosen)) == chosen


KEYS = st.sampled_from(
    ["patient.name", "goal", "exercises.0.reps", "exercises", "blocks.0", "date", "clinic", "previous"]
    + ["", "0", "a.b.0", "patient.0", "exercises.x", "exercises.9"]
)


@examples(25)
@given(KEYS | words(), words())
def test_any_setting_is_taken_or_told(key: str, value: str) -> None:
    Path("plan.yaml").write_bytes(EXAMPLE)
    made_or_told("--set", f"{key}={value}")
