"""Give tasks to worker processes, one to each at a time, so that nothing piles up anywhere.

Each worker has a pipe of its own and ends when the other end of it is gone, however this process ended.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Setting = TypeVar("Setting")

# A worker takes about a second to start, in which one process makes a few dozen handouts.
FEWEST_EACH = 50


class WorkerLost(Exception):
    """The last worker ended without a word, for instance because the memory was full."""


@dataclass
class _Worker:
    process: BaseProcess
    connection: "Connection[Any, Any]"


def worker_count(asked: int | None, tasks: int) -> int:
    """Return how many workers are worth their start, if none were asked for: at most one to a processor."""
    if asked:
        return asked
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, tasks // FEWEST_EACH))


def run_tasks(
    begin: Callable[[Setting], Callable[[Task], Result]],
    setting: Setting,
    *,
    tasks: Iterable[Task],
    workers: int,
) -> Generator[tuple[Task, Result | None]]:
    """Yield each task with its result, as they come, or with None where its worker was lost.

    `begin` is called once by each worker and returns what does a task. Raises WorkerLost when none is left.
    """
    if workers == 1:
        work = begin(setting)
        yield from ((task, work(task)) for task in tasks)
        return
    crew = [_start(begin, setting) for _ in range(workers)]
    try:
        yield from _hand_out(iter(tasks), crew)
    finally:
        for worker in crew:
            worker.connection.close()
        for worker in crew:
            worker.process.join()


def _start(begin: Callable[[Setting], Callable[[Any], Any]], setting: Setting) -> _Worker:
    # A new interpreter on every system: a copy of this process would hold its files and locks open.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, begin, setting), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _hand_out(tasks: Iterator[Task], crew: list[_Worker]) -> Generator[tuple[Task, Any]]:
    busy: dict[Any, Task] = {}
    for worker in crew:
        _send_next(tasks, worker.connection, busy)
    while busy:
        ready: list[Any] = wait([*busy])
        for connection in ready:
            task = busy.pop(connection)
            try:
                result = connection.recv()
            except (EOFError, OSError):
                yield task, None
                continue
            # The next task goes out before the result is looked at, so that the worker need not wait.
            _send_next(tasks, connection, busy)
            yield task, result
    if next(tasks, None) is not None:
        raise WorkerLost


def _send_next(tasks: Iterator[Task], connection: Any, busy: dict[Any, Task]) -> None:
    for task in tasks:
        busy[connection] = task
        # A worker that is gone is noticed when its result is waited for.
        with suppress(OSError):
            connection.send(task)
        return


def _serve(
    connection: "Connection[Any, Any]", begin: Callable[[Setting], Callable[[Any], Any]], setting: Setting
) -> None:
    # Ctrl-C reaches every process; the first one decides what happens.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = begin(setting)
    try:
        while True:
            connection.send(work(connection.recv()))
    except (EOFError, OSError):
        return
