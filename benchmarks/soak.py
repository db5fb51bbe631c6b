"""Long proofs by hand: batches killed at any moment, damaged files at every door, damaged people in rosters.

python benchmarks/soak.py kills [RUNS] [SEED]
python benchmarks/soak.py inputs [COUNT] [SEED]
python benchmarks/soak.py rows [COUNT] [SEED]

`kills` starts RUNS batches (500 if not said) of files, a stack, a stack in parts and one with slips, with one
worker and with two, and ends each with SIGKILL at a moment at random. The next run must end with the very
bytes of a run that nobody disturbed, with nothing left over.

`inputs` gives COUNT damaged files and texts (10,000 if not said) to the commands that read them; each must be
answered with an exit code and a message, within 5 seconds of a processor and 300 MB.

`rows` gives COUNT damaged people (100,000 if not said), in rosters of 250, to `batch`: each must be either
one to print or one with a fault that is told, none more and none lost.

The first that fails is written to the folder `soak`, and the exit code is 1.
"""

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner
from openpyxl import Workbook

from handouts.commands import main as handouts

EXAMPLES = Path(__file__).parent.parent / "examples"
HEADINGS = ("patient.id", "patient.name", "condition", "side", "exercises", "date")
LINE = ("Sample Patient", "soleus-trigger-points", "left", "heel-raise 3x12 hold 2s; toe-touch", "2026-11-20")
PEOPLE = 12
WAYS = (
    ("-o", "out", "--workers", "1"),
    ("-o", "out", "--workers", "2"),
    ("-o", "out", "--merge", "out/stack.pdf"),
    ("-o", "out", "--merge", "out/stack.pdf", "--max-pages", "12", "--workers", "2"),
    ("-o", "out", "--merge", "out/stack.pdf", "--slip-sheet", "--duplex", "--copies", "2"),
)
# Of a processor; one that waits for ever is ended after ten minutes.
MOST_SECONDS, MOST_WAITING, MOST_MB = 5, 600, 300
ROWS = 250
PIECES = (
    *(
        b"",
        b"\0",
        b"\n",
        b"\r",
        b"\t",
        b"'",
        b'"',
        b"{",
        b"[",
        b"]",
        b"}",
        b"&a",
        b"*a",
        b"!!x",
        b": ",
        b"- ",
    ),
    *(b"#", b"---", b"=1+1", b"\xff", b"\xe2\x80\xae", b"9" * 400, b"../", b"<b>", b"**", b"{side}", b"NULL"),
    *(b"2026-02-30", b"1e999", b"nan", b"x" * 70_000, b"[" * 2_000, b"%PDF-", b"PK\x03\x04", b"endobj"),
)


def main() -> int:
    """Run the proof that is named, and return 1 where it failed."""
    proof, count, seed = (*sys.argv[1:], "", "", "")[:3]
    chance = random.Random(int(seed or 1))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        if proof == "kills":
            return _kills(int(count or 500), chance)
        if proof == "inputs":
            return _inputs(int(count or 10_000), chance)
        if proof == "rows":
            return _rows(int(count or 100_000), chance)
    print(__doc__, file=sys.stderr)
    return 2


def _kills(runs: int, chance: random.Random) -> int:
    _write_roster(Path("roster.csv"))
    whole, longest = zip(*map(_undisturbed, WAYS), strict=True)
    killed = ended = 0
    while killed < runs:
        way = chance.randrange(len(WAYS))
        shutil.rmtree("out", ignore_errors=True)
        Path("out").mkdir()
        for _ in range(chance.randint(1, 4)):
            killed += _batch(WAYS[way], kill_after=chance.uniform(0.2, longest[way]))
        if _batch(WAYS[way]) or _made() != whole[way]:
            return _failed(f"a batch {' '.join(WAYS[way])} did not end as one that nobody disturbed", "out")
        ended += 1
        print(f"\r{killed} runs killed, {ended} ended as undisturbed ones", end="", flush=True)
    print()
    return 0


def _undisturbed(way: tuple[str, ...]) -> tuple[dict[str, bytes], float]:
    """Return what a run makes, and how many seconds it takes."""
    shutil.rmtree("out", ignore_errors=True)
    Path("out").mkdir()
    begun = time.perf_counter()
    assert not _batch(way), "an undisturbed run fails"
    return _made(), time.perf_counter() - begun


def _batch(way: tuple[str, ...], *, kill_after: float | None = None) -> bool:
    """Return whether a run was killed; a run that ends in time must end well."""
    command = [sys.executable, "-m", "handouts", "batch", "roster.csv", *way]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        said, _ = run.communicate(timeout=kill_after)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.communicate()
        return True
    if run.returncode:
        print(said.decode(errors="replace"))
    return bool(run.returncode)


def _made() -> dict[str, bytes]:
    """Return the files of a run but its record, whose lines have an order of their own."""
    return {
        path.name: b"" if path.name.startswith("record") else path.read_bytes()
        for path in Path("out").iterdir()
    }


