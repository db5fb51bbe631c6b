"""Handouts a second of a night run, beside the tools a clinic would use instead, all in one run.

python benchmarks/batch.py [SECONDS]

Every tool works in one warm process on one core, makes the two pages of `two-pages.yaml` for a new person
each time, to the bytes on the disk, and has SECONDS (10 if not said) for files and as many for stacks.
"""

import datetime
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from said import put_said

from handouts.commands.surroundings import find_files
from handouts.library.plan_options import PlanOptions
from handouts.page.pages import LaidOut
from handouts.pdf.pages import paint_pages, pdf_bytes
from handouts.pdf.stack import Stack
from handouts.pipeline import compose, lay_out
from handouts.request import Request, read_request
from handouts.schema.plan import Patient

HERE = Path(__file__).parent
TODAY = datetime.date(2026, 11, 20)
IN_A_STACK = 1000
GIVEN = ("Ana", "Zoë", "Kwame", "Mei", "Łukasz", "Jane", "Ravi", "Ingrid")
FAMILY = ("Ruiz", "Müller", "Xu", "O’Brien", "Quist", "Novák", "Patel", "Vogel", "Young", "Zhang", "Fry")

Person = tuple[str, str]


@dataclass(frozen=True)
class Peer:
    """A tool: `files` makes one file for a person, `stack` one for many, and both say their bytes."""

    name: str
    files: Callable[[Person], int] | None
    stack: Callable[[list[Person]], int] | None = None
    in_a_stack: int = IN_A_STACK


@dataclass(frozen=True)
class Measured:
    """Milliseconds and bytes of one handout."""

    ms: float
    size: float


def person(number: int) -> Person:
    """Return one of 10,000 people of whom no two are alike."""
    return f"{GIVEN[number % 8]} {FAMILY[number % 11]} {number}", str(4711 + number)


