"""Tell the kind of a roster by what is in its file, whatever its name, and open it or name the way out."""

from pathlib import Path

from handouts.batch.csv_table import open_csv
from handouts.batch.table import Table, refuse_unfit_file
from handouts.problems import ContentError, file_error

BEGINNING = 4_096
# A compound file has its list of streams anywhere; their names are UTF-16.
COMPOUND, MOST_OF_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 20_000_000
ZIP = b"PK"
OPEN_IT = "Open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8."
# How files begin that are no text and no workbook, and markup that is.
OTHERS = {
    b"%PDF-": ("a PDF", "Export the list as .xlsx or as CSV UTF-8."),
    b"{\\rtf": ("a text document (RTF)", "Copy its table into a spreadsheet and save it as .xlsx."),
    b"\x1f\x8b": ("a packed file (gzip)", "Unpack it first."),
    b"7z\xbc\xaf": ("a packed file (7-Zip)", "Unpack it first."),
    b"ID;P": ("a SYLK sheet", OPEN_IT),
    b"\x09\x08": ("a very old Excel sheet", OPEN_IT),
    b"SQLite format 3": ("a database", "Export the list as .xlsx or as CSV UTF-8."),
}
MARKUP = {
    b"urn:schemas-microsoft-com:office:spreadsheet": "an Excel sheet of 2003 in XML",
    b"mime-version:": "a web page saved from Excel (MHT)",
    b"<html": "a web page",
    b"<table": "a web page",
    b"<!doctype": "a web page",
    b"<?xml": "an XML file",
}
PARTS = {
    "xl/workbook.bin": "a binary Excel workbook (.xlsb)",
    "index/document.iwa": "a Numbers sheet",
    "word/document.xml": "a Word document",
    "content.xml": "an OpenDocument sheet (.ods)",
}
STREAMS = {
    "EncryptedPackage": (
        "an Excel workbook with a password",
        "Open it, take the password away, and save it.",
    ),
    "Workbook": ("an old Excel workbook (.xls)", OPEN_IT),
    "Book": ("an old Excel workbook (.xls)", OPEN_IT),
    "WordDocument": ("an old Word document", "Copy its table into a spreadsheet and save it as .xlsx."),
}


def open_table(path: Path, sheet: str | None) -> Table:
    """Return the table of a file of any kind that is read; raise ContentError for others."""
    refuse_unfit_file(path)
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    if path.name.startswith("~$"):
        hint = f"Name `{path.name.removeprefix('~$')}` itself."
        raise _other(path, "what Excel keeps beside a workbook that is open", hint)
    if beginning.startswith(ZIP):
        return _open_archive(path, sheet)
    _refuse_other_kinds(path, beginning)
    if sheet is not None:
        raise file_error(path, "a CSV file has no sheets.", "Leave out `--sheet`.")
    return open_csv(path)


def _refuse_other_kinds(path: Path, beginning: bytes) -> None:
    """Raise ContentError for a file that is neither text of cells nor a workbook, by how it begins."""
    if beginning.startswith(COMPOUND):
        raise _compound(path)
    for start, (kind, hint) in OTHERS.items():
        if beginning.startswith(start):
            raise _other(path, kind, hint)
    text = beginning.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    for start, kind in MARKUP.items():
        if text.startswith(start) or (text.startswith(b"<?xml") and start in text):
            raise _other(path, kind, OPEN_IT)


def _open_archive(path: Path, sheet: str | None) -> Table:
    # The library for workbooks is only loaded for one.
    from handouts.batch.xlsx_package import opened
    from handouts.batch.xlsx_table import open_xlsx

    with opened(path) as package:
        kind = next((kind for part, kind in PARTS.items() if package.has(part)), "")
        is_workbook = package.has("[Content_Types].xml")
    if kind or not is_workbook:
        raise _other(
            path, kind or "a ZIP archive without a workbook", OPEN_IT if kind else "Unpack it first."
        )
    return open_xlsx(path, sheet)


def _compound(path: Path) -> ContentError:
    with path.open("rb") as file:
        content = file.read(MOST_OF_COMPOUND)
    for name, (kind, hint) in STREAMS.items():
        if name.encode("utf-16-le") in content:
            return _other(path, kind, hint)
    return _other(path, "an old Office file, or a workbook with a password", OPEN_IT)


def _other(path: Path, kind: str, hint: str) -> ContentError:
    return file_error(path, f"this is {kind}, which is not read.", hint)
