"""Turn a plan, and what is printed of it, into a short code and what the handout was made from.

The first half of the code stands for the plan alone, the second for everything that is printed with the
layout and the version of the program. Who it is for is in neither: a name could be guessed from so few
bits by trying, and the code stands in records where the name does not.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from handouts import __version__
from handouts.compose.handout import Content
from handouts.compose.plan_facts import PlanFacts
from handouts.drawing.map_parts import MapDrawing
from handouts.drawing.picture import Picture
from handouts.schema.dose import format_dose
from handouts.schema.exercise import Chosen, Exercise
from handouts.schema.origin import LETTERS, GivenExercise, Origin

# What of a plan is nobody else's business, and what changes only where and how it is printed.
NOT_IN_CODE = {"patient", "private_note", "accepted", "previous", "clinic", "layout", "paper", "language"}
# What of a clinic is not printed.
NOT_PRINTED = {
    "sets",
    "usual",
    "phases",
    "macros",
    "content",
    "texts",
    "privacy",
    "paper",
    "letterhead",
    "colour",
    "date_order",
}


def letters_of(*things: object) -> str:
    """Return four letters of Crockford's base 32 for data and models: the first 20 bits of their SHA-256."""
    number = int(digest_of(*things)[:8], 16)
    return "".join(LETTERS[number >> shift & 31] for shift in (27, 22, 17, 12))


def digest_of(*things: object) -> str:
    """Return the SHA-256 of data and models in hexadecimal, without what is dated in them."""
    text = json.dumps([_data_of(thing) for thing in things], sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def compose_origin(of: PlanFacts, content: Content) -> Origin:
    """Return what a handout with this content was made from; the plan is that of nobody in particular."""
    plan, subject, layout, clinic = of.plan, of.subject, of.layout, of.clinic
    own = plan.model_dump(mode="json", exclude_none=True, exclude=NOT_IN_CODE | {"exercises"})
    own |= {"exercises": [_written(one) for one in plan.exercises]} if plan.exercises is not None else {}
    chosen = [Chosen(exercise=one.exercise.id, **one.dose.model_dump(exclude_none=True)) for one in of.given]
    doses = map(format_dose, chosen)
    printed = (content.digest, plan.patient is not None, subject.version, layout.digest, __version__)
    return Origin(
        code=f"{letters_of(own)}-{letters_of(own, *printed)}",
        program=__version__,
        condition=tuple(one.id for one in subject.conditions),
        version=subject.version,
        layout=layout.id,
        language=content.language,
        date=plan.date,
        review=plan.review,
        side=plan.side,
        exercises=tuple(
            GivenExercise(
                dose=dose,
                note=_mark_of_text(one.note),
                own=letters_of(_own_words(one.exercise)) if one.is_own else None,
            )
            for one, dose in zip(of.given, doses, strict=True)
        ),
        blocks=tuple(choice.block for choice in of.choices_in_any_layout),
        texts={block: letters_of(own) for block, own in of.own_texts.items()},
        goal=_mark_of_text(plan.goal),
        note=_mark_of_text(plan.note),
        clinic=letters_of(clinic.model_dump(mode="json", exclude=NOT_PRINTED)) if clinic else None,
    )


def _written(chosen: Chosen) -> dict[str, Any]:
    """Return a chosen exercise as plain data, without where its pictures are."""
    own = {"own": _own_words(chosen.own)} if chosen.own else {}
    return chosen.model_dump(mode="json", exclude_none=True, exclude={"own"}) | own


def _own_words(own: Exercise) -> dict[str, Any]:
    files: dict[str, Any] = {"picture": True, "pictures": {"__all__": {"file"}}}
    return own.model_dump(mode="json", exclude_none=True, exclude=files)


def _mark_of_text(text: str | None) -> str | None:
    return letters_of(text) if text else None


def _data_of(thing: Any) -> Any:
    """Return a thing as lists, mappings and text, the same in every run."""
    if isinstance(thing, str | int | float | None):
        return thing
    if isinstance(thing, Picture | MapDrawing):
        return thing.digest
    if isinstance(thing, BaseModel):
        return thing.model_dump(mode="json", exclude_none=True)
    if is_dataclass(thing):
        said = (getattr(thing, one.name) for one in fields(thing) if not one.metadata.get("dated"))
        return [type(thing).__name__, *map(_data_of, said)]
    if isinstance(thing, Mapping):
        return {str(key): _data_of(value) for key, value in thing.items()}
    if isinstance(thing, tuple | list):
        name = [type(thing).__name__] if hasattr(thing, "_fields") else []
        return [*name, *map(_data_of, thing)]
    return sha256(thing).hexdigest() if isinstance(thing, bytes) else str(thing)
