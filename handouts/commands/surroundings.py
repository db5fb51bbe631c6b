"""What the program takes from around it: today's date, the environment, this computer's clinic, folders."""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from handouts.library import CONTENT, LAYOUTS
from handouts.library.clinics import CLINIC, content_folder, find_clinic_path
from handouts.library.content import Library
from handouts.problems import ContentError, file_error
from handouts.request import InputFiles

# The environment variable that names the clinic of this computer.
VARIABLE = "HANDOUTS_CLINIC"


def today() -> datetime.date:
    """Return the day of this computer's clock, where it is."""
    return datetime.date.today()


def usual_clinic() -> Path | None:
    """Return the clinic of this computer: HANDOUTS_CLINIC, else `clinic.yaml` in the settings folder."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    kept = _kept_clinic()
    return kept if kept.is_file() else None


def _kept_clinic() -> Path:
    """Return where the clinic of this computer is kept, be it there or not."""
    return Path(click.get_app_dir("handouts")) / CLINIC


def printers() -> Path:
    """Return the folder of this computer's printers, be it there or not: they stand beside no plan."""
    return Path(click.get_app_dir("handouts")) / "printers"


def find_files(
    beside: Path,
    *,
    clinic: Path | None = None,
    content: Path | None = None,
    layouts: Path | None = None,
    since: Path | None = None,
) -> InputFiles:
    """Return where files are looked for: those that are named, else those beside the plan, then ours.

    The content of the clinic stands between. Raises ContentError for a named folder that is missing.
    """
    path = find_clinic_path(clinic, beside, usual_clinic())
    return InputFiles(
        beside=beside,
        content=_content(content, beside, path),
        layouts=_folders(layouts, beside / "layouts", LAYOUTS),
        clinic=path,
        clinic_for_all=clinic is not None,
        previous=since,
        looked=(str(beside / CLINIC), VARIABLE, str(_kept_clinic())),
    )


@contextmanager
def kinds_told(plan: Path | None, files: InputFiles) -> Iterator[None]:
    """Let an error about a file of another kind, such as a clinic for a plan, say only that."""
    try:
        yield
    except ContentError as error:
        from handouts.commands.kinds import of_other_kind

        raise of_other_kind(error, plan, files) from None


def open_library(beside: Path, *, content: Path | None = None, layouts: Path | None = None) -> Library:
    """Return the library of the folders that are named, else beside a file, and ours; raise ContentError."""
    return find_files(beside, content=content, layouts=layouts).library()


def _content(named: Path | None, beside: Path, clinic: Path | None) -> tuple[Path, ...]:
    """Return the folders of content: the named one, else the one beside a plan, the clinic's, then ours."""
    *own, ours = _folders(named, beside / "content", CONTENT)
    of_clinic = content_folder(clinic) if clinic else None
    others = {one.resolve() for one in (*own, ours)}
    return (*own, *([of_clinic] if of_clinic and of_clinic.resolve() not in others else ()), ours)


def _folders(named: Path | None, beside: Path, ours: Path) -> tuple[Path, ...]:
    if named and not named.is_dir():
        raise file_error(named, "there is no such folder.")
    own = named or beside
    # In a checkout the folder beside a plan can be ours.
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)
