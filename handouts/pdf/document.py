"""A ReportLab document that writes its objects as they are complete, the small ones in object streams."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import md5
from itertools import accumulate
from struct import Struct
from typing import IO

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFString, format

# Levels of compression: for what one file has, and for what is kept for the next ones.
QUICK, SMALL = 1, 5

# A line of the cross-reference stream (ISO 32000-1, 7.5.8.3): the kind of an object; its offset in the
# file, or the number of its object stream; its position there.
_LINE, _FIELD_SIZES = Struct(">BQH"), "[1 8 2]"
_FREE, _PLAIN, _IN_STREAM = 0, 1, 2
_CHUNK = 1 << 16
# ReportLab wants a document wherever it formats an object; those that refer to no other need none.
NO_DOCUMENT = PDFDocument(invariant=1)
_ENDSTREAM = b"endstream\n"


class Document(PDFDocument):  # type: ignore[misc]
    """A file being written; nothing is kept of an object but its place."""

    def __init__(self, write: Callable[[bytes], object], *, lines: IO[bytes], language: str) -> None:
        """Begin a file; `lines` holds the cross-references until the end, eleven bytes for each object."""
        super().__init__(dummyoutline=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.Catalog.Outlines = None
        # ReportLab makes the identifier of the file from the time; here it is made from all bytes written.
        self.signature = md5(usedforsecurity=False)
        self.length = 0
        self._write = write
        self._lines = lines
        self._gathered: list[tuple[int, list[bytes]]] = []
        self._note(0, [_LINE.pack(_FREE, 0, 0xFFFF)])
        self._append(PDFFile(self._pdfVersion).format(self))

    def reserve(self, count: int = 1) -> int:
        """Return the first of so many consecutive object numbers."""
        self.objectcounter += count
        return int(self.objectcounter) - count + 1

    def add(self, code: bytes) -> int:
        """Write an object and return its number."""
        number = self.reserve()
        self.fill(number, [code])
        return number

    def fill(self, first: int, codes: Iterable[bytes]) -> None:
        """Write objects of consecutive reserved numbers: streams now, the others with the next `flush`."""
        small: list[bytes] = []
        for number, code in enumerate(codes, first):
            if code.endswith(_ENDSTREAM):
                self._note(number, [_LINE.pack(_PLAIN, self.length, 0)])
                self._append(b"%d 0 obj\n%bendobj\n" % (number, code))
                self._gathered.append((first, small))
                first, small = number + 1, []
            else:
                small.append(code)
        self._gathered.append((first, small))

    def flush(self) -> None:
        """Write the objects that are not written yet as one object stream (ISO 32000-1, 7.5.7)."""
        codes = [code for _, some in self._gathered for code in some]
        if not codes:
            return
        stream_number, position = self.reserve(), 0
        numbers: list[int] = []
        for first, some in self._gathered:
            places = range(position, position + len(some))
            self._note(first, [_LINE.pack(_IN_STREAM, stream_number, place) for place in places])
            numbers += range(first, first + len(some))
            position += len(some)
        starts = accumulate([len(code) + 1 for code in codes], initial=0)
        index = b" ".join([b"%d %d" % pair for pair in zip(numbers, starts, strict=False)]) + b"\n"
        self._gathered = []
        entries = {"Type": "/ObjStm", "N": len(codes), "First": len(index)}
        self.fill(stream_number, [stream(index + b"\n".join(codes), level=QUICK, entries=entries)])

    def close(self) -> None:
        """Write catalogue, information and cross-references."""
        catalog, info = self.add(format(self.Catalog, self, toplevel=1)), self.add(self.info.format(self))
        self.flush()
        number, start = self.reserve(), self.length
        self._note(number, [_LINE.pack(_PLAIN, start, 0)])
        entries = {"Type": "/XRef", "Size": number + 1, "W": _FIELD_SIZES, "ID": self.ID()}
        entries |= {"Root": reference(catalog), "Info": reference(info), "Filter": "/FlateDecode"}
        entries["Length"] = sum(map(len, self._packed_lines()))
        self._append(b"%d 0 obj\n%b\nstream\n" % (number, dictionary(entries)))
        for part in self._packed_lines():
            self._append(part)
        self._append(b"\r\n%bendobj\nstartxref\n%d\n%%%%EOF\n" % (_ENDSTREAM, start))

    def _packed_lines(self) -> Iterator[bytes]:
        """Yield the cross-references compressed; those of a stack are too many to hold."""
        packer = zlib.compressobj()
        self._lines.seek(0)
        yield from map(packer.compress, iter(lambda: self._lines.read(_CHUNK), b""))
        yield packer.flush()

    def _note(self, first: int, lines: Sequence[bytes]) -> None:
        """Note where consecutive objects are."""
        self._lines.seek(first * _LINE.size)
        self._lines.write(b"".join(lines))

    def _append(self, part: bytes) -> None:
        self.signature.update(part)
        self._write(part)
        self.length += len(part)


@dataclass(slots=True)
class _Bookmark:
    """An entry of the outline that waits for the next one of its level, or for its last one below."""

    number: int
    title: str = ""
    page: int = 0
    above: int = 0
    previous: int = 0
    first: int = 0
    last: int = 0
    count: int = 0

    @property
    def ends(self) -> dict[str, object]:
        """Its entries for what is below it, if there is any."""
        ends = {"First": reference(self.first), "Last": reference(self.last), "Count": self.count}
        return ends if self.count else {}


class Bookmarks:
    """The bookmarks of a file; written as they come, since a stack of thousands has as many.

    ReportLab keeps all of them until the end.
    """

    def __init__(self, document: Document) -> None:
        """Begin without bookmarks."""
        self._document = document
        self._open = [_Bookmark(document.reserve())]

    def add(self, title: str, level: int, page: int) -> None:
        """Add a bookmark that leads to a page; it is at most one level below the one before."""
        number, level = self._document.reserve(), min(level, len(self._open) - 1)
        self._close(level + 1, following=number)
        above = self._open[-1]
        self._open.append(_Bookmark(number, title, page, above.number, above.last))
        above.first, above.last = above.first or number, number
        for bookmark in self._open[:-1]:
            bookmark.count += 1

    def close(self) -> int | None:
        """Write what waits and return the number of the outline, or None if it is empty."""
        self._close(1)
        root = self._open[0]
        if not root.count:
            return None
        self._document.fill(root.number, [dictionary({"Type": "/Outlines", **root.ends})])
        return root.number

    def _close(self, level: int, following: int = 0) -> None:
        """Write the open bookmarks from a level down; the first of these has one `following` it."""
        while len(self._open) > level:
            one = self._open.pop()
            entries = {"Title": PDFString(one.title), "Parent": reference(one.above), **one.ends}
            if one.previous:
                entries["Prev"] = reference(one.previous)
            if following and len(self._open) == level:
                entries["Next"] = reference(following)
            entries["Dest"] = b"[%d 0 R/Fit]" % one.page
            self._document.fill(one.number, [dictionary(entries)])


def reference(number: int) -> bytes:
    """Return a reference to an object."""
    return b"%d 0 R" % number


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[%b]" % b" ".join([b"%d 0 R" % number for number in numbers])


def dictionary(entries: Mapping[str, object]) -> bytes:
    """Return a dictionary on one line; its values are ReportLab's, or syntax."""
    return b"<<%b>>" % b"".join(
        [b"/%b %b" % (key.encode("ascii"), _syntax(value)) for key, value in entries.items()]
    )


def _syntax(value: object) -> bytes:
    # Measured: ReportLab takes a tenth of the time of a stack for what is only a number or a name.
    if isinstance(value, bytes):
        return value
    if isinstance(value, str | int):
        return str(value).encode("latin-1")
    return bytes(format(value, NO_DOCUMENT))


def stream(content: bytes | str, *, level: int, entries: Mapping[str, object] | None = None) -> bytes:
    """Return a stream compressed at a level."""
    packed = zlib.compress(content.encode("latin-1") if isinstance(content, str) else content, level)
    entries = {**(entries or {}), "Filter": "/FlateDecode", "Length": len(packed)}
    return b"%b\nstream\n%b\r\n%b" % (dictionary(entries), packed, _ENDSTREAM)


def ended(code: bytes) -> bytes:
    """Return a stream of ReportLab's with a line end before its last word, which PDF/A wants.

    It is one of two bytes: a content that ends in one of them would look a byte too short or too long.
    """
    return code[: -len(_ENDSTREAM)] + b"\r\n" + _ENDSTREAM
