"""Turn who a handout is for into the name of its file, which gives away no more than it must."""

import datetime
import re
import unicodedata

from handouts.schema.plan import Patient

LONGEST = 48
NOT_SAFE = re.compile(r"[\W_]+")


def file_name(
    patient: Patient | None, title: str, *, day: datetime.date, with_name: bool = False, ending: str = ""
) -> str:
    """Return a name such as `4711-2026-11-20.pdf`, safe on every system.

    The person stands in it as id or initials, and by full name only `with_name`; without a person,
    the title of the handout does. An `ending` such as `clinic` keeps two copies apart.
    """
    person = _person(patient, with_name=with_name) if patient else ""
    parts = (person or _safe(title).lower(), day.isoformat(), ending)
    return "-".join(part for part in parts if part) + ".pdf"


def _person(patient: Patient, *, with_name: bool) -> str:
    full_name = patient.name if with_name else None
    known = _safe(patient.id or "") or _safe(patient.initials or _initials(patient.name or ""))
    return "-".join(part for part in (_safe(full_name or ""), known) if part)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalnum())


def _safe(text: str) -> str:
    """Return the letters and digits of a text, joined by hyphens: no separators, dots or signs."""
    plain = unicodedata.normalize("NFKC", text)
    return NOT_SAFE.sub("-", plain).strip("-")[:LONGEST].strip("-")
