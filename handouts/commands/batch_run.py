"""A run over a roster: every row is checked, then files and a stack are made, and what came of it is told."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import get_args

import click

from handouts.batch.checking import RosterCheck, check_rows
from handouts.batch.printer import MEDIA, Media, find_printing, print_stacks
from handouts.batch.record import Record, open_record
from handouts.batch.rejected import write_rejected
from handouts.batch.roster import Roster
from handouts.batch.row_maker import CheckedRow, RowMaker, RowTask
from handouts.batch.run import Outcome, make_files, unwritable
from handouts.batch.stack import StackPlan, StackWriter
from handouts.batch.tally import count_needs
from handouts.batch.workers import WorkerLost, Workers, worker_count
from handouts.commands.batch_job import BatchJob
from handouts.commands.batch_places import check_stack, make_folder, taken_by_others
from handouts.commands.batch_report import Progress, Report
from handouts.commands.report import spelt_out
from handouts.commands.sheets import sheets_path, told
from handouts.files import Draft
from handouts.pdf.sheets import SheetPlan, write_sheets
from handouts.problems import ContentError, Problem, file_error
from handouts.schema.papers import FlipEdge


def run_batch(job: BatchJob) -> int:
    """Make everything a job asks for, say what came of it, and return the exit code; raise ContentError."""
    try:
        with Workers(RowMaker(job.run)) as workers:
            report = _run(job, workers)
    except WorkerLost:
        message = "all workers ended without a word; the memory may be too small."
        hint = "Give fewer `--workers` and run it again."
        raise file_error(job.run.roster.path, message, hint) from None
    report.echo(job.folder, as_json=job.as_json)
    return report.exit_code


def _run(job: BatchJob, workers: Workers[RowMaker]) -> Report:
    # A stack is written by one process alone, so only files are worth the start of workers.
    count = job.workers if job.output else 1
    if count and count > 1:
        workers.start(count)
    checked = check_rows(workers, job.selection, count=count)
    report = Report(problems=checked.all_problems(), rejected_rows=len(checked.wrong))
    _refuse_wrong(job, checked, workers.tool.run.roster)
    for warning in checked.warnings:
        click.echo(spelt_out(warning), err=True)
    run = _BatchRun(job, workers, checked, report)
    if job.dry_run:
        run.look()
    else:
        run.make()
    return report


def _refuse_wrong(job: BatchJob, checked: RosterCheck, roster: Roster) -> None:
    """Raise ContentError where the run must not begin; else say which rows are left out."""
    problems = checked.all_problems()
    problems = problems if job.as_json else roster.gathered(problems)
    if not checked.rows and not problems:
        raise file_error(job.run.roster.path, "there are no rows below the headings.")
    if checked.problems or (checked.wrong and not job.skip_bad):
        raise ContentError(problems)
    _echo(problems, job)


def _echo(problems: Iterable[Problem], job: BatchJob) -> None:
    if not job.as_json:
        for problem in sorted(problems):
            click.echo(spelt_out(problem), err=True)


class _BatchRun:
    """The rows that are right, on their way to paper."""

    def __init__(
        self, job: BatchJob, workers: Workers[RowMaker], checked: RosterCheck, report: Report
    ) -> None:
        self._job = job
        self._workers = workers
        self._maker = workers.tool
        self._roster = workers.tool.run.roster
        self._wrong = dict(checked.wrong)
        self._rows = job.record.named(job.selection.in_order(checked.rows))
        self._printed: dict[Path, tuple[str, FlipEdge | None]] = {}
        self._stamp = checked.stamp
        self._report = report
        self._progress = Progress(len(self._rows))

    def look(self) -> None:
        """Count what would be made."""
        self._check_places()
        record, report = self._job.record, self._report
        if self._job.output:
            self._leave_out_taken(record)
            self._count_left_over(record)
            report.unchanged = 0 if self._job.afresh else sum(map(record.has, self._rows))
        report.would_make = len(self._rows) - report.unchanged
        report.needs = count_needs(self._rows)

    def make(self) -> None:
        """Make the files, the stack and the roster of what was left out."""
        job, report = self._job, self._report
        self._check_places()
        make_folder(job.folder)
        try:
            with open_record(job.folder) as record:
                self._make(record)
                if self._wrong:
                    report.rejected_rows = len(self._wrong)
                    around = None if job.plan else self._maker.run.files
                    report.rejected = write_rejected(
                        self._roster, self._wrong, folder=job.folder, around=around
                    )
                    report.rejected_with = job.own_folders
            if job.sheet_plan:
                self._write_sheets(job.sheet_plan)
        except OSError as error:
            raise ContentError([unwritable(job.folder, error)]) from error
        report.needs = count_needs(one for one in self._rows if one.row not in self._wrong)
        if job.printer is not None and report.stacks:
            tray = job.sheet_plan.printer.tray if job.sheet_plan else None
            print_stacks(self._printed, job.queue, tray=tray or "")

    def _write_sheets(self, plan: SheetPlan) -> None:
        """Write the sheets of each stack beside it; they are what is printed."""
        stacks, self._printed = self._printed, {}
        for path, (paper, _) in stacks.items():
            target = sheets_path(path)
            draft = Draft(target.parent, target.name)
            try:
                sheets = write_sheets(path, draft.file, plan)
                draft.place(target)
            except BaseException:
                draft.discard()
                raise
            click.echo(spelt_out(told(path, sheets)), err=True)
            self._printed[target] = paper, sheets.flip

    def _make(self, record: Record) -> None:
        job, roster, today = self._job, self._roster.path, self._maker.run.today
        record.say_how(roster, job.said)
        if job.output:
            self._leave_out_taken(record)
            record.begin(roster, today=today)
            self._make_files(record)
            self._count_left_over(record)
        for media, plan in self._stack_plans().items():
            self._make_stack(record, plan, media)
        self._report.older_stacks += self._other_stacks(record)
        if job.output:
            record.end(roster, today=today)

    def _make_files(self, record: Record) -> None:
        todo = [one for one in self._rows if self._job.afresh or not record.has(one)]
        self._report.unchanged = len(self._rows) - len(todo)
        self._progress = Progress(len(todo))
        count = worker_count(self._job.workers, len(todo))
        for outcome in make_files(self._workers, self._tasks(todo), count=count, record=record):
            self._report.made += self._tell(outcome)
        self._progress.clear()
        self._refuse_changed(record, todo)

    def _stack_plans(self) -> dict[Media, StackPlan]:
        return self._job.stack.by_media(self._rows) if self._job.stack else {}

    def _other_stacks(self, record: Record) -> Iterator[Path]:
        """Yield the stacks of an earlier run over this roster for papers that it no longer has."""
        plan, written = self._job.stack, self._report.stacks
        if plan and written and not self._job.selection.is_part:
            media = (Media(paper, edge) for paper in MEDIA for edge in get_args(FlipEdge))
            for path in (plan.target, *(plan.of_media(one).target for one in media)):
                if (
                    path not in written
                    and path.is_file()
                    and record.is_stack_of(path, self._roster.path.name)
                ):
                    yield path

    def _make_stack(self, record: Record, plan: StackPlan, media: Media) -> None:
        # Who could not be printed as a file cannot be printed here either.
        rows = [one for one in self._rows if plan.media(one) == media]
        todo = [one for one in rows if one.row not in self._wrong]
        stack = StackWriter(plan, self._maker, folder=self._job.folder)
        self._progress = Progress(len(todo))
        try:
            record.begin_stack(plan.target, self._roster.path)
            with closing(stack.write(self._tasks(todo), left_out=sorted(self._wrong))) as outcomes:
                for outcome in outcomes:
                    self._report.stacked += self._tell(outcome)
        except OSError as error:
            raise ContentError([unwritable(plan.target, error)]) from error
        self._progress.clear()
        self._refuse_changed(record, [])
        record.add(stack.entries())
        for warning in stack.warnings:
            click.echo(spelt_out(warning), err=True)
        self._report.stacks += stack.paths
        self._printed |= dict.fromkeys(stack.paths, (media.paper, plan.flip))
        if not (stack.paths and self._job.selection.is_part):
            self._report.older_stacks += plan.older(stack.paths)

    def _check_places(self) -> None:
        """Raise ContentError where the stack can go nowhere, or to no printer."""
        job = self._job
        for plan in self._stack_plans().values():
            check_stack(plan, self._rows, self._job, roster=self._roster.path.name)
            if job.printer is not None:
                find_printing(plan.target, job.queue)

    def _leave_out_taken(self, record: Record) -> None:
        """Leave out rows whose file is another person's; raise ContentError where none may be left out."""
        roster = self._roster.path.name
        unknown = [] if self._job.force else [one for one in self._rows if not record.is_persons(one, roster)]
        taken = taken_by_others(self._maker, self._tasks(unknown), record)
        wrong = {row: [problem] for row, problem in taken}
        problems = [problem for found in wrong.values() for problem in found]
        if wrong and not self._job.skip_bad:
            raise ContentError(problems if self._job.as_json else self._roster.gathered(problems))
        _echo(problems, self._job)
        self._wrong |= wrong
        self._report.problems += problems
        self._rows = [one for one in self._rows if one.row not in wrong]

    def _refuse_changed(self, record: Record, rows: Iterable[CheckedRow]) -> None:
        """Raise ContentError where the content was written to after the rows were checked."""
        try:
            self._maker.refuse_changed(self._stamp)
        except ContentError:
            record.doubt(rows, self._roster.path)
            raise

    def _count_left_over(self, record: Record) -> None:
        if not self._job.selection.is_part:
            files = {one.file for one in self._rows}
            self._report.left_over = record.left_over(self._roster.path.name, files)

    def _tasks(self, checked: Sequence[CheckedRow]) -> Iterator[RowTask]:
        return self._job.selection.tasks(checked, self._roster)

    def _tell(self, outcome: Outcome) -> bool:
        """Take in what became of a row, and return whether it was printed."""
        number, problems = outcome.row, outcome.problems
        if problems and number not in self._wrong:
            self._progress.clear()
            _echo(problems, self._job)
        if problems:
            self._report.problems += problems
            self._wrong[number] = [*problems]
        self._progress.step()
        return not problems