def main() -> None:
    """Print a line for each tool."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        request = sample_request()
        said = put_said(compose(request, today=TODAY), request.style(), folder)
        print("| tool | ms a file | KB a file | ms in a stack | KB in a stack | files, ×  | stack, × |")
        print("|---|---|---|---|---|---|---|")
        base: tuple[Measured | None, Measured | None] | None = None
        for begin in (ours, typst, plain_reportlab, fpdf2, weasyprint, chromium):
            try:
                peer = begin(request, said, folder)
            except ImportError as error:
                print(f"| {begin.__name__} | not here: {error} | | | | | |")
                continue
            found = measured(peer, seconds)
            base = base or found
            print(_line(peer.name, found, base), flush=True)


def sample_request() -> Request:
    """Return the plan of the two pages with all that it names."""
    plan, clinic = HERE / "two-pages.yaml", HERE.parent / "examples" / "clinic.yaml"
    return read_request(plan, PlanOptions(), find_files(HERE, clinic=clinic), today=TODAY)


def measured(peer: Peer, seconds: float) -> tuple[Measured | None, Measured | None]:
    """Return what one handout costs in a file of its own and in a stack."""
    people = map(person, count())
    return _files(peer, people, seconds), _stack(peer, people, seconds)


def _files(peer: Peer, people: Iterator[Person], seconds: float) -> Measured | None:
    if peer.files is None:
        return None
    for _ in range(3):
        peer.files(next(people))
    begun, made, size = time.perf_counter(), 0, 0
    while (took := time.perf_counter() - begun) < seconds or made < 2:
        size += peer.files(next(people))
        made += 1
    return Measured(1000 * took / made, size / made)


def _stack(peer: Peer, people: Iterator[Person], seconds: float) -> Measured | None:
    if peer.stack is None:
        return None
    peer.stack([next(people) for _ in range(peer.in_a_stack)])
    begun, made, size = time.perf_counter(), 0, 0
    while (took := time.perf_counter() - begun) < seconds or not made:
        size += peer.stack([next(people) for _ in range(peer.in_a_stack)])
        made += peer.in_a_stack
    return Measured(1000 * took / made, size / made)


def _line(
    name: str, found: tuple[Measured | None, Measured | None], base: tuple[Measured | None, Measured | None]
) -> str:
    cells, ratios = [name], []
    for one, first in zip(found, base, strict=True):
        cells += [f"{one.ms:.2f}", f"{one.size / 1000:.1f}"] if one else ["", ""]
        ratios.append(f"{one.ms / first.ms:.1f}" if one and first else "")
    return f"| {' | '.join([*cells, *ratios])} |"


def ours(request: Request, _: dict[str, Any], folder: Path) -> Peer:
    """Return this program, to the bytes on the disk."""
    style = request.style()

    def pages(who: Person) -> LaidOut:
        plan = request.plan.model_copy(update={"patient": Patient(name=who[0], id=who[1])})
        return lay_out(compose(replace(request, plan=plan), today=TODAY), style, path=None)

    def one(who: Person) -> int:
        return _written(folder / "one.pdf", pdf_bytes(pages(who)))

    def many(people: list[Person]) -> int:
        target = folder / "stack.pdf"
        with Stack(target, flip="long") as stack:
            for who in people:
                stack.add(paint_pages(pages(who)), title=who[0], label=who[1])
        return target.stat().st_size

    return Peer("handouts", one, many)


def typst(_: Request, said: dict[str, Any], folder: Path) -> Peer:
    """Return Typst, whose template is a good one."""
    # By name, because the folder of its template is called the same.
    from typst import Compiler, compile

    options: dict[str, Any] = {"root": folder, "font_paths": [folder], "ignore_system_fonts": True}
    for svg in folder.glob("*.svg"):
        page = f'#set page(width: auto, height: auto, margin: 0pt)\n#image("{svg.name}")'
        (folder / "picture.typ").write_text(page)
        svg.with_suffix(".pdf").write_bytes(compile(folder / "picture.typ", **options))
    template = (HERE / "typst" / "handout.typ").read_text("utf-8")
    (folder / "files.typ").write_text(template, "utf-8")
    (folder / "stack.typ").write_text(template.replace('kind = ".svg"', 'kind = ".pdf"'), "utf-8")
    files, stack = (Compiler(folder / f"{name}.typ", **options) for name in ("files", "stack"))

    def made(people: list[Person], compiler: Any) -> int:
        content = compiler.compile(format="pdf", sys_inputs={"people": json.dumps(people)})
        return _written(folder / "typst.pdf", content)

    return Peer("Typst", lambda who: made([who], files), lambda people: made(people, stack))


def plain_reportlab(request: Request, said: dict[str, Any], folder: Path) -> Peer:
    """Return ReportLab as a friend of it would use it, untagged."""
    from plain_reportlab import PlainReportLab

    plain = PlainReportLab(compose(request, today=TODAY), said, folder)

    def many(people: list[Person]) -> int:
        return _written(folder / "plain.pdf", plain.build(people))

    return Peer("plain ReportLab, untagged", lambda who: many([who]), many, in_a_stack=100)


def fpdf2(_: Request, said: dict[str, Any], folder: Path) -> Peer:
    """Return fpdf2, untagged; it tells of every clip it leaves out."""
    from fpdf2_pages import build_fpdf2

    logging.getLogger("fpdf.svg").setLevel(logging.ERROR)

    def many(people: list[Person]) -> int:
        return _written(folder / "fpdf2.pdf", build_fpdf2(said, people, folder))

    return Peer("fpdf2, untagged", lambda who: many([who]), many, in_a_stack=20)


def weasyprint(_: Request, said: dict[str, Any], folder: Path) -> Peer:
    """Return WeasyPrint, with tags."""
    try:
        from weasyprint import HTML
    except OSError as error:
        raise ImportError(error) from error
    from html_pages import html_of
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def many(people: list[Person]) -> int:
        page = HTML(string=html_of(said, people), base_url=f"{folder}/")
        return _written(folder / "weasyprint.pdf", page.write_pdf(font_config=fonts, pdf_tags=True))

    return Peer("WeasyPrint", lambda who: many([who]), many, in_a_stack=20)


def chromium(_: Request, said: dict[str, Any], folder: Path) -> Peer:
    """Return headless Chromium; every file is a process of its own."""
    from html_pages import html_of

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        raise ImportError("no Chromium on this computer")

    def many(people: list[Person]) -> int:
        page, target = folder / "page.html", folder / "chromium.pdf"
        page.write_text(html_of(said, people), "utf-8")
        command = [program, "--headless", "--no-sandbox", f"--print-to-pdf={target}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        return target.stat().st_size

    return Peer("headless Chromium", lambda who: many([who]), many, in_a_stack=20)


def _written(target: Path, content: bytes) -> int:
    target.write_bytes(content)
    return len(content)


if __name__ == "__main__":
    main()
