"""What the author of a file must change, and where."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to change in one file; `line` and `column` count from 1, 0 means the whole file.

    `cell` is what a table calls this place: row 7, column `side`.
    """

    path: Path
    line: int
    column: int
    message: str
    hint: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """Return the line that the author reads: place, message and hint."""
        place = f":{self.line}:{self.column}" if self.line else ""
        where = f" {self.cell}" if self.cell else place
        return f"{self.path}{where}: {self.message}" + (f" {self.hint}" if self.hint else "")


class ContentError(Exception):
    """Files that must change before anything can be made; carries every problem found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep the problems, in order."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = list(problems)

    def __reduce__(self) -> tuple[type["ContentError"], tuple[list[Problem]]]:
        """Let a worker process send its problems home; pickle alone would pass on the joined text."""
        return ContentError, (self.problems,)


def file_error(path: Path, message: str, hint: str = "") -> ContentError:
    """Return the error of one problem with a whole file."""
    return ContentError([Problem(path, 0, 0, message, hint)])


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return the question that offers the nearest of `words`, or nothing when none is near."""
    near = nearest(word, words)
    return f"Did you mean `{near}`?" if near else ""


def nearest(word: str, words: Iterable[str]) -> str:
    """Return that of `words` which is nearest to a word, or nothing when none is near."""
    known = list(words)
    longer = [other for other in known if len(word) > 3 and word in other]
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6) or longer
    return near[0] if near else ""


def listed(words: Iterable[str], *, last: str = "or") -> str:
    """Return words in backticks as a list in a sentence: `a`, `b` or `c`."""
    marked = [f"`{word}`" for word in words]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def gather(problems: list[Problem], read: Callable[[], T]) -> T | None:
    """Return what is read, or None with its problems added to the others."""
    try:
        return read()
    except ContentError as error:
        problems += error.problems
        return None
