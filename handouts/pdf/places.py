"""Where each object of a file is: the table that a PDF ends with."""

import struct
import zlib
from collections.abc import Iterator
from typing import IO

# Kinds of place (ISO 32000-1, 7.5.8.3).
FREE, PLAIN, GATHERED = 0, 1, 2
WIDTHS = b"[1 5 2]"
_ROW = struct.Struct(">BBIH")
_CHUNK = 1 << 16


class Places:
    """A row for each object: kind, start in the file or object stream, and position in that stream."""

    def __init__(self, rows: IO[bytes]) -> None:
        """Begin with object 0, which is never used; the rows wait in the file `rows`."""
        self._rows = rows
        self.put(0, FREE, 0, 0xFFFF)

    def put(self, number: int, kind: int, start: int, position: int = 0) -> None:
        """Say where one object is."""
        self._rows.seek(number * _ROW.size)
        self._rows.write(_ROW.pack(kind, start >> 32, start & 0xFFFFFFFF, position))

    def put_gathered(self, first: int, count: int, *, stream: int, position: int) -> None:
        """Say that objects of consecutive numbers are in one stream, one after the other."""
        self._rows.seek(first * _ROW.size)
        pack, high, low = _ROW.pack, stream >> 32, stream & 0xFFFFFFFF
        self._rows.write(b"".join([pack(GATHERED, high, low, position + at) for at in range(count)]))

    def squeezed(self) -> Iterator[bytes]:
        """Yield all rows, compressed, piece by piece: those of a long stack are too many to hold at once."""
        press = zlib.compressobj()
        self._rows.seek(0)
        for chunk in iter(lambda: self._rows.read(_CHUNK), b""):
            yield press.compress(chunk)
        yield press.flush()
