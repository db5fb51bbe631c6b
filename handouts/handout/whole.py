"""Everything one handout says, in order."""

import datetime
from dataclasses import dataclass

from handouts.handout.body_map import BodyMap
from handouts.handout.exercise import Exercises
from handouts.handout.person import ClinicCopy, Field, Footer, Letterhead
from handouts.handout.plan import Summary
from handouts.handout.progress import Diary, PainRule
from handouts.handout.safety import Contact, HelpStrip, Imprint, RedFlags
from handouts.handout.text import Text
from handouts.handout.texts import TextBlock, WhatHelps
from handouts.schema.origin import Origin

Block = (
    Summary | TextBlock | BodyMap | WhatHelps | Exercises | PainRule | Diary | RedFlags | Contact | Imprint
)


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything one handout says, in order; `see_page` points to the red flags.

    `abbreviations` are the short forms in its words, each with what it stands for.
    `file_title` is the title of its file; `origin` is what it was made from, None for a handout that was
    made by hand; `clinic_copy` is what the clinic's copy adds to the patient's.
    """

    language: str
    date: datetime.date
    author: str
    title: str
    subtitle: str
    sheet_title: str
    letterhead: Letterhead | None
    sheet_clinic: Text
    identity: tuple[Field, ...]
    sheet_identity: tuple[Field, ...]
    help_strip: HelpStrip
    blocks: tuple[Block, ...]
    see_page: Text
    footer: Footer
    file_title: str
    origin: Origin | None = None
    clinic_copy: ClinicCopy | None = None
    abbreviations: tuple[tuple[str, str], ...] = ()
