"""The clinic whose name stands on the sheet."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from handouts.schema.base import (
    EMAIL_PATTERN,
    ByName,
    Colouring,
    ConditionId,
    Date,
    FileName,
    HttpsAddress,
    Id,
    Label,
    Line,
    Model,
    OwnText,
    text,
)
from handouts.schema.condition import Phases
from handouts.schema.country import CountryCode, Emergency
from handouts.schema.dates import DateOrder
from handouts.schema.papers import Letterhead
from handouts.schema.rewording import Texts


class Clinician(Model):
    """Who made the plan."""

    name: Line
    """Their name, as it is printed."""
    role: Label | None = None
    """What they are, such as Physiotherapist; left out, the usual word of the language."""


class Review(Model):
    """The clinic's own clinical review of the content."""

    by: Line
    """Who has checked the content."""
    date: Date
    """When it was checked."""


class PageLink(Model):
    """A page of the clinic's that a patient can open with a phone."""

    title: Line
    """What is there."""
    address: HttpsAddress
    """Its address, which begins with https://."""


class Privacy(Model):
    """What may be said of a person outside the pages' own text; the full name never is."""

    title: Literal["condition", "initials", "id"] = "condition"
    """What the title of the file adds: nothing (condition), the initials or the id."""
    footer_initials: bool = True
    """Whether initials stand under every page."""


def _read_lines(value: object) -> object:
    """Return the lines of an address that is written as one text."""
    if not isinstance(value, str):
        return value
    return tuple(line.strip() for line in value.splitlines() if line.strip())


Lines = Annotated[tuple[Annotated[str, text(300)], ...], Field(min_length=1, max_length=30)]
Sets = Annotated[dict[Id, Lines], AfterValidator(ByName)]
Macros = Annotated[dict[Id, OwnText], AfterValidator(ByName)]
Protocols = Annotated[dict[ConditionId, Phases], AfterValidator(ByName)]
Doses = Annotated[dict[Annotated[str, text(60)], Annotated[str, text(200)]], AfterValidator(ByName)]


class Clinic(Model):
    """The clinic whose name is printed; its `country` decides the emergency numbers, never a guess."""

    name: Line
    """The name of the clinic, as it is printed."""
    initials: Annotated[str, text(3)] | None = None
    """Up to three letters in place of a logo; left out, made from the name."""
    address: Annotated[tuple[Line, ...], BeforeValidator(_read_lines), Field(max_length=8)] = ()
    """The address, as one line, several or a list."""
    phone: Label | None = None
    """The number to call with questions."""
    email: Annotated[Line, StringConstraints(pattern=EMAIL_PATTERN)] | None = None
    """The address to write to."""
    website: Line | None = None
    """The address of the website, printed where there is no email."""
    hours: Line | None = None
    """When the phone is answered."""
    logo: FileName | None = None
    """A PNG or JPEG file, beside this one."""
    country: CountryCode | None = None
    """The country, such as gb or Ireland: it decides whom the patient is told to call."""
    emergency: Emergency = Emergency()
    """The clinic's own numbers, which win over those of the country."""
    clinician: Clinician | None = None
    """Who makes the plans."""
    reviewed: Review | None = None
    """The clinic's own review of the content; without it every sheet says that nobody has checked it."""
    letterhead: Letterhead = Letterhead()
    """Whether the head of the page is printed by us, or there already: {kind: blank, top_mm: 38}."""
    paper: Literal["a4", "letter"] | None = None
    """The paper in the clinic's printer; left out, that of the country, else the layout's."""
    texts: Texts | None = None
    """The clinic's own words in place of those of a text, such as {overview: …}; a plan's win."""
    sets: Sets | None = None
    """Lists of exercises by name, such as {week-2: [heel-raise 3x10]}; a plan writes `exercises: week-2`."""
    usual: Doses | None = None
    """The clinic's usual doses, such as {heel-raise: 3x10}, for what a plan gives without a dose."""
    macros: Macros | None = None
    """Short words for what is often written, such as {rest: Rest for 2 days.}; a plan writes <<rest>>."""
    phases: Protocols | None = None
    """The clinic's own phases by condition, such as {achilles-pain: [{title: …}]}; a plan says `phase: 2`."""
    content: FileName | None = None
    """A folder beside this file, such as content, whose exercises and texts are laid over the program's."""
    links: Annotated[tuple[PageLink, ...], Field(max_length=6)] = ()
    """Pages to open with a phone, printed as QR codes, each with its title and address."""
    practised: bool = False
    """Whether each exercise has a box to tick when it was practised together."""
    colour: Colouring | None = None
    """How the clinic prints: in colour, in grey, or in black, which can be copied again."""
    date_order: DateOrder | None = None
    """Which day 10/12/2026 is in plans and rosters: dmy or mdy."""
    privacy: Privacy = Privacy()
    """What may be said of a person outside the text of the pages."""
