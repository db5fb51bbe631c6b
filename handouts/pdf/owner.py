"""Whose handout a finished file is: what its own page 1 and its origin say."""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from handouts.compose.handout import Handout
from handouts.files import open_plain
from handouts.pdf.metadata import MAKER
from handouts.pdf.origin import read_metadata, read_origin
from handouts.problems import ContentError
from handouts.schema.placeholders import fill

# The role under which a piece of text is tagged, and the text.
Tagged = tuple[str, str]


def is_same_handout(path: Path, handout: Handout, *, password: str | None = None) -> bool:
    """Return whether a file is a handout of the same condition, for the same person.

    The person is who page 1 names, with what its foot says: the id, or the initials. Initials alone are not
    enough. A file that cannot be read, for instance without its password, is not the same.
    """
    try:
        origin = read_origin(path, password=password)
        said = _said(path, password=password)
    except (ContentError, pypdfium2.PdfiumError, OSError):
        return False
    person, same = handout.person, handout.origin
    if same is None or origin.condition != same.condition or person.by_initials_alone:
        return False
    foot = f"{person.footer.person}{fill(person.footer.page, page=1, pages='')}"
    named = person.identity[0].value if person.identity else ""
    return _named(said) == _squeezed(named) and _foot(said).startswith(_squeezed(foot))


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


def _named(said: Sequence[Tagged]) -> str:
    """Return the first detail under the title, which is who it is for; empty on a plain leaflet."""
    head = takewhile(lambda one: one[0] not in ("H2", "Table", "TH", "TD"), said)
    details = dropwhile(lambda one: one[0] != "LBody", head)
    return _squeezed("".join(text for _, text in takewhile(lambda one: one[0] == "LBody", details)))


def _foot(said: Sequence[Tagged]) -> str:
    """Return what stands at the foot: the person, the page, the handout."""
    foot = [*takewhile(lambda one: one[0] == "Artifact", reversed(said))]
    return _squeezed("".join(text for _, text in reversed(foot)))


def _squeezed(text: str) -> str:
    """Return a text without spaces and line ends, which differ with the width of its column."""
    return "".join(text.split())


def _said(path: Path, *, password: str | None) -> list[Tagged]:
    """Return the texts of page 1 in the order in which they were painted."""
    with pypdfium2.PdfDocument(path, password=password) as document:
        page = document[0]
        return [*_texts(page, page.get_textpage())]


def _texts(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> Iterator[Tagged]:
    for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = pdfium.FPDFTextObj_GetText(found.raw, textpage.raw, None, 0)
        text = (ctypes.c_ushort * (size // 2))()
        pdfium.FPDFTextObj_GetText(found.raw, textpage.raw, text, size)
        yield _role(found.raw), bytes(text).decode("utf-16-le", "replace").rstrip("\0")


def _role(found: pdfium.FPDF_PAGEOBJECT) -> str:
    """Return the role of the mark that a text stands in, empty where there is none."""
    mark = pdfium.FPDFPageObj_GetMark(found, 0) if pdfium.FPDFPageObj_CountMarks(found) > 0 else None
    if not mark:
        return ""
    size, name = ctypes.c_ulong(), (ctypes.c_ushort * 40)()
    pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), ctypes.byref(size))
    return bytes(name)[: size.value].decode("utf-16-le", "replace").rstrip("\0")
