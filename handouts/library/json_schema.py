"""Turn the models into JSON Schema files, so that an editor completes and checks what is written."""

import ast
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from inspect import getsource
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from handouts.library.layouts import base_layout
from handouts.library.words import words_model
from handouts.schema.base import ID_PATTERN
from handouts.schema.check import models_in
from handouts.schema.measures import measures_schema
from handouts.schema.notation import NOTATION
from handouts.schema.plan import BLOCKS

# Each kind of file, with the module and the name of its model.
FILES: dict[str, tuple[str, str]] = {
    "plan": ("plan", "Plan"),
    "clinic": ("clinic", "Clinic"),
    "exercise": ("exercise", "Exercise"),
    "condition": ("condition", "Condition"),
    "muscle": ("muscle", "Muscle"),
    "region": ("region", "Region"),
    "body": ("region", "Body"),
    "figure": ("figure", "Figure"),
    "safety": ("condition", "Safety"),
    "advice": ("condition", "Advice"),
    "words": ("", ""),
    "layout": ("layout", "Layout"),
    "printer": ("papers", "Printer"),
    "sources": ("reference", "References"),
    "countries": ("country", "Countries"),
    "facts": ("caution", "PatientFacts"),
    "glossary": ("reference", "Glossary"),
}
# What an exercise that a plan writes out has no need of.
NOT_IN_A_PLAN = ("id", "licence", "seeds", "shows")
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def model_of(kind: str) -> type[BaseModel]:
    """Return the model of a kind of file in `FILES`."""
    if kind == "words":
        return words_model()
    module, name = FILES[kind]
    model: type[BaseModel] = getattr(import_module(f"handouts.schema.{module}"), name)
    return model


def json_schema(kind: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a kind of file in `FILES`."""
    model = model_of(kind)
    schema: Schema = _pruned(_with_short_forms(_described(model.model_json_schema(), model)))
    if kind == "plan":
        # One alone, or several in one text.
        schema["properties"]["condition"]["anyOf"].insert(0, {"type": "string"})
    if kind == "layout":
        schema = _with_extends(schema)
        schema["properties"]["measures"] = measures_schema(base_layout().data["measures"])
    return {"$schema": DIALECT, **schema}


def schema_text(kind: str) -> str:
    """Return the text of one schema file."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into a folder and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{kind}.json" for kind in FILES]
    for file in files:
        file.write_text(schema_text(file.stem), encoding="utf-8", newline="\n")
    return files


def _described(schema: Schema, model: type[BaseModel]) -> Schema:
    """Return the schema of a model with what the source says under each key, which an editor shows."""
    parts = schema.get("$defs", {}) | {model.__name__: schema}
    for one in models_in(model):
        properties = parts.get(one.__name__, {}).get("properties", {})
        for key, text in _said_of_keys(one).items():
            if key in properties:
                properties[key]["description"] = text
    return schema


def _said_of_keys(model: type[BaseModel]) -> dict[str, str]:
    """Return the text that stands under each key of a model in its source.

    Pydantic would read it whenever the program starts, which takes a fifth of the time of a handout.
    """
    said: dict[str, str] = {}
    for one in reversed(model.__mro__):
        for field, text in pairwise(_body_of(one)):
            if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
                continue
            if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                said[field.target.id] = str(text.value.value)
    return said


def _body_of(model: type) -> list[ast.stmt]:
    """Return what a class of ours says in its source; nothing for one that was made by a function."""
    if not model.__module__.startswith("handouts."):
        return []
    classes = (one for one in _source_of(model.__module__).body if isinstance(one, ast.ClassDef))
    return next((one.body for one in classes if one.name == model.__name__), [])


# Measured: two thirds of the time of `schema --all`.
@cache
def _source_of(module: str) -> ast.Module:
    return ast.parse(getsource(import_module(module)))


