"""What has been printed: a line for each handout, kept so that a run can go on where it was stopped.

A line is written after its file is in place, and is safe on the disk before the next is begun. It holds no
name. A last line that was cut off by a crash counts as not written.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

from handouts.batch.lock import try_lock
from handouts.batch.press import Ticket
from handouts.problems import ContentError, Problem

NAME = "record.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One handout that was printed.

    `key` stands for everything it was made from, `content` for the content alone; `pages` is where it
    stands in a stack, and empty for a file of its own.
    """

    row: int
    id: str
    file: str
    sha256: str
    key: str
    code: str
    roster: str
    content: str
    layout: str
    program: str
    pages: str = ""


class Record:
    """The entries of a folder, the last for each file, and the file that more are added to."""

    def __init__(self, folder: Path, file: BinaryIO | None, entries: Mapping[str, Entry]) -> None:
        """Keep an open file, or none where nothing will be added."""
        self.folder = folder
        self._file = file
        self._entries = dict(entries)

    def has(self, ticket: Ticket) -> bool:
        """Return whether the handout of a row is there, made from the same things and undamaged."""
        entry = self._entries.get(ticket.file)
        return (
            entry is not None
            and entry.key == ticket.key
            and _sha256(self.folder / entry.file) == entry.sha256
        )

    def add(self, *entries: Entry) -> None:
        """Add entries, safe on the disk when this returns."""
        assert self._file is not None
        lines = (json.dumps(_said(entry), ensure_ascii=False) + "\n" for entry in entries)
        self._file.write("".join(lines).encode())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._entries |= {entry.file: entry for entry in entries if not entry.pages}

    def left_over(self, roster: str, files: set[str]) -> list[str]:
        """Return the files here that an earlier run made of rows that this roster no longer has."""
        gone = (one.file for one in self._entries.values() if one.roster == roster and one.file not in files)
        return sorted(file for file in gone if (self.folder / file).is_file())


def read_record(folder: Path) -> Record:
    """Return what was printed into a folder, to look at; an empty record where nothing was."""
    path = folder / NAME
    content = path.read_bytes() if path.is_file() else b""
    return Record(folder, None, _entries(content))


@contextmanager
def open_record(folder: Path) -> Iterator[Record]:
    """Give the record of a folder to this process alone; raise ContentError where another run has it."""
    path = folder / NAME
    # Only its owner may read it.
    path.touch(mode=0o600)
    with path.open("a+b") as file:
        if not try_lock(file):
            hint = "Wait until it ends, or choose another folder."
            raise ContentError([Problem(folder, 0, 0, "another run is at work in this folder.", hint)])
        file.seek(0)
        content = file.read()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            file.truncate(whole)
        yield Record(folder, file, _entries(content[:whole]))


def _entries(content: bytes) -> dict[str, Entry]:
    """Return the last entry for each file; lines that are damaged or of another program are passed over."""
    entries: dict[str, Entry] = {}
    for line in content.split(b"\n"):
        entry = _read(line)
        if entry and not entry.pages:
            entries[entry.file] = entry
    return entries


def _read(line: bytes) -> Entry | None:
    try:
        data = json.loads(line)
        entry = Entry(**{field.name: data[field.name] for field in fields(Entry) if field.name in data})
    except (ValueError, TypeError):
        return None
    # A line leads to no file outside its folder.
    texts = all(isinstance(value, str) for key, value in asdict(entry).items() if key != "row")
    return entry if texts and Path(entry.file).name == entry.file else None


def _said(entry: Entry) -> dict[str, object]:
    return {key: value for key, value in asdict(entry).items() if value != ""}


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
