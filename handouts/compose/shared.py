"""A plan becomes a handout: its content is composed once for all who have it, and each person is added."""

import datetime
from functools import lru_cache

from handouts.compose.composer import Composer
from handouts.compose.handout import Handout
from handouts.compose.origin import LayoutFacts
from handouts.compose.person import Copy, compose_person
from handouts.compose.safety import country_of
from handouts.library.content import Library
from handouts.schema.clinic import Clinic
from handouts.schema.plan import Patient, Plan


def compose_handout(
    plan: Plan,
    library: Library,
    *,
    clinic: Clinic | None,
    logo: bytes | None,
    layout: LayoutFacts,
    today: datetime.date,
    previous: Plan | None = None,
    copy: Copy = "patient",
) -> Handout:
    """Return everything the handout says; raise ContentError where the content falls short.

    `previous` is the plan from which changes are told. The clinic's copy says what the patient's does, and
    beside it what only the clinic may read.
    """
    nobody = {"patient": plan.patient and Patient(), "private_note": None}
    day = plan.date or today
    shared = _composer(plan.model_copy(update=nobody), library, clinic, logo, layout, day, previous)
    person = compose_person(
        plan,
        clinic,
        shared.content,
        shared.origin,
        condition=shared.condition,
        limb=shared.limb,
        day=day,
        file_title=layout.wants.file_title,
        copy=copy,
        speech=shared.speech,
    )
    return Handout(shared.content, person, shared.origin)


# A roster has few plans and many people: composed for each, a handout takes twice as long.
@lru_cache(maxsize=64)
def _composer(
    plan: Plan,
    library: Library,
    clinic: Clinic | None,
    logo: bytes | None,
    layout: LayoutFacts,
    day: datetime.date,
    previous: Plan | None,
) -> Composer:
    """Return what says a plan without its person, with its content once it is asked for."""
    library = library.in_language(plan.language or library.usual_language(country_of(clinic, plan)))
    return Composer(plan, library, clinic, logo, layout, day, previous, library.speech)
