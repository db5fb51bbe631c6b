"""What an answer of the desk is made with: the texts that were sent, files for the browser, and printing."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from handouts.batch.printer import print_stacks
from handouts.problems import ContentError
from handouts.schema.papers import FlipEdge
from handouts.web.desk import Desk, Refused, spoken
from handouts.web.form import Form

PDF, YAML, CSV, ZIP, CSS, JAVASCRIPT, FONT = (
    "application/pdf",
    "application/yaml",
    "text/csv",
    "application/zip",
    "text/css",
    "text/javascript",
    "font/ttf",
)
MOST_FIELDS = 2_000
# A spooler shows the name of what it prints.
HANDOUT = "handout.pdf"


async def texts_of(request: Request) -> dict[str, list[str]]:
    """Return the texts that a browser sent, by the names of their fields."""
    async with request.form(max_fields=MOST_FIELDS, max_files=0) as sent:
        return {name: [one for one in sent.getlist(name) if isinstance(one, str)] for name in sent}


def file_answer(content: bytes, kind: str, name: str, *, shown: bool) -> Response:
    """Return a file to be `shown` in the browser or saved."""
    how = "inline" if shown else "attachment"
    safe = name.encode("ascii", "ignore").decode() or "handout"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'{how}; filename="{safe}"'})


async def print_handout(desk: Desk, form: Form) -> None:
    """Print the handout of a form, which is on the disk until the printer has it; raise Refused."""
    made = desk.make(form)
    with TemporaryDirectory(prefix="handouts-") as folder:
        path = Path(folder) / HANDOUT
        path.write_bytes(made.content)
        flip = made.style.flip if form["duplex"] else None
        await print_files(desk, {path: (made.style.paper_name, flip)}, form["printer"])


async def print_files(desk: Desk, files: Mapping[Path, tuple[str, FlipEdge | None]], printer: str) -> None:
    """Print files, each on its paper, on both sides where there is an edge to flip on; raise Refused."""
    if printer not in desk.printers:
        raise Refused({"printer": [desk.library.speech.words.desk.no_printer]})
    try:
        await run_in_threadpool(print_stacks, files, printer, tray="")
    except ContentError as error:
        raise Refused({"printer": spoken(error.problems)}) from None
