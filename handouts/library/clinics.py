"""Turn a clinic's file into the clinic and the logo on its sheets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.library.macros import with_macros
from handouts.problems import ContentError, Problem
from handouts.schema.check import check_rest, in_order, try_check
from handouts.schema.clinic import Clinic
from handouts.schema.exercise import Exercise
from handouts.schema.layout import Layout
from handouts.schema.plan import Plan
from handouts.source import Source, read_as_far

# What the file of a clinic is called where it is found by itself.
CLINIC = "clinic.yaml"
# The arrangements that have a place for links.
WITH_LINKS = ("handout", "panels")


@dataclass(frozen=True)
class ClinicFile:
    """A clinic, its logo as PNG bytes, and the file they came from with its places."""

    clinic: Clinic
    logo: bytes | None
    source: Source


def find_clinic_path(named: Path | None, beside: Path, usual: Path | None) -> Path | None:
    """Return the file of the clinic: the named one, else `clinic.yaml` in a folder, else the usual one."""
    if named is not None:
        return named
    near = beside / CLINIC
    return near if near.is_file() else usual


def content_folder(path: Path) -> Path | None:
    """Return the folder of content that the file of a clinic names; raise ContentError where it is missing.

    What else is wrong with the file is told when it is read.
    """
    try:
        source = read_as_far(path)
    except ContentError:
        return None
    named = source.get("content")
    if not isinstance(named, str):
        return None
    folder = path.parent / named
    if not folder.is_dir():
        raise ContentError([source.problem(("content",), "there is no such folder beside this file.")])
    return folder


def read_clinic(path: Path) -> ClinicFile:
    """Return the clinic of a file; its logo is looked up beside the file; raise ContentError.

    The macros in its own texts have their text in their place.
    """
    source, wrong = _with_own_macros(read_as_far(path))
    clinic, problems = try_check(source, Clinic)
    problems += wrong
    named = source.get("logo")
    logo = None
    if isinstance(named, str):
        try:
            logo = _read_logo(path.parent / named, source)
        except ContentError as error:
            problems += error.problems
    if clinic is None or problems:
        raise ContentError(in_order(problems))
    return ClinicFile(clinic, logo, source)


def _with_own_macros(source: Source) -> tuple[Source, list[Problem]]:
    macros = source.get("macros")
    named = macros if isinstance(macros, Mapping) else {}
    return with_macros(source, {key: said for key, said in named.items() if isinstance(said, str)})


def rest_of_clinic(path: Path) -> ClinicFile | None:
    """Return a clinic without what is wrong in its file, to find further faults; None where too much is.

    Raises ContentError for what cannot be read at all.
    """
    source = read_as_far(path)
    clinic, _ = check_rest(source, Clinic)
    return ClinicFile(clinic, None, source) if clinic else None


def unlinked(
    clinic: ClinicFile | None, exercises: Iterable[Exercise], layout: Layout, source: Source
) -> Iterator[Problem]:
    """Yield the pages of a clinic, and the videos of a plan's exercises, that a layout has no place for."""
    if layout.arrangement in WITH_LINKS:
        return
    if clinic and clinic.clinic.links:
        message = f"`links` are left out: the layout `{layout.id}` has no place for them."
        yield clinic.source.problem(("links",), message, at_key=True)
    if any(one.video for one in exercises):
        message = f"the videos of exercises are left out: the layout `{layout.id}` has no place for them."
        yield source.problem((), message)


def _read_logo(path: Path, source: Source) -> bytes:
    # The picture library is only loaded for a clinic that has a logo.
    from handouts.library.image import UnusableImage, read_logo

    try:
        return read_logo(path)
    except UnusableImage as fault:
        raise ContentError([source.problem(("logo",), fault.message, fault.hint)]) from None


def two_countries(plan: Plan, source: Source, clinic: ClinicFile) -> Iterator[Problem]:
    """Yield the country of a plan that is not the one of its clinic: who knows whom to call?"""
    country = clinic.clinic.country
    if plan.country and country and plan.country != country:
        # A code that was checked is nobody's name.
        message = f"`country` is {plan.country}, and the clinic's is {country}."
        yield source.problem(("country",), message, "Leave it out; it is for those who have no clinic.")
