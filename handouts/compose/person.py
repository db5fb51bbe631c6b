"""A plan becomes a handout: its content is composed once for all who have it, and each person is added."""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from handouts import __version__
from handouts.compose.clinic import initials_of
from handouts.compose.composer import Composer
from handouts.compose.handout import ClinicCopy, Field, Footer, Handout, Person
from handouts.compose.safety import country_of
from handouts.compose.text import Text, text_of
from handouts.library.cautions import Met
from handouts.library.content import Library
from handouts.library.words import Speech, fill
from handouts.schema.clinic import Clinic, Privacy
from handouts.schema.layout import Layout
from handouts.schema.plan import Patient, Plan

Copy = Literal["patient", "clinic"]

# The longest part of the name of a file, and what cannot stand in one on every system.
_LONGEST = 48
# A bar code of more letters has bars too fine for some scanners on the narrowest paper.
MOST_IN_BAR_CODE = 24
_NOT_SAFE = re.compile(r"[\W_]+")


def compose_handout(
    plan: Plan,
    library: Library,
    *,
    clinic: Clinic | None,
    logo: bytes | None,
    layout: Layout,
    today: datetime.date,
    previous: Plan | None = None,
    copy: Copy = "patient",
    cautions: Sequence[Met] = (),
) -> Handout:
    """Return everything the handout says; raise ContentError where the content falls short.

    `previous` is the plan from which changes are told, `cautions` are those that are meant for the person.
    The clinic's copy says what the patient's does, and beside it what only the clinic may read.
    """
    facts = plan.patient.facts if plan.patient else ()
    nobody = {
        "patient": plan.patient and Patient(facts=facts),
        "private_note": None,
        "accepted": None,
        "needs": None,
    }
    day = plan.date or today
    of = _composer(plan.model_copy(update=nobody), library, clinic, logo, layout, day, previous)
    patient = plan.patient
    person = Person(
        date=day,
        identity=_identity(plan, of, sheet=False),
        sheet_identity=_identity(plan, of, sheet=True),
        footer=_footer(plan, of),
        file_title=_file_title(plan, of),
        clinic_copy=_clinic_copy(plan, of, cautions) if copy == "clinic" else None,
        by_initials_alone=patient is not None and not (patient.name or patient.id),
    )
    return Handout(of.content, person, of.origin)


# A roster has few plans and many people: composed for each, a handout takes twice as long.
@lru_cache(maxsize=64)
def _composer(
    plan: Plan,
    library: Library,
    clinic: Clinic | None,
    logo: bytes | None,
    layout: Layout,
    day: datetime.date,
    previous: Plan | None,
) -> Composer:
    """Return what says a plan without its person, with its content once it is asked for."""
    library = library.in_language(plan.language or library.usual_language(country_of(clinic, plan)))
    return Composer(plan, library, clinic, logo, layout, day, previous, library.speech)


def _identity(plan: Plan, of: Composer, *, sheet: bool) -> tuple[Field, ...]:
    """Return the labelled details of a person's plan; of a leaflet for nobody its side, if it has one."""
    speech, words = of.speech, of.speech.words.identity
    side = (words.side, speech.side(plan.side, of.subject.limb).heading if plan.side else None)
    if plan.patient is None:
        return _fields(side)
    return _fields(
        (words.patient, plan.patient.name or plan.patient.initials or plan.patient.id),
        side,
        (words.start if sheet else words.date, speech.date(of.day)),
        _clinician(of),
        (words.review, speech.date(plan.review) if plan.review else None),
    )


def _clinician(of: Composer) -> tuple[str, str | None]:
    """Return what the clinician is, in the clinic's words, else in the usual ones, and their name."""
    one = of.clinic.clinician if of.clinic else None
    return (one and one.role) or of.speech.words.identity.clinician, one.name if one else None


def _fields(*details: tuple[str, str | None]) -> tuple[Field, ...]:
    """Return the details that are known, with their labels."""
    return tuple(Field(label, value) for label, value in details if value)


def _privacy(of: Composer) -> Privacy:
    return of.clinic.privacy if of.clinic else Privacy()


