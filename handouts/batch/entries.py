"""The lines of a record: one for each handout that was printed, and short ones for the runs around them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handouts import __version__
from handouts.batch.row_maker import CheckedRow, RowMaker

# A line as it was written.
Line = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One handout that was printed.

    `key` stands for everything it was made from, `content` for the content alone; `date` is the day that it
    says where its plan has none; `pages` is where it stands in a stack, and empty for a file of its own;
    `accepted` names what is given in spite of a caution.
    """

    row: int
    id: str
    file: str
    sha256: str = ""
    key: str = ""
    code: str = ""
    roster: str = ""
    content: str = ""
    layout: str = ""
    program: str = ""
    date: str = ""
    pages: str = ""
    accepted: str = ""

    @classmethod
    def of(
        cls, checked: CheckedRow, maker: RowMaker, *, file: str, sha256: str, code: str, pages: str = ""
    ) -> "RecordEntry":
        """Return the entry of a handout that was made."""
        return cls(
            row=checked.row,
            id=checked.id,
            file=file,
            sha256=sha256,
            key=checked.key,
            code=code,
            roster=maker.run.roster.path.name,
            content=maker.content,
            layout=checked.layout,
            program=__version__,
            date=checked.date,
            pages=pages,
            accepted=", ".join(checked.accepted),
        )


def read_lines(content: bytes) -> Iterator[Line]:
    """Yield the lines of a record that are whole; damaged ones are passed over."""
    for line in content.split(b"\n"):
        try:
            data = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and "roster" in data:
            yield data


def is_entry(line: Line) -> bool:
    """Return whether a line is that of a handout, with the name of a file in the folder of the record."""
    file = line.get("file")
    is_name = isinstance(file, str) and "/" not in file and "\\" not in file and file not in ("", ".", "..")
    return is_name and isinstance(line.get("row"), int)
