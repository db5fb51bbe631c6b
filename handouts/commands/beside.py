"""What `make` writes beside the PDF, from the same handout: a web page."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from handouts.commands.target import HTML, check_kind, check_owner
from handouts.compose.handout import Handout
from handouts.page.style import Style
from handouts.problems import ContentError, Problem


def faults_beside(options: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield why a file cannot go where an option says."""
    try:
        if options["html"]:
            check_kind(options["html"], HTML)
    except ContentError as error:
        yield from error.problems


def files_beside(handout: Handout, style: Style, options: Mapping[str, Any]) -> dict[Path, bytes]:
    """Return the contents of the files that the options ask for."""
    files: dict[Path, bytes] = {}
    if options["html"]:
        from handouts.html.document import html_bytes

        files[options["html"]] = html_bytes(handout, style)
    return files


def check_owners(files: Mapping[Path, bytes], handout: Handout, *, own: Collection[Path]) -> None:
    """Raise ContentError where a file would replace another person's; `own` were written before."""
    for path, content in files.items():
        if path not in own:
            check_owner(path, content, partial(_is_same, path, handout), option="--html")


def _is_same(path: Path, handout: Handout) -> bool:
    from handouts.html.document import is_same_person

    return is_same_person(path.read_bytes(), handout)
