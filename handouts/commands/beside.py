"""What `make` writes beside the PDF, from the same plan: a web page, a note for the record."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from handouts.commands.target import HTML, TEXT, Kind, check_kind, check_owner
from handouts.compose.handout import Handout
from handouts.problems import ContentError, Problem
from handouts.request import Request

# The options that name such a file, and what kind it is.
KINDS: dict[str, Kind] = {"html": HTML, "record_note": TEXT}


@dataclass(frozen=True)
class FileBeside:
    """A file that an option asks for; `is_same` tells whether what is there is the same person's."""

    option: str
    path: Path
    content: bytes
    is_same: Callable[[], bool]


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
    request: Request, handout: Handout, options: Mapping[str, Any], *, today: datetime.date
) -> Iterator[FileBeside]:
    """Yield the files that the options ask for."""
    if path := options["html"]:
        from handouts.html.document import html_bytes

        content = html_bytes(handout, request.style(mono=options["mono"]))
        yield FileBeside("--html", path, content, partial(_is_same_page, path, handout))
    if path := options["record_note"]:
        note = _record_note(request, today).encode()
        yield FileBeside("--record-note", path, note, lambda: False)


def _is_same_page(path: Path, handout: Handout) -> bool:
    from handouts.html.document import is_same_person

    return is_same_person(path.read_bytes(), handout)


def _record_note(request: Request, today: datetime.date) -> str:
    """Return the note of the clinic's copy, whoever the handout itself is for."""
    from handouts.compose.record_note import compose_record_note
    from handouts.pipeline import compose

    copy = compose(replace(request, copy="clinic"), today=today)
    return compose_record_note(copy, request.library.in_language(copy.content.language).speech)


def check_owners(files: Sequence[FileBeside], *, own: Sequence[Path]) -> None:
    """Raise ContentError where a file would replace another person's; `own` were written before."""
    for one in files:
        if one.path not in own:
            check_owner(one.path, one.content, one.is_same, option=one.option)
