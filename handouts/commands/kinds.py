"""What kind of file this is, and which command takes it."""

import shlex
from collections.abc import Mapping
from pathlib import Path

from handouts.library.json_schema import FILES, model_of
from handouts.library.translations import FOLDER as TRANSLATIONS
from handouts.problems import ContentError, Problem
from handouts.request import InputFiles
from handouts.source import Source, read_as_far

# The folders of content and layouts, and the kind of the files in each.
FOLDERS = {
    "exercises": "exercise",
    "conditions": "condition",
    "muscles": "muscle",
    "regions": "region",
    "figures": "figure",
    "safety": "safety",
    "advice": "advice",
    "glossaries": "glossary",
    "words": "words",
    "layouts": "layout",
    "printers": "printer",
}
NAMES = {"sources.yaml": "sources", "countries.yaml": "countries", "facts.yaml": "facts", "body.yaml": "body"}

# Files that are no YAML, by the ends of their names.
ENDINGS = {".csv": "roster", ".tsv": "roster", ".xlsx": "roster", ".xls": "roster", ".ods": "roster"} | {
    ".pdf": "PDF"
}

# What takes each kind; the rest is content.
TAKERS = {
    "plan": "`handouts make {path}` makes its handout.",
    "clinic": "Give it as `--clinic {path}`, with a plan.",
    "layout": "Put it into a folder `layouts` beside the plan, and choose it with `-l {name}`.",
    "printer": "Put it into the folder `printers` that `handouts new printer {name}` tells.",
    "roster": "`handouts batch {path} -o out` makes a handout for each of its rows.",
    "PDF": "`handouts verify {path} --plan PLAN` tells whether it comes from a plan.",
}
CONTENT = "Put it into `content/{folder}` beside a plan that names it; `handouts check {path}` checks it."


def kind_of(source: Source) -> str | None:
    """Return the kind of a file by its place, else by its keys, or None for one that is none of ours."""
    if source.path.parts[-4:-3] == (TRANSLATIONS,):
        return "translation"
    placed = FOLDERS.get(source.path.parent.name) or NAMES.get(source.path.name)
    return placed or kind_by_keys(source)


def kind_by_keys(source: Source) -> str | None:
    """Return the kind that knows most of the keys of a file, or None where none knows more than half."""
    if not isinstance(source.data, Mapping):
        return None
    shares = {kind: _share(set(source.data), kind) for kind in FILES if kind not in NAMES.values()}
    best = max(shares, key=lambda kind: shares[kind])
    return best if shares[best] > 0.5 else None


def of_other_kind(error: ContentError, plan: Path | None, files: InputFiles) -> ContentError:
    """Return an error that tells of files of another kind than is wanted only that, and what takes them."""
    problems = error.problems
    for path, kind in ((files.clinic, "clinic"), (files.previous, "plan"), (plan, "plan")):
        found = _kind_at(path) if path and any(one.path == path for one in problems) else None
        if path and found and found != kind:
            others = [one for one in problems if one.path != path]
            problems = [*others, other_kind(path, found, kind)]
    return ContentError(problems)


def other_kind(path: Path, found: str, wanted: str) -> Problem:
    """Return the problem with a file of another kind than is wanted: what takes it."""
    folder = next((folder for folder, one in FOLDERS.items() if one == found), "")
    hint = TAKERS.get(found, CONTENT).format(path=shlex.quote(str(path)), name=path.stem, folder=folder)
    return Problem(path, 0, 0, f"this is {_named(found)}, not {_named(wanted)}.", hint)


def _kind_at(path: Path) -> str | None:
    try:
        return (ENDINGS.get(path.suffix.lower()) if path.is_file() else None) or kind_by_keys(
            read_as_far(path)
        )
    except ContentError:
        return None


def _named(kind: str) -> str:
    if kind in ("safety", "advice", "words", "sources", "countries", "facts"):
        return f"a file of {kind}"
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _share(keys: set[str], kind: str) -> float:
    """Return which part of the keys a kind knows."""
    known = {*model_of(kind).model_fields, *(("extends",) if kind == "layout" else ())}
    return len(keys & known) / len(keys) if keys else 0
