"""Whatever stands in content, a handout is made with it or a message says what must change."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
import yaml
from commands import PLAN, handouts, write_plan
from hostile import damaged, examples, values, words
from hypothesis import given
from hypothesis import strategies as st
from test_fuzz_typed_text import TYPED
from text_fields import EACH, Part, text_fields, with_text

from handouts.commands.kinds import FOLDERS
from handouts.library import CONTENT
from handouts.library.json_schema import model_of

pytestmark = pytest.mark.usefixtures("folder")

# One file of each kind that the sample plan is made from.
FILES = {
    "conditions": "soleus-trigger-points",
    "exercises": "heel-raise",
    "figures": "heel-raise",
    "muscles": "soleus",
    "regions": "lower-leg",
    "safety": "lower-leg",
    "advice": "sitting-check",
    "words": "en",
}
# Where a file of words has no words: the codes of languages and countries, and patterns of dates.
NO_WORDS = ("language", "dates", "countries", "elsewhere")
NUMBERS = st.sampled_from([0, 0.0, -1, 1, 0.001, 0.5, -0.4, 7, 60, 90, -90, 180, 360, 1e6, -1e9]) | st.floats(
    -200, 200
)
BLOCKS = ["summary", "overview", "trigger-point-map", "exercises", "sitting-check", "pain-rule", "safety"]


def raw(folder: str) -> bytes:
    return (CONTENT / folder / f"{FILES[folder]}.yaml").read_bytes()


def read(folder: str) -> Any:
    """Return the data of a shipped file as its reader would write it anew."""
    return json.loads(json.dumps(yaml.safe_load(raw(folder)), default=str))


def made_or_told(contents: dict[str, bytes]) -> bool:
    """Return whether a handout with every kind of block is made with one's own files of content."""
    rmtree("content", ignore_errors=True)
    for kind, content in contents.items():
        path = Path("content", kind, f"{FILES[kind]}.yaml")
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    result = handouts("make", write_plan(f"{PLAN}blocks: [{', '.join(BLOCKS)}]\n"), "-o", "-")
    assert result.exit_code in (0, 1)
    assert result.stdout_bytes.startswith(b"%PDF-") or result.stderr.strip()
    return result.exit_code == 0


def written(data: Any) -> bytes:
    return yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "surrogatepass")


def leaves(data: Any, at: tuple[Part, ...] = ()) -> Iterator[tuple[Part, ...]]:
    """Yield the place of every text in plain data."""
    if isinstance(data, str):
        yield at
    elif isinstance(data, dict | list):
        for part, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(inner, (*at, part))


def anywhere(data: Any, at: tuple[Part, ...] = ()) -> Iterator[tuple[Part, ...]]:
    """Yield the place of every value in plain data."""
    if at:
        yield at
    if isinstance(data, dict | list):
        for part, inner in data.items() if isinstance(data, dict) else enumerate(data):
            yield from anywhere(inner, (*at, part))


def value_at(data: Any, at: tuple[Part, ...]) -> Any:
    for part in at:
        data = data[part]
    return data


def like(value: Any) -> st.SearchStrategy[Any]:
    """Return other values, most of them of the same kind, so that they come far."""
    if isinstance(value, str):
        return words() | values()
    return NUMBERS | values() if isinstance(value, int | float) else values()


def is_at(place: tuple[Part, ...], field: tuple[Part, ...]) -> bool:
    """Return whether a place in a file is one of a field of its model."""
    pairs = zip(place, field, strict=False)
    return len(place) == len(field) and all(
        there in (EACH, here) or (there == 0 and isinstance(here, int)) for here, there in pairs
    )


def retyped(folder: str, typed: str) -> Any:
    """Return a file of content in which every text is this one."""
    data = read(folder)
    fields = list(text_fields(model_of(FOLDERS[folder])))
    if folder == "words":
        fields = [(at, 400) for at in leaves(data) if at[0] not in NO_WORDS and "codes" not in at]
    by_length = defaultdict(list)
    for field, longest in fields:
        by_length[len(field)].append((field, longest))

    def changed(value: Any, at: tuple[Part, ...]) -> Any:
        if isinstance(value, dict):
            return {key: changed(inner, (*at, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [changed(inner, (*at, number)) for number, inner in enumerate(value)]
        longest = next((longest for field, longest in by_length[len(at)] if is_at(at, field)), 0)
        return typed[:longest].strip() if isinstance(value, str) and longest else value

    return changed(data, ())


@pytest.mark.parametrize("typed", TYPED[::2])
def test_what_looks_like_markup_is_printed_or_told_in_any_text_of_content(typed: str) -> None:
    contents = {folder: written(retyped(folder, typed)) for folder in FILES}
    assert made_or_told(contents) == ("{" not in typed and "**" not in typed)


@examples(20)
@given(st.sampled_from(sorted(FILES)).flatmap(lambda name: st.tuples(st.just(name), damaged(raw(name)))))
def test_a_damaged_file_of_content_is_made_with_or_told(damage: tuple[str, bytes]) -> None:
    made_or_told(dict([damage]))


@examples(25)
@given(st.data())
def test_values_that_fit_nowhere_are_made_with_or_told(data: st.DataObject) -> None:
    folder = data.draw(st.sampled_from(sorted(FILES)))
    content = read(folder)
    place = data.draw(st.sampled_from(sorted(anywhere(content), key=str)))
    new = data.draw(like(value_at(content, place)))
    made_or_told({folder: written(with_text(content, place, new))})
