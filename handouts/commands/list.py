"""`handouts list`: what there is to choose from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from handouts.commands.options import content_option, json_option, layouts_option

if TYPE_CHECKING:
    from handouts.library.content import Library

LISTED = ("conditions", "exercises", "muscles", "layouts", "languages", "blocks")

Titled = tuple[str, str]

# What each block of the program's own is; a condition's texts and the advice have headings.
BLOCK_TITLES = {
    "summary": "The plan at a glance",
    "trigger-point-map": "Trigger points on the leg (points: [1, 2])",
    "about-the-muscle": "What the muscle is and does, its nerve and neighbours",
    "what-helps": "What helps, in a few lines",
    "changes": "What changed since last time (where the plan has `previous`)",
    "exercises": "The exercises with their pictures",
    "pain-rule": "How much pain is right",
    "diary": "A diary to tick (weeks: 2)",
    "safety": "When to get help; always there",
    "glossary": "Words of the trade explained",
    "questions": "Lines to write questions on (lines: 4)",
    "contact": "Whom to ask",
    "sources": "Sources and clinical status",
}


@click.command("list")
@click.argument("kind", type=click.Choice(LISTED))
@json_option
@content_option
@layouts_option
def command(kind: str, as_json: bool, content: Path | None, layouts: Path | None) -> None:
    """List the ids and titles of one KIND of thing."""
    from handouts.commands.report import echo_json, echo_table
    from handouts.commands.surroundings import open_library

    rows = _rows(kind, open_library(Path(), content=content, layouts=layouts))
    if as_json:
        echo_json([{"id": one, "title": title} for one, title in rows])
    elif rows:
        echo_table(rows)


def _rows(kind: str, library: "Library") -> list[Titled]:
    if kind == "conditions":
        return [(one, library.find_condition(one).title) for one in library.ids("conditions")]
    if kind == "exercises":
        return [(one, library.find_exercise(one).title) for one in library.ids("exercises")]
    if kind == "muscles":
        return [(one, library.find_muscle(one).name) for one in library.ids("muscles")]
    if kind == "layouts":
        return _layouts(library)
    return _languages(library) if kind == "languages" else _blocks(library)


def _layouts(library: "Library") -> list[Titled]:
    from handouts.library.layouts import find_layout, layout_ids

    return [(one, find_layout(one, library.layouts).title) for one in layout_ids(library.layouts)]


def _languages(library: "Library") -> list[Titled]:
    return [(one, library.in_language(one).speech.words.name) for one in library.ids("words")]


def _blocks(library: "Library") -> list[Titled]:
    conditions = [library.find_condition(one) for one in library.ids("conditions")]
    texts = {block: text.heading for one in conditions for block, text in one.texts.items()}
    advice = {one: library.find_advice(one).heading for one in library.ids("advice")}
    return list({**BLOCK_TITLES, **texts, **advice}.items())
