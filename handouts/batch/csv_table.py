"""Turn CSV text, with whatever delimiter it was saved, into rows."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from handouts.batch.table import (
    LONGEST_CELL,
    MOST_COLUMNS,
    Cell,
    Fault,
    Row,
    refuse_more_rows,
    refuse_unfit_file,
    trimmed,
)
from handouts.problems import ContentError, Problem

DELIMITERS = (",", ";", "\t")
CHUNK = 1 << 16
# The headings of a roster are shorter.
LONGEST_HEAD = 20_000
SAVE_AS = "In a spreadsheet: Save as, CSV UTF-8. In a text editor: save with the encoding UTF-8."
# A spreadsheet takes a text that begins so for a formula; written with an apostrophe before it, it is none.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class CsvTable:
    """A CSV file that has been found to be UTF-8."""

    path: Path
    delimiter: str
    sheet: None = None

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not empty, the headings first; raise ContentError at broken quotes."""
        with _opened(self.path) as text:
            reader = csv.reader(text, delimiter=self.delimiter, strict=True)
            number = 0
            try:
                for number, cells in enumerate(reader, start=1):
                    refuse_more_rows(self.path, number)
                    found = trimmed([_cell(cell) for cell in cells[: MOST_COLUMNS + 1]])
                    if found:
                        yield Row(number, found)
            except csv.Error as error:
                raise ContentError([_broken(self.path, number + 1, error)]) from error


def open_csv(path: Path) -> CsvTable:
    """Return the table of a CSV file; raise ContentError unless it is text in UTF-8."""
    refuse_unfit_file(path)
    _refuse_other_encodings(path)
    with _opened(path) as text:
        head = text.read(LONGEST_HEAD)
    if not head.strip():
        raise ContentError([Problem(path, 0, 0, "the file is empty.")])
    return CsvTable(path, max(DELIMITERS, key=lambda delimiter: _headings(head, delimiter)))


def _opened(path: Path) -> TextIO:
    return path.open(encoding="utf-8-sig", newline="")


def _headings(head: str, delimiter: str) -> int:
    """Return how many headings there are if this is the delimiter."""
    try:
        return next((len(cells) for cells in csv.reader(head.splitlines(), delimiter=delimiter) if cells), 0)
    except csv.Error:
        return 0


def _cell(text: str) -> Cell:
    text = text.strip(" \t\r\n")
    if len(text) > LONGEST_CELL:
        return Fault(f"the cell has more than {LONGEST_CELL} characters.", "Look for a missing quote.")
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text


def _broken(path: Path, number: int, error: csv.Error) -> Problem:
    reason = str(error)
    if "NUL" in reason:
        message, hint = "there is a null character here.", "Save the roster again as CSV UTF-8."
    elif "limit" in reason:
        message, hint = "a cell does not end.", "Look for a quote that is not closed."
    else:
        message, hint = "the quotes of a cell are not closed.", 'Write a quote inside a cell twice: "".'
    return Problem(path, number, 0, message, hint, f"row {number}")


def _refuse_other_encodings(path: Path) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = 0
    with path.open("rb") as file:
        for chunk in _chunks(file):
            if not before and chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                raise ContentError([Problem(path, 0, 0, "the file is UTF-16 text.", SAVE_AS)])
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                line = before + error.object[: error.start].count(b"\n") + 1
                raise ContentError([_other_encoding(path, line, error)]) from error
            before += chunk.count(b"\n")


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file in pieces and nothing at its end, where half a character may be left."""
    while chunk := file.read(CHUNK):
        yield chunk
    yield b""


def _other_encoding(path: Path, line: int, error: UnicodeDecodeError) -> Problem:
    """Return what an encoding looks like: nearly every byte means something in Windows-1252."""
    byte = error.object[error.start : error.start + 1]
    meaning = byte.decode("cp1252", "replace")
    if byte < b"\xa0" and not meaning.isprintable():
        return Problem(path, line, 1, "the file is not text.", SAVE_AS)
    message = f"the file is not UTF-8; it looks like Windows-1252, where this is `{meaning}`."
    return Problem(path, line, 1, message, SAVE_AS)
