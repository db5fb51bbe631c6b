import json
from pathlib import Path
from typing import Any

import pytest

from handouts.library import CONTENT
from handouts.library.json_schema import FILES, json_schema, write_schemas


def test_the_schema_files_are_as_the_models_are(tmp_path: Path) -> None:
    written = {file.name: file.read_text("utf-8") for file in write_schemas(tmp_path)}
    shipped = {file.name: file.read_text("utf-8") for file in (CONTENT / "schemas").glob("*.json")}
    stale = [name for name in written.keys() | shipped.keys() if written.get(name) != shipped.get(name)]
    assert stale == [], "run `handouts schema --all content/schemas`"


@pytest.mark.parametrize("name", FILES)
def test_every_reference_inside_a_schema_leads_somewhere(name: str) -> None:
    schema = json_schema(name)
    definitions = {f"#/$defs/{key}" for key in schema.get("$defs", {})}
    assert set(references(schema)) <= definitions


def test_a_schema_says_what_each_model_is_for() -> None:
    schema = json_schema("plan")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "Plan"
    assert "The safety block cannot be left out" in schema["description"]
    assert schema["additionalProperties"] is False


def test_an_exercise_may_be_a_line_in_the_notation() -> None:
    for name in ("plan", "condition"):
        line = next(part for part in parts(json_schema(name)) if part.get("title") == "Exercise and dose")
        assert "hold 20-30s" in line["description"]


def test_a_block_may_be_its_name_or_its_name_with_settings() -> None:
    forms = json_schema("plan")["properties"]["blocks"]["anyOf"][0]["items"]["anyOf"]
    assert "summary" in forms[0]["examples"]
    assert forms[1]["properties"]["diary"]["properties"].keys() == {"weeks"}
    assert forms[2] == {"$ref": "#/$defs/BlockChoice"}


def test_a_layout_file_may_say_only_what_differs() -> None:
    schema = json_schema("layout")
    assert "extends" in schema["properties"]
    assert not [part for part in parts(schema) if "required" in part]


def parts(schema: Any) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    found = [part for one in inner for part in parts(one)]
    return [schema, *found] if isinstance(schema, dict) else found


def references(schema: Any) -> list[str]:
    return [part["$ref"] for part in parts(schema) if "$ref" in part]


def test_schema_files_are_json_with_letters_as_they_are() -> None:
    text = (CONTENT / "schemas" / "plan.json").read_text("utf-8")
    assert "\\u" not in text.replace("\\\\u", "")
    assert json.loads(text)["title"] == "Plan"


@pytest.mark.parametrize("kind", ["plan", "clinic", "layout", "exercise"])
def test_an_editor_says_what_each_key_is(kind: str) -> None:
    schema = json_schema(kind)
    parts = {kind: schema, **schema.get("$defs", {})}
    without = [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, said in part.get("properties", {}).items()
        if not said.get("description") and (name, key) != ("layout", "measures")
    ]
    assert without == []
