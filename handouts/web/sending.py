"""Send pages to a printer of this computer; they are on the disk until it has them, under nobody's name."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool

from handouts.batch.printer import print_stacks
from handouts.problems import ContentError
from handouts.schema.printer import FlipEdge
from handouts.web.desk import Desk, Refused, spoken
from handouts.web.form import Form

# A spooler shows the name of what it prints.
HANDOUT = "handout.pdf"


async def send_handout(desk: Desk, form: Form, printer: str) -> None:
    """Print the handout of a form; raise Refused."""
    made = desk.make(form)
    with TemporaryDirectory(prefix="handouts-") as folder:
        path = Path(folder) / HANDOUT
        path.write_bytes(made.content)
        flip = made.style.flip if form["duplex"] else None
        await send(desk, {path: (made.style.paper_name, flip)}, printer)


async def send(desk: Desk, files: Mapping[Path, tuple[str, FlipEdge | None]], printer: str) -> None:
    """Print files, each on its paper, on both sides where there is an edge to flip on; raise Refused."""
    if printer not in desk.printers:
        raise Refused({"printer": [desk.library.speech.words.desk.no_printer]})
    try:
        await run_in_threadpool(print_stacks, files, printer, tray="")
    except ContentError as error:
        raise Refused({"printer": spoken(error.problems)}) from None
