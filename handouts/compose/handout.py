"""A handout as plain data in one language: what is said, in order, and nothing of how it looks.

Everything before this point knows YAML and looks things up; everything after it only lays out and paints.
"""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from handouts.compose.exercise_blocks import Diary, Exercises, OwnWords, PainRule, Summary
from handouts.compose.information_blocks import (
    BodyMap,
    Contact,
    HelpStrip,
    Imprint,
    Links,
    Questions,
    RedFlags,
    TextBlock,
    WhatHelps,
)
from handouts.compose.text import Text
from handouts.schema.origin import Origin


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic at the head of page 1; it is `blank` where the paper has one already."""

    name: str
    initials: str
    lines: tuple[Text, ...]
    logo: bytes | None
    logo_alt: str
    blank: bool


class Field(NamedTuple):
    """One labelled detail of the person's own plan."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ClinicCopy:
    """What only the clinic's copy carries: a mark on every page, and a strip for the record at the end.

    `cautions` are those that are meant for this person, with why they are set aside. `signing` are the labels
    of the lines to write on. `bar_code` is the id, if there is one that a bar code can hold, and `bar_alt`
    the words in the place of the code.
    """

    mark: str
    keep: str
    heading: str
    note: Text
    cautions: tuple[Text, ...]
    fields: tuple[Field, ...]
    signing: tuple[str, str]
    bar_code: str = ""
    bar_alt: str = ""


class Footer(NamedTuple):
    """What stands under every page; never the full name."""

    person: str
    handout: str
    page: str


Block = (
    Summary
    | OwnWords
    | TextBlock
    | BodyMap
    | WhatHelps
    | Exercises
    | PainRule
    | Diary
    | Questions
    | RedFlags
    | Links
    | Contact
    | Imprint
)


@dataclass(frozen=True, slots=True)
class Content:
    """What is the same for everyone with one plan, in order; nothing in it names a person.

    A goal and a note are part of a plan: only plans with the same words share a content.

    `message` says in one sentence what to do, how long and what for. `see_page` points to the red flags.
    `abbreviations` are the short forms in the words, each with what it stands for. `digest` stands for all
    the rest but what another day would change.
    """

    language: str
    author: str
    title: str
    subtitle: str
    message: Text
    sheet_title: str
    letterhead: Letterhead | None
    sheet_clinic: Text
    help_strip: HelpStrip
    blocks: tuple[Block, ...]
    see_page: Text
    abbreviations: tuple[tuple[str, str], ...] = ()
    digest: str = ""

    def __hash__(self) -> int:
        """Return the hash of the digest: contents are keys of caches, and too large to be hashed whole."""
        return hash(self.digest)


@dataclass(frozen=True, slots=True)
class Person:
    """What is this person's or this day's own.

    `file_title` is the title of the file; `clinic_copy` is what the clinic's copy adds to the patient's.
    `by_initials_alone` says that others may be called the same: neither name nor id is known.
    """

    date: datetime.date
    identity: tuple[Field, ...]
    sheet_identity: tuple[Field, ...]
    footer: Footer
    file_title: str
    clinic_copy: ClinicCopy | None = None
    by_initials_alone: bool = False


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything one handout says; `origin` is what it was made from, None for one made by hand."""

    content: Content
    person: Person
    origin: Origin | None = None


class Slip(NamedTuple):
    """Whose handout comes next, by row and ID only, and what to expect of it."""

    language: str
    person: str
    lines: tuple[str, ...]


class Tally(NamedTuple):
    """What a stack holds: figures with their labels, and each handout in order, by row and ID only."""

    language: str
    heading: str
    figures: tuple[Field, ...]
    order_heading: str
    order: tuple[str, ...]
