"""`handouts list`, `show` and `schema`: what there is."""

import json
from pathlib import Path

import pytest
import yaml
from commands import handouts, here
from PIL import Image

from handouts.commands.list import BLOCK_TITLES
from handouts.library import CONTENT
from handouts.library.json_schema import FILES
from handouts.schema.plan import BLOCKS

pytestmark = pytest.mark.usefixtures("folder")

KINDS = ("conditions", "exercises", "muscles", "layouts", "languages", "blocks")


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_has_an_id_and_a_title_on_each_line(kind: str) -> None:
    rows = [line.split(maxsplit=1) for line in handouts("list", kind).stdout.splitlines()]
    as_data = json.loads(handouts("list", kind, "--json").stdout)
    assert rows
    assert as_data == [{"id": one, "title": title} for one, title in rows]


def test_the_exercises_are_listed_by_their_files() -> None:
    ids = [one["id"] for one in json.loads(handouts("list", "exercises", "--json").stdout)]
    assert ids == sorted(path.stem for path in (CONTENT / "exercises").glob("*.yaml"))


def test_every_block_of_the_program_has_a_title() -> None:
    assert list(BLOCK_TITLES) == list(BLOCKS)


def test_a_kind_that_is_not_there_is_wrong_use() -> None:
    assert handouts("list", "excercises").exit_code == 2


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("heel-raise", ["Heel raise", "Dose", "Cautions", "Sources"]),
        ("soleus", ["Soleus", "Nerve", "Points"]),
        ("soleus-trigger-points", ["Calf and heel pain", "Blocks", "Exercises"]),
    ],
)
def test_a_thing_is_shown_in_words(thing: str, words: list[str]) -> None:
    shown = handouts("show", thing)
    assert shown.exit_code == 0
    assert [word for word in words if word not in shown.stdout] == []
    assert json.loads(handouts("show", thing, "--json").stdout)["id"] == thing


def test_no_placeholder_or_mark_reaches_the_terminal() -> None:
    everything = "".join(
        handouts("show", path.stem).stdout for path in sorted((CONTENT / "exercises").glob("*.yaml"))
    )
    assert not any(sign in everything for sign in ("{", "}", "**"))


def test_an_unknown_thing_is_wrong_use_with_the_nearest_right_word() -> None:
    result = handouts("show", "heel-rise")
    assert result.exit_code == 2
    assert "Did you mean `heel-raise`?" in result.stderr


@pytest.mark.parametrize("thing", ["heel-raise", "soleus", "soleus-trigger-points"])
def test_a_picture_has_ink_and_its_two_sides_differ(thing: str) -> None:
    for side in ("left", "right"):
        assert handouts("show", thing, "--png", f"{side}.png", "--side", side).stdout == f"{side}.png\n"
    with Image.open("left.png") as left, Image.open("right.png") as right:
        assert left.size == right.size
        assert left.convert("L").getextrema() == (0, 255)
        assert left.tobytes() != right.tobytes()


def test_a_muscle_without_points_has_no_map() -> None:
    muscle = yaml.safe_load((CONTENT / "muscles" / "plantaris.yaml").read_text("utf-8"))
    Path("content/muscles").mkdir(parents=True)
    bare = {key: value for key, value in muscle.items() if key != "points"} | {"id": "bare"}
    Path("content/muscles/bare.yaml").write_text(yaml.safe_dump(bare), "utf-8")
    result = handouts("show", "bare", "--png", "map.png", "--content", "content")
    assert result.exit_code == 1
    assert "has no points, so there is no map of it" in result.stderr
    assert here() == {"content"}


def test_a_file_that_is_no_picture_is_never_written_over() -> None:
    Path("plan.yaml").write_text("condition: kept\n", "utf-8")
    assert handouts("show", "heel-raise", "--png", "plan.yaml").exit_code == 1
    assert handouts("show", "heel-raise", "--png", "heel.docx").stderr.startswith(
        "heel.docx: a picture is a PNG, and this name does not end so. Write `heel.png`."
    )
    assert Path("plan.yaml").read_text("utf-8") == "condition: kept\n"


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_printed_as_it_is_written(kind: str) -> None:
    handouts("schema", "--all", "schemas")
    printed = handouts("schema", kind).stdout
    assert printed == Path("schemas", f"{kind}.json").read_text("utf-8")
    assert json.loads(printed)["$schema"].startswith("https://json-schema.org/")


def test_all_schemas_are_written_into_a_folder() -> None:
    handouts("schema", "--all", "schemas")
    assert {path.stem for path in Path("schemas").iterdir()} == set(FILES)


@pytest.mark.parametrize("words", [(), ("plan", "--all", "schemas"), ("plann",)])
def test_one_kind_or_all_must_be_named(words: tuple[str, ...]) -> None:
    assert handouts("schema", *words).exit_code == 2


def test_the_help_names_every_kind_of_schema() -> None:
    told = handouts("schema", "--help").stdout
    assert [kind for kind in FILES if kind not in told] == []
