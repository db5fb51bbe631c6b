"""Make the files of a run: rows go to workers, and what they made is put in its place and recorded."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from handouts import __version__
from handouts.batch.pool import Crew
from handouts.batch.record import Entry, Record
from handouts.batch.row_maker import CheckedRow, RowMaker, RunOptions
from handouts.batch.table import Row
from handouts.files import make_safe, sweep, write_aside
from handouts.problems import ContentError, Problem

# Rows that a worker is given at a time.
HANDFUL = 8

# Files that are made safe on the disk at once: it does many in the time of one.
MOST_AT_ONCE = 8

CHANGED = "the roster, the content or the clinic was changed while this row was printed."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row, and what stood for all its handout is made from when the row was checked."""

    row: Row
    key: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A handout that lies beside its place: its hidden file, its hash and its code."""

    name: str
    sha256: str
    code: str


@dataclass(frozen=True, slots=True)
class Failed:
    """What is wrong with a row that was thought to be right."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Unwritable:
    """Why a file cannot be written; the run must stop."""

    problem: Problem


Result = Aside | Failed | Unwritable


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: a file, or problems."""

    ticket: CheckedRow
    problems: tuple[Problem, ...] = ()


def make_files(
    crew: Crew[RowMaker],
    folder: Path,
    *,
    rows: Iterable[tuple[CheckedRow, Row | None]],
    record: Record,
    workers: int,
) -> Iterator[Outcome]:
    """Yield what becomes of each row, None standing for one that is gone from the roster.

    A file is safe on the disk before it is in its place, there before it is recorded, and recorded before its
    outcome is told. Raises WorkerLost, and ContentError where nothing more can be written.
    """
    tickets: dict[int, CheckedRow] = {}
    gone: list[CheckedRow] = []

    def wanted() -> Iterator[Wanted]:
        for ticket, row in rows:
            if row is None:
                gone.append(ticket)
            else:
                tickets[row.number] = ticket
                yield Wanted(row, ticket.key)

    sweep(folder)
    done = crew.map(partial(_make, folder=folder), wanted(), workers=workers, handful=HANDFUL)
    try:
        with ThreadPoolExecutor(MOST_AT_ONCE) as threads:
            for some in done:
                results = [(tickets.pop(one.row.number), result) for one, result in some]
                _put_in_place(results, crew.tool, record=record, threads=threads)
                yield from (_outcome(*one, press=crew.tool) for one in results)
        yield from (Outcome(ticket, (changed(ticket, crew.tool.run),)) for ticket in gone)
    finally:
        done.close()
        crew.dismiss()
        sweep(folder)


def _make(press: RowMaker, wanted: Wanted, *, folder: Path) -> Result:
    """Write the file of a row beside its place."""
    row = wanted.row
    try:
        printed = press.lay_out(row)
        if printed.checked.key != wanted.key:
            return Failed((changed(printed.checked, press.run),))
        content = press.write(printed)
    except ContentError as error:
        return Failed(tuple(error.problems))
    except Exception as error:
        return Failed((unforeseen(row, error, run=press.run),))
    target = folder / printed.checked.file
    try:
        aside = write_aside(content, target)
    except OSError as error:
        return Unwritable(unwritable(target, error))
    return Aside(aside.name, sha256(content).hexdigest(), printed.code)


def changed(ticket: CheckedRow, run: RunOptions) -> Problem:
    """Return what to say of a row that is no longer what was checked."""
    return run.roster.problem(ticket.row, 0, CHANGED, "Run it again.")


def unforeseen(row: Row, error: Exception, *, run: RunOptions) -> Problem:
    """Return what to say of a fault of the program; its own words could hold a name."""
    message = f"this handout could not be made, through a fault in the program ({type(error).__name__})."
    return run.roster.problem(
        row.number, 0, message, "The other rows are not touched by it. Please report it."
    )


def unwritable(path: Path, error: OSError) -> Problem:
    """Return why nothing more can be written, and that nothing is lost."""
    reason = (error.strerror or str(error)).lower()
    hint = "What is made is safe: make room, then run the same command again."
    return Problem(path, 0, 0, f"this cannot be written: {reason}.", hint)


def _put_in_place(
    results: Iterable[tuple[CheckedRow, Result | None]], press: RowMaker, *, record: Record, threads: Executor
) -> None:
    """Make the files that lie aside safe, all at once, then put them in their places and record them."""
    asides = [(ticket, result) for ticket, result in results if isinstance(result, Aside)]
    try:
        paths = [record.folder / aside.name for _, aside in asides]
        # A thread is only worth its turn where there is more than one to wait for.
        list((threads.map if len(paths) > 1 else map)(make_safe, paths))
        for ticket, aside in asides:
            (record.folder / aside.name).replace(record.folder / ticket.file)
        record.add(_entry_of_file(ticket, aside, press) for ticket, aside in asides)
    except OSError as error:
        raise ContentError([unwritable(record.folder, error)]) from error


def _outcome(ticket: CheckedRow, result: Result | None, press: RowMaker) -> Outcome:
    """Return what became of a row; raise ContentError where nothing more can be written."""
    if result is None:
        message = "the worker that made this handout ended without a word; the memory may be too small."
        return Outcome(ticket, (press.run.roster.problem(ticket.row, 0, message, "Run it again."),))
    if isinstance(result, Unwritable):
        raise ContentError([result.problem])
    return Outcome(ticket, result.problems if isinstance(result, Failed) else ())


def _entry_of_file(ticket: CheckedRow, aside: Aside, press: RowMaker) -> Entry:
    return entry_of(
        ticket,
        press.run.roster.path.name,
        file=ticket.file,
        sha256=aside.sha256,
        code=aside.code,
        content=press.content,
    )


def entry_of(
    ticket: CheckedRow, roster: str, *, file: str, sha256: str, code: str, content: str, pages: str = ""
) -> Entry:
    """Return the line of the record for a handout."""
    return Entry(
        row=ticket.row,
        id=ticket.id,
        file=file,
        sha256=sha256,
        key=ticket.key,
        code=code,
        roster=roster,
        content=content,
        layout=ticket.layout,
        program=__version__,
        pages=pages,
    )
