"""Whose handout it is, and whose clinic: what stands at the head and foot of the pages."""

from dataclasses import dataclass

from handouts.handout.text import Text


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic at the head of page 1; `blank` keeps the height for pre-printed paper."""

    name: str
    initials: str
    lines: tuple[Text, ...]
    logo: bytes | None
    logo_alt: str
    blank: bool
    height_mm: float | None


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled detail of the person's own plan."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ClinicCopy:
    """What only the clinic's copy carries: a mark on every page, and a strip for the record at the end.

    `signing` are the labels of the lines to write on.
    """

    mark: str
    keep: str
    heading: str
    note: Text
    fields: tuple[Field, ...]
    signing: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands under every page; never the full name."""

    person: str
    handout: str
    page: str
