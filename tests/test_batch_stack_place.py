"""Where a stack goes: told at once where it cannot, and nothing left behind whatever happens."""

import datetime
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from commands import handouts, here
from pypdfium2 import PdfDocument
from rosters import made, people, refused, write_csv
from stacks import merged, people_with_pages

from handouts.files import Draft
from handouts.page.pages import LaidOut
from handouts.pdf.pages import paint_pages
from handouts.pdf.stack import Stack

pytestmark = pytest.mark.usefixtures("folder")


def test_a_stack_that_is_not_finished_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(file: int) -> None:
        # The record and its folder are far smaller.
        if os.fstat(file).st_size > 10_000:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("handouts.files.os.fsync", stopped)
    result = handouts("batch", write_csv(people(1)), "--merge", "stack.pdf")
    assert result.exit_code == 1
    assert result.stderr.startswith("stack.pdf: this cannot be written: no space left on device.")
    assert here() == {"roster.csv", "record.jsonl", "record.key"}


def hidden(folder: str = ".") -> list[str]:
    return [path.name for path in Path(folder).iterdir() if path.name.startswith(".")]


def test_a_full_disk_is_told_and_left_as_it_was() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    try:
        result = handouts("batch", write_csv(people(9)), "--merge", "stack.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-2].startswith("stack.pdf: this cannot be written: file too large.")
    assert here() == {"roster.csv", "record.jsonl", "record.key"}


def test_a_stack_needs_no_folder_for_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(Path("nowhere").absolute()))
    merged(write_csv(people(1)))


@pytest.mark.parametrize("words", [(), ("--max-pages", "3")])
def test_what_killed_runs_left_is_cleared_by_the_next_into_the_same_folder(words: tuple[str, ...]) -> None:
    roster = write_csv(people(1))
    for name in (".handouts-stack-0123456789abcdef", ".handouts-file-a1b2c3d4"):
        Path(name).write_bytes(b"part")
    Draft(Path(), "stack.pdf").file.close()
    Path(".handouts-stack-fedcba9876543210").write_bytes(b"part")
    handouts("batch", roster, "--merge", "stack.pdf", *words)
    assert hidden() == []


def test_a_stack_that_another_run_is_writing_is_left_alone() -> None:
    roster = write_csv(people_with_pages(1))
    Path("out").mkdir()
    other = Stack(Path("out", "stack.pdf"))
    made(roster)
    assert len(hidden("out")) == 1
    Path("elsewhere").mkdir()
    result = handouts("batch", roster, "-o", "elsewhere", "--merge", "out/stack.pdf")
    assert result.exit_code == 1
    assert "out/stack.pdf: this cannot be written: another run is writing it." in result.stderr
    sheet = SimpleNamespace(width=100, height=100, parts=())
    other.add(paint_pages(LaidOut("", "en", "", datetime.date(2026, 11, 20), (sheet,))), title="", label="")
    other.close()
    assert len(PdfDocument("out/stack.pdf")) == 1


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("nowhere/stack.pdf", "nowhere/stack.pdf: there is no folder `nowhere`. Make it first."),
        ("folder", "folder: this is there already and is no PDF, so it is left alone. Choose another name."),
        ("closed/stack.pdf", "closed/stack.pdf: nothing can be written into the folder `closed`."),
    ],
)
def test_a_place_that_takes_no_stack_is_told_before_anything_is_made(
    target: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("folder").mkdir()
    Path("closed").mkdir()
    # No folder is closed to root, who may run the tests.
    monkeypatch.setattr("handouts.commands.target.os.access", lambda path, _: str(path) != "closed")
    assert refused(write_csv(people(1)), "--merge", target) == [told]
    assert here() == {"roster.csv", "folder", "closed"}


def test_a_stack_can_go_into_the_folder_that_the_run_makes() -> None:
    assert made(write_csv(people(1)), "--merge", "out/stack.pdf")["stacks"] == ["out/stack.pdf"]
