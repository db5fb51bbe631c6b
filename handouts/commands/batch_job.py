"""What was asked for on the command line of `batch` becomes what all handouts of the run share."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handouts.batch.columns import read_column_map
from handouts.batch.record import Record, read_record
from handouts.batch.roster import Roster, open_roster
from handouts.batch.row_maker import RowMaker, RunOptions
from handouts.batch.selection import Selection
from handouts.batch.stack import StackPlan
from handouts.batch.workers import processors
from handouts.commands.options import input_files_of, plan_options_of, printing_of
from handouts.commands.surroundings import today
from handouts.page.style import AS_USUAL
from handouts.problems import ContentError, file_error
from handouts.request import InputFiles
from handouts.source import Source, called_from, read_as_far

if TYPE_CHECKING:
    from handouts.pdf.sheets import SheetPlan

# Options for the record that name files, and those that are nobody's words.
PATHS = {
    "roster": "roster",
    "plan": "plan",
    "map": "column_map",
    "clinic": "clinic",
    "content": "content",
    "layouts": "layouts",
}
SAFE = ("sheet", "condition", "side", "layout", "paper", "language", "colour", "country", "binding")


@dataclass(frozen=True)
class BatchJob:
    """What was asked for; `printer` is None where nothing is to be printed, and empty for the usual one.

    `folder` is where the record is kept, with the files, else with the stack; `record` is what was printed
    before this run. `own_folders` are the options that name the folders which are found by themselves beside
    the roster alone.
    """

    run: RunOptions
    folder: Path
    record: Record
    selection: Selection
    plan: Path | None
    output: Path | None
    stack: StackPlan | None
    sheet_plan: "SheetPlan | None"
    workers: int | None
    skip_bad: bool
    force: bool
    afresh: bool
    dry_run: bool
    as_json: bool
    printer: str | None
    own_folders: Sequence[str]
    said: Mapping[str, object]

    @property
    def queue(self) -> str:
        """What the printer is called: as the option says, else its file; empty for the usual one."""
        known = self.sheet_plan.printer.queue if self.sheet_plan else None
        return self.printer or known or ""


def base_plan(plan: Path | None) -> Source:
    """Return the plan that all rows have in common; raise ContentError where it is none."""
    base = read_as_far(plan) if plan else Source(Path("the plan"), {}, {})
    if not isinstance(base.data, Mapping):
        raise ContentError([base.problem((), "a plan is a list of `key: value` lines.")])
    return base


def usual_maker(
    roster: Roster, options: Mapping[str, Any], files: InputFiles, *, plan: Path | None, day: datetime.date
) -> RowMaker:
    """Return what makes handouts of rows over a plan, on paper as usual; raise ContentError."""
    return RowMaker(RunOptions(roster, base_plan(plan), plan_options_of(options), files, AS_USUAL, day))


def job_of(options: Mapping[str, Any], *, selection: Selection, stack: StackPlan | None) -> BatchJob:
    """Return the job that the options of `batch` ask for; raise ContentError for what is wrong."""
    plan, folder = options["plan"], options["output"] or (stack.target.parent if stack else Path())
    files = input_files_of(options, beside=(plan or options["roster"]).parent)
    base, roster = base_plan(plan), _open_roster(options, selection.sort)
    record = read_record(folder)
    run = RunOptions(
        roster=roster,
        base=base,
        options=plan_options_of(options),
        files=files,
        printing=printing_of(options),
        today=_day(record, roster.path, afresh=options["afresh"]),
        keep_plans=options["keep_plans"],
    )
    found = {name: files.beside / name for name in ("content", "layouts") if not (options[name] or plan)}
    own = {one.name: options[one.name] for one in fields(BatchJob) if one.name in options}
    own["workers"] = options["workers"] and min(options["workers"], processors())
    return BatchJob(
        run=run,
        folder=folder,
        record=record,
        selection=selection,
        stack=stack,
        own_folders=[f"--{name} {path}" for name, path in found.items() if path.is_dir()],
        said=_said(options),
        **own,
    )


def _day(record: Record, roster: Path, *, afresh: bool) -> datetime.date:
    """Return the day that is printed where a plan has no date: today, or when a stopped run began."""
    stopped = record.day_of_stopped_run(roster, today=today())
    if stopped is None or afresh:
        return today()
    click.echo(f"Going on with the run of {stopped}; `--afresh` begins anew.", err=True)
    return stopped


def _open_roster(options: Mapping[str, Any], sort: str | None) -> Roster:
    column_map = read_column_map(options["column_map"]) if options["column_map"] else None
    roster = open_roster(options["roster"], options["sheet"], column_map=column_map, as_far=True)
    if sort and sort not in roster.keys:
        raise file_error(options["roster"], f"there is no column `{sort}` to sort by.")
    return roster


def _said(options: Mapping[str, Any]) -> dict[str, object]:
    """Return the options that papers depend on, for the record: paths as seen from it, nobody's words."""
    folder = options["output"] or (options["merge"].parent if options["merge"] else Path())
    paths = {f"--{name}": options[key] for name, key in PATHS.items() if options[key]}
    said: dict[str, object] = {name: called_from(folder, path) for name, path in paths.items()}
    said |= {f"--{name}": options[name] for name in SAFE if options.get(name)}
    said |= {"--letterhead": options["letterhead"].written} if options["letterhead"] else {}
    given = vars(plan_options_of(options))
    own = {name for name, value in given.items() if value and name not in (*SAFE, *PATHS.values())}
    return said | ({"others": sorted(own)} if own else {})
