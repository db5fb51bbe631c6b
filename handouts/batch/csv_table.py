"""Turn CSV text, with whatever delimiter it was saved, into rows."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from handouts.batch.columns import REASON, is_key
from handouts.batch.debris import text_cell
from handouts.batch.table import MOST_COLUMNS, Cell, RosterRow, Table, refuse_more_rows
from handouts.problems import ContentError, Problem, file_error

# A spreadsheet takes a first line such as `sep=;` for the name of the delimiter, and does not show it.
NAMED = re.compile(r'"?sep=([,;|\t])"?[\r\n]*', re.IGNORECASE)
LONGEST_NAMING = 10
QUOTED = re.compile(r'(?<![^,;|\t\r\n])"(?:[^"]|"")*"')
DELIMITERS = (";", "\t", "|", ",")
MOST_LINES = 50
CHUNK = 1 << 16
BLANKS = " \t\r\n"
# The headings of a roster are shorter.
LONGEST_HEAD = 20_000
SAVE_AS = "In a spreadsheet: Save as, CSV UTF-8. In a text editor: save with the encoding UTF-8."
# A spreadsheet takes a text that begins so for a formula; written with an apostrophe before it, it is none.
FORMULA_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
# Where a text can begin when it is split: what may part cells, then what may be dropped before a sign.
_BEGINS = "(^|[\\s,;|:])([\"'\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*)"
_FORMULA = re.compile(f"{_BEGINS}(?=[{FORMULA_SIGNS}])")
_GUARDED = re.compile(f"{_BEGINS}(?<=')(?=[{FORMULA_SIGNS}])")
_TEXT_BY_APOSTROPHE = re.compile(f"'(?=[{FORMULA_SIGNS}\t\r])")


@dataclass(frozen=True, kw_only=True)
class CsvTable(Table):
    """A text of cells in an encoding; `named` is whether its first line names the delimiter."""

    encoding: str
    named: bool

    def rows(self) -> Iterator[RosterRow]:
        """Yield the rows that are not empty; raise ContentError at broken quotes."""
        for number, cells in self._lines():
            if any(cells):
                yield RosterRow(number, tuple(cells))

    def _lines(self) -> Iterator[tuple[int, list[Cell]]]:
        with _opened(self.path, self.encoding) as text:
            if self.named:
                text.readline()
            lines = csv.reader(text, delimiter=self.delimiter, strict=True, skipinitialspace=True)
            number, is_guarded = 0, False
            try:
                for number, cells in enumerate(lines, start=1):
                    refuse_more_rows(self.path, number)
                    # This program wrote it, with all formulas in it guarded.
                    is_guarded = is_guarded or cells[:1] == [REASON]
                    plain = _unguarded if is_guarded else _without_apostrophe
                    yield number, [text_cell(plain(cell.strip(BLANKS))) for cell in cells[: MOST_COLUMNS + 1]]
            except csv.Error as error:
                raise ContentError([_broken(self.path, number + 1, error)]) from error


def guarded(text: str) -> str:
    """Return a text no part of which a spreadsheet runs, whatever it splits the text at."""
    return _FORMULA.sub(r"\1\2'", text)


def _without_apostrophe(text: str) -> str:
    """Return a text without the apostrophe that keeps it from being a formula."""
    return _TEXT_BY_APOSTROPHE.sub("", text, count=1) if text.startswith("'") else text


def _unguarded(text: str) -> str:
    """Return a text as it was before it was guarded."""
    return _GUARDED.sub(lambda found: found[1] + found[2][:-1], text)


def open_csv(path: Path) -> CsvTable:
    """Return the table of a CSV file; raise ContentError unless it is text in Unicode."""
    encoding = _encoding(path)
    with _opened(path, encoding) as text:
        line = text.readline(LONGEST_NAMING)
        named = NAMED.fullmatch(line)
        head = ("" if named else line) + text.read(LONGEST_HEAD)
    if not head.strip():
        raise file_error(path, "the file is empty.")
    delimiter = named[1] if named else _delimiter(head)
    return CsvTable(path=path, delimiter=delimiter, encoding=encoding, named=bool(named))


def _opened(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, newline="")


def _delimiter(head: str) -> str:
    """Return what parts known headings, else what stands equally often in the most lines.

    Commas and semicolons also stand in texts; commas come last.
    """
    # A delimiter in quotes is part of a text, which may also be of several lines.
    lines = QUOTED.sub("text", head).splitlines()[:MOST_LINES]

    def alike(delimiter: str) -> int:
        counts = Counter(line.count(delimiter) for line in lines)
        del counts[0]
        return max(counts.values(), default=0)

    def headed(delimiter: str) -> int:
        return max((sum(map(is_key, line.split(delimiter))) for line in lines), default=0)

    best = max(DELIMITERS, key=lambda one: (headed(one), alike(one)))
    return best if alike(best) else ","


def _broken(path: Path, number: int, error: csv.Error) -> Problem:
    reason = str(error)
    if "NUL" in reason:
        message, hint = "there is a null character here.", "Save the roster again as CSV UTF-8."
    elif "limit" in reason:
        message, hint = "a cell does not end.", "Look for a quote that is not closed."
    else:
        message, hint = "the quotes of a cell are not closed.", 'Write a quote inside a cell twice: "".'
    return Problem(path, number, 0, message, hint, f"row {number}")


def _encoding(path: Path) -> str:
    """Return how the text of a file is encoded, which is Unicode; raise ContentError for others."""
    with path.open("rb") as file:
        beginning = file.read(CHUNK)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif _is_every_other_null(beginning, 1):
        encoding = "utf-16-le"
    elif _is_every_other_null(beginning, 0):
        encoding = "utf-16-be"
    else:
        encoding = "utf-8-sig"
    decoder = codecs.getincrementaldecoder(encoding)()
    before = 0
    with path.open("rb") as file:
        for chunk in _chunks(file):
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                if encoding != "utf-8-sig":
                    raise file_error(path, "the file is broken UTF-16 text.", SAVE_AS) from error
                line = before + error.object[: error.start].count(b"\n") + 1
                raise ContentError([_other_encoding(path, line, error)]) from error
            before += chunk.count(b"\n")
    return encoding


def _is_every_other_null(beginning: bytes, first: int) -> bool:
    """Return whether most bytes at odd places are null, from the first on, and none at the others."""
    nulls = beginning[first::2].count(0)
    return len(beginning) > 1 and nulls > len(beginning) // 4 and 0 not in beginning[1 - first :: 2]


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
