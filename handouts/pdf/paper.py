"""Numbered objects become the bytes of a PDF file, written as they come.

Objects that are not streams are gathered in compressed object streams (ISO 32000-1, 7.5.7): they are
mostly the structure tree, which shrinks to a fifth there.
"""

from collections.abc import Callable
from hashlib import sha256
from itertools import accumulate
from typing import IO

from handouts.pdf.places import PLAIN, WIDTHS, Places
from handouts.pdf.stream import Stream, around, compressed
from handouts.pdf.syntax import reference

# The comment's high bytes tell programs that move files that this one is not text.
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# So that a reader that wants one object need not unpack those of a whole stack of handouts.
_MOST_GATHERED = 2000


class Paper:
    """Objects by their number; what is complete goes to `write` and is not kept."""

    def __init__(self, write: Callable[[bytes], object], *, rows: IO[bytes], count: int = 0) -> None:
        """Begin a file; `rows` keeps where its objects are until it ends, eight bytes for each.

        The number of its first object is the one after `count`.
        """
        self._write = write
        self._digest = sha256()
        self._places = Places(rows)
        self._catalog: dict[str, bytes] = {}
        # Runs of objects that wait for their stream: first number, and codes with a line end between.
        self._waiting: list[tuple[int, bytes]] = []
        self._gathered = 0
        self.count = count
        self.length = 0
        self._append(_HEADER)

    def reserve(self, count: int = 1) -> int:
        """Return the first of some consecutive numbers of objects that come later."""
        first = self.count + 1
        self.count += count
        return first

    def fill(self, first: int, codes: bytes, *, count: int = 1) -> None:
        """Give reserved objects of consecutive numbers their syntax, each on a line of its own."""
        if self._gathered + count > _MOST_GATHERED:
            self.settle()
        self._waiting.append((first, codes))
        self._gathered += count

    def put(self, code: bytes) -> int:
        """Add an object that is one line of syntax and return its number."""
        number = self.reserve()
        self.fill(number, code)
        return number

    def put_stream(self, entries: bytes, content: bytes, *, repeated: bool = False) -> int:
        """Add a compressed stream with these dictionary entries and return its number."""
        return self.put_as_it_is(compressed(entries, content, repeated=repeated))

    def put_as_it_is(self, stream: Stream) -> int:
        """Add a stream and return its number."""
        number = self.reserve()
        self._place(number, stream)
        return number

    def set_catalog(self, key: str, code: bytes | int) -> None:
        """Set an entry of the catalog to syntax or to an object."""
        self._catalog[key] = reference(code) if isinstance(code, int) else code

    def settle(self) -> None:
        """Write what waits in an object stream: numbers and starts of its objects, then the objects."""
        if not self._waiting:
            return
        number = self.reserve()
        numbers: list[int] = []
        for first, codes in self._waiting:
            count = codes.count(b"\n") + 1
            self._places.put_gathered(first, count, stream=number, position=len(numbers))
            numbers += range(first, first + count)
        body = b"\n".join([codes for _, codes in self._waiting])
        starts = accumulate([len(code) + 1 for code in body.split(b"\n")], initial=0)
        index = b" ".join([b"%d %d" % pair for pair in zip(numbers, starts, strict=False)]) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(index))
        self._waiting, self._gathered = [], 0
        self._place(number, compressed(entries, index + body))

    def close(self, *, info: int) -> None:
        """End the file with its catalog and the table of all places (ISO 32000-1, 7.5.8).

        Its identifier is made from everything in it, so equal content gives equal bytes.
        """
        entries = b"".join(b"/%b %b" % (key.encode("ascii"), code) for key, code in self._catalog.items())
        root = self.put(b"<</Type/Catalog%b>>" % entries)
        self.settle()
        number, start = self.reserve(), self.length
        self._places.put(number, PLAIN, start)
        identifier = self._digest.hexdigest()[:32].encode("ascii")
        head = b"/Type/XRef/Size %d/W%b/Root %b/Info %b/ID[<%b><%b>]/Filter/FlateDecode" % (
            *(number + 1, WIDTHS, reference(root), reference(info)),
            *(identifier, identifier),
        )
        # Squeezed twice, once for the length, which stands before the content.
        length = sum(map(len, self._places.squeezed()))
        before, after = around(head, length)
        self._append(b"%d 0 obj\n%b" % (number, before))
        for piece in self._places.squeezed():
            self._append(piece)
        self._append(b"%b\nendobj\n" % after)
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)

    def _place(self, number: int, stream: Stream) -> None:
        self._places.put(number, PLAIN, self.length)
        self._append_object(number, stream)

    def _append_object(self, number: int, stream: Stream) -> None:
        self._append(b"%d 0 obj\n%b\nendobj\n" % (number, bytes(stream)))

    def _append(self, part: bytes) -> None:
        self._digest.update(part)
        self._write(part)
        self.length += len(part)
