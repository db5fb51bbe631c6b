"""Look through the text of a workbook's sheet for what its rows alone do not show."""

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from handouts.batch.table import MOST_ROWS

CHUNK = 1 << 20
# No tag that is looked for is longer.
OVERLAP = 1_000
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
ROW = re.compile(rb"<(?:\w+:)?row(\s[^<>]*|/)?>")
NUMBER = re.compile(rb"""\sr=["'](\d{1,9})["']""")
HIDDEN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


@dataclass
class Seen:
    """What a sheet has that its rows alone do not show.

    Formulas, the first merged cells below the first row, the hidden rows, the last row, and the first that
    stands after one with a greater number or the same: openpyxl would pass over it without a word.
    """

    computed: bool = False
    merged: str = ""
    hidden: set[int] = field(default_factory=set)
    last: int = 0
    misplaced: int = 0


def look_through(path: Path, part: str) -> Seen:
    """Return what is seen in a part of a workbook, which is never held in memory as a whole."""
    seen, tail = Seen(), b""
    with zipfile.ZipFile(path) as archive, archive.open(part) as sheet:
        while chunk := sheet.read(CHUNK):
            text = tail + chunk
            _look_at(text, seen, fresh=len(tail))
            tail = text[-OVERLAP:]
    return seen


def _look_at(text: bytes, seen: Seen, *, fresh: int) -> None:
    """Add what a piece of a sheet shows; what ends before `fresh` was in the piece before it, too."""
    seen.computed = seen.computed or bool(FORMULA.search(text))
    spans = (found.groups() for found in MERGED.finditer(text))
    seen.merged = seen.merged or next((_span(span) for span in spans if int(span[3]) > 1), "")
    for row in ROW.finditer(text):
        if row.end() > fresh:
            _look_at_row(row[1] or b"", seen)


def _look_at_row(attributes: bytes, seen: Seen) -> None:
    found = NUMBER.search(attributes)
    number = int(found[1]) if found else seen.last + 1
    if number <= seen.last:
        seen.misplaced = seen.misplaced or number
    seen.last = max(seen.last, number)
    # There may be no more rows than that, so no more need to be remembered.
    if number <= MOST_ROWS and HIDDEN.search(attributes):
        seen.hidden.add(number)


def _span(found: tuple[bytes, ...]) -> str:
    first, top, last, bottom = (part.decode("ascii") for part in found)
    return f"{first}{top}:{last}{bottom}"
