"""Numbered objects become the bytes of a PDF file.

Objects that are not streams are gathered in compressed object streams (ISO 32000-1, 7.5.7): they are
mostly the structure tree, which shrinks to a fifth there.
"""

import struct
from collections.abc import Iterable
from hashlib import sha256

from handouts.pdf.stream import Stream, compressed
from handouts.pdf.syntax import reference

# The comment's high bytes tell programs that move files that this one is not text.
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _GATHERED = 0, 1, 2
# So that a reader that wants one object need not unpack those of a whole stack of handouts.
_MOST_GATHERED = 2000


def assemble(objects: Iterable[tuple[int, Stream | bytes]], *, root: int, info: int) -> bytes:
    """Return the file; its identifier is made from everything in it, so equal content gives equal bytes."""
    file = _File()
    gathered: list[tuple[int, bytes]] = []
    for number, thing in objects:
        if isinstance(thing, Stream):
            file.add(number, thing)
        else:
            gathered.append((number, thing))
    # 0 is the number of no object.
    following = 1 + len(file.places) + len(gathered)
    for first in range(0, len(gathered), _MOST_GATHERED):
        file.add_gathered(following, gathered[first : first + _MOST_GATHERED])
        following += 1
    return file.end(following, root=root, info=info)


class _File:
    """Bytes so far, and the place of each object: kind, start or stream, and position in the stream."""

    def __init__(self) -> None:
        self.places: dict[int, tuple[int, int, int]] = {}
        self._parts = [_HEADER]
        self._length = len(_HEADER)

    def add(self, number: int, stream: Stream) -> None:
        self.places[number] = (_PLAIN, self._length, 0)
        self._append(b"%d 0 obj\n%b\nendobj\n" % (number, bytes(stream)))

    def add_gathered(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        """Add an object stream: numbers and starts of its objects, then the objects."""
        starts, at = [], 0
        for position, (gathered, code) in enumerate(objects):
            self.places[gathered] = (_GATHERED, number, position)
            starts.append(b"%d %d" % (gathered, at))
            at += len(code) + 1
        index = b" ".join(starts) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))
        self.add(number, compressed(entries, index + b"\n".join(code for _, code in objects)))

    def end(self, number: int, *, root: int, info: int) -> bytes:
        """Return the file with the table of all places (ISO 32000-1, 7.5.8) at its end."""
        start = self._length
        places = {**self.places, 0: (_FREE, 0, 0xFFFF), number: (_PLAIN, start, 0)}
        table = b"".join(struct.pack(">BIH", *places[key]) for key in range(number + 1))
        identifier = sha256(b"".join(self._parts)).hexdigest()[:32].encode("ascii")
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (
            *(number + 1, reference(root), reference(info)),
            *(identifier, identifier),
        )
        self.add(number, compressed(entries, table))
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _append(self, part: bytes) -> None:
        self._parts.append(part)
        self._length += len(part)
