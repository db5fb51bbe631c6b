"""Pages of the clinic's, and its videos of the exercises, become links with QR codes."""

from collections.abc import Iterable, Iterator, Sequence

from handouts.compose.handout import Block
from handouts.compose.information_blocks import Contact, Imprint, Links, PageLink
from handouts.compose.prescription import Prescription
from handouts.compose.text import Link, Span
from handouts.library.words import Speech, fill
from handouts.schema.clinic import Clinic


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
