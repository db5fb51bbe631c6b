"""`handouts find`: which paper a person got, by the records of batches, and how it is printed again."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import click

from handouts.commands.options import FILE, json_option

# A code is that of everyone with the same plan.
MOST_SHOWN = 50
# Where a paper goes that is printed again.
AGAIN = "again"
# Options that name files, as seen from the record.
PATHS = ("--plan", "--map", "--clinic", "--content", "--layouts")
KEPT = ("row", "id", "code", "roster", "layout", "date", "program", "pages")


@click.command("find")
@click.argument("what", metavar="ID|CODE|FILE")
@click.argument("folder", metavar="[DIR]", type=FILE, default=Path())
@json_option
def command(what: str, folder: Path, *, as_json: bool) -> None:
    """Tell which paper a person got, by an ID, the code at its foot, or a PDF.

    The records of batches in the folder, and in those inside it, say from which row of which list it is.
    """
    from handouts.commands.report import echo_json, spelt_out

    papers = [*_find_papers(what, folder)]
    if as_json:
        echo_json({"papers": [one.data() for one in papers]})
    elif not papers:
        click.echo(spelt_out(f"no record in {folder} and the folders inside it has such a paper."), err=True)
    else:
        for paper in papers[:MOST_SHOWN]:
            click.echo("\n".join(map(spelt_out, paper.lines())))
        if len(papers) > MOST_SHOWN:
            click.echo(f"... and {len(papers) - MOST_SHOWN} more; `--json` has all.", err=True)
    raise SystemExit(int(not papers))


class _Paper(NamedTuple):
    """A paper: its line in the record of a folder, how its run was called, and if its file is as it was."""

    folder: Path
    line: Mapping[str, object]
    ran: Mapping[str, object]
    file: Path
    is_there: bool

    def again(self) -> str:
        """Return the command that prints it again, into another folder."""
        roster = self._path("--roster") if self.ran.get("--roster") else str(self.line["roster"])
        words = ["handouts", "batch", roster]
        for name, value in self.ran.items():
            if name.startswith("--") and name != "--roster":
                said = self._path(name) if name in PATHS else str(value)
                words += [name] if value is True else [name, said]
        words += ["--set", f"date={self.line['date']}"] if self.line.get("date") else []
        who = f"id:{self.line['id']}" if self.line.get("id") else str(self.line["row"])
        return shlex.join([*words, "--only", who, "-o", AGAIN])

    def _path(self, name: str) -> str:
        return Path(self.folder, str(self.ran[name])).as_posix()

    def lines(self) -> Iterator[str]:
        """Yield what is said of it."""
        line = self.line
        pages = f", pages {line['pages']}" if line.get("pages") else ""
        yield f"{self.file}{pages}{'' if self.is_there else ' (the file is gone, or is another now)'}"
        who = f"id {line['id']}, " if line.get("id") else ""
        date = f" of {line['date']}" if line.get("date") else ""
        made = f"layout {line.get('layout')}{date}, handouts {line.get('program')}"
        yield f"  {who}code {line.get('code')}, {made}"
        yield f"  from row {line['row']} of {line['roster']}"
        yield f"  again: {self.again()}"
        others = self.ran.get("others")
        if isinstance(others, list):
            yield f"  with the same {', '.join(map(str, others))} as then, which the record does not keep"

    def data(self) -> dict[str, object]:
        """Return what is said of it as plain data."""
        said = {key: self.line.get(key, "") for key in KEPT}
        return {"file": str(self.file), **said, "is_there": self.is_there, "again": self.again()}


def _find_papers(what: str, folder: Path) -> Iterator[_Paper]:
    """Yield the papers that an id, a code or a file means, the last of each kind alone."""
    from handouts.batch.record import is_entry, read_lines, sha256_of
    from handouts.files import RECORD
    from handouts.schema.origin import read_code

    code, content, name = read_code(what), sha256_of(Path(what)), Path(what).name
    for path in sorted(folder.rglob(RECORD)):
        ran: dict[object, Mapping[str, object]] = {}
        stacks: dict[object, Path] = {}
        found: dict[tuple[object, ...], tuple[Mapping[str, object], Mapping[str, object], Path]] = {}
        for line in read_lines(path.read_bytes()):
            asked, roster = line.get("ran"), line["roster"]
            if isinstance(asked, dict):
                ran[roster] = asked
            elif "stack" in line:
                stacks[roster] = path.parent / str(line.get("in", ""))
            elif is_entry(line) and line.get("sha256"):
                is_file = line["sha256"] == content if content else line["file"] == name
                is_id = str(line.get("id", "")).casefold() == what.casefold()
                if is_file or is_id or (code and line.get("code") == code):
                    key = (line["file"], line["row"], line.get("pages"), line["sha256"])
                    beside = stacks.get(roster, path.parent) if line.get("pages") else path.parent
                    found[key] = (line, ran.get(roster, {}), beside / str(line["file"]))
        for line, asked, file in found.values():
            yield _Paper(path.parent, line, asked, file, sha256_of(file) == line["sha256"])
