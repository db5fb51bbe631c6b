"""What has been printed: a line for each handout, kept so that a run can go on where it was stopped.

A line is safe on the disk before its file is put in its place, so that every file that is there is known; one
whose file is not what the line says counts as not printed. It holds no name, and what stands for all that a
handout was made from is sealed with a secret beside it: names could be found from it by trying. A last line
that was cut off by a crash counts as not written. Two short lines say when a run began and when it ended, so
that one that was stopped before midnight goes on after it with the date it began with.
"""

import datetime
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from handouts import __version__
from handouts.batch.row_maker import CheckedRow, RowMaker
from handouts.files import RECORD, numbered, open_plain, try_lock, write_aside
from handouts.problems import file_error
from handouts.source import called_from

SECRET = "record.key"
SECRET_BYTES = 32
# A run that was stopped longer ago, such as before a weekend, is not gone on with.
MOST_DAYS = 3

# A line as it was written.
Line = Mapping[str, object]


def entry_of(
    checked: CheckedRow, maker: RowMaker, *, file: str, code: str, sha256: str = "", pages: str = ""
) -> Line:
    """Return the line of a handout that was printed.

    `key` stands for everything it was made from, `content` for the content alone; `date` is the day that it
    says where its plan has none; `pages` is where it stands in a stack, and empty for a file of its own;
    `accepted` names what is given in spite of a caution.
    """
    return {
        "row": checked.row,
        "id": checked.id,
        "file": file,
        "sha256": sha256,
        "key": checked.key,
        "code": code,
        "roster": maker.run.roster.path.name,
        "content": maker.content,
        "layout": checked.layout,
        "program": __version__,
        "date": checked.date,
        "pages": pages,
        "accepted": ", ".join(checked.accepted),
    }


def read_lines(content: bytes) -> Iterator[Line]:
    """Yield the lines of a record that are whole; damaged ones are passed over."""
    for line in content.split(b"\n"):
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and "roster" in data:
            yield data


def is_entry(line: Line) -> bool:
    """Return whether a line is that of a handout, with the name of a file in the folder of the record."""
    file = line.get("file")
    is_name = isinstance(file, str) and "/" not in file and "\\" not in file and file not in ("", ".", "..")
    return is_name and isinstance(line.get("row"), int)


