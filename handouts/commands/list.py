"""`handouts list`: what there is to choose from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import content_option, finding_options, json_option, layouts_option

if TYPE_CHECKING:
    from handouts.library.content import Library
    from handouts.schema.plan import BlockKind

LISTED = ("conditions", "phases", "exercises", "muscles", "layouts", "languages", "blocks", "facts")

Titled = tuple[str, str]

# What each block of the program's own is; a condition's texts and the advice have headings.
BLOCK_TITLES: "dict[BlockKind, str]" = {
    "summary": "The plan at a glance",
    "trigger-point-map": "Trigger points on the body (points: [1, 2])",
    "about-the-muscle": "What the muscle is and does, its nerve and neighbours",
    "what-helps": "What helps, in a few lines",
    "changes": "What changed since last time (where the plan has `previous`)",
    "phase": "The phase of the protocol, and when to go on (where the plan has `phase`)",
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
@click.argument("words", nargs=-1)
@finding_options
@json_option
@content_option
@layouts_option
def command(
    kind: str,
    words: tuple[str, ...],
    *,
    as_json: bool,
    content: Path | None,
    layouts: Path | None,
    **wanted: Any,
) -> None:
    """List the ids and titles of one KIND of thing; of exercises those that WORDS of their names find.

    \b
    handouts list exercises
    handouts list exercises calf --purpose stretch --position sitting --equipment none
    """
    from handouts.commands.report import echo_json, echo_table
    from handouts.commands.surroundings import open_library

    if kind != "exercises" and (words or any(wanted.values())):
        raise click.UsageError("Words and their options look for exercises.")
    library = open_library(Path(), content=content, layouts=layouts)
    rows = _exercises(library, words, wanted) if kind == "exercises" else _rows(kind, library)
    if as_json:
        echo_json([{"id": one, "title": title} for one, title in rows])
    elif rows:
        echo_table(rows)


def _rows(kind: str, library: "Library") -> list[Titled]:
    if kind == "conditions":
        return [(one, library.find_condition(one).title) for one in library.ids("conditions")]
    if kind == "muscles":
        return [(one, library.find_muscle(one).name) for one in library.ids("muscles")]
    if kind == "phases":
        return _phases(library)
    if kind == "facts":
        return [(one, fact.name) for one, fact in sorted(library.facts.items())]
    if kind == "layouts":
        return _layouts(library)
    if kind == "languages":
        return [(one, library.in_language(one).speech.words.name) for one in library.ids("words")]
    return _blocks(library)


def _exercises(library: "Library", words: tuple[str, ...], wanted: dict[str, Any]) -> list[Titled]:
    from handouts.library.finding import Wanted, find_exercises

    found = find_exercises(Wanted(words, **wanted), library)
    if not found:
        raise click.UsageError("No exercise fits. `handouts list exercises` tells all there are.")
    return [(one.id, one.title) for one in found]


def _phases(library: "Library") -> list[Titled]:
    """Return the phases of every condition, those of the clinic here in the place of ours."""
    from handouts.commands.surroundings import find_files
    from handouts.library.clinics import read_clinic
    from handouts.library.phases import protocols_of

    path = find_files(Path()).clinic
    clinic = read_clinic(path).clinic if path else None
    conditions = [library.find_condition(one) for one in library.ids("conditions")]
    return [
        (f"{name} {number}", phase.title)
        for name, phases in protocols_of(conditions, clinic)
        for number, phase in enumerate(phases, start=1)
    ]


def _layouts(library: "Library") -> list[Titled]:
    from handouts.library.layouts import find_layout, layout_ids

    return [(one, find_layout(one, library.layouts).title) for one in layout_ids(library.layouts)]


def _blocks(library: "Library") -> list[Titled]:
    conditions = [library.find_condition(one) for one in library.ids("conditions")]
    texts = {block: text.heading for one in conditions for block, text in one.texts.items()}
    advice = {one: library.find_advice(one).heading for one in library.ids("advice")}
    return [*BLOCK_TITLES.items(), *{**texts, **advice}.items()]
