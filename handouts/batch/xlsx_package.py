"""Open an Excel workbook as what it is: a ZIP archive of XML parts, each bounded before and while it is read.

openpyxl reads styles and texts as a whole, into many times their size, and gives up where a part is not as it
expects. So the XML parser of the standard library reads the few parts that a roster needs, one piece at a
time, and openpyxl says what their values mean.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat

from handouts.problems import file_error

# Far more than any roster has; each is refused by name before it is unpacked.
MOST_PARTS = 1_000
MOST_DIRECTORY = 500_000
MOST_UNPACKED = {"sheet": 250_000_000, "texts": 20_000_000, "styles": 20_000_000, "": 500_000}
MOST_KEPT = 200_000
# No spreadsheet program writes parts that shrink so much; the rows of a formatted empty sheet do by 25.
MOST_SHRUNK = 300
SMALL = 1_000_000
# How the parts of a workbook are packed; no spreadsheet program uses others.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
CHUNK = 1 << 16
# What the parser must hold as a whole.
LONGEST_TAG = 500_000
# What ends an archive, the length of its list of parts at a place in it, and the mark of a larger kind.
END, LARGE = b"PK\5\6", b"PK\6\7"
LONGEST_END = 66_000

# What zipfile, zlib and the parser raise for what is no workbook, or a broken one.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    LookupError,
    ValueError,
    ArithmeticError,
    EOFError,
    RuntimeError,
    OSError,
)

Attributes = Mapping[str, str]


class TooLarge(Exception):
    """A workbook, or a part of one, that is larger than any roster; says what is."""


class Package:
    """The parts of a workbook, named as relations name them; capitals in names mean nothing."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Look at the list of parts; raise TooLarge."""
        self._archive = archive
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise TooLarge(f"it has more than {MOST_PARTS} parts")
        self._parts = {part.filename.lower(): part for part in parts}

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name.lower() in self._parts

    def read(self, name: str, kind: str, listen: Callable[[expat.XMLParserType], None]) -> Iterator[None]:
        """Send a part through a parser that `listen` sets up, and give way after each piece.

        Raise TooLarge for one that is larger than any of its kind, and what is in UNREADABLE.
        """
        part = self._parts[name.lower()]
        most = MOST_UNPACKED[kind]
        is_shrunk = part.file_size > SMALL and part.file_size > MOST_SHRUNK * part.compress_size
        if part.compress_type not in METHODS:
            raise zipfile.BadZipFile
        if part.file_size > most or is_shrunk:
            raise TooLarge(
                f"its part `{posixpath.basename(name)}` unpacks to {part.file_size // 1_000_000} MB"
            )
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        listen(parser)
        with self._archive.open(part) as file:
            read = 0
            while piece := file.read(CHUNK):
                parser.Parse(piece)
                read += len(piece)
                if read - parser.CurrentByteIndex > LONGEST_TAG:
                    raise TooLarge(f"its part `{posixpath.basename(name)}` has a tag without end")
                yield
        parser.Parse(b"", True)

    def elements(self, name: str, *tags: str, kind: str = "") -> list[tuple[str, Attributes]]:
        """Return the elements of some names in a part, in order; raise TooLarge where there are too many."""
        found: list[tuple[str, Attributes]] = []

        def start(tag: str, attributes: Attributes) -> None:
            if local(tag) in tags:
                found.append((local(tag), {local(key): value for key, value in attributes.items()}))
                if len(found) > MOST_KEPT:
                    raise TooLarge(f"its part `{posixpath.basename(name)}` has more than {MOST_KEPT} entries")

        def listen(parser: expat.XMLParserType) -> None:
            parser.StartElementHandler = start

        for _ in self.read(name, kind, listen):
            pass
        return found

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the kind and the part of each relation of a part, by its id; `""` is the whole file."""
        folder, file = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(part):
            return {}
        return {
            one["Id"]: (posixpath.basename(one["Type"]), _resolved(folder, one["Target"]))
            for _, one in self.elements(part, "Relationship")
            if one.get("TargetMode") != "External"
        }


def local(tag: str) -> str:
    """Return the name of an element or attribute without its namespace: Strict workbooks have others."""
    return tag.rpartition(" ")[2]


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Give the parts of a workbook; raise ContentError for what is none, and where it is a trap."""
    try:
        with path.open("rb") as file:
            _refuse_long_list(file)
            with zipfile.ZipFile(file) as archive:
                yield Package(archive)
    except TooLarge as error:
        message = f"this workbook is far larger than any roster: {error}."
        hint = "Copy the rows into a new workbook, or save them as CSV."
        raise file_error(path, message, hint) from error
    except UNREADABLE as error:
        message = "this is no Excel workbook, or a damaged or encrypted one."
        hint = "Save it again as .xlsx, without a password."
        raise file_error(path, message, hint) from error


def _refuse_long_list(file: IO[bytes]) -> None:
    """Raise TooLarge where the list of parts, which zipfile reads whole, is longer than any workbook's."""
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_END))
    tail = file.read()
    end = tail.rfind(END)
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end >= 0 and (length > MOST_DIRECTORY or tail[max(0, end - 20) : end].startswith(LARGE)):
        raise TooLarge("its list of parts is too long")
    file.seek(0)


def _refuse_doctype(*declared: object) -> None:
    """Raise ValueError: a declaration can define entities within entities, and no workbook has one."""
    raise ValueError


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
