"""Files that are there whole or not at all, only their owner's, and locked against a second run."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from hashlib import sha256
from io import BufferedReader
from itertools import count
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, Any, BinaryIO

# What the names of hidden files begin with: nobody else gives such names, and they hold nobody's name.
# Of a file that is put in its place at once; of one that is put there later; of a stack that grows, named for
# the stack, whatever its parts are called, so that a later run finds it.
AT_ONCE = ".handouts-file-"
LATER = ".handouts-batch-"
STACK = ".handouts-stack-"
# What a batch writes down of a folder, and holds while it is at work there.
RECORD = "record.jsonl"
HASH_LENGTH = 16

# What helps against what a system says when nothing can be written or locked.
_WAYS_OUT = {
    "Make room on the disk.": (errno.ENOSPC, errno.EDQUOT),
    "Make room, or lift the limit on the size of files.": (errno.EFBIG,),
    "Choose a folder that you may write to.": (errno.EACCES, errno.EPERM),
    "Choose a folder on a disk that can be written to.": (errno.EROFS,),
    "Choose a shorter name.": (errno.ENAMETOOLONG,),
    "There are no locks on this disk: choose a folder on this computer.": (errno.ENOLCK, errno.EOPNOTSUPP),
    "Lift the limit on open files, or give fewer `--workers`.": (errno.EMFILE,),
    "Close other programs, or give fewer `--workers`.": (errno.ENFILE,),
    "The folder is gone: make it, or choose another.": (errno.ENOENT,),
    "Choose a folder that is one.": (errno.ENOTDIR,),
    "The disk is not well: choose another, and keep what is on this one.": (errno.EIO,),
    "The disk is not there: connect it, or choose another.": (errno.ENXIO, errno.ENODEV),
    "The disk of another computer does not answer: choose a folder on this one.": (
        errno.ESTALE,
        errno.ETIMEDOUT,
    ),
    "Close the file in other programs.": (errno.EBUSY, errno.ETXTBSY),
    "Choose another name: this one is a folder's.": (errno.EISDIR,),
    "This link leads to itself: choose another name.": (errno.ELOOP,),
    "Close other programs.": (errno.ENOMEM,),
    "Wait until the other run ends.": (errno.EAGAIN,),
}


def way_out(error: OSError) -> str:
    """Return what to do about a fault of the system, or nothing where nobody knows."""
    return next((way for way, numbers in _WAYS_OUT.items() if error.errno in numbers), "")


# What editors and systems leave beside a file: `.#x.yaml`, `._x.yaml`, `~$x.yaml`.
_NOT_OURS = (".", "~")
YAML_ENDINGS = (".yaml", ".yml")
CONTENT_ENDINGS = (*YAML_ENDINGS, ".png", ".jpg", ".jpeg")


class NotPlain(OSError):
    """What was named is a folder, a pipe, a device or a socket; reading it could wait for ever."""


def open_plain(path: Path) -> BufferedReader:
    """Return a file that is open for reading; raise NotPlain for what is no ordinary file, and OSError."""
    mode = path.stat().st_mode
    if not S_ISREG(mode):
        what = "a folder" if S_ISDIR(mode) else "a pipe or a device"
        raise NotPlain(errno.EINVAL, f"this is {what}, not a file", str(path))
    return path.open("rb")


def holds(path: Path, content: bytes, *, at_start: bool = False) -> bool:
    """Return whether a file is an ordinary one that can be read and has just this content, or begins so."""
    try:
        with open_plain(path) as file:
            return file.read(len(content) + (not at_start)) == content
    except OSError:
        return False


def yaml_files(folder: Path, *, inside: bool = False) -> list[Path]:
    """Return the YAML files of a folder, sorted, and those of the folders inside it where that is asked for.

    Folders with such a name, and what editors leave, are passed over.
    """
    return [path for path in _files(folder, inside=inside) if path.suffix in YAML_ENDINGS]


def content_files(folder: Path) -> list[Path]:
    """Return all that a folder of content is made of: its YAML files, and pictures of one's own."""
    return [path for path in _files(folder, inside=True) if path.suffix.lower() in CONTENT_ENDINGS]


def _files(folder: Path, *, inside: bool) -> list[Path]:
    # Measured: `Path.glob` takes three times as long, a tenth of the time of a handout.
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if inside and not one.startswith(_NOT_OURS)]
        found += (Path(here, one) for one in names if not one.startswith(_NOT_OURS))
    return sorted(found)


def numbered(path: Path) -> Iterator[Path]:
    """Yield a path, then the same with the numbers from 2 on in its name."""
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in count(2))


