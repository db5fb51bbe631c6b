"""A ReportLab document whose objects are written as they are complete, gathered in object streams."""

import zlib
from collections.abc import Callable, Iterable
from copy import copy
from functools import lru_cache
from hashlib import md5
from itertools import accumulate, groupby
from struct import Struct
from typing import IO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFStream

# The alternative makes every image a third larger.
rl_config.useA85 = 0
# Worked out letter by letter for every key of every dictionary; it depends on nothing else.
pdfdoc.PDFName = lru_cache(maxsize=1024)(pdfdoc.PDFName)
# A place: its kind, and its start in the file or the object stream and its position there.
_ROW, _WIDTHS = Struct(">BBIH"), "[1 5 2]"
_FREE, _PLAIN, _GATHERED = 0, 1, 2
_CHUNK = 1 << 16
# What names begin with that later handouts of the file use.
_KEPT = ("FormXob.", "Shared.")
# So that a reader that wants one object need not unpack those of a whole stack of handouts.
_MOST_GATHERED = 2000
_END = b"endstream\n"


class Flate(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]
    """Compresses at a level; what is `kept` for the next file is worth the time to pack it small."""

    def __init__(self, level: int, *, kept: bool) -> None:
        """Begin with nothing kept."""
        self.encode = lru_cache(maxsize=64)(self._encode) if kept else self._encode
        self._level = level

    def _encode(self, content: bytes | str) -> bytes:
        return zlib.compress(pdfdoc.pdfdocEnc(content), self._level)


SMALL, QUICK = Flate(5, kept=True), Flate(1, kept=False)


class Ready(PDFObject):  # type: ignore[misc]
    """An object whose syntax is known; it is made anew for each document, because that leaves its mark."""

    __RefOnly__ = 1

    def __init__(self, code: bytes) -> None:
        """Begin with the syntax."""
        self.code = code

    def format(self, document: "Document") -> bytes:
        """Return the syntax."""
        return self.code


class Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document that forgets an object once it is written; of what handouts share it keeps the number."""

    # Where nothing else is said: fonts and their tables, which many files have.
    defaultStreamFilters = (SMALL,)

    def __init__(self, write: Callable[[bytes], object], *, rows: IO[bytes], lang: str) -> None:
        """Begin a file; `rows` keeps where its objects are until it ends, eight bytes for each."""
        super().__init__(compression=0, invariant=1, pdfVersion=(1, 7), lang=lang)
        # Without the hour of the environment; it is made from all bytes that are written.
        self.signature = md5(usedforsecurity=False)
        self.length = 0
        self._write = write
        self._rows = rows
        self._place(0, _ROW.pack(_FREE, 0, 0, 0xFFFF))
        self._late = set(self.idToObject)
        self.keep_open(self.Catalog, "Catalog")
        self.keep_open(self.info, "Info")
        self._gathered: list[tuple[int, bytes]] = []
        self._append(pdfdoc.PDFFile(self._pdfVersion).format(self))

    def keep_open(self, thing: PDFObject, name: str) -> None:
        """Register an object that is complete only when the file ends."""
        self.Reference(thing, name)
        self._late.add(name)

    def adopt(self, name: str, thing: PDFObject) -> None:
        """Register an object of another document, unless there is one of its name."""
        if name not in self.idToObject:
            own = copy(thing)
            own.__dict__.pop("__InternalName__", None)
            self.Reference(own, name)

    def begin_like(self, other: "Document", names: Iterable[str]) -> None:
        """Count as written what another document has under these names."""
        for name in names:
            self.idToObject[name] = None
            self.idToObjectNumberAndVersion[name] = other.idToObjectNumberAndVersion[name]

    def number(self, name: str) -> int:
        """Return the number of an object that has not been forgotten."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def reserve(self, count: int = 1) -> int:
        """Return the first of some consecutive numbers of objects without a name."""
        self.objectcounter += count
        return int(self.objectcounter) - count + 1

    def fill(self, first: int, codes: Iterable[bytes]) -> None:
        """Write objects of consecutive reserved numbers."""
        self._gathered += enumerate(codes, first)

    def flush(self, *, final: bool = False) -> None:
        """Write all that is complete; objects that are first named meanwhile, too."""
        names, written = self.numberToId, []
        while ready := [number for number in names if final or names[number] not in self._late]:
            for number in ready:
                name = names.pop(number)
                thing, self.idToObject[name] = self.idToObject[name], None
                self._put(number, pdfdoc.format(thing, self, toplevel=1))
                written.append(name)
        for name in written:
            if not name.startswith(_KEPT) and name not in self._late:
                del self.idToObject[name], self.idToObjectNumberAndVersion[name]
        self._settle()

    def format(self) -> bytes:
        """Write the rest and the table of all places; nothing is returned that was not written yet."""
        self.flush(final=True)
        number, start = self.reserve(), self.length
        self._place_plain(number)
        entries = {"Type": "/XRef", "Size": number + 1, "W": _WIDTHS, "ID": self.ID()}
        entries |= {"Root": self.Reference(self.Catalog), "Info": self.Reference(self.info)}
        press = zlib.compressobj()
        self._rows.seek(0)
        squeezed = [press.compress(chunk) for chunk in iter(lambda: self._rows.read(_CHUNK), b"")]
        entries["Filter"] = "/FlateDecode"
        self._append_stream(number, PDFStream(PDFDictionary(entries), b"".join([*squeezed, press.flush()])))
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b""

    def _put(self, number: int, code: bytes) -> None:
        if code.endswith(_END):
            # ReportLab sets no line end before the last word, which PDF/A wants.
            self._place_plain(number)
            self._append(b"%d 0 obj\n%b\r\n%bendobj\n" % (number, code[: -len(_END)], _END))
        else:
            self._gathered.append((number, code))

    def _append_stream(self, number: int, stream: PDFStream) -> None:
        self._put(number, stream.format(self))

    def _settle(self) -> None:
        """Write what is gathered as object streams: numbers and starts, then the objects."""
        for at in range(0, len(self._gathered), _MOST_GATHERED):
            some, stream = self._gathered[at : at + _MOST_GATHERED], self.reserve()
            high, low = stream >> 32, stream & 0xFFFFFFFF
            for _, run in groupby(enumerate(some), key=lambda one: one[1][0] - one[0]):
                places = list(run)
                rows = [_ROW.pack(_GATHERED, high, low, position) for position, _ in places]
                self._place(places[0][1][0], b"".join(rows))
            starts = accumulate((len(code) + 1 for _, code in some), initial=0)
            pairs = zip(some, starts, strict=False)
            index = b" ".join([b"%d %d" % (number, start) for (number, _), start in pairs]) + b"\n"
            body = index + b"\n".join([code for _, code in some])
            entries = PDFDictionary({"Type": "/ObjStm", "N": len(some), "First": len(index)})
            self._append_stream(stream, PDFStream(entries, body, [QUICK]))
        self._gathered = []

    def _place_plain(self, number: int) -> None:
        self._place(number, _ROW.pack(_PLAIN, self.length >> 32, self.length & 0xFFFFFFFF, 0))

    def _place(self, first: int, rows: bytes) -> None:
        self._rows.seek(first * _ROW.size)
        self._rows.write(rows)

    def _append(self, part: bytes) -> None:
        self.updateSignature(part)
        self._write(part)
        self.length += len(part)


def format_entries(entries: dict[str, object], doc: pdfdoc.PDFDocument) -> bytes:
    """Return the entries of a dictionary in their order, on one line."""
    return b"".join(
        b"/%b %b" % (key.encode("ascii"), pdfdoc.format(value, doc)) for key, value in entries.items()
    )
