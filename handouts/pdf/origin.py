"""A finished file becomes what it says it was made from, whoever made it and whatever is in it."""

import re
import zlib
from html import unescape
from io import BytesIO
from pathlib import Path

import pikepdf
from pydantic import ValidationError

from handouts.files import NotPlain, open_plain
from handouts.problems import ContentError, Problem
from handouts.schema.dose import parse_chosen
from handouts.schema.origin import Origin

# More than any handout, or any origin, has.
MOST_FILE_BYTES = 100_000_000
MOST_METADATA_BYTES = 100_000

_WRITTEN = re.compile(rb"<handout:origin>([^<]*)</handout:origin>")


def read_origin(path: Path, *, password: str | None) -> Origin:
    """Return the origin in a PDF's metadata; raise ContentError for a file that cannot be opened or has none.

    Nothing but the metadata is looked at, and no more of it than a handout has.
    """
    metadata = read_metadata(path, password=password)
    written = _WRITTEN.search(metadata)
    try:
        if written:
            return _checked(unescape(written[1].decode("utf-8")))
    except (ValidationError, UnicodeDecodeError, ContentError):
        pass
    raise _refusal(path, "this does not say what it was made from.", "Is it a handout from `handouts make`?")


def read_metadata(path: Path, *, password: str | None = None) -> bytes:
    """Return the metadata of a PDF, empty if it has none; raise ContentError for what cannot be opened."""
    return _metadata(_read(path), path, password=password or "")


def _checked(written: str) -> Origin:
    """Return an origin in which every dose can be read."""
    origin = Origin.model_validate_json(written)
    for one in origin.exercises:
        parse_chosen(one.dose)
    return origin


def _read(path: Path) -> bytes:
    try:
        with open_plain(path) as file:
            content = file.read(MOST_FILE_BYTES + 1)
    except FileNotFoundError:
        raise _refusal(path, "there is no such file, and this is no code like 7F3K-2Q9D.") from None
    except NotPlain as error:
        raise _refusal(path, f"{error.strerror}.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _refusal(path, f"this cannot be read: {reason}.") from None
    if len(content) > MOST_FILE_BYTES:
        raise _refusal(path, "this is larger than any handout.")
    return content


def _metadata(content: bytes, path: Path, *, password: str) -> bytes:
    try:
        with pikepdf.open(BytesIO(content), password=password) as pdf:
            stream = pdf.Root.get("/Metadata")
            return _unpacked(stream) if isinstance(stream, pikepdf.Stream) else b""
    except pikepdf.PasswordError:
        wrong = "the password is not the one that opens this." if password else "this opens with a password."
        raise _refusal(path, wrong, "Give it with --password or --password-file.") from None
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, KeyError):
        raise _refusal(path, "this is no PDF, or a damaged one.") from None


def _unpacked(stream: pikepdf.Stream) -> bytes:
    """Return as much of the metadata as any handout has; other programs pack what we leave plain."""
    raw = stream.read_raw_bytes()
    if stream.get("/Filter") == "/FlateDecode":
        return zlib.decompressobj().decompress(raw, MOST_METADATA_BYTES)
    return raw[:MOST_METADATA_BYTES]


def _refusal(path: Path, message: str, hint: str = "") -> ContentError:
    return ContentError([Problem(path, 0, 0, message, hint)])
