"""What `make` writes beside the PDF, from the same plan: a web page, a note, a calendar, pictures."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handouts.commands.options import printing_of
from handouts.commands.sheets import sheets_of, sheets_path, told
from handouts.commands.target import HTML, ICS, PDF, PNG, TEXT, Kind, check_kind, check_owner
from handouts.compose.handout import Handout
from handouts.problems import ContentError, Problem, file_error
from handouts.request import Request

if TYPE_CHECKING:
    from handouts.pdf.sheets import SheetPlan

# Of a picture of a page: enough for a screen, and for paper at arm's length.
DOTS_PER_INCH = 150

# The options that name such a file, and what kind it is.
KINDS: dict[str, Kind] = {"html": HTML, "record_note": TEXT, "email": TEXT, "calendar": ICS, "png": PNG}


@dataclass(frozen=True)
class FileBeside:
    """A file that an option asks for; `is_same` tells whether what is there is the same person's.

    `said` is what whoever prints it must know.
    """

    option: str
    path: Path
    content: bytes
    is_same: Callable[[], bool]
    said: str = ""


def paths_beside(options: Mapping[str, Any]) -> list[Path]:
    """Return where such files go."""
    return [options[name] for name in KINDS if options[name]]


def faults_beside(options: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield why a file cannot go where an option says."""
    for name, kind in KINDS.items():
        try:
            if options[name]:
                check_kind(options[name], kind)
        except ContentError as error:
            yield from error.problems


def files_beside(
    request: Request, handout: Handout, pdf: bytes, options: Mapping[str, Any], *, today: datetime.date
) -> Iterator[FileBeside]:
    """Yield the files that the options ask for; raise ContentError for one that cannot be."""
    if path := options["html"]:
        from handouts.html.document import html_bytes, is_same_person

        content, at = html_bytes(handout, request.style(printing_of(options))), path
        yield FileBeside("--html", path, content, lambda: is_same_person(at.read_bytes(), handout))
    if path := options["record_note"]:
        note = _record_note(request, today).encode()
        yield FileBeside("--record-note", path, note, lambda: False)
    if path := options["email"]:
        from handouts.compose.record_note import compose_covering_text

        speech = request.library.in_language(handout.content.language).speech
        yield FileBeside("--email", path, compose_covering_text(handout, speech).encode(), lambda: False)
    if path := options["calendar"]:
        yield FileBeside("--calendar", path, _calendar(request, handout), lambda: False)
    if path := options["png"]:
        yield from _page_pictures(pdf, path)


def sheets_beside(target: Path, handout: Handout, pdf: bytes, plan: "SheetPlan") -> FileBeside:
    """Return the sheets of a PDF, which goes to a target; raise ContentError where they cannot go there."""
    path = sheets_path(target)
    check_kind(path, PDF)
    content, sheets = sheets_of(pdf, plan)
    said = told(target, sheets)
    return FileBeside("-o", path, content, partial(_are_same_sheets, path, target, handout), said)


def _are_same_sheets(path: Path, target: Path, handout: Handout) -> bool:
    """Return whether sheets were made from the PDF that is there, and that is the same person's."""
    from handouts.pdf.finished import is_same_handout, read_origin

    try:
        same = [read_origin(one, password=None).code for one in (path, target)]
    except ContentError:
        return False
    return same[0] == same[1] and is_same_handout(target, handout)


def _record_note(request: Request, today: datetime.date) -> str:
    """Return the note of the clinic's copy, whoever the handout itself is for."""
    from handouts.compose.record_note import compose_record_note
    from handouts.pipeline import compose

    copy = compose(replace(request, copy="clinic"), today=today)
    return compose_record_note(copy, request.library.in_language(copy.content.language).speech)


def _page_pictures(pdf: bytes, path: Path) -> Iterator[FileBeside]:
    """Yield a picture of each page, numbered; raise ContentError where one more is there already."""
    from handouts.pdf.finished import page_images, png_bytes

    images = page_images(pdf, dots_per_inch=DOTS_PER_INCH)
    names = [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, len(images) + 2)]
    if names[-1].exists():
        message = "this is there already, and would be taken for a page of this handout."
        raise file_error(names[-1], message, "Take it away, or choose another name.")
    for name, image in zip(names, images, strict=False):
        check_kind(name, PNG)
        yield FileBeside("--png", name, png_bytes(image), lambda: False)


def _calendar(request: Request, handout: Handout) -> bytes:
    """Return the reminders of the doses; raise ContentError where nothing says when they end."""
    from handouts.compose.doses import told_apart
    from handouts.compose.prescription import prescribed
    from handouts.compose.reminders import compose_reminders
    from handouts.ics import calendar_bytes

    plan, content, day = request.plan, handout.content, handout.person.date
    speech = request.library.in_language(content.language).speech
    given = told_apart(prescribed(plan, request.library), speech)
    try:
        reminders = compose_reminders(given, start=day, review=plan.review, speech=speech)
    except ValueError as error:
        hint = "Give the next review, as in `--review +14`, or the weeks of each dose, as in `4 weeks`."
        raise file_error(Path("--calendar"), f"{error}.", hint) from None
    words = ": ".join(filter(None, (speech.words.identity.review, content.author)))
    code = handout.origin.code if handout.origin else ""
    return calendar_bytes(
        reminders, code=code, made=day, review=(words, plan.review) if plan.review else None
    )


def check_owners(files: Sequence[FileBeside], *, own: Sequence[Path]) -> None:
    """Raise ContentError where a file would replace another person's; `own` were written before."""
    for one in files:
        if one.path not in own:
            check_owner(one.path, one.content, one.is_same, option=one.option)
