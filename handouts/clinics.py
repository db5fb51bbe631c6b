"""Turn a clinic's file into the clinic and the logo on its sheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from handouts.problems import ContentError
from handouts.schema.check import check
from handouts.schema.clinic import Clinic
from handouts.source import Source, read_source


@dataclass(frozen=True)
class ClinicFile:
    """A clinic, its logo as PNG bytes, and the files both came from."""

    clinic: Clinic
    logo: bytes | None
    paths: tuple[Path, ...]


def find_clinic_path(named: Path | None, beside: Path, usual: Sequence[Path]) -> Path | None:
    """Return the file of the clinic: the named one, else `clinic.yaml` in a folder, else a usual one."""
    if named is not None:
        return named
    return next((path for path in (beside / "clinic.yaml", *usual) if path.is_file()), None)


def read_clinic(path: Path) -> ClinicFile:
    """Return the clinic of a file; its logo is looked up beside the file; raise ContentError."""
    source = read_source(path)
    clinic = check(source, Clinic)
    if clinic.logo is None:
        return ClinicFile(clinic, None, (path,))
    logo_path = path.parent / clinic.logo
    return ClinicFile(clinic, _read_logo(logo_path, source), (path, logo_path))


def _read_logo(path: Path, source: Source) -> bytes:
    # The picture library is only loaded for a clinic that has a logo.
    from handouts.logo import UnusableLogo, read_logo

    try:
        return read_logo(path)
    except UnusableLogo as fault:
        raise ContentError([source.problem(("logo",), fault.message, fault.hint)]) from None
