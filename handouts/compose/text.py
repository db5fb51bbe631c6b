"""A run of words, and a run of such runs; a written message becomes one.

In a message `**strong**` words catch the eye, `[la:musculus soleus]` is in another language, by its BCP 47
tag, and `{placeholders}` are filled in.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from handouts.library.words import Speech
from handouts.schema.base import Limb, Statement
from handouts.schema.placeholders import fill

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_FOREIGN = re.compile(r"\[([a-z]{2}(?:-[A-Z]{2})?):(.+?)\]")


class Link(NamedTuple):
    """Where words lead to, an https, mailto or tel address, and what a listener hears of it."""

    target: str
    description: str


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; `language` is given where it differs from the handout's."""

    text: str
    strong: bool = False
    language: str | None = None
    link: Link | None = None


Text = tuple[Span, ...]
Say = Callable[[Statement], Text]


def text_of(message: str, **values: object) -> Text:
    """Return a message as text; a filled-in value is never read for marks."""
    pieces = _STRONG.split(message)
    return tuple(
        Span(fill(words, **values), bool(index % 2), language)
        for index, piece in enumerate(pieces)
        for words, language in _by_language(piece)
    )


def _by_language(message: str) -> Iterator[tuple[str, str | None]]:
    """Yield the runs of a message, each with its language where that is another one."""
    own, *others = _FOREIGN.split(message)
    yield from [(own, None)] if own else []
    for language, foreign, following in zip(*[iter(others)] * 3, strict=True):
        yield foreign, language
        yield from [(following, None)] if following else []


def one_span(words: str, *, strong: bool = False) -> Text:
    """Return words as text of one span: marks and braces in them are printed as they are."""
    return (Span(words, strong),)


def string_of(text: Text) -> str:
    """Return the words of a text alone."""
    return "".join(span.text for span in text)


def sayer(side: str | None, limb: Limb, speech: Speech, *, us: str) -> Say:
    """Return the function that says a statement for one side, to a reader who can ask `us`."""
    said = speech.side(side or "sore", limb)
    return lambda statement: text_of(fill(statement.text, side=said.side, limb=said.limb, us=us))
