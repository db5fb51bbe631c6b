"""Turn the sources of what is said, and the state of its review, into the imprint."""

import datetime
from collections.abc import Iterable, Iterator, Mapping

from handouts.compose.guidance import Imprint
from handouts.compose.text import Text, text_of
from handouts.library.words import Speech, fill
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Condition
from handouts.schema.walk import walk


def compose_imprint(
    said: Iterable[object],
    titles: Mapping[str, str],
    *,
    condition: Condition,
    clinic: Clinic | None,
    day: datetime.date,
    speech: Speech,
) -> Imprint:
    """Return the sources by their short titles, and the status of the text on a day."""
    used = dict.fromkeys(titles[source] for one in said for source in _sources(one))
    sources = text_of(speech.words.imprint.sources, sources=", ".join(used))
    return Imprint(sources, compose_status(condition, clinic, day=day, speech=speech))


def compose_status(
    condition: Condition, clinic: Clinic | None, *, day: datetime.date, speech: Speech
) -> Text:
    """Return who has checked the text, and when it is to be checked again, or that this is overdue."""
    words = speech.words.imprint
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
    return text_of("{a} {b}", a=checked, b=version)


def _sources(said: object) -> Iterator[str]:
    """Yield the ids under every `sources` of what is said, in the order they are written."""
    for found in walk(said):
        yield from getattr(found.value, "sources", ())
