"""Turn a clinic into the head of its paper, and its number and addresses into words that lead there."""

import re
from collections.abc import Iterator

from handouts.compose.handout import Letterhead
from handouts.compose.text import Link, Span, Text
from handouts.library.words import Speech, fill
from handouts.schema.clinic import Clinic

# The zero in brackets is left out when the country's code is dialled.
_ZERO = re.compile(r"\(0\)")
_NUMBER = re.compile(r"\+?[\d\s().\-/]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"(https://)?([\w-]+(\.[\w-]+)+(/[\w./~%-]*)?)", re.ASCII)
# The shortest numbers that anybody dials.
_FEWEST_DIGITS = 3


def compose_letterhead(clinic: Clinic | None, logo: bytes | None, *, speech: Speech) -> Letterhead | None:
    """Return the clinic's head, or None for a clean heading."""
    if clinic is None:
        return None
    street, separator = ", ".join(clinic.address), Span(speech.words.separator)
    contact = tuple(part for span in contact_spans(clinic, speech) for part in (separator, span))[1:]
    lines = ((Span(street),) if street else (), contact)
    return Letterhead(
        name=clinic.name,
        initials=clinic.initials or initials_of(clinic.name)[:2].upper(),
        lines=tuple(line for line in lines if line),
        logo=logo,
        logo_alt=clinic.name,
        blank=clinic.letterhead.kind == "blank",
    )


def compose_sheet_clinic(clinic: Clinic | None, *, speech: Speech) -> Text:
    """Return the clinic's name and number for the head of a one-page sheet."""
    if clinic is None:
        return ()
    if clinic.phone is None:
        return (Span(clinic.name),)
    return Span(f"{clinic.name}  "), phone_span(clinic.phone, clinic, speech, strong=True)


def initials_of(name: str) -> str:
    """Return the first letters of a name as they are written: SvdP for Sample van der Patient."""
    return "".join(word[0] for word in name.split() if word[0].isalnum())


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
