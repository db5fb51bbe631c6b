"""The hidden file beside its place that a stack is written into, which no other run can take away."""

import errno
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from handouts.pdf.lock import try_lock

# What the hidden file of a stack is called, whatever its parts are called, so that a later run finds it.
NAME = ".handouts-stack-{}"
MARK_LENGTH = 16


class Draft:
    """An open file for its owner alone, locked so that it is told from one that a killed run left."""

    def __init__(self, folder: Path, of: str) -> None:
        """Begin the file of the stack called `of`, in place of one that was left.

        Raises BlockingIOError where another run is writing that stack, and other OSErrors.
        """
        self._path = folder / NAME.format(sha256(os.fsencode(of)).hexdigest()[:MARK_LENGTH])
        _clear(self._path)
        self.file = _opened(self._path)

    def place(self, target: Path) -> None:
        """Make the file safe on the disk and put it in its place."""
        self.file.flush()
        os.fsync(self.file.fileno())
        # Some systems move no file that is open.
        self.file.close()
        self._path.replace(target)

    def discard(self) -> None:
        """Leave nothing behind."""
        # Where the disk is full, what is still to be written is refused once more.
        with suppress(OSError):
            self.file.close()
        self._path.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Delete a file that is there, unless somebody is writing it."""
    try:
        with path.open("r+b") as file:
            _lock(path, file)
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)


def _opened(path: Path) -> IO[bytes]:
    """Return a file that was not there, locked."""
    try:
        file = open(path, "xb", opener=_for_owner)  # noqa: SIM115
    except FileExistsError:
        raise _in_use() from None
    try:
        _lock(path, file)
    except BaseException:
        file.close()
        raise
    return file


def _for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _lock(path: Path, file: IO[bytes]) -> None:
    """Lock an open file; raise BlockingIOError where another run has it, or has put another there."""
    if not try_lock(file) or not path.exists() or not os.path.samestat(os.fstat(file.fileno()), path.stat()):
        raise _in_use()


def _in_use() -> BlockingIOError:
    return BlockingIOError(errno.EAGAIN, "another run is writing it")
