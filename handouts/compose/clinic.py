"""Turn a clinic into the head of its paper, its number and addresses into links, its pages into QR codes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from handouts.compose.handout import Block, Letterhead
from handouts.compose.information_blocks import Contact, Imprint, Links, PageLink
from handouts.compose.prescription import Prescription
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


def compose_links(clinic: Clinic | None, given: Sequence[Prescription], speech: Speech) -> Links | None:
    """Return the clinic's pages and the videos of the chosen exercises, each address once, if any."""
    words = speech.words.links
    found = {address: title for title, address in _addresses(clinic, given, speech)}
    links = tuple(
        PageLink(
            address=address,
            title=title,
            shown=(Span(address.removeprefix("https://"), link=Link(address, title)),),
            alt=fill(words.code, title=title),
        )
        for address, title in found.items()
    )
    return Links(words.heading, links) if links else None


def with_links(blocks: Iterable[Block], links: Links | None) -> Iterator[Block]:
    """Yield the blocks, with the pages to open before whom to ask, or at the end."""
    for block in blocks:
        if links and isinstance(block, Contact | Imprint):
            yield links
            links = None
        yield block
    yield from [links] if links else []


def _addresses(
    clinic: Clinic | None, given: Sequence[Prescription], speech: Speech
) -> Iterator[tuple[str, str]]:
    for link in clinic.links if clinic else ():
        yield link.title, link.address
    for one in given:
        if one.exercise.video:
            yield fill(speech.words.links.video, title=one.exercise.title), one.exercise.video
