"""Nothing is lost: a run that was killed, stopped or out of room goes on, and does only what is missing."""

import datetime
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from commands import handouts
from rosters import made, pdfs, people, person, record, write_csv, write_text

from handouts.batch.record import Record, open_record
from handouts.pipeline import lay_out

pytestmark = pytest.mark.usefixtures("folder")

TESTS = Path(__file__).parent
posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits are those of POSIX")

# Files of at most so many bytes can be written.
LIMITED = """
import resource, sys
from handouts.commands import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
main()
"""


def started(*words: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(TESTS.parent)}
    return subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def ended(*words: str | Path) -> tuple[int, str, str]:
    process = started(*words)
    out, err = process.communicate()
    return process.returncode, out, err


def kept() -> dict[str, str]:
    """Return the hash that the record has for each file."""
    return {line["file"]: line["sha256"] for line in record() if "file" in line}


@posix
@pytest.mark.parametrize("seed", [1, 100])
def test_a_run_killed_at_random_moments_ends_as_an_undisturbed_one(seed: int) -> None:
    roster = write_csv(people(4))
    code, kills, told = ended(
        TESTS / "killed_runs.py", str(seed), "batch", roster, "-o", "out", "--workers", "1"
    )
    assert code == 0, told
    assert int(kills.split()[-1]) > 2
    made(roster, folder="undisturbed")
    assert pdfs() == pdfs("undisturbed")
    assert {path.name for path in Path("out").iterdir()} == {*pdfs(), "record.jsonl", "record.key"}
    assert {line["file"]: line["sha256"] for line in record("undisturbed") if "file" in line} == kept()