def _footer(plan: Plan, of: Composer) -> Footer:
    """Return the foot of every page: initials if the clinic wants them, and id, never the full name."""
    words, patient, subject = of.speech.words.footer, plan.patient or Patient(), of.subject
    initials = _initials(patient) if _privacy(of).footer_initials else ""
    known = (initials, _number(patient, of.speech))
    person = of.speech.words.separator.join(part for part in known if part)
    version = fill(words.own_words, version=subject.version) if of.own_texts else subject.version
    handout = fill(words.handout, title=subject.main.title, version=version, code=of.origin.code)
    return Footer(person, handout, words.page)


def _file_title(plan: Plan, of: Composer) -> str:
    """Return the title of the file, with as much of the person as the clinic allows in it."""
    on_sheet = of.layout.wants.file_title == "sheet_title"
    title, who = of.content.sheet_title if on_sheet else of.content.title, plan.patient or Patient()
    allowed = {"condition": "", "initials": _initials(who), "id": _number(who, of.speech)}
    person = allowed[_privacy(of).title]
    return fill(of.speech.words.footer.file_title, title=title, person=person) if person else title


def _initials(patient: Patient) -> str:
    return patient.initials or "".join(f"{one.upper()}." for one in initials_of(patient.name or ""))[:12]


def _number(patient: Patient, speech: Speech) -> str:
    return fill(speech.words.footer.id, id=patient.id) if patient.id else ""


def _clinic_copy(plan: Plan, of: Composer, cautions: Sequence[Met]) -> ClinicCopy:
    """Return the mark, the private note and the strip for the record."""
    words, identity = of.speech.words.clinic_copy, of.speech.words.identity
    number = (plan.patient.id if plan.patient else None) or ""
    fields = _fields(
        (identity.id, number),
        (identity.date, of.speech.date(of.day)),
        (words.code, of.origin.code),
        (words.content, of.speech.listed([f"{one.title} {one.version}" for one in of.subject.conditions])),
        (words.program, f"handouts {__version__}"),
        _clinician(of),
    )
    return ClinicCopy(
        mark=words.mark,
        keep=words.keep,
        heading=words.heading,
        note=text_of(words.note, note=plan.private_note) if plan.private_note else (),
        cautions=tuple(_cautions(plan, of, cautions)),
        fields=fields,
        signing=(words.signed, words.signed_on),
        bar_code=number if len(number) <= MOST_IN_BAR_CODE and number.isascii() else "",
        bar_alt=fill(words.bar_code, id=number),
    )


def _cautions(plan: Plan, of: Composer, cautions: Sequence[Met]) -> Iterator[Text]:
    """Yield each caution that is meant for this person, and why something is given all the same."""
    words = of.speech.words.clinic_copy
    for one in cautions:
        names = of.speech.listed(one.names)
        yield text_of(words.caution, title=one.given.title, facts=names, caution=one.caution.text)
    if plan.accepted:
        yield text_of(words.accepted, reason=plan.accepted)


def file_name(
    patient: Patient | None, title: str, *, day: datetime.date, with_name: bool = False, ending: str = ""
) -> str:
    """Return a name such as `4711-2026-11-20.pdf`, safe on every system.

    The person stands in it as id or initials, and by full name only `with_name`; without a person,
    the title of the handout does. An `ending` such as `clinic` keeps two copies apart.
    """
    who = patient or Patient()
    full_name = _safe(who.name or "") if with_name else ""
    known = _safe(who.id or "") or _safe(who.initials or initials_of(who.name or ""))
    person = "-".join(part for part in (full_name, known) if part)
    parts = (person or _safe(title).lower(), day.isoformat(), ending)
    return "-".join(part for part in parts if part) + ".pdf"


def _safe(text: str) -> str:
    """Return the letters and digits of a text, joined by hyphens: no separators, dots or signs."""
    plain = unicodedata.normalize("NFKC", text)
    return _NOT_SAFE.sub("-", plain).strip("-")[:_LONGEST].strip("-")