def _write_roster(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows((str(4711 + number), *LINE) for number in range(PEOPLE))


def _inputs(count: int, chance: random.Random) -> int:
    doors = _doors()
    exits: Counter[tuple[str, int]] = Counter()
    slowest = largest = 0.0
    for number in range(count):
        name, (file, raw, words) = chance.choice([*doors.items()])
        damaged = _damaged(raw, chance)
        file.write_bytes(damaged)
        ended, took, megabytes = _answer(words(damaged))
        file.write_bytes(raw)
        slowest, largest = max(slowest, took), max(largest, megabytes)
        exits[name, ended] += 1
        if ended not in (0, 1, 2) or megabytes > MOST_MB:
            Path("fault").mkdir()
            Path("fault", file.name).write_bytes(damaged)
            return _failed(f"{name}: ended with {ended} after {took:.1f} s and {megabytes:.0f} MB", "fault")
        if number % 100 == 99:
            print(f"\r{number + 1} inputs, at most {slowest:.1f} s and {largest:.0f} MB", end="", flush=True)
    print()
    for (name, code), times in sorted(exits.items()):
        print(f"{name}: exit {code} {times} times")
    return 0


def _answer(words: list[str], kept: Path | None = None) -> tuple[int, float, float]:
    """Return the exit code of a command in a process of its own, its seconds, and its memory in MB.

    What it prints is written to `kept`. A command that fails without a message has the code 99, one that
    takes too long a negative code.
    """
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
        signal.alarm(MOST_WAITING)
        result = CliRunner().invoke(handouts, words, prog_name="handouts")
        if kept:
            kept.write_text(result.stdout, encoding="utf-8")
        os._exit(result.exit_code if result.exit_code == 0 or result.stderr.strip() else 99)
    _, status, used = os.wait4(child, 0)
    took = used.ru_utime + used.ru_stime
    return os.waitstatus_to_exitcode(status), took, used.ru_maxrss / 1024


def _rows(count: int, chance: random.Random) -> int:
    roster, answer = Path("roster.csv"), Path("answer.json")
    words = ["batch", str(roster), "-o", "out", "--dry-run", "--skip-bad", "--json", "--workers", "1"]
    printed = told = 0
    slowest = largest = 0.0
    while printed + told < count:
        with roster.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADINGS)
            writer.writerows(_damaged_row(number, chance) for number in range(ROWS))
        ended, took, megabytes = _answer(words, answer)
        said = json.loads(answer.read_bytes() or b"{}")
        slowest, largest = max(slowest, took), max(largest, megabytes)
        rows = said.get("would_make", 0), said.get("left_out", 0)
        if ended not in (0, 1) or sum(rows) != ROWS or megabytes > MOST_MB:
            Path("fault").mkdir()
            shutil.copy(roster, "fault")
            return _failed(f"{rows} of {ROWS} rows, ended with {ended} after {took:.1f} s", "fault")
        printed, told = printed + rows[0], told + rows[1]
        print(f"\r{printed} rows to print, {told} told; at most {slowest:.1f} s", end="", flush=True)
    print(f" and {largest:.0f} MB a roster of {ROWS}")
    return 0


def _damaged_row(number: int, chance: random.Random) -> list[str]:
    """Return the row of one person with one cell damaged; the id stays, so that no two rows are one."""
    cells = [value.encode() for value in LINE]
    at = chance.randrange(len(cells))
    cells[at] = _damaged(cells[at], chance)[:300]
    return [str(4711 + number), *(cell.decode(errors="replace").replace("\0", "") for cell in cells)]


Door = tuple[Path, bytes, Callable[[bytes], list[str]]]


def _doors() -> dict[str, Door]:
    """Return the files that commands read, each with the command."""
    for file in EXAMPLES.iterdir():
        if file.is_file():
            shutil.copy(file, ".")
    plan, clinic = Path("sample-patient.yaml"), Path("clinic.yaml")
    roster, book, paper = Path("roster.csv"), Path("roster.xlsx"), Path("paper.pdf")
    own = Path("content", "exercises", "heel-raise.yaml")
    own.parent.mkdir(parents=True)
    shipped = EXAMPLES.parent / own
    shutil.copy(shipped, own)
    _write_roster(roster)
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(HEADINGS)
    sheet.append(("4711", *LINE))
    workbook.save(book)
    # This also loads what each process of its own would load anew.
    CliRunner().invoke(handouts, ["make", str(plan), "-o", str(paper)])
    logo = next(path for path in Path().iterdir() if path.suffix == ".png")

    def to_check(_: bytes) -> list[str]:
        return ["check", str(plan)]

    def of_batch(path: Path) -> Callable[[bytes], list[str]]:
        return lambda _: ["batch", str(path), "-o", "out", "--dry-run"]

    def as_option(raw: bytes) -> list[str]:
        dose = raw.decode(errors="replace").replace("\0", "")
        return ["make", str(plan), "--exercise", dose, "-o", "made.pdf", "--force"]

    return {
        "plan": (plan, plan.read_bytes(), to_check),
        "clinic": (clinic, clinic.read_bytes(), to_check),
        "logo": (logo, logo.read_bytes(), to_check),
        "content": (own, own.read_bytes(), lambda _: ["check", str(own)]),
        "dose": (Path("dose.txt"), b"heel-raise 3x8-12 hold 2s every other day 5kg", as_option),
        "CSV": (roster, roster.read_bytes(), of_batch(roster)),
        "workbook": (book, book.read_bytes(), of_batch(book)),
        "PDF": (paper, paper.read_bytes(), lambda _: ["verify", str(paper), "--plan", str(plan)]),
    }


def _damaged(raw: bytes, chance: random.Random) -> bytes:
    """Return content with up to four pieces cut out, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(raw))
        end = min(len(raw), start + chance.choice((0, 1, 2, 8, 60, len(raw))))
        new = chance.choice(
            (chance.choice(PIECES), raw[start:end] * 2, raw[:start][-9:], chance.randbytes(4))
        )
        raw = raw[:start] + new + raw[end:]
    return raw


def _failed(why: str, folder: str) -> int:
    kept = EXAMPLES.parent / "soak"
    shutil.copytree(folder, kept, dirs_exist_ok=True)
    print(f"\n{why}; what was there is in {kept}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
