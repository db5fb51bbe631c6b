"""`handouts new`: a few questions, or options, become a short plan; or a roster to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.commands.options import FILE, content_option, layouts_option, plan_options, settings_option

if TYPE_CHECKING:
    from handouts.library.content import Library

# The word for a roster, in the place of a plan's file.
ROSTER = Path("roster")


@click.command("new")
@click.argument("plan", type=FILE)
@click.argument("file", type=FILE, required=False)
@plan_options
@settings_option
@content_option
@layouts_option
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def command(
    plan: Path, file: Path | None, content: Path | None, layouts: Path | None, force: bool, **said: Any
) -> None:
    """Write a short PLAN from a few questions, or from options; or an empty roster.

    Nothing is asked when --condition is given. The word `roster` instead of a PLAN, and the name of a CSV or
    Excel FILE after it, write a roster for `batch`.

    \b
    handouts new ana.yaml
    handouts new roster clinic.xlsx
    """
    from handouts.commands.surroundings import open_library
    from handouts.commands.target import check_new, write_file

    is_roster = plan == ROSTER
    if file and not is_roster:
        raise click.UsageError("Name one plan, or `roster` and a file for it.")
    target = (file or ROSTER.with_suffix(".xlsx")) if is_roster else plan
    if not force:
        check_new(target, hint="Choose another name, or give --force.")
    library = open_library(target.parent, content=content, layouts=layouts)
    content_of_file = _roster(target, library) if is_roster else _plan(library, said)
    write_file(content_of_file, target)
    click.echo(str(target))
    following = f"batch {target} -o out" if is_roster else f"make {target}"
    click.echo(f"Next: handouts {following}", err=True)


def _roster(target: Path, library: "Library") -> bytes:
    from handouts.batch.template import csv_template, xlsx_template
    from handouts.library.layouts import BASE, layout_ids

    if target.suffix.lower() == ".csv":
        return csv_template()
    if target.suffix.lower() != ".xlsx":
        raise click.UsageError("A roster is a .csv or an .xlsx file.")
    return xlsx_template(library, [one for one in layout_ids(library.layouts) if one != BASE])


def _plan(library: "Library", said: dict[str, Any]) -> bytes:
    from handouts.commands.surroundings import today
    from handouts.library.plan_options import NO_PLAN, PlanOptions, with_options
    from handouts.library.plans import check_plan, write_plan

    if said["condition"]:
        options = PlanOptions(**said)
    elif any(said.values()):
        raise click.UsageError("Give --condition too, or no options for the questions.")
    else:
        from handouts.commands.questions import ask_plan

        options = ask_plan(library, today=today())
    source, problems = with_options(NO_PLAN, options, library)
    return write_plan(check_plan(source, library, today=today(), also=problems)).encode()
