"""What killed runs left goes with the next run into the folder, whatever made it, and nothing else goes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from commands import BASE, PLAN, handouts, here, write_plan

from handouts.batch.record import open_record
from handouts.files import try_lock

pytestmark = pytest.mark.usefixtures("folder")

posix = pytest.mark.skipif(sys.platform == "win32", reason="this system has other signals and links")

LEFT = (".handouts-file-a1b2c3d4", ".handouts-stack-0123456789abcdef", ".handouts-batch-a1b2c3d4")
OTHERS = (".handouts", ".handouts-notes", ".backup.csv", ".a.pdf", "handouts-file-a1b2c3d4", ".file-a1b2c3d4")
RUNS = {
    "make": ("make", "plan.yaml", "-o", "x.pdf"),
    "new": ("new", "new.yaml", "--condition", "soleus-trigger-points"),
    "clinic": ("new", "clinic", "ours.yaml"),
    "pictures": ("new", "--sheet", "all.png"),
    "picture": ("show", "heel-raise", "--png", "one.png"),
    "files": ("batch", "list.csv", "--plan", "plan.yaml", "-o", "."),
    "stack": ("batch", "list.csv", "--plan", "plan.yaml", "--merge", "stack.pdf"),
}


@pytest.mark.parametrize("run", RUNS)
def test_a_run_clears_away_what_killed_ones_left_and_nothing_else(run: str) -> None:
    write_plan(BASE if RUNS[run][0] == "batch" else PLAN)
    Path("list.csv").write_text("patient.id\n4711\n", "utf-8")
    Path(".handouts-file-folder").mkdir()
    for name in (*LEFT, *OTHERS):
        Path(name).write_bytes(b"part")
    result = handouts(*RUNS[run])
    assert result.exit_code == 0, result.stderr
    kept = {*OTHERS, ".handouts-file-folder"}
    # Only a run that holds the record of a folder knows that no other one puts files there.
    later = {LEFT[2]} if run == "stack" else set()
    assert {name for name in here() if name in {*LEFT, *kept}} <= kept | later
    assert kept <= here()


@posix
def test_a_link_with_such_a_name_is_left_alone() -> None:
    Path("mine.txt").write_text("mine", "utf-8")
    Path(LEFT[0]).symlink_to("mine.txt")
    handouts("make", write_plan(), "-o", "x.pdf")
    assert Path(LEFT[0]).is_symlink() and Path("mine.txt").read_text("utf-8") == "mine"


def test_what_a_living_run_holds_is_left_alone() -> None:
    write_plan()
    for name in LEFT:
        Path(name).write_bytes(b"part")
    with Path(LEFT[0]).open("r+b") as one, Path(LEFT[1]).open("r+b") as other, open_record(Path()):
        assert try_lock(one) and try_lock(other)
        handouts("make", "plan.yaml", "-o", "x.pdf")
        assert {*LEFT} <= here()
    handouts("make", "plan.yaml", "-o", "x.pdf")
    assert not {*LEFT} & here()


@posix
@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("words", [("make", "plan.yaml", "-o", "x.pdf"), ("new", "clinic", "ours.yaml")])
def test_a_command_that_was_killed_leaves_nothing_that_the_next_one_keeps(
    words: tuple[str, ...], step: str
) -> None:
    write_plan()
    killed = f"import os, signal\nos.{step} = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n"
    code = f"{killed}from handouts.commands import main\nmain({words!r})"
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL
    assert [name for name in here() if name.startswith(".handouts-file-")]
    assert handouts(*words).exit_code == 0
    assert not [name for name in here() if name.startswith(".handouts-")]


def test_a_folder_that_is_changed_while_a_file_is_written_is_no_success(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write_plan()
    Path("out").mkdir()
    replace = Path.replace

    def moved(path: Path, target: Path) -> Path:
        done = replace(path, target)
        Path("out").rename("elsewhere")
        return done

    monkeypatch.setattr(Path, "replace", moved)
    result = handouts("make", "plan.yaml", "-o", str(Path("out", "x.pdf")))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(str(Path("out")))


def test_a_file_that_is_gone_when_it_is_told_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan()
    monkeypatch.setattr("handouts.files.keep_names", lambda folder: Path("x.pdf").unlink())
    result = handouts("make", "plan.yaml", "-o", "x.pdf")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "x.pdf: this was written, and is not there any more" in result.stderr


@posix
def test_the_folder_is_made_safe_after_a_name_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    write_plan()
    synced: list[bool] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        synced.append(os.path.samestat(os.fstat(handle), Path().stat()))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    handouts("make", "plan.yaml", "-o", "x.pdf")
    assert synced[-2:] == [False, True]
