"""Write rosters, run them as a user does, and look through everything that a run leaves behind."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from commands import handouts
from openpyxl import Workbook
from pypdfium2 import PdfDocument

HEADINGS = ("patient.id", "patient.name", "condition", "side", "exercises", "date")
SOLEUS = "soleus-trigger-points"
NAME = "Zephyrine Quillfeather"


def person(number: int, **other: str) -> dict[str, str]:
    """Return a row that is right, with other cells for some keys."""
    usual = {
        "patient.id": str(number),
        "patient.name": NAME,
        "condition": SOLEUS,
        "side": "left",
        "exercises": "heel-raise 3x12",
        "date": "2026-11-20",
    }
    return usual | {key.replace("_", "."): value for key, value in other.items()}


def people(count: int) -> list[dict[str, str]]:
    return [person(4711 + number) for number in range(count)]


def write_csv(rows: Iterable[dict[str, str]], name: str = "roster.csv", *, delimiter: str = ",") -> Path:
    found = [*rows]
    path = Path(name)
    headings = [*dict.fromkeys([*HEADINGS, *(key for row in found for key in row)])]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(found)
    return path


def write_text(text: str, name: str = "roster.csv", *, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


def write_xlsx(rows: Iterable[Sequence[Any]], name: str = "roster.xlsx", *, sheet: str = "March") -> Path:
    workbook = Workbook()
    workbook.worksheets[0].title = sheet
    for row in rows:
        workbook.worksheets[0].append([*row])
    workbook.save(name)
    return Path(name)


def refused(roster: Path, *words: str | Path) -> list[str]:
    """Return the problems of a run that must write nothing."""
    result = handouts("batch", roster, "-o", "out", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert not Path("out").exists()
    *problems, count = result.stderr.splitlines()
    assert count == f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    return problems


def made(roster: Path, *words: str | Path, folder: str = "out") -> dict[str, Any]:
    """Return what a run says as JSON."""
    result = handouts("batch", roster, "-o", folder, "--json", *words)
    said: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == int(bool(said["problems"]))
    return said


def pdfs(folder: str = "out") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).glob("*.pdf")}


def printed(folder: str = "out") -> dict[str, str]:
    """Return the text of each handout on one line, by the names of the files in order."""
    found = {}
    for name, content in sorted(pdfs(folder).items()):
        pages = [page.get_textpage().get_text_range() for page in PdfDocument(content)]
        found[name] = " ".join("".join(pages).split())
    return found


def record(folder: str = "out") -> list[dict[str, Any]]:
    lines = Path(folder, "record.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]
