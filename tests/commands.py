"""Run `handouts` as a user does, in a folder of its own."""

from pathlib import Path

from click.testing import CliRunner, Result

from handouts.commands import PROGRAM_FAULT, main
from handouts.library.content import Library
from handouts.library.plans import check_plan
from handouts.schema.plan import Plan
from handouts.source import read_as_far

PLAN = """\
condition: soleus-trigger-points
patient: {name: Sample Patient, id: "4711"}
date: 2026-11-20
side: left
exercises:
  - heel-raise 3x12 hold 2s
"""


def handouts(*words: str | Path, typed: str | None = None) -> Result:
    """Return what a command printed and its exit code; a traceback fails the test."""
    result = CliRunner().invoke(main, [str(word) for word in words], input=typed, prog_name="handouts")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code != PROGRAM_FAULT, result.stderr
    return result


def made_pdf(*words: str | Path) -> bytes:
    """Return the handout that `make` makes of these words, as `made.pdf`."""
    result = handouts("make", *words, "-o", "made.pdf", "--force")
    assert result.exit_code == 0, result.stderr
    return Path("made.pdf").read_bytes()


# What a roster is laid over: the plan of nobody.
BASE = PLAN.replace('patient: {name: Sample Patient, id: "4711"}\n', "")


def write_plan(text: str = PLAN, name: str = "plan.yaml") -> Path:
    path = Path(name)
    path.write_text(text, "utf-8")
    return path


def read_plan(path: Path, library: Library) -> Plan:
    """Return the checked plan of a file."""
    return check_plan(read_as_far(path), library)


def here() -> set[str]:
    return {path.name for path in Path().iterdir()}
