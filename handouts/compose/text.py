"""A run of words, and a run of such runs; a message becomes one, and a clinic's number or address.

In a message `**strong**` words catch the eye, `[la:musculus soleus]` is in another language, by its BCP 47
tag, and `{placeholders}` are filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handouts.library.words import Speech
from handouts.schema.clinic import Clinic
from handouts.schema.placeholders import fill

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_FOREIGN = re.compile(r"\[([a-z]{2}(?:-[A-Z]{2})?):(.+?)\]")
# The zero in brackets is left out when the country's code is dialled.
_ZERO = re.compile(r"\(0\)")
_NUMBER = re.compile(r"\+?[\d\s().\-/]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"(https://)?([\w-]+(\.[\w-]+)+(/[\w./~%-]*)?)", re.ASCII)
# The shortest numbers that anybody dials.
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Link:
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


def as_typed(words: str) -> Text:
    """Return a person's own words, marks and braces included, as they typed them."""
    return (Span(words),)


def plain(text: Text) -> str:
    """Return text without its marks."""
    return "".join(span.text for span in text)


def contact_spans(clinic: Clinic, speech: Speech) -> Iterator[Span]:
    """Yield the clinic's number, and its email or else its web address."""
    if clinic.phone:
        yield phone_span(clinic.phone, clinic, speech)
    if clinic.email:
        target = f"mailto:{clinic.email}" if _EMAIL.fullmatch(clinic.email) else ""
        yield _span(clinic.email, target, speech.words.contact.write, clinic)
    elif clinic.website:
        address = _WEB.fullmatch(clinic.website)
        target = f"https://{address[2]}" if address else ""
        yield _span(clinic.website, target, speech.words.contact.visit, clinic)


def phone_span(phone: str, clinic: Clinic, speech: Speech, *, strong: bool = False) -> Span:
    """Return a number that can be called by a tap; an extension is left to the caller."""
    number = _NUMBER.match(_ZERO.sub("", phone))
    digits = re.sub(r"[^\d+]", "", number[0]) if number else ""
    target = f"tel:{digits}" if len(digits) >= _FEWEST_DIGITS else ""
    return _span(phone, target, speech.words.contact.call, clinic, strong=strong)


def _span(words: str, target: str, description: str, clinic: Clinic, *, strong: bool = False) -> Span:
    """Return words that lead to a target, or words alone where it is none that a reader could follow."""
    link = Link(target, fill(description, clinic=clinic.name)) if target else None
    return Span(words, strong, link=link)
