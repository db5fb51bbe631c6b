"""From a request to a file: compose its handout, lay it out, write it; each once."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from pydantic import ValidationError

from handouts.compose.doubts import doubts
from handouts.compose.handout import Handout
from handouts.compose.person import compose_handout, file_name
from handouts.compose.safety import country_of, unknown_number
from handouts.files import yaml_files
from handouts.library import CONTENT
from handouts.library.chosen import find_conditions
from handouts.library.content import Library
from handouts.page.drawable import LayoutError
from handouts.page.pages import LaidOut
from handouts.page.style import Style
from handouts.page.type import check_characters
from handouts.pdf.fonts import NoGlyphError
from handouts.pdf.pages import pdf_bytes
from handouts.problems import ContentError, Problem, file_error, listed
from handouts.request import Request
from handouts.source import read_source

# What else to do about a block that fits no page.
LESS_LETTERHEAD = "Leave less room for the letterhead, or choose a layout whose type is smaller."


def compose(request: Request, *, today: datetime.date) -> Handout:
    """Return the handout of a request, dated `today` where its plan has no date."""
    clinic = request.clinic
    with faults_told(request.library):
        return compose_handout(
            request.plan,
            request.library,
            clinic=clinic.clinic if clinic else None,
            logo=clinic.logo if clinic else None,
            layout=request.layout,
            today=today,
            previous=request.previous,
            copy=request.copy,
            cautions=request.cautions,
        )


def lay_out(handout: Handout, style: Style, *, path: Path | None) -> LaidOut:
    """Return the pages in the arrangement of the layout; raise ContentError for what fits on none."""
    try:
        match style.layout.arrangement:
            case "plan-sheet":
                from handouts.page.sheet import lay_out_plan_sheet

                return lay_out_plan_sheet(handout, style)
            case "cards":
                from handouts.page.cards import lay_out_cards

                return lay_out_cards(handout, style)
            case "panels":
                from handouts.page.leaflet import lay_out_leaflet

                return lay_out_leaflet(handout, style)
            case "handout":
                from handouts.page.handout import lay_out_handout

                return lay_out_handout(handout, style)
            case never:
                assert_never(never)
    except LayoutError as error:
        where = path or Path("the plan")
        hint = LESS_LETTERHEAD if style.is_preprinted else error.hint
        raise file_error(where, str(error), hint) from None


def write(pages: LaidOut, library: Library, *, password: str | None = None) -> bytes:
    """Return the pages as PDF, archival unless there is a password.

    Raises ContentError for characters of one's own content that cannot be printed.
    """
    with faults_told(library, NoGlyphError):
        content = pdf_bytes(pages, archive=password is None)
    if password is None:
        return content
    # The library that encrypts is only loaded for it.
    from handouts.pdf.protect import protect

    return protect(content, password)


def name_of(request: Request, handout: Handout, *, with_name: bool) -> str:
    """Return the name of the file of a handout; the person's full name is in it where it is asked for."""
    ending = "" if request.copy == "patient" else request.copy
    return file_name(
        request.plan.patient,
        handout.content.title,
        day=handout.person.date,
        with_name=with_name,
        ending=ending,
    )


def warnings_of(request: Request, day: datetime.date, path: Path | None) -> list[Problem]:
    """Return what whoever prints a handout should know of it; `path` is the file of its plan."""
    plan, library, where = request.plan, request.library, path or Path("options")
    overdue = [one for one in find_conditions(plan.condition, library) if day > one.check_by]
    found = [
        Problem(
            library.file("conditions", one.id).path,
            0,
            0,
            f"this content was due for review on {one.check_by}.",
        )
        for one in overdue
    ]
    found += _without_number(request, where)
    found += [Problem(where, 0, 0, message, hint) for message, hint in doubts(plan, library)]
    found += request.unused
    return [replace(one, message=f"warning: {one.message}") for one in found]


def _without_number(request: Request, where: Path) -> Iterator[Problem]:
    """Yield a problem where no number for an ambulance can be printed."""
    clinic = request.clinic
    own = clinic.clinic if clinic else None
    unknown = unknown_number(own, country_of(own, request.plan), request.library.countries)
    if unknown:
        message, hint = unknown
        if clinic is None and request.plan.country is None:
            hint = (
                f"No clinic was found; it was looked for as {listed(request.looked)}. `handouts new clinic` "
                "writes one. Who has none writes `country: gb`, with their own country, in the plan."
            )
        yield Problem(clinic.source.path if clinic else where, 0, 0, message, hint)


@contextmanager
def faults_told(library: Library, fault: type[ValueError] = ValueError) -> Iterator[None]:
    """Raise ContentError where one's own content fits the models, but not what it is used with.

    This shows as a `fault`; any other is one of the program.
    """
    try:
        yield
    except ValidationError:
        # It quotes values, and a model that is built from checked ones has none that do not fit.
        raise
    except fault as error:
        own = [folder for folder in library.folders if folder != CONTENT]
        # What the program brings with it is right, so a fault in it is one of the program.
        if not own:
            raise
        raise ContentError([*_faults_of(own)] or [Problem(own[0], 0, 0, f"{error}.")]) from error


def _faults_of(own: Sequence[Path]) -> Iterator[Problem]:
    """Yield the characters of one's own content that cannot be printed."""
    for path in sorted(path for folder in own for path in yaml_files(folder, inside=True)):
        yield from check_characters(read_source(path))
