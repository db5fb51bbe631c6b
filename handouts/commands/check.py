"""`handouts check`: what must change in files, before anything is printed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from handouts.commands.options import FILE, json_option

if TYPE_CHECKING:
    from handouts.commands.inspection import Inspection


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=FILE)
@click.option(
    "--reading", is_flag=True, help="Also print how hard each block is to read, and its hardest sentence."
)
@click.option(
    "--care", is_flag=True, help="Also answer PEMAT-P, CDC, EQIP-36, CERT and NEEDS for plans, item by item."
)
@json_option
def command(paths: tuple[Path, ...], reading: bool, care: bool, as_json: bool) -> None:
    """Check plans, clinics, layouts and content.

    Each PATH is a file or a folder; without one, the content that comes with the program is checked.
    Problems are printed with line and column and end in exit code 1; warnings do not.
    """
    from handouts.commands.report import echo_json
    from handouts.library import CONTENT, LAYOUTS

    found = _inspect(paths or (CONTENT, LAYOUTS))
    if as_json:
        echo_json(_as_data(found, care=care))
    else:
        _echo(found, reading=reading, care=care)
    raise SystemExit(int(any(one.problems for one in found)))


def _inspect(paths: tuple[Path, ...]) -> "list[Inspection]":
    from handouts.commands.inspection import files_in, inspect_file

    files = [(file, path == file) for path in paths for file in files_in(path)]
    inspected = (inspect_file(file, named=named) for file, named in dict.fromkeys(files))
    return [one for one in inspected if one is not None]


def _echo(found: "list[Inspection]", *, reading: bool, care: bool) -> None:
    from dataclasses import replace

    from handouts.commands.report import counted, echo_table, spelt_out

    problems = sorted({problem for one in found for problem in one.problems})
    warnings = sorted({warning for one in found for warning in one.warnings})
    for problem in problems:
        click.echo(spelt_out(problem))
    for warning in warnings:
        click.echo(spelt_out(replace(warning, message=f"warning: {warning.message}")))
    rows = [
        (str(one.path), row.block, f"{row.grade:.1f}", row.hardest) for one in found for row in one.reading
    ]
    if reading and rows:
        echo_table([("file", "block", "US grade", "hardest sentence"), *rows])
    for one in found if care else ():
        _echo_care(one)
    counts = [counted(len(found), "file"), counted(len(problems), "problem")]
    counts += [counted(len(warnings), "warning")] if warnings else []
    click.echo(", ".join(counts), err=True)


def _echo_care(one: "Inspection") -> None:
    """Print the scores of a plan, then each item with its answer, and what to change where it is no."""
    from handouts.commands.report import echo_table, spelt_out
    from handouts.compose.care import scores

    if not one.care:
        if one.kind == "plan" and not one.problems:
            click.echo(
                spelt_out(f"{one.path}: the checklists are for handouts, not for plan sheets."), err=True
            )
        return
    head = (f"checklist for {one.path}", "yes", "no", "for a person")
    echo_table([head, *((name, *map(str, score)) for name, score in scores(one.care).items())])
    said = {True: "yes", False: "no", None: "for a person"}
    rows = [(row.checklist, row.item, said[row.answer], row.question, row.change) for row in one.care]
    echo_table([("checklist", "item", "answer", "question", "to change"), *rows])


def _as_data(found: "list[Inspection]", *, care: bool) -> dict[str, object]:
    from dataclasses import asdict

    from handouts.commands.report import problem_objects

    return {
        "problems": problem_objects(problem for one in found for problem in one.problems),
        "warnings": problem_objects(warning for one in found for warning in one.warnings),
        "files": [
            {"path": str(one.path), "kind": one.kind, "reading": [asdict(row) for row in one.reading]}
            | ({"care": _care_as_data(one)} if care and one.care else {})
            for one in found
        ],
    }


def _care_as_data(one: "Inspection") -> dict[str, object]:
    from handouts.compose.care import scores

    counts = {name: score._asdict() for name, score in scores(one.care).items()}
    return {"scores": counts, "items": [row._asdict() for row in one.care]}
