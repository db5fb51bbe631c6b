"""Turn problems into lines for people and objects for machines."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import IO, Any

import click

from handouts.problems import Problem

# More than anyone reads before the next try.
MOST_SHOWN = 200


class Refusal(click.ClickException):
    """Problems that end a command: one to a line, in order, and how many."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in order, each once."""
        self.problems = sorted(set(problems))
        more = len(self.problems) - MOST_SHOWN
        lines = [*self.problems[:MOST_SHOWN], *([f"… and {more} more."] if more > 0 else [])]
        super().__init__("\n".join(map(spelt_out, lines)))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the problems to stderr, and their number last."""
        click.echo(self.format_message(), file=file, err=file is None)
        click.echo(counted(len(self.problems), "problem"), file=file, err=file is None)


def spelt_out(line: object) -> str:
    """Return a line in which every character that could steer a terminal is spelt out."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "backslashreplace").decode()
        for sign in str(line)
    )


def counted(number: int, thing: str) -> str:
    """Return a number with its thing: 1 problem, 2 problems."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def problem_objects(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Return problems as plain data; a line of 0 means the whole file."""
    return [{**asdict(problem), "path": str(problem.path)} for problem in sorted(set(problems))]


def echo_json(data: object) -> None:
    """Print data as JSON on stdout."""
    click.echo(json.dumps(data, indent=2))


def echo_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, each as wide as its longest entry."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(spelt_out("  ".join(cells).rstrip()))
