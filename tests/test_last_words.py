"""Whatever happens, the last words are one line without a traceback, and nobody's name is in them."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import handouts, write_plan
from rosters import people, write_csv

from handouts.commands import PROGRAM_FAULT, main

pytestmark = pytest.mark.usefixtures("folder")

posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and signals are those of POSIX")
ROOT = Path(__file__).parents[1]


def in_shell(command: str) -> tuple[int, str]:
    """Return how a command of a shell ended, and what stood on its stderr."""
    program = f"PYTHONPATH='{ROOT}' '{sys.executable}' -m handouts"
    line = command.replace("handouts", program)
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stderr


@posix
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("handouts list exercises > /dev/full", 1),
        ("handouts make plan.yaml -o - > /dev/full", 1),
        ("handouts new new.yaml <&-", 1),
        ("handouts list exercises >&-", 0),
        ("handouts make plan.yaml -o - | true", 0),
        ("handouts make plan.yaml -o /dev/full", 1),
        ("mkdir gone; cd gone; rmdir ../gone; handouts list exercises", 1),
    ],
)
def test_a_stream_or_a_folder_that_is_gone_gives_no_traceback(command: str, code: int) -> None:
    write_plan()
    ended, said = in_shell(command)
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert ended == code, said


def test_a_fault_of_the_program_is_one_line_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*words: object, **options: object) -> None:
        raise TypeError("Sample Patient")

    monkeypatch.setattr("handouts.commands.fit.compose", broken)
    result = CliRunner().invoke(main, ["make", str(write_plan())], prog_name="handouts")
    assert result.exit_code == PROGRAM_FAULT
    assert len(result.stderr.splitlines()) == 1
    assert re.search(r"TypeError at \w+\.py:\d", result.stderr)
    assert "Sample" not in result.output


@pytest.mark.parametrize("day", ["9999-12-30", "9999-12-31", "0001-01-01", "3000-01-01", "0000-00-00"])
@pytest.mark.parametrize("key", ["date", "review"])
def test_a_day_out_of_our_time_is_told(day: str, key: str) -> None:
    write_plan()
    result = handouts("make", "plan.yaml", "--set", f"{key}={day}")
    assert result.exit_code == 1
    assert "date" in result.stderr


@pytest.mark.parametrize("size", ["nan", "inf", "-inf", "1e400", "-nan", "0"])
def test_a_size_that_is_none_is_wrong_use(size: str) -> None:
    roster = write_csv(people(1))
    assert handouts("batch", roster, "--merge", "stack.pdf", "--max-size", size).exit_code == 2


def pipe(path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


@posix
@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("odd.yaml", ("make", "odd.yaml")),
        ("odd.yaml", ("check", "odd.yaml")),
        ("odd.csv", ("batch", "odd.csv", "-o", "out")),
        ("odd.yaml", ("batch", "roster.csv", "-o", "out", "--plan", "odd.yaml")),
        ("odd.yaml", ("batch", "roster.csv", "-o", "out", "--map", "odd.yaml")),
        ("odd.pdf", ("verify", "odd.pdf", "--plan", "plan.yaml")),
        ("odd.yaml", ("make", "plan.yaml", "--clinic", "odd.yaml")),
        ("odd.yaml", ("make", "plan.yaml", "--since", "odd.yaml")),
        ("content/exercises/heel-raise.yaml", ("make", "plan.yaml")),
        ("out/record.jsonl", ("batch", "roster.csv", "-o", "out")),
        ("out/4711-2026-11-20.pdf", ("batch", "roster.csv", "-o", "out")),
    ],
)
def test_what_is_no_plain_file_is_refused_at_once(where: str, words: tuple[str, ...]) -> None:
    write_plan()
    write_csv(people(1))
    pipe(where)
    result = handouts(*words)
    assert result.exit_code == 1
    assert Path(where).is_fifo()


@posix
def test_a_link_is_no_record_and_a_record_is_its_owners_alone() -> None:
    roster = write_csv(people(1))
    Path("out").mkdir()
    Path("other.txt").write_text("mine")
    Path("out/record.jsonl").symlink_to(Path("other.txt").absolute())
    result = handouts("batch", roster, "-o", "out")
    assert result.stderr.splitlines()[0] == (
        "out/record.jsonl: a record is a file of its own, no link, folder, pipe or device. "
        "Take it away, or choose another folder."
    )
    assert Path("other.txt").read_text() == "mine"
    Path("out/record.jsonl").unlink()
    Path("out/record.jsonl").touch(0o644)
    assert handouts("batch", roster, "-o", "out").exit_code == 0
    assert Path("out/record.jsonl").stat().st_mode & 0o777 == 0o600


def test_what_editors_leave_in_a_folder_of_content_is_passed_over() -> None:
    Path("content/exercises/d.yaml").mkdir(parents=True)
    for name in (".#x.yaml", "._y.yaml", "~$z.yaml"):
        Path("content/exercises", name).write_bytes(b"\0")
    assert handouts("make", write_plan()).exit_code == 0
    assert handouts("check", ".").exit_code == 0
    assert "$z" not in handouts("list", "exercises", "--content", "content").stdout
    assert handouts("batch", write_csv(people(1)), "-o", "out", "--content", "content").exit_code == 0


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no SIGHUP here")
def test_a_run_whose_terminal_is_closed_ends_cleanly_unless_it_was_told_to_go_on() -> None:
    roster = write_csv(people(40))
    for before, code in (("", 1), ("trap '' HUP; ", 0)):
        line = f"{before}exec '{sys.executable}' -m handouts batch {roster} -o out --workers 1"
        run = subprocess.Popen(
            ["bash", "-c", line],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert run.stderr
        assert re.match(r"\d+ of \d+, ", run.stderr.readline())
        run.send_signal(signal.SIGHUP)
        _, said = run.communicate()
        assert (run.returncode, "Traceback" in said) == (code, False), said
        assert not [*Path("out").glob(".handouts*")]


def test_the_desk_ends_without_a_word_when_it_is_told_to() -> None:
    command = [sys.executable, "-m", "handouts", "desk", "--no-open"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as desk:
        assert desk.stdout
        desk.stdout.readline()
        desk.terminate()
        _, said = desk.communicate(timeout=30)
    assert (desk.returncode, said.count(b"\n")) == (0, 1)
