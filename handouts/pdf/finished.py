"""A finished file: what it says it was made from, whose it is, and pictures of its pages.

It may come from anybody, and anything may be in it.
"""

import ctypes
import datetime
import re
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from PIL.Image import Image
from pydantic import ValidationError

from handouts.files import NotPlain, open_plain
from handouts.pdf.metadata import MAKER
from handouts.problems import ContentError, Problem
from handouts.schema.exercise import parse_chosen
from handouts.schema.origin import Origin
from handouts.schema.placeholders import fill

if TYPE_CHECKING:
    import pypdfium2

    from handouts.compose.handout import Handout

# More than any handout, or any origin, has.
MOST_FILE_BYTES = 100_000_000
MOST_METADATA_BYTES = 100_000
_WRITTEN = re.compile(rb"<handout:origin>([^<]*)</handout:origin>")
_DATED = re.compile(rb"<xmp:CreateDate>(\d{4}-\d\d-\d\d)T")

# What lies outside of a picture at the left, bottom, right and top of its page, in points.
Crop = tuple[float, float, float, float]

# The role under which a piece of text is tagged, and the text.
Tagged = tuple[str, str]


def read_origin(path: Path, *, password: str | None) -> Origin:
    """Return the origin in a PDF's metadata; raise ContentError for a file that cannot be opened or has none.

    Nothing but the metadata is looked at, and no more of it than a handout has. Every dose in it can be read.
    """
    written = _WRITTEN.search(read_metadata(path, password=password))
    try:
        if written:
            origin = Origin.model_validate_json(unescape(written[1].decode("utf-8")))
            for one in origin.exercises:
                parse_chosen(one.dose)
            return origin
    except (ValidationError, UnicodeDecodeError, ContentError):
        pass
    raise _refusal(path, "this does not say what it was made from.", "Is it a handout from `handouts make`?")


def read_day(path: Path, *, password: str | None) -> datetime.date | None:
    """Return the date of a handout's file, None where it says none; raise ContentError as `read_origin`."""
    dated = _DATED.search(read_metadata(path, password=password))
    try:
        return datetime.date.fromisoformat(dated[1].decode()) if dated else None
    except ValueError:
        return None


def read_metadata(path: Path, *, password: str | None = None) -> bytes:
    """Return the metadata of a PDF, empty if it has none; raise ContentError for what cannot be opened."""
    content = _read(path)
    try:
        with pikepdf.open(BytesIO(content), password=password or "") as pdf:
            packet = pdf.Root.get("/Metadata")
            if not isinstance(packet, pikepdf.Stream):
                return b""
            raw = packet.read_raw_bytes()
            # Other programs pack what we leave plain.
            if packet.get("/Filter") == "/FlateDecode":
                return zlib.decompressobj().decompress(raw, MOST_METADATA_BYTES)
            return raw[:MOST_METADATA_BYTES]
    except pikepdf.PasswordError:
        wrong = "the password is not the one that opens this." if password else "this opens with a password."
        raise _refusal(path, wrong, "Give it with --password or --password-file.") from None
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, KeyError):
        raise _refusal(path, "this is no PDF, or a damaged one.") from None


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


def _refusal(path: Path, message: str, hint: str = "") -> ContentError:
    return ContentError([Problem(path, 0, 0, message, hint)])


def is_same_handout(path: Path, handout: "Handout", *, password: str | None = None) -> bool:
    """Return whether a file is a handout of the same condition, for the same person.

    The person is who page 1 names, with what its foot says: the id, or the initials. Initials alone are not
    enough. A file that cannot be read, for instance without its password, is not the same.
    """
    import pypdfium2

    try:
        origin = read_origin(path, password=password)
        with pypdfium2.PdfDocument(path, password=password) as document:
            said = [*_texts(document[0])]
    except (ContentError, pypdfium2.PdfiumError, OSError):
        return False
    person, same = handout.person, handout.origin
    if same is None or origin.condition != same.condition or person.by_initials_alone:
        return False
    foot = f"{person.footer.person}{fill(person.footer.page, page=1, pages='')}"
    name = person.identity[0].value if person.identity else ""
    # The first detail under the title is who it is for; a plain leaflet has none.
    head = takewhile(lambda one: one[0] not in ("H2", "Table", "TH", "TD"), said)
    details = dropwhile(lambda one: one[0] != "LBody", head)
    named = takewhile(lambda one: one[0] == "LBody", details)
    # At the foot stand the person, the page, the handout.
    last = [*takewhile(lambda one: one[0] == "Artifact", reversed(said))]
    return _squeezed(named) == _squeezed([("", name)]) and _squeezed(last[::-1]).startswith(
        _squeezed([("", foot)])
    )


def is_damaged(path: Path) -> bool:
    """Return whether a file is a PDF that can no longer be opened; one with a password is whole."""
    try:
        with open_plain(path) as file:
            pikepdf.open(file).close()
    except (pikepdf.PasswordError, OSError):
        return False
    except pikepdf.PdfError:
        return True
    return False


def is_stack(path: Path) -> bool:
    """Return whether a file is a stack: made by this program, and no single handout."""
    try:
        metadata = read_metadata(path)
    except ContentError:
        return False
    return f"<pdf:Producer>{MAKER}<".encode() in metadata and b"<handout:origin>" not in metadata


def _squeezed(said: Iterable[Tagged]) -> str:
    """Return texts without spaces and line ends, which differ with the width of their column."""
    return "".join("".join(text.split()) for _, text in said)


def _texts(page: "pypdfium2.PdfPage") -> Iterator[Tagged]:
    """Yield the texts of a page in the order in which they were painted."""
    from pypdfium2 import raw as pdfium

    textpage = page.get_textpage()
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = pdfium.FPDFTextObj_GetText(found.raw, textpage.raw, None, 0)
        text = (ctypes.c_ushort * (size // 2))()
        pdfium.FPDFTextObj_GetText(found.raw, textpage.raw, text, size)
        # The mark that a text stands in says its role; there may be none.
        role, length = (ctypes.c_ushort * 40)(), ctypes.c_ulong()
        if pdfium.FPDFPageObj_CountMarks(found.raw) > 0 and (
            mark := pdfium.FPDFPageObj_GetMark(found.raw, 0)
        ):
            pdfium.FPDFPageObjMark_GetName(mark, role, ctypes.sizeof(role), ctypes.byref(length))
        yield _decoded(bytes(role)[: length.value]), _decoded(bytes(text))


def _decoded(text: bytes) -> str:
    return text.decode("utf-16-le", "replace").rstrip("\0")


def page_images(content: bytes, *, dots_per_inch: int, crop: Crop = (0, 0, 0, 0)) -> list[Image]:
    """Return a picture of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return [page.render(scale=dots_per_inch / 72, crop=crop).to_pil() for page in document]
    finally:
        document.close()


def png_bytes(image: Image) -> bytes:
    """Return a picture as PNG."""
    png = BytesIO()
    image.save(png, "PNG")
    return png.getvalue()
