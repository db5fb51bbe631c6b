"""Give tasks to worker processes, a few to each at a time, so that nothing piles up anywhere.

Each worker has a pipe of its own and ends when the other end of it is gone, however this process ended. A
worker that is lost costs one task; the process pool of the standard library would give up all of them.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Tool = TypeVar("Tool")
Task = TypeVar("Task")
Result = TypeVar("Result")

# A worker takes about a second to start, in which one process makes a few dozen handouts.
FEWEST_EACH = 50


class WorkerLost(Exception):
    """The last worker ended without a word, for instance because the memory was full."""


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worker_count(asked: int | None, tasks: int) -> int:
    """Return how many workers there are: as many as are asked for, else as are worth their start.

    There is at most one to a processor, and one to a task.
    """
    worth = min(asked, tasks) if asked else tasks // FEWEST_EACH
    return max(1, min(processors(), worth))


@dataclass(eq=False, slots=True)
class _Worker:
    """A process, this end of its pipe, and the tasks it has, in the order in which it does them."""

    process: BaseProcess
    connection: "Connection[Any, Any]"
    tasks: deque[Any] = field(default_factory=deque)


class Workers(Generic[Tool]):
    """This process and the workers it starts, each with a tool of its own that is sent to it once."""

    def __init__(self, tool: Tool) -> None:
        """Begin with this process alone."""
        self.tool = tool
        self._workers: list[_Worker] = []

    def __enter__(self) -> "Workers[Tool]":
        """Return the workers."""
        return self

    def __exit__(self, *failure: object) -> None:
        """Let all workers end, and wait until they have."""
        self.stop()

    def map(
        self,
        work: Callable[[Tool, Task], Result],
        tasks: Iterable[Task],
        *,
        workers: int,
        at_a_time: int = 1,
    ) -> Generator[Sequence[tuple[Task, Result | None]]]:
        """Yield what is done, a few at a time: tasks with their results, or None where a worker was lost.

        One worker is this process, and yields each as it comes. More are started for the second task, since
        the first may be the only one. Raises WorkerLost when none is left.
        """
        left = iter(tasks)
        here = left if workers == 1 else islice(left, 0 if self._workers else 1)
        yield from ([(task, work(self.tool, task))] for task in here)
        if second := [*islice(left, 1)]:
            self.start(workers)
            yield from _SharedTasks(self._workers, work, chain(second, left), at_a_time).results()

    def start(self, workers: int) -> None:
        """Let there be so many workers at least, while this process goes on."""
        self._workers += [_started(self.tool) for _ in range(workers - len(self._workers))]

    def stop(self) -> None:
        """Let all workers end, and wait until they have."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _started(tool: object) -> _Worker:
    # A new interpreter on every system: a copy of this process would hold its files and locks open.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, tool), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


class _SharedTasks:
    """Tasks that several workers share; what a lost worker had not begun goes to others."""

    def __init__(
        self, workers: list[_Worker], work: Callable[..., Any], tasks: Iterator[Any], at_a_time: int
    ) -> None:
        self._workers = workers
        self._work = work
        self._tasks = tasks
        self._at_a_time = at_a_time
        self._given_back: deque[Any] = deque()

    def results(self) -> Generator[list[tuple[Any, Any]]]:
        done: list[tuple[Any, Any]] = []
        while busy := self._busy():
            ready: list[Any] = wait([*busy])
            done += [self._result_of(busy[connection]) for connection in ready]
            if len(done) >= self._at_a_time:
                yield done
                done = []
        yield done
        if self._next():
            raise WorkerLost

    def _busy(self) -> dict[Any, _Worker]:
        for worker in self._workers:
            if not worker.tasks:
                self._give(worker)
        return {worker.connection: worker for worker in self._workers if worker.tasks}

    def _give(self, worker: _Worker) -> None:
        if tasks := self._next():
            worker.tasks.extend(tasks)
            # A worker that is gone is noticed when its result is waited for.
            with suppress(OSError):
                worker.connection.send((self._work, tasks))

    def _next(self) -> list[Any]:
        again = [self._given_back.popleft() for _ in range(min(self._at_a_time, len(self._given_back)))]
        return again or [*islice(self._tasks, self._at_a_time)]

    def _result_of(self, worker: _Worker) -> tuple[Any, Any]:
        task = worker.tasks.popleft()
        try:
            result = worker.connection.recv()
        except (EOFError, OSError):
            self._given_back += worker.tasks
            self._workers.remove(worker)
            worker.process.join()
            return task, None
        # More goes out before the result is looked at, so that the worker need not wait.
        if not worker.tasks:
            self._give(worker)
        return task, result


def _serve(connection: "Connection[Any, Any]", tool: object) -> None:
    # Ctrl-C, and the end of a terminal, reach every process; the first one decides what happens.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    try:
        while True:
            work, tasks = connection.recv()
            for task in tasks:
                connection.send(work(tool, task))
    except (EOFError, OSError):
        return
