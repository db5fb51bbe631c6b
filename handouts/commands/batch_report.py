"""What came of a run: counted while it goes on, said in one sentence or as JSON at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from handouts.commands.report import counted, echo_json, plain, problem_objects
from handouts.problems import Problem, listed


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
            click.echo(plain(f"{folder / name}: an earlier run made this; no row makes it now."), err=True)
        for path in self.older_stacks:
            click.echo(plain(f"{path}: an earlier run made this, not this one."), err=True)
        click.echo(self._summary(), err=True)
        if self.would_make is None:
            for path in self.stacks or [folder]:
                click.echo(plain(path))
        if self.rejected:
            more = f", with {listed(self.rejected_with, last='and')}" if self.rejected_with else ""
            click.echo(plain(f"Mend {self.rejected} and run it like the roster{more}."), err=True)

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
            "problems": problem_objects(self.problems),
        }
