"""`handouts make --watch`: again after every change, whatever is in the files meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from commands import PLAN, handouts, write_plan

from handouts.commands.watch import stamps

pytestmark = pytest.mark.usefixtures("folder")

NAME = "4711-2026-11-20.pdf"


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what takes the place of waiting: one thing to do in each pause, then Ctrl-C."""

    def do(*things: Callable[[], object]) -> None:
        left = iter(things)

        def pause() -> None:
            thing = next(left, None)
            if thing is None:
                raise KeyboardInterrupt
            thing()

        monkeypatch.setattr("handouts.commands.watch.pause", pause)

    return do


def made(*words: str) -> list[str]:
    result = handouts("make", "plan.yaml", "--watch", *words)
    assert result.exit_code == 0
    assert result.stderr.endswith("Stopped.\n")
    return result.stdout.splitlines()


def test_the_handout_is_made_once_and_ctrl_c_ends_it_cleanly(between: Callable[..., None]) -> None:
    write_plan()
    between()
    assert made() == [NAME]


def test_it_is_made_again_after_a_change_and_only_then(between: Callable[..., None]) -> None:
    write_plan()
    between(lambda: None, lambda: write_plan(PLAN + "goal: Walk\n"), lambda: None)
    assert made() == [NAME, NAME]


def test_a_broken_plan_is_told_and_waited_out(between: Callable[..., None]) -> None:
    write_plan("condition: [\n")
    between(lambda: write_plan())
    result = handouts("make", "plan.yaml", "--watch")
    assert result.stdout == f"{NAME}\n"
    assert "plan.yaml:2:1: a bracket is opened above here and never closed." in result.stderr


def test_a_plan_that_goes_away_is_waited_for(between: Callable[..., None]) -> None:
    write_plan()
    between(Path("plan.yaml").unlink, lambda: write_plan())
    assert made() == [NAME, NAME]


@pytest.mark.parametrize("name", ["clinic.yaml", "logo.png", "layouts/own.yaml", "content/words/xx.yaml"])
def test_all_that_a_handout_is_made_from_is_watched(between: Callable[..., None], name: str) -> None:
    Path("layouts").mkdir()
    Path("content", "words").mkdir(parents=True)
    write_plan()
    write_plan("name: Sample\nlogo: logo.png\n", "clinic.yaml")
    examples = Path(__file__).parents[1] / "examples"
    Path("logo.png").write_bytes((examples / "logo.png").read_bytes())

    def change() -> None:
        path = Path(name)
        path.write_bytes((path.read_bytes() if path.exists() else b"id: x\n") + b"\n")

    between(change)
    assert made() == [NAME, NAME]


def test_it_is_shown_the_first_time_only(
    between: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("click.launch", shown.append)
    write_plan("condition: [\n")
    between(lambda: write_plan(), lambda: write_plan(PLAN + "goal: Walk\n"))
    assert made("--open") == [NAME, NAME]
    assert shown == [NAME]


def test_a_file_that_is_missing_has_no_stamp() -> None:
    write_plan()
    assert set(stamps([Path("plan.yaml"), Path("nowhere.yaml")])) == {Path("plan.yaml")}


def test_a_picture_of_content_is_watched_with_its_exercise(folder: Path) -> None:
    Path("content").mkdir()
    Path("content/nod.jpg").write_bytes(b"1")
    before = stamps([Path("content")])
    Path("content/nod.jpg").write_bytes(b"12")
    assert stamps([Path("content")]) != before
