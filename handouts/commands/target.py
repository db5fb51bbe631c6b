"""Where a file goes: never into a folder that is not there, never over something that is no PDF."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from handouts.files import free_name, holds, way_out, write_whole
from handouts.problems import ContentError, Problem, file_error


class Kind(NamedTuple):
    """A kind of file: what is written so, what it is called, how its name ends, and how it begins."""

    what: str
    name: str
    ending: str
    beginning: bytes


PDF = Kind("a handout is a PDF", "PDF", ".pdf", b"%PDF-")
PNG = Kind("a picture is a PNG", "PNG", ".png", b"\x89PNG")
TEXT = Kind("a note is a text file", "text file", ".txt", b"")
ICS = Kind("a calendar is an ICS file", "ICS file", ".ics", b"BEGIN:VCALENDAR")
HTML = Kind("a web page is an HTML file", "HTML file", ".html", b"<!DOCTYPE html>")


def find_target(output: str | None, name: str) -> Path:
    """Return the path of a PDF: `output`, or `name` in the folder that is `output`; raise ContentError."""
    path = Path(output or name)
    if output and _is_folder(output):
        path = path / name
    check_kind(path, PDF)
    return path


def faults_of(output: str | None) -> list[Problem]:
    """Return why no PDF can go where `output` says, as far as that is known before it has a name."""
    try:
        if output and not _is_folder(output):
            find_target(output, "")
    except ContentError as error:
        return error.problems
    return []


def _is_folder(output: str) -> bool:
    return Path(output).is_dir() or output.endswith(("/", os.sep))


def check_owner(path: Path, content: bytes, is_same: Callable[[], bool], *, option: str = "-o") -> None:
    """Raise ContentError where a file would replace anything but the same person's handout of this plan."""
    if path.exists() and not holds(path, content) and not is_same():
        message = "this is there already, and does not say that it is the same person's handout of this plan."
        hint = f"Give it another name with `{option} {free_name(path)}`, or replace it with `--force`."
        raise file_error(path, message, hint)


def check_kind(path: Path, kind: Kind) -> None:
    """Raise ContentError unless such a file can be written here without replacing one of another kind."""
    _refuse_useless_folder(path)
    _refuse_other_kind(path, kind)
    if path.suffix.lower() != kind.ending:
        hint = f"Write `{path.with_suffix(kind.ending)}`." if path.name.strip(".") else "Give it a name."
        message = f"{kind.what}, and this name does not end so."
        raise file_error(path, message, hint)


def write_image(content: bytes, target: Path) -> None:
    """Write a PNG, in place of any that was there; raise ContentError where it cannot go."""
    check_kind(target, PNG)
    write_file(content, target)


def check_new(path: Path, *, hint: str = "Choose another name.", other: Path | None = None) -> None:
    """Raise ContentError unless a file can be written here without replacing another, or the `other` one."""
    _refuse_useless_folder(path)
    if path.exists():
        message = "this is there already, so it is left alone."
        raise file_error(path, message, hint)
    if other and path.resolve() == other.resolve():
        raise file_error(path, "two files would go here, one over the other.", hint)


def write_file(content: bytes, target: Path) -> None:
    """Write a whole file, in place of any that was there; raise ContentError where the system refuses."""
    try:
        write_whole(content, target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise file_error(target, f"this cannot be written: {reason}.", way_out(error)) from error
    if not holds(target, content):
        message = "this was written, and is not there any more: its folder was changed meanwhile."
        raise file_error(target, message, "Run it again.")


def _refuse_useless_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise file_error(path, f"there is no folder `{path.parent}`.", "Make it first.")
    if not os.access(path.parent, os.W_OK):
        raise file_error(path, f"nothing can be written into the folder `{path.parent}`.")


def _refuse_other_kind(path: Path, kind: Kind) -> None:
    """Raise ContentError where something is that was not made by this program, such as a plan."""
    if path.exists() and not holds(path, kind.beginning, at_start=True):
        message = f"this is there already and is no {kind.name}, so it is left alone."
        raise file_error(path, message, "Choose another name.")
