"""Laid-out pages become the bytes of a file: tagged and archivable."""

from io import BytesIO

from handouts.page.sheet import Pages
from handouts.pdf.book import Book
from handouts.pdf.painting import paint_sheet


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
