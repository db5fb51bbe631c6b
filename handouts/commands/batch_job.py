"""What was asked for on the command line of `batch` becomes what all handouts of the run share."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from handouts.batch.columns import read_column_map
from handouts.batch.parts import StackPlan
from handouts.batch.record import Record, read_record
from handouts.batch.roster import Roster, open_roster
from handouts.batch.row_maker import RunOptions
from handouts.batch.selection import Selection
from handouts.batch.workers import processors
from handouts.commands.options import input_files_of, plan_options_of
from handouts.commands.surroundings import today
from handouts.library.plan_options import PlanOptions
from handouts.problems import ContentError, Problem
from handouts.request import InputFiles
from handouts.source import Source, read_as_far


@dataclass(frozen=True)
class BatchJob:
    """What was asked for; `printer` is None where nothing is to be printed, and empty for the usual one."""

    roster: Path
    options: PlanOptions
    selection: Selection
    plan: Path | None
    output: Path | None
    stack: StackPlan | None
    sheet: str | None
    column_map: Path | None
    workers: int | None
    skip_bad: bool
    force: bool
    afresh: bool
    dry_run: bool
    as_json: bool
    printer: str | None
    content: Path | None
    layouts: Path | None
    files: InputFiles
    mono: bool

    @property
    def folder(self) -> Path:
        """Where the record is kept: with the files, else with the stack."""
        if self.output:
            return self.output
        return self.stack.target.parent if self.stack else Path()

    @cached_property
    def record(self) -> Record:
        """What was printed before this run."""
        return read_record(self.folder)

    def run_options(self) -> RunOptions:
        """Return all that the handouts share; raise ContentError with the problems of its files."""
        base = read_as_far(self.plan) if self.plan else Source(Path("the plan"), {}, {})
        if not isinstance(base.data, Mapping):
            raise ContentError([base.problem((), "a plan is a list of `key: value` lines.")])
        roster = self._open_roster()
        return RunOptions(
            roster=roster,
            base=base,
            options=self.options,
            files=self.files,
            mono=self.mono,
            today=self._day(roster),
        )

    def own_folders(self) -> list[str]:
        """Return the options that name the folders which are found by themselves beside the roster alone."""
        usual = {"content": self.content, "layouts": self.layouts}
        found = {name: self.files.beside / name for name, named in usual.items() if not (named or self.plan)}
        return [f"--{name} {path}" for name, path in found.items() if path.is_dir()]

    def _day(self, roster: Roster) -> datetime.date:
        """Return the day that is printed where a plan has no date: today, or when a stopped run began."""
        stopped = self.record.day_of_stopped_run(roster.path, today=today())
        if stopped is None or self.afresh:
            return today()
        click.echo(f"Going on with the run of {stopped}; `--afresh` begins anew.", err=True)
        return stopped

    def _open_roster(self) -> Roster:
        column_map = read_column_map(self.column_map) if self.column_map else None
        roster = open_roster(self.roster, self.sheet, column_map=column_map)
        sort = self.selection.sort
        if sort and sort not in roster.keys:
            message = f"there is no column `{sort}` to sort by."
            raise ContentError([Problem(self.roster, 0, 0, message)])
        return roster


def job_of(options: Mapping[str, Any], *, selection: Selection, stack: StackPlan | None) -> BatchJob:
    """Return the job that the options of `batch` ask for."""
    beside = (options["plan"] or options["roster"]).parent
    own = {one.name: options[one.name] for one in fields(BatchJob) if one.name in options}
    own["workers"] = options["workers"] and min(options["workers"], processors())
    return BatchJob(
        options=plan_options_of(options),
        files=input_files_of(options, beside=beside),
        selection=selection,
        stack=stack,
        **own,
    )
