"""Own words for texts of a handout: what their fields have, and what a plan says of what is written there.

A text stands in its field as one would type it: an empty line between its parts, `# ` before the heading of
one, `- ` before each item of a list and `1. ` before each step.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from handouts.library.content import Library
from handouts.library.rewordings import own_words_of
from handouts.schema.condition import Condition, Part, TextBlock
from handouts.schema.plan import Plan
from handouts.schema.rewording import Texts as OwnTexts
from handouts.source import Data
from handouts.web.form import Texts

# The two fields of a text, after its name.
HEADING, TEXT = "heading", "text"
# How lines begin that are no paragraph.
_SIGNS = {
    HEADING: re.compile(r"#\s+"),
    "bullets": re.compile(r"[-*\u2022]\s+"),
    "steps": re.compile(r"\d+[.)]\s+"),
}


@dataclass(frozen=True)
class Rewordable:
    """A text that can be said in own words: the program's, and as printed without a word of the plan."""

    name: str
    block: str
    original: TextBlock
    usual: TextBlock


def rewordable(
    conditions: Sequence[Condition], library: Library, clinic: OwnTexts | None
) -> Iterator[Rewordable]:
    """Yield the texts of conditions, each under its condition, and the advice, in their usual words.

    A text with options, each with what is known of it, is not to be typed.
    """
    texts = [
        (f"{one.id}.{block}", block, one, text) for one in conditions for block, text in one.texts.items()
    ]
    advice = [(one, one, conditions[0], library.find_advice(one)) for one in library.ids("advice")]
    for name, block, condition, text in (*texts, *advice):
        own = own_words_of(block, condition, plan=None, clinic=clinic)
        usual = own[1].over(text) if own else text
        if not any(part.options for part in (*text.parts, *usual.parts)):
            yield Rewordable(name, block, text, usual)


def written(text: TextBlock) -> str:
    """Return a text as its field has it."""
    return "\n\n".join(map(_written_part, text.parts))


def _written_part(part: Part) -> str:
    heading = [f"# {part.heading}"] if part.heading else []
    said = [part.text.text] if part.text else []
    bullets = [f"- {one.text}" for one in part.bullets]
    steps = [f"{number}. {one.text}" for number, one in enumerate(part.steps, start=1)]
    return "\n".join([*heading, *said, *bullets, *steps])


def own_fields(plan: Plan, texts: Sequence[Rewordable]) -> dict[str, str]:
    """Return the fields of the texts that a plan says in own words."""
    fields: dict[str, str] = {}
    for one in texts:
        own = (plan.texts or {}).get(one.name) or (plan.texts or {}).get(one.block)
        if own:
            said = own.over(one.original)
            fields |= {f"{one.name}.{HEADING}": said.heading, f"{one.name}.{TEXT}": written(said)}
    return fields


def own_words(fields: Texts, texts: Sequence[Rewordable]) -> dict[str, Data]:
    """Return what a plan says of texts whose fields say something else than is printed anyhow."""
    found = {one.name: _own_words(fields, one) for one in texts}
    return {name: said for name, said in found.items() if said}


def _own_words(fields: Texts, one: Rewordable) -> Data:
    usual = {HEADING: one.usual.heading, TEXT: written(one.usual)}
    said = {key: fields.get(f"{one.name}.{key}") or usual[key] for key in (HEADING, TEXT)}
    if said == usual:
        return None
    heading: dict[str, Data] = {} if said[HEADING] == one.original.heading else {"heading": said[HEADING]}
    # Where a clinic's words are printed, the program's own are said as such.
    return {**heading, **_own_parts(said[TEXT], one.original)} or {"heading": said[HEADING]}


def _own_parts(text: str, original: TextBlock) -> dict[str, Data]:
    """Return the paragraphs that are others, or all parts where more than paragraphs have changed."""
    usual, parts = _read(written(original)), _read(text)
    others = [at for at, part in enumerate(parts) if part != (usual[at] if at < len(usual) else None)]
    is_of_paragraphs = len(parts) == len(usual) and all(
        {*parts[at]} - {HEADING} == {TEXT} and parts[at].get(HEADING) == usual[at].get(HEADING)
        for at in others
    )
    if is_of_paragraphs:
        return {"paragraphs": {str(at + 1): parts[at][TEXT] for at in others}} if others else {}
    sources = _sources(original)
    return {"parts": tuple(map(partial(_with_sources, sources=sources), parts))}


def _read(text: str) -> list[dict[str, Any]]:
    """Return the parts that a text is: lines of one kind without an empty line between them are one part."""
    parts: list[dict[str, Any]] = [{}]
    for line in map(str.strip, text.splitlines()):
        kind = next((kind for kind, sign in _SIGNS.items() if sign.match(line)), TEXT if line else "")
        part = parts[-1]
        if part and (kind == HEADING or {*part} - {HEADING, kind}):
            part = {}
            parts.append(part)
        said = _SIGNS[kind].sub("", line, count=1) if kind in _SIGNS else line
        if kind in (HEADING, TEXT):
            part[kind] = f"{part.get(kind, '')} {said}".strip()
        elif kind:
            part[kind] = (*part.get(kind, ()), said)
    return [part for part in parts if part]


def _sources(original: TextBlock) -> dict[str, Data]:
    """Return the sources of the sentences of a text, by their words."""
    statements = (one for part in original.parts for one in (part.text, *part.bullets, *part.steps) if one)
    return {one.text: one.sources for one in statements}


def _with_sources(part: Mapping[str, Any], sources: Mapping[str, Data]) -> dict[str, Data]:
    """Return a part with the sources of what stays as it was."""

    def of(said: str) -> Data:
        return {"text": said, "sources": sources[said]} if sources.get(said) else said

    return {
        key: said if key == HEADING else of(said) if key == TEXT else tuple(map(of, said))
        for key, said in part.items()
    }
