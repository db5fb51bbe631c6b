"""The README tells of every command and option, and its examples work."""

import re
from pathlib import Path

import click
import pytest

from handouts.commands import COMMANDS, main
from handouts.library import CONTENT
from handouts.library.content import Library
from handouts.library.layouts import read_layout
from handouts.library.plans import check_plan
from handouts.source import parse_source

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_of(name: str) -> None:
    assert f"`handouts {name}" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told_of(name: str) -> None:
    options = [option for one in command(name).params for option in one.opts if option.startswith("-")]
    assert [option for option in options if f"`{option}" not in README] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [one for one in command(name).params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []


def test_the_example_of_a_plan_is_one() -> None:
    plan = check_plan(parse_source(EXAMPLES[0], Path("README.md")), Library(CONTENT))
    assert plan.patient is not None
    assert plan.patient.id == "4711"


def test_the_example_of_a_layout_is_one(tmp_path: Path) -> None:
    path = tmp_path / "our-clinic.yaml"
    path.write_text(EXAMPLES[1], "utf-8")
    assert read_layout(path, [ROOT / "layouts"]).colours.accent == "#0B3D68"


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_tests_are_set_up_as_the_readme_says() -> None:
    first = "python3 -m venv .venv\n.venv/bin/pip install -q -c constraints.txt -e '.[dev]'\n"
    assert first in (ROOT / ".ci" / "run").read_text("utf-8")
    assert first.replace("\n", " && ").replace(" -q", "") in README


@pytest.mark.parametrize("condition", Library(CONTENT).ids("conditions"))
def test_every_condition_is_in_the_readme(condition: str) -> None:
    assert f"`{condition}`" in README
