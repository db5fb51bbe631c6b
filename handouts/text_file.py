"""Turn the bytes of a file into text, or into a sentence that says why they are not."""

import re
from pathlib import Path

from handouts.problems import ContentError, Problem

MOST_BYTES = 1_000_000

# What YAML 1.1 allows in a file (section 5.1), without the line breaks that no editor shows.
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file of at most 1 MB; raise ContentError when it has none."""
    raw = _read_bytes(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([_not_utf8(path, raw, at=error.start)]) from error
    refuse_hidden_characters(text, path)
    if not text.strip():
        raise ContentError([Problem(path, 0, 0, "the file is empty.")])
    return text


def refuse_hidden_characters(text: str, path: Path) -> None:
    """Raise ContentError at the first character that cannot be seen or printed."""
    found = FORBIDDEN.search(text)
    if found:
        line, column = _place(text, found.start())
        message = f"there is a hidden character here (U+{ord(found[0]):04X})."
        raise ContentError([Problem(path, line, column, message, "Delete it.")])


def _read_bytes(path: Path) -> bytes:
    try:
        # One byte more than allowed is enough to know, however large the file or endless the device.
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ContentError([Problem(path, 0, 0, _unreadable(path, error))]) from error
    if len(raw) > MOST_BYTES:
        message = "the file is larger than 1 MB, which is more than any handout needs."
        raise ContentError([Problem(path, 0, 0, message)])
    return raw


def _unreadable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file."
    if isinstance(error, PermissionError):
        return "the file cannot be read: permission denied."
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a file."
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"the file cannot be read: {reason.lower()}."


def _not_utf8(path: Path, raw: bytes, *, at: int) -> Problem:
    line, column = _place(raw[:at].decode("utf-8-sig"), len(raw[:at].decode("utf-8-sig")))
    message = f"the file is not UTF-8 text: byte {at + 1} is 0x{raw[at]:02X}."
    return Problem(path, line, column, message, "Save it again with the encoding UTF-8.")


def _place(text: str, at: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a character."""
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
