"""Turn the bytes of a file into text, or into a sentence that says why they are not."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from handouts.characters import forbidden_characters, named, what_to_do
from handouts.files import NotPlain, open_plain, way_out
from handouts.problems import ContentError, Problem, file_error

MOST_BYTES = 1_000_000
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_INDENTATION = re.compile(r"^[ \xa0\u2002\u2003\u2007\u2009\u202f]+", re.MULTILINE)


def read_text(path: Path) -> str:
    """Return the text of a file of at most 1 MB, in UTF-8 or, as its mark says, UTF-16; raise ContentError.

    Other spaces than the plain one that begin a line are taken for it, since nobody sees the difference.
    """
    raw = _read_bytes(path)
    try:
        text = raw.decode("utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8")
        text = _INDENTATION.sub(lambda found: " " * len(found[0]), text.removeprefix(BYTE_ORDER_MARK))
    except UnicodeDecodeError as error:
        raise ContentError([_not_utf8(path, raw, at=error.start)]) from error
    if not text.strip():
        raise file_error(path, "the file is empty.")
    return text


def refuse_hidden_characters(text: str, path: Path) -> None:
    """Raise ContentError with the first place of each character that cannot be seen or can deceive."""
    problems = hidden_characters(text, path)
    if problems:
        raise ContentError(problems)


def hidden_characters(text: str, path: Path) -> list[Problem]:
    """Return a problem for the first place of each character that cannot be seen or can deceive."""
    problems = []
    for found in forbidden_characters(text):
        message = f"there is a hidden character here: {named(found[0])}."
        problems.append(Problem(path, *_place(text, found.start()), message, what_to_do(found[0])))
    return problems


def _read_bytes(path: Path) -> bytes:
    try:
        # One byte more than allowed is enough to know, however large the file.
        with open_plain(path) as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ContentError([unreadable(path, error)]) from error
    if len(raw) > MOST_BYTES:
        message = "the file is larger than 1 MB, which is more than any handout needs."
        raise file_error(path, message)
    return raw


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """Return why a file cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return Problem(path, 0, 0, "there is no such file.")
    if isinstance(error, NotPlain):
        return Problem(path, 0, 0, f"{error.strerror}.")
    if isinstance(error, PermissionError):
        hint = "Ask its owner for the right to read it, or copy it to a folder of your own."
        return Problem(path, 0, 0, "the file cannot be read: permission denied.", hint)
    if not isinstance(error, OSError):
        return Problem(path, 0, 0, "this is no name that a file can have.")
    reason = (error.strerror or str(error)).lower()
    return Problem(path, 0, 0, f"the file cannot be read: {reason}.", way_out(error))


def _not_utf8(path: Path, raw: bytes, *, at: int) -> Problem:
    before = raw[:at].decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)
    line, column = _place(before, len(before))
    message = f"the file is not UTF-8 text: byte {at + 1} is 0x{raw[at]:02X}."
    return Problem(path, line, column, message, "Save it again with the encoding UTF-8.")


def _place(text: str, at: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a character."""
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
