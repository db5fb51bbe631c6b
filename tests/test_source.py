import datetime
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from handouts.characters import FORBIDDEN, made_plain
from handouts.problems import ContentError
from handouts.source import Place, Source, parse_source, read_source, reading, write_source

FILE = Path("x.yaml")


def told(text: str) -> str:
    with pytest.raises(ContentError) as refused:
        parse_source(text, FILE)
    return str(refused.value)


def told_of(path: Path) -> str:
    with pytest.raises(ContentError) as refused:
        read_source(path)
    return str(refused.value).replace(str(path), path.name)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("3", 3),
        ("-3", -3),
        ("0", 0),
        ("1.50", 1.5),
        ("007", "007"),
        ("+3", "+3"),
        ("-0", "-0"),
        ("1:30", "1:30"),
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("2026-11-20", "2026-11-20"),
        ("12345678901234567890", "12345678901234567890"),
        ('"3"', "3"),
        ("=", "="),
    ],
)
def test_only_true_false_null_and_plain_decimal_numbers_are_not_text(written: str, value: Any) -> None:
    read = parse_source(f"key: {written}", FILE).data["key"]
    assert (read, type(read)) == (value, type(value))


def test_every_key_and_value_has_its_place() -> None:
    source = parse_source("patient:\n  name: Ana\n  ids: [4, 'b']\n", FILE)
    assert source.places["patient",] == Place(2, 3, 1, 1)
    assert source.places["patient", "name"] == Place(2, 9, 2, 3, 9)
    assert source.places["patient", "ids", 0] == Place(3, 9, text_column=9)
    assert source.places["patient", "ids", 1] == Place(3, 12, text_column=13)


def test_a_text_over_two_lines_has_no_place_for_its_characters() -> None:
    assert parse_source("note: >-\n  one\n  two\n", FILE).places["note",].text_column == 0


def test_a_problem_points_at_the_deepest_part_that_the_file_has() -> None:
    source = parse_source("patient:\n  name: Ana\n", FILE)
    problem = source.problem(("patient", "id", "number"), "this is missing.", at_key=True)
    assert str(problem) == "x.yaml:1:1: this is missing."


def test_lists_are_tuples_so_that_data_cannot_change() -> None:
    assert parse_source("a: [1, [2]]", FILE).data == {"a": (1, (2,))}


def test_a_number_keeps_how_it_was_written() -> None:
    assert parse_source("version: 1.10", FILE).written["version",] == "1.10"


def test_a_key_written_twice_names_both_lines() -> None:
    expected = "x.yaml:3:1: this key is written twice, on line 1 and on line 3. Keep one of them."
    assert told("a: 1\nb: 2\na: 3\n") == expected


def test_every_doubled_key_is_told_at_once() -> None:
    assert told("a: 1\na: 2\nb: {c: 1, c: 2}\n").count("written twice") == 2


