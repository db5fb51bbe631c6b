"""Turn a person's details and the clinic into what is this person's own, the name of the file too."""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from handouts import __version__
from handouts.compose.handout import ClinicCopy, Content, Field, Footer, Letterhead, Person
from handouts.compose.text import Span, Text, contact_spans, phone_span, text_of
from handouts.library.words import Speech, fill
from handouts.schema.base import Limb
from handouts.schema.clinic import Clinic, Privacy
from handouts.schema.condition import Condition
from handouts.schema.layout import FileTitle
from handouts.schema.origin import Origin
from handouts.schema.plan import Patient, Plan

Copy = Literal["patient", "clinic"]

# The longest part of the name of a file, and what cannot stand in one on every system.
_LONGEST = 48
_NOT_SAFE = re.compile(r"[\W_]+")


def compose_person(
    plan: Plan,
    clinic: Clinic | None,
    content: Content,
    origin: Origin,
    *,
    condition: Condition,
    limb: Limb,
    day: datetime.date,
    file_title: FileTitle,
    copy: Copy,
    speech: Speech,
) -> Person:
    """Return what is a person's own beside the content; `file_title` is the title that names the file."""
    privacy = clinic.privacy if clinic else Privacy()
    title = content.sheet_title if file_title == "sheet_title" else content.title
    clinic_copy = None
    if copy == "clinic":
        date = speech.date(day)
        clinic_copy = compose_clinic_copy(
            plan, origin, condition=condition, clinic=clinic, date=date, speech=speech
        )
    return Person(
        date=day,
        identity=compose_identity(plan, clinic, limb=limb, day=day, speech=speech, sheet=False),
        sheet_identity=compose_identity(plan, clinic, limb=limb, day=day, speech=speech, sheet=True),
        footer=compose_footer(plan, condition, code=origin.code, privacy=privacy, speech=speech),
        file_title=compose_file_title(title, plan.patient, privacy=privacy, speech=speech),
        clinic_copy=clinic_copy,
        by_initials_alone=plan.patient is not None and not (plan.patient.name or plan.patient.id),
    )


def initials_of(name: str) -> str:
    """Return the first letters of a name as they are written: SvdP for Sample van der Patient."""
    return "".join(word[0] for word in name.split() if word[0].isalnum())


def compose_letterhead(clinic: Clinic | None, logo: bytes | None, *, speech: Speech) -> Letterhead | None:
    """Return the clinic's head, or None for a clean heading."""
    if clinic is None:
        return None
    street = ", ".join(clinic.address)
    lines = ((Span(street),) if street else (), _separated(contact_spans(clinic, speech), speech))
    return Letterhead(
        name=clinic.name,
        initials=clinic.initials or initials_of(clinic.name)[:2].upper(),
        lines=tuple(line for line in lines if line),
        logo=logo,
        logo_alt=clinic.name,
        blank=clinic.letterhead.kind == "blank",
        height_mm=clinic.letterhead.height_mm,
    )


def compose_identity(
    plan: Plan, clinic: Clinic | None, *, limb: Limb, day: datetime.date, speech: Speech, sheet: bool
) -> tuple[Field, ...]:
    """Return the labelled details of a person's plan; none for a plain leaflet."""
    if plan.patient is None:
        return ()
    words = speech.words.identity
    return _fields(
        (words.patient, plan.patient.name or plan.patient.initials or plan.patient.id),
        (words.side, speech.side(plan.side, limb).heading if plan.side else None),
        (words.start if sheet else words.date, speech.date(day)),
        _clinician(clinic, speech),
        (words.review, speech.date(plan.review) if plan.review else None),
    )


def _separated(spans: Iterable[Span], speech: Speech) -> Text:
    """Return runs with the language's separator between them."""
    separator = Span(speech.words.separator)
    return tuple(part for span in spans for part in (separator, span))[1:]


def compose_sheet_clinic(clinic: Clinic | None, *, speech: Speech) -> Text:
    """Return the clinic's name and number for the head of a one-page sheet."""
    if clinic is None:
        return ()
    if clinic.phone is None:
        return (Span(clinic.name),)
    return Span(f"{clinic.name}  "), phone_span(clinic.phone, clinic, speech, strong=True)


def _clinician(clinic: Clinic | None, speech: Speech) -> tuple[str, str | None]:
    """Return what the clinician is, in the clinic's words, else in the usual ones, and their name."""
    one = clinic.clinician if clinic else None
    return (one and one.role) or speech.words.identity.clinician, one.name if one else None


def _fields(*details: tuple[str, str | None]) -> tuple[Field, ...]:
    """Return the details that are known, with their labels."""
    return tuple(Field(label, value) for label, value in details if value)


def compose_footer(
    plan: Plan, condition: Condition, *, code: str, privacy: Privacy, speech: Speech
) -> Footer:
    """Return the foot of every page: initials if the clinic wants them, and id, never the full name."""
    words, patient = speech.words.footer, plan.patient or Patient()
    initials = _initials(patient) if privacy.footer_initials else ""
    person = speech.words.separator.join(part for part in (initials, _number(patient, speech)) if part)
    handout = fill(words.handout, title=condition.title, version=condition.version, code=code)
    return Footer(person, handout, words.page)


def compose_file_title(title: str, patient: Patient | None, *, privacy: Privacy, speech: Speech) -> str:
    """Return the title of the file, with as much of the person as the clinic allows in it."""
    who = patient or Patient()
    allowed = {"condition": "", "initials": _initials(who), "id": _number(who, speech)}
    person = allowed[privacy.title]
    return fill(speech.words.footer.file_title, title=title, person=person) if person else title


def _initials(patient: Patient) -> str:
    return patient.initials or "".join(f"{one.upper()}." for one in initials_of(patient.name or ""))[:12]


def _number(patient: Patient, speech: Speech) -> str:
    return fill(speech.words.footer.id, id=patient.id) if patient.id else ""


def compose_clinic_copy(
    plan: Plan, origin: Origin, *, condition: Condition, clinic: Clinic | None, date: str, speech: Speech
) -> ClinicCopy:
    """Return the mark, the private note and the strip for the record."""
    words, identity = speech.words.clinic_copy, speech.words.identity
    fields = _fields(
        (identity.id, plan.patient.id if plan.patient else None),
        (identity.date, date),
        (words.code, origin.code),
        (words.content, f"{condition.title} {condition.version}"),
        (words.program, f"handouts {__version__}"),
        _clinician(clinic, speech),
    )
    return ClinicCopy(
        mark=words.mark,
        keep=words.keep,
        heading=words.heading,
        note=text_of(words.note, note=plan.private_note) if plan.private_note else (),
        fields=fields,
        signing=(words.signed, words.signed_on),
    )


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
    known = _safe(patient.id or "") or _safe(patient.initials or initials_of(patient.name or ""))
    return "-".join(part for part in (_safe(full_name or ""), known) if part)


def _safe(text: str) -> str:
    """Return the letters and digits of a text, joined by hyphens: no separators, dots or signs."""
    plain = unicodedata.normalize("NFKC", text)
    return _NOT_SAFE.sub("-", plain).strip("-")[:_LONGEST].strip("-")