def free_name(path: Path) -> Path:
    """Return a path where nothing is yet: this one, or one with a number."""
    return next(one for one in numbered(path) if not os.path.lexists(one))


def write_whole(content: bytes, target: Path) -> None:
    """Write a file so that nobody ever sees a part of it, and nothing is left behind on failure.

    What killed runs left in its folder goes first.
    """
    folder = target.parent
    sweep(folder, later=_is_without_run(folder))
    hidden, file = _new_hidden(folder)
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            _let_go(file)
            hidden.replace(target)
    except BaseException:
        hidden.unlink(missing_ok=True)
        raise
    keep_names(folder)


def write_aside(content: bytes, target: Path) -> Path:
    """Return a hidden file beside `target` that holds the whole content, until `sweep` finds it there."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=LATER)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def make_safe(path: Path) -> None:
    """Wait until a file is on the disk, so that it outlives a power cut."""
    # Some systems only let a file be made safe that may be written to.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def keep_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system has a way to."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some disks of other computers have no such way.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def sweep(folder: Path, *, later: bool = True) -> None:
    """Delete the hidden files that killed runs left in a folder.

    What a living run writes at once, or a stack, is locked and left alone. What is put in its place `later`
    is not: only who has the record of the folder may delete that.
    """
    for path in [*folder.glob(f"{AT_ONCE}*"), *folder.glob(f"{STACK}*")]:
        with suppress(OSError):
            if S_ISREG(path.lstat().st_mode):
                with path.open("r+b") as file:
                    if try_lock(file):
                        _let_go(file)
                        path.unlink()
    for path in folder.glob(f"{LATER}*") if later else ():
        path.unlink(missing_ok=True)


def _let_go(file: IO[bytes]) -> None:
    """Close a file where the system neither moves nor deletes one that is open."""
    if sys.platform == "win32":
        file.close()


def _is_without_run(folder: Path) -> bool:
    """Return whether no batch is at work in a folder: each holds its record."""
    try:
        with (folder / RECORD).open("r+b") as file:
            return try_lock(file)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _new_hidden(folder: Path) -> tuple[Path, IO[bytes]]:
    """Return a new hidden file, open, and locked where the disk has locks, so that no other run sweeps it."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=AT_ONCE)
        file, path = os.fdopen(handle, "wb"), Path(name)
        with suppress(OSError):
            try_lock(file)
        # Another run may have found it before it was locked.
        if path.exists():
            return path, file
        file.close()


class Draft:
    """An open file for its owner alone, locked so that it is told from one that a killed run left."""

    def __init__(self, folder: Path, of: str) -> None:
        """Begin the file of the stack called `of`, in place of one that was left.

        Raises BlockingIOError where another run is writing that stack, and other OSErrors.
        """
        sweep(folder, later=False)
        self._path = folder / f"{STACK}{sha256(os.fsencode(of)).hexdigest()[:HASH_LENGTH]}"
        with suppress(FileNotFoundError):
            with self._path.open("r+b") as left_over:
                self._lock(left_over)
            self._path.unlink()
        try:
            self.file: BinaryIO = open(self._path, "xb", opener=partial(os.open, mode=0o600))  # noqa: SIM115
        except FileExistsError:
            raise _in_use() from None
        try:
            self._lock(self.file)
        except BaseException:
            self.file.close()
            raise

    def place(self, target: Path) -> None:
        """Make the file safe on the disk and put it in its place."""
        self.file.flush()
        os.fsync(self.file.fileno())
        # Some systems move no file that is open.
        self.file.close()
        self._path.replace(target)
        keep_names(target.parent)

    def discard(self) -> None:
        """Leave nothing behind."""
        # Where the disk is full, what is still to be written is refused once more.
        with suppress(OSError):
            self.file.close()
        self._path.unlink(missing_ok=True)

    def _lock(self, file: IO[bytes]) -> None:
        """Lock an open file; raise BlockingIOError where another run has it, or has put another there."""
        path = self._path
        if not (try_lock(file) and path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat())):
            raise _in_use()


def _in_use() -> BlockingIOError:
    return BlockingIOError(errno.EAGAIN, "another run is writing it")


if sys.platform == "win32":
    import msvcrt

    # Far beyond the end, because what is locked on Windows cannot be read.
    _BYTE = 1 << 40

    def try_lock(file: IO[Any]) -> bool:
        """Lock a file for this process alone; return False where another holds it."""
        number = file.fileno()
        os.lseek(number, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(number, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def try_lock(file: IO[Any]) -> bool:
        """Lock a file for this process alone; return False where another holds it."""
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
