"""Hand a stack to the printer, where this computer has CUPS."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from handouts.problems import file_error
from handouts.schema.papers import FlipEdge


class Media(NamedTuple):
    """A paper, and the edge on which a sheet of it is turned over like the leaf of a book."""

    paper: str
    edge: FlipEdge = "long"

    @property
    def name(self) -> str:
        """What tells it from other papers in the name of a file."""
        return self.paper if self.edge == "long" else f"{self.paper}-landscape"


COMMAND = "lp"
STATUS = "lpstat"
# A CUPS on another computer that is off would be waited for far longer; a stack takes a while to be sent.
MOST_SECONDS = 3
MOST_SECONDS_TO_SEND = 120
# What CUPS calls papers.
MEDIA = {"a4": "A4", "letter": "Letter"}


def printers() -> list[str]:
    """Return the names of the printers that take something, the usual one first; none without CUPS."""
    if not (shutil.which(COMMAND) and shutil.which(STATUS)):
        return []
    try:
        known, usual = (_run(STATUS, option).stdout for option in ("-a", "-d"))
    except subprocess.TimeoutExpired:
        return []
    lines = map(str.split, known.splitlines())
    names = [line[0] for line in lines if line[1:2] == ["accepting"]]
    usual = usual.rpartition(": ")[2].strip()
    return sorted(names, key=lambda one: (one != usual, one))


def find_printing(stack: Path, printer: str) -> str:
    """Return the program that prints; raise ContentError where it, or the printer, is not there."""
    found = shutil.which(COMMAND)
    if found is None:
        message = f"it cannot be printed from here: this computer has no `{COMMAND}` (CUPS)."
        hint = "Leave out `--print`, open the stack, and print it without scaling."
        raise file_error(stack, message, hint)
    if shutil.which(STATUS):
        _find_printer(stack, printer)
    return found


def print_stacks(stacks: Mapping[Path, tuple[str, FlipEdge | None]], printer: str, *, tray: str) -> None:
    """Send each file to a printer, for its paper, or to the usual one where it has no name.

    Both sides are printed where there is an edge to flip on, from a tray if one is named. Raises
    ContentError.
    """
    program = find_printing(next(iter(stacks)), printer)
    options = ["-o", "print-scaling=none", *(["-o", f"media-source={tray}"] if tray else [])]
    named = ["-d", printer] if printer else []
    for stack, (paper, flip) in stacks.items():
        sides = f"two-sided-{flip}-edge" if flip else "one-sided"
        own = ("-o", f"sides={sides}", *options, "-o", f"media={MEDIA.get(paper, paper)}")
        try:
            done = _run(program, *named, *own, "--", str(stack), seconds=MOST_SECONDS_TO_SEND)
        except subprocess.TimeoutExpired:
            message = (
                f"it may not be printed: `{COMMAND}` has not answered in {MOST_SECONDS_TO_SEND} seconds."
            )
            raise file_error(stack, message, "Look at the printer before you print it again.") from None
        if done.returncode:
            reason = done.stderr.strip() or f"`{COMMAND}` ended with {done.returncode}"
            raise file_error(stack, f"it was not printed: {reason}")


def _find_printer(stack: Path, printer: str) -> None:
    try:
        if printer:
            done = _run(STATUS, "-a", printer)
            message = f"there is no printer `{printer}` here." if done.returncode else ""
        else:
            usual = _run(STATUS, "-d").stdout
            message = "" if ":" in usual else "no printer is the usual one here."
    except subprocess.TimeoutExpired:
        message = f"the printers do not answer within {MOST_SECONDS} seconds."
    if message:
        raise file_error(stack, message, f"`{STATUS} -a` tells their names.")


def _run(*command: str, seconds: float | None = None) -> "subprocess.CompletedProcess[str]":
    # What is said is read, so it must be in one language.
    environment = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=seconds or MOST_SECONDS
    )