class Record:
    """What a folder had before, the last entry for each file, and the file that more are added to."""

    def __init__(self, folder: Path, file: BinaryIO | None, content: bytes) -> None:
        """Keep an open file, or none where nothing will be added, and what it holds."""
        self.folder = folder
        self._file = file
        lines = [*read_lines(content)]
        # Of a hundred thousand lines, entries are made of those alone that are asked for.
        printed = [line for line in lines if is_entry(line) and not line.get("pages")]
        self._entries = {line["file"]: line for line in printed}
        self._by_hash = {(line["file"], line.get("sha256")): line for line in printed}
        self._stacks = {str(line["stack"]): str(line["roster"]) for line in lines if "stack" in line}
        self._secret = _secret(folder, begin=file is not None)
        self._hashes: dict[str, str | None] = {}
        self._begun: dict[str, Line] = {}
        for line in lines:
            roster = str(line["roster"])
            if "began" in line:
                self._begun[roster] = line
            elif "ended" in line:
                self._begun.pop(roster, None)

    def has(self, checked: CheckedRow) -> bool:
        """Return whether the handout of a row is there, made from the same things and undamaged."""
        line = self._entries.get(checked.file, {})
        is_of = line.get("key") == self._sealed(checked.key)
        return is_of and self._hash(checked.file) == line.get("sha256")

    def is_persons(self, checked: CheckedRow, roster: str) -> bool:
        """Return whether it is known that the file of a row may be replaced by this row's handout.

        Nothing is there, or just what a run over this roster made for the same id, or from the same things.
        """
        found = self._hash(checked.file)
        if found is None:
            return not os.path.lexists(self.folder / checked.file)
        return self._is_of(self._by_hash.get((checked.file, found)), checked, roster)

    def expects(self, checked: CheckedRow, roster: str) -> bool:
        """Return whether what was printed last under the name of a row's file was this row's handout."""
        return self._is_of(self._entries.get(checked.file), checked, roster)

    def _is_of(self, line: Line | None, checked: CheckedRow, roster: str) -> bool:
        if line is None or line["roster"] != roster:
            return False
        is_same_id = bool(checked.id) and line.get("id") == checked.id
        return is_same_id or line.get("key") == self._sealed(checked.key)

    def named(self, rows: Sequence[CheckedRow]) -> list[CheckedRow]:
        """Return rows with a file for each: rows without an id that would share one get numbered ones.

        Who has a file by the record keeps it, so that it is not another's after rows have come and gone.
        """
        taken = {one.file.casefold() for one in rows if one.id}
        lines = self._entries.values()
        kept = {line["key"]: str(line["file"]) for line in lines if line.get("key") and not line.get("id")}
        files: dict[int, str] = {}
        nameless = sorted((one for one in rows if not one.id), key=lambda one: one.row)
        for is_known in (True, False):
            for one in nameless:
                known = kept.get(self._sealed(one.key), "")
                if one.row in files or (is_known and (not known or known.casefold() in taken)):
                    continue
                free = (name for name in map(str, numbered(Path(one.file))) if name.casefold() not in taken)
                files[one.row] = known if is_known else next(free)
                taken.add(files[one.row].casefold())
        return [replace(one, file=files.get(one.row, one.file)) for one in rows]

    def is_stack_of(self, target: Path, roster: str) -> bool:
        """Return whether the last run that wrote a stack of this name was one over this roster."""
        return self._stacks.get(target.name) == roster

    def _hash(self, file: str) -> str | None:
        """Return the hash of a file as it was when first asked for."""
        if file not in self._hashes:
            self._hashes[file] = sha256_of(self.folder / file)
        return self._hashes[file]

    def _sealed(self, key: str) -> str:
        """Return what stands for a key in the record, and gives nothing away without the secret."""
        return hmac.new(self._secret, key.encode(), "sha256").hexdigest()

    def day_of_stopped_run(self, roster: Path, *, today: datetime.date) -> datetime.date | None:
        """Return the day on which a run over this very roster began that has not ended, of the last days."""
        begun = self._begun.get(roster.name, {})
        days = (today - datetime.timedelta(days=back) for back in range(1, MOST_DAYS + 1))
        return next((day for day in days if begun and begun == _beginning(roster, day)), None)

    def begin(self, roster: Path, *, today: datetime.date) -> None:
        """Say that a run begins, or goes on."""
        self._write([_beginning(roster, today)])

    def say_how(self, roster: Path, options: Mapping[str, object]) -> None:
        """Say with which options a run is called, so that a paper can be printed again."""
        self._write([{"roster": roster.name, "ran": options}])

    def begin_stack(self, target: Path, roster: Path) -> None:
        """Say that a stack is being written, before any part of it is in its place."""
        folder = called_from(self.folder, target.parent)
        self._write([{"roster": roster.name, "stack": target.name, "in": folder}])

    def end(self, roster: Path, *, today: datetime.date) -> None:
        """Say that a run is through."""
        self._write([{"roster": roster.name, "ended": today.isoformat()}])

    def doubt(self, rows: Iterable[CheckedRow], roster: Path) -> None:
        """Say of handouts that it is not known what they were made from, so that they are made again."""
        lines = ({"row": one.row, "id": one.id, "file": one.file} for one in rows)
        self.add({**line, "roster": roster.name} for line in lines)

    def add(self, entries: Iterable[Line]) -> None:
        """Add lines of handouts, their keys sealed; they outlive a power cut when this returns."""
        sealed = ({**one, "key": self._sealed(str(one["key"]))} if "key" in one else one for one in entries)
        self._write({key: value for key, value in line.items() if value != ""} for line in sealed)

    def _write(self, lines: Iterable[Line]) -> None:
        assert self._file is not None
        for line in lines:
            # A byte of a file name that is no character is spelt out, as JSON spells it.
            self._file.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode(errors="backslashreplace"))
        self._file.flush()
        os.fsync(self._file.fileno())

    def left_over(self, roster: str, files: set[str]) -> list[str]:
        """Return the files here that an earlier run made of rows that this roster no longer has."""
        gone = (str(file) for file, line in self._entries.items() if line["roster"] == roster)
        return sorted(file for file in gone if file not in files and (self.folder / file).is_file())


def read_record(folder: Path) -> Record:
    """Return what was printed into a folder, to look at; an empty record where nothing was."""
    path = folder / RECORD
    _refuse_odd(path)
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    return Record(folder, None, content)


@contextmanager
def open_record(folder: Path) -> Iterator[Record]:
    """Give the record of a folder to this process alone; raise ContentError where another run has it."""
    path = folder / RECORD
    _refuse_odd(path)
    path.touch(mode=0o600)
    with path.open("a+b") as file:
        # Only its owner may read it, whoever made it.
        path.chmod(0o600)
        if not try_lock(file):
            hint = "Wait until it ends, or choose another folder."
            raise file_error(folder, "another run is at work in this folder.", hint)
        file.seek(0)
        content = file.read()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            file.truncate(whole)
        yield Record(folder, file, content[:whole])


def _refuse_odd(path: Path) -> None:
    """Raise ContentError where a link, a folder, a pipe or a device has the name of the record."""
    if os.path.lexists(path) and not S_ISREG(path.lstat().st_mode):
        message = "a record is a file of its own, no link, folder, pipe or device."
        raise file_error(path, message, "Take it away, or choose another folder.")


def _secret(folder: Path, *, begin: bool) -> bytes:
    """Return the secret that seals the keys of a record; a run that begins without one makes it."""
    path = folder / SECRET
    _refuse_odd(path)
    try:
        secret = path.read_bytes()
    except OSError:
        secret = secrets.token_bytes(SECRET_BYTES)
        if begin:
            write_aside(secret, path).replace(path)
    return secret


def _beginning(roster: Path, day: datetime.date) -> dict[str, object]:
    return {"roster": roster.name, "holding": sha256_of(roster), "began": day.isoformat()}


def sha256_of(path: Path) -> str | None:
    """Return the hash of a file, None for one that cannot be read."""
    try:
        with open_plain(path) as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
