"""`handouts new`: a few questions, or options, become a short plan."""

import datetime
from pathlib import Path
from typing import Any

import click

from handouts.commands.options import FILE, content_option, layouts_option, plan_options, settings_option


@click.command("new")
@click.argument("plan", type=FILE)
@plan_options
@settings_option
@content_option
@layouts_option
@click.option("--force", is_flag=True, help="Replace a plan that is there already.")
def command(plan: Path, content: Path | None, layouts: Path | None, force: bool, **said: Any) -> None:
    """Write a short PLAN from a few questions, or from options.

    Nothing is asked when --condition is given.
    """
    from handouts.commands.folders import content_folders, layout_folders
    from handouts.commands.target import check_new, write_file
    from handouts.library import Library
    from handouts.plans.options import PlanOptions, plan_from_options
    from handouts.plans.reading import check_plan
    from handouts.plans.writing import write_plan

    if not force:
        check_new(plan, hint="Choose another name, or give --force.")
    own_layouts = layout_folders(layouts, plan.parent)
    library = Library(*content_folders(content, plan.parent), layouts=own_layouts)
    if said["condition"]:
        options = PlanOptions(**said)
    elif any(said.values()):
        raise click.UsageError("Give --condition too, or no options for the questions.")
    else:
        from handouts.commands.questions import ask_plan

        options = ask_plan(library, today=datetime.date.today())
    text = write_plan(check_plan(plan_from_options(options), library))
    write_file(text.encode(), plan)
    click.echo(str(plan))
    click.echo(f"Next: handouts make {plan}", err=True)