BROKEN = {
    "a: b: c": "x.yaml:1:5: there is a `:` where no key can stand.",
    "a: [1, 2\nb: 3": "x.yaml:1:4: this `[` is not closed.",
    "a: {b: 1": "x.yaml:1:4: this `{` is not closed.",
    "a: 'x": "x.yaml:1:4: a quote is opened here and never closed.",
    "a: @x": "x.yaml:1:4: this text starts with a sign that YAML keeps for itself.",
    "a: **b**": "x.yaml:1:4: this text starts with a sign that YAML keeps for itself.",
    "a: %b": "x.yaml:1:4: this text starts with a sign that YAML keeps for itself.",
    "a:\n\tb: 1": "x.yaml:2:1: there is a tab here. Indent with spaces.",
    "- a\nb: 1": "x.yaml:2:1: this line does not fit the lines above it.",
    'a: "\\d"': "this text in double quotes has a `\\` that means nothing.",
    "a: - b": "x.yaml:1:4: a `-` list starts on the line of its key.",
    "a: b\nc\nd: e": "x.yaml:2:1: a `:` is missing after this key.",
    "a: 'x' y": "x.yaml:1:8: this line does not fit the lines above it.",
    "a: |x": "x.yaml:1:5: text after `|` or `>` starts on the next line.",
    "a: }": "x.yaml:1:4: there is a closing bracket that closes nothing.",
    "a: {b: [": "a bracket is opened above here and never closed.",
}


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("text", BROKEN, ids=repr)
def test_broken_yaml_is_explained_without_the_words_of_a_parser(
    text: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LOADER", getattr(yaml, loader))
    assert BROKEN[text] in told(text)


def test_an_alias_is_refused_where_it_begins() -> None:
    expected = "x.yaml:1:4: anchors (`&name`) and aliases (`*name`) are not allowed. Write the text out."
    assert told("a: &b [1]\nc: *b\nd: *b\n") == expected
    assert "aliases (`*name`) are not allowed" in told("a: *b")


def test_a_merge_key_is_refused() -> None:
    assert told("<<: {a: 1}") == "x.yaml:1:1: merge keys (`<<`) are not allowed. Write the lines out."


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system", "!!str", "!own", "!!timestamp"])
def test_a_tag_is_refused_and_nothing_is_built(tag: str) -> None:
    assert told(f"a: {tag} [true]").endswith("tags (`!name`) are not allowed. Write the value alone.")


def test_lines_that_are_no_yaml_are_told_up_to_a_number_however_many_there_are() -> None:
    assert told("a: b: c\n" * 5_000).count("there is a `:`") == reading.MOST_ENTRIES


def test_brackets_without_end_are_refused_before_they_fill_the_memory() -> None:
    # The parser may be the first to stop, so the column depends on its version.
    assert re.fullmatch(
        r"x\.yaml:1:\d+: more than 50 levels lie inside one another\. Close the brackets that are open, .*",
        told("[" * 400_000),
    )
    assert told("- " * 60 + "x").startswith("x.yaml:1:103: more than 50 levels lie inside one another.")


@pytest.mark.parametrize("key", ["1", "true", "null", "2.5"])
def test_a_key_that_is_no_text_is_refused(key: str) -> None:
    assert told(f"{key}: a") == "x.yaml:1:1: this key is not text. Write it in quotes."


@pytest.mark.parametrize("text", ["[a]: b", "? {a: b}\n: c"])
def test_a_list_or_mapping_as_a_key_is_refused(text: str) -> None:
    assert "a key must be a word" in told(text)


def test_a_second_document_is_refused_where_it_begins() -> None:
    assert told("a: 1\n---\nb: 2\n").startswith("x.yaml:2:1: a second document begins here.")


@pytest.mark.parametrize("text", ["", "  \n", "# only a comment\n", "---\n", "null"])
def test_an_empty_file_says_so(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text)
    assert told_of(path) == "x.yaml: the file is empty."


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_source(path).data == {"a": 1}


def test_text_that_is_not_utf8_names_the_byte_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: 1\nname: Müller\n".encode("latin-1"))
    expected = (
        "x.yaml:2:8: the file is not UTF-8 text: byte 13 is 0xFC. Save it again with the encoding UTF-8."
    )
    assert told_of(path) == expected


@pytest.mark.parametrize(
    ("sign", "name"),
    [("\0", "U+0000 Null"), ("\v", "U+000B Vertical tab"), ("\u2028", "U+2028 Line separator")],
)
def test_a_hidden_character_is_named_with_its_place(sign: str, name: str) -> None:
    message = f"x.yaml:2:5: there is a hidden character here: {name}. Delete it."
    assert told(f"a: 1\nb: x{sign}y\n") == message


def test_each_hidden_character_is_told_once_where_it_first_stands() -> None:
    first, second = told("a: x\u202ey\u202e\nb: \ue000\n").splitlines()
    assert first.startswith("x.yaml:1:5: there is a hidden character here: U+202E Right-to-left override.")
    assert second.startswith("x.yaml:2:4: there is a hidden character here: U+E000 Sign of one font only.")


def test_a_hidden_character_cannot_be_smuggled_in_as_an_escape() -> None:
    assert told('a: "x\\0y"') == "x.yaml:1:4: this text has a hidden character: U+0000 Null. Delete it."
    assert "x.yaml:1:4: this text has a hidden character: U+2066 Left-to-right isolate." in told(
        'a: "x\\u2066"'
    )


def test_letters_are_composed_and_what_is_never_seen_is_left_out() -> None:
    data = parse_source("a: Zoe\u0308\nb: heel\u00adraise\u200b\nc: 'x\ty'\nd: 1\u00a0kg\n", FILE).data
    assert data == {"a": "Zoë", "b": "heelraise", "c": "x y", "d": "1\N{NO-BREAK SPACE}kg"}


def test_damage_behind_a_byte_order_mark_is_found_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffa: éé".encode() + b"\xff")
    assert told_of(path).startswith("x.yaml:1:6: the file is not UTF-8 text")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert told_of(tmp_path / "x.yaml") == "x.yaml: there is no such file."
    assert told_of(tmp_path) == f"{tmp_path.name}: this is a folder, not a file."


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    path = tmp_path / "x.yaml"
    path.touch()
    assert told_of(path).startswith("x.yaml: the file cannot be read: permission denied. Ask its owner")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    assert told_of(tmp_path / "x.yaml") == "x.yaml: this is a pipe or a device, not a file."


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    assert told_of(path) == "x.yaml: the file is larger than 1 MB, which is more than any handout needs."


def test_a_name_that_is_no_path_is_a_problem_and_no_traceback() -> None:
    assert told_of(Path("a\0b")) == "a\0b: this is no name that a file can have."


def test_a_value_put_in_stands_where_it_is_said_to_stand() -> None:
    source = parse_source("a: {b: 1}\nc: [2, 3]", FILE)
    changed = source.put(("c", 1), {"d": 4}, places={("c", 1): Place(0, 0, path=Path("--set c.1"))})
    assert changed.data == {"a": {"b": 1}, "c": (2, {"d": 4})}
    assert str(changed.problem(("c", 1, "d"), "this is wrong.")) == "--set c.1: this is wrong."
    assert source.data["c"] == (2, 3)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).filter(
    lambda text: not FORBIDDEN.search(text) and made_plain(text) == text
)
# A key is read without the spaces around it, the kind that keeps words together too.
KEYS = WORDS.filter(lambda key: key == key.strip())
NUMBERS = st.integers(-(10**14), 10**14) | st.decimals(-999, 999, places=3).map(float)
LEAVES = st.none() | st.booleans() | NUMBERS | WORDS | st.sampled_from(["no", "1:30", "007", "1e3", "null"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS.filter(lambda key: key != "<<"), TREES, min_size=1, max_size=4))
def test_what_is_written_reads_back_the_same(data: dict[str, Any]) -> None:
    assert parse_source(write_source(data), FILE).data == data


