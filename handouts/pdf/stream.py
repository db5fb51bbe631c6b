"""Bytes with a dictionary: page contents, pictures, fonts and metadata."""

import zlib
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFObject


class Stream(PDFObject):  # type: ignore[misc]
    """A stream object; ReportLab's own leaves out the line end before `endstream` that PDF/A asks for."""

    __RefOnly__ = 1

    def __init__(self, entries: bytes, content: bytes) -> None:
        """Keep the dictionary's entries and the content as they are."""
        self._entries = entries
        self._content = content

    def __bytes__(self) -> bytes:
        """Return the whole object's syntax."""
        head = b"<<%b/Length %d>>\nstream\n" % (self._entries, len(self._content))
        # Both signs: behind content that ends in one of them, the other alone would leave its length open.
        return head + self._content + b"\r\nendstream"


def compressed(entries: bytes, content: bytes, *, repeated: bool = False) -> Stream:
    """Return a stream of compressed content, kept for the next file if it is repeated there."""
    squeezed = _kept(content) if repeated else zlib.compress(content)
    return Stream(entries + b"/Filter/FlateDecode", squeezed)


@lru_cache(maxsize=64)
def _kept(content: bytes) -> bytes:
    return zlib.compress(content)
