"""The addresses of the desk; each answer is made from the form that comes with the question."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from handouts.html.document import tones
from handouts.library.layouts import find_layout
from handouts.library.words import fill
from handouts.page.style import Style
from handouts.page.type import font_file
from handouts.pdf.protect import as_typed, password_fault
from handouts.request import USUAL_LAYOUT
from handouts.web.actions import act
from handouts.web.answers import CSS, FONT, JAVASCRIPT, PDF, YAML, file_answer, print_handout, texts_of
from handouts.web.desk import Desk, Refused
from handouts.web.form import Form, read_form
from handouts.web.pictures import exercise_picture
from handouts.web.plans import common_plan, keep, open_kept
from handouts.web.roster_app import roster_answers
from handouts.web.roster_view import RosterPage
from handouts.web.view import Page, Preview

HERE = Path(__file__).parent

Answer = Callable[[Request], Coroutine[Any, Any, Response]]


def make_app(desk: Desk) -> Starlette:
    """Return the app of a desk, without a guard."""
    page, list_page = Page(desk), RosterPage(desk)
    routes: dict[str, tuple[str, Answer]] = {
        "/": ("GET", partial(_empty, page)),
        "/form": ("POST", partial(_changed, page)),
        "/preview": ("POST", partial(_preview, page)),
        "/pdf": ("POST", partial(_asked, page, _pdf)),
        "/print": ("POST", partial(_asked, page, partial(_pdf, shown=True))),
        "/both": ("POST", partial(_asked, page, partial(_pdf, shown=True, both=True))),
        **({"/send": ("POST", partial(_asked, page, _send))} if desk.printers else {}),
        "/plan": ("POST", partial(_asked, page, _plan)),
        "/open": ("POST", partial(_open, page)),
        **(_plan_routes(page) if desk.plans else {}),
        **roster_answers(list_page),
        "/roster/with": ("POST", partial(_asked, page, partial(_for_list, list_page=list_page))),
        "/favicon.ico": ("GET", _nothing),
        "/desk.css": ("GET", partial(_look, desk)),
        "/desk.js": ("GET", partial(_script, "desk.js")),
        "/roster.js": ("GET", partial(_script, "roster.js")),
        "/type/{weight}.ttf": ("GET", _type),
        "/picture/{exercise}": ("GET", partial(_picture, desk)),
    }
    return Starlette(
        routes=[Route(path, answer, methods=how.split()) for path, (how, answer) in routes.items()]
    )


def _plan_routes(page: Page) -> dict[str, tuple[str, Answer]]:
    """Return the addresses of a desk that has a folder of plans."""
    return {
        "/plans": ("GET POST", partial(_plans, page)),
        "/keep": ("POST", partial(_asked, page, _keep)),
        "/kept": ("POST", partial(_asked, page, _kept)),
    }


@dataclass(frozen=True)
class Sent:
    """What a browser sent: the form, the button that was pressed, and a password, which no page repeats."""

    form: Form
    pressed: str
    password: str


async def _sent(request: Request) -> Sent:
    texts = await texts_of(request)
    pressed, password = ((texts.get(name) or [""])[0] for name in ("do", "password"))
    return Sent(read_form(texts), pressed, password)


Work = Callable[[Page, Sent], Coroutine[Any, Any, Response]]


async def _asked(page: Page, work: Work, request: Request) -> Response:
    """Return what is made of a form, or the desk with what must change in it."""
    sent = await _sent(request)
    try:
        return await work(page, sent)
    except Refused as refused:
        return page.html(sent.form, Preview(told=refused.told), status=422)


async def _empty(page: Page, request: Request) -> Response:
    return page.html(Form())


async def _changed(page: Page, request: Request) -> Response:
    """Return the desk after a button; a script that asks for the form alone gets no pages with it."""
    sent = await _sent(request)
    form = act(sent.form, sent.pressed, page.desk.library, page.desk.usual_exercises(sent.form))
    return page.html(form, with_preview=request.headers.get("x-part") != "form")


async def _preview(page: Page, request: Request) -> Response:
    return page.preview_html((await _sent(request)).form)


async def _pdf(page: Page, sent: Sent, *, shown: bool = False, both: bool = False) -> Response:
    """Return the PDF, to be `shown` in the browser or saved; a password is for what is saved."""
    wrong = password_fault(sent.password) if sent.password and not shown else ""
    if wrong:
        raise Refused({"password": [f"{wrong[0].upper()}{wrong[1:]}."]})
    password = as_typed(sent.password) if sent.password and not shown else None
    name, content = page.desk.file_of(sent.form, both=both, password=password)
    return file_answer(content, PDF, name, shown=shown)


async def _plan(page: Page, sent: Sent) -> Response:
    name, text = page.desk.plan_text(sent.form)
    return file_answer(text.encode(), YAML, name, shown=False)


async def _for_list(page: Page, sent: Sent, *, list_page: RosterPage) -> Response:
    """Return the page on which a list is chosen, whose people have the plan of the form in common."""
    return list_page.begin(common_plan(page.desk, sent.form))


async def _open(page: Page, request: Request) -> Response:
    async with request.form(max_fields=1, max_files=1) as sent:
        file = sent.get("plan")
        content = await file.read() if file is not None and not isinstance(file, str) else b""
    try:
        return page.html(page.desk.open(content.decode("utf-8", "replace"), Path("plan.yaml")))
    except Refused as refused:
        return page.html(Form(), Preview(told=refused.told), status=422)


async def _plans(page: Page, request: Request) -> Response:
    asked = (await _sent(request)).form["words"] if request.method == "POST" else ""
    return page.plans_html(asked)


async def _keep(page: Page, sent: Sent) -> Response:
    return page.html(keep(page.desk, sent.form), said=page.desk.library.speech.words.desk.kept)


async def _send(page: Page, sent: Sent) -> Response:
    """Return the desk after its handout was sent to a printer."""
    await print_handout(page.desk, sent.form)
    said = fill(page.desk.library.speech.words.desk.sent, printer=sent.form["printer"])
    return page.html(sent.form, said=said)


async def _kept(page: Page, sent: Sent) -> Response:
    """Return the desk with a plan of the folder: opened, followed or copied."""
    how, _, key = sent.pressed.partition(":")
    return page.html(open_kept(page.desk, key, how))


async def _look(desk: Desk, request: Request) -> Response:
    layout = find_layout(USUAL_LAYOUT, desk.library.layouts)
    colours = tones(Style(layout, layout.paper).palette)
    return Response(colours + (HERE / "desk.css").read_text("utf-8"), media_type=CSS)


async def _nothing(request: Request) -> Response:
    """Return no icon, which a browser asks for beside a PDF."""
    return Response(status_code=204)


async def _script(name: str, request: Request) -> Response:
    return Response((HERE / name).read_bytes(), media_type=JAVASCRIPT)


async def _type(request: Request) -> Response:
    return Response(font_file(strong=request.path_params["weight"] == "strong"), media_type=FONT)


async def _picture(desk: Desk, request: Request) -> Response:
    exercise = request.path_params["exercise"]
    found = exercise_picture(exercise, desk.library) if exercise in desk.library.ids("exercises") else None
    return Response(found[0], media_type=found[1]) if found else Response(status_code=404)