# What an hour of damaged files found: a value that ends with the file, after a comment.
@example("# a\nb: {c:- ")
@given(st.text(max_size=60) | st.text("ab:-[]{}'\"#&*!|>%@` \n\t?,0", max_size=40))
def test_any_text_gives_data_or_problems_and_never_a_traceback(text: str) -> None:
    try:
        assert isinstance(parse_source(text, FILE), Source)
    except ContentError as error:
        assert all(problem.message.endswith(".") for problem in error.problems)


def test_written_dates_stand_plain_and_surprising_words_in_quotes() -> None:
    data = {"date": datetime.date(2026, 11, 20), "id": "4711", "goal": "Walk", "language": "no"}
    assert write_source(data) == "date: 2026-11-20\nid: \"4711\"\ngoal: Walk\nlanguage: 'no'\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [("".join(f"key-{one}: x\n" for one in range(60_000)), 5_001), ("a:\n" + "- x\n" * 60_000, 5_002)],
    ids=["keys", "items"],
)
def test_more_entries_than_any_file_needs_are_one_problem(text: str, line: int) -> None:
    with pytest.raises(ContentError) as raised:
        parse_source(text, Path("plan.yaml"))
    (problem,) = raised.value.problems
    assert problem.line == line
    assert problem.message == "here are more than 5,000 entries, which is more than any file needs."
