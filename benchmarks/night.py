"""A whole night run of `handouts batch`: one worker beside two, a short roster beside a long one.

python benchmarks/night.py [ROWS] [FOLDER]

Writes a roster of ROWS (5,000 if not said) made-up people of four kinds, prints each as a file and all in one
stack, and says the time, the rate, the largest memory of a process and the size. A second table runs 100 and
10,000 rows for their memory. What is written goes into FOLDER, for instance on a disk in memory, and is only
deleted at the end: a disk from which much was just deleted is slow.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

CLINIC = Path(__file__).parent.parent / "examples" / "clinic.yaml"
HEADINGS = ("patient.id", "patient.name", "condition", "side", "exercises", "note", "date")
EXERCISES = (
    "",
    "heel-raise 3x12 hold 2s; bent-knee-wall-stretch 3x hold 30s 2/day",
    "calf-thumb-massage; seated-heel-raise 2x12 1/day",
    "knee-to-wall; single-leg-balance; heel-raise 2x10; foam-roller-release",
)
NOTES = ("", "Go slowly on the stairs.", "Rest on Sundays.", "")
FAMILY = ("Ruiz", "Müller", "Xu", "O’Brien", "Novák", "Patel", "Vogel", "Zhang")


@dataclass(frozen=True)
class Run:
    """What a run took: seconds, the largest memory of a process in MB, and the bytes it wrote in MB."""

    rows: int
    seconds: float
    memory: float
    size: float


def main() -> None:
    """Print both tables."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
        folder = Path(name)
        print(f"| {rows} rows | seconds | a second | MB a process | MB written |")
        print("|---|---|---|---|---|")
        one, two = (_files(folder, rows, workers=count) for count in (1, 2))
        stack = _stack(folder, rows)
        for title, run in (("files, one worker", one), ("files, two workers", two), ("one stack", stack)):
            rate = f"{run.seconds:.1f} | {rows / run.seconds:.0f}"
            print(f"| {title} | {rate} | {run.memory:.0f} | {run.size:.0f} |")
        print(f"\nTwo workers: {one.seconds / two.seconds:.2f} times one.")
        print(f"The stack: {100 * stack.size / one.size:.1f} % of the size of the files.\n")
        print("| largest memory of a process, MB | 100 rows | 10,000 rows | more |")
        print("|---|---|---|---|")
        for title, run_of in (("files, one worker", _files), ("one stack", _stack)):
            few, many = (run_of(folder, count) for count in (100, 10_000))
            more = 100 * (many.memory / few.memory - 1)
            print(f"| {title} | {few.memory:.0f} | {many.memory:.0f} | {more:.0f} % |")


def _files(folder: Path, rows: int, *, workers: int = 1) -> Run:
    return _run(folder, rows, lambda target: ("-o", target, "--workers", str(workers)))


def _stack(folder: Path, rows: int) -> Run:
    return _run(folder, rows, lambda target: ("--merge", f"{target}/stack.pdf", "--duplex"))


def _run(folder: Path, rows: int, words: Callable[[str], Sequence[str]]) -> Run:
    _write_roster(folder / "roster.csv", rows)
    target = Path(tempfile.mkdtemp(dir=folder))
    batch = [sys.executable, "-m", "handouts", "batch", "roster.csv", "--clinic", str(CLINIC)]
    command = [*batch, *words(target.name)]
    begun = time.perf_counter()
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
    # The memory of its workers, too, each by itself: the largest counts.
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise SystemExit((folder / "said.txt").read_text("utf-8"))
    size = sum(path.stat().st_size for path in target.glob("*.pdf"))
    return Run(rows, seconds, used.ru_maxrss / 1000, size / 1e6)


def _write_roster(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(rows):
            kind = number % 4
            name = f"Sample {FAMILY[number % len(FAMILY)]} {number}"
            side = ("left", "right", "both")[number % 3]
            cells = (4711 + number, name, "soleus-trigger-points", side)
            writer.writerow([*cells, EXERCISES[kind], NOTES[kind], "2026-11-20"])


if __name__ == "__main__":
    main()
