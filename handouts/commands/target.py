"""Where a file goes: never into a folder that is not there, never over something that is no PDF."""

import os
from pathlib import Path

from handouts.pdf.write import write_whole
from handouts.problems import ContentError, Problem


def find_target(output: str | None, name: str) -> Path:
    """Return the path of a PDF: `output`, or `name` in the folder that is `output`; raise ContentError."""
    path = Path(output or name)
    if output and (path.is_dir() or output.endswith(("/", os.sep))):
        path = path / name
    _refuse_missing_folder(path)
    if path.exists() and not _is_pdf(path):
        message = "this is there already and is no PDF, so it is left alone."
        raise ContentError([Problem(path, 0, 0, message, "Choose another name.")])
    return path


def check_new(path: Path) -> None:
    """Raise ContentError unless a file can be written here without replacing another."""
    _refuse_missing_folder(path)
    if path.exists():
        message = "this is there already, so it is left alone."
        raise ContentError([Problem(path, 0, 0, message, "Choose another name.")])


def write_file(content: bytes, target: Path) -> None:
    """Write a whole file, in place of any that was there; raise ContentError where the system refuses."""
    try:
        write_whole(content, target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ContentError([Problem(target, 0, 0, f"this cannot be written: {reason}.")]) from error


def _refuse_missing_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise ContentError([Problem(path, 0, 0, f"there is no folder `{path.parent}`.", "Make it first.")])


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(5) == b"%PDF-"
    except OSError:
        return False
