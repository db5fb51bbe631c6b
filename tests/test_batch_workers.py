"""Workers: every task has one result, and a worker that is lost takes one task with it."""

import os
from itertools import chain

import pytest

from handouts.batch.workers import WorkerLost, Workers, worker_count

FATAL = -1


def add(tool: int, task: int) -> tuple[int, int]:
    """Return the sum and where it was made; end without a word at a fatal task."""
    if task == FATAL:
        os._exit(1)
    return tool + task, os.getpid()


def done(tasks: list[int], *, workers: int, at_a_time: int = 3) -> list[tuple[int, tuple[int, int] | None]]:
    with Workers(1000) as started:
        return [*chain.from_iterable(started.map(add, tasks, workers=workers, at_a_time=at_a_time))]


@pytest.mark.parametrize("tasks", [[], [7], [3, 1, 2, 1]])
def test_one_worker_is_this_process_and_keeps_the_order(tasks: list[int]) -> None:
    assert done(tasks, workers=1) == [(task, (1000 + task, os.getpid())) for task in tasks]


def test_each_task_has_its_result_whoever_did_it() -> None:
    tasks = [*range(40)]
    found = done(tasks, workers=2)
    assert sorted(task for task, _ in found) == tasks
    assert all(result and result[0] == 1000 + task for task, result in found)


def test_no_worker_is_started_for_a_single_task() -> None:
    assert done([7], workers=2) == [(7, (1007, os.getpid()))]


def test_workers_stay_for_the_next_tasks() -> None:
    with Workers(1000) as workers:
        first, second = (
            {result[1] for _, result in chain.from_iterable(workers.map(add, range(20), workers=2)) if result}
            for _ in range(2)
        )
    assert os.getpid() in first
    assert second <= first - {os.getpid()}


def test_a_lost_worker_takes_one_task_with_it_and_others_do_the_rest() -> None:
    found = done([0, 1, FATAL, *range(2, 20)], workers=2, at_a_time=8)
    assert [task for task, result in found if result is None] == [FATAL]
    assert sorted(task for task, result in found if result) == [*range(20)]


def test_when_all_workers_are_lost_that_is_said() -> None:
    with pytest.raises(WorkerLost):
        done([0, FATAL, FATAL, *range(20)], workers=2, at_a_time=1)


@pytest.mark.parametrize(("asked", "tasks", "count"), [(3, 1, 1), (1, 99, 1), (None, 99, 1), (None, 0, 1)])
def test_more_workers_are_started_where_they_are_worth_it(asked: int | None, tasks: int, count: int) -> None:
    assert worker_count(asked, tasks) == count


def test_there_are_never_more_workers_than_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handouts.batch.workers.processors", lambda: 4)
    assert [worker_count(asked, 10_000) for asked in (2, 4, 500, None)] == [2, 4, 4, 4]
