"""Whether the handouts and the stack of a run can go where they belong and replace nothing of others."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handouts.batch.record import Record
from handouts.batch.row_maker import CheckedRow, RowMaker, RowTask
from handouts.batch.run import unwritable
from handouts.batch.stack import StackPlan
from handouts.commands.batch_job import BatchJob
from handouts.commands.sheets import sheets_path
from handouts.commands.target import PDF, check_kind
from handouts.files import free_name, holds
from handouts.pdf.finished import is_damaged, is_same_handout, is_stack
from handouts.problems import ContentError, Problem, file_error


def check_stack(plan: StackPlan, rows: Sequence[CheckedRow], job: BatchJob, *, roster: str) -> None:
    """Raise ContentError where a stack would replace something else, or can go nowhere."""
    parts = {plan.part(number) for number in range(1, len(rows) + 2)}
    folder, files = job.output, {one.file for one in rows}
    is_beside = folder is not None and folder.resolve() == plan.target.parent.resolve()
    # The folder of the files need not be there yet.
    if not is_beside or plan.target.parent.exists():
        for path in {plan.target, *(part for part in parts if part.exists())}:
            check_kind(path, PDF)
            _check_stack_owner(path, plan, job, roster)
            if job.sheet_plan:
                _check_sheets_owner(sheets_path(path), job)
    if is_beside and any(part.name in files for part in parts):
        message = "this is the file of a person in the same run."
        raise file_error(plan.target, message, "Choose another name for the stack.")


def _check_sheets_owner(path: Path, job: BatchJob) -> None:
    """Raise ContentError where the sheets of a stack would replace anything but those of another."""
    check_kind(path, PDF)
    if path.exists() and not (is_stack(path) or job.force):
        message = "this is there already, and is not known to be the sheets of a stack."
        raise file_error(path, message, "Take it away, or replace it with `--force`.")


def _check_stack_owner(path: Path, plan: StackPlan, job: BatchJob, roster: str) -> None:
    """Raise ContentError where a stack would replace what is no stack of this roster."""
    is_own = job.record.is_stack_of(plan.target, roster) and is_stack(path)
    if path.exists() and not (is_own or job.force):
        message = "this is there already, and is not known to be a stack of this roster."
        hint = f"Give it another name with `--merge {free_name(path)}`, or replace it with `--force`."
        raise file_error(path, message, hint)


def taken_by_others(
    maker: RowMaker, tasks: Iterable[RowTask], record: Record
) -> Iterator[tuple[int, Problem]]:
    """Yield the rows whose file is there already and is not known to be the same person's."""
    roster = maker.run.roster
    for task in tasks:
        path = record.folder / task.checked.file
        is_ours = record.expects(task.checked, roster.path.name) and is_damaged(path)
        if not (is_ours or _is_same(maker, task, path)):
            name, row = task.checked.file, task.checked.row
            message = f"`{name}` is there already, and does not say that it is this person's handout."
            other = f"choose another folder, such as `{free_name(record.folder)}`"
            hint = f"Give this row an id of its own, {other}, or replace it with `--force`."
            yield row, roster.problem(row, 0, message, hint)


def _is_same(maker: RowMaker, task: RowTask, path: Path) -> bool:
    """Return whether a file that is not in the record says itself that it is of this row."""
    try:
        with maker.program_faults_told(task):
            one = maker.lay_out(task)
            return is_same_handout(path, one.handout) or holds(path, maker.write(one))
    except (ContentError, OSError):
        return False


def make_folder(folder: Path) -> None:
    """Make the folder that is asked for, for its owner alone, in one that is there."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except FileNotFoundError:
        message = f"there is no folder `{folder.parent}`."
        raise file_error(folder, message, "Make it first.") from None
    except FileExistsError:
        raise file_error(folder, "this is a file, not a folder.") from None
    except OSError as error:
        raise ContentError([unwritable(folder, error)]) from error
