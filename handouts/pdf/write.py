"""Laid-out pages become a file: tagged, archivable, whole or not there at all."""

import os
import re
import tempfile
from io import BytesIO
from pathlib import Path

from handouts.page.sheet import Pages
from handouts.pdf.archive import add_output_intent
from handouts.pdf.book import Book
from handouts.pdf.metadata import add_metadata
from handouts.pdf.outline import add_outline
from handouts.pdf.paper import Paper
from handouts.pdf.roots import add_catalog, element_code, pages_code, structure_code
from handouts.pdf.syntax import references

# The names that `write_aside` gives.
ASIDE = re.compile(r"\..+-[a-z0-9_]{8}\.(pdf|csv)")


def pdf_bytes(pages: Pages, *, archive: bool = True) -> bytes:
    """Return the pages as PDF/UA-1 and PDF/A-2a; the same pages give the same bytes.

    Without `archive` the file does not say that it is PDF/A, which nothing that is encrypted may be.
    Raises ValueError for marks that cannot be tagged and for characters that cannot be set.
    """
    parts: list[bytes] = []
    paper = Paper(parts.append, rows=BytesIO())
    book, node, document, structure = Book(paper), paper.reserve(), paper.reserve(), paper.reserve()
    bound = book.add(pages.sheets, node=node, inside=document)
    book.close()
    paper.fill(node, pages_code(references(bound.pages), len(bound.pages)))
    paper.fill(document, element_code(b"Document", references(bound.tops), above=structure))
    parents = b"/Nums[%b]" % b" ".join(bound.parents)
    paper.fill(structure, structure_code(document, parents, next_key=book.next_key))
    paper.set_catalog("PageLabels", b"<</Nums[0<</S/D>>]>>")
    add_outline(paper, bound.bookmarks)
    add_output_intent(paper)
    info = add_metadata(paper, pages, archive=archive)
    add_catalog(paper, pages=node, structure=structure, language=pages.language)
    paper.close(info=info)
    return b"".join(parts)


def write_pdf(pages: Pages, target: Path) -> None:
    """Write the pages to a file that only its owner may read, in place of any that was there."""
    write_whole(pdf_bytes(pages), target)


def write_whole(content: bytes, target: Path) -> None:
    """Write a file so that nobody ever sees a part of it, and nothing is left behind on failure."""
    aside = write_aside(content, target)
    try:
        make_safe(aside)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_aside(content: bytes, target: Path) -> Path:
    """Return a hidden file beside `target` that holds the whole content."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def make_safe(path: Path) -> None:
    """Wait until a file is on the disk, so that it outlives a power cut."""
    # Some systems only let a file be made safe that may be written to.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sweep(folder: Path) -> None:
    """Delete the hidden files that were being written into a folder when a program was killed."""
    for path in folder.iterdir():
        if ASIDE.fullmatch(path.name):
            path.unlink(missing_ok=True)
