"""How fast one handout is made and how large it is, each as a ratio to something measured in the same run.

python benchmarks/make.py [PLAN.yaml]
"""

import datetime
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf

from handouts.commands.surroundings import find_files
from handouts.library.plan_options import PlanOptions
from handouts.pdf.pages import pdf_bytes
from handouts.pipeline import compose, lay_out
from handouts.request import read_request

SAMPLE = Path(__file__).parent.parent / "examples" / "sample-patient.yaml"
RUNS = 11
TODAY = datetime.date.today()


def main() -> None:
    """Print the ratios, and where the bytes go."""
    plan = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    _compare(
        "handouts make, whole process",
        _process("-m", "handouts", "make", str(plan), "-o", "-"),
        "importing reportlab.platypus, pydantic and yaml",
        _process("-c", "import reportlab.platypus, pydantic, yaml"),
        aim=3,
    )
    _compare(
        "handouts --help, whole process",
        _process("-m", "handouts", "--help"),
        "importing click",
        _process("-c", "import click"),
        aim=2,
    )
    _print_bytes(_made(plan))


def _compare(
    name: str, ours: Callable[[], object], other: str, theirs: Callable[[], object], *, aim: float
) -> None:
    """Print the median of both, taken in turn, and their ratio."""
    times: tuple[list[float], list[float]] = ([], [])
    for work in (ours, theirs):
        work()
    for _ in range(RUNS):
        for work, taken in zip((ours, theirs), times, strict=True):
            begun = time.perf_counter()
            work()
            taken.append(1000 * (time.perf_counter() - begun))
    mine, base = map(statistics.median, times)
    print(f"{name}: {mine:.1f} ms; {other}: {base:.1f} ms; ratio {mine / base:.2f} (aim: under {aim:g})")


def _process(*arguments: str) -> Callable[[], object]:
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def _made(plan: Path) -> bytes:
    request = read_request(plan, PlanOptions(), find_files(plan.parent), today=TODAY)
    return pdf_bytes(lay_out(compose(request, today=TODAY), request.style(), path=plan))


def _print_bytes(data: bytes) -> None:
    """Print the size of the file, and of each kind of stream in it as it is stored."""
    kinds: Counter[str] = Counter()
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {content.objgen for page in pdf.pages for content in _contents(page)}
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                kinds["pages" if thing.objgen in pages else _kind(thing)] += len(thing.read_raw_bytes())
    kinds["the rest"] = len(data) - kinds.total()
    print(f"file: {len(data):,} bytes")
    for kind, size in kinds.most_common():
        print(f"  {kind}: {size:,} ({100 * size / len(data):.0f} %)")


def _contents(page: pikepdf.Page) -> list[pikepdf.Object]:
    contents = page.obj.Contents
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _kind(stream: pikepdf.Stream) -> str:
    if stream.get("/Subtype") == "/Form":
        return "pictures"
    if stream.get("/Subtype") == "/Image":
        return "logo"
    if stream.get("/Type") == "/ObjStm":
        return "structure and other objects"
    if stream.get("/Type") in ("/Metadata", "/XRef"):
        return str(stream.Type)[1:].lower()
    if "/Length1" in stream:
        return "fonts"
    return "character maps and colour profile"


if __name__ == "__main__":
    main()
