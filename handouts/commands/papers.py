"""Look for papers in the records of batches by an id, a code or a file; say how they are printed again."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.batch.record import Line, is_entry, read_lines, sha256_of
from handouts.files import RECORD
from handouts.schema.origin import read_code

# Where a paper goes that is printed again.
AGAIN = "again"


@dataclass(frozen=True)
class PrintedHandout:
    """A paper: where it stands in which record, how its run was called, and whether its file is as it was."""

    folder: Path
    line: Line
    ran: Mapping[str, object]
    file: Path
    is_there: bool

    def command(self) -> str:
        """Return the command that prints it again, into another folder."""
        roster = self._path("--roster") or str(self.line["roster"])
        words = ["handouts", "batch", roster]
        for name, value in self.ran.items():
            if name in ("--roster", "others") or not name.startswith("--"):
                continue
            is_path = name in ("--plan", "--map", "--clinic", "--content", "--layouts")
            words += [name] if value is True else [name, self._path(name) if is_path else str(value)]
        words += ["--set", f"date={self.line['date']}"] if self.line.get("date") else []
        who = f"id:{self.line['id']}" if self.line.get("id") else str(self.line["row"])
        return shlex.join([*words, "--only", who, "-o", AGAIN])

    def _path(self, name: str) -> str:
        path = self.ran.get(name)
        return Path(self.folder, str(path)).as_posix() if path else ""


def find_papers(what: str, folder: Path) -> Iterator[PrintedHandout]:
    """Yield the papers that an id, a code or a file means, the last of each kind alone."""
    code, name = read_code(what), Path(what).name
    content = sha256_of(Path(what))
    for path in sorted(folder.rglob(RECORD)):
        ran: dict[object, Mapping[str, object]] = {}
        stacks: dict[object, Path] = {}
        found: dict[tuple[object, ...], tuple[Line, Mapping[str, object], Path]] = {}
        for line in read_lines(path.read_bytes()):
            asked = line.get("ran")
            if isinstance(asked, dict):
                ran[line["roster"]] = asked
            elif "stack" in line:
                stacks[line["roster"]] = path.parent / str(line.get("in", ""))
            elif is_entry(line) and line.get("sha256"):
                is_file = line["sha256"] == content if content else line["file"] == name
                is_id = str(line.get("id", "")).casefold() == what.casefold()
                if is_file or is_id or (code and line.get("code") == code):
                    key = (line["file"], line["row"], line.get("pages"), line["sha256"])
                    folder_of_it = (
                        stacks.get(line["roster"], path.parent) if line.get("pages") else path.parent
                    )
                    found[key] = (line, ran.get(line["roster"], {}), folder_of_it / str(line["file"]))
        for line, asked, file in found.values():
            yield PrintedHandout(path.parent, line, asked, file, sha256_of(file) == line["sha256"])


def lines_of(paper: PrintedHandout) -> Iterator[str]:
    """Yield what is said of a paper."""
    line = paper.line
    pages = f", pages {line['pages']}" if line.get("pages") else ""
    gone = "" if paper.is_there else " (the file is gone, or is another now)"
    yield f"{paper.file}{pages}{gone}"
    who = f"id {line['id']}, " if line.get("id") else ""
    date = f" of {line['date']}" if line.get("date") else ""
    yield f"  {who}code {line.get('code')}, layout {line.get('layout')}{date}, handouts {line.get('program')}"
    yield f"  from row {line['row']} of {line['roster']}"
    yield f"  again: {paper.command()}"
    others = paper.ran.get("others")
    if isinstance(others, list):
        yield f"  with the same {', '.join(map(str, others))} as then, which the record does not keep"


def data_of(paper: PrintedHandout) -> dict[str, object]:
    """Return what is said of a paper as plain data."""
    kept = ("row", "id", "code", "roster", "layout", "date", "program", "pages")
    said = {key: paper.line.get(key, "") for key in kept}
    return {"file": str(paper.file), **said, "is_there": paper.is_there, "again": paper.command()}
