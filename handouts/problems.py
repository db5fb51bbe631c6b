"""What the author of a file must change, and where."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to change in one file; `line` and `column` count from 1, 0 means the whole file."""

    path: Path
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else f"{self.path}"
        return f"{place}: {self.message}" + (f" {self.hint}" if self.hint else "")


class ContentError(Exception):
    """Files that must change before anything can be made; carries every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