def _with_short_forms(schema: Schema) -> Schema:
    """Return a schema where exercises, doses, blocks and texts may also be written in their short forms."""
    block = schema.get("$defs", {}).get("BlockChoice", {})
    short: dict[str, list[Schema]] = {
        "#/$defs/Chosen": [_notation_schema(), *_own_schemas(schema.get("$defs", {}))],
        "#/$defs/Rewording": [{"type": "string"}, {"type": "array"}],
        "#/$defs/BlockChoice": _block_schemas(block.get("properties", {})),
        "#/$defs/DefaultDose": [{"type": "string", "title": "Dose", "description": f"A dose: {NOTATION}"}],
        **{
            f"#/$defs/{kind}": [{"type": "string", "title": kind}]
            for kind in ("Caution", "Rung", "Sign", "Statement", "Step")
        },
    }

    def widen(part: Schema) -> Schema:
        forms = short.get(part.get("$ref", ""))
        if not forms:
            return part
        beside = {key: value for key, value in part.items() if key != "$ref"}
        return {"anyOf": [*forms, {"$ref": part["$ref"]}], **beside}

    widened: Schema = _changed(schema, widen)
    return widened


def _notation_schema() -> Schema:
    return {
        "type": "string",
        "title": "Exercise and dose",
        "description": f"The id or the name of an exercise, and its dose: {NOTATION}",
        "examples": ["heel-raise 3x12 hold 2s 1/day left"],
    }


def _own_schemas(parts: Schema) -> list[Schema]:
    """Return the form of an exercise that a plan writes out, where one may be."""
    if "Exercise" not in parts:
        return []
    of_exercise = parts["Exercise"]["properties"]
    own = parts["Chosen"]["properties"].pop("own", None)
    if own is None:
        return []
    keys = [key for key in parts["Chosen"]["properties"] if key != "exercise"]
    return [
        {
            "type": "object",
            "title": "Exercise of this plan's own",
            "properties": {key: of_exercise[key] for key in of_exercise if key not in NOT_IN_A_PLAN}
            | {key: parts["Chosen"]["properties"][key] for key in keys},
            "required": ["title", "steps"],
            "additionalProperties": False,
        }
    ]


def _block_schemas(settings: Mapping[str, Schema]) -> list[Schema]:
    name = {
        "type": "string",
        "title": "Block",
        "description": "The id of a block: one of these, a text of the condition, or an advice.",
        "pattern": ID_PATTERN,
        "examples": list(BLOCKS),
    }
    with_settings = {
        block: {
            "type": "object",
            "properties": {key: settings.get(key, {}) for key in keys},
            "additionalProperties": False,
        }
        for block, keys in BLOCKS.items()
        if keys
    }
    one = {
        "type": "object",
        "title": "Block with its settings",
        "properties": with_settings,
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }
    return [name, one]


def _pruned(schema: Schema) -> Schema:
    """Return a schema without the definitions that nothing in it names."""
    parts: Schema = schema.get("$defs", {})
    waiting = [{key: value for key, value in schema.items() if key != "$defs"}]
    named: dict[str, Schema] = {}
    for one in waiting:
        for name in re.findall(r'"#/\$defs/([^"]+)"', json.dumps(one)):
            if name not in named:
                named[name] = parts[name]
                waiting.append(parts[name])
    kept = {name: part for name, part in parts.items() if name in named}
    return {**schema, "$defs": kept} if kept else {key: schema[key] for key in schema if key != "$defs"}


def _with_extends(schema: Schema) -> Schema:
    """Return the schema of a layout file, which says only what differs from the layout it extends."""

    def partial(part: Schema) -> Schema:
        return {key: value for key, value in part.items() if key != "required"}

    extends = {
        "type": "string",
        "title": "Extends",
        "description": "The id of the layout that gives every value this one does not.",
        "pattern": ID_PATTERN,
    }
    schema = _changed(schema, partial)
    return {**schema, "properties": {"extends": extends, **schema["properties"]}}


def _changed(part: Any, change: Callable[[Schema], Schema]) -> Any:
    """Return a copy of a schema with every mapping in it changed, from the inside out."""
    if isinstance(part, list):
        return [_changed(item, change) for item in part]
    if isinstance(part, dict):
        return change({key: _changed(item, change) for key, item in part.items()})
    return part
