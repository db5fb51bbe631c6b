"""Turn a checked plan into the patient's copy of its handout, or the clinic's, both under one code."""

import datetime
from dataclasses import replace
from typing import Literal

from handouts.compose.clinic_copy import compose_clinic_copy
from handouts.compose.making import Making
from handouts.compose.origin import compose_origin
from handouts.handout import Handout
from handouts.library import Library
from handouts.schema.clinic import Clinic
from handouts.schema.layout import Layout
from handouts.schema.origin import Origin
from handouts.schema.plan import Patient, Plan
from handouts.words import find_words

Copy = Literal["patient", "clinic"]


def make_handout(
    plan: Plan,
    library: Library,
    *,
    clinic: Clinic | None,
    logo: bytes | None,
    layout: Layout,
    today: datetime.date,
    previous: Plan | None = None,
    copy: Copy = "patient",
) -> Handout:
    """Return everything the handout says; raise ContentError where the content falls short.

    `previous` is the plan from which changes are told. The clinic's copy says what the patient's does, and
    beside it what only the clinic may read.
    """
    speech = find_words(plan.language or "en", library.folders)
    making = Making(plan, library, clinic, logo, layout, today, previous, speech)
    origin = _origin(making)
    handout = replace(making.handout(origin.code), origin=origin)
    if copy == "patient":
        return handout
    added = compose_clinic_copy(
        plan,
        origin,
        condition=making.condition,
        clinic=clinic,
        date=speech.date(making.day),
        speech=speech,
    )
    return replace(handout, clinic_copy=added)


def _origin(making: Making) -> Origin:
    """Return what the handout is made from, coded by what it says to nobody on no day but the plan's own."""
    plan, condition = making.plan, making.condition
    nobody = plan.model_copy(update={"patient": plan.patient and Patient()})
    said = replace(making, plan=nobody, today=condition.issued).handout(code="")
    return compose_origin(
        plan,
        said,
        condition=condition,
        given=making.given,
        blocks=tuple(choice.block for choice in making.choices),
        clinic=making.clinic,
        layout=making.layout,
    )
