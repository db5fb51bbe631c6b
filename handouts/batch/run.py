"""Make the files of a run: rows go to workers, and what they made is put in its place and recorded."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from handouts.batch.record import Record, entry_of
from handouts.batch.row_maker import RowMaker, RowTask
from handouts.batch.workers import Workers
from handouts.files import keep_names, make_safe, sweep, way_out, write_aside
from handouts.problems import ContentError, Problem

# Rows that a worker is given at a time.
ROWS_AT_A_TIME = 8

# Files that are made safe on the disk at once: it does many in the time of one.
FILES_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class FileAside:
    """A handout that lies beside its place: its hidden file, its hash and its code."""

    name: str
    sha256: str
    code: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row of the roster: a handout, or problems, for which the run may have to stop."""

    row: int
    problems: Sequence[Problem] = ()
    must_stop: bool = False


Result = FileAside | Outcome


def make_files(
    workers: Workers[RowMaker], tasks: Iterable[RowTask], *, count: int, record: Record
) -> Iterator[Outcome]:
    """Yield what becomes of each row, made by `count` workers into the folder of the record.

    A file is safe on the disk before it is recorded, recorded before it is in its place, and there before its
    outcome is told. Raises WorkerLost, and ContentError where nothing more can be written.
    """
    folder, maker = record.folder, workers.tool
    sweep(folder)
    made = workers.map(partial(_make, folder=folder), tasks, workers=count, at_a_time=ROWS_AT_A_TIME)
    try:
        with ThreadPoolExecutor(FILES_AT_ONCE) as threads:
            for some in made:
                asides = [(task, one) for task, one in some if isinstance(one, FileAside)]
                _put_in_place(asides, maker, record=record, threads=threads)
                yield from (_outcome(task, result, maker) for task, result in some)
    finally:
        made.close()
        workers.stop()
        sweep(folder)


def _make(maker: RowMaker, task: RowTask, *, folder: Path) -> Result:
    """Write the file of a row beside its place."""
    row, target = task.checked.row, folder / task.checked.file
    try:
        with maker.program_faults_told(task):
            one = maker.lay_out(task)
            content = maker.write(one)
        maker.keep_plan(one, folder)
        aside = write_aside(content, target)
    except ContentError as error:
        return Outcome(row, error.problems)
    except OSError as error:
        return Outcome(row, [unwritable(target, error)], must_stop=True)
    return FileAside(aside.name, sha256(content).hexdigest(), one.code)


def _put_in_place(
    asides: Sequence[tuple[RowTask, FileAside]], maker: RowMaker, *, record: Record, threads: Executor
) -> None:
    """Make the files that lie aside safe, all at once, then record them and put them in their places."""
    folder = record.folder
    try:
        paths = [folder / aside.name for _, aside in asides]
        # A thread is only worth its turn where there is more than one to wait for.
        list((threads.map if len(paths) > 1 else map)(make_safe, paths))
        record.add(
            entry_of(task.checked, maker, file=task.checked.file, sha256=aside.sha256, code=aside.code)
            for task, aside in asides
        )
        for task, aside in asides:
            (folder / aside.name).replace(folder / task.checked.file)
        keep_names(folder)
    except OSError as error:
        raise ContentError([unwritable(folder, error)]) from error


def _outcome(task: RowTask, result: Result | None, maker: RowMaker) -> Outcome:
    """Return what became of a row; raise ContentError where nothing more can be written."""
    number = task.checked.row
    if result is None:
        message = "the worker that made this handout ended without a word; the memory may be too small."
        return Outcome(number, [maker.run.roster.problem(number, 0, message, "Run it again.")])
    if isinstance(result, FileAside):
        return Outcome(number)
    if result.must_stop:
        raise ContentError(result.problems)
    return result


def unwritable(path: Path, error: OSError) -> Problem:
    """Return why nothing more can be written, and that nothing is lost."""
    reason = (error.strerror or str(error)).lower()
    hint = f"{way_out(error)} What is made is safe: run the same command again.".lstrip()
    return Problem(path, 0, 0, f"this cannot be written: {reason}.", hint)
