"""Turn plain data into YAML text that a person would write, and paths into how a file calls them."""

import datetime
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


class _Writer(yaml.SafeDumper):
    """Writes lists indented below their key, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _write_text(writer: _Writer, text: str) -> yaml.ScalarNode:
    # Other readers take 1e3 for a number and yes for true, so whatever is not plainly a word has quotes.
    plain = text[:1].isalpha() and text.lower() not in ("y", "n")
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else '"')


_Writer.add_representer(str, _write_text)


def write_source(data: Mapping[str, Any]) -> str:
    """Return YAML text that reads back as `data`; dates may stand in it, and keys keep their order."""
    plain = {key: _listed(value) for key, value in data.items()}
    return yaml.dump(plain, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=10_000)


def _listed(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_listed(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _listed(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, datetime.datetime) else value


def called_from(folder: Path, path: Path) -> str:
    """Return how a path is called in a file that stands in a folder; in full on another drive."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return str(path.resolve())
