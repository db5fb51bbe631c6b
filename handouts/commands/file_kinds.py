"""Tell what kind of file this is: by its place, by its name, or by the keys that are in it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from handouts.library.json_schema import FILES, model_of
from handouts.library.translations import FOLDER as TRANSLATIONS
from handouts.source import Source

# The folders of content and layouts, and the kind of the files in each.
FOLDERS = {
    "exercises": "exercise",
    "conditions": "condition",
    "muscles": "muscle",
    "regions": "region",
    "figures": "figure",
    "safety": "safety",
    "advice": "advice",
    "words": "words",
    "layouts": "layout",
}
NAMES = {"sources.yaml": "sources", "glossary.yaml": "glossary"}


def kind_of(source: Source) -> str | None:
    """Return the kind of a file, or None for one that is none of ours."""
    if source.path.parts[-4:-3] == (TRANSLATIONS,):
        return "translation"
    placed = FOLDERS.get(source.path.parent.name) or NAMES.get(source.path.name)
    if placed or not isinstance(source.data, Mapping):
        return placed
    shares = {kind: _share(set(source.data), kind) for kind in FILES if kind not in NAMES.values()}
    best = max(shares, key=lambda kind: shares[kind])
    return best if shares[best] > 0.5 else None


def files_in(path: Path) -> Iterator[Path]:
    """Yield the YAML files of a folder in order, hidden ones left out, or the file itself."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*.yaml")):
        if not any(part.startswith(".") for part in file.relative_to(path).parts):
            yield file


def _share(keys: set[str], kind: str) -> float:
    """Return which part of the keys a kind knows."""
    known = {*model_of(kind).model_fields, *(("extends",) if kind == "layout" else ())}
    return len(keys & known) / len(keys) if keys else 0
