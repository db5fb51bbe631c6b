"""Turn CSV text, with whatever delimiter it was saved, into rows."""

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from handouts.batch.table import (
    MOST_COLUMNS,
    Cell,
    RosterRow,
    refuse_more_rows,
    refuse_unfit_file,
    text_cell,
    trimmed,
)
from handouts.problems import ContentError, Problem

# A spreadsheet takes a first line such as `sep=;` for the name of the delimiter, and does not show it.
NAMED = re.compile(r'"?sep=([,;\t])"?[\r\n]*', re.IGNORECASE)
LONGEST_NAMING = 10
QUOTED = re.compile(r'(?<![^,;\t\r\n])"(?:[^"]|"")*"')
CHUNK = 1 << 16
# The headings of a roster are shorter.
LONGEST_HEAD = 20_000
SAVE_AS = "In a spreadsheet: Save as, CSV UTF-8. In a text editor: save with the encoding UTF-8."
# A spreadsheet takes a text that begins so for a formula; written with an apostrophe before it, it is none.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class CsvTable:
    """A CSV file that has been found to be UTF-8; `named` is whether its first line names the delimiter."""

    path: Path
    delimiter: str
    named: bool = False
    sheet: None = None
    hidden: frozenset[int] = frozenset()

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows that are not empty; raise ContentError at broken quotes."""
        width = 0
        for number, cells in self._lines():
            found = trimmed(cells)
            if found:
                width = width or len(cells)
                yield RosterRow(number, tuple(cells) if len(cells) > width else found)

    def _lines(self) -> Iterator[tuple[int, list[Cell]]]:
        with _opened(self.path) as text:
            if self.named:
                text.readline()
            lines = csv.reader(text, delimiter=self.delimiter, strict=True)
            number = 0
            try:
                for number, cells in enumerate(lines, start=1):
                    refuse_more_rows(self.path, number)
                    yield number, [_cell(cell) for cell in cells[: MOST_COLUMNS + 1]]
            except csv.Error as error:
                raise ContentError([_broken(self.path, number + 1, error)]) from error


def open_csv(path: Path) -> CsvTable:
    """Return the table of a CSV file; raise ContentError unless it is text in UTF-8."""
    refuse_unfit_file(path)
    _refuse_other_encodings(path)
    with _opened(path) as text:
        line = text.readline(LONGEST_NAMING)
        named = NAMED.fullmatch(line)
        head = ("" if named else line) + text.read(LONGEST_HEAD)
    if not head.strip():
        raise ContentError([Problem(path, 0, 0, "the file is empty.")])
    return CsvTable(path, named[1] if named else _delimiter(head), named=bool(named))


def _opened(path: Path) -> TextIO:
    return path.open(encoding="utf-8-sig", newline="")


def _delimiter(head: str) -> str:
    """Return what stands most often between the headings."""
    # A delimiter in quotes is part of a heading, which may also be of several lines.
    line = next(line for line in QUOTED.sub("heading", head).splitlines() if line.strip())
    found = max((";", "\t"), key=line.count)
    # Where there are as many commas, they are part of headings, in which the others are rare.
    return found if line.count(found) >= max(1, line.count(",")) else ","


def _cell(text: str) -> Cell:
    text = text.strip(" \t\r\n")
    return text_cell(text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text)


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
