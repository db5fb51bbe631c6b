"""The kind of a roster is told by what is in the file: read where it can be, else named with the way out."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import handouts
from openpyxl import Workbook
from rosters import SOLEUS, made, printed, refused, write_text, write_xlsx

pytestmark = pytest.mark.usefixtures("folder")

HEAD = ("patient.id", "patient.name", "condition", "side", "note")
ROWS = [
    HEAD,
    ("1", "Jürgen Müller", SOLEUS, "left", "a, b; c"),
    ("2", "Zoë Åberg", SOLEUS, "right", "slowly"),
]
TEXT = "".join(f"{'|'.join(row)}\n" for row in ROWS)
MAIN, STRICT = b"http://schemas.openxmlformats.org", b"http://purl.oclc.org/ooxml"
OPEN_IT = "Open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8."


def rewritten(change: Callable[[str, bytes], bytes], name: str = "roster.xlsx") -> Path:
    """Return a workbook whose parts are changed."""
    path = write_xlsx(ROWS, name)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, change(part, content))
    return path


@pytest.mark.parametrize(
    "name", ["roster.csv", "roster.xlsx", "roster.xls", "roster.txt", "ROSTER.TSV", "roster"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_of_any_name_and_unicode_encoding_is_read(name: str, encoding: str) -> None:
    made(write_text(TEXT, name, encoding=encoding))
    first, second = printed().values()
    assert ("Jürgen Müller" in first, "Zoë Åberg" in second) == (True, True)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_are_parted_by_what_stands_equally_often_in_all_lines(delimiter: str, end: str) -> None:
    head = f"List, printed; today{end}"
    cells = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in ROWS]
    made(write_text(head + "".join(delimiter.join(row) + end for row in cells)))
    assert "a, b; c" in [*printed().values()][0]


@pytest.mark.parametrize("name", ["roster.xlsx", "roster.csv", "roster.xlsm", "roster"])
def test_a_workbook_of_any_name_is_read(name: str) -> None:
    assert made(rewritten(lambda part, content: content, name))["made"] == 2


def test_a_strict_workbook_and_one_in_other_encodings_is_read() -> None:
    def change(part: str, content: bytes) -> bytes:
        content = content.replace(MAIN + b"/spreadsheetml/2006", STRICT + b"/spreadsheetml")
        content = content.replace(MAIN + b"/officeDocument/2006", STRICT + b"/officeDocument")
        text = content.decode("utf-8")
        text = re.sub("^<[?].*?[?]>", "", text)
        return text.encode("utf-16")

    assert made(rewritten(change))["made"] == 2
    assert "Jürgen Müller" in [*printed().values()][0]


def test_a_workbook_of_another_program_with_an_empty_fill_is_read() -> None:
    assert made(rewritten(lambda _, content: re.sub(b"<fill>.*?</fill>", b"<fill/>", content)))["made"] == 2


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"),
            "an old Excel workbook (.xls)",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "an Excel workbook with a password",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "an old Office file, or a workbook with a password",
        ),
        (b"<html><table><tr><td>patient.id</td></tr></table></html>", "a web page"),
        (b"\xef\xbb\xbf\r\n <TABLE border=1><tr><td>patient.id", "a web page"),
        ("<html><body>".encode("utf-16"), "a web page"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "an Excel sheet of 2003 in XML",
        ),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a web page saved from Excel (MHT)"),
        (b"%PDF-1.7 ", "a PDF"),
        (b"{\\rtf1 patient", "a text document (RTF)"),
        (b"\x1f\x8b\x08\x00", "a packed file (gzip)"),
        (b"ID;PWXL;N;E\nP;PGeneral", "a SYLK sheet"),
    ],
)
@pytest.mark.parametrize("name", ["roster.xlsx", "roster.csv"])
def test_another_kind_is_named_with_the_way_out(content: bytes, kind: str, name: str) -> None:
    Path(name).write_bytes(content)
    (problem,) = refused(Path(name))
    assert problem.startswith(f"{name}: this is {kind}, which is not read. ")


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("content.xml", "an OpenDocument sheet (.ods)"),
        ("xl/workbook.bin", "a binary Excel workbook (.xlsb)"),
        ("Index/Document.iwa", "a Numbers sheet"),
        ("word/document.xml", "a Word document"),
    ],
)
def test_another_archive_is_named_with_the_way_out(part: str, kind: str) -> None:
    with zipfile.ZipFile("roster.xlsx", "w") as archive:
        archive.writestr(part, "x")
    assert refused(Path("roster.xlsx")) == [f"roster.xlsx: this is {kind}, which is not read. {OPEN_IT}"]


def test_what_excel_keeps_beside_an_open_workbook_is_told() -> None:
    (problem,) = refused(write_text("\x04Anna     ", "~$r.xlsx"))
    assert problem.endswith("which is not read. Name `r.xlsx` itself.")


def book(*sheets: tuple[str, list[tuple[str, ...]]]) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save("roster.xlsx")
    return Path("roster.xlsx")


def test_another_sheet_that_fits_is_named() -> None:
    lists = ("lists", [("condition", "side", "exercises"), (SOLEUS, "left", "heel-raise")])
    path = book(("Read me", [("Fill in the list",)]), ("Patients", ROWS), lists)
    (problem,) = refused(path)
    assert problem.endswith("The sheet `Patients` fits, too: name it with `--sheet`.")
    path = book(("March", ROWS), ("April", [("title",), *ROWS]), lists)
    told = handouts("batch", path, "-o", "out").stderr
    assert told == "roster.xlsx: The sheet `April` fits, too: name it with `--sheet`.\n2 handouts made\n"
    assert made(path, "--sheet", "April")["unchanged"] == 2
