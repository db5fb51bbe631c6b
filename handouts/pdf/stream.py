"""Bytes with a dictionary: page contents, pictures, fonts and metadata."""

import zlib
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream object: its dictionary's entries, and its content as it is stored."""

    entries: bytes
    content: bytes

    def __bytes__(self) -> bytes:
        """Return the whole object's syntax."""
        before, after = around(self.entries, len(self.content))
        return before + self.content + after

    def with_entry(self, entry: bytes) -> "Stream":
        """Return the stream with one more entry in its dictionary."""
        return Stream(self.entries + entry, self.content)


def around(entries: bytes, length: int) -> tuple[bytes, bytes]:
    """Return what stands before and after the content of a stream of so many bytes."""
    # Both signs: behind content that ends in one of them, the other alone would leave its length open.
    return b"<<%b/Length %d>>\nstream\n" % (entries, length), b"\r\nendstream"


def compressed(entries: bytes, content: bytes, *, repeated: bool = False) -> Stream:
    """Return a stream of compressed content, kept for the next file if it is repeated there.

    What is one person's alone is compressed at the first level: the others take longer than all else.
    """
    squeezed = _kept(content) if repeated else zlib.compress(content, 1)
    return Stream(entries + b"/Filter/FlateDecode", squeezed)


@lru_cache(maxsize=64)
def _kept(content: bytes) -> bytes:
    # The usual sixth level takes half as long again and saves one byte in two hundred.
    return zlib.compress(content, 5)
