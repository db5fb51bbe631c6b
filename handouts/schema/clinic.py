"""The clinic whose name stands on the sheet."""

from typing import Annotated, Literal

from pydantic import AliasChoices, BeforeValidator, Field

from handouts.schema.base import Date, FileName, Label, Line, Model, text
from handouts.schema.country import CountryCode, Emergency
from handouts.schema.dates import DateOrder


class Clinician(Model):
    """Who made the plan; `role` is printed as the label, else the usual word of the language."""

    name: Line
    role: Label | None = None


class Review(Model):
    """The clinic's own clinical review of the content."""

    by: Line
    date: Date


class Letterhead(Model):
    """Printed by us, or `blank` with its height kept for pre-printed paper."""

    kind: Literal["printed", "blank"] = "printed"
    height_mm: Annotated[float, Field(ge=10, le=60)] | None = None


class Privacy(Model):
    """What may be said of a person outside the pages' own text; the full name never is.

    `title` is what the title of the file adds to the handout's: nothing (`condition`), the person's
    initials or the ID. `footer_initials` is whether initials stand under every page.
    """

    title: Literal["condition", "initials", "id"] = "condition"
    footer_initials: bool = True


def _read_lines(value: object) -> object:
    """Return the lines of an address that is written as one text."""
    if not isinstance(value, str):
        return value
    return tuple(line.strip() for line in value.splitlines() if line.strip())


class Clinic(Model):
    """A clinic: `country` (ISO 3166 code, or its English name) decides the emergency numbers, never a guess.

    `emergency` are the clinic's own numbers, which win over those of the country. `practised` puts a box to
    tick on each exercise that was practised together. `date_order` settles which day `10/12/2026` is in its
    plans and rosters.
    """

    name: Line
    initials: Annotated[str, text(3)] | None = None
    address: Annotated[tuple[Line, ...], BeforeValidator(_read_lines), Field(max_length=8)] = ()
    phone: Label | None = None
    email: Line | None = None
    website: Annotated[Line | None, Field(validation_alias=AliasChoices("website", "web"))] = None
    hours: Line | None = None
    logo: FileName | None = None
    country: CountryCode | None = None
    emergency: Emergency = Emergency()
    clinician: Clinician | None = None
    reviewed: Review | None = None
    letterhead: Letterhead = Letterhead()
    paper: Literal["a4", "letter"] | None = None
    practised: bool = False
    colours: Literal["colour", "mono"] | None = None
    date_order: DateOrder | None = None
    privacy: Privacy = Privacy()
