"""The addresses of a roster on the desk; each answer is made from the form that comes with the question.

The list, and the stack that is made of it, lie in a folder of the system's for temporary files while a
question is answered. Nobody else can read it, and it goes with the answer.
"""

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from handouts.batch.rejected import rejected_text
from handouts.files import write_whole
from handouts.problems import ContentError
from handouts.source import parse_source, write_source
from handouts.web.answers import CSV, PDF, ZIP, file_answer, print_files, texts_of
from handouts.web.desk import Refused, spoken
from handouts.web.plans import MAP, for_all
from handouts.web.roster_form import MOST_FILE, RosterForm, read_roster_form
from handouts.web.roster_look import BASE, Looked, look_through
from handouts.web.roster_stack import RosterStack
from handouts.web.roster_view import RosterPage

Answer = Callable[[Request], Coroutine[Any, Any, Response]]
LIVE = "application/octet-stream"


@dataclass(frozen=True)
class Asked:
    """A list that was looked through for one question, and the folder that is `held` until it is answered."""

    page: RosterPage
    form: RosterForm
    looked: Looked
    folder: Path
    held: ExitStack

    def html(self, **more: Any) -> Response:
        """Return the page of the list."""
        return self.page.html(self.form, self.looked, **more)


Work = Callable[[Asked], Coroutine[Any, Any, Response]]


def roster_answers(page: RosterPage) -> dict[str, tuple[str, Answer]]:
    """Return the addresses of lists, with how each is asked."""
    return {
        "/roster": ("GET POST", partial(_list, page)),
        "/roster/open": ("POST", partial(_open, page)),
        "/roster/stack": ("POST", partial(_with_list, page, _stack)),
        "/roster/stack/live": ("POST", partial(_with_list, page, _live_stack)),
        **(_printing(page) if page.desk.printers else {}),
        "/roster/rejected": ("POST", partial(_with_list, page, _rejected)),
        **({"/roster/map": ("POST", partial(_with_list, page, _keep_map))} if page.desk.plans else {}),
    }


def _printing(page: RosterPage) -> dict[str, tuple[str, Answer]]:
    return {
        "/roster/send": ("POST", partial(_with_list, page, partial(_stack, prints=True))),
        "/roster/send/live": ("POST", partial(_with_list, page, partial(_live_stack, prints=True))),
    }


async def _list(page: RosterPage, request: Request) -> Response:
    if request.method == "GET":
        return page.begin()
    return await _with_list(page, _shown, request)


async def _open(page: RosterPage, request: Request) -> Response:
    """Return the page of a list that was chosen."""
    async with request.form(max_fields=1, max_files=2) as sent:
        files = {name: one for name in ("list", "common") if isinstance(one := sent.get(name), UploadFile)}
        contents = {name: (await file.read(), file.filename or "") for name, file in files.items()}
        plan = str(sent.get("plan") or "")
    content, name = contents.get("list", (b"", ""))
    common = contents.get("common", (b"", ""))[0].decode("utf-8", "replace")
    if not content or len(content) > MOST_FILE:
        words = page.words
        return page.begin(plan, [words.too_large if content else words.no_file])
    try:
        # A plan that was made for a patient is not theirs any more here.
        plan = for_all(parse_source(common, BASE)) if common else plan
    except ContentError as error:
        return page.begin(plan, spoken(error.problems))
    form = RosterForm().holding(name, content).saying(plan=plan)
    return await _answer(page, _shown, form)


async def _with_list(page: RosterPage, work: Work, request: Request) -> Response:
    return await _answer(page, work, read_roster_form(await texts_of(request)))


async def _answer(page: RosterPage, work: Work, form: RosterForm) -> Response:
    with ExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory(prefix="handouts-")))
        try:
            looked = look_through(page.desk, form, folder)
        except Refused as refused:
            return page.begin(form["plan"], refused.told["list"])
        form = form.saying(mended=json.dumps(looked.table.cells))
        return await work(Asked(page, form, looked, folder, held))


async def _shown(asked: Asked) -> Response:
    return asked.html()


async def _keep_map(asked: Asked) -> Response:
    """Keep what the headings mean in the folder of plans, for the next list."""
    folder = asked.page.desk.plans
    assert folder is not None
    try:
        write_whole(write_source(asked.looked.lines).encode(), folder / MAP)
    except OSError as error:
        return asked.html(told={"map": [f"{error.strerror or error}."]})
    return asked.html(said=asked.page.words.map_kept)


async def _rejected(asked: Asked) -> Response:
    """Return the rows that are left out as a list of their own, each with the reason."""
    maker = asked.looked.maker
    if maker is None:
        return asked.html(told={"stack": [asked.page.words.headings_first]})
    text = rejected_text(maker.run.roster, asked.looked.wrong, folder=asked.folder, around=None)
    return file_answer(text.encode("utf-8-sig"), CSV, "rejected.csv", shown=False)


def _refusal(asked: Asked) -> dict[str, list[str]]:
    """Return why no stack is made yet, by the field at which it is told; nothing where one can be."""
    looked, words = asked.looked, asked.page.words
    if looked.checked is None or looked.problems:
        return {"stack": [words.headings_first]}
    if not looked.checked.rows:
        return {"stack": [words.nobody]}
    return {"skip": [words.mend_or_skip]} if looked.wrong and not asked.form["skip"] else {}


async def _stack(asked: Asked, *, prints: bool = False) -> Response:
    """Return the stack as a file, or the page after it was printed, for a browser without scripts."""
    printer = asked.form["printer"] if prints else ""
    if told := _refusal(asked):
        return asked.html(told=told)
    stack = RosterStack(asked.looked, asked.form, asked.folder)
    try:
        async for _ in stack.steps():
            pass
        if printer:
            await print_files(asked.page.desk, stack.printed, printer)
            return asked.html(said=asked.page.sent(printer))
        name, content = stack.file()
    except ContentError as error:
        return asked.html(told={"stack": spoken(error.problems)})
    except Refused as refused:
        return asked.html(told=refused.told)
    return file_answer(content, _kind(name), name, shown=name.endswith(".pdf"))


async def _live_stack(asked: Asked, *, prints: bool = False) -> Response:
    """Return lines of JSON that tell how many rows are done, then what came of it and the file itself.

    A stack that is printed comes without its file.
    """
    printer = asked.form["printer"] if prints else ""
    if told := _refusal(asked):
        return asked.html(told=told)
    stack = RosterStack(asked.looked, asked.form, asked.folder)
    return StreamingResponse(_told(stack, asked.page, asked.held.pop_all(), printer), media_type=LIVE)


async def _told(stack: RosterStack, page: RosterPage, held: ExitStack, printer: str) -> AsyncIterator[bytes]:
    with held:
        try:
            async for done in stack.steps():
                yield _line({"done": done, "of": stack.total})
            if printer:
                await print_files(page.desk, stack.printed, printer)
            name, content = ("", b"") if printer else stack.file()
        except ContentError as error:
            yield _line({"wrong": " ".join(spoken(error.problems))})
            return
        except Refused as refused:
            yield _line({"wrong": " ".join(one for told in refused.told.values() for one in told)})
            return
    yield _line({"said": page.done_html(stack, printer), "name": name, "kind": _kind(name)})
    yield content


def _kind(name: str) -> str:
    return ZIP if name.endswith(".zip") else PDF


def _line(said: dict[str, Any]) -> bytes:
    return f"{json.dumps(said)}\n".encode()
