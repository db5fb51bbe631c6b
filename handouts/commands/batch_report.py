"""How far a run is, and what came of it: one line while it goes on, a sentence or JSON at the end."""

import sys
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from handouts.batch.tally import MOST_NAMED, NeedCount
from handouts.commands.report import counted, echo_json, problem_objects, spelt_out
from handouts.problems import Problem, listed

REFRESH_SECONDS = 0.2
LINES = 10
# The rate is that of the last so many lines, since the first handouts take longest.
RECENT = 10


@dataclass
class Report:
    """Counts of handouts, the problems of rows that were not printed, and the paths of what was written."""

    made: int = 0
    unchanged: int = 0
    stacked: int = 0
    problems: list[Problem] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)
    stacks: list[Path] = field(default_factory=list)
    older_stacks: list[Path] = field(default_factory=list)
    rejected: Path | None = None
    rejected_with: Sequence[str] = ()
    rejected_rows: int = 0
    would_make: int | None = None
    needs: Sequence[NeedCount] = ()

    @property
    def exit_code(self) -> int:
        """1 where any row was not printed."""
        return int(bool(self.problems))

    def echo(self, folder: Path, *, as_json: bool) -> None:
        """Print where the handouts are on stdout and the rest on stderr, or all of it as JSON on stdout."""
        if as_json:
            echo_json(self._data(folder))
            return
        for name in self.left_over:
            click.echo(
                spelt_out(f"{folder / name}: an earlier run made this; no row makes it now."), err=True
            )
        for path in self.older_stacks:
            click.echo(spelt_out(f"{path}: an earlier run made this, not this one."), err=True)
        click.echo(self._summary(), err=True)
        for one in self.needs:
            click.echo(_said_of_need(one), err=True)
        if self.would_make is None:
            for path in self.stacks or [folder]:
                click.echo(spelt_out(path))
        if self.rejected:
            more = f", with {listed(self.rejected_with, last='and')}" if self.rejected_with else ""
            click.echo(spelt_out(f"Mend {self.rejected} and run it like the roster{more}."), err=True)

    def _summary(self) -> str:
        parts = [f"{counted(self.made, 'handout')} made"] if self.made or not self.stacked else []
        parts += [f"{counted(self.stacked, 'handout')} stacked"] if self.stacked else []
        if self.would_make is not None:
            parts = [f"{counted(self.would_make, 'handout')} would be made"]
        parts += [f"{self.unchanged} unchanged"] if self.unchanged else []
        parts += [f"{counted(self.rejected_rows, 'row')} left out"] if self.rejected_rows else []
        left_over = len(self.left_over) + len(self.older_stacks)
        parts += [f"{counted(left_over, 'file')} left over"] if left_over else []
        return ", ".join(parts)

    def _data(self, folder: Path) -> dict[str, object]:
        return {
            "folder": str(folder),
            "made": self.made,
            "unchanged": self.unchanged,
            "stacked": self.stacked,
            "would_make": self.would_make,
            "left_out": self.rejected_rows,
            "left_over": [*self.left_over, *map(str, self.older_stacks)],
            "stacks": [str(path) for path in self.stacks],
            "rejected": str(self.rejected) if self.rejected else None,
            "needs": {one.need: {"people": one.people, "unmet": one.unmet} for one in self.needs},
            "problems": problem_objects(self.problems),
        }


def _said_of_need(one: NeedCount) -> str:
    need, more = one.need.replace("-", " "), "" if len(one.unmet) <= MOST_NAMED else " …"
    rows = f"row{'s' * (len(one.unmet) > 1)} {', '.join(map(str, one.unmet[:MOST_NAMED]))}{more}"
    whose = (
        f"{counted(one.people, 'person').replace('persons', 'people')} need{'s' * (one.people == 1)} {need}"
    )
    return f"{whose}: {f'not printed so for {rows}' if one.unmet else 'printed so'}."


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
        duration = f"{left:.0f} s" if left < 120 else f"{left / 60:.0f} min"
        return f"{self._done} of {self._total}, {rate:.0f} a second, {duration} left"