@posix
def test_a_run_whose_workers_lose_their_master_goes_on_at_once() -> None:
    roster = write_csv(people(40))
    process = started("-m", "handouts", "batch", roster, "-o", "out", "--workers", "2")
    assert process.stderr
    assert process.stderr.readline().startswith("4 of 40")
    process.kill()
    process.communicate()
    assert 4 <= len(pdfs()) < 40
    said = made(roster)
    assert said["made"] + said["unchanged"] == 40
    assert said["unchanged"] >= 4
    made(roster, folder="undisturbed")
    assert pdfs() == pdfs("undisturbed")


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """Return the processes that a run has hired."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds workers as Linux lists them")
def test_a_worker_that_is_killed_loses_one_row_at_most() -> None:
    roster = write_csv(people(40))
    process = started("-m", "handouts", "batch", roster, "-o", "out", "--workers", "2")
    assert process.stderr
    assert process.stderr.readline().startswith("4 of 40")
    os.kill(workers_of(process)[0], signal.SIGKILL)
    _, told = process.communicate()
    lost = [line for line in told.splitlines() if "ended without a word" in line]
    assert (process.returncode, len(lost), len(pdfs())) == (1, 1, 39), told
    assert made(roster)["made"] == 1
    made(roster, folder="undisturbed")
    assert pdfs() == pdfs("undisturbed")


@posix
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_ends_cleanly_and_says_how_to_go_on(stop: signal.Signals) -> None:
    roster = write_csv(people(40))
    process = started("-m", "handouts", "batch", roster, "-o", "out", "--workers", "2")
    assert process.stderr
    assert process.stderr.readline().startswith("4 of 40")
    process.send_signal(stop)
    _, told = process.communicate()
    assert process.returncode == 1
    assert told.endswith("Stopped. The same command goes on from here.\n")
    assert "Traceback" not in told
    assert {path.name for path in Path("out").iterdir()} == {*pdfs(), "record.jsonl", "record.key"}
    assert set(kept()) == set(pdfs())


def test_a_second_run_does_nothing_anew() -> None:
    roster = write_csv(people(3))
    handouts("batch", roster, "-o", "out")
    before = {path: path.stat().st_mtime_ns for path in Path("out").glob("*.pdf")}
    result = handouts("batch", roster, "-o", "out")
    assert (result.exit_code, result.stderr) == (0, "0 handouts made, 3 unchanged\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_file_that_is_missing_or_damaged_is_made_again() -> None:
    roster = write_csv(people(3))
    made(roster)
    before = pdfs()
    first, second, _ = sorted(before)
    Path("out", first).unlink()
    Path("out", second).write_bytes(before[second][:1000])
    assert made(roster)["made"] == 2
    assert pdfs() == before


def test_a_changed_row_is_made_again_and_a_removed_one_told() -> None:
    made(write_csv(people(3)))
    rows = people(3)
    roster = write_csv([rows[0], rows[1] | {"side": "right"}])
    result = handouts("batch", roster, "-o", "out")
    assert result.stderr.splitlines() == [
        f"{Path('out', '4713-2026-11-20.pdf')}: an earlier run made this; no row makes it now.",
        "1 handout made, 1 unchanged, 1 file left over",
    ]
    assert len(pdfs()) == 3


@pytest.mark.parametrize(
    "change", [("clinic.yaml", "name: Our Clinic\n"), ("content/glossaries/own.yaml", "Calf: Leg.\n")]
)
def test_what_was_made_from_other_content_or_another_clinic_is_made_again(change: tuple[str, str]) -> None:
    roster = write_csv(people(2))
    made(roster)
    name, text = change
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    write_text(text, name)
    assert made(roster)["made"] == 2
    assert made(roster)["unchanged"] == 2


def test_the_order_of_the_rows_changes_nothing() -> None:
    made(write_csv(people(3)))
    assert made(write_csv(people(3)[::-1]))["unchanged"] == 3


def test_the_record_says_what_each_file_was_made_from() -> None:
    roster = write_csv(people(1))
    made(roster)
    how, began, line, end = record()
    today = datetime.date.today().isoformat()
    assert (began, end) == (
        {"roster": "roster.csv", "holding": sha256(roster.read_bytes()).hexdigest(), "began": today},
        {"roster": "roster.csv", "ended": today},
    )
    assert how == {"roster": "roster.csv", "ran": {"--roster": "../roster.csv"}}
    assert line.keys() == {
        *("row", "id", "file", "sha256", "key", "code", "roster", "content", "layout", "program"),
    }
    assert (line["row"], line["id"], line["file"]) == (2, "4711", "4711-2026-11-20.pdf")
    code = line["code"]
    handouts(
        "make",
        "--condition",
        "soleus-trigger-points",
        "--side",
        "left",
        "--id",
        "other",
        "--set",
        "date=2026-11-20",
        "--exercise",
        "heel-raise 3x12",
        "-o",
        "x.pdf",
    )
    assert code.encode() in Path("x.pdf").read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        b'{"row": 3, "id": "47',
        b"\xff\xfe\n",
        b"[]\n{}\nnull\n",
        b'{"row": 1, "roster": "r", "file": "../x"}\n',
    ],
)
def test_damaged_lines_of_a_record_are_passed_over(damage: bytes) -> None:
    roster = write_csv(people(2))
    made(roster)
    path = Path("out", "record.jsonl")
    path.write_bytes(path.read_bytes() + damage)
    assert made(roster)["unchanged"] == 2
    assert made(write_csv(people(3)))["made"] == 1
    assert made(roster)["unchanged"] == 3


def test_what_a_killed_run_was_writing_is_cleared_away_and_nothing_else() -> None:
    Path("out").mkdir()
    for name in (".handouts-batch-a1b2c3d4", ".backup-20260120.csv", "notes.pdf", ".keep.pdf"):
        Path("out", name).write_bytes(b"part")
    made(write_csv(people(1)))
    assert {path.name for path in Path("out").iterdir()} == {
        *(
            ".backup-20260120.csv",
            "notes.pdf",
            ".keep.pdf",
            "4711-2026-11-20.pdf",
            "record.jsonl",
            "record.key",
        )
    }


def test_two_runs_into_one_folder_are_refused_and_a_stale_lock_is_none() -> None:
    roster = write_csv(people(1))
    Path("out").mkdir()
    with open_record(Path("out")):
        result = handouts("batch", roster, "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        "out: another run is at work in this folder. Wait until it ends, or choose another folder."
    )
    assert made(roster)["made"] == 1


@posix
def test_a_full_disk_is_told_and_nothing_is_lost() -> None:
    rows = [person(1), person(2, exercises="", note="long"), person(3)]
    roster = write_csv(rows)
    small = max(len(content) for name, content in _sizes(rows).items() if not name.startswith("2-"))
    code, _, told = ended("-c", LIMITED, str(small), "batch", roster, "-o", "out")
    assert code == 1
    path = Path("out", "2-2026-11-20.pdf")
    assert told.splitlines()[0] == (
        f"{path}: this cannot be written: file too large."
        " Make room, or lift the limit on the size of files."
        " What is made is safe: run the same command again."
    )
    assert [*pdfs()] == ["1-2026-11-20.pdf"]
    assert {one.name for one in Path("out").iterdir()} == {*pdfs(), "record.jsonl", "record.key"}
    assert made(roster)["unchanged"] == 1
    assert pdfs() == _sizes(rows)


def _sizes(rows: list[dict[str, str]]) -> dict[str, bytes]:
    made(write_csv(rows, "all.csv"), folder="all")
    return pdfs("all")


def test_a_folder_that_may_not_be_written_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    result = handouts("batch", write_csv(people(2)), "-o", "out")
    assert result.exit_code == 1
    assert "this cannot be written: permission denied." in result.stderr


def test_a_run_that_was_stopped_before_midnight_goes_on_with_its_date() -> None:
    roster = write_csv([person(1, date=""), person(2, date="")])
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    Path("out").mkdir()
    with open_record(Path("out")) as stopped:
        stopped.begin(roster, today=yesterday)
    result = handouts("batch", roster, "-o", "out")
    assert result.stderr.splitlines()[0] == f"Going on with the run of {yesterday}; `--afresh` begins anew."
    assert sorted(pdfs()) == [f"{number}-{yesterday}.pdf" for number in (1, 2)]
    assert (
        handouts("batch", roster, "-o", "out").stderr.splitlines()[-1] == "2 handouts made, 2 files left over"
    )


@pytest.mark.parametrize(
    ("days", "words", "goes_on"), [(2, (), True), (5, (), False), (1, ("--afresh",), False)]
)
def test_a_run_is_gone_on_with_for_some_days_and_unless_it_is_begun_anew(
    days: int, words: tuple[str, ...], goes_on: bool
) -> None:
    roster = write_csv([person(1, date="")])
    begun = datetime.date.today() - datetime.timedelta(days=days)
    Path("out").mkdir()
    with open_record(Path("out")) as stopped:
        stopped.begin(roster, today=begun)
    made(roster, *words)
    assert [*pdfs()] == [f"1-{begun if goes_on else datetime.date.today()}.pdf"]


def test_another_roster_of_the_same_name_has_a_date_of_its_own() -> None:
    roster = write_csv([person(1, date="")])
    Path("out").mkdir()
    with open_record(Path("out")) as stopped:
        stopped.begin(roster, today=datetime.date.today() - datetime.timedelta(days=1))
    write_csv([person(2, date="")])
    made(roster)
    assert [*pdfs()] == [f"2-{datetime.date.today()}.pdf"]


def test_a_run_has_not_ended_before_its_stack_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("handouts.batch.stack.compose_tally", stopped)
    result = handouts("batch", write_csv(people(1)), "-o", "out", "--merge", "stack.pdf")
    assert result.stderr.splitlines()[0].startswith("stack.pdf: this cannot be written: no space left")
    assert not any("ended" in line for line in record())


NO_ID = {"condition": "soleus-trigger-points", "side": "left", "date": "2026-11-20"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NO_ID | {"patient.initials": "S.P."}, NO_ID | {"patient.initials": "S.P.", "side": "right"}),
        (NO_ID | {"patient.name": "Sue Park"}, NO_ID | {"patient.name": "Sam Pole"}),
        (
            NO_ID | {"patient.name": "Sue Park"},
            NO_ID | {"patient.name": "Sue Parker", "patient.initials": "SP"},
        ),
        (person(0, patient_id="AB/1"), person(0, patient_id="AB-1")),
    ],
)
@pytest.mark.parametrize(("name", "has_record"), [("first.csv", False), ("second.csv", True)])
def test_nobodys_handout_is_replaced_by_another_persons(
    first: dict[str, str], second: dict[str, str], name: str, has_record: bool
) -> None:
    made(write_csv([first], "first.csv"))
    if not has_record:
        Path("out", "record.jsonl").unlink()
    before = pdfs()
    roster = write_csv([second, person(9)], name)
    result = handouts("batch", roster, "-o", "out")
    (file,) = before
    assert result.stderr == (
        f"{name} row 2: `{file}` is there already, and does not say that it is this person's handout. Give "
        "this row an id of its own, choose another folder, such as `out-2`, or replace it with `--force`.\n"
        "1 problem\n"
    )
    assert pdfs() == before
    said = made(roster, "--skip-bad")
    assert (said["made"], said["left_out"], pdfs()[file]) == (1, 1, before[file])
    assert made(roster, "--force")["left_out"] == 0
    assert pdfs()[file] != before[file]


@pytest.mark.parametrize("words", [("--patient", "Sue Park"), ("--password-file", "password.txt"), ()])
def test_a_batch_replaces_nothing_that_make_wrote_for_somebody_else(words: tuple[str, ...]) -> None:
    Path("out").mkdir()
    write_text("a long password", "password.txt")
    make = ("make", "--condition", "soleus-trigger-points", "--side", "left", "--set", "date=2026-11-20")
    assert handouts(*make, "-o", "out/SP-2026-11-20.pdf", *words).exit_code == 0
    before = pdfs()
    result = handouts("batch", write_csv([NO_ID | {"patient.name": "Sam Pole"}]), "-o", "out")
    assert result.exit_code == 1
    assert "Sam" not in result.stderr
    assert pdfs() == before


def test_the_record_gives_nobody_away_without_its_secret() -> None:
    roster = write_csv(people(2))
    made(roster)
    made(roster, folder="other")
    keys, others = ({line["key"] for line in record(where) if "key" in line} for where in ("out", "other"))
    assert len(keys | others) == 4
    assert Path("out", "record.key").stat().st_mode & 0o777 == 0o600
    Path("out", "record.key").unlink()
    assert made(roster)["made"] == 2


def test_a_stack_replaces_only_one_of_the_same_roster() -> None:
    roster = write_csv(people(1))
    for _ in range(2):
        assert handouts("batch", roster, "--merge", "stack.pdf").exit_code == 0
    before = Path("stack.pdf").read_bytes()
    other = write_csv(people(2), "other.csv")
    result = handouts("batch", other, "--merge", "stack.pdf")
    assert result.stderr.splitlines()[0] == (
        "stack.pdf: this is there already, and is not known to be a stack of this roster. "
        "Give it another name with `--merge stack-2.pdf`, or replace it with `--force`."
    )
    assert Path("stack.pdf").read_bytes() == before
    assert handouts("make", "--condition", "soleus-trigger-points", "--side", "left", "-o", "one.pdf")
    assert handouts("batch", roster, "--merge", "one.pdf").exit_code == 1
    Path("record.jsonl").unlink()
    assert handouts("batch", roster, "--merge", "stack.pdf").exit_code == 1
    assert handouts("batch", roster, "--merge", "stack.pdf", "--force").exit_code == 0


def test_a_handout_of_the_same_person_is_replaced() -> None:
    rows = [NO_ID | {"patient.name": "Sample Patient"}, person(1)]
    changed = [row | {"side": "right"} for row in rows]
    made(write_csv(rows))
    before = pdfs()
    assert made(write_csv(changed))["made"] == 2
    assert all(after != before[name] for name, after in pdfs().items())
    Path("out", "record.jsonl").unlink()
    assert made(write_csv(rows))["made"] == 2
    assert pdfs() == before


def test_rows_that_go_from_the_roster_while_it_is_printed_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    roster = write_csv(people(3))
    begin = Record.begin

    def shortened(self: Record, path: Path, *, today: datetime.date) -> None:
        begin(self, path, today=today)
        write_csv(people(1))

    monkeypatch.setattr(Record, "begin", shortened)
    result = handouts("batch", roster, "-o", "out", "--merge", "stack.pdf")
    assert result.exit_code == 1
    for row in (3, 4):
        assert f"roster.csv row {row}: the roster, the content or the clinic was changed" in result.stderr
    assert "1 handout made, 1 handout stacked, 2 rows left out" in result.stderr


@pytest.mark.parametrize("words", [("-o", "out"), ("--merge", "out/stack.pdf")])
def test_content_that_is_changed_while_it_is_printed_is_told_and_printed_again(
    words: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("content").mkdir()
    Path("out").mkdir()
    Path("content/glossaries").mkdir()
    glossary = write_text("Calf: Leg.\n", "content/glossaries/own.yaml")
    laid_out = lay_out

    def changing(*arguments: Any, **options: Any) -> Any:
        os.utime(glossary, (1, 1))
        return laid_out(*arguments, **options)

    roster = write_csv(people(2))
    with monkeypatch.context() as changed:
        changed.setattr("handouts.batch.row_maker.lay_out", changing)
        result = handouts("batch", roster, *words)
    assert result.exit_code == 1
    assert "roster.csv: the content or the clinic was changed while this was printed" in result.stderr
    assert made(roster)["made"] == 2


def test_a_line_of_the_record_that_nests_without_end_is_passed_over() -> None:
    roster = write_csv(people(1))
    made(roster)
    with Path("out", "record.jsonl").open("ab") as file:
        file.write(b"[" * 100_000 + b"\n")
    assert made(roster)["unchanged"] == 1


def test_a_dry_run_tells_what_is_left_over() -> None:
    made(write_csv(people(2)))
    assert made(write_csv(people(1)), "--dry-run")["left_over"] == ["4712-2026-11-20.pdf"]
