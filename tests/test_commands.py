"""The program itself: help, versions, completion, and how little it loads."""

import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete
from commands import handouts

from handouts import __version__
from handouts.commands import COMMANDS, main

ENGINES = (
    "pydantic",
    "yaml",
    "reportlab",
    "babel",
    "PIL",
    "pypdfium2",
    "handouts.library.content",
    "handouts.compose",
)
OF_COMMANDS = [f".{name.replace('-', '_')}" for name in COMMANDS]


def offered(*typed: str) -> list[str]:
    """Return what the shell offers for the last word."""
    *words, incomplete = typed
    shell = ShellComplete(main, {}, "handouts", "_HANDOUTS_COMPLETE")
    return [item.value for item in shell.get_completions(list(words), incomplete)]


def modules_after(code: str) -> set[str]:
    """Return the modules that a new process has loaded after some code."""
    code += "\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def loaded_by(code: str) -> set[str]:
    """Return the engines that a new process has loaded after some code."""
    return set(ENGINES) & modules_after(code)


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(option: str) -> None:
    told = handouts(option).stdout
    assert [name for name in COMMANDS if f"  {name} " not in told] == []
    assert "Exit codes" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_under_both_names(name: str) -> None:
    assert handouts(name, "-h").stdout == handouts(name, "--help").stdout
    assert handouts(name, "-h").stdout.startswith(f"Usage: handouts {name}")


def test_the_version_is_told() -> None:
    assert handouts("--version").stdout == f"handouts, version {__version__}\n"


def test_an_unknown_command_gets_the_nearest_right_word() -> None:
    result = handouts("mak")
    assert result.exit_code == 2
    assert "make" in result.stderr


def test_help_loads_no_engine() -> None:
    help_of_all = "".join(f"\nmain(['{name}', '--help'], standalone_mode=False)" for name in COMMANDS)
    assert loaded_by(f"from handouts.commands import main{help_of_all}") == set()


def test_help_loads_the_commands_alone() -> None:
    helped = modules_after("from handouts.commands import main\nmain(['--help'], standalone_mode=False)")
    own = {name for name in helped if name.startswith("handouts.")}
    assert own == {
        f"handouts.commands{name}" for name in ("", ".options", ".password", ".sheets", *OF_COMMANDS)
    }
    assert "dataclasses" not in helped


def test_the_help_of_a_command_loads_that_command_alone() -> None:
    helped = modules_after(
        "from handouts.commands import main\nmain(['make', '--help'], standalone_mode=False)"
    )
    assert {name for name in OF_COMMANDS if f"handouts.commands{name}" in helped} == {".make"}


def test_completion_loads_no_engine() -> None:
    code = "from click.shell_completion import ShellComplete\nfrom handouts.commands import main\n"
    code += "ShellComplete(main, {}, 'handouts', 'X').get_completions(['make', '--exercise'], 'heel')"
    assert loaded_by(code) == set()


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        (("ma",), "make"),
        (("make", "--condition", "sol"), "soleus-trigger-points"),
        (("make", "--exercise", "heel"), "heel-raise"),
        (("make", "-l", ""), "plan-sheet"),
        (("make", "--language", ""), "en"),
        (("make", "--paper", "l"), "letter"),
        (("new", "plan.yaml", "--exercise", "bent"), "bent-knee-wall-stretch"),
        (("show", "pl"), "plantaris"),
        (("list", "ex"), "exercises"),
        (("schema", "pl"), "plan"),
    ],
)
def test_the_shell_is_offered_ids(typed: tuple[str, ...], among: str) -> None:
    assert among in offered(*typed)
    assert all(one.startswith(typed[-1]) for one in offered(*typed))
