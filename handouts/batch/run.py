"""Make the files of a run: rows go to workers, and what they made is put in its place and recorded."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from handouts import __version__
from handouts.batch.pool import WorkerLost, run_tasks
from handouts.batch.press import Press, Printed, Setting, Ticket
from handouts.batch.record import Entry, Record
from handouts.batch.table import Row
from handouts.pdf.write import sweep, write_aside
from handouts.problems import ContentError, Problem

CHANGED = "the roster, the content or the clinic was changed while this row was printed."


@dataclass(frozen=True, slots=True)
class Aside:
    """A handout that lies beside its place: its hidden file, its hash and its code."""

    ticket: Ticket
    path: Path
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

    ticket: Ticket
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Shop:
    """Where a worker writes, and all it needs to know."""

    setting: Setting
    folder: Path


def make_files(
    shop: Shop, press: Press, *, rows: Iterable[tuple[Ticket, Row]], record: Record, workers: int
) -> Iterator[Outcome]:
    """Yield what becomes of each row; raise ContentError where nothing more can be written.

    A file is in its place before it is recorded, and recorded before its outcome is told.
    """
    tickets: dict[int, Ticket] = {}

    def tasks() -> Iterator[Row]:
        for ticket, row in rows:
            tickets[row.number] = ticket
            yield row

    sweep(shop.folder)
    results = run_tasks(begin_making, shop, tasks=tasks(), workers=workers)
    try:
        for row, result in results:
            yield _outcome(tickets.pop(row.number), result, shop, record=record, content=press.content)
    except WorkerLost:
        message = "all workers ended without a word; the memory may be too small."
        raise ContentError(
            [Problem(shop.folder, 0, 0, message, "Give fewer `--workers` and run it again.")]
        ) from None
    finally:
        results.close()
        sweep(shop.folder)


def begin_making(shop: Shop) -> Callable[[Row], Result]:
    """Return what makes the file of a row."""
    press = Press(shop.setting)

    def make(row: Row) -> Result:
        try:
            printed = press.print(row)
            return _written(printed, press.pdf(printed), folder=shop.folder)
        except ContentError as error:
            return Failed(tuple(error.problems))
        except Exception as error:
            return Failed((unforeseen(row, error, setting=shop.setting),))

    return make


def changed(ticket: Ticket, setting: Setting) -> Problem:
    """Return what to say of a row that is no longer what was checked."""
    return setting.roster.problem(ticket.row, 0, CHANGED, "Run it again.")


def unforeseen(row: Row, error: Exception, *, setting: Setting) -> Problem:
    """Return what to say of a fault of the program; its own words could hold a name."""
    message = f"this handout could not be made, through a fault in the program ({type(error).__name__})."
    return setting.roster.problem(
        row.number, 0, message, "The other rows are not touched by it. Please report it."
    )


def _written(printed: Printed, content: bytes, *, folder: Path) -> Result:
    target = folder / printed.ticket.file
    try:
        aside = write_aside(content, target)
    except OSError as error:
        return Unwritable(_unwritable(target, error))
    code = printed.handout.origin.code if printed.handout.origin else ""
    return Aside(printed.ticket, aside, sha256(content).hexdigest(), code)


def _unwritable(path: Path, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    hint = "What is made is safe: make room, then run the same command again."
    return Problem(path, 0, 0, f"this cannot be written: {reason}.", hint)


def _outcome(ticket: Ticket, result: Result | None, shop: Shop, *, record: Record, content: str) -> Outcome:
    roster = shop.setting.roster
    if result is None:
        message = "the worker that made this handout ended without a word; the memory may be too small."
        return Outcome(ticket, (roster.problem(ticket.row, 0, message, "Run it again."),))
    if isinstance(result, Unwritable):
        raise ContentError([result.problem])
    if isinstance(result, Failed):
        return Outcome(ticket, result.problems)
    if result.ticket.key != ticket.key:
        result.path.unlink(missing_ok=True)
        return Outcome(ticket, (changed(ticket, shop.setting),))
    try:
        result.path.replace(shop.folder / ticket.file)
        record.add(
            entry_of(
                ticket,
                roster.path.name,
                file=ticket.file,
                sha256=result.sha256,
                code=result.code,
                content=content,
            )
        )
    except OSError as error:
        raise ContentError([_unwritable(shop.folder / ticket.file, error)]) from error
    return Outcome(ticket)


def entry_of(
    ticket: Ticket, roster: str, *, file: str, sha256: str, code: str, content: str, pages: str = ""
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
