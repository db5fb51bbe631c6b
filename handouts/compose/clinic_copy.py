"""Turn a plan's private note and a handout's origin into what only the clinic's copy carries."""

from handouts import __version__
from handouts.compose.handout import ClinicCopy, Field
from handouts.compose.sentences import text_of
from handouts.library.words import Speech
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Condition
from handouts.schema.origin import Origin
from handouts.schema.plan import Plan

PROGRAM = "handouts"


def compose_clinic_copy(
    plan: Plan, origin: Origin, *, condition: Condition, clinic: Clinic | None, date: str, speech: Speech
) -> ClinicCopy:
    """Return the mark, the private note and the strip for the record."""
    words, identity = speech.words.clinic_copy, speech.words.identity
    clinician = clinic.clinician if clinic else None
    details = (
        (identity.id, plan.patient.id if plan.patient else None),
        (identity.date, date),
        (words.code, origin.code),
        (words.content, f"{condition.title} {condition.version}"),
        (words.program, f"{PROGRAM} {__version__}"),
        (clinician.role if clinician else "", clinician.name if clinician else None),
    )
    return ClinicCopy(
        mark=words.mark,
        keep=words.keep,
        heading=words.heading,
        note=text_of(words.note, note=plan.private_note) if plan.private_note else (),
        fields=tuple(Field(label, value) for label, value in details if value),
        signing=(words.signed, words.signed_on),
    )
