"""`handouts batch`: a roster becomes a handout for each row, or one stack for the printer."""

import math
import os
from pathlib import Path
from typing import Any

import click

from handouts.commands.options import (
    FILE,
    file_options,
    force_option,
    json_option,
    layout_option,
    paper_option,
    printing_options,
)
from handouts.commands.password import VARIABLE
from handouts.commands.sheets import sheet_options, sheet_plan_of, wants_sheets

COUNT = click.IntRange(min=1)


class Size(click.FloatRange):
    """A number of megabytes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number; what is no number passes every comparison."""
        size = float(super().convert(value, param, ctx))
        if not math.isfinite(size):
            self.fail(f"{value!r} is no size.", param, ctx)
        return size


SIZE = Size(min=0.1, max=1_000_000)


@click.command("batch")
@click.argument("roster", type=FILE)
@click.option("--plan", type=FILE, metavar="FILE", help="What all plans have in common; a cell wins over it.")
@click.option("-o", "--output", type=FILE, metavar="DIR", help="A file for each row goes into this folder.")
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook.  [default: the first that is shown]")
@click.option(
    "--map",
    "column_map",
    type=FILE,
    metavar="FILE",
    help="Lines of `heading: key`, for headings of your own.",
)
@click.option("--only", metavar="ROWS", help="These rows alone, such as 57-60,63 or id:4009.")
@click.option("--from", "first", type=COUNT, metavar="ROW", help="Begin with this row.")
@click.option("--sort", metavar="KEY", help="Sort by a column, such as patient.id.")
@click.option("--skip-bad", is_flag=True, help="Print the rows that are right; write the others to a roster.")
@click.option(
    "--merge", type=FILE, metavar="FILE", help="One stack for the printer, with a tally at its end."
)
@click.option(
    "--duplex", is_flag=True, help="The stack is printed on both sides; each person begins a sheet."
)
@click.option(
    "--copies", type=click.IntRange(1, 20), help="Copies of each in the stack.  [default: the row's]"
)
@click.option("--slip-sheet", "slips", is_flag=True, help="A page with row and ID before each in the stack.")
@click.option("--max-pages", type=COUNT, help="Split the stack into parts of no more pages.")
@click.option("--max-size", type=SIZE, metavar="MB", help="Split the stack into parts of no more megabytes.")
@click.option(
    "--print",
    "printer",
    is_flag=False,
    flag_value="",
    metavar="[PRINTER]",
    help="Print the stack, on the usual printer if none is named.",
)
@sheet_options
@layout_option
@paper_option
@printing_options
@file_options
@click.option(
    "--workers",
    type=COUNT,
    help="How many handouts are made at once, at most one to a processor.  [default: as is fastest]",
)
@force_option
@click.option(
    "--afresh", is_flag=True, help="Print all again, with today's date, also where a run was stopped."
)
@click.option("--keep-plans", is_flag=True, help="Keep each person's plan, with the name, beside the record.")
@click.option("--dry-run", is_flag=True, help="Check everything, write nothing.")
@json_option
def command(roster: Path, only: str | None, first: int | None, **options: Any) -> None:
    """Make a handout for each row of a ROSTER, CSV or Excel, whose columns are keys of a plan.

    Every row is checked before anything is written. A run that was stopped goes on where it was.

    \b
    handouts batch roster.csv --plan base.yaml -o out
    handouts batch roster.xlsx -o out --merge tonight.pdf --duplex
    """
    _refuse_misuse(options)
    from handouts.batch.selection import WrongSelection, read_selection
    from handouts.commands.batch_job import job_of
    from handouts.commands.batch_run import run_batch
    from handouts.commands.report import echo_json, problem_objects
    from handouts.problems import ContentError

    try:
        selection = read_selection(only, first, sort=options.pop("sort"))
    except WrongSelection as error:
        raise click.BadParameter(str(error), param_hint="--only") from None
    sheets = sheet_plan_of(options) if wants_sheets(options) else None
    whole = {"roster": roster, "sheet_plan": sheets, **options}
    try:
        code = run_batch(job_of(whole, selection=selection, stack=_stack_plan(options)))
    except ContentError as error:
        if not options["as_json"]:
            raise
        echo_json({"problems": problem_objects(error.problems)})
        code = 1
    except KeyboardInterrupt:
        click.echo("\nStopped. The same command goes on from here.", err=True)
        code = 1
    raise SystemExit(code)


def _refuse_misuse(options: dict[str, Any]) -> None:
    if not options["output"] and not options["merge"]:
        raise click.UsageError("Give -o with a folder, or --merge with a file.")
    for_stack = ("duplex", "copies", "slips", "max_pages", "max_size", "printer")
    given = [name for name in for_stack if options[name] not in (None, False)]
    if (given or wants_sheets(options)) and not options["merge"]:
        raise click.UsageError(
            "--duplex, --copies, --slip-sheet, --max-…, --print and sheets for a printer need --merge."
        )
    if VARIABLE in os.environ:
        raise click.UsageError(f"A batch writes no protected files. Unset {VARIABLE}, or use `make`.")


def _stack_plan(options: dict[str, Any]) -> Any:
    if not options["merge"]:
        return None
    from handouts.batch.stack import MEGABYTE, StackPlan

    return StackPlan(
        target=options["merge"],
        duplex=options["duplex"],
        slips=options["slips"],
        copies=options["copies"],
        most_pages=options["max_pages"],
        most_bytes=options["max_size"] and int(options["max_size"] * MEGABYTE),
    )
