"""How far a run is: one line that changes on a terminal, a line for each tenth elsewhere."""

import sys
import time
from collections import deque

import click

REFRESH_SECONDS = 0.2
LINES = 10
# The rate is that of the last so many lines, since the first handouts take longest.
RECENT = 10


class Progress:
    """Counts what is done of a number of handouts, and says so on stderr."""

    def __init__(self, total: int) -> None:
        """Begin to count."""
        self._total = total
        self._done = 0
        self._shown = time.monotonic()
        self._recent = deque([(self._shown, 0)], maxlen=RECENT)
        self._lives = sys.stderr.isatty()

    def step(self) -> None:
        """Count one more, and say so when it is time."""
        self._done += 1
        if self._lives:
            now = time.monotonic()
            if now - self._shown >= REFRESH_SECONDS:
                self._shown = now
                click.echo(f"\r\033[K{self._line()}", nl=False, err=True)
        elif (
            self._total >= LINES
            and self._done * LINES // self._total > (self._done - 1) * LINES // self._total
        ):
            click.echo(self._line(), err=True)

    def clear(self) -> None:
        """Make room for another line on a terminal."""
        if self._lives:
            click.echo("\r\033[K", nl=False, err=True)

    def _line(self) -> str:
        now = time.monotonic()
        then, done = self._recent[0]
        rate = (self._done - done) / (now - then) if now > then else 0.0
        self._recent.append((now, self._done))
        left = (self._total - self._done) / rate if rate else 0.0
        return f"{self._done} of {self._total}, {rate:.0f} a second, {_duration(left)} left"


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"
