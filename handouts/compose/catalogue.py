"""Turn the exercises of a library into a catalogue to choose from: pictures, ids, usual doses, an index."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

from handouts.compose.exercise_blocks import ExercisePicture
from handouts.compose.handout import Footer
from handouts.compose.pictures import compose_picture
from handouts.compose.text import Text, sayer, text_of
from handouts.library.content import Library
from handouts.library.words import Speech, fill
from handouts.schema.dose import format_dose
from handouts.schema.exercise import Exercise, Group


class CatalogueEntry(NamedTuple):
    """One exercise: what it is for and what it needs, and how a plan names it with its usual dose."""

    title: str
    about: tuple[Text, ...]
    dose: Text
    picture: ExercisePicture


class CatalogueGroup(NamedTuple):
    """The exercises of one kind."""

    heading: str
    entries: tuple[CatalogueEntry, ...]


class IndexName(NamedTuple):
    """A name in the index, the title of the exercise that is called so, and the line with `{page}` in it."""

    name: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All of it; its index is in alphabetical order."""

    language: str
    heading: str
    groups: tuple[CatalogueGroup, ...]
    index_heading: str
    index: tuple[IndexName, ...]
    footer: Footer


def compose_catalogue(exercises: Sequence[Exercise], library: Library, *, day: datetime.date) -> Catalogue:
    """Return the exercises in groups by what they are for; raise ContentError for one that is not whole."""
    speech = library.speech
    words = speech.words.catalogue
    groups = (
        CatalogueGroup(
            getattr(speech.words.groups, group) if group else speech.words.summary.ungrouped,
            tuple(_entry(one, library, speech) for one in exercises if one.group == group),
        )
        for group in (*get_args(Group), None)
    )
    index = (
        IndexName(
            name,
            one.title,
            fill(words.named if name == one.title else words.called, name=name, title=one.title),
        )
        for one in exercises
        for name in (one.title, *one.also_called)
    )
    return Catalogue(
        language=speech.words.language,
        heading=words.heading,
        groups=tuple(group for group in groups if group.entries),
        index_heading=words.index,
        index=tuple(sorted(index, key=lambda one: one.name.casefold())),
        footer=Footer("", fill(words.footer, date=speech.date(day)), speech.words.footer.page),
    )


def _entry(exercise: Exercise, library: Library, speech: Speech) -> CatalogueEntry:
    words = speech.words.catalogue
    say = sayer(None, exercise.limb, speech, us=speech.words.us.clinic)
    needs = text_of(words.needs, things=", ".join(exercise.equipment))
    purpose = [say(exercise.purpose)] if exercise.purpose else []
    dose = format_dose(exercise.dose) if exercise.dose else ""
    return CatalogueEntry(
        title=exercise.title,
        about=(*purpose, *([needs] if exercise.equipment else [])),
        dose=text_of(words.dose, id=exercise.id, dose=dose),
        picture=compose_picture(exercise, library, side=None, speech=speech),
    )
