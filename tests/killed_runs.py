"""Run a batch again and again, each time killed at another moment, until one comes to its end.

python killed_runs.py SEED ARGUMENT...

Every step that changes the folder is a moment: before it, or right after it. Writes how many runs were
killed.
"""

import os
import random
import signal
import sys
from collections.abc import Callable
from typing import Any

# Loaded once, so that each run only has to fork.
import handouts.commands.batch
import handouts.commands.batch_run  # noqa: F401
from handouts.commands import main

STEPS = ("fsync", "replace", "truncate", "ftruncate", "unlink")
MOST_STEPS = 12
MOST_RUNS = 60


def killing(step: Callable[..., Any], countdown: list[int], chance: random.Random) -> Callable[..., Any]:
    """Return a step that kills this process, before or after it is done, when the count is down."""

    def do(*arguments: Any, **options: Any) -> Any:
        countdown[0] -= 1
        after = chance.random() < 0.5
        if countdown[0] < 0 and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        done = step(*arguments, **options)
        if countdown[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    return do


def run(arguments: list[str], seed: int) -> int:
    """Return how a run ended that may have been killed."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    chance = random.Random(seed)
    countdown = [chance.randrange(MOST_STEPS)]
    for name in STEPS:
        setattr(os, name, killing(getattr(os, name), countdown, chance))
    main(arguments)
    return 0


def count_kills(seed: int, arguments: list[str]) -> int:
    """Return how many runs were killed before one came to its end."""
    for kills in range(MOST_RUNS):
        if not os.WIFSIGNALED(run(arguments, seed + kills)):
            return kills
    raise SystemExit("no run came to its end")


sys.stdout.write(f"{count_kills(int(sys.argv[1]), sys.argv[2:])}\n")
