import datetime
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from handouts.problems import ContentError, Problem
from handouts.schema.base import Date, Id, Model, text
from handouts.schema.check import check
from handouts.source import parse_source


class Shape(Model):
    kind: Literal["round"]
    hint: Annotated[float, Field(gt=0, le=5)] = 1


class Box(Model):
    kind: Literal["box"]
    points: Annotated[tuple[int, ...], Field(min_length=2, max_length=3)] = (1, 2)


class Sheet(Model):
    """A model with the words that union tags are made of in its keys."""

    name: Annotated[str, text(10)]
    count: Annotated[int, Field(ge=1, le=9)] | None = None
    strong: bool = False
    day: Date | None = None
    id: Id | None = None
    pair: tuple[float, float] | None = None
    instructions: tuple[Annotated[Shape | Box, Field(discriminator="kind")], ...] = ()
    texts: dict[Id, Shape] = {}


def told(text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        check(parse_source(text, Path("x.yaml")), Sheet)
    return [str(problem).removeprefix("x.yaml:") for problem in refused.value.problems]


def checked(text: str) -> Sheet:
    return check(parse_source(text, Path("x.yaml")), Sheet)


def test_a_checked_model_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        checked("name: a").name = "b"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("written", "read"), [("4711", "4711"), ("1.10", "1.10"), ("-5", "-5"), ("1:30", "1:30")]
)
def test_a_number_where_text_is_wanted_is_the_text_that_was_written(written: str, read: str) -> None:
    assert checked(f"name: {written}").name == read


SENTENCES = {
    "name: true": ["1:7: `name` is true; write text."],
    "name:": ["1:6: `name` is empty; write text."],
    "name: ''": ["1:7: `name` is empty; write text, or leave the key out."],
    "name: [a]": ["1:7: `name` is a list; write text."],
    "name: far too long for this": ["1:7: `name` has 21 characters; the most is 10."],
    "name: |\n  a\n  b": ["1:7: `name` goes over more than one line; write it in one."],
    "{}": ["1:1: `name` is missing."],
    "name: a\ncount: '3'": ["2:8: `count` is the text `3`; write the number without quotes."],
    "name: a\ncount: 3.0": ["2:8: `count` is 3.0; write a whole number."],
    "name: a\ncount: 010": ["2:8: `count` is the text `010`; write a whole number."],
    "name: a\ncount: true": ["2:8: `count` is true; write a whole number."],
    "name: a\ncount: 0": ["2:8: `count` is 0; the least is 1."],
    "name: a\ncount: 10": ["2:8: `count` is 10; the most is 9."],
    "name: a\nstrong: yes": ["2:9: `strong` is the text `yes`; write true or false."],
    "name: a\nstrong: 1": ["2:9: `strong` is 1; write true or false."],
    "name: a\nid: Heel Raise": [
        "2:5: `Heel Raise` is not an id; write small letters, digits and hyphens, like `heel-raise`."
    ],
    "name: a\npair: [1]": ["2:1: item 2 of `pair` is missing."],
    "name: a\ninstructions: x": ["2:15: `instructions` is the text `x`; write a list."],
    "name: a\ninstructions: [x]": [
        "2:16: item 1 of `instructions` is the text `x`; write `key: value` lines. "
        "The keys are `kind`, `hint` and `points`."
    ],
    "name: a\ninstructions: [{kind: boxx}]": [
        "2:16: `kind` is `boxx`; it must be `round` or `box`. Did you mean `box`?"
    ],
    "name: a\ninstructions: [{hint: 1}]": ["2:16: `kind` is missing in item 1 of `instructions`."],
    "name: a\ninstructions:\n  - kind: round\n    hint: 0": ["4:11: `hint` is 0; it must be more than 0."],
    "name: a\ninstructions:\n  - kind: box\n    points: [1]": ["4:13: `points` has 1 item; the fewest is 2."],
    "name: a\ninstructions:\n  - kind: box\n    points: [1, x]": [
        "4:17: item 2 of `points` is the text `x`; write a whole number."
    ],
    "name: a\ninstructions:\n  - kind: box\n    points: [1, 2, 3, 4]": [
        "4:13: `points` has 4 items; the most is 3."
    ],
    "name: a\ntexts: {first: {kind: square}}": ["2:23: `kind` is `square`; it must be `round`."],
    "name: a\ntexts: {First One: {kind: round}}": [
        "2:9: `First One` is not an id; write small letters, digits and hyphens, like `heel-raise`."
    ],
    "name: a\ntexts: {first: {kind: round, hnt: 1}}": [
        "2:30: there is no key `hnt` here. Did you mean `hint`?"
    ],
    "name: a\nxyz: 1": [
        "2:1: there is no key `xyz` here. The keys are "
        "`name`, `count`, `strong`, `day`, `id`, `pair`, `instructions` and `texts`."
    ],
    "- name": [
        "1:1: the file is a list; write `key: value` lines. The keys are "
        "`name`, `count`, `strong`, `day`, `id`, `pair`, `instructions` and `texts`."
    ],
}


@pytest.mark.parametrize("text", SENTENCES, ids=repr)
def test_each_kind_of_error_says_what_is_there_and_what_is_allowed(text: str) -> None:
    assert told(text) == SENTENCES[text]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        # Either the third of April or the fourth of March, so no guess is made.
        (
            "03/04/2026",
            "`03/04/2026` is 2026-04-03 or 2026-03-04; write it so, or name the order once as"
            " `date_order: dmy` in clinic.yaml.",
        ),
        ("31.12.26", "`31.12.26` is not a date; write it as year-month-day, like 2026-12-31."),
        ("31.13.2026", "`31.13.2026` is not a date: there is no such day."),
        ("+14", "`+14` counts from no day here; write a date like 2026-12-31."),
        ("tomorrow", "`tomorrow` is not a date; write it as year-month-day, like 2026-12-31."),
        ("2026-02-30", "`2026-02-30` is not a date: there is no such day."),
        ("20261231", "`day` is 20261231; write a date like 2026-12-31."),
    ],
)
def test_what_is_not_surely_one_day_is_told(written: str, sentence: str) -> None:
    assert told(f"name: a\nday: {written}") == [f"2:6: {sentence}"]


def test_a_date_with_or_without_quotes_is_a_date() -> None:
    assert checked("name: a\nday: 2026-12-31").day == datetime.date(2026, 12, 31)
    assert checked("name: a\nday: '2026-12-31'").day == datetime.date(2026, 12, 31)


def test_problems_come_from_the_top_down_with_those_found_before() -> None:
    source = parse_source("name: true\ncount: 0\n", Path("x.yaml"))
    before = Problem(Path("x.yaml"), 1, 9, "this was found before.")
    with pytest.raises(ContentError) as refused:
        check(source, Sheet, also=[before, before])
    assert [problem.line for problem in refused.value.problems] == [1, 1, 2]


def test_problems_found_before_refuse_a_model_that_fits() -> None:
    with pytest.raises(ContentError, match="found before"):
        check(
            parse_source("name: a", Path("x.yaml")), Sheet, also=[Problem(Path("x"), 0, 0, "found before.")]
        )
