"""Laid-out pages become a file: tagged, archivable, whole or not there at all."""

import os
import tempfile
from io import BytesIO
from pathlib import Path

from handouts.page.sheet import Pages
from handouts.pdf.book import Book
from handouts.pdf.painting import paint_sheet

# What hidden names begin with: of files that are put in their places later, and of those that are at once.
# Nobody else gives such names, and they hold no name of anybody.
ASIDE = ".handouts-batch-"
AT_ONCE = ".handouts-file-"


def pdf_bytes(pages: Pages, *, archive: bool = True) -> bytes:
    """Return the pages as PDF/UA-1 and PDF/A-2a; the same pages give the same bytes.

    Without `archive` the file does not say that it is PDF/A, which nothing that is encrypted may be.
    Raises ValueError for marks that cannot be tagged and for characters that cannot be set.
    """
    parts: list[bytes] = []
    book = Book(parts.append, rows=BytesIO(), language=pages.language)
    book.tops, parents = book.add(map(paint_sheet, pages.sheets), inside=book.document)
    book.addPageLabel(0, "ARABIC")
    book.close(pages, b"/Nums[%b]" % b" ".join(parents), archive=archive)
    return b"".join(parts)


def write_pdf(pages: Pages, target: Path) -> None:
    """Write the pages to a file that only its owner may read, in place of any that was there."""
    write_whole(pdf_bytes(pages), target)


def write_whole(content: bytes, target: Path) -> None:
    """Write a file so that nobody ever sees a part of it, and nothing is left behind on failure."""
    aside = _write_hidden(content, target.parent, AT_ONCE)
    try:
        make_safe(aside)
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_aside(content: bytes, target: Path) -> Path:
    """Return a hidden file beside `target` that holds the whole content, until `sweep` finds it there."""
    return _write_hidden(content, target.parent, ASIDE)


def make_safe(path: Path) -> None:
    """Wait until a file is on the disk, so that it outlives a power cut."""
    # Some systems only let a file be made safe that may be written to.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sweep(folder: Path) -> None:
    """Delete the hidden files that `write_aside` left in a folder when a program was killed."""
    for path in folder.glob(f"{ASIDE}*"):
        path.unlink(missing_ok=True)


def _write_hidden(content: bytes, folder: Path, prefix: str) -> Path:
    handle, name = tempfile.mkstemp(dir=folder, prefix=prefix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
