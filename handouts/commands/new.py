"""`handouts new`: questions or options become a short plan; or another kind of file begins."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import FILE, content_option, layouts_option, plan_options, settings_option

if TYPE_CHECKING:
    from handouts.library.content import Library

# Words in the place of a plan's file, and where each begins where no file is named.
STARTS = {"roster": "roster.xlsx", "clinic": "clinic.yaml", "layout": "", "exercise": "", "printer": ""}
KINDS = "`roster`, `clinic`, `layout`, `exercise` or `printer`"
NAMED = ("layout", "exercise", "printer")


@click.command("new")
@click.argument("plan", metavar="PLAN|KIND", required=False)
@click.argument("file", metavar="[FILE|ID]", required=False)
@plan_options
@settings_option
@content_option
@layouts_option
@click.option(
    "--sheet", type=FILE, metavar="FILE", help="Write the pictures of all exercises, numbered, as PNG."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def command(
    plan: str | None,
    file: str | None,
    content: Path | None,
    layouts: Path | None,
    sheet: Path | None,
    force: bool,
    **said: Any,
) -> None:
    """Write a short PLAN from a few questions, or from options; or the start of another KIND of file.

    Nothing is asked with --condition or --exercise. KIND is `roster`, `clinic`, `layout`,
    `exercise` or `printer`.

    \b
    handouts new ana.yaml --sheet exercises.png
    handouts new roster list.xlsx
    handouts new exercise wall-press
    """
    from handouts.commands.surroundings import open_library
    from handouts.commands.target import check_new, write_file

    kind = plan if plan in STARTS else "plan"
    _refuse_misuse(plan, file, kind, sheet)
    places = _places(content, layouts)
    target = _target(kind, file, places) if kind != "plan" else Path(plan) if plan else None
    beside = target.parent if target and kind == "plan" else Path()
    library = open_library(beside, content=content, layouts=layouts)
    if sheet:
        _write_sheet(sheet, library)
    if target is None:
        return
    start = b"" if kind == "plan" else _start(kind, target, library, said)
    if target.parent == places.get(kind):
        target.parent.mkdir(parents=True, exist_ok=True)
    if not force:
        check_new(target, hint="Choose another name, or give --force.")
    write_file(start or _plan(library, said, target), target)
    click.echo(str(target))
    click.echo(f"Next: handouts {_following(kind, target)}", err=True)


def _refuse_misuse(plan: str | None, file: str | None, kind: str, sheet: Path | None) -> None:
    if plan is None and sheet is None:
        raise click.UsageError(f"Name a plan, or {KINDS}.")
    if file and kind == "plan":
        raise click.UsageError(f"Name one plan, or {KINDS} and a file for it.")
    if kind in NAMED and not file:
        raise click.UsageError(f"Name the {kind} too, such as `handouts new {kind} my-{kind}`.")


def _places(content: Path | None, layouts: Path | None) -> dict[str, Path]:
    """Return the folders in which the program finds files by their ids."""
    from handouts.commands.surroundings import printers

    exercises = (content or Path("content")) / "exercises"
    return {"layout": layouts or Path("layouts"), "exercise": exercises, "printer": printers()}


def _target(kind: str, file: str | None, places: Mapping[str, Path]) -> Path:
    """Return the file that begins; an id alone stands where the program finds it."""
    target = Path(file or STARTS[kind])
    if kind not in places or target.suffix:
        return target
    return places[kind] / f"{file}.yaml"


def _following(kind: str, target: Path) -> str:
    """Return the command that takes the file, as the shell reads it."""
    path = shlex.quote(str(target))
    return {"plan": f"make {path}", "roster": f"batch {path} -o out"}.get(kind, f"check {path}")


def _write_sheet(sheet: Path, library: "Library") -> None:
    from handouts.commands.pictures import write_contact_sheet

    exercises = [library.find_exercise(one) for one in library.ids("exercises")]
    write_contact_sheet(sheet, exercises, library=library)
    click.echo(str(sheet))


def _start(kind: str, target: Path, library: "Library", said: dict[str, Any]) -> bytes:
    if kind == "roster":
        return _roster(target, library)
    from handouts.commands.starts import CLINIC, EXERCISE, LAYOUT, PRINTER
    from handouts.schema.base import is_id

    if target.suffix != ".yaml":
        raise click.UsageError(f"The file of a {kind} ends in .yaml.")
    if kind == "clinic":
        country = f"country: {said['country']}" if said["country"] else "# country: gb"
        return CLINIC.format(country=country).encode()
    if not is_id(target.stem):
        raise click.UsageError(f"`{target.stem}` is no id; write small letters, digits and hyphens.")
    title = target.stem.replace("-", " ").capitalize()
    return (
        {"layout": LAYOUT, "exercise": EXERCISE, "printer": PRINTER}[kind]
        .format(id=target.stem, title=title)
        .encode()
    )


def _roster(target: Path, library: "Library") -> bytes:
    from handouts.batch.template import csv_template, xlsx_template
    from handouts.library.layouts import BASE, layout_ids

    if target.suffix.lower() == ".csv":
        return csv_template()
    if target.suffix.lower() != ".xlsx":
        raise click.UsageError("A roster is a .csv or an .xlsx file.")
    return xlsx_template(library, [one for one in layout_ids(library.layouts) if one != BASE])


def _plan(library: "Library", said: dict[str, Any], target: Path) -> bytes:
    from handouts.commands.surroundings import find_files, today
    from handouts.library.plan_options import NO_PLAN, PlanOptions, with_options
    from handouts.library.plans import check_plan
    from handouts.schema.plan import write_plan

    if said["condition"] or said["exercises"]:
        options = PlanOptions(**said)
    elif any(said.values()):
        raise click.UsageError("Give --condition or --exercise too, or no options for the questions.")
    else:
        from handouts.commands.questions import ask_plan

        has_clinic = find_files(target.parent).clinic is not None
        options = ask_plan(library, today=today(), has_clinic=has_clinic)
    source, problems = with_options(NO_PLAN, options, library)
    return write_plan(check_plan(source, library, today=today(), also=problems)).encode()
