"""Turn a checked plan into the patient's copy of its handout, or the clinic's, both under one code."""

import datetime
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from handouts.compose.clinic_copy import compose_clinic_copy
from handouts.compose.handout import Handout
from handouts.compose.making import Making
from handouts.compose.origin import compose_origin
from handouts.itself import Itself
from handouts.library.content import Library
from handouts.library.words import find_words
from handouts.schema.clinic import Clinic
from handouts.schema.layout import Layout
from handouts.schema.origin import Origin
from handouts.schema.plan import Patient, Plan

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
    source = (Itself(library), Itself(clinic), logo, Itself(layout), today, previous)
    common = _common(plan.model_copy(update={"patient": plan.patient and Patient()}), *source)
    making = replace(common.making, plan=plan)
    handout = making.with_person(common.handout, code=common.origin.code)
    if copy == "patient":
        return handout
    added = compose_clinic_copy(
        plan,
        common.origin,
        condition=making.condition,
        clinic=clinic,
        date=making.speech.date(making.day),
        speech=making.speech,
    )
    return replace(handout, clinic_copy=added)


@dataclass(frozen=True, slots=True)
class _Common:
    """What is the same for all people with one plan."""

    making: Making
    origin: Origin
    handout: Handout


@lru_cache(maxsize=64)
def _common(
    plan: Plan,
    library: Itself[Library],
    clinic: Itself[Clinic | None],
    logo: bytes | None,
    layout: Itself[Layout],
    today: datetime.date,
    previous: Plan | None,
) -> _Common:
    """Return the handout of nobody in particular, which in a roster is that of many."""
    speech = find_words(plan.language or "en", library.thing.folders)
    making = Making(plan, library.thing, clinic.thing, logo, layout.thing, today, previous, speech)
    origin = _origin(making)
    return _Common(making, origin, replace(making.handout(origin.code), origin=origin))


def _origin(making: Making) -> Origin:
    """Return what the handout is made from, coded by what it says to nobody on no day but the plan's own."""
    said = replace(making, today=making.condition.issued).handout(code="")
    return compose_origin(
        making.plan,
        said,
        condition=making.condition,
        given=making.given,
        blocks=tuple(choice.block for choice in making.choices),
        clinic=making.clinic,
        layout=making.layout,
    )
