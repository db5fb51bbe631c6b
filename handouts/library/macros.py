"""Short words that stand for what a clinic writes often: `<<rest>>` in a plan, `macros:` in its file."""

import re
from collections.abc import Iterator, Mapping

from handouts.problems import Problem, did_you_mean, listed
from handouts.source import Data, Location, Source

MACRO = re.compile(r"<<([^<>]{1,60})>>")
OPENING = "<<"

# Where a plan may have them: in its own words. In a clinic's file they may stand in its texts.
OWN_WORDS = ("note", "private_note", "goal", "accepted", "texts")


def with_macros(source: Source, macros: Mapping[str, str]) -> tuple[Source, list[Problem]]:
    """Return a plan with the text of each macro in its place, and what is wrong with those it names."""
    problems: list[Problem] = []
    for at, text in _texts(source.data, ()):
        if OPENING not in text:
            continue
        wrong = _fault(at, text, macros)
        if wrong:
            problems.append(source.problem(at, *wrong))
        else:
            said = MACRO.sub(lambda found: macros[_name(found[1])], text)
            source = source.put(at, said, places={at: source.place(at)})
    return source, problems


def _fault(at: Location, text: str, macros: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the message and the hint of what is wrong with the macros in a text, if anything is."""
    unknown = [name for name in map(_name, MACRO.findall(text)) if name not in macros]
    if OPENING in MACRO.sub("", text):
        return f"`{OPENING}` begins a macro, and nothing ends it.", "Write it like `<<rest>>`."
    if unknown:
        there = (
            f"There is {listed(macros, last='and')}." if macros else "A clinic's file has them: `macros:`."
        )
        return f"there is no macro `{unknown[0]}`.", did_you_mean(unknown[0], macros) or there
    if at[0] not in OWN_WORDS and not (at[0] == "exercises" and at[-1] == "note"):
        return "a macro can stand in note, private note, goal and texts.", "Write the words themselves."
    return None


def _texts(data: Data, at: Location) -> Iterator[tuple[Location, str]]:
    """Yield every text in data with its place."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, tuple):
        for number, value in enumerate(data):
            yield from _texts(value, (*at, number))


def _name(said: str) -> str:
    return "-".join(said.lower().split())
