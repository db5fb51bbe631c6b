"""Numbered objects become the bytes of a PDF file.

Objects that are not streams are gathered in one compressed object stream (ISO 32000-1, 7.5.7): they are
mostly the structure tree, which shrinks to a tenth there.
"""

import struct
from collections.abc import Iterable
from hashlib import sha256

from handouts.pdf.stream import Stream, compressed
from handouts.pdf.syntax import reference

# The comment's high bytes tell programs that move files that this one is not text.
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE, _PLAIN, _GATHERED = 0, 1, 2


def assemble(objects: Iterable[tuple[int, Stream | bytes]], *, root: int, info: int) -> bytes:
    """Return the file; its identifier is made from everything in it, so equal content gives equal bytes."""
    body = [_HEADER]
    at = len(_HEADER)
    places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 0xFFFF)}
    gathered: dict[int, bytes] = {}
    for number, thing in objects:
        if isinstance(thing, Stream):
            places[number] = (_PLAIN, at, 0)
            body.append(_plain(number, thing))
            at += len(body[-1])
        else:
            gathered[number] = thing
    together = len(places) + len(gathered)
    for index, number in enumerate(gathered):
        places[number] = (_GATHERED, together, index)
    places[together] = (_PLAIN, at, 0)
    body.append(_plain(together, _gather(gathered)))
    return b"".join([*body, _end(places, b"".join(body), root=root, info=info)])


def _plain(number: int, stream: Stream) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, bytes(stream))


def _gather(objects: dict[int, bytes]) -> Stream:
    """Return an object stream: numbers and places of the objects, then the objects."""
    places, at = [], 0
    for number, code in objects.items():
        places.append(b"%d %d" % (number, at))
        at += len(code) + 1
    index = b" ".join(places) + b"\n"
    entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))
    return compressed(entries, index + b"\n".join(objects.values()))


def _end(places: dict[int, tuple[int, int, int]], body: bytes, *, root: int, info: int) -> bytes:
    """Return the table of places as a stream (ISO 32000-1, 7.5.8), and where it starts."""
    number = len(places)
    places[number] = (_PLAIN, len(body), 0)
    table = b"".join(struct.pack(">BIH", *places[key]) for key in range(number + 1))
    identifier = sha256(body).hexdigest()[:32].encode("ascii")
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (
        *(number + 1, reference(root), reference(info)),
        *(identifier, identifier),
    )
    return _plain(number, compressed(entries, table)) + b"startxref\n%d\n%%%%EOF\n" % len(body)
