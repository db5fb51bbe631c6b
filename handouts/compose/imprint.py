"""Turn the sources of what is said, and the state of its review, into the imprint."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from handouts.compose.blocks import Imprint
from handouts.compose.sentences import text_of
from handouts.library.words import Speech, fill
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Condition


def source_ids(models: Iterable[object]) -> Iterator[str]:
    """Yield the ids under every `sources` of the models, in the order they are written."""
    for model in models:
        if isinstance(model, BaseModel):
            yield from getattr(model, "sources", ())
            yield from source_ids(getattr(model, name) for name in type(model).model_fields)
        elif isinstance(model, tuple):
            yield from source_ids(model)


def compose_imprint(
    said: Iterable[object],
    titles: Mapping[str, str],
    *,
    condition: Condition,
    clinic: Clinic | None,
    day: datetime.date,
    speech: Speech,
) -> Imprint:
    """Return the sources by their short titles, who has checked the text, and whether that is overdue."""
    words = speech.words.imprint
    used = dict.fromkeys(titles[source] for source in source_ids(said))
    reviewed = clinic.reviewed if clinic else None
    checked = words.unchecked
    if reviewed:
        checked = fill(words.checked, by=reviewed.by, date=speech.date(reviewed.date))
    version = fill(
        words.overdue if day > condition.check_by else words.version,
        version=condition.version,
        issued=speech.date(condition.issued),
        check_by=speech.date(condition.check_by, speech.words.dates.month_year),
    )
    return Imprint(text_of(words.sources, sources=", ".join(used)), text_of("{a} {b}", a=checked, b=version))
