"""Hand a stack to the printer, where this computer has CUPS."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from handouts.problems import ContentError, Problem

COMMAND = "lp"


def find_printing(stack: Path) -> str:
    """Return the program that prints; raise ContentError where there is none."""
    found = shutil.which(COMMAND)
    if found is None:
        message = f"it cannot be printed from here: this computer has no `{COMMAND}` (CUPS)."
        hint = "Leave out `--print`, open the stack, and print it without scaling."
        raise ContentError([Problem(stack, 0, 0, message, hint)])
    return found


def print_stacks(stacks: Sequence[Path], printer: str, *, duplex: bool) -> None:
    """Send each file to a printer, or to the usual one where it has no name; raise ContentError."""
    program = find_printing(stacks[0])
    sides = "two-sided-long-edge" if duplex else "one-sided"
    options = ["-o", f"sides={sides}", "-o", "print-scaling=none"]
    named = ["-d", printer] if printer else []
    for stack in stacks:
        done = subprocess.run(
            [program, *named, *options, "--", str(stack)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            reason = done.stderr.strip() or f"`{COMMAND}` ended with {done.returncode}"
            raise ContentError([Problem(stack, 0, 0, f"it was not printed: {reason}")])
